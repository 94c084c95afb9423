import { poissonTerm } from './density-terms.js';
import { StatisticsInputError } from './errors.js';
import { gammaTails } from './incomplete-gamma.js';
import { assertNotNegative, assertPositive, assertShareOf, assertWhole, type Share } from './input.js';
import { normalScore, type Interval } from './interval.js';
import { overdispersion, type Overdispersion, type OverdispersionOptions } from './overdispersion.js';
import type { Rate } from './rate-interval.js';
import { rootAbove0 } from './root.js';
import { sum } from './sample.js';

/** The two pairs of limits of a funnel: one in 20 lies outside the inner by chance, one in 500 outside the outer. */
export const FUNNEL_LEVELS = { inner: 0.95, outer: 0.998 } as const;

/** How limits are widened for what differs between providers beyond chance. */
export type Dispersion =
  | { readonly kind: 'multiplicative'; readonly phi: number }
  | { readonly kind: 'additive'; readonly tauSquared: number };

export interface FunnelLimits {
  readonly inner: Interval;
  readonly outer: Interval;
}

export type FunnelPosition = 'belowOuter' | 'belowInner' | 'within' | 'aboveInner' | 'aboveOuter';

export interface FunnelPoint {
  readonly value: number;
  readonly limits: FunnelLimits;
  readonly position: FunnelPosition;
}

export interface Funnel {
  /** What all together have, Σ numerators / Σ denominators, or the target that was given. */
  readonly target: number;
  /** In the order given. */
  readonly points: readonly FunnelPoint[];
  /** What was found of overdispersion, whether limits were widened for it or not. */
  readonly overdispersion: Overdispersion;
}

export interface FunnelOptions extends OverdispersionOptions {
  /** A target from elsewhere, such as the country's. */
  readonly target?: number;
  /** Widens the limits for overdispersion; `'none'` where absent. */
  readonly widen?: 'none' | 'multiplicative' | 'additive';
}

/** `widen` never narrows: φ below 1 counts as 1. */
function variance(byChance: number, dispersion: Dispersion | undefined): number {
  if (dispersion === undefined) return byChance;
  return dispersion.kind === 'additive' ? byChance + dispersion.tauSquared : byChance * Math.max(1, dispersion.phi);
}

function assertTarget(target: number): void {
  if (!(target >= 0 && target <= 1)) {
    throw new StatisticsInputError('share', 'target', 'a share from 0 to 1', String(target));
  }
}

/**
 * Between what a share of so many would lie by chance alone where the true one is the target: θ ± z √(θ (1 − θ) / n), cut at 0 and 1. A share
 * lies outside exactly where its Wilson interval leaves the target out; PHEindicatormethods' limits are the same.
 * Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185–1202.
 * With `dispersion` the variance is φ times that, or τ² more.
 * @throws {StatisticsInputError} where the target is no share or the denominator not above 0
 *
 * @example
 * const { inner, outer } = shareFunnelLimits(0.8, 100);
 * inner.lower.toFixed(4); // → '0.7216'
 * outer.upper.toFixed(4); // → '0.9236'
 */
export function shareFunnelLimits(target: number, denominator: number, dispersion?: Dispersion): FunnelLimits {
  assertTarget(target);
  assertPositive(denominator, 'denominator');
  return byNormal(target, variance((target * (1 - target)) / denominator, dispersion), 1);
}

function byNormal(target: number, squaredError: number, highest: number): FunnelLimits {
  const limits = (level: number): Interval => {
    const distance = normalScore(level) * Math.sqrt(squaredError);
    return { lower: Math.max(0, target - distance), upper: Math.min(highest, target + distance) };
  };
  return { inner: limits(FUNNEL_LEVELS.inner), outer: limits(FUNNEL_LEVELS.outer) };
}

/**
 * Between what a rate of so many years or persons would lie by chance alone where the true one is the target: the counts whose exact
 * Poisson intervals end at the expected count, target · denominator, read between whole counts by the gamma function; at whole counts
 * they are the points of PHEindicatormethods' funnels. 0 below where even no event is no surprise.
 * With `dispersion` θ ± z √(φ θ / n) or θ ± z √(θ / n + τ²), cut at 0: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202.
 * @throws {StatisticsInputError} where the target is below 0 or the denominator not above 0
 *
 * @example
 * // 10 are expected. The exact interval of 17 events begins at 9.90, that of 18 at 10.67: the limit lies between.
 * const { inner } = rateFunnelLimits(0.1, 100);
 * inner.upper.toFixed(3); // → '0.171'
 */
export function rateFunnelLimits(target: number, denominator: number, dispersion?: Dispersion): FunnelLimits {
  assertNotNegative(target, 'target');
  assertPositive(denominator, 'denominator');
  if (dispersion !== undefined) return byNormal(target, variance(target / denominator, dispersion), Infinity);
  const limits = (level: number): Interval => {
    const { lower, upper } = countLimits(target * denominator, (1 - level) / 2);
    return { lower: lower / denominator, upper: upper / denominator };
  };
  return { inner: limits(FUNNEL_LEVELS.inner), outer: limits(FUNNEL_LEVELS.outer) };
}

/** Counts x with P(x, expected) = `beyond` above, and Q(x + 1, expected) = `beyond` below. */
function countLimits(expected: number, beyond: number): Interval {
  if (expected === 0) return { lower: 0, upper: 0 };
  // How fast the two change with the shape is about one term of the distribution.
  const slope = (shape: number): number => poissonTerm(shape, expected);
  const upper = rootAbove0({ value: (shape) => beyond - gammaTails(shape, expected).lower, slope }, 1 + expected);
  const lower = rootAbove0({ value: (shape) => gammaTails(shape, expected).upper - beyond, slope }, 1 + expected);
  return { lower: Math.max(0, lower - 1), upper };
}

/** Where a value lies: strictly outside the limits, or within. */
export function funnelPosition(value: number, { inner, outer }: FunnelLimits): FunnelPosition {
  if (value < outer.lower) return 'belowOuter';
  if (value < inner.lower) return 'belowInner';
  if (value > outer.upper) return 'aboveOuter';
  return value > inner.upper ? 'aboveInner' : 'within';
}

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

function funnelOf(
  counts: readonly Counted[],
  { target: given, widen = 'none', ...options }: FunnelOptions,
  byChance: (target: number) => number,
  limitsAt: (target: number, denominator: number, dispersion?: Dispersion) => FunnelLimits,
): Funnel {
  if (counts.length === 0) throw new StatisticsInputError('length', 'counts', 'at least one', '0');
  const total = (of: keyof Counted): number => sum(counts.map((one) => one[of]));
  const target = given ?? total('numerator') / total('denominator');
  const variances = counts.map(({ denominator }) => byChance(target) / denominator);
  // Where everybody is at 0, or all of all, chance makes no difference at all.
  const found: Overdispersion =
    byChance(target) > 0
      ? overdispersion(
          counts.map(({ numerator, denominator }, position) => ({
            value: numerator / denominator,
            standardError: Math.sqrt(variances[position] ?? 0),
          })),
          target,
          options,
        )
      : { phi: 0, tauSquared: 0, scores: counts.map(() => 0) };
  const dispersion = dispersionOf(widen, found);
  const points = counts.map(({ numerator, denominator }) => {
    const value = numerator / denominator;
    const limits = limitsAt(target, denominator, dispersion);
    return { value, limits, position: funnelPosition(value, limits) };
  });
  return { target, points, overdispersion: found };
}

function dispersionOf(widen: 'none' | Dispersion['kind'], { phi, tauSquared }: Overdispersion): Dispersion | undefined {
  if (widen === 'none') return undefined;
  return widen === 'additive' ? { kind: 'additive', tauSquared } : { kind: 'multiplicative', phi };
}

/**
 * Shares of providers of different size beside what chance would do: target, limits of each (`shareFunnelLimits`) and where it lies, as
 * PHEindicatormethods' `assign_funnel_significance`. A provider outside is worth a question, not a verdict; that one of twenty is outside
 * the inner limits is what chance does. For a line of limits ask `shareFunnelLimits` at each size.
 * @throws {StatisticsInputError} where there is none, one is no share of more than 0, or the target is no share
 *
 * @example
 * const { target, points } = shareFunnel([
 *   { numerator: 80, denominator: 100 },
 *   { numerator: 150, denominator: 200 },
 *   { numerator: 250, denominator: 300 },
 * ]);
 * target; // → 0.8
 * points.map(({ position }) => position); // → ['within', 'within', 'within']
 */
export function shareFunnel(shares: readonly Share[], options: FunnelOptions = {}): Funnel {
  for (const [position, share] of shares.entries()) assertShareOf(share, `shares[${String(position)}]`);
  return funnelOf(shares, options, (target) => target * (1 - target), shareFunnelLimits);
}

/**
 * Rates, or ratios of observed to expected counts, of providers of different size beside what chance would do; with limits as in
 * `rateFunnelLimits`. For observed over expected (`expectedCount` as denominator) give the target 1.
 * @throws {StatisticsInputError} where there is none, a numerator is not whole, or a denominator not above 0
 *
 * @example
 * // 16 are expected of each; the limits are at 8.56 and 26.7, the outer ones at 5.1 and 31.9.
 * rateFunnel([20, 30, 4].map((numerator) => ({ numerator, denominator: 16 })), { target: 1 }).points.map(
 *   ({ position }) => position,
 * ); // → ['within', 'aboveInner', 'belowOuter']
 */
export function rateFunnel(rates: readonly Rate[], options: FunnelOptions = {}): Funnel {
  for (const [position, { numerator, denominator }] of rates.entries()) {
    assertWhole(numerator, `rates[${String(position)}].numerator`, 0);
    assertPositive(denominator, `rates[${String(position)}].denominator`);
  }
  return funnelOf(rates, options, (target) => target, rateFunnelLimits);
}
