import { dayFromYmd, parseDay, weekdayOf, ymdFromDay } from './calendar.js';
import type { Day } from './day.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/;

const HOUR = 60;
const DAY = 24 * HOUR;

function lastSundayOf(year: number, month: number, lastDay: number): Day {
  const day = dayFromYmd(year, month, lastDay);
  return day - ((weekdayOf(day) + 1) % 7);
}

/**
 * Minutes that Helsinki is ahead of UTC: two hours, and one more in summer. Summer time since 1981 from the last Sunday of March,
 * until the last Sunday of September, since 1996 of October; it changes at 01:00 UTC.
 */
function offsetAt(day: Day, minute: number): number {
  const { year } = ymdFromDay(day);
  if (year < 1981) return 2 * HOUR;
  const begin = lastSundayOf(year, 3, 31);
  const end = year < 1996 ? lastSundayOf(year, 9, 30) : lastSundayOf(year, 10, 31);
  const afterBegin = day > begin || (day === begin && minute >= HOUR);
  const beforeEnd = day < end || (day === end && minute < HOUR);
  return afterBegin && beforeEnd ? 3 * HOUR : 2 * HOUR;
}

/**
 * The day in Europe/Helsinki of an instant such as `2017-10-25T21:00Z` (→ 26 October 2017). A time without an offset is a local
 * time of Finland already. `undefined` where the text is no instant.
 */
export function helsinkiDay(text: string): Day | undefined {
  const parts = INSTANT.exec(text);
  if (parts === null) return undefined;
  const day = parseDay(parts[1] ?? '');
  const hours = Number(parts[2]);
  const minutes = Number(parts[3]);
  if (day === undefined || hours > 23 || minutes > 59) return undefined;
  const sign = parts[5];
  if (parts[4] === undefined && sign === undefined) return day;
  const ahead = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(parts[6]) * HOUR + Number(parts[7]));
  const utc = hours * HOUR + minutes - ahead;
  const utcDay = day + Math.floor(utc / DAY);
  const utcMinute = utc - Math.floor(utc / DAY) * DAY;
  return utcDay + Math.floor((utcMinute + offsetAt(utcDay, utcMinute)) / DAY);
}
