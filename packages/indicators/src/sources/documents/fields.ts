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

/** A value of a date field, shown only where it looks like a date. */
export function shownDate(value: unknown): Shown {
  return typeof value === 'string' && LIKE_DATE.test(value) && !isPersonal(value) ? value : shapeOf(value);
}

const LIKE_CODE = /^[\p{L}\d_.:-]{1,60}$/u;

/** A text where a code should stand, shown only where it looks like one. */
export function shownText(value: unknown): Shown {
  return typeof value === 'string' && LIKE_CODE.test(value) && !isPersonal(value) ? value : shapeOf(value);
}

/** A number, or what shape stands in its place. */
export function shownNumber(value: unknown): Shown {
  return typeof value === 'number' ? String(value) : shapeOf(value);
}
