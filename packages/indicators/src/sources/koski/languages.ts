import { langs, type DataText, type Lang } from '@strapetsi/text';
import type { GrowingDictionary } from '../../facts/dictionary.js';

const labels = new Map<string, DataText>();
const names = new Map<Lang, Intl.DisplayNames>();

function nameIn(lang: Lang, code: string): string | undefined {
  let display = names.get(lang);
  if (display === undefined) {
    display = new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' });
    names.set(lang, display);
  }
  try {
    return display.of(code.toLowerCase());
  } catch {
    return undefined;
  }
}

/**
 * The name of a language by its code of the set `kieli` (ISO 639-1 in capitals), from the platform: what stands in the document
 * under a person is not taken over. A code of KOSKI's own (98, 99) has no name.
 */
function languageLabel(code: string): DataText {
  let label = labels.get(code);
  if (label === undefined) {
    label = namesOf(code);
    labels.set(code, label);
  }
  return label;
}

function namesOf(code: string): DataText {
  const label: { fi?: string; sv?: string; en?: string } = {};
  for (const lang of langs) {
    const name = nameIn(lang, code);
    if (name !== undefined) label[lang] = name;
  }
  return label;
}

/** The position of a language by its code; -1 where it is none. */
export function languageIn(languages: GrowingDictionary, code: string | undefined): number {
  const upper = code?.toUpperCase();
  return upper === undefined || !/^[A-Z0-9]{2}$/.test(upper) ? -1 : languages.add(upper, languageLabel(upper));
}
