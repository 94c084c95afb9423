import { createLanguage, str, type Lang, type Language, type Templates } from '@strapetsi/text';
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from './problem.js';

type ProblemWords = (problem: Problem) => string;

const words = new Map<Lang, ProblemWords>();
const loading = new Map<Lang, Promise<void>>();

async function templatesOf(lang: Lang): Promise<Templates> {
  switch (lang) {
    case 'fi':
      return (await import('../languages/generated/problems-fi.js')).templates;
    case 'sv':
      return (await import('../languages/generated/problems-sv.js')).templates;
    case 'en':
      return {};
  }
}

async function load({ lang, msg }: Language): Promise<void> {
  try {
    const [{ problemText }, templates] = await Promise.all([import('./problem-text.js'), templatesOf(lang)]);
    const speech = { ...createLanguage(lang, templates), str };
    words.set(lang, (problem) => problemText(speech, problem));
  } catch {
    words.set(lang, () =>
      msg('Something is wrong with this chart.', {
        desc: 'In place of a chart, where not even the sentence that says what is wrong could be loaded',
      }),
    );
  }
}

/**
 * What is wrong, as a sentence. The sentences and their translations are chunks of their own, because most pages never need them:
 * `undefined` until they have come, and then the host is rendered again.
 */
export function problemWords(language: Language, problem: Problem, host: ReactiveControllerHost): string | undefined {
  const { lang } = language;
  const inLanguage = words.get(lang);
  if (inLanguage !== undefined) return inLanguage(problem);
  const promise = loading.get(lang) ?? load(language);
  loading.set(lang, promise);
  void promise.then(() => {
    host.requestUpdate();
  });
  return undefined;
}
