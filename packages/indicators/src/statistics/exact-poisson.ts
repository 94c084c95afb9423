import { gammaQuantile } from './incomplete-gamma.js';
import { assertWhole } from './input.js';
import type { Interval, IntervalOptions } from './interval.js';
import { assertShare } from './normal-quantile.js';

/**
 * The expected count behind an observed one, exact: below it, so many or more would be rarer than (1 − level) / 2; above it, so few or
 * fewer. Half the quantiles of χ² of 2x and 2x + 2 degrees of freedom; 0 at the lower end where nothing was observed.
 * Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437–442.
 *
 * @param count whole, from 0 up
 * @throws {StatisticsInputError} where the count is not whole or below 0
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const { lower, upper } = exactPoissonInterval(5);
 * lower.toFixed(3); // → '1.623'
 * upper.toFixed(3); // → '11.668'
 */
export function exactPoissonInterval(count: number, { level = 0.95 }: IntervalOptions = {}): Interval {
  assertWhole(count, 'count', 0);
  assertShare(level, 'level');
  const beyond = (1 - level) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(count, beyond, 'below'),
    upper: gammaQuantile(count + 1, beyond, 'above'),
  };
}
