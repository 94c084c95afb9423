import { createLanguage, type Lang, type Language, type Templates } from '@strapetsi/text';

interface Catalogue {
  readonly templates: Templates;
  readonly more: () => Promise<Templates>;
}

interface Loading {
  readonly catalogue: Promise<Catalogue | undefined>;
  /** What the language speaks from; sentences that few pages need are added when they have come. */
  readonly spoken: Record<string, string>;
  readonly language: Promise<Language>;
}

const loading = new Map<Lang, Loading>();

/** English is in the code itself. */
function catalogueOf(lang: Lang): Promise<Catalogue | undefined> {
  switch (lang) {
    case 'fi':
      return import('./fi.js');
    case 'sv':
      return import('./sv.js');
    case 'en':
      return Promise.resolve(undefined);
  }
}

function load(lang: Lang): Loading {
  const spoken: Record<string, string> = {};
  const catalogue = catalogueOf(lang);
  const language = catalogue.then((found) => createLanguage(lang, Object.assign(spoken, found?.templates)));
  language.catch(() => loading.delete(lang));
  const begun = { catalogue, spoken, language };
  loading.set(lang, begun);
  return begun;
}

/**
 * A language for an element to speak: one same-origin chunk per language, loaded once for the page.
 * Rejects where the chunk cannot be loaded; the next call tries again.
 */
export function loadLanguage(lang: Lang): Promise<Language> {
  return (loading.get(lang) ?? load(lang)).language;
}

/** Teaches a language the sentences of the kinds of charts that are not on every page, and of what stands beside figures. */
export async function loadMoreSentences(lang: Lang): Promise<true> {
  const { catalogue, spoken } = loading.get(lang) ?? load(lang);
  Object.assign(spoken, await (await catalogue)?.more());
  return true;
}
