import { betaTails } from './incomplete-beta.js';
import { binomialTerm } from './density-terms.js';
import { assertShare } from './normal-quantile.js';
import { rootAbove0 } from './root.js';

/** How much of Student's t of so many degrees of freedom, whole or not, lies beyond ±t: the p of a two-sided test. */
export function tBeyond(t: number, degreesOfFreedom: number): number {
  const { x, rest } = places(t, degreesOfFreedom);
  return betaTails(degreesOfFreedom / 2, 0.5, x, rest).lower;
}

/** t² has its place in a beta distribution: ν / (ν + t²) and what is left of 1. */
function places(t: number, degreesOfFreedom: number): { readonly x: number; readonly rest: number } {
  const sum = degreesOfFreedom + t * t;
  return { x: degreesOfFreedom / sum, rest: (t * t) / sum };
}

/**
 * t of a two-sided interval: 2.262… for 0.95 and 9 degrees of freedom. Throws `QuantileRangeError` where the level is not between 0 and 1.
 * @param degreesOfFreedom above 0, whole or not
 */
export function tScore(level: number, degreesOfFreedom: number): number {
  assertShare(level, 'level');
  const beyond = 1 - level;
  return rootAbove0(
    { value: (t) => beyond - tBeyond(t, degreesOfFreedom), slope: (t) => twiceDensity(t, degreesOfFreedom) },
    1,
  );
}

/** Twice the density: how fast what lies beyond ±t shrinks. xᵃ (1 − x)ᵇ / B(a, b) = a b / (a + b) times the binomial term. */
function twiceDensity(t: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const { x, rest } = places(t, degreesOfFreedom);
  return ((2 * a * 0.5) / (a + 0.5)) * (binomialTerm(a, 0.5, x, rest) / t);
}
