import type {
  Cell,
  CellChange,
  ContextProblem,
  IndicatorTable,
  ReleaseChanges,
  ReleaseProblem,
  TableChange,
} from '@strapetsi/indicators';
import { formatDate, formatNumber, formatPeriod, str, textFor } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { problemText } from '../release/release-folder.js';

/** A release against the one before it. */
export interface ReleaseReport {
  readonly folder: string;
  /** `planned`: nothing was written. */
  readonly status: 'written' | 'same' | 'planned';
  readonly released: string;
  /** The day of the release before, where there is one. */
  readonly previous?: string;
  readonly changes: ReleaseChanges;
  /** Files of the release before that could not be compared with. */
  readonly unreadable: readonly ReleaseProblem[];
  /** Targets, events and benchmarks that belong to no figure. */
  readonly problems: readonly ContextProblem[];
}

/** Of a group of cells so many are named; the JSON has all. */
const NAMED = 20;

/** A release for a person at a terminal: what is new, gone and changed, and which cells are withheld or shown since. No figure is told. */
export function releaseText(report: ReleaseReport, language: Language): string {
  const { changes, unreadable, problems } = report;
  const { lang, msg } = language;
  const lines = [
    headline(report, language),
    ...(unreadable.length === 0
      ? []
      : [
          msg('Of the release before this could not be compared:', {
            desc: 'Heading of the publish command, above a list',
          }),
          ...unreadable.map((problem) => `  ${problemText(problem, language)}`),
        ]),
    ...tableList(msg('New tables:', { desc: 'Heading of the publish command, above a list' }), changes.added, language),
    ...tableList(
      msg('Tables that are gone:', { desc: 'Heading of the publish command, above a list' }),
      changes.gone,
      language,
    ),
    ...changes.changed.flatMap((change) => changeLines(change, language)),
    ...(changes.same.length === 0
      ? []
      : [
          msg(str`Tables without a change: ${formatNumber(changes.same.length, lang)}.`, {
            desc: 'Summary of the publish command: a number',
          }),
        ]),
    ...(problems.length === 0
      ? []
      : [
          msg('Not put beside any figure:', { desc: 'Heading of the publish command, above targets and benchmarks' }),
          ...problems.map((problem) => `  ${contextText(problem, language)}`),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ folder, status, released, previous }: ReleaseReport, { lang, msg }: Language): string {
  const day = formatDate(released, lang);
  const first = ((): string => {
    switch (status) {
      case 'written':
        return msg(str`Release of ${day} written to ${folder}.`, {
          desc: 'Summary of the publish command. A day, name of a folder',
        });
      case 'same':
        return msg(str`The release of ${day} is in ${folder} already; nothing was changed.`, {
          desc: 'Summary of the publish command. A day, name of a folder',
        });
      case 'planned':
        return msg(str`Release of ${day} for ${folder}; nothing was written.`, {
          desc: 'Summary of the publish command with --dry-run. A day, name of a folder',
        });
    }
  })();
  const before =
    previous === undefined
      ? msg('There was no release before.', { desc: 'Summary of the publish command' })
      : msg(str`The release before is of ${formatDate(previous, lang)}.`, {
          desc: 'Summary of the publish command. A day',
        });
  return `${first} ${before}`;
}

/** "Student years: student years, by year and school (only gender: women), 2023–2025" */
export function tableName(
  { indicator, figure, dimensions, only, period }: IndicatorTable,
  { lang, msg }: Language,
): string {
  const cuts = dimensions.map(({ label }) => label[lang]).join(', ');
  const slice = only.map(
    ({ label, members }) =>
      `${label[lang]}: ${members.map((member) => textFor(member.label, lang, member.id)).join(', ')}`,
  );
  const parts = [
    `${indicator.name[lang]}: ${figure.label[lang]}`,
    ...(cuts === '' ? [] : [cuts]),
    ...(slice.length === 0
      ? []
      : [msg(str`only ${slice.join('; ')}`, { desc: 'Part of the name of a table: a slice such as "Gender: women"' })]),
    formatPeriod(period.from, period.to, lang),
  ];
  return parts.join(' | ');
}

function tableList(heading: string, tables: readonly IndicatorTable[], language: Language): readonly string[] {
  return tables.length === 0 ? [] : [heading, ...tables.map((table) => `  ${tableName(table, language)}`)];
}

function changeLines(change: TableChange, language: Language): readonly string[] {
  const { lang, msg } = language;
  const number = (count: number): string => formatNumber(count, lang);
  const { after, values, added, gone } = change;
  const counts = [
    ...(values === 0
      ? []
      : [msg(str`Other values: ${number(values)}.`, { desc: 'Summary of a table: a number of cells' })]),
    ...(added.cells === 0
      ? []
      : [
          msg(str`New cells: ${number(added.cells)}, of which withheld: ${number(added.withheld)}.`, {
            desc: 'Summary of a table: two numbers of cells',
          }),
        ]),
    ...(gone === 0
      ? []
      : [msg(str`Cells that are gone: ${number(gone)}.`, { desc: 'Summary of a table: a number of cells' })]),
  ];
  return [
    `${msg('Changed:', { desc: 'Stands before the name of a table' })} ${tableName(after, language)}`,
    ...(counts.length === 0 ? [] : [`  ${counts.join(' ')}`]),
    ...cellLines(msg('Newly withheld:', { desc: 'Heading above a list of cells' }), change.newlyWithheld, language),
    ...cellLines(msg('Newly shown:', { desc: 'Heading above a list of cells' }), change.newlyShown, language),
    ...cellLines(
      msg('Otherwise:', { desc: 'Heading above a list of cells whose state changed' }),
      change.otherwise,
      language,
    ),
  ];
}

function cellLines(heading: string, changes: readonly CellChange[], language: Language): readonly string[] {
  const { lang, msg } = language;
  if (changes.length === 0) return [];
  const rest = changes.length - NAMED;
  return [
    `  ${heading} ${formatNumber(changes.length, lang)}`,
    ...changes.slice(0, NAMED).map((change) => `    ${cellText(change, language)}`),
    ...(rest <= 0
      ? []
      : [
          `    ${msg(str`… and ${formatNumber(rest, lang)} more (--json names all)`, { desc: 'End of a list: a number' })}`,
        ]),
  ];
}

function cellText({ members, before, after }: CellChange, language: Language): string {
  const { lang, msg } = language;
  const place = members.map(({ member }) => textFor(member.label, lang, member.id)).join(', ');
  const name = place === '' ? msg('the only cell', { desc: 'A cell of a table that is not cut by anything' }) : place;
  return `${name}: ${statusText(before, language)} → ${statusText(after, language)}`;
}

function statusText(status: Cell['status'], { msg }: Language): string {
  switch (status) {
    case 'value':
      return msg('a value', { desc: 'What a cell of a table says: there is a value' });
    case 'withheld':
      return msg('withheld', { desc: 'What a cell of a table says' });
    case 'immature':
      return msg('not yet', { desc: 'What a cell of a table says: the cohort has not had its time' });
    case 'notApplicable':
      return msg('not applicable', { desc: 'What a cell of a table says' });
    case 'noData':
      return msg('no data', { desc: 'What a cell of a table says' });
  }
}

/** What could not be put beside a figure, with its place. */
export function contextText(
  { source, path, found, expected, message }: ContextProblem,
  { lang, msg }: Language,
): string {
  const place = path === '' ? source : `${source}: ${path}`;
  return `${place}: ${message[lang]} ${msg(str`Found: ${found}; there is: ${expected}.`, {
    desc: 'What a target or benchmark says, and what there is instead; in a notation without language',
  })}`;
}
