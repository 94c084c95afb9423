import { NO_DAY, type Day, type IsoDate } from './day.js';

/** A text that should be a day ("YYYY-MM-DD", in the calendar, years 0000–9999) and is not, or a day that has no such text. */
export class InvalidDateError extends Error {
  override readonly name = 'InvalidDateError';
  readonly code = 'invalid-date';
  readonly expected = 'YYYY-MM-DD, a day in the calendar';
  constructor(readonly found: string) {
    super(`"${found}" is not a day. Expected YYYY-MM-DD, a day in the calendar, such as 2024-02-29.`);
  }
}

/** Civil date; months 1–12, days 1–31. */
export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Years are counted from March, so that the leap day is a year's last day, and in eras of 400 years (146,097 days).
const DAYS_OF_ERA = 146_097;
const EPOCH_FROM_MARCH_YEAR_0 = 719_468;

/**
 * The day of a civil date that exists; anything else is the caller's mistake and gives some other day.
 * After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).
 *
 * @example
 * isoFromDay(dayFromYmd(2025, 9, 20)); // → '2025-09-20'
 * dayFromYmd(1970, 1, 1); // → 0
 */
export function dayFromYmd(year: number, month: number, day: number): Day {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - EPOCH_FROM_MARCH_YEAR_0;
}

/** year × 512 + month × 32 + day: the civil date in one number, so that hot loops make no objects. */
function packedYmd(day: Day): number {
  const shifted = day + EPOCH_FROM_MARCH_YEAR_0;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 512 + month * 32 + (dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1);
}

/**
 * @example
 * ymdFromDay(dayFromIso('2025-09-20')); // → { year: 2025, month: 9, day: 20 }
 */
export function ymdFromDay(day: Day): Ymd {
  const packed = packedYmd(day);
  return { year: Math.floor(packed / 512), month: (packed >> 5) & 15, day: packed & 31 };
}

/**
 * The largest n for which n months after a day are not past another: by `addMonths`, so 31 January + 1 is the end of February.
 *
 * @example
 * wholeMonths(dayFromIso('2025-01-31'), dayFromIso('2025-02-27')); // → 0
 * wholeMonths(dayFromIso('2025-01-31'), dayFromIso('2025-02-28')); // → 1
 */
export function wholeMonths(from: Day, to: Day): number {
  const [a, b] = [ymdFromDay(from), ymdFromDay(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) <= to ? months : months - 1;
}

/**
 * The day of a month in the calendar year of a day: of 15 March 2024 and 9, 20 that is 20 September 2024. The month's last day where
 * there is no such day: of 15 March 2023 and 2, 29 that is 28 February 2023. NO_DAY stays NO_DAY.
 *
 * @example
 * isoFromDay(dayInYearOf(dayFromIso('2023-03-15'), 2, 29)); // → '2023-02-28'
 */
export function dayInYearOf(day: Day, month: number, dayOfMonth: number): Day {
  if (day === NO_DAY) return NO_DAY;
  const year = yearOf(day);
  return dayFromYmd(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

/**
 * @example
 * yearOf(dayFromIso('2025-12-31')); // → 2025
 */
export function yearOf(day: Day): number {
  return Math.floor(packedYmd(day) / 512);
}

/**
 * 1–12
 *
 * @example
 * monthOf(dayFromIso('2025-12-31')); // → 12
 */
export function monthOf(day: Day): number {
  return (packedYmd(day) >> 5) & 15;
}

/**
 * year × 2, plus 1 from July: consecutive half-years are consecutive numbers.
 *
 * @example
 * halfYearOf(dayFromIso('2025-07-01')) - halfYearOf(dayFromIso('2025-06-30')); // → 1
 */
export function halfYearOf(day: Day): number {
  const packed = packedYmd(day);
  return Math.floor(packed / 512) * 2 + (((packed >> 5) & 15) > 6 ? 1 : 0);
}

/**
 * @example
 * [1900, 2000, 2024, 2025].filter(isLeapYear); // → [2000, 2024]
 */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Days in a month (1–12).
 *
 * @example
 * daysInMonth(2024, 2); // → 29
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The same day of the month `months` later (or earlier), the month's last day where there is no such day:
 * 31 August + 6 is 28 or 29 February. NO_DAY stays NO_DAY.
 *
 * @example
 * isoFromDay(addMonths(dayFromIso('2024-08-31'), 6)); // → '2025-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  if (day === NO_DAY) return NO_DAY;
  const packed = packedYmd(day);
  const index = Math.floor(packed / 512) * 12 + ((packed >> 5) & 15) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayFromYmd(year, month, Math.min(packed & 31, daysInMonth(year, month)));
}

/**
 * The last day of the day's month. NO_DAY stays NO_DAY.
 *
 * @example
 * isoFromDay(endOfMonth(dayFromIso('2025-02-01'))); // → '2025-02-28'
 */
export function endOfMonth(day: Day): Day {
  if (day === NO_DAY) return NO_DAY;
  const packed = packedYmd(day);
  const month = (packed >> 5) & 15;
  return day - (packed & 31) + daysInMonth(Math.floor(packed / 512), month);
}

/**
 * 0 = Monday … 6 = Sunday.
 *
 * @example
 * // 20 September 2025 was a Saturday.
 * weekdayOf(dayFromIso('2025-09-20')); // → 5
 */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}

/**
 * The day of "YYYY-MM-DD", or `undefined` where the text has another form or no such day is in the calendar (2023-02-30).
 *
 * @example
 * parseDay('2023-02-30'); // → undefined
 */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digitAt(text, 0) * 1000 + digitAt(text, 1) * 100 + digitAt(text, 2) * 10 + digitAt(text, 3);
  const month = digitAt(text, 5) * 10 + digitAt(text, 6);
  const day = digitAt(text, 8) * 10 + digitAt(text, 9);
  // Written so that a NaN fails.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return dayFromYmd(year, month, day);
}

/**
 * @throws {InvalidDateError} where the text is not a day
 *
 * @example
 * dayFromIso('1970-01-02'); // → 1
 */
export function dayFromIso(text: IsoDate): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidDateError(text);
  return day;
}

const FIRST_WRITTEN_DAY = dayFromYmd(0, 1, 1);
const LAST_WRITTEN_DAY = dayFromYmd(9999, 12, 31);

/** @throws {InvalidDateError} outside the years 0000–9999, NO_DAY among them */
export function isoFromDay(day: Day): IsoDate {
  if (!(Number.isInteger(day) && day >= FIRST_WRITTEN_DAY && day <= LAST_WRITTEN_DAY))
    throw new InvalidDateError(String(day));
  const packed = packedYmd(day);
  const year = String(Math.floor(packed / 512)).padStart(4, '0');
  const month = String((packed >> 5) & 15).padStart(2, '0');
  return `${year}-${month}-${String(packed & 31).padStart(2, '0')}`;
}
