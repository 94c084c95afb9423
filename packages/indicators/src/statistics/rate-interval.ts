import { assertPositive, assertWhole } from './input.js';
import type { Interval, IntervalOptions } from './interval.js';
import { poissonInterval } from './poisson-interval.js';

export interface Rate {
  /** Events, whole. */
  readonly numerator: number;
  /** Persons, years or days in which they could happen. */
  readonly denominator: number;
}

export interface RateOptions extends IntervalOptions {
  /** Events per so many of the denominator; 1 where absent. */
  readonly per?: number;
}

export interface RateWithInterval {
  readonly rate: number;
  readonly interval: Interval;
  readonly method: 'exact' | 'byar';
}

/**
 * Events per person, year or 100,000 with their interval, as PHEindicatormethods' `phe_rate`: that of the count (`poissonInterval`)
 * over the denominator, which is taken as known.
 * @throws {StatisticsInputError} where the numerator is not whole, or the denominator or `per` not above 0
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * // 5 accidents in 100 years at work.
 * const { rate, interval, method } = rateInterval({ numerator: 5, denominator: 100 }, { per: 100 });
 * rate; // → 5
 * interval.upper.toFixed(2); // → '11.67'
 * method; // → 'exact'
 */
export function rateInterval(
  { numerator, denominator }: Rate,
  { level = 0.95, per = 1 }: RateOptions = {},
): RateWithInterval {
  assertWhole(numerator, 'rate.numerator', 0);
  assertPositive(denominator, 'rate.denominator');
  assertPositive(per, 'per');
  const { lower, upper, method } = poissonInterval(numerator, { level });
  const rateOf = (count: number): number => (count / denominator) * per;
  return { rate: rateOf(numerator), interval: { lower: rateOf(lower), upper: rateOf(upper) }, method };
}
