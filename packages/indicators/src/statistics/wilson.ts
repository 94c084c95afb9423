import { assertShareOf, type Share } from './input.js';
import { normalScore, type Interval, type IntervalOptions } from './interval.js';

/**
 * The score interval of a share of x of n: the two shares p with |x/n − p| = z √(p (1 − p) / n). It stays between 0 and 1, is not empty
 * at 0 of n or n of n, and covers well in small groups, where the textbook's p ± z √(p (1 − p) / n) does not.
 * Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212; without continuity
 * correction, as PHEindicatormethods has it.
 * @throws {StatisticsInputError} where it is no share of more than 0
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const { lower, upper } = wilsonInterval({ numerator: 65, denominator: 100 });
 * lower.toFixed(4); // → '0.5525'
 * upper.toFixed(4); // → '0.7364'
 */
export function wilsonInterval(share: Share, { level = 0.95 }: IntervalOptions = {}): Interval {
  assertShareOf(share, 'share');
  return wilsonLimits(share, normalScore(level));
}

/** By its z. Nothing is subtracted from nearly the same, so that a share near 0 keeps its digits, and all of all ends at 1. */
export function wilsonLimits({ numerator: x, denominator: n }: Share, z: number): Interval {
  const upper = 2 * x < n ? largerRoot(x, n, z) / (2 * (n + z * z)) : 1 - lowerLimit(n - x, n, z);
  return { lower: lowerLimit(x, n, z), upper };
}

/** The larger root times 2 (n + z²). */
function largerRoot(x: number, n: number, z: number): number {
  return 2 * x + z * z + z * Math.sqrt(z * z + (4 * x * (n - x)) / n);
}

/** The product of the two roots is x² / (n (n + z²)). */
function lowerLimit(x: number, n: number, z: number): number {
  return ((x / n) * 2 * x) / largerRoot(x, n, z);
}
