import { continuedFraction } from './continued-fraction.js';
import { poissonTerm } from './density-terms.js';
import { rootAbove0 } from './root.js';

/** Both sides of a distribution at a point; the smaller one keeps its digits, however small. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions P and Q: how much of a gamma variable of the shape, scale 1, lies below and above x. The
 * series below the middle, the continued fraction above it: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31.
 * A Poisson count of mean x is at least `shape` with the probability P; χ² of ν degrees of freedom lies above c with Q at ν/2, c/2.
 * @param shape above 0
 * @param x from 0 up
 */
export function gammaTails(shape: number, x: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 };
  const term = poissonTerm(shape, x);
  if (x < shape + 1) {
    const lower = term * series(shape, x);
    return { lower, upper: 1 - lower };
  }
  // x + 1 − a − 1 (1 − a) / (x + 3 − a − 2 (2 − a) / (x + 5 − a − …))
  const upper = (term * shape) / continuedFraction(x + 1 - shape, (n) => [n * (shape - n), x + 1 - shape + 2 * n]);
  return { lower: 1 - upper, upper };
}

/** What changes no digit of a sum. */
const NOTHING_MORE = 2 ** -54;

/** 1 + x / (a + 1) + x² / ((a + 1) (a + 2)) + … */
function series(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > NOTHING_MORE * sum; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/**
 * The point with the probability below it, or above it, for a gamma variable of the shape and scale 1. To 14 digits or so also where the
 * probability is very small; so the small one of the two sides is the one to name.
 * @param shape of ½ and more
 * @param probability above 0 and below 1
 */
export function gammaQuantile(shape: number, probability: number, side: 'below' | 'above'): number {
  const difference = (x: number): number => {
    const { lower, upper } = gammaTails(shape, x);
    return side === 'below' ? lower - probability : probability - upper;
  };
  return rootAbove0({ value: difference, slope: (x) => (poissonTerm(shape, x) * shape) / x }, shape);
}
