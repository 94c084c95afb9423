import { assertNumbers } from './input.js';
import type { Interval } from './interval.js';
import { meanOfNumbers } from './sample.js';

/** 3 / d₂ of two neighbours, 1.128: three sigma of what neighbours differ by on average. */
const THREE_SIGMA = 2.66;

/** D₄ of two neighbours: moving ranges from here up are outliers. */
const RANGE_LIMIT = 3.267;

export interface ControlLimits {
  readonly mean: number;
  /** How much neighbours differ on average, without outliers where they were screened. */
  readonly movingRange: number;
  /** Three sigma: the process limits. */
  readonly limits: Interval;
  /** Two sigma. */
  readonly nearLimits: Interval;
}

export interface ControlLimitsOptions {
  /** Leaves moving ranges of 3.267 times their average and more out of it; `true` where absent. */
  readonly screenOutliers?: boolean;
}

/**
 * Between what single figures of a steady process lie, by how much neighbours differ (XmR chart): mean ± 2.66 times the average moving range, as
 * NHSRplotthedots has it. Shewhart (1931); Wheeler and Chambers (1992), Understanding Statistical Process Control; Provost and Murray
 * (2011), The Health Care Data Guide, for the screening. `undefined` of one figure.
 * @param values at equal steps of time
 * @throws {StatisticsInputError} where there is no figure, or one is not finite
 *
 * @example
 * // Moving ranges 2, 1, 3: 2 on average.
 * const found = controlLimits([10, 12, 11, 14]);
 * found?.mean; // → 11.75
 * found?.limits.upper.toFixed(2); // → '17.07'
 */
export function controlLimits(
  values: readonly number[],
  { screenOutliers = true }: ControlLimitsOptions = {},
): ControlLimits | undefined {
  assertNumbers(values, 'values', 1);
  const ranges = values.slice(1).map((value, position) => Math.abs(value - (values[position] ?? value)));
  if (ranges.length === 0) return undefined;
  const mean = meanOfNumbers(values);
  const average = meanOfNumbers(ranges);
  // Where no neighbours differ there is no outlier either.
  const isOutlier = (range: number): boolean => screenOutliers && average > 0 && range >= RANGE_LIMIT * average;
  const movingRange = meanOfNumbers(ranges.filter((range) => !isOutlier(range)));
  const around = (sigmas: number): Interval => {
    const distance = sigmas * (THREE_SIGMA / 3) * movingRange;
    return { lower: mean - distance, upper: mean + distance };
  };
  return { mean, movingRange, limits: around(3), nearLimits: around(2) };
}
