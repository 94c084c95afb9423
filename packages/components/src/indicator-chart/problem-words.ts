import type { Language } from '@strapetsi/text';
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from './problem.js';

let problemText: ((language: Language, problem: Problem) => string) | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  try {
    ({ problemText } = await import('./problem-text.js'));
  } catch {
    loading = undefined;
    problemText = ({ msg }) =>
      msg('Something is wrong with this chart.', {
        desc: 'In place of a chart, where not even the sentence that says what is wrong could be loaded',
      });
  }
}

/**
 * What is wrong, as a sentence. The sentences are a chunk of their own, because most pages never need them: `undefined` until it has
 * come, and then the host is rendered again.
 */
export function problemWords(language: Language, problem: Problem, host: ReactiveControllerHost): string | undefined {
  if (problemText === undefined) {
    loading ??= load();
    void loading.then(() => {
      host.requestUpdate();
    });
  }
  return problemText?.(language, problem);
}
