import { dayFromYmd } from '../../days/calendar.js';
import { isPersonal } from '../documents/fields.js';
import { fold } from '../tables/columns.js';
import { parseScaled, parseTableDay, parseWholeNumber, parseYesNo, type DateForm } from '../tables/values.js';
import type { FieldKind } from './fields.js';

/** Why a cell cannot be read as its field. */
export type CellProblem =
  'not-a-date' | 'not-a-number' | 'number-out-of-range' | 'not-yes-or-no' | 'unknown-code' | 'personal-code';

/** A cell as its field: a number (a day, a position in a list of codes, 1 or 0, …) or a text. */
export type CellValue =
  | { readonly ok: true; readonly value: number | string }
  | { readonly ok: false; readonly problem: CellProblem; readonly expected: string };

const problem = (of: CellProblem, expected: string): CellValue => ({ ok: false, problem: of, expected });
const value = (found: number | string): CellValue => ({ ok: true, value: found });

const YEAR = /^(19|20)\d{2}$/;
const LANGUAGE = /^[A-Z0-9]{2}$/;

const dateShapes: Readonly<Record<DateForm, string>> = {
  iso: '2025-12-31',
  'd.m.y': '31.12.2025',
  'd/m/y': '31/12/2025',
  'm/d/y': '12/31/2025',
  yyyymmdd: '20251231',
};

const expectedDay = (form: DateForm | undefined): string =>
  form === undefined ? '2025-12-31 | 31.12.2025' : dateShapes[form];

function scaledText(of: number, digits: number): string {
  return String(of / 10 ** digits);
}

/** Reads a text that is not empty. */
export function readCell(kind: FieldKind, text: string, form?: DateForm): CellValue {
  switch (kind.kind) {
    case 'text':
      return value(text);
    case 'day': {
      const day = parseTableDay(text, form);
      return day === undefined ? problem('not-a-date', expectedDay(form)) : value(day);
    }
    case 'dayOrYear': {
      const day = YEAR.test(text) ? dayFromYmd(Number(text), 12, 31) : parseTableDay(text, form);
      return day === undefined ? problem('not-a-date', `${expectedDay(form)} | 2025`) : value(day);
    }
    case 'whole': {
      const number = parseWholeNumber(text);
      const expected = kind.only?.join(' | ') ?? `${kind.from}–${kind.to}`;
      if (number === undefined) return problem('not-a-number', expected);
      const fits = number >= kind.from && number <= kind.to && (kind.only?.includes(number) ?? true);
      return fits ? value(number) : problem('number-out-of-range', expected);
    }
    case 'scaled': {
      const number = parseScaled(text.replace(/\s*%$/, ''), kind.digits);
      const expected = `${scaledText(kind.from, kind.digits)}–${scaledText(kind.to, kind.digits)}`;
      if (number === undefined) return problem('not-a-number', expected);
      return number >= kind.from && number <= kind.to ? value(number) : problem('number-out-of-range', expected);
    }
    case 'flag': {
      const flag = parseYesNo(text);
      return flag === undefined
        ? problem('not-yes-or-no', 'kyllä | ei | ja | nej | yes | no | 1 | 0')
        : value(flag ? 1 : 0);
    }
    case 'oneOf': {
      const code = kind.words.get(fold(text));
      return code === undefined
        ? problem('unknown-code', [...new Set(kind.words.values())].join(' | '))
        : value(kind.codes.indexOf(code));
    }
    case 'language': {
      const code = text.toUpperCase();
      return LANGUAGE.test(code) ? value(code) : problem('unknown-code', 'FI | SV | EN | … (kieli)');
    }
    case 'open':
      return isPersonal(text) ? problem('personal-code', 'a code of no person') : value(text);
  }
}
