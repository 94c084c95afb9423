import type { DataText } from '@strapetsi/text';
import {
  boolean,
  byStatus,
  isoDate,
  list,
  number,
  object,
  oneOf,
  optional,
  record,
  text,
  type Fields,
} from '../shape/shape.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import type {
  BenchmarkedCell,
  IndicatorTable,
  TableAnnotation,
  TableBenchmark,
  TableTarget,
} from './indicator-table.js';

type Value = Extract<BenchmarkedCell, { readonly status: 'value' }>;

const words = object<DataText>({ fi: optional(text), sv: optional(text), en: optional(text) });
const cell = byStatus({
  value: object<Value>({ status: text, value: number, mark: optional(text) }),
  withheld: object({}),
  immature: object({}),
  notApplicable: object({}),
  noData: object({}),
});

/** The shapes of how a table was calculated, and of what stands beside its own figures: targets, benchmarks and events. */
export const contextShape: Fields<
  Pick<IndicatorTable, 'rule' | 'parameters' | 'targets' | 'benchmarks' | 'annotations'>
> = {
  rule: optional(text),
  parameters: optional(record(number)),
  targets: optional(
    list(
      object<TableTarget>({
        cell: number,
        value: number,
        reached: optional(boolean),
        source: words,
        decidedBy: words,
      }),
    ),
  ),
  benchmarks: optional(
    list(
      object<TableBenchmark>({
        id: text,
        kind: oneOf('network', 'statistics'),
        label: words,
        source: words,
        reference: optional(text),
        asOf: optional(isoDate),
        cells: list(cell),
      }),
    ),
  ),
  annotations: optional(list(object<TableAnnotation>({ date: isoDate, text: words }))),
};

/** A target of a cell that there is not, or a benchmark of more or fewer cells than the table has. */
export function contextProblem(table: IndicatorTable, path: string): ShapeProblem | undefined {
  const { cells, targets = [], benchmarks = [] } = table;
  const at = (place: string): string => (path === '' ? place : `${path}.${place}`);
  const target = targets.findIndex(({ cell: position }) => !(position in cells));
  if (target >= 0) {
    const expected = `a position from 0 to ${String(cells.length - 1)}`;
    return { path: at(`targets[${String(target)}].cell`), expected, found: foundText(targets[target]?.cell) };
  }
  const benchmark = benchmarks.findIndex((one) => one.cells.length !== cells.length);
  if (benchmark < 0) return undefined;
  return {
    path: at(`benchmarks[${String(benchmark)}].cells`),
    expected: `${String(cells.length)} cells, as the table has`,
    found: `${String(benchmarks[benchmark]?.cells.length)} cells`,
  };
}

/** What is wrong with what stands beside a table's figures, where a page draws it. */
export function besideProblem(table: IndicatorTable): ShapeProblem | undefined {
  return object(contextShape)(table, '') ?? contextProblem(table, '');
}
