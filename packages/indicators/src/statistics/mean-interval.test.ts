import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { StatisticsInputError } from './errors.js';
import { meanInterval } from './mean-interval.js';
import { QuantileRangeError } from './normal-quantile.js';
import { sampleOf } from './sample.js';

/** Hours of sleep gained with one of two drugs and the other: `sleep` of base R, Student (1908), Biometrika 6, 1–25. */
const firstDrug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];

describe('the interval of a mean', () => {
  it('is as R’s t.test gives it', () => {
    // t.test(sleep$extra[1:10]): 95 percent confidence interval -0.5297804 2.0297804.
    const interval = meanInterval(sampleOf(firstDrug));
    expect(interval?.lower.toFixed(7)).toBe('-0.5297804');
    expect(interval?.upper.toFixed(7)).toBe('2.0297804');
  });

  it('is mean ± t s / √n: of 4 and 6 5 ± 12.7062 · √2 / √2', () => {
    const interval = meanInterval(sampleOf([4, 6]));
    expectClose(interval?.lower, 5 - 12.706204736174693, 1e-13);
    expectClose(interval?.upper, 5 + 12.706204736174693, 1e-13);
  });

  it('is the mean alone where nothing varies, and none of one number', () => {
    expect(meanInterval({ n: 4, mean: 7, standardDeviation: 0 })).toEqual({ lower: 7, upper: 7 });
    expect(meanInterval({ n: 1, mean: 7 })).toBeUndefined();
    expect(meanInterval({ n: 1, mean: 7, standardDeviation: 2 })).toBeUndefined();
    expect(meanInterval({ n: 20, mean: 7 })).toBeUndefined();
  });

  it('takes an effective size that is not whole', () => {
    // t of 4.5 degrees of freedom.
    const interval = meanInterval({ n: 5.5, mean: 0, standardDeviation: Math.sqrt(5.5) });
    expectClose(interval?.upper, 2.658912347204403, 1e-13);
  });

  it('holds the mean and is wider the higher the level', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, (answers) => {
        const sample = sampleOf(answers);
        const [narrow, wide] = [meanInterval(sample, { level: 0.8 }), meanInterval(sample)];
        expect(wide?.lower).toBeLessThanOrEqual(narrow?.lower ?? Number.NaN);
        expect(narrow?.lower).toBeLessThanOrEqual(sample.mean);
        expect(narrow?.upper).toBeGreaterThanOrEqual(sample.mean);
        expect(wide?.upper).toBeGreaterThanOrEqual(narrow?.upper ?? Number.NaN);
      }),
    );
  });

  it('refuses what is no sample', () => {
    for (const [sample, path] of [
      [{ n: 0, mean: 1 }, 'sample.n'],
      [{ n: 2, mean: Number.NaN, standardDeviation: 1 }, 'sample.mean'],
      [{ n: 2, mean: 1, standardDeviation: -1 }, 'sample.standardDeviation'],
    ] as const) {
      expect(() => meanInterval(sample)).toThrow(StatisticsInputError);
      expect(() => meanInterval(sample)).toThrow(expect.objectContaining({ path }));
    }
    expect(() => meanInterval({ n: 1, mean: 1 }, { level: 95 })).toThrow(QuantileRangeError);
  });
});
