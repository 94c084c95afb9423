import { continuedFraction } from './continued-fraction.js';
import { binomialTerm } from './density-terms.js';
import type { Tails } from './incomplete-gamma.js';

/**
 * The regularised incomplete beta function, how much of a beta variable of the shapes a and b lies below and above x, by the continued
 * fraction of DiDonato and Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18, 360–373, (9).
 * Of n with the probability q each at most k come up with I₁₋q(n − k, k + 1).
 * @param a above 0
 * @param b above 0
 * @param x from 0 to 1
 * @param rest 1 − x, given so that it keeps its digits
 */
export function betaTails(a: number, b: number, x: number, rest: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 };
  if (rest === 0) return { lower: 1, upper: 0 };
  /** How far x is below the middle, a / (a + b), without the difference of nearly equal numbers where the other shape is small. */
  const below = a * rest - b * x;
  if (below < 0) {
    const { lower, upper } = betaTails(b, a, rest, x);
    return { lower: upper, upper: lower };
  }
  const fraction = continuedFraction((a * (below + 1)) / (a + 1), (m) => {
    const over = a + 2 * m - 1;
    const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (over * over);
    const last = ((a + m) * (below + 1 + m * (1 + rest))) / (a + 2 * m + 1);
    return [numerator, m + (m * (b - m) * x) / over + last];
  });
  const lower = (((a * b) / (a + b)) * binomialTerm(a, b, x, rest)) / fraction;
  return { lower, upper: 1 - lower };
}
