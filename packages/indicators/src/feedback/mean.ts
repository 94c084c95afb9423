import { rational, toNumber } from './rational.js';

/** What a mean needs of numbers: how many, their sum, the sum of their squares. Sums of parts add up to those of the whole. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * The mean, or `undefined` without numbers. "Can't say" is none (CSCfi/arvo b2a8a7fc: `avg(numerovalinta)`).
 *
 * @example
 * // 2, 4 and 6.
 * meanOf({ n: 3, sum: 12 }); // → 4
 */
export function meanOf({ n, sum }: Pick<Sums, 'n' | 'sum'>): number | undefined {
  return n === 0 ? undefined : toNumber(rational(sum, n));
}

/**
 * The standard deviation: of a sample (÷ n − 1, as Arvo has it: `stddev_samp`) or of a population (÷ n, as Vipunen has it:
 * `STDEV.P`). From the same answers the two are two numbers, so each is asked for by name.
 * @returns `undefined` without numbers, and of a sample of one
 *
 * @example
 * // 2, 4 and 6: squares 4 + 16 + 36, deviations 4 + 0 + 4.
 * standardDeviationOf({ n: 3, sum: 12, squares: 56 }, 'sample'); // → 2
 */
export function standardDeviationOf({ n, sum, squares }: Sums, of: 'sample' | 'population'): number | undefined {
  const degrees = of === 'sample' ? n - 1 : n;
  if (degrees < 1) return undefined;
  // n Σx² − (Σx)² is exact, where subtracting squares of a rounded mean would not be.
  const spread = BigInt(n) * BigInt(squares) - BigInt(sum) * BigInt(sum);
  return Math.sqrt(toNumber(rational(spread, BigInt(n) * BigInt(degrees))));
}
