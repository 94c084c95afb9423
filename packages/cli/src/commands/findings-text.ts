import { formatNumber, str, textFor } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import type { FixGroup, SchoolFindings } from '../findings-by-school.js';
import { placeText, severityText } from '../output/findings-text.js';
import type { FindingsResult } from './findings.js';

/** Findings by school and by what to put right, for a person at a terminal. */
export function schoolFindingsText({ records, schools }: FindingsResult, language: Language): string {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang);
  return `${[
    msg(str`Records: ${number(records.read)} = ${number(records.facts)} read + ${number(records.refused)} refused.`, {
      desc: 'Summary of the calculate command: three numbers, the first is the sum of the others',
    }),
    ...(schools.length === 0 ? ['', msg('Nothing to remark.', { desc: 'Result of the check command' })] : []),
    ...schools.flatMap((school) => ['', schoolText(school, language)]),
  ].join('\n')}\n`;
}

export function nameOfSchool({ school }: SchoolFindings, { lang, msg }: Language): string {
  if (school === undefined)
    return msg('Findings that belong to no one school', { desc: 'Heading above findings of the provider as a whole' });
  const name = textFor(school.label, lang);
  return name === '' ? school.id : `${name} (${school.id})`;
}

function schoolText(group: SchoolFindings, language: Language): string {
  return [
    `${nameOfSchool(group, language)}: ${recordsText(group.records, language)}`,
    ...group.fixes.map((fix) => fixText(fix, language)),
  ].join('\n');
}

function recordsText(records: number, { lang, msg }: Language): string {
  if (records === 0) return msg('files as a whole', { desc: 'Instead of a number of records: the files themselves' });
  return msg(str`records: ${formatNumber(records, lang)}`, { desc: 'Number of records with a finding, after a colon' });
}

function fixText({ label, toDo, severity, records, findings }: FixGroup, language: Language): string {
  const { lang } = language;
  return [
    `  ${label[lang]} – ${recordsText(records, language)} (${severityText(severity, language)})`,
    `    → ${toDo[lang]}`,
    ...findings.flatMap(({ code, count, message, examples }) => [
      `    ${formatNumber(count, lang)} × ${code}: ${message[lang]}`,
      ...examples.map((example) => `      ${placeText(example, language)}`),
    ]),
  ].join('\n');
}
