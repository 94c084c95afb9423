import type { Interval, IntervalOptions } from './interval.js';
import { assertSample } from './mean-interval.js';
import { assertShare } from './normal-quantile.js';
import type { Sample } from './sample.js';
import { tBeyond, tScore } from './students-t.js';

export interface DifferenceOfMeans {
  /** First − second. */
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  /** By Welch and Satterthwaite, seldom whole. */
  readonly degreesOfFreedom: number;
  /** Two-sided: how often means would differ as much where they are the same. */
  readonly p: number;
}

/** The squared standard error of a mean; `undefined` of one number. */
function squaredError({ n, standardDeviation }: Sample): number | undefined {
  return standardDeviation === undefined || n <= 1 ? undefined : (standardDeviation * standardDeviation) / n;
}

/**
 * How much larger the mean of the first of two independent samples is, their spreads not taken as equal: Welch's test, as R's `t.test`.
 * t = d / √(s₁²/n₁ + s₂²/n₂) with (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)² / (n₁ − 1) + (s₂²/n₂)² / (n₂ − 1)) degrees of freedom.
 * Welch (1947), The generalization of “Student’s” problem, Biometrika 34, 28–35; Satterthwaite (1946).
 * `undefined` where a sample has one number, or no number of either varies.
 * @throws {StatisticsInputError} where a number of a sample is none
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const difference = differenceOfMeans(sampleOf([1, 2, 3]), sampleOf([3, 5, 7]));
 * difference?.difference; // → -3
 * difference?.degreesOfFreedom.toFixed(4); // → '2.9412'
 */
export function differenceOfMeans(
  first: Sample,
  second: Sample,
  { level = 0.95 }: IntervalOptions = {},
): DifferenceOfMeans | undefined {
  assertSample(first, 'first');
  assertSample(second, 'second');
  assertShare(level, 'level');
  const [a, b] = [squaredError(first), squaredError(second)];
  if (a === undefined || b === undefined || a + b === 0) return undefined;
  const difference = first.mean - second.mean;
  const error = Math.sqrt(a + b);
  const degreesOfFreedom = (a + b) ** 2 / ((a * a) / (first.n - 1) + (b * b) / (second.n - 1));
  const distance = tScore(level, degreesOfFreedom) * error;
  return {
    difference,
    interval: { lower: difference - distance, upper: difference + distance },
    t: difference / error,
    degreesOfFreedom,
    p: tBeyond(difference / error, degreesOfFreedom),
  };
}
