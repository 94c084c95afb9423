import { eqavet, eqavetSource, type EqavetFigure } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';

/** The options of `strapetsi calculate` that give a figure of an EQAVET indicator. */
function optionsOf({ definition, by, only }: EqavetFigure): string {
  const limits = Object.entries(only ?? {}).map(([id, members = []]) => `--only ${id}=${members.join(',')}`);
  return [`--indicator ${definition}`, `--by ${by.join(',')}`, ...limits].join(' ');
}

/** EQAVET 4, 5 and 8: for each part what it divides by what, how our figures of it are calculated, and what they do not tell. */
export function eqavetText({ lang, msg }: Language): string {
  const notCovered = msg('Not covered:', {
    desc: 'Heading above what an EQAVET indicator asks for and the figures do not tell',
  });
  const parts = eqavet.flatMap(({ number, name, parts: all }) => [
    `EQAVET ${String(number)}. ${name[lang]}`,
    ...all.map(({ id, numerator, denominator, figures, notCovered: lacking }) =>
      [
        `${id}  ${numerator[lang]} / ${denominator[lang]}`,
        ...figures.map(
          (figure) => `  strapetsi calculate ${optionsOf(figure)}\n    ${figure.figure}: ${figure.tells[lang]}`,
        ),
        `  ${notCovered}`,
        ...lacking.map((text) => `  - ${text[lang]}`),
      ].join('\n'),
    ),
  ]);
  return `${[...parts, `${eqavetSource.title[lang]}: ${eqavetSource.reference}`].join('\n\n')}\n`;
}
