import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatisticsInputError } from './errors.js';
import { QuantileRangeError } from './normal-quantile.js';
import { quantileInterval } from './quantile-interval.js';

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, position) => position + 1);

/** How often at most k of n lie below the quantile: the sum of the binomial terms. */
function atMost(k: number, n: number, p: number): number {
  let choose = 1;
  let sum = 0;
  for (let i = 0; i <= k; i += 1) {
    sum += choose * p ** i * (1 - p) ** (n - i);
    choose = (choose * (n - i)) / (i + 1);
  }
  return sum;
}

/**
 * Ranks of the interval of a median at 95 %: sums of binomial coefficients by hand, such as 1 + 15 + 105 + 455 = 576 of 32,768 on each side of 15.
 * They are those of Campbell and Gardner (1988), BMJ 296, 1454–1456, table of medians.
 */
const medians: readonly (readonly [n: number, lower: number, upper: number, coverage: number])[] = [
  [6, 1, 6, 1 - 2 / 64],
  [8, 1, 8, 1 - 2 / 256],
  [9, 2, 8, 1 - 20 / 512],
  [10, 2, 9, 1 - 22 / 1024],
  [15, 4, 12, 1 - (2 * 576) / 32_768],
];

describe('a quantile with its interval', () => {
  it.each(medians)('is of %d numbers the median between ranks %d and %d', (n, lower, upper, coverage) => {
    const found = quantileInterval(upTo(n), 0.5);
    expect(found).toMatchObject({ value: (n + 1) / 2, lower, upper });
    expect(found.coverage).toBeCloseTo(coverage, 14);
  });

  it('has no end where the sample is too small: five numbers, or a quartile of ten', () => {
    const small = quantileInterval([5, 1, 4, 2, 3], 0.5);
    expect(small).toEqual({ value: 3, coverage: 1 });
    // (3/4)¹⁰ = 0.056 have none below the lower quartile; 0.9804 have 5 or fewer, and 0.0197 at least 6.
    const quartile = quantileInterval(upTo(10), 0.25);
    expect(quartile).not.toHaveProperty('lower');
    expect(quartile.upper).toBe(6);
    expect(quartile.coverage).toBeCloseTo(atMost(5, 10, 0.25), 14);
    const upper = quantileInterval(upTo(10), 0.75);
    expect(upper.lower).toBe(5);
    expect(upper).not.toHaveProperty('upper');
  });

  it('lies between neighbours as R’s default has it, whatever the order', () => {
    // quantile(c(1, 2, 4, 8), 0.4): 1 + 3 · 0.4 = 2.2, 2 + 0.2 · 2.
    expect(quantileInterval([8, 2, 4, 1], 0.4).value).toBeCloseTo(2.4, 14);
    expect(quantileInterval([7], 0.9).value).toBe(7);
  });

  it('counts equal numbers as many times as they are there', () => {
    expect(quantileInterval([3, 3, 3, 3, 3, 3, 3, 3], 0.5)).toMatchObject({ value: 3, lower: 3, upper: 3 });
  });

  it('takes a probability just at the limit as within it', () => {
    // Two of four coins at each side: 1 − 2 / 16 is 87.5 % exactly.
    expect(quantileInterval(upTo(4), 0.5, { level: 0.875 })).toMatchObject({ lower: 1, upper: 4 });
    expect(quantileInterval(upTo(4), 0.5, { level: 0.88 })).not.toHaveProperty('lower');
  });

  it('has the narrowest ends that leave out no more than half of what is beyond the level at each side', () => {
    const n = fc.integer({ min: 1, max: 60 });
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(n, share, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (size, quantile, level) => {
        const { lower = 0, upper = size + 1, coverage } = quantileInterval(upTo(size), quantile, { level });
        const beyond = (1 - level) / 2;
        // The rank of each end is its value here.
        expect(atMost(lower - 1, size, quantile)).toBeLessThanOrEqual(beyond + 1e-9);
        if (lower < size) expect(atMost(lower, size, quantile)).toBeGreaterThan(beyond - 1e-9);
        expect(1 - atMost(upper - 1, size, quantile)).toBeLessThanOrEqual(beyond + 1e-9);
        if (upper > 1) expect(1 - atMost(upper - 2, size, quantile)).toBeGreaterThan(beyond - 1e-9);
        expect(coverage).toBeCloseTo(atMost(upper - 1, size, quantile) - atMost(lower - 1, size, quantile), 9);
      }),
    );
  });

  it('refuses no numbers, a quantile and a level that are none', () => {
    expect(() => quantileInterval([], 0.5)).toThrow(StatisticsInputError);
    expect(() => quantileInterval([1], 50)).toThrow(QuantileRangeError);
    expect(() => quantileInterval([1], 0.5, { level: 95 })).toThrow(QuantileRangeError);
  });
});
