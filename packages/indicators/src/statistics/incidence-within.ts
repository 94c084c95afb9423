import { aalenJohansen, type IncidenceOptions } from './aalen-johansen.js';
import type { Interval } from './interval.js';
import { kaplanMeier } from './kaplan-meier.js';
import { truncated, type MonthCounts } from './month-counts.js';

/** The share that has met a cause within so many months, or why there is none. */
export type IncidenceWithin =
  | {
      readonly status: 'value';
      readonly incidence: number;
      readonly standardError: number;
      readonly interval?: Interval;
      /** In the last month that counts: how many the estimate still rests on there. */
      readonly atRisk: number;
    }
  /** Nobody has been followed so far, and not all have left: `followed` whole months are told. */
  | { readonly status: 'immature'; readonly followed: number }
  | { readonly status: 'noData' };

/**
 * The estimate of `aalenJohansen` at the end of month `months` − 1: all who met the cause before `months` whole months had passed. A
 * cohort that has not had its time is told by those who have been followed so far; where nobody has, it is immature.
 *
 * @param cause position in `events`
 * @throws {MonthCountsError} where the counts are not those of whole months or there is no such cause
 */
export function incidenceWithin(
  counts: readonly MonthCounts[],
  cause: number,
  months: number,
  options: IncidenceOptions = {},
): IncidenceWithin {
  const within = truncated(counts, months);
  const last = aalenJohansen(within, cause, options).at(-1);
  if (last === undefined) return { status: 'noData' };
  const allLeft = kaplanMeier(within).at(-1)?.survival === 0;
  if (last.month < months - 1 && !allLeft) return { status: 'immature', followed: last.month + 1 };
  const { incidence, standardError, interval, atRisk } = last;
  return { status: 'value', incidence, standardError, atRisk, ...(interval === undefined ? {} : { interval }) };
}
