import { dayFromYmd, isoFromDay } from '../../../days/calendar.js';

/**
 * Number formats of days that every workbook has without defining them (ECMA-376 part 1, 18.8.30); 18–21 and 45–47 are times.
 */
const DAY_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a number format shows a day: it has a year or a day, or a month without hours and seconds. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAY_FORMATS.has(id);
  const unquoted = code.replace(/"[^"]*"/g, '');
  const isDuration = /\[[hms]+\]/i.test(unquoted);
  const letters = unquoted.replace(/\[[^\]]*\]/g, '').replace(/[\\_*]./g, '');
  if (isDuration || /general/i.test(letters)) return false;
  return /[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
}

const DAY_0_OF_1900 = dayFromYmd(1899, 12, 30);
const DAY_0_OF_1904 = dayFromYmd(1904, 1, 1);

/** The day of a serial number; its part of a day is left out. Serial numbers of 1900 count a 29 February that was not. */
export function dayText(serial: number, from1904: boolean): string {
  const days = Math.floor(serial);
  if (from1904) return isoFromDay(DAY_0_OF_1904 + days);
  return isoFromDay(DAY_0_OF_1900 + (days < 60 ? days + 1 : days));
}

/** No more digits than Excel shows: a sheet holds 0.1 + 0.2 with 17. */
const DIGITS = 15;

/** As most numbers of a sheet are written. */
const SHORT = /^(0|-?[1-9]\d{0,6}|-?(0|[1-9]\d{0,6})\.\d{0,6}[1-9])$/;

/** A number without exponent, with a point: `1.5E-3` is `0.0015`. What is no number stays as it is. */
export function plainNumber(text: string): string {
  if (SHORT.test(text)) return text;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  const [mantissa = '', exponent] = value.toPrecision(DIGITS).split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent ?? 0);
  const digits = whole + decimals;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(point, '0');
  const at = Math.max(point, 1);
  const fraction = padded.slice(at).replace(/0+$/, '');
  const plain = padded.slice(0, at).replace(/^0+(?=\d)/, '') + (fraction === '' ? '' : `.${fraction}`);
  return negative && plain !== '0' ? `-${plain}` : plain;
}
