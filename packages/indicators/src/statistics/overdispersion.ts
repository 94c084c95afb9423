import { StatisticsInputError } from './errors.js';
import { assertNumber, assertPositive } from './input.js';
import { quantileOfSorted } from './quantile-interval.js';
import { sum } from './sample.js';

/** A provider's value and how far chance alone would take it from the target. */
export interface Scored {
  readonly value: number;
  /** Above 0, as it would be at the target. */
  readonly standardError: number;
}

export interface Overdispersion {
  /** How many times the variance between providers is what chance makes: 1 where there is only chance. Of the winsorised scores. */
  readonly phi: number;
  /** The variance between providers beyond chance, in the squared unit of the value; 0 where there is none. */
  readonly tauSquared: number;
  /** (value − target) / standard error, winsorised, in the order given. */
  readonly scores: readonly number[];
}

export interface OverdispersionOptions {
  /** The share of scores at each end that is drawn in to the score there, so that outliers do not widen their own limits; 0.1 where absent. */
  readonly winsorise?: number;
}

/**
 * How much more providers differ than chance lets them, so that funnel limits need not call half of them out of the ordinary:
 * φ = Σ z² / I, τ² = (I φ − (I − 1)) / (Σ w − Σ w² / Σ w), w = 1 / s², of I scores winsorised at quantiles of R's type 7.
 * Spiegelhalter (2005), Handling over-dispersion of performance indicators, Quality and Safety in Health Care 14, 347–351;
 * τ² as DerSimonian and Laird (1986).
 * @throws {StatisticsInputError} where there is no provider, a value is no number, a standard error not above 0, or more than half of the
 *   scores would be drawn in at an end
 *
 * @example
 * // Scores −2, 0, 2: φ = 8 / 3; w = 4 each: (8 − 2) / (12 − 48 / 12).
 * const { phi, tauSquared } = overdispersion(
 *   [
 *     { value: 4, standardError: 0.5 },
 *     { value: 5, standardError: 0.5 },
 *     { value: 6, standardError: 0.5 },
 *   ],
 *   5,
 *   { winsorise: 0 },
 * );
 * phi.toFixed(4); // → '2.6667'
 * tauSquared; // → 0.75
 */
export function overdispersion(
  providers: readonly Scored[],
  target: number,
  { winsorise = 0.1 }: OverdispersionOptions = {},
): Overdispersion {
  if (providers.length === 0) throw new StatisticsInputError('length', 'providers', 'at least one', '0');
  assertNumber(target, 'target');
  if (!(winsorise >= 0 && winsorise < 0.5)) {
    throw new StatisticsInputError('number', 'winsorise', 'a number from 0 and below 0.5', String(winsorise));
  }
  for (const [position, { value, standardError }] of providers.entries()) {
    assertNumber(value, `providers[${String(position)}].value`);
    assertPositive(standardError, `providers[${String(position)}].standardError`);
  }
  const scores = winsorised(
    providers.map(({ value, standardError }) => (value - target) / standardError),
    winsorise,
  );
  const count = scores.length;
  const phi = sum(scores.map((score) => score * score)) / count;
  const weights = providers.map(({ standardError }) => 1 / standardError ** 2);
  const total = sum(weights);
  const spread = total - sum(weights.map((weight) => weight * weight)) / total;
  const excess = count * phi - (count - 1);
  return { phi, tauSquared: count > 1 && excess > 0 ? excess / spread : 0, scores };
}

function winsorised(scores: readonly number[], by: number): readonly number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const [low, high] = [quantileOfSorted(sorted, by), quantileOfSorted(sorted, 1 - by)];
  return scores.map((score) => Math.min(high, Math.max(low, score)));
}
