import { locales } from './locales.js';
import type { Lang } from './localized-text.js';

const formats = new Map<string, Intl.ListFormat>();

/** "a, b ja c", "a, b och c", "a, b and c"; with `or`: "a, b tai c", "a, b eller c", "a, b or c". */
export function formatList(items: readonly string[], lang: Lang, word: 'and' | 'or' = 'and'): string {
  const key = lang + word;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.ListFormat(locales[lang], { type: word === 'and' ? 'conjunction' : 'disjunction' });
    formats.set(key, format);
  }
  return format.format(items);
}
