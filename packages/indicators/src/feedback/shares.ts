import { rational, roundHalfUp, times } from './rational.js';

/** How many answers each option has, and how many cannot say. Of a multiple choice: selections, not respondents. */
export interface CountedAnswers {
  /** In the order of the options. */
  readonly options: readonly number[];
  readonly cantSay?: number;
}

/** Whether "can't say" is part of the whole that shares are taken of. */
export type CantSay = 'counted' | 'leftOut';

/** Shares in whole per cent; "can't say" only where it is part of the whole. */
export interface SharesInPercent {
  readonly options: readonly number[];
  readonly cantSay?: number;
  /** What the shares are of. */
  readonly whole: number;
}

/**
 * A share in whole per cent, a half rounded up; 0 where the whole is 0.
 * Source: Opetushallitus/aipal 767bd14e, raportointi.clj, and its successor in CSCfi/arvo.
 *
 * @example
 * percent(1, 8); // → 13
 */
export function percent(count: number, whole: number): number {
  return whole === 0 ? 0 : roundHalfUp(times(rational(100), rational(count, whole)));
}

/**
 * Arvo's distribution of the answers to a question. The whole is every answer, "can't say" among them; of a multiple choice every
 * selection, so that shares of it add up to about 100 however many each respondent chose. Rounded shares need not add up to 100.
 * Source: CSCfi/arvo b2a8a7fc, raportointi.clj. Leaving "can't say" out is ours: the base of Arvo's mean.
 *
 * @example
 * sharesOf({ options: [3, 1], cantSay: 1 }); // → { options: [60, 20], whole: 5, cantSay: 20 }
 * sharesOf({ options: [3, 1], cantSay: 1 }, 'leftOut'); // → { options: [75, 25], whole: 4 }
 */
export function sharesOf({ options, cantSay = 0 }: CountedAnswers, base: CantSay = 'counted'): SharesInPercent {
  const chosen = options.reduce((sum, count) => sum + count, 0);
  const whole = base === 'counted' ? chosen + cantSay : chosen;
  const shares = { options: options.map((count) => percent(count, whole)), whole };
  return base === 'counted' ? { ...shares, cantSay: percent(cantSay, whole) } : shares;
}
