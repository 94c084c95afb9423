import { enDash, locales } from './locales.js';
import type { Lang } from './localized-text.js';

/**
 * Days and spans of days. Days come as ISO strings (`2024-08-31`); only month names come from `Intl`, the order, full stops
 * and dashes are ours, so that every engine gives the same bytes. What is no day throws RangeError.
 *
 * Short: "31.8.2024" in Finnish and Swedish, "31 Aug 2024" in English, where digits alone would be ambiguous.
 * Long: "31. elokuuta 2024", "31 augusti 2024", "31 August 2024".
 */
export type DateStyle = 'short' | 'long';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `formatDate('2024-08-31', 'fi')` → "31.8.2024". */
export function formatDate(isoDate: string, lang: Lang, style: DateStyle = 'short'): string {
  return one(parseDay(isoDate), lang, style);
}

/**
 * Both days included, what they share said once: "1.–15.8.2024", "1.1.–31.12.2024" in Finnish, "1–15.8.2024",
 * "1.1–31.12.2024" in Swedish, "1–15 Aug 2024", "1 Jan – 31 Dec 2024" in English.
 */
export function formatDateRange(from: string, to: string, lang: Lang, style: DateStyle = 'short'): string {
  return from === to ? formatDate(from, lang, style) : span(parseDay(from), parseDay(to), lang, style);
}

/** "elokuu 2024", "augusti 2024", "August 2024", of the month that holds the day. */
export function formatMonth(isoDate: string, lang: Lang): string {
  const day = parseDay(isoDate);
  return `${monthName(day.month, lang, 'alone')} ${day.year}`;
}

/** A span by the largest unit it fills: "2024", "2020–2024", "elokuu 2024"; otherwise as `formatDateRange`. */
export function formatPeriod(from: string, to: string, lang: Lang): string {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return first.year === last.year ? `${first.year}` : `${first.year}${enDash}${last.year}`;
  }
  if (first.day === 1 && from.slice(0, 7) === to.slice(0, 7) && last.day === daysInMonth(last))
    return formatMonth(from, lang);
  return formatDateRange(from, to, lang);
}

function parseDay(isoDate: string): Day {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(isoDate) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1) {
    throw new RangeError(`Expected a day such as 2024-08-31, found ${JSON.stringify(isoDate)}`);
  }
  if (day > daysInMonth({ year, month })) throw new RangeError(`There is no day ${isoDate}`);
  return { year, month, day };
}

function daysInMonth({ year, month }: Pick<Day, 'year' | 'month'>): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function span(first: Day, last: Day, lang: Lang, style: DateStyle): string {
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const end = one(last, lang, style);
  const ordinal = lang === 'fi' ? '.' : '';
  if (sameMonth) return `${first.day}${ordinal}${enDash}${end}`;

  const start = sameYear ? withoutYear(first, lang, style) : one(first, lang, style);
  // Finnish and English part the ends with spaces when an end is of several words; Swedish never does.
  const dash = start.includes(' ') && lang !== 'sv' ? ` ${enDash} ` : enDash;
  return start + dash + end;
}

function one(day: Day, lang: Lang, style: DateStyle): string {
  if (style === 'short' && lang !== 'en') return `${day.day}.${day.month}.${day.year}`;
  return `${withoutYear(day, lang, style)} ${day.year}`;
}

function withoutYear({ day, month }: Day, lang: Lang, style: DateStyle): string {
  if (lang === 'en') {
    const name = monthName(month, lang, 'withDay');
    // Engines do not agree on "Sep" or "Sept".
    return `${day} ${style === 'short' ? name.slice(0, 3) : name}`;
  }
  if (style === 'short') return lang === 'fi' ? `${day}.${month}.` : `${day}.${month}`;
  return `${day}${lang === 'fi' ? '.' : ''} ${monthName(month, lang, 'withDay')}`;
}

const monthFormats = new Map<string, Intl.DateTimeFormat>();

/** Finnish inflects the month beside a day: "elokuuta", but "elokuu 2024". */
function monthName(month: number, lang: Lang, place: 'withDay' | 'alone'): string {
  const key = lang + place;
  let format = monthFormats.get(key);
  if (format === undefined) {
    const day = place === 'withDay' ? { day: 'numeric' as const } : {};
    format = new Intl.DateTimeFormat(locales[lang], { ...day, month: 'long', timeZone: 'UTC' });
    monthFormats.set(key, format);
  }
  const parts = format.formatToParts(Date.UTC(2024, month - 1, 1));
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}
