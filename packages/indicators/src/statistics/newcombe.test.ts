import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomShare } from '../../testing/random-share.js';
import { StatisticsInputError } from './errors.js';
import { differenceOfPairedShares, differenceOfShares } from './newcombe.js';
import { QuantileRangeError } from './normal-quantile.js';

/** Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10. */
const independent: readonly (readonly [number, number, number, number, string, string])[] = [
  [56, 70, 48, 80, '0.0524', '0.3339'],
  [9, 10, 3, 10, '0.1705', '0.8090'],
  [6, 7, 2, 7, '0.0582', '0.8062'],
  [5, 56, 0, 29, '-0.0381', '0.1926'],
  [0, 10, 0, 20, '-0.1611', '0.2775'],
  [0, 10, 0, 10, '-0.2775', '0.2775'],
  [10, 10, 0, 20, '0.6791', '1.0000'],
  [10, 10, 0, 10, '0.6075', '1.0000'],
];

/** Newcombe (1998), Statistics in Medicine 17, 2635–2650, method 10: both, first only, second only, neither. */
const paired: readonly (readonly [number, number, number, number, string, string])[] = [
  [36, 12, 2, 0, '0.0569', '0.3404'],
  [18, 12, 2, 18, '0.0562', '0.3290'],
  [53, 0, 0, 1, '-0.0729', '0.0729'],
];

const count = fc.integer({ min: 0, max: 60 });
const randomPairs = fc
  .record({ both: count, firstOnly: count, secondOnly: count, neither: count })
  .filter(({ both, firstOnly, secondOnly, neither }) => both + firstOnly + secondOnly + neither > 0);

describe('the difference of two independent shares', () => {
  it.each(independent)('%d of %d less %d of %d is as in Newcombe’s table', (x, n, y, m, lower, upper) => {
    const { difference, interval } = differenceOfShares(
      { numerator: x, denominator: n },
      { numerator: y, denominator: m },
    );
    expect(difference).toBe(x / n - y / m);
    expect([interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([lower, upper]);
  });

  it('changes its sign with the order, lies within −1 and 1 and holds the difference', () => {
    fc.assert(
      fc.property(randomShare, randomShare, (first, second) => {
        const { difference, interval } = differenceOfShares(first, second);
        const other = differenceOfShares(second, first);
        expect(other.interval.lower).toBeCloseTo(-interval.upper, 13);
        expect(other.interval.upper).toBeCloseTo(-interval.lower, 13);
        expect(interval.lower).toBeLessThanOrEqual(difference);
        expect(interval.upper).toBeGreaterThanOrEqual(difference);
        expect(interval.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(interval.upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is wider the higher the level', () => {
    const width = (level: number): number => {
      const { interval } = differenceOfShares(
        { numerator: 9, denominator: 10 },
        { numerator: 3, denominator: 10 },
        { level },
      );
      return interval.upper - interval.lower;
    };
    expect(width(0.8)).toBeLessThan(width(0.95));
    expect(width(0.95)).toBeLessThan(width(0.998));
  });

  it('names the one that is no share', () => {
    const half = { numerator: 1, denominator: 2 };
    const none = { numerator: 1, denominator: 0 };
    expect(() => differenceOfShares(none, half)).toThrow(expect.objectContaining({ path: 'first.denominator' }));
    expect(() => differenceOfShares(half, none)).toThrow(expect.objectContaining({ path: 'second.denominator' }));
    expect(() => differenceOfShares(half, half, { level: 1 })).toThrow(QuantileRangeError);
  });
});

describe('the difference of two shares of the same persons', () => {
  it.each(paired)(
    'both %d, one %d, other %d, neither %d is as in Newcombe’s table',
    (both, firstOnly, secondOnly, neither, lower, upper) => {
      const { difference, interval } = differenceOfPairedShares({ both, firstOnly, secondOnly, neither });
      expect(difference).toBeCloseTo((firstOnly - secondOnly) / (both + firstOnly + secondOnly + neither), 14);
      expect([interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([lower, upper]);
    },
  );

  it('is the worked example of Altman: thallium stress tests before and after', () => {
    // Altman et al. (2000), Statistics with Confidence, page 52: 0.011 to 0.226.
    const { interval } = differenceOfPairedShares({ both: 14, firstOnly: 5, secondOnly: 0, neither: 22 });
    expect([interval.lower.toFixed(3), interval.upper.toFixed(3)]).toEqual(['0.011', '0.226']);
  });

  it('is that of independent ones where the answers are as good as independent: ad − bc from 0 to n / 2', () => {
    // 10 · 10 − 9 · 11 = 1 of a half of 40.
    const { interval } = differenceOfPairedShares({ both: 10, firstOnly: 9, secondOnly: 11, neither: 10 });
    expect(interval).toEqual(
      differenceOfShares({ numerator: 19, denominator: 40 }, { numerator: 21, denominator: 40 }).interval,
    );
  });

  it('is that of independent ones where one of the answers never varies', () => {
    for (const [both, firstOnly, secondOnly, neither] of [
      [0, 30, 0, 0],
      [20, 0, 0, 0],
      [0, 0, 0, 7],
      [12, 5, 0, 0],
    ] as const) {
      const denominator = both + firstOnly + secondOnly + neither;
      expect(differenceOfPairedShares({ both, firstOnly, secondOnly, neither }).interval).toEqual(
        differenceOfShares({ numerator: both + firstOnly, denominator }, { numerator: both + secondOnly, denominator })
          .interval,
      );
    }
  });

  it('is wider where those who had it the first time tend not to have it the second', () => {
    // 2 · 2 − 18 · 18 < 0: φ = −0.8.
    const pairs = differenceOfPairedShares({ both: 2, firstOnly: 18, secondOnly: 18, neither: 2 }).interval;
    const apart = differenceOfShares({ numerator: 20, denominator: 40 }, { numerator: 20, denominator: 40 }).interval;
    // Both distances are the same, d: √(d² + 1.6 d² + d²) = d √3.6, beside d √2.
    expect(pairs.upper / apart.upper).toBeCloseTo(Math.sqrt(3.6 / 2), 12);
  });

  it('changes its sign with the order and holds the difference', () => {
    fc.assert(
      fc.property(randomPairs, ({ both, firstOnly, secondOnly, neither }) => {
        const { difference, interval } = differenceOfPairedShares({ both, firstOnly, secondOnly, neither });
        const other = differenceOfPairedShares({ both, firstOnly: secondOnly, secondOnly: firstOnly, neither });
        expect(other.interval.lower).toBeCloseTo(-interval.upper, 12);
        expect(interval.lower).toBeLessThanOrEqual(difference);
        expect(interval.upper).toBeGreaterThanOrEqual(difference);
      }),
    );
  });

  it('refuses half a person, and nobody', () => {
    const counts = { both: 1, firstOnly: 1, secondOnly: 1, neither: 1 };
    expect(() => differenceOfPairedShares({ ...counts, neither: 0.5 })).toThrow(
      expect.objectContaining({ path: 'counts.neither', found: '0.5' }),
    );
    expect(() => differenceOfPairedShares({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 })).toThrow(
      StatisticsInputError,
    );
    expect(() => differenceOfPairedShares(counts, { level: 0 })).toThrow(QuantileRangeError);
  });
});
