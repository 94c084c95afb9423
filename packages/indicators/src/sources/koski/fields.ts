import type { DataText } from '@strapetsi/text';

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

/** Type and length of a value: what may be said of anything, personal or not. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'string') return `text of ${value.length} characters`;
  if (typeof value === 'object') return `object of ${Object.keys(value).length} fields`;
  return typeof value;
}

const LIKE_IDENTITY_CODE = /\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]/i;
const LIKE_DATE = /^[\d.:/TZ+-]{1,25}$/;
const LIKE_CODE = /^[\p{L}\d_.:-]{1,60}$/u;

/** A value of a date field, shown only where it looks like a date. */
export function shownDate(value: unknown): string {
  return typeof value === 'string' && LIKE_DATE.test(value) && !LIKE_IDENTITY_CODE.test(value) ? value : shapeOf(value);
}

/** A value of a code field, shown only where it looks like a code. */
export function shownCode(value: unknown): string {
  const code = codeOf(value);
  return code !== undefined && LIKE_CODE.test(code) && !LIKE_IDENTITY_CODE.test(code) ? code : shapeOf(value);
}

/** A number, or what shape stands in its place. */
export function shownNumber(value: unknown): string {
  return typeof value === 'number' ? String(value) : shapeOf(value);
}
