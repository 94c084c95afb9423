import { binomialAtLeast, binomialAtMost } from './binomial-distribution.js';
import { assertNumbers } from './input.js';
import type { IntervalOptions } from './interval.js';
import { assertShare } from './normal-quantile.js';

export interface QuantileWithInterval {
  readonly value: number;
  /** Absent where even the smallest number is not surely below: the sample is too small. */
  readonly lower?: number;
  /** Absent where even the largest number is not surely above. */
  readonly upper?: number;
  /** How surely the two ends hold the quantile: at least the level where both are there. */
  readonly coverage: number;
}

/**
 * The number below which the share of a sample lies, between the two nearest as R's default (type 7 of Hyndman and Fan 1996), with the
 * interval whose ends are numbers of the sample: the highest below which at most (1 − level) / 2 of samples would leave the quantile, and
 * the lowest above; by the binomial distribution, whatever the numbers are distributed like.
 * Conover (1999), Practical Nonparametric Statistics, section 3.2; of the median the same as the exact interval of R's DescTools.
 *
 * @param values in any order
 * @param quantile 0.5 is the median
 * @throws {StatisticsInputError} where there is no number, or one is not finite
 * @throws {QuantileRangeError} where the quantile or the level is not between 0 and 1
 *
 * @example
 * // Of ten, the second and the ninth hold the median with 1 − 2 · 11 / 1024.
 * quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5); // → { value: 5.5, lower: 2, upper: 9, coverage: 0.978515625 }
 */
export function quantileInterval(
  values: readonly number[],
  quantile: number,
  { level = 0.95 }: IntervalOptions = {},
): QuantileWithInterval {
  assertNumbers(values, 'values', 1);
  assertShare(quantile, 'quantile');
  assertShare(level, 'level');
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const beyond = (1 - level) / 2 + ROUNDING;
  // The r-th is above the quantile where fewer than r are below it; the s-th below where at least s are.
  const r = highest(n, (rank) => binomialAtMost(rank - 1, n, quantile) <= beyond);
  const s = n + 1 - highest(n, (rank) => binomialAtLeast(n + 1 - rank, n, quantile) <= beyond);
  const lower = sorted[r - 1];
  const upper = sorted[s - 1];
  return {
    value: quantileOfSorted(sorted, quantile),
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    coverage: 1 - binomialAtMost(r - 1, n, quantile) - binomialAtLeast(s, n, quantile),
  };
}

/** What the last digits of a probability may be off. */
const ROUNDING = 1e-14;

/** The highest rank from 1 to n for which it holds, where it holds up to some rank and then no more; 0 where for none. */
function highest(n: number, holds: (rank: number) => boolean): number {
  let [yes, no] = [0, n + 1];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Type 7 of Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50, 361–365. */
export function quantileOfSorted(sorted: readonly number[], quantile: number): number {
  const place = (sorted.length - 1) * quantile;
  const below = Math.floor(place);
  const [from = 0, to = from] = sorted.slice(below, below + 2);
  return from + (place - below) * (to - from);
}
