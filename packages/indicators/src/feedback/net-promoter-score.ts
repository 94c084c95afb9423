import { rational, roundHalfUp } from './rational.js';

/** Answers on the scale 0–10: 9 and 10 are promoters, 0–6 detractors; `n` is everyone who chose a number. */
export interface Promoters {
  readonly promoters: number;
  readonly detractors: number;
  readonly n: number;
}

/**
 * 100 × (promoters − detractors) / n, a half rounded up also below zero (−12.5 → −12); `undefined` where nobody answered.
 * Source: CSCfi/arvo b2a8a7fc, raportointi.clj (above 8, below 7, Math/round).
 *
 * @example
 * netPromoterScore({ promoters: 4, detractors: 1, n: 6 }); // → 50
 */
export function netPromoterScore({ promoters, detractors, n }: Promoters): number | undefined {
  return n === 0 ? undefined : roundHalfUp(rational(100 * (promoters - detractors), n));
}

/**
 * The counts of a net promoter score from how often each of 0, 1 … 10 was chosen.
 *
 * @example
 * // One 6, one 7, two of 9 and two of 10.
 * promotersOf([0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 2]); // → { promoters: 4, detractors: 1, n: 6 }
 */
export function promotersOf(counts: readonly number[]): Promoters {
  const sum = (from: number, to: number) => counts.slice(from, to + 1).reduce((total, count) => total + count, 0);
  return { promoters: sum(9, 10), detractors: sum(0, 6), n: sum(0, 10) };
}
