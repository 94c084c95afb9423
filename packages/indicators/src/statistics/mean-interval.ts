import { assertNotNegative, assertNumber, assertPositive } from './input.js';
import type { Interval, IntervalOptions } from './interval.js';
import { assertShare } from './normal-quantile.js';
import type { Sample } from './sample.js';
import { tScore } from './students-t.js';

/** Throws `StatisticsInputError` where a number of the sample is none. */
export function assertSample({ n, mean, standardDeviation }: Sample, path: string): void {
  assertPositive(n, `${path}.n`);
  assertNumber(mean, `${path}.mean`);
  if (standardDeviation !== undefined) assertNotNegative(standardDeviation, `${path}.standardDeviation`);
}

/**
 * The interval of a mean by Student's t: mean ± t s / √n with n − 1 degrees of freedom, as R's `t.test` and PHEindicatormethods' `phe_mean`.
 * `undefined` where there is one number: it says nothing of its own spread. It is meant for samples: of everybody who was to
 * answer, see `everybodyCounted`.
 * @throws {StatisticsInputError} where a number of the sample is none
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * // 30, 40, 50, 60: t of 3 degrees of freedom is 3.182, s is 12.91.
 * const interval = meanInterval(sampleOf([30, 40, 50, 60]));
 * interval?.lower.toFixed(3); // → '24.457'
 * interval?.upper.toFixed(3); // → '65.543'
 */
export function meanInterval(sample: Sample, { level = 0.95 }: IntervalOptions = {}): Interval | undefined {
  assertSample(sample, 'sample');
  assertShare(level, 'level');
  const { n, mean, standardDeviation } = sample;
  if (standardDeviation === undefined || n <= 1) return undefined;
  const distance = (tScore(level, n - 1) * standardDeviation) / Math.sqrt(n);
  return { lower: mean - distance, upper: mean + distance };
}
