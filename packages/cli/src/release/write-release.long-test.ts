import { expect, it } from 'vitest';
import { killAtSteps } from '../../testing/kill-at-steps.js';

it('a program that is killed at any step on the disk leaves the old release or the new one, and the next one goes on', async () => {
  const { found, halfWritten, locks } = await killAtSteps(1);
  // The old one at every step up to one, the new one from there on.
  const turn = found.indexOf(2);
  expect(found.slice(0, turn)).toEqual(Array<number>(turn).fill(1));
  expect(found.slice(turn)).toEqual(Array<number>(found.length - turn).fill(2));
  expect(turn).toBeGreaterThan(20);
  expect(found.length - turn).toBeGreaterThan(5);
  // It was killed in the middle of tables and of the catalogue, and while it held the lock.
  expect(halfWritten.some((name) => name.startsWith('tables/'))).toBe(true);
  expect(halfWritten.some((name) => /^catalogue\.json\.\d+\.part$/.test(name))).toBe(true);
  expect(locks).toBeGreaterThan(20);
});
