import type { ExplainedGroup } from '@strapetsi/indicators';
import { formatNumber, formatShare, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { textTable } from '../output/text-table.js';
import { periodText, section } from './compare-text.js';
import type { CompareDiscontinuationResult } from './compare.js';

/** Both rules of discontinuation side by side, for a person at a terminal. */
export function discontinuationText(
  { asOf, discontinuation }: CompareDiscontinuationResult,
  language: Language,
): string {
  const { lang, msg } = language;
  const { first, second, labels, agree, explained, notExplained, period } = discontinuation;
  const count = (persons: number): string => formatNumber(persons, lang);
  const row = (label: string, { rights, sum }: typeof first): readonly string[] => [
    label,
    count(rights),
    count(sum),
    rights === 0 ? '–' : formatShare(sum / rights, lang),
  ];
  const table = [
    [
      '',
      msg('Students', { desc: 'Heading of a column of numbers: persons' }),
      msg('Discontinued', { desc: 'Heading of a column of numbers: persons who discontinued' }),
      msg('Share', { desc: 'Heading of a column of percentages' }),
    ],
    row(labels.first[lang], first),
    row(labels.second[lang], second),
  ];
  return `${[
    msg('Both rules of discontinuation on the same records', { desc: 'Title of a result' }),
    periodText({ period, asOf }, language),
    '',
    textTable(table, [1, 2, 3]),
    '',
    msg(str`Students who discontinued by both rules: ${count(agree.ours)}.`, {
      desc: 'Result of the compare command: a number of persons',
    }),
    ...section(
      msg('What makes the difference:', { desc: 'Heading above a list' }),
      explained.map((group) => groupText(group, language)),
    ),
    ...section(
      msg('Differences without an explanation:', { desc: 'Heading above a list' }),
      notExplained.rights === 0 ? [] : [groupText({ ...notExplained, changes: [], texts: [] }, language)],
    ),
  ].join('\n')}\n`;
}

/** Whoever is in a group has discontinued by one of the rules only: a sum is a number of persons. */
function groupText({ ours, theirs, changes, texts, examples }: ExplainedGroup, { lang, msg }: Language): string {
  const size = msg(
    str`discontinued only by KOSKI data ${formatNumber(ours, lang)}, only by Statistics Finland ${formatNumber(theirs, lang)}`,
    { desc: 'Result of the compare command: two numbers of persons' },
  );
  return [
    changes.length === 0 ? `  ${size}` : `  ${size} [${changes.join(' + ')}]`,
    ...texts.map((text) => `    ${text[lang]}`),
    ...examples.map(({ right }) => `    ${right}`),
  ].join('\n');
}
