import type { DataText } from '@strapetsi/text';
import type { GrowingDictionary } from '../../facts/dictionary.js';
import type { Description, Shown } from '../../findings/reporter.js';

/** An object of a document. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

const NOTHING: readonly unknown[] = [];

/** The elements of a list; a missing field is an empty list. `undefined` where something else stands there. */
export function asList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? NOTHING : undefined;
}

/** The code of a code reference (koodiviite), which stands as an object, or now and then as the bare code. */
export function codeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  const code = asFields(value)?.['koodiarvo'];
  return typeof code === 'string' && code !== '' ? code : undefined;
}

/** The code of a code reference with its code set in front, but for those of the `main` set. Codes of a provider's own are `local:…`. */
export function qualifiedCodeOf(value: unknown, main: string): string | undefined {
  const code = codeOf(value);
  if (code === undefined) return undefined;
  const set = asFields(value)?.['koodistoUri'];
  if (set === main) return code;
  return typeof set === 'string' && set !== '' ? `${set}:${code}` : `local:${code}`;
}

/** A localised name (`nimi`); `undefined` where no language has a text. */
export function labelOf(value: unknown): DataText | undefined {
  const name = asFields(value);
  if (name === undefined) return undefined;
  const label: { fi?: string; sv?: string; en?: string } = {};
  if (typeof name['fi'] === 'string') label.fi = name['fi'];
  if (typeof name['sv'] === 'string') label.sv = name['sv'];
  if (typeof name['en'] === 'string') label.en = name['en'];
  return label.fi === undefined && label.sv === undefined && label.en === undefined ? undefined : label;
}

/** The position of a key in a dictionary, named by `nimi` of what it stands in. The name is only read for a key that has none yet. */
export function entryIn(dictionary: GrowingDictionary, key: string, named: unknown): number {
  return dictionary.labelled(key) ?? dictionary.add(key, labelOf(asFields(named)?.['nimi']));
}

const nothing: Description = { notation: '–', fi: 'ei mitään', sv: 'ingenting', en: 'nothing' };
const otherTypes: Readonly<Record<string, Description>> = {
  number: { notation: 'number', fi: 'luku', sv: 'ett tal', en: 'a number' },
  boolean: { notation: 'boolean', fi: 'totuusarvo', sv: 'ett sanningsvärde', en: 'true or false' },
};

/** Type and length of a value: what may be said of anything, personal or not. Written `string(11)`, `array(2)`, `object(6)`. */
export function shapeOf(value: unknown): Description {
  if (value === undefined || value === null) return nothing;
  if (typeof value === 'string') {
    const n = value.length;
    return {
      notation: `string(${n})`,
      fi: `teksti, pituus ${n}`,
      sv: `en text, längd ${n}`,
      en: `a text, length ${n}`,
    };
  }
  if (Array.isArray(value)) {
    const n = value.length;
    return { notation: `array(${n})`, fi: `lista, pituus ${n}`, sv: `en lista, längd ${n}`, en: `a list, length ${n}` };
  }
  if (typeof value !== 'object') return otherTypes[typeof value] ?? nothing;
  const n = Object.keys(value).length;
  return {
    notation: `object(${n})`,
    fi: `olio, kenttiä ${n}`,
    sv: `ett objekt, fält ${n}`,
    en: `an object, fields ${n}`,
  };
}

const PERSONAL = /\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]|1\.2\.246\.562\.(24|98|198)\./i;
/** Whether a text holds something like an identity code or a learner number. */
export function isPersonal(text: string): boolean {
  return PERSONAL.test(text);
}

const LIKE_DATE = /^[\d.:/TZ+-]{1,25}$/;
const LIKE_CODE = /^[\p{L}\d_.:-]{1,60}$/u;

/** A value of a date field, shown only where it looks like a date. */
export function shownDate(value: unknown): Shown {
  return typeof value === 'string' && LIKE_DATE.test(value) && !isPersonal(value) ? value : shapeOf(value);
}

/** A value of a code field, shown only where it looks like a code. */
export function shownCode(value: unknown): Shown {
  const code = codeOf(value);
  return code !== undefined && LIKE_CODE.test(code) && !isPersonal(code) ? code : shapeOf(value);
}

/** A number, or what shape stands in its place. */
export function shownNumber(value: unknown): Shown {
  return typeof value === 'number' ? String(value) : shapeOf(value);
}
