import type { IsoDate } from '../days/day.js';
import { endOfMonth, dayFromIso, isoFromDay } from '../days/calendar.js';

/** First and last day of a year (`2023`), a month (`2023-05`) or a half-year (`2023-H2`); nothing for other ids. */
export function memberSpan(id: string): { readonly from?: IsoDate; readonly to?: IsoDate } {
  const [, year, half, month] = /^(\d{4})(?:-H([12])|-(0[1-9]|1[0-2]))?$/.exec(id) ?? [];
  if (year === undefined) return {};
  if (half !== undefined) {
    return half === '1'
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` };
  }
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const from = `${year}-${month}-01`;
  return { from, to: isoFromDay(endOfMonth(dayFromIso(from))) };
}
