import { assertShareOf, assertWhole, type Share } from './input.js';
import { normalScore, type Interval, type IntervalOptions } from './interval.js';
import { wilsonLimits } from './wilson.js';

export interface DifferenceOfShares {
  /** First − second, −1 to 1. */
  readonly difference: number;
  readonly interval: Interval;
}

/** The same persons twice: how many had it both times, the first time only, the second time only, neither time. */
export interface PairedCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

interface ShareWithLimits extends Interval {
  readonly share: number;
}

function withLimits(counts: Share, z: number): ShareWithLimits {
  return { share: counts.numerator / counts.denominator, ...wilsonLimits(counts, z) };
}

/** Distances of the two limits combined as the sides of a triangle whose angle has the cosine `correlation`. */
function squareAndAdd(first: ShareWithLimits, second: ShareWithLimits, correlation: number): DifferenceOfShares {
  const difference = first.share - second.share;
  const distance = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
  return {
    difference,
    interval: {
      lower: difference - distance(first.share - first.lower, second.upper - second.share),
      upper: difference + distance(first.upper - first.share, second.share - second.lower),
    },
  };
}

/**
 * How much larger the first of two independent shares is (two schools, two years' entrants), by the hybrid score interval: from d −
 * √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u Wilson's limits.
 * Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of eleven methods,
 * Statistics in Medicine 17, 873–890, method 10. The same persons asked twice are not independent: `differenceOfPairedShares`.
 * @throws {StatisticsInputError} where one is no share of more than 0
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const { difference, interval } = differenceOfShares(
 *   { numerator: 56, denominator: 70 },
 *   { numerator: 48, denominator: 80 },
 * );
 * difference.toFixed(4); // → '0.2000'
 * interval.lower.toFixed(4); // → '0.0524'
 * interval.upper.toFixed(4); // → '0.3339'
 */
export function differenceOfShares(
  first: Share,
  second: Share,
  { level = 0.95 }: IntervalOptions = {},
): DifferenceOfShares {
  assertShareOf(first, 'first');
  assertShareOf(second, 'second');
  const z = normalScore(level);
  return squareAndAdd(withLimits(first, z), withLimits(second, z), 0);
}

/** Newcombe's φ: the correlation of the two answers, drawn towards 0 by n/2 where it is positive; 0 where one answer never varies. */
function correlationOf({ both, firstOnly, secondOnly, neither }: PairedCounts): number {
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const product = both * neither - firstOnly * secondOnly;
  const half = (both + firstOnly + secondOnly + neither) / 2;
  return (product > 0 ? Math.max(0, product - half) : product) / Math.sqrt(margins);
}

/**
 * How much larger the share is the first time than the second, of the same persons: the correlation of their answers makes the interval
 * narrower. Newcombe (1998), Improved confidence intervals for the difference between binomial proportions based on paired data,
 * Statistics in Medicine 17, 2635–2650, method 10: as `differenceOfShares`, less 2 φ times the product of the two distances.
 * @throws {StatisticsInputError} where counts are not whole, or nobody is counted
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const { difference, interval } = differenceOfPairedShares({ both: 14, firstOnly: 5, secondOnly: 0, neither: 22 });
 * difference.toFixed(3); // → '0.122'
 * interval.lower.toFixed(3); // → '0.011'
 * interval.upper.toFixed(3); // → '0.226'
 */
export function differenceOfPairedShares(
  counts: PairedCounts,
  { level = 0.95 }: IntervalOptions = {},
): DifferenceOfShares {
  const { both, firstOnly, secondOnly, neither } = counts;
  for (const [name, count] of Object.entries({ both, firstOnly, secondOnly, neither })) {
    assertWhole(count, `counts.${name}`, 0);
  }
  const denominator = both + firstOnly + secondOnly + neither;
  assertWhole(denominator, 'counts', 1);
  const z = normalScore(level);
  return squareAndAdd(
    withLimits({ numerator: both + firstOnly, denominator }, z),
    withLimits({ numerator: both + secondOnly, denominator }, z),
    correlationOf(counts),
  );
}
