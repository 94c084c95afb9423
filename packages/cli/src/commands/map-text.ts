import type { DryRunFile, MappedTable, Mapping, MappingProblem } from '@strapetsi/indicators';
import { formatNumber, pick, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { findingsText } from '../output/findings-text.js';
import { textTable } from '../output/text-table.js';
import type { MapResult } from './map.js';

/** What is wrong with a mapping, for a person at a terminal. */
export function mappingProblemsText(
  { mapping, problems }: { readonly mapping: string; readonly problems: readonly MappingProblem[] },
  { lang, msg }: Language,
): string {
  const head = msg(str`The mapping ${mapping} cannot be used:`, {
    desc: 'Result of the map command. Name of a file; a list of faults follows',
  });
  const faults = problems.flatMap(({ path, message }) => [
    '',
    `  ${path === '' ? mapping : path}`,
    `    ${message[lang]}`,
  ]);
  return `${[head, ...faults].join('\n')}\n`;
}

/** Rows stand beside each other as far as a terminal of 100 characters has room. */
const WIDTH = 100;
const WIDEST_VALUE = 28;

/** The first rows and what was found, for a person at a terminal. */
export function mapText(
  { mapping: file, files, findings, persons, rows }: Extract<MapResult, { problems: readonly [] }>,
  mapping: Mapping,
  language: Language,
): string {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang);
  if (files.length === 0) {
    const tables = mapping.tables.map(({ of }) => tableName(of, language)).join(', ');
    return `${msg(str`The mapping ${file} can be used. Tables: ${tables}.`, {
      desc: 'Result of the map command without files. Name of the mapping’s file; a list of kinds of tables',
    })}\n`;
  }
  const total = [
    msg(str`Rows: ${number(rows.read)} = ${number(rows.facts)} read + ${number(rows.refused)} refused.`, {
      desc: 'Result of the map command: three numbers, the first is the sum of the others',
    }),
    msg(str`Learners: ${number(persons)}.`, { desc: 'Result of the check command: number of persons' }),
  ];
  return `${[...files.map((each) => fileText(each, language)), total.join('\n'), findingsText(findings, language)].join('\n\n')}\n`;
}

function fileText({ summary, rows }: DryRunFile, language: Language): string {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang);
  const name = summary.file ?? '';
  const counts = msg(
    str`${number(summary.read)} rows = ${number(summary.facts)} read + ${number(summary.refused)} refused`,
    {
      desc: 'Result of the map command, of one file: three numbers, the first is the sum of the others',
    },
  );
  const table =
    summary.of === undefined
      ? msg('no table of the mapping', {
          desc: 'Result of the map command: the columns of a file fit none of the tables',
        })
      : tableName(summary.of, language);
  return [`${name}: ${table}, ${counts}`, ...rowTables(rows, language)].join('\n');
}

/** Fields down, rows across, as many beside each other as there is room for. */
function rowTables(rows: DryRunFile['rows'], language: Language): readonly string[] {
  const { msg } = language;
  const [first] = rows;
  if (first === undefined) return [];
  const left = [
    ['', msg('Column', { desc: 'Heading: name of a column in a file' })],
    ...first.fields.map(({ field, column }) => [
      field,
      column ??
        msg('always', { desc: 'Stands in place of a column’s name: the mapping gives the same value for every row' }),
    ]),
  ];
  const across = rows.map((row) => [
    rowName(row, language),
    ...row.fields.map((field) => shortened(valueText(field, language))),
  ]);
  const widthOf = (texts: readonly string[]): number => Math.max(...texts.map((text) => [...text].length));
  const margin =
    left[0]?.map((_, at) => widthOf(left.map((line) => line[at] ?? ''))).reduce((sum, width) => sum + width + 2, 2) ??
    0;
  const tables: string[] = [];
  for (let from = 0; from < across.length;) {
    let to = from;
    let width = margin;
    do width += widthOf(across[to++] ?? []) + 2;
    while (to < across.length && width + widthOf(across[to] ?? []) <= WIDTH);
    const beside = across.slice(from, to);
    const lines = left.map((line, at) => [...line, ...beside.map((row) => row[at] ?? '')]);
    tables.push('', textTable(lines).replace(/^/gm, '  '));
    from = to;
  }
  return tables;
}

function rowName({ line, refused }: DryRunFile['rows'][number], { msg }: Language): string {
  const where = msg(str`line ${line}`, { desc: 'Heading of a row: the number of a line in a file' });
  return refused
    ? `${where} ${msg('(refused)', { desc: 'Stands behind the number of a line that was refused' })}`
    : where;
}

function valueText(
  { value, label, problem }: DryRunFile['rows'][number]['fields'][number],
  { lang }: Language,
): string {
  const name = label === undefined ? undefined : pick(label, lang)?.text;
  if (problem !== undefined) return `${value} ${problem}`;
  return name === undefined ? value : `${value} ${name}`;
}

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= WIDEST_VALUE ? letters.join('') : `${letters.slice(0, WIDEST_VALUE - 1).join('')}…`;
}

function tableName(of: MappedTable['of'], { msg }: Language): string {
  switch (of) {
    case 'rights':
      return msg('study rights', { desc: 'What a table is about' });
    case 'periods':
      return msg('periods of study rights', { desc: 'What a table is about' });
    case 'credits':
      return msg('credits', { desc: 'What a table is about: units with their competence points' });
    case 'spells':
      return msg('additional information of study rights', { desc: 'What a table is about' });
    case 'plans':
      return msg('personal plans', { desc: 'What a table is about' });
    case 'workplaces':
      return msg('learning at work', { desc: 'What a table is about' });
    case 'outcomes':
      return msg('outcomes of graduates', { desc: 'What a table is about' });
    case 'responses':
      return msg('replies to surveys', { desc: 'What a table is about' });
    case 'answers':
      return msg('answers to questions', { desc: 'What a table is about' });
  }
}
