import type { DataText } from '@strapetsi/text';
import type { IndicatorTable, TableBenchmark } from '../../publication/indicator-table.js';
import type { Benchmark } from '../../sources/json-stat/benchmark.js';
import { benchmarkFor, BenchmarkMappingError } from '../../sources/json-stat/benchmark-for.js';
import { idsKey, onlyKey } from '../slice-key.js';
import type { BenchmarkDescription } from './benchmark-description.js';
import { choices, contextProblemOf, type ContextProblem } from './context-problem.js';

/** Statistics that were read, `readJsonStat`, with the description of what they stand beside. */
export interface StatisticsBenchmark {
  readonly description: BenchmarkDescription;
  readonly benchmark: Benchmark;
}

type Beside = { readonly series: TableBenchmark } | { readonly problem: ContextProblem };

/** Whether a table is one of those that the description is for. */
function isMeant(table: IndicatorTable, { indicator, figure, only = {}, mapping }: BenchmarkDescription): boolean {
  const slice = Object.entries(only).map(([dimension, members]) => ({ dimension, members }));
  const ours = table.only.map(({ dimension, members }) => ({ dimension, members: members.map(({ id }) => id) }));
  return (
    table.indicator.id === indicator &&
    table.figure.id === figure &&
    onlyKey(slice) === onlyKey(ours) &&
    idsKey(table.dimensions.map(({ id }) => id)) === idsKey(Object.keys(mapping.dimensions))
  );
}

const orElse = (text: DataText, other: DataText | undefined): DataText =>
  other !== undefined && Object.keys(text).length === 0 ? other : text;

function seriesFor(table: IndicatorTable, { description, benchmark }: StatisticsBenchmark): Beside {
  const { id, label, source, mapping } = description;
  try {
    const series = benchmarkFor(table, benchmark, mapping);
    const { reference } = benchmark;
    return {
      series: {
        id,
        kind: 'statistics',
        label: orElse(label ?? {}, series.label),
        source: orElse(source ?? {}, series.source),
        ...(reference === undefined ? {} : { reference }),
        ...(series.updated === undefined ? {} : { asOf: series.updated }),
        cells: series.cells,
      },
    };
  } catch (error) {
    if (!(error instanceof BenchmarkMappingError)) throw error;
    const { path, found, expected } = error;
    return { problem: contextProblemOf('mapping-does-not-fit', id, `mapping.${path}`, found, expected) };
  }
}

/** Somebody else’s statistics beside each table that they are for; and why they are beside none. */
export function statisticsBeside(
  tables: readonly IndicatorTable[],
  statistics: StatisticsBenchmark,
): { readonly series: ReadonlyMap<IndicatorTable, TableBenchmark>; readonly problems: readonly ContextProblem[] } {
  const { description } = statistics;
  const meant = tables.filter((table) => isMeant(table, description));
  if (meant.length === 0) return { series: new Map(), problems: [noTable(tables, description)] };
  const all = meant.map((table) => [table, seriesFor(table, statistics)] as const);
  const series = all.flatMap(([table, one]) => ('series' in one ? [[table, one.series] as const] : []));
  const problems = all.flatMap(([, one]) => ('problem' in one ? [one.problem] : []));
  return { series: new Map(series), problems };
}

function noTable(tables: readonly IndicatorTable[], description: BenchmarkDescription): ContextProblem {
  const { id, indicator, figure, mapping } = description;
  const of = tables.filter((table) => table.indicator.id === indicator);
  if (of.length === 0)
    return contextProblemOf(
      'no-indicator',
      id,
      'indicator',
      indicator,
      choices(tables.map((table) => table.indicator.id)),
    );
  const fitting = of.filter((table) => table.figure.id === figure);
  if (fitting.length === 0)
    return contextProblemOf('no-figure', id, 'figure', figure, choices(of.map((table) => table.figure.id)));
  const cuts = fitting.map(({ dimensions }) => dimensions.map((dimension) => dimension.id).join(', ') || 'nothing');
  const found = Object.keys(mapping.dimensions).join(', ') || 'nothing';
  return contextProblemOf('no-slice', id, 'mapping.dimensions', found, choices(cuts));
}
