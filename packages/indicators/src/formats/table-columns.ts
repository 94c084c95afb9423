import { textFor, type Lang, type LocalizedText } from '@strapetsi/text';
import type { Cell, IndicatorTable, PublishedCount, TableDimension } from '../publication/indicator-table.js';
import { keysOf } from '../publication/table-keys.js';
import { NoSuchDimensionError } from './errors.js';
import { missingText, statusWords } from './status-words.js';
import { measureNames, memberName, unitName } from './table-names.js';
import { uniqueNames } from './unique-names.js';

/** A number, a text, or nothing to say. */
export type Entry = number | string | undefined;

/** How numbers are shown where a format can say it; their digits are all there. */
export interface NumberStyle {
  readonly isShare: boolean;
  readonly decimals: number;
}

export interface Column {
  /** Unlike those of the other columns. */
  readonly name: string;
  /** One for each row. */
  readonly entries: readonly Entry[];
  /** Of numbers. */
  readonly style?: NumberStyle;
}

export interface ColumnOptions {
  /** Also the ids of members and the code of the status, in columns of their own; their names are codes too. */
  readonly ids?: boolean;
  /** The dimension whose members are columns. Then a row has figures only, or what stands in place of them. */
  readonly across?: TableDimension['id'];
}

const WHOLE: NumberStyle = { isShare: false, decimals: 0 };

const names = {
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  missing: { fi: 'Miksi luku puuttuu', sv: 'Varför talet saknas', en: 'Why there is no figure' },
  least: { fi: 'vähintään', sv: 'minst', en: 'at least' },
  most: { fi: 'enintään', sv: 'högst', en: 'at most' },
  matures: { fi: 'Saatavilla alkaen', sv: 'Tillgängligt från', en: 'Available from' },
  target: { fi: 'Tavoite', sv: 'Mål', en: 'Target' },
  reached: { fi: 'Tavoite saavutettu', sv: 'Målet uppnått', en: 'Target reached' },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
} as const satisfies Readonly<Record<string, Required<LocalizedText>>>;

function styleOf({ figure }: IndicatorTable): NumberStyle {
  return { isShare: figure.unit === 'share', decimals: figure.decimals };
}

/** One column, or none where it would be blank. */
function unlessBlank(name: string, entries: readonly Entry[], style?: NumberStyle): readonly Column[] {
  if (entries.every((entry) => entry === undefined)) return [];
  return [{ name, entries, ...(style === undefined ? {} : { style }) }];
}

/** A number of each cell and, where it is withheld, the word and what may be said of it. */
function countColumns(name: string, counts: readonly (PublishedCount | undefined)[], lang: Lang): readonly Column[] {
  const range = (end: 'from' | 'to') =>
    counts.map((count) => (count?.status === 'withheld' ? count.range?.[end] : undefined));
  const shown = counts.map((count) => (count?.status === 'withheld' ? statusWords.withheld[lang] : count?.value));
  return [
    ...unlessBlank(name, shown, WHOLE),
    ...unlessBlank(`${name}, ${names.least[lang]}`, range('from'), WHOLE),
    ...unlessBlank(`${name}, ${names.most[lang]}`, range('to'), WHOLE),
  ];
}

function dimensionColumns({ dimensions }: IndicatorTable, lang: Lang, ids: boolean): readonly Column[] {
  const keys = keysOf(dimensions);
  return dimensions.flatMap(({ id, label, members }, at): readonly Column[] => {
    const nameOf = new Map(members.map((member) => [member.id, memberName(id, member, lang)]));
    const own = keys.map((key) => key[at]);
    const named = { name: label[lang], entries: own.map((member) => nameOf.get(member ?? '')) };
    return ids ? [{ name: id, entries: own }, named] : [named];
  });
}

/** The same cell may have targets of several decisions: each has columns of its own. */
function targetColumns(table: IndicatorTable, lang: Lang): readonly Column[] {
  const { targets = [], cells } = table;
  const ofCell = cells.map((_, at) => targets.filter(({ cell }) => cell === at));
  const most = Math.max(0, ...ofCell.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => ofCell.map((all) => all[at])).flatMap((column) => {
    const values = column.map((target) => target?.value);
    const reached = column.map((target) =>
      target?.reached === undefined ? undefined : names[target.reached ? 'yes' : 'no'][lang],
    );
    return [...unlessBlank(names.target[lang], values, styleOf(table)), ...unlessBlank(names.reached[lang], reached)];
  });
}

function benchmarkColumns(table: IndicatorTable, lang: Lang): readonly Column[] {
  return (table.benchmarks ?? []).map(({ id, label, cells }) => ({
    name: textFor(label, lang, id),
    entries: cells.map((cell) => (cell.status === 'value' ? cell.value : statusWords[cell.status][lang])),
    style: styleOf(table),
  }));
}

/** The figure, or what stands in place of it. */
function figureOrWords(cell: Cell, { figure }: IndicatorTable, lang: Lang): Entry {
  return cell.status === 'value' ? cell.value : missingText(cell, figure, lang);
}

/** Why there is no figure, what may be said of one that is withheld, and from when there will be one. */
function missingColumns(table: IndicatorTable, lang: Lang): readonly Column[] {
  const { figure, cells } = table;
  const label = figure.label[lang];
  const words = cells.map(({ status }) => (status === 'value' ? undefined : statusWords[status][lang]));
  const range = (end: 'from' | 'to') =>
    cells.map((cell) => (cell.status === 'withheld' ? cell.range?.[end] : undefined));
  const matures = cells.map((cell) => (cell.status === 'immature' ? cell.matures : undefined));
  return [
    ...unlessBlank(names.missing[lang], words),
    ...unlessBlank(`${label}, ${names.least[lang]}`, range('from'), styleOf(table)),
    ...unlessBlank(`${label}, ${names.most[lang]}`, range('to'), styleOf(table)),
    ...unlessBlank(names.matures[lang], matures),
  ];
}

/** A row for each cell: dimensions, figure, unit, what stands in place of a figure, and what travels with it. */
function longColumns(table: IndicatorTable, lang: Lang, ids: boolean, inPlace: boolean): readonly Column[] {
  const { figure, cells } = table;
  const words = measureNames(figure);
  const figures = cells.map((cell): Entry => {
    if (inPlace) return figureOrWords(cell, table, lang);
    return cell.status === 'value' ? cell.value : undefined;
  });
  const limit = (end: 'from' | 'to') =>
    cells.map((cell) => (cell.status === 'value' ? cell.interval?.[end] : undefined));
  const numerators = cells.map((cell) => (cell.status === 'value' ? cell.x : undefined));
  const persons = cells.map((cell) => ('n' in cell ? cell.n : undefined));
  return [
    ...dimensionColumns(table, lang, ids),
    { name: figure.label[lang], entries: figures, style: styleOf(table) },
    { name: names.unit[lang], entries: cells.map(() => unitName(figure.unit, lang)) },
    ...(ids ? [{ name: 'status', entries: cells.map(({ status }) => status) }] : []),
    ...(inPlace ? [] : missingColumns(table, lang)),
    ...unlessBlank(words.from[lang], limit('from'), styleOf(table)),
    ...unlessBlank(words.to[lang], limit('to'), styleOf(table)),
    ...countColumns(words.x[lang], numerators, lang),
    ...countColumns(words.n[lang], persons, lang),
    ...targetColumns(table, lang),
    ...benchmarkColumns(table, lang),
  ];
}

/** A row for each combination of the other dimensions, a column for each member of one. */
function wideColumns(table: IndicatorTable, lang: Lang, ids: boolean, across: string): readonly Column[] {
  const { dimensions, cells } = table;
  const place = dimensions.findIndex(({ id }) => id === across);
  const dimension = dimensions[place];
  if (dimension === undefined)
    throw new NoSuchDimensionError(
      dimensions.map(({ id }) => id),
      across,
    );
  const rows = { ...table, dimensions: dimensions.toSpliced(place, 1) };
  const keys = keysOf(dimensions);
  return [
    ...dimensionColumns(rows, lang, ids),
    ...dimension.members.map((member) => ({
      name: memberName(dimension.id, member, lang),
      entries: cells.flatMap((cell, at) => (keys[at]?.[place] === member.id ? [figureOrWords(cell, table, lang)] : [])),
      style: styleOf(table),
    })),
  ];
}

/**
 * A table as columns that every format prints.
 * @param inPlace whether a word stands in the place of a figure that there is not
 * @throws NoSuchDimensionError where the table has no dimension `across`
 */
export function tableColumns(
  table: IndicatorTable,
  lang: Lang,
  { ids = false, across }: ColumnOptions,
  inPlace: boolean,
): readonly Column[] {
  const columns = across === undefined ? longColumns(table, lang, ids, inPlace) : wideColumns(table, lang, ids, across);
  const unique = uniqueNames(columns.map(({ name }) => name));
  return columns.map((column, at) => ({ ...column, name: unique[at] ?? column.name }));
}
