import { assertNotNegative } from './input.js';
import { normalScore, type IntervalOptions } from './interval.js';

export interface ByarInterval {
  /** Absent where the formula has none: at 0 events, and where so few are asked for so high a level that it falls below 0. */
  readonly lower?: number;
  readonly upper: number;
}

/**
 * The expected count behind an observed one, by Byar's approximation to the exact Poisson interval in the variant of PHEindicatormethods:
 * x (1 − 1/(9x) − z/(3√x))³ below, and the same with x + 1 and + z above. Another variant takes x + ½ on both sides
 * (R's DescTools): from 15 events 8.39–24.74 here, 8.76–24.12 there, so the variant is to be named beside the figure.
 * Breslow and Day (1987), Statistical Methods in Cancer Research, volume II, IARC, page 69.
 *
 * @param count events, from 0 up
 * @throws {StatisticsInputError} where the count is not a number from 0 up
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 *
 * @example
 * const { lower, upper } = byarInterval(65);
 * lower?.toFixed(3); // → '50.163'
 * upper.toFixed(3); // → '82.849'
 */
export function byarInterval(count: number, { level = 0.95 }: IntervalOptions = {}): ByarInterval {
  assertNotNegative(count, 'count');
  const z = normalScore(level);
  const lower = byarLimit(count, -z);
  const upper = byarLimit(count + 1, z);
  return lower >= 0 ? { lower, upper } : { upper };
}

/** The cube root of a Poisson count is nearly normal (Wilson and Hilferty 1931). Not a number at 0. */
function byarLimit(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}
