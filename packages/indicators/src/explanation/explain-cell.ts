import {
  formatDate,
  formatList,
  formatNumber,
  formatNumberRange,
  formatPeriod,
  formatShare,
  formatShareRange,
  textFor,
  type Lang,
  type LocalizedText,
} from '@strapetsi/text';
import type { Cell, IndicatorTable, PublishedCount } from '../publication/indicator-table.js';
import type { Explanation } from './explanation.js';
import { listed, part } from './explain-definition.js';
import { say, units, words } from './words.js';

/** No cell of the table has this place or these members. */
export class NoSuchCellError extends Error {
  override readonly name = 'NoSuchCellError';
  readonly code = 'no-such-cell';
  constructor(
    readonly path: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${path}: found ${found}, expected ${expected}`);
  }
}

/**
 * How one published figure came about: its value, what it rests on, what was left out of the whole table and why, by which rule and
 * law, from records of which time, and how small groups are protected. Only published counts appear in it.
 *
 * @param members one member id for each dimension of the table, in its order
 * @param findingText what a finding's code means to a reader; its code where absent
 * @throws NoSuchCellError where the table has no such member
 */
export function explainCell(
  table: IndicatorTable,
  members: readonly string[],
  lang: Lang,
  findingText: (code: string) => string = (code) => code,
): Explanation {
  const { indicator, figure, exclusions, findings, policy } = table;
  const at = positionOf(table, members);
  const cell = table.cells[at] ?? { status: 'noData' };
  const place = members.map((id, dimension) => memberName(table, dimension, id, lang));
  const counted = exclusions.map(({ label, count }) => `${label[lang]}: ${countText(count, lang)}`);
  const found = findings.map(({ code, count }) => `${findingText(code)}: ${countText(count, lang)}`);
  const parts = [
    part(words.value, lang, valueSentences(cell, table, lang)),
    part(words.meaning, lang, [indicator.meaning[lang]]),
    part(words.leftOut, lang, [say(words.looked, lang, countText(table.population, lang))], counted),
    listed(
      words.rules,
      lang,
      indicator.sources.map(({ title, reference }) => `${title[lang]} (${reference})`),
    ),
    part(words.records, lang, [
      say(words.asOf, lang, formatPeriod(table.period.from, table.period.to, lang), formatDate(table.asOf, lang)),
      say(
        words.from,
        lang,
        formatList(
          table.providers.map(({ id, label }) => textFor(label, lang, id)),
          lang,
        ),
      ),
    ]),
    found.length === 0 ? part(words.findings, lang, [words.noFindings[lang]]) : listed(words.findings, lang, found),
    part(words.protection, lang, [`${policy.label[lang]}.`]),
    listed(
      words.heed,
      lang,
      table.notes.map((note) => note[lang]),
    ),
  ];
  return {
    title: [indicator.name[lang], figure.label[lang], ...place].join(' · '),
    parts: parts.flatMap((one) => one ?? []),
  };
}

/** Row-major, as the cells stand. */
function positionOf({ dimensions }: IndicatorTable, members: readonly string[]): number {
  if (members.length !== dimensions.length)
    throw new NoSuchCellError('members', `${String(members.length)} members`, `${String(dimensions.length)} members`);
  return dimensions.reduce((position, dimension, at) => {
    const member = dimension.members.findIndex(({ id }) => id === members[at]);
    if (member < 0) {
      const known = dimension.members.map(({ id }) => id).join(', ');
      throw new NoSuchCellError(`members[${String(at)}]`, members[at] ?? 'nothing', `one of ${known}`);
    }
    return position * dimension.members.length + member;
  }, 0);
}

function memberName({ dimensions }: IndicatorTable, dimension: number, id: string, lang: Lang): string {
  const member = dimensions[dimension]?.members.find((one) => one.id === id);
  return textFor(member?.label ?? {}, lang, id);
}

function valueText(value: number, { figure }: IndicatorTable, lang: Lang): string {
  if (figure.unit === 'share') return formatShare(value, lang, figure.decimals);
  const unit = units[figure.unit][lang];
  const number = formatNumber(value, lang, figure.decimals);
  return unit === '' ? number : `${number}\u00a0${unit}`;
}

function valueSentences(cell: Cell, table: IndicatorTable, lang: Lang): readonly string[] {
  switch (cell.status) {
    case 'value': {
      const value = valueText(cell.value, table, lang);
      if (cell.x !== undefined && cell.n !== undefined)
        return [say(words.partOf, lang, value, countText(cell.x, lang), countText(cell.n, lang))];
      return [
        `${value}.`,
        ...(cell.interval === undefined ? [] : [rangeSentence(words.interval, cell.interval, table, lang)]),
        ...(cell.n === undefined ? [] : [say(words.persons, lang, countText(cell.n, lang))]),
      ];
    }
    case 'withheld':
      return [
        words.withheld[lang],
        ...(cell.range === undefined ? [] : [rangeSentence(words.between, cell.range, table, lang)]),
      ];
    case 'immature':
      return [say(words.immature, lang, formatDate(cell.matures, lang))];
    case 'noData':
      return [words.noData[lang]];
    case 'notApplicable':
      return [words.notApplicable[lang]];
  }
}

function rangeSentence(
  sentence: Required<LocalizedText>,
  { from, to }: { readonly from: number; readonly to: number },
  { figure }: IndicatorTable,
  lang: Lang,
): string {
  const range =
    figure.unit === 'share'
      ? formatShareRange(from, to, lang, figure.decimals)
      : formatNumberRange(from, to, lang, figure.decimals);
  return say(sentence, lang, range);
}

function countText(count: PublishedCount, lang: Lang): string {
  if (count.status === 'value') return formatNumber(count.value, lang);
  return count.range === undefined ? words.notShown[lang] : formatNumberRange(count.range.from, count.range.to, lang);
}
