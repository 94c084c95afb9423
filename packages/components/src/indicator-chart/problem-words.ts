import { createLanguage, str, type Lang, type Language } from '@strapetsi/text';
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from './problem.js';

const words = new Map<Lang, (problem: Problem) => string>();
const loading = new Map<Lang, Promise<void>>();

async function load({ lang, msg }: Language): Promise<void> {
  try {
    const { consoleText, problemTemplates, problemText, warnInDevelopment } = await import('./problem-sentences.js');
    const speech = { ...createLanguage(lang, await problemTemplates(lang)), str };
    words.set(lang, (problem) => {
      warnInDevelopment(consoleText(problem));
      return problemText(speech, problem);
    });
  } catch {
    words.set(lang, () =>
      msg('Something is wrong with this chart.', {
        desc: 'In place of a chart, where not even the sentence that says what is wrong could be loaded',
      }),
    );
  }
}

/**
 * What is wrong, as a sentence for the reader; a developer's console has it with all details. The sentences and their translations are
 * chunks of their own, because most pages never need them: `undefined` until they have come, and then the host is rendered again.
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
