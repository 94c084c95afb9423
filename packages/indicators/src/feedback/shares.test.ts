import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percent, sharesOf } from './shares.js';

describe('shares of a distribution', () => {
  test('a half of a per cent is rounded up (Opetushallitus/aipal, raportointi_test.clj)', () => {
    const cases = [
      [0, 1, 0],
      [1, 3, 33],
      [333, 1000, 33],
      [335, 1000, 34],
      [336, 1000, 34],
      [1, 1, 100],
    ] as const;
    for (const [count, whole, expected] of cases) expect(percent(count, whole)).toBe(expected);
  });

  test('a half is a half: 29 of 200 is 14.5 and becomes 15, where 0.145 × 100 as numbers is 14.499…', () => {
    expect(Math.round(0.145 * 100)).toBe(14);
    expect(percent(29, 200)).toBe(15);
  });

  test('of nothing, every share is 0', () => {
    expect(sharesOf({ options: [0, 0], cantSay: 0 })).toEqual({ options: [0, 0], cantSay: 0, whole: 0 });
  });

  test('“can’t say” belongs to the whole, or not', () => {
    // 6 of 10 chose a number: 1 × 3, 5 × 5; 4 cannot say.
    const counts = { options: [1, 0, 5], cantSay: 4 };
    expect(sharesOf(counts)).toEqual({ options: [10, 0, 50], cantSay: 40, whole: 10 });
    // 1/6 = 16.67 %, 5/6 = 83.33 %
    expect(sharesOf(counts, 'leftOut')).toEqual({ options: [17, 0, 83], whole: 6 });
  });

  test('of a multiple choice the whole is selections: three respondents who chose four options', () => {
    expect(sharesOf({ options: [3, 1] })).toEqual({ options: [75, 25], cantSay: 0, whole: 4 });
  });

  test('rounded shares are never farther than half a per cent from the truth, and grow with the count', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (count, rest) => {
        const whole = count + rest;
        const share = percent(count, whole);
        // |share − 100 count / whole| ≤ 1/2, in whole numbers
        expect(Math.abs(share * whole - 100 * count) * 2).toBeLessThanOrEqual(whole);
        expect(percent(count + 1, whole)).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});
