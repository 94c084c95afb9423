import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { randomShare } from '../../testing/random-share.js';
import { StatisticsInputError } from './errors.js';
import { QuantileRangeError } from './normal-quantile.js';
import { wilsonInterval } from './wilson.js';

/** Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857–872, table I, method 3. */
const newcombe: readonly (readonly [numerator: number, denominator: number, lower: string, upper: string])[] = [
  [81, 263, '0.2553', '0.3662'],
  [15, 148, '0.0624', '0.1605'],
  [0, 20, '0.0000', '0.1611'],
  [1, 29, '0.0061', '0.1718'],
];

describe('Wilson’s interval', () => {
  it.each(newcombe)('of %d of %d is as Newcombe’s table has it', (numerator, denominator, lower, upper) => {
    const interval = wilsonInterval({ numerator, denominator });
    expect([interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([lower, upper]);
  });

  it('ends exactly at 0 and at 1 where none or all have it', () => {
    for (const denominator of [1, 3, 7, 20, 1e9]) {
      expect(wilsonInterval({ numerator: 0, denominator }).lower).toBe(0);
      expect(wilsonInterval({ numerator: denominator, denominator }).upper).toBe(1);
      // z² / (n + z²), z² = 3.841458820694124.
      expectClose(
        wilsonInterval({ numerator: 0, denominator }).upper,
        3.841458820694124 / (denominator + 3.841458820694124),
        1e-14,
      );
    }
  });

  it('has ends at which the share is just as far as chance takes it: p with |x / n − p| = z √(p (1 − p) / n)', () => {
    fc.assert(
      fc.property(randomShare, ({ numerator, denominator }) => {
        const { lower, upper } = wilsonInterval({ numerator, denominator });
        for (const end of [lower, upper]) {
          const distance = 1.959963984540054 * Math.sqrt((end * (1 - end)) / denominator);
          expect(Math.abs(numerator / denominator - end)).toBeCloseTo(distance, 6);
        }
      }),
    );
  });

  it('holds the share, lies within 0 and 1, and mirrors that of those who do not have it', () => {
    fc.assert(
      fc.property(
        randomShare,
        fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
        ({ numerator, denominator }, level) => {
          const { lower, upper } = wilsonInterval({ numerator, denominator }, { level });
          const others = wilsonInterval({ numerator: denominator - numerator, denominator }, { level });
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(numerator / denominator);
          expect(upper).toBeGreaterThanOrEqual(numerator / denominator);
          expect(upper).toBeLessThanOrEqual(1);
          expect(others.lower).toBeCloseTo(1 - upper, 13);
          expect(others.upper).toBeCloseTo(1 - lower, 13);
        },
      ),
    );
  });

  it('is wider the higher the level and narrower the more are counted', () => {
    const width = (numerator: number, denominator: number, level?: number): number => {
      const { lower, upper } = wilsonInterval({ numerator, denominator }, level === undefined ? {} : { level });
      return upper - lower;
    };
    expect(width(3, 10, 0.9)).toBeLessThan(width(3, 10));
    expect(width(3, 10)).toBeLessThan(width(3, 10, 0.99));
    expect(width(30, 100)).toBeLessThan(width(3, 10));
  });

  it.each([
    [{ numerator: 3, denominator: 0 }, 'share.denominator', 'a number above 0', '0'],
    [{ numerator: 3, denominator: -1 }, 'share.denominator', 'a number above 0', '-1'],
    [{ numerator: 3, denominator: Number.NaN }, 'share.denominator', 'a number above 0', 'NaN'],
    [{ numerator: 3, denominator: Infinity }, 'share.denominator', 'a number above 0', 'Infinity'],
    [{ numerator: -1, denominator: 2 }, 'share.numerator', 'a number from 0 to the denominator 2', '-1'],
    [{ numerator: 3, denominator: 2 }, 'share.numerator', 'a number from 0 to the denominator 2', '3'],
    [{ numerator: Number.NaN, denominator: 2 }, 'share.numerator', 'a number from 0 to the denominator 2', 'NaN'],
  ])('refuses %o', (share, path, expected, found) => {
    expect(() => wilsonInterval(share)).toThrow(StatisticsInputError);
    expect(() => wilsonInterval(share)).toThrow(expect.objectContaining({ path, expected, found }));
  });

  it('refuses a level that is none', () => {
    expect(() => wilsonInterval({ numerator: 1, denominator: 2 }, { level: 95 })).toThrow(QuantileRangeError);
  });
});
