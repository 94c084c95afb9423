import type { Gender } from '../../facts/codes.js';
import { parseDay, yearOf } from '../../days/calendar.js';

/** What a Finnish personal identity code (henkilötunnus) says. */
export interface IdentityCode {
  readonly birthYear: number;
  readonly gender: Gender;
  /** Whether its check character is right. */
  readonly checked: boolean;
}

const FORM = /^(\d{2})(\d{2})(\d{2})([-+YXWVUABCDEF])(\d{3})([0-9A-FHJ-NPR-Y])$/;
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

function centuryOf(separator: string): string {
  if (separator === '+') return '18';
  return '-YXWVU'.includes(separator) ? '19' : '20';
}

/**
 * Reads a code in capital letters; `undefined` where it has not the form of one or its day is not in the calendar.
 * Century separators include those in use from 2023 (Y X W V U for 1900, B C D E F for 2000).
 * An odd individual number is a man's, an even one a woman's; the check character is DDMMYYNNN mod 31.
 */
export function parseIdentityCode(code: string): IdentityCode | undefined {
  const parts = FORM.exec(code);
  if (parts === null) return undefined;
  const [, dd = '', mm = '', yy = '', separator = '', individual = '', check = ''] = parts;
  const birth = parseDay(`${centuryOf(separator)}${yy}-${mm}-${dd}`);
  if (birth === undefined) return undefined;
  return {
    birthYear: yearOf(birth),
    gender: Number(individual) % 2 === 1 ? 'male' : 'female',
    checked: CHECK_CHARACTERS[Number(dd + mm + yy + individual) % 31] === check,
  };
}
