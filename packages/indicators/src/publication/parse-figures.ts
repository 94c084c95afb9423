import type { DataText, LocalizedText } from '@strapetsi/text';
import type { Source } from '../definitions/definition.js';
import { byStatus, isoDate, list, number, object, oneOf, optional, text, type Check } from '../shape/shape.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import type { Cell, IndicatorTable, PublishedCount, Release, TableDimension, TableMember } from './indicator-table.js';

export type ParsedPublication =
  | { readonly ok: true; readonly tables: readonly IndicatorTable[] }
  | { readonly ok: false; readonly problem: ShapeProblem };

type Of<T, Status> = Extract<T, { readonly status: Status }>;

const dataText = object<DataText>({ fi: optional(text), sv: optional(text), en: optional(text) });
export const words = object<Required<LocalizedText>>({ fi: text, sv: text, en: text });
const range = optional(object<{ from: number; to: number }>({ from: number, to: number }));
export const count = byStatus({
  value: object<Of<PublishedCount, 'value'>>({ status: text, value: number }),
  withheld: object<Of<PublishedCount, 'withheld'>>({ status: text, range }),
});
const cell = byStatus({
  value: object<Of<Cell, 'value'>>({
    status: text,
    value: number,
    interval: range,
    n: optional(count),
    x: optional(count),
  }),
  withheld: object<Of<Cell, 'withheld'>>({
    status: text,
    reason: oneOf('primary', 'complementary'),
    range,
    n: optional(count),
  }),
  immature: object<Of<Cell, 'immature'>>({ status: text, matures: isoDate }),
  notApplicable: object({}),
  noData: object({}),
});
const member = object<TableMember>({ id: text, label: dataText, from: optional(isoDate), to: optional(isoDate) });
const dimension = object<TableDimension>({
  id: text,
  label: words,
  scale: oneOf('time', 'ordinal', 'nominal'),
  members: list(member),
});
/** What a page draws of a table, but for what stands beside its figures. */
export const drawnFields = {
  type: oneOf('strapetsi.indicator-table'),
  schemaVersion: oneOf(1),
  indicator: object<IndicatorTable['indicator']>({
    id: text,
    version: text,
    hash: text,
    name: words,
    meaning: words,
    direction: oneOf('higherIsBetter', 'lowerIsBetter', 'neither'),
    sources: list(object<Source>({ title: words, reference: text })),
  }),
  figure: object<IndicatorTable['figure']>({
    id: text,
    label: words,
    unit: text,
    decimals: number,
  }),
  period: object<IndicatorTable['period']>({ from: isoDate, to: isoDate }),
  asOf: isoDate,
  asOfLatest: optional(isoDate),
  providers: list(member),
  policy: object<IndicatorTable['policy']>({ id: text, label: words, reference: text }),
  only: list(object<IndicatorTable['only'][number]>({ dimension: text, label: words, members: list(member) })),
  dimensions: list(dimension),
  cells: list(cell),
  notes: list(words),
};

const figureShape =
  object<
    Omit<
      IndicatorTable,
      'rule' | 'parameters' | 'targets' | 'benchmarks' | 'annotations' | 'population' | 'exclusions' | 'findings'
    >
  >(drawnFields);

/** The shape, and as many cells as the dimensions have combinations. */
const figures: Check = (value, path) => figureShape(value, path) ?? cellCount(value as IndicatorTable, path);

export function cellCount({ dimensions, cells }: IndicatorTable, path: string): ShapeProblem | undefined {
  const expected = dimensions.reduce((product, { members }) => product * members.length, 1);
  if (cells.length === expected) return undefined;
  return {
    path: path === '' ? 'cells' : `${path}.cells`,
    expected: `${String(expected)} cells, the product of the member counts`,
    found: `${String(cells.length)} cells`,
  };
}

/**
 * Reads what a web server sent: one `IndicatorTable` or a `Release` of several, with the shape of everything that a page draws checked, and the number of
 * cells. Unknown fields are accepted. There is one version so far; a page that meets another says which it expected. Never throws.
 */
export function parseFigures(json: unknown): ParsedPublication {
  return parseTables(json, figures);
}

/** The same by a check of one's own for a table. */
export function parseTables(json: unknown, table: Check): ParsedPublication {
  const type: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'type') : undefined;
  if (type !== 'strapetsi.release' && type !== 'strapetsi.indicator-table') {
    const expected = '"strapetsi.indicator-table" or "strapetsi.release"';
    return { ok: false, problem: { path: 'type', expected, found: foundText(type) } };
  }
  const isRelease = type === 'strapetsi.release';
  const release = object<Release>({
    type: oneOf('strapetsi.release'),
    schemaVersion: oneOf(1),
    tables: list(table),
  });
  const problem = (isRelease ? release : table)(json, '');
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, tables: isRelease ? (json as Release).tables : [json as IndicatorTable] };
}
