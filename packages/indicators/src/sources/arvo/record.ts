import type { Lang } from '@strapetsi/text';
import { asFields, type Fields } from '../documents/fields.js';
import { fold } from '../tables/columns.js';
import { kindOf } from './kind.js';
import { fieldOf, isOfAnswer, languageOfHead, type Field } from './names.js';

/** A row of a table or an object, by what its fields mean. */
export interface ArvoRecord {
  readonly fields: Readonly<Partial<Record<Field, unknown>>>;
  /** What has no known name: of a row for each respondent, the questions. */
  readonly rest: readonly (readonly [name: string, value: unknown])[];
  /** The value of a field or column by its own name, whatever the record's form. */
  readonly raw: (name: string) => unknown;
  /** In which names stand that do not say theirs. */
  readonly language: Lang;
}

type Known = ReturnType<typeof fieldOf>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A text without spaces around it; numbers as text. `undefined` where there is nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** Makes records of objects; the names of an export are the same in all of them, so each is looked up once. */
export function createObjectRecords(): (object: Fields) => ArvoRecord {
  const known = new Map<string, Known>();
  function meaningOf(name: string): Known {
    if (known.has(name)) return known.get(name);
    const meaning = fieldOf(name);
    known.set(name, meaning);
    return meaning;
  }
  return (object) => {
    const background = asFields(object['taustatiedot']);
    const all = background === undefined ? [object] : [object, background];
    const fields: Partial<Record<Field, unknown>> = {};
    const rest: [string, unknown][] = [];
    for (const [at, part] of all.entries()) {
      for (const name in part) {
        const meaning = meaningOf(name);
        const value = part[name];
        if (meaning === undefined && at === 0) rest.push([name, value]);
        else if (meaning !== undefined && meaning !== 'other' && (!(meaning in fields) || isEmpty(fields[meaning])))
          fields[meaning] = value;
      }
    }
    return { fields, rest, raw: (name) => object[name] ?? background?.[name], language: 'fi' };
  };
}

/** A name that stands in several columns is told apart: `Name`, `Name (2)`. */
function toldApart(names: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return names.map((name) => {
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** What headings mean. In a row for each respondent, names such as "Luku" or "Vastaus" stand over questions. */
function meaningsOf(names: readonly string[]): readonly Known[] {
  const meanings = names.map(fieldOf);
  const fields = Object.fromEntries(
    meanings.filter((name) => name !== undefined && name !== 'other').map((name) => [name, '']),
  );
  const rest = names.filter((_, at) => meanings[at] === undefined).map((name) => [name, ''] as const);
  if (kindOf({ fields, rest }) !== 'reply') return meanings;
  return meanings.map((name) => (name !== undefined && name !== 'other' && isOfAnswer(name) ? undefined : name));
}

/** Makes records of a table's rows. @param names the headings */
export function createRowRecords(names: readonly string[]): (cells: readonly string[]) => ArvoRecord {
  const meanings = meaningsOf(names);
  const own = toldApart(names);
  const language = languageOfHead(names);
  const positions = new Map(names.map((name, at) => [fold(name), at] as const).reverse());
  return (cells) => {
    const fields: Partial<Record<Field, unknown>> = {};
    const rest: [string, unknown][] = [];
    for (let at = 0; at < names.length; at++) {
      const meaning = meanings[at];
      const name = own[at] ?? '';
      if (meaning === undefined) {
        if (name !== '') rest.push([name, cells[at]]);
      } else if (meaning !== 'other' && (!(meaning in fields) || isEmpty(fields[meaning]))) fields[meaning] = cells[at];
    }
    return { fields, rest, raw: (name) => cells[positions.get(fold(name)) ?? -1], language };
  };
}
