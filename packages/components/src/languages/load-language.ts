import { createLanguage, type Lang, type Language, type Templates } from '@strapetsi/text';

/** What each language speaks from; sentences that few pages need are added when they have come. */
const spoken = new Map<Lang, Record<string, string>>();
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
    language = templatesOf(lang).then((templates) => {
      const own = { ...templates };
      spoken.set(lang, own);
      return createLanguage(lang, own);
    });
    language.catch(() => loading.delete(lang));
    loading.set(lang, language);
  }
  return language;
}

async function moreOf(lang: Lang): Promise<Templates> {
  switch (lang) {
    case 'fi':
      return (await import('@strapetsi/charts/catalogues/more-fi')).templates;
    case 'sv':
      return (await import('@strapetsi/charts/catalogues/more-sv')).templates;
    case 'en':
      return {};
  }
}

/** Teaches a language that was loaded the sentences of the kinds of charts that are not on every page, and of what stands beside figures. */
export async function loadMoreSentences(lang: Lang): Promise<true> {
  Object.assign(spoken.get(lang) ?? {}, await moreOf(lang));
  return true;
}
