import { dayFromYmd, endOfMonth, ymdFromDay } from '../days/calendar.js';
import type { Day } from '../days/day.js';

/** Months of a checkpoint, or the last month end before the day of the run. */
export type Checkpoint = number | 'lastMonthEnd';

/** The last day of the month before. */
export function lastMonthEndBefore(day: Day): Day {
  const { year, month } = ymdFromDay(day);
  return dayFromYmd(year, month, 1) - 1;
}

/** The last day of a half-year: year × 2, plus 1 from July. */
export function lastDayOfHalfYear(halfYear: number): Day {
  return dayFromYmd(Math.floor(halfYear / 2), 12, 31) - (halfYear % 2 === 0 ? 184 : 0);
}

/**
 * Whether those who started in a half-year have had the time of a checkpoint by a month end:
 * ⌊d / 365.25 × 2⌋ ≥ months / 6, d = days from the half-year's last day (decision table B2), in whole numbers. The last month end
 * is there when the half-year has ended (B3).
 */
export function isMature(halfYear: number, checkpoint: Checkpoint, monthEnd: Day): boolean {
  const days = monthEnd - lastDayOfHalfYear(halfYear);
  return checkpoint === 'lastMonthEnd' ? days >= 0 : days * 48 >= checkpoint * 1461;
}

/** The first day of a run at which the checkpoint is there: the day after the month end from which it is. */
export function maturesOn(halfYear: number, checkpoint: Checkpoint): Day {
  const last = lastDayOfHalfYear(halfYear);
  const days = checkpoint === 'lastMonthEnd' ? 0 : Math.ceil((checkpoint * 1461) / 48);
  return endOfMonth(last + days) + 1;
}
