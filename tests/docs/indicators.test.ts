import { catalogue, explainDefinition, explanationMarkdown } from '@strapetsi/indicators';
import { langs, type Lang, type LocalizedText } from '@strapetsi/text';
import { expect, it } from 'vitest';
import { eqavetSection } from './eqavet-section.js';

/** The pages docs/indicators.*.md are made of the definitions; `npm run docs` writes them anew. */
const opening: Record<'title' | 'text', Required<LocalizedText>> = {
  title: { fi: 'Indikaattorit', sv: 'Indikatorer', en: 'Indicators' },
  text: {
    fi: 'Tämä sivu on tehty samoista määritelmistä, joilla luvut lasketaan. Saman kertoo komento `strapetsi definitions`.',
    sv: 'Den här sidan är gjord av samma definitioner som talen beräknas med. Kommandot `strapetsi definitions` säger detsamma.',
    en: 'This page is made of the definitions that the figures are computed by. The command `strapetsi definitions` says the same.',
  },
};

function page(lang: Lang): string {
  const contents = catalogue.map(({ id, name, meaning }) => `- [${name[lang]}](#${id}): ${meaning[lang]}`);
  const explained = catalogue.map(
    (definition) => `<a id="${definition.id}"></a>\n\n${explanationMarkdown(explainDefinition(definition, lang), 2)}`,
  );
  return `${[`# ${opening.title[lang]}`, opening.text[lang], contents.join('\n'), ...explained, eqavetSection(lang)].join('\n\n').trimEnd()}\n`;
}

it.each(langs)('the page of indicators in %s says what is computed', async (lang) => {
  await expect(page(lang)).toMatchFileSnapshot(`../../docs/indicators.${lang}.md`);
});
