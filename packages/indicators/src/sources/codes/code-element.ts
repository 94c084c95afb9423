import type { Lang } from '@strapetsi/text';
import { isoFromDay, parseDay } from '../../days/calendar.js';
import type { IsoDate } from '../../days/day.js';
import { helsinkiDay } from '../../days/helsinki.js';
import { asFields, asList, shownDate, shownNumber, type Fields } from '../documents/fields.js';
import type { Shown } from '../../findings/reporter.js';
import type { CodeEntry } from './code-labels.js';
import type { GivenName, NameKind } from './translations.js';

/** A code as one record gives it, its names not yet looked at. */
export interface Candidate {
  readonly set: string;
  readonly code: string;
  readonly version: number;
  readonly path: string;
  readonly record: number;
  readonly names: GivenName;
  readonly kind: NameKind;
  readonly rest: Omit<CodeEntry, 'label'>;
  /** What stood there where the validity cannot be read. */
  readonly validity: Shown | undefined;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Registers give days as `YYYY-MM-DD`, as an instant, or as milliseconds since 1970, which is an instant too. */
function dayIn(value: unknown): IsoDate | undefined {
  if (typeof value === 'string') {
    const day = parseDay(value) ?? helsinkiDay(value);
    return day === undefined ? undefined : isoFromDay(day);
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const minutes = Math.floor(value / MINUTE);
  const utcDay = Math.floor(minutes / DAY_MINUTES);
  const minute = minutes - utcDay * DAY_MINUTES;
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = helsinkiDay(`${isoFromDay(utcDay)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}Z`);
  return day === undefined ? undefined : isoFromDay(day);
}

function shownDay(value: unknown): Shown {
  return typeof value === 'number' ? shownNumber(value) : shownDate(value);
}

export interface Validity {
  readonly days: Pick<CodeEntry, 'from' | 'to'>;
  readonly unreadable: Shown | undefined;
}

/** From the first to the last day; either may be absent. */
export function validityOf(first: unknown, last: unknown): Validity {
  const given = [first, last].map((value) => (value === null ? undefined : value));
  const [from, to] = given.map((value) => (value === undefined ? undefined : dayIn(value)));
  const bad = given.find((value, at) => value !== undefined && [from, to][at] === undefined);
  if (bad !== undefined) return { days: {}, unreadable: shownDay(bad) };
  if (from !== undefined && to !== undefined && to < from) return { days: {}, unreadable: `${from} – ${to}` };
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { days, unreadable: undefined };
}

const languages: Readonly<Record<string, Lang>> = { FI: 'fi', SV: 'sv', EN: 'en' };

function namesIn(metadata: unknown): GivenName {
  const names: Partial<Record<Lang, readonly string[]>> = {};
  for (const item of asList(metadata) ?? []) {
    const { kieli, nimi, lyhytNimi } = asFields(item) ?? {};
    const lang = typeof kieli === 'string' ? languages[kieli.toUpperCase()] : undefined;
    if (lang === undefined) continue;
    names[lang] = [nimi, lyhytNimi].flatMap((name) => (typeof name === 'string' ? [name] : []));
  }
  return names;
}

/** `opintojenrahoitus_16` → `opintojenrahoitus`; the code stands in it in lower case. */
function setIn(fields: Fields, code: string): string | undefined {
  const given = asFields(fields['koodisto'])?.['koodistoUri'];
  if (typeof given === 'string' && given !== '') return given;
  const uri = fields['koodiUri'];
  if (typeof uri !== 'string') return undefined;
  const end = uri.toLowerCase().endsWith(`_${code.toLowerCase()}`)
    ? uri.length - code.length - 1
    : uri.lastIndexOf('_');
  return end > 0 ? uri.slice(0, end) : undefined;
}

/** A code element of koodisto; `undefined` where the record is none. */
export function codeElementOf(fields: Fields, path: string, record: number): Candidate | undefined {
  const code = fields['koodiArvo'];
  if (typeof code !== 'string' || code === '') return undefined;
  const set = setIn(fields, code);
  if (set === undefined) return undefined;
  const { days, unreadable } = validityOf(fields['voimassaAlkuPvm'], fields['voimassaLoppuPvm']);
  const version = fields['versio'];
  return {
    set,
    code,
    version: typeof version === 'number' ? version : 0,
    path,
    record,
    names: namesIn(fields['metadata']),
    kind: 'word',
    rest: days,
    validity: unreadable,
  };
}
