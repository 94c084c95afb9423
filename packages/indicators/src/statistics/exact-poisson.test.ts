import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { StatisticsInputError } from './errors.js';
import { exactPoissonInterval } from './exact-poisson.js';
import { QuantileRangeError } from './normal-quantile.js';

/** Pearson and Hartley, Biometrika Tables for Statisticians, table 40: confidence limits for the expectation of a Poisson variable, 95 %. */
const printed: readonly (readonly [count: number, lower: string, upper: string])[] = [
  [0, '0.0000', '3.69'],
  [1, '0.0253', '5.57'],
  [2, '0.242', '7.22'],
  [3, '0.619', '8.77'],
  [5, '1.62', '11.67'],
  [10, '4.80', '18.39'],
  [20, '12.22', '30.89'],
  [50, '37.11', '65.92'],
];

describe('the exact Poisson interval', () => {
  it.each(printed)('of %d is as tables have it', (count, lower, upper) => {
    const interval = exactPoissonInterval(count);
    expect(interval.lower.toFixed(lower.split('.')[1]?.length)).toBe(lower);
    expect(interval.upper.toFixed(2)).toBe(upper);
  });

  it('of no event ends at −ln 0.025, of one begins at −ln 0.975', () => {
    expect(exactPoissonInterval(0).lower).toBe(0);
    expectClose(exactPoissonInterval(0).upper, -Math.log(0.025), 1e-14);
    expectClose(exactPoissonInterval(1).lower, -Math.log(0.975), 1e-14);
  });

  it('leaves half of what is beyond the level on each side', () => {
    const atMost = (count: number, mean: number): number => {
      let term = Math.exp(-mean);
      let sum = term;
      for (let k = 1; k <= count; k += 1) {
        term *= mean / k;
        sum += term;
      }
      return sum;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (count, level) => {
          const { lower, upper } = exactPoissonInterval(count, { level });
          expect(atMost(count, upper)).toBeCloseTo((1 - level) / 2, 10);
          if (count > 0) expect(1 - atMost(count - 1, lower)).toBeCloseTo((1 - level) / 2, 10);
          expect(lower).toBeLessThanOrEqual(count);
          expect(upper).toBeGreaterThan(count);
        },
      ),
    );
  });

  it('refuses what is no count, and a level that is none', () => {
    for (const count of [-1, 0.5, Number.NaN, Infinity]) {
      expect(() => exactPoissonInterval(count)).toThrow(StatisticsInputError);
      expect(() => exactPoissonInterval(count)).toThrow(
        expect.objectContaining({ code: 'whole-number', path: 'count', expected: 'a whole number from 0 up' }),
      );
    }
    expect(() => exactPoissonInterval(5, { level: 95 })).toThrow(QuantileRangeError);
  });
});
