import { assertNumbers } from './input.js';

/** What t intervals and tests need of numbers: of a feedback mean, `meanOf` and `standardDeviationOf` with `'sample'` give it from sums. */
export interface Sample {
  /** Whole, or the effective size of a weighted sample. */
  readonly n: number;
  readonly mean: number;
  /** Of a sample: ÷ n − 1. Absent where there is one number. */
  readonly standardDeviation?: number;
}

/**
 * The mean, corrected by the mean of what is left over, so that equal numbers have exactly themselves as their mean.
 * @param values at least one
 */
export function meanOfNumbers(values: readonly number[]): number {
  const first = sum(values) / values.length;
  return first + sum(values.map((value) => value - first)) / values.length;
}

/** With what rounding leaves out added at the end: Neumaier (1974), ZAMM 54, 39–51. */
export function sum(values: readonly number[]): number {
  let total = 0;
  let leftOut = 0;
  for (const value of values) {
    const next = total + value;
    leftOut += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + leftOut;
}

/**
 * How many numbers, their mean, and the standard deviation of a sample.
 * @throws {StatisticsInputError} where there is no number, or one is not finite
 *
 * @example
 * // 2, 4 and 6: deviations −2, 0, 2.
 * sampleOf([2, 4, 6]); // → { n: 3, mean: 4, standardDeviation: 2 }
 */
export function sampleOf(values: readonly number[]): Sample {
  assertNumbers(values, 'values', 1);
  const n = values.length;
  const mean = meanOfNumbers(values);
  if (n === 1) return { n, mean };
  return { n, mean, standardDeviation: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (n - 1)) };
}
