import { describe, expect, it } from 'vitest';
import { controlLimits } from './control-limits.js';
import { StatisticsInputError } from './errors.js';

describe('control limits', () => {
  it('are the mean and 2.66 times what neighbours differ by on average', () => {
    // Ranges 2, 1, 3 → 2; 5.32 for three sigma, 3.546… for two; mean 47 / 4.
    const found = controlLimits([10, 12, 11, 14]);
    expect(found?.mean).toBe(11.75);
    expect(found?.movingRange).toBe(2);
    expect(found?.limits.lower).toBeCloseTo(6.43, 12);
    expect(found?.limits.upper).toBeCloseTo(17.07, 12);
    expect(found?.nearLimits.lower).toBeCloseTo(11.75 - (2 / 3) * 5.32, 12);
    expect(found?.nearLimits.upper).toBeCloseTo(11.75 + (2 / 3) * 5.32, 12);
  });

  it('leave a range of 3.267 times the average out of it, and no smaller one', () => {
    // Ranges 1, 1, 1, 1, 1, 1, 1, 9, 9 → 25 / 9 = 2.78, times 3.267 is 9.075: all count.
    const nine = [0, 1, 0, 1, 0, 1, 0, 1, 10, 1];
    expect(controlLimits(nine)?.movingRange).toBeCloseTo(25 / 9, 14);
    // 10 and 10: 27 / 9 = 3, times 3.267 is 9.801: both go.
    const ten = [0, 1, 0, 1, 0, 1, 0, 1, 11, 1];
    expect(controlLimits(ten)?.movingRange).toBe(1);
    expect(controlLimits(ten, { screenOutliers: false })?.movingRange).toBe(3);
    // The point itself stays in the mean.
    expect(controlLimits(ten)?.mean).toBe(1.6);
  });

  it('leave out a range just at 3.267 times the average', () => {
    // Ranges 0 (19 times) … a last one r: average r / n; r ≥ 3.267 r / n where n ≥ 3.267.
    expect(controlLimits([5, 5, 5, 7])?.movingRange).toBeCloseTo(2 / 3, 14);
    expect(controlLimits([5, 5, 5, 5, 7])?.movingRange).toBe(0);
  });

  it('are the mean where nothing varies, and none of one figure', () => {
    expect(controlLimits([0.1, 0.1, 0.1])).toEqual({
      mean: 0.1,
      movingRange: 0,
      limits: { lower: 0.1, upper: 0.1 },
      nearLimits: { lower: 0.1, upper: 0.1 },
    });
    expect(controlLimits([3])).toBeUndefined();
  });

  it('refuse no figure', () => {
    expect(() => controlLimits([])).toThrow(StatisticsInputError);
    expect(() => controlLimits([])).toThrow(expect.objectContaining({ path: 'values' }));
  });
});
