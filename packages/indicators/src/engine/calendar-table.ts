import { addMonths, dayFromYmd, halfYearOf, yearOf, ymdFromDay } from '../days/calendar.js';
import { NO_DAY, type Day } from '../days/day.js';

/**
 * The calendar of the days that study rights have, looked up instead of computed: a month's number is year × 12 + month − 1.
 * Days outside it go the long way.
 */
const FIRST_YEAR = 1880;
const LAST_YEAR = 2199;
const FIRST_DAY = dayFromYmd(FIRST_YEAR, 1, 1);
const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12;

/** First day of each month, one more than there are months. */
const monthStarts = Int32Array.from({ length: MONTHS + 1 }, (_, at) =>
  dayFromYmd(FIRST_YEAR + Math.floor(at / 12), (at % 12) + 1, 1),
);
const DAYS = (monthStarts[MONTHS] ?? 0) - FIRST_DAY;

/** Position of the month × 32 + day of the month, by day. */
const packedDays = packDays();

function packDays(): Int32Array {
  const packed = new Int32Array(DAYS);
  for (let month = 0; month < MONTHS; month++) {
    const first = monthStarts[month] ?? 0;
    const end = monthStarts[month + 1] ?? 0;
    for (let day = first; day < end; day++) packed[day - FIRST_DAY] = month * 32 + (day - first + 1);
  }
  return packed;
}

export function tableYearOf(day: Day): number {
  const at = day - FIRST_DAY;
  if (at < 0 || at >= DAYS) return day === NO_DAY ? NO_DAY : yearOf(day);
  return FIRST_YEAR + Math.floor((packedDays[at]! >> 5) / 12);
}

export function tableHalfYearOf(day: Day): number {
  const at = day - FIRST_DAY;
  if (at < 0 || at >= DAYS) return day === NO_DAY ? NO_DAY : halfYearOf(day);
  return FIRST_YEAR * 2 + Math.floor((packedDays[at]! >> 5) / 6);
}

export function tableAddMonths(day: Day, months: number): Day {
  const at = day - FIRST_DAY;
  if (at < 0 || at >= DAYS) return addMonths(day, months);
  const packed = packedDays[at]!;
  const month = (packed >> 5) + months;
  if (month < 0 || month >= MONTHS) return addMonths(day, months);
  const first = monthStarts[month]!;
  const last = monthStarts[month + 1]! - 1;
  const same = first + (packed & 31) - 1;
  return same < last ? same : last;
}

/** Numbers of months, and the smallest and largest of them: what lies between them in the table is looked up without asking. */
export interface Months {
  readonly list: Int32Array;
  readonly least: number;
  readonly most: number;
}

export function monthsOf(list: readonly number[]): Months {
  return { list: Int32Array.from(list), least: Math.min(0, ...list), most: Math.max(0, ...list) };
}

/** Writes the days that lie each of the months after a day, from `out[to]` on. */
export function writeMonthsAfter(day: Day, { list, least, most }: Months, out: Float64Array, to: number): void {
  const count = list.length;
  const at = day - FIRST_DAY;
  const packed = at >= 0 && at < DAYS ? packedDays[at]! : 0;
  const month = packed >> 5;
  const inTable = packed !== 0 && month + least >= 0 && month + most < MONTHS;
  if (!inTable) {
    for (let i = 0; i < count; i++) out[to + i] = addMonths(day, list[i]!);
    return;
  }
  const dayOfMonth = packed & 31;
  for (let i = 0; i < count; i++) {
    const later = month + list[i]!;
    const same = monthStarts[later]! + dayOfMonth - 1;
    const last = monthStarts[later + 1]! - 1;
    out[to + i] = same < last ? same : last;
  }
}

/** By month (1–12), by day: days up to and including it, from the beginning of the table, in that month of any year. */
const countsOfMonths: (Int32Array | undefined)[] = [];

function countDaysOf(month: number): Int32Array {
  const counts = new Int32Array(DAYS);
  let count = 0;
  for (let at = 0; at < DAYS; at++) {
    if ((packedDays[at]! >> 5) % 12 === month - 1) count++;
    counts[at] = count;
  }
  return counts;
}

/** Days of [first, last] in the month (1–12) of any year; 0 where last is before first or either is missing. */
export function daysInMonthBetween(first: Day, last: Day, month: number): number {
  if (last < first || first === NO_DAY) return 0;
  if (first > FIRST_DAY && last - FIRST_DAY < DAYS) {
    const counts = (countsOfMonths[month] ??= countDaysOf(month));
    return counts[last - FIRST_DAY]! - counts[first - 1 - FIRST_DAY]!;
  }
  let days = 0;
  const lastYear = ymdFromDay(last).year;
  for (let year = ymdFromDay(first).year; year <= lastYear; year++) {
    const start = Math.max(first, dayFromYmd(year, month, 1));
    const end = Math.min(last, (month === 12 ? dayFromYmd(year + 1, 1, 1) : dayFromYmd(year, month + 1, 1)) - 1);
    if (end >= start) days += end - start + 1;
  }
  return days;
}
