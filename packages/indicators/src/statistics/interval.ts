import { assertShare, normalQuantile } from './normal-quantile.js';

/** Of a curve it is pointwise: it covers the value at one month, not the whole. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface IntervalOptions {
  /** Two-sided, above 0 and below 1; 0.95 where absent. */
  readonly level?: number;
}

/** z of a two-sided interval: 1.96 for 0.95. Throws `QuantileRangeError` where the level is not between 0 and 1. */
export function normalScore(level: number): number {
  assertShare(level, 'level');
  return normalQuantile(0.5 + level / 2);
}

/**
 * The interval of a probability p by its log(−log p), from p^exp(z·s / |log p|) to p^exp(−z·s / |log p|), s the standard error of log p.
 * It stays between 0 and 1 and covers well in small groups (Kalbfleisch and Prentice 2002, section 1.4; Borgan and Liestøl 1990).
 * None where p is 0 or 1: nothing has happened yet or nobody is left, and the estimate says nothing of its own variance.
 */
export function logLogInterval(probability: number, standardErrorOfLog: number, z: number): Interval | undefined {
  if (!(probability > 0 && probability < 1)) return undefined;
  const factor = Math.exp((z * standardErrorOfLog) / Math.abs(Math.log(probability)));
  return { lower: Math.pow(probability, factor), upper: Math.pow(probability, 1 / factor) };
}
