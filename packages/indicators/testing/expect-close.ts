import { expect } from 'vitest';

/** Within so much of what is expected, relative to it. */
export function expectClose(found: number | undefined, expected: number, within = 1e-9): void {
  expect(Math.abs((found ?? Number.NaN) / expected - 1)).toBeLessThanOrEqual(within);
}
