import { createLanguage, type Lang, type Language, type Templates } from '@strapetsi/text';

const loading = new Map<Lang, Promise<Language>>();

async function templatesOf(lang: Lang): Promise<Templates> {
  switch (lang) {
    case 'fi':
      return (await import('./fi.js')).templates;
    case 'sv':
      return (await import('./sv.js')).templates;
    case 'en':
      return {};
  }
}

/**
 * A language for an element to speak: one same-origin chunk per language, loaded once for the page.
 * Rejects where the chunk cannot be loaded; the next call tries again.
 */
export function loadLanguage(lang: Lang): Promise<Language> {
  let language = loading.get(lang);
  if (language === undefined) {
    language = templatesOf(lang).then((templates) => createLanguage(lang, templates));
    language.catch(() => loading.delete(lang));
    loading.set(lang, language);
  }
  return language;
}
