import { catalogue, eqavet, eqavetSource, type EqavetFigure } from '@strapetsi/indicators';
import type { Lang, LocalizedText } from '@strapetsi/text';

type Words = Record<'title' | 'text' | 'by' | 'only' | 'notCovered', Required<LocalizedText>>;

const words: Words = {
  title: {
    fi: 'EQAVET-indikaattorit 4, 5 ja 8',
    sv: 'EQAVET-indikatorerna 4, 5 och 8',
    en: 'EQAVET indicators 4, 5 and 8',
  },
  text: {
    fi: 'Millä luvuilla EQAVETin oppijoita koskevat viiteindikaattorit saadaan, ja mitä niistä jää kertomatta.',
    sv: 'Med vilka tal EQAVET:s referensindikatorer om studerande fås, och vad talen inte berättar.',
    en: 'By which figures the reference indicators of EQAVET about learners are had, and what the figures do not tell.',
  },
  by: { fi: 'jaoteltuna', sv: 'indelat enligt', en: 'cut by' },
  only: { fi: 'rajattuna', sv: 'avgränsat till', en: 'limited to' },
  notCovered: { fi: 'Ei kata', sv: 'Täcker inte', en: 'Not covered' },
};

/** `employed` (share): cut by year, limited to yearsAfter=1. */
function figureLine({ definition, figure, by, only, tells }: EqavetFigure, lang: Lang): string {
  const name = catalogue.find(({ id }) => id === definition)?.name[lang] ?? definition;
  const limits = Object.entries(only ?? {}).map(([id, members = []]) => `${id}=${members.join(',')}`);
  const run = [
    ...(by.length === 0 ? [] : [`${words.by[lang]} \`${by.join(',')}\``]),
    ...(limits.length === 0 ? [] : [`${words.only[lang]} \`${limits.join(' ')}\``]),
  ];
  return `- [${name}](#${definition}), \`${figure}\`, ${run.join(', ')}: ${tells[lang]}.`;
}

/** The section on EQAVET of the page of indicators. */
export function eqavetSection(lang: Lang): string {
  const parts = eqavet.flatMap(({ number, name, parts: all }) => [
    `### ${String(number)}. ${name[lang]}`,
    ...all.flatMap(({ id, numerator, denominator, figures, notCovered }) => [
      `**${id}** ${numerator[lang]} / ${denominator[lang]}`,
      figures.map((figure) => figureLine(figure, lang)).join('\n'),
      `${words.notCovered[lang]}:\n\n${notCovered.map((text) => `- ${text[lang]}`).join('\n')}`,
    ]),
  ]);
  const source = `${eqavetSource.title[lang]}: ${eqavetSource.reference}.`;
  return [`<a id="eqavet"></a>\n\n## ${words.title[lang]}`, words.text[lang], ...parts, source].join('\n\n');
}
