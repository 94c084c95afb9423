import { locales } from './locales.js';
import type { Lang } from './localized-text.js';

const rules = new Map<Lang, Intl.PluralRules>();

/** The form that goes with a count: `plural(1, 'fi', { one: 'ryhmä', other: 'ryhmää' })` → "ryhmä". */
export function plural<T>(count: number, lang: Lang, forms: { readonly one: T; readonly other: T }): T {
  let rule = rules.get(lang);
  if (rule === undefined) {
    rule = new Intl.PluralRules(locales[lang]);
    rules.set(lang, rule);
  }
  return rule.select(count) === 'one' ? forms.one : forms.other;
}
