import { byarInterval } from './byar.js';
import { exactPoissonInterval } from './exact-poisson.js';
import { assertWhole } from './input.js';
import type { Interval, IntervalOptions } from './interval.js';

export interface PoissonInterval extends Interval {
  readonly method: 'exact' | 'byar';
}

/** From here on Byar's approximation is near enough, and below it is not (PHEindicatormethods). */
export const BYAR_FROM = 10;

/**
 * The expected count behind an observed one by the rule of PHEindicatormethods: exact below 10 events, Byar's (x and x + 1) from 10 up.
 * @param count whole, from 0 up
 * @throws {StatisticsInputError} where the count is not whole or below 0
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * poissonInterval(9).method; // → 'exact'
 * poissonInterval(10).method; // → 'byar'
 */
export function poissonInterval(count: number, { level = 0.95 }: IntervalOptions = {}): PoissonInterval {
  assertWhole(count, 'count', 0);
  const byar = count < BYAR_FROM ? undefined : byarInterval(count, { level });
  return byar?.lower === undefined
    ? { ...exactPoissonInterval(count, { level }), method: 'exact' }
    : { lower: byar.lower, upper: byar.upper, method: 'byar' };
}
