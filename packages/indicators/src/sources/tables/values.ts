import { dayFromYmd, daysInMonth, parseDay } from '../../days/calendar.js';
import type { Day } from '../../days/day.js';
import { helsinkiDay } from '../../days/helsinki.js';

/** Spaces that group digits: plain, no-break, narrow no-break and thin. */
const SPACES = /[\s\u00a0\u202f\u2009]/g;

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const GROUPED_BY_POINT = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/;
const GROUPED_BY_COMMA = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/;

/** The number with a point and no groups; `undefined` where the text is no number. */
function plainNumber(text: string): string | undefined {
  const close = text.replace(SPACES, '').replace('\u2212', '-');
  if (GROUPED_BY_POINT.test(close)) return close.replaceAll('.', '').replace(',', '.');
  if (GROUPED_BY_COMMA.test(close)) return close.replaceAll(',', '');
  const plain = close.replace(',', '.');
  return PLAIN.test(plain) ? plain : undefined;
}

/**
 * A number with a decimal comma or point, digits grouped by spaces or not: `1 234,5`, `1234.5`. A single comma or point is the
 * decimal one, so `1.234` is a bit more than one. `undefined` where the text is no number.
 */
export function parseDecimal(text: string): number | undefined {
  const plain = plainNumber(text);
  return plain === undefined ? undefined : Number(plain);
}

/** A whole number, also where it is written with decimals that are zero; `undefined` where the text is none. */
export function parseWholeNumber(text: string): number | undefined {
  const value = parseDecimal(text);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

/**
 * A decimal number times 10 to the power of `digits`, as a whole number, rounded half away from zero by its digits rather than by
 * binary fractions: `0,1335` at 3 digits is 134. `undefined` where the text is no number.
 */
export function parseScaled(text: string, digits: number): number | undefined {
  const plain = plainNumber(text);
  if (plain === undefined) return undefined;
  const negative = plain.startsWith('-');
  const [whole = '', decimals = ''] = plain.replace(/^[+-]/, '').split('.');
  const kept = Number(whole + decimals.slice(0, digits).padEnd(digits, '0'));
  const value = kept + ((decimals[digits] ?? '0') >= '5' ? 1 : 0);
  return negative && value !== 0 ? -value : value;
}

/** How dates are written: ISO and Finnish are told apart by their form, the others cannot be and have to be named. */
export const dateForms = ['iso', 'd.m.y', 'd/m/y', 'm/d/y', 'yyyymmdd'] as const;
export type DateForm = (typeof dateForms)[number];

const FINNISH = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[ T]+(?:klo\s)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)?$/;
const ISO_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

function civil(year: string | undefined, month: string | undefined, day: string | undefined): Day | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m) ? dayFromYmd(y, m, d) : undefined;
}

/**
 * The day of a date: `2025-12-31`, `31.12.2025`, with or without a time of day (an instant with an offset becomes the day in
 * Finland). Years have four digits. `undefined` where the text is no such date, or another form than the one named.
 */
export function parseTableDay(text: string, form?: DateForm): Day | undefined {
  const given = text.trim();
  if (form === 'd/m/y' || form === 'm/d/y') {
    const parts = SLASHES.exec(given);
    if (parts === null) return parseDay(given);
    const [, first, second, year] = parts;
    return form === 'd/m/y' ? civil(year, second, first) : civil(year, first, second);
  }
  if (form === 'yyyymmdd') {
    const parts = DIGITS.exec(given);
    return parts === null ? parseDay(given) : civil(parts[1], parts[2], parts[3]);
  }
  const iso = form === 'd.m.y' ? undefined : isoDay(given);
  if (iso !== undefined || form === 'iso') return iso;
  const finnish = FINNISH.exec(given);
  return finnish === null ? parseDay(given) : civil(finnish[3], finnish[2], finnish[1]);
}

function isoDay(text: string): Day | undefined {
  return parseDay(text) ?? parseDay(ISO_WITH_TIME.exec(text)?.[1] ?? '') ?? helsinkiDay(text);
}

const YES: ReadonlySet<string> = new Set([
  '1',
  'k',
  'kyllä',
  'kylla',
  'on',
  'tosi',
  'x',
  'j',
  'ja',
  'sant',
  'y',
  'yes',
  'true',
]);
const NO: ReadonlySet<string> = new Set(['0', 'e', 'ei', 'epätosi', 'n', 'nej', 'falskt', 'no', 'false']);

/** Yes or no in Finnish, Swedish, English or numbers, in whatever case; `undefined` for anything else, an empty text too. */
export function parseYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
