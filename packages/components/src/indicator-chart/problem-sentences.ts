import type { Lang, Templates } from '@strapetsi/text';

// What a page needs once something is wrong: one chunk, and one for each language.
export { warnInDevelopment } from './development.js';
export { problemText } from './problem-text.js';
export { consoleText } from './problem.js';

export async function problemTemplates(lang: Lang): Promise<Templates> {
  switch (lang) {
    case 'fi':
      return (await import('../languages/generated/problems-fi.js')).templates;
    case 'sv':
      return (await import('../languages/generated/problems-sv.js')).templates;
    case 'en':
      return {};
  }
}
