import { StatisticsInputError } from './errors.js';
import { assertNotNegative, assertPositive } from './input.js';
import type { Interval } from './interval.js';
import { poissonInterval } from './poisson-interval.js';
import type { RateOptions } from './rate-interval.js';

/** One group of the mix, such as a field of education by age: how many the provider has, and how often it happens in the network. */
export interface Stratum {
  readonly size: number;
  /** Of the network: events, and of how many. */
  readonly reference: { readonly numerator: number; readonly denominator: number };
}

/**
 * How many events there would be if each group of a provider's own mix had the network's rate: Σ size · numerator / denominator.
 * @throws {StatisticsInputError} where a number is below 0, or a group with somebody in it has no rate in the network
 *
 * @example
 * // 40 young of whom 60 % qualify in the network, 10 adults of whom 80 % do.
 * expectedCount([
 *   { size: 40, reference: { numerator: 600, denominator: 1000 } },
 *   { size: 10, reference: { numerator: 400, denominator: 500 } },
 * ]); // → 32
 */
export function expectedCount(strata: readonly Stratum[]): number {
  return strata.reduce((sum, { size, reference: { numerator, denominator } }, position) => {
    const path = `strata[${String(position)}]`;
    assertNotNegative(size, `${path}.size`);
    assertNotNegative(numerator, `${path}.reference.numerator`);
    assertNotNegative(denominator, `${path}.reference.denominator`);
    if (size === 0) return sum;
    if (denominator === 0) {
      const expected = 'a number above 0 where the provider has somebody';
      throw new StatisticsInputError('number', `${path}.reference.denominator`, expected, '0');
    }
    return sum + (size * numerator) / denominator;
  }, 0);
}

export interface ObservedAndExpected {
  /** Events, whole. */
  readonly observed: number;
  /** Above 0: `expectedCount` of the provider's mix. */
  readonly expected: number;
}

export interface StandardisedRatio {
  readonly ratio: number;
  readonly interval: Interval;
  readonly method: 'exact' | 'byar';
}

/**
 * The indirectly standardised ratio: observed / expected, with the interval of the observed count (`poissonInterval`) over the expected one,
 * which is taken as known; as PHEindicatormethods' `calculate_ISRatio`. Above 1 (or `per`) more happened than the mix lets expect.
 * Ratios of two providers have different mixes in them and are not to be compared with each other.
 * Where most of a group have the event, as with completion, a Poisson interval is wider than need be.
 * @throws {StatisticsInputError} where the observed count is not whole, or the expected one or `per` not above 0
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const { ratio, interval } = standardisedRatio({ observed: 20, expected: 16 });
 * ratio; // → 1.25
 * interval.lower.toFixed(3); // → '0.763'
 * interval.upper.toFixed(3); // → '1.931'
 */
export function standardisedRatio(
  { observed, expected }: ObservedAndExpected,
  { level = 0.95, per = 1 }: RateOptions = {},
): StandardisedRatio {
  const { lower, upper, method } = poissonInterval(observed, { level });
  assertPositive(expected, 'expected');
  assertPositive(per, 'per');
  const ratioOf = (count: number): number => (count / expected) * per;
  return { ratio: ratioOf(observed), interval: { lower: ratioOf(lower), upper: ratioOf(upper) }, method };
}
