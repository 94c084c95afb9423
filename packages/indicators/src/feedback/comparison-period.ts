import { addMonths, dayFromIso, isoFromDay } from '../days/calendar.js';
import type { IsoDate } from '../days/day.js';

/** A period of a report; without a bound it is open there. */
export interface ReportPeriod {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/**
 * The period that Arvo takes comparison figures from: at least a year up to the last day. A shorter period begins at its last day
 * less one year plus one day; a longer one, and one without a bound, stays.
 * Source: Opetushallitus/aipal 767bd14e and CSCfi/arvo b2a8a7fc, raportointi.clj. There the last day is today where none is given.
 * @throws {InvalidDateError} where a bound is not a day
 *
 * @example
 * comparisonPeriod({ from: '2025-05-01', to: '2025-05-31' }); // → { from: '2024-06-01', to: '2025-05-31' }
 */
export function comparisonPeriod({ from, to }: ReportPeriod): ReportPeriod {
  if (from === undefined || to === undefined) return { ...(from && { from }), ...(to && { to }) };
  const yearBack = addMonths(dayFromIso(to), -12) + 1;
  return { from: dayFromIso(from) <= yearBack ? from : isoFromDay(yearBack), to };
}
