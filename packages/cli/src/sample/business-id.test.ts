import { expect, it } from 'vitest';
import { artificialBusinessId } from './business-id.js';

it('is worked out by the rule of the Tax Administration: 9000000 gives 63 = 5 × 11 + 8, so the check digit is 3', () => {
  expect(artificialBusinessId(0)).toBe('9000000-3');
  // 9000011: 63 + 4 × 1 + 2 × 1 = 69 = 6 × 11 + 3, so 8.
  expect(artificialBusinessId(1)).toBe('9000011-8');
});

it('leaves out numbers that have no check digit, and is different for each', () => {
  const ids = Array.from({ length: 90_000 }, (_, n) => artificialBusinessId(n));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^9\d{6}-\d$/.test(id))).toEqual([]);
});
