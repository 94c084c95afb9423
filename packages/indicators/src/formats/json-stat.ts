import { textFor, type DataText, type Lang, type LocalizedText } from '@strapetsi/text';
import type { Cell, IndicatorTable, PublishedCount } from '../publication/indicator-table.js';
import { statusWords, type Missing } from './status-words.js';
import { measureNames } from './table-names.js';

interface Category {
  readonly index: readonly string[];
  readonly label: Readonly<Record<string, string>>;
  readonly unit?: Readonly<Record<string, { readonly base: string; readonly decimals: number }>>;
}

/** What the figures of a dataset are, in ids. */
export interface JsonStatOrigin extends Pick<IndicatorTable, 'rule' | 'parameters' | 'period' | 'asOf' | 'asOfLatest'> {
  readonly indicator: Pick<IndicatorTable['indicator'], 'id' | 'version' | 'hash'>;
  readonly figure: string;
  readonly policy: string;
  readonly only: Readonly<Record<string, readonly string[]>>;
}

/** A dataset of JSON-stat 2.0 (json-stat.org). */
export interface JsonStatDataset {
  readonly version: '2.0';
  readonly class: 'dataset';
  readonly label: string;
  readonly source: string;
  readonly updated: string;
  readonly note: readonly string[];
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: Readonly<Record<'time' | 'metric', readonly string[]>>;
  readonly dimension: Readonly<Record<string, { readonly label: string; readonly category: Category }>>;
  /** Row-major; null where `status` says why there is no value. */
  readonly value: readonly (number | null)[];
  /** By position: `withheld`, `immature`, `notApplicable`, `noData`. */
  readonly status?: Readonly<Record<string, Missing>>;
  readonly extension: {
    /** What the words of `status` mean, in the language of the dataset; under the name that Statistics Finland's PxGraf uses. */
    readonly missingValueDescriptions: Readonly<Partial<Record<Missing, string>>>;
    /** What the format has no place of its own for. */
    readonly strapetsi: JsonStatOrigin;
  };
}

type Part = { readonly status: 'value'; readonly value: number } | { readonly status: Missing };

/** The dimension that tells a figure from the counts behind it. */
export const FIGURE = 'figure';
const figureLabel: Required<LocalizedText> = { fi: 'Tunnusluku', sv: 'Nyckeltal', en: 'Figure' };

interface Measure {
  readonly id: string;
  readonly label: DataText;
  readonly unit: { readonly base: string; readonly decimals: number };
  readonly of: (cell: Cell) => Part;
}

const NO_DATA: Part = { status: 'noData' };
const persons = { base: 'persons', decimals: 0 };

/** A count of a cell; where the cell has none, what its figure says of it. */
function countOf(cell: Cell, count: PublishedCount | undefined): Part {
  if (count?.status === 'value') return { status: 'value', value: count.value };
  if (count !== undefined) return { status: 'withheld' };
  return cell.status === 'value' ? NO_DATA : { status: cell.status };
}

/** The figure, and the counts and limits that travel with it where some cell has them. */
function measuresOf({ figure, cells }: IndicatorTable): readonly Measure[] {
  const { id, label, unit: base, decimals } = figure;
  const unit = { base, decimals };
  const names = measureNames(figure);
  const limit =
    (end: 'from' | 'to') =>
    (cell: Cell): Part =>
      cell.status !== 'value'
        ? cell
        : cell.interval === undefined
          ? NO_DATA
          : { status: 'value', value: cell.interval[end] };
  const all: readonly (Measure & { readonly isThere: (cell: Cell) => boolean })[] = [
    { id: figureCategory(id), label, unit, of: (cell) => cell, isThere: () => true },
    {
      id: 'x',
      label: names.x,
      unit: persons,
      of: (cell) => countOf(cell, cell.status === 'value' ? cell.x : undefined),
      isThere: (cell) => cell.status === 'value' && cell.x !== undefined,
    },
    {
      id: 'n',
      label: names.n,
      unit: persons,
      of: (cell) => countOf(cell, cell.status === 'value' || cell.status === 'withheld' ? cell.n : undefined),
      isThere: (cell) => (cell.status === 'value' || cell.status === 'withheld') && cell.n !== undefined,
    },
    {
      id: 'from',
      label: names.from,
      unit,
      of: limit('from'),
      isThere: (cell) => cell.status === 'value' && cell.interval !== undefined,
    },
    {
      id: 'to',
      label: names.to,
      unit,
      of: limit('to'),
      isThere: (cell) => cell.status === 'value' && cell.interval !== undefined,
    },
  ];
  return all.filter(({ isThere }) => cells.some(isThere));
}

/** What a figure is called among its counts, whose ids no figure can have. */
function figureCategory(id: string): string {
  return ['x', 'n', 'from', 'to'].includes(id) ? 'value' : id;
}

function originOf({ indicator, figure, rule, parameters, asOfLatest, ...table }: IndicatorTable): JsonStatOrigin {
  return {
    indicator: { id: indicator.id, version: indicator.version, hash: indicator.hash },
    figure: figure.id,
    ...(rule === undefined ? {} : { rule }),
    ...(parameters === undefined ? {} : { parameters }),
    period: table.period,
    asOf: table.asOf,
    ...(asOfLatest === undefined ? {} : { asOfLatest }),
    policy: table.policy.id,
    only: Object.fromEntries(table.only.map(({ dimension, members }) => [dimension, members.map(({ id }) => id)])),
  };
}

function category(
  members: readonly { readonly id: string; readonly label: DataText }[],
  lang: Lang,
): Pick<Category, 'index' | 'label'> {
  const labels = members.map(({ id, label }) => [id, textFor(label, lang, id)] as const);
  return { index: members.map(({ id }) => id), label: Object.fromEntries(labels) };
}

/**
 * A published table as a dataset of JSON-stat 2.0, in one language. The last dimension, `figure`, holds the figure and the counts that
 * travel with it (`x`, `n`) or its interval (`from`, `to`). Where there is no value, `status` says why in the words of the table;
 * names that are not in the language carry their mark.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const [table] = published.ok ? published.tables : [];
 * if (table === undefined) throw new Error('no table');
 * const dataset = toJsonStat(table, 'sv');
 * dataset.label; // → 'Studerandeår: Studerandeår'
 * dataset.size; // → [3, 2, 2]
 */
export function toJsonStat(table: IndicatorTable, lang: Lang): JsonStatDataset {
  const { indicator, figure, dimensions, policy } = table;
  const measures = measuresOf(table);
  const parts = table.cells.flatMap((cell) => measures.map((measure) => measure.of(cell)));
  const missing = parts.flatMap((part, at) => (part.status === 'value' ? [] : [[String(at), part.status] as const]));
  const units = measures.map(({ id, unit }) => [id, unit] as const);
  return {
    version: '2.0',
    class: 'dataset',
    label: `${indicator.name[lang]}: ${figure.label[lang]}`,
    source: table.providers.map(({ id, label }) => textFor(label, lang, id)).join(', '),
    updated: table.asOf,
    note: [indicator.meaning, policy.label, ...table.notes].map((text) => text[lang]),
    id: [...dimensions.map(({ id }) => id), FIGURE],
    size: [...dimensions.map(({ members }) => members.length), measures.length],
    role: { time: dimensions.filter(({ scale }) => scale === 'time').map(({ id }) => id), metric: [FIGURE] },
    dimension: {
      ...Object.fromEntries(
        dimensions.map(({ id, label, members }) => [id, { label: label[lang], category: category(members, lang) }]),
      ),
      [FIGURE]: {
        label: figureLabel[lang],
        category: { ...category(measures, lang), unit: Object.fromEntries(units) },
      },
    },
    value: parts.map((part) => (part.status === 'value' ? part.value : null)),
    ...(missing.length === 0 ? {} : { status: Object.fromEntries(missing) }),
    extension: {
      missingValueDescriptions: Object.fromEntries(missing.map(([, status]) => [status, statusWords[status][lang]])),
      strapetsi: originOf(table),
    },
  };
}
