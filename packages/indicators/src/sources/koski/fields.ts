import type { DataText } from '@strapetsi/text';
import type { GrowingDictionary } from '../../facts/dictionary.js';
import type { Shown } from '../../findings/reporter.js';
import { asFields, shapeOf, shownText } from '../documents/fields.js';

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

/** A value of a code field, shown only where it looks like a code. */
export function shownCode(value: unknown): Shown {
  const shown = shownText(codeOf(value));
  return typeof shown === 'string' ? shown : shapeOf(value);
}
