import { betaTails } from './incomplete-beta.js';

/** How often at most k of n come up, each with the probability p: I₁₋ₚ(n − k, k + 1). */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return betaTails(n - k, k + 1, 1 - p, p).lower;
}

/** How often at least k of n come up, each with the probability p. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return betaTails(k, n - k + 1, p, 1 - p).lower;
}
