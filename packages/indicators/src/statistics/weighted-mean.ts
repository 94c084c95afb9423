import { StatisticsInputError } from './errors.js';
import { assertNotNegative, assertNumber } from './input.js';
import type { Sample } from './sample.js';
import { sum } from './sample.js';

export interface Weighted {
  readonly value: number;
  /** From 0 up: how many of the population an answer stands for, or in proportion to it. */
  readonly weight: number;
}

export interface WeightedMean extends Sample {
  /** Kish's effective size: so many answers without weights would tell as much. */
  readonly n: number;
  /** Answers with a weight above 0. */
  readonly answers: number;
  /** Kish's design effect of weighting, answers / n: 1 where all weigh the same. */
  readonly designEffect: number;
}

/**
 * The mean of answers that do not all count the same, Σwx / Σw, with Kish's effective size (Σw)² / Σw² as its `n` and the standard
 * deviation √(Σw (x − x̄)² / Σw · n / (n − 1)), so that `meanInterval` and `differenceOfMeans` take it as a sample. With equal weights it
 * is the sample without them. Kish (1965), Survey Sampling, section 11.7; Kish (1992), Weighting for unequal Pᵢ, Journal of Official
 * Statistics 8, 183–200. A weighted share is its mean over answers of 0 and 1: `wilsonInterval` of mean · n of n.
 * @throws {StatisticsInputError} where a value is no number, a weight is below 0, or none is above 0
 *
 * @example
 * // Σw = 6, Σw² = 14: 36 / 14 answers' worth; (1·2 + 2·4 + 3·6) / 6.
 * const { mean, n, answers } = weightedMean([
 *   { value: 2, weight: 1 },
 *   { value: 4, weight: 2 },
 *   { value: 6, weight: 3 },
 * ]);
 * mean.toFixed(3); // → '4.667'
 * n.toFixed(3); // → '2.571'
 * answers; // → 3
 */
export function weightedMean(answers: readonly Weighted[]): WeightedMean {
  for (const [position, { value, weight }] of answers.entries()) {
    assertNumber(value, `answers[${String(position)}].value`);
    assertNotNegative(weight, `answers[${String(position)}].weight`);
  }
  const counted = answers.filter(({ weight }) => weight > 0);
  if (counted.length === 0) {
    throw new StatisticsInputError('length', 'answers', 'a weight above 0', 'none');
  }
  // Only their proportions matter: as shares of the largest they neither overflow nor vanish.
  const largest = Math.max(...counted.map(({ weight }) => weight));
  const scaled = counted.map(({ value, weight }) => ({ value, weight: weight / largest }));
  const weights = sum(scaled.map(({ weight }) => weight));
  const n = (weights * weights) / sum(scaled.map(({ weight }) => weight * weight));
  const mean = sum(scaled.map(({ value, weight }) => weight * value)) / weights;
  const result = { n, mean, answers: counted.length, designEffect: counted.length / n };
  if (n <= 1) return result;
  const variance = sum(scaled.map(({ value, weight }) => weight * (value - mean) ** 2)) / weights;
  return { ...result, standardDeviation: Math.sqrt((variance * n) / (n - 1)) };
}
