import type { IndicatorTable, TableBenchmark } from '../../publication/indicator-table.js';
import { choices, contextProblemOf, type ContextProblem } from './context-problem.js';
import { joinTargets, type JoinedContext } from './join-targets.js';
import { networkBeside, type NetworkBenchmark } from './network-benchmark.js';
import { statisticsBeside, type StatisticsBenchmark } from './statistics-benchmark.js';
import type { TargetList } from './targets.js';

/** What stands beside the figures of a release. */
export interface ReleaseContext {
  readonly targets?: TargetList;
  readonly networks?: readonly NetworkBenchmark[];
  readonly statistics?: readonly StatisticsBenchmark[];
}

/**
 * Puts targets, events and benchmarks beside the published figures that they are for. What belongs to none is told, with its place and
 * what there is instead, and the release goes on without it. Only published figures are looked at.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const targets = parseTargets({
 *   type: 'strapetsi.targets',
 *   schemaVersion: 1,
 *   targets: [
 *     {
 *       indicator: 'student-years',
 *       figure: 'years',
 *       slice: { school: '1.2.246.562.10.52251087186' },
 *       period: { from: '2024-01-01', to: '2024-12-31' },
 *       value: 9,
 *       source: { fi: 'Strategia 2024' },
 *       decidedBy: { fi: 'Hallitus' },
 *     },
 *   ],
 *   events: [{ date: '2030-08-01', text: { fi: 'Uudet tutkinnon perusteet' } }],
 * });
 * if (!published.ok || !targets.ok) throw new Error('not read');
 *
 * const { tables, problems } = joinContext(published.tables, { targets: targets.targets });
 * tables[0]?.targets?.map(({ cell, value }) => [cell, value]); // → [[3, 9]]
 * problems.map(({ code, path, expected }) => [code, path, expected]); // → [['no-time', 'events[0].date', '2023-01-01–2025-12-31']]
 */
export function joinContext(tables: readonly IndicatorTable[], context: ReleaseContext): JoinedContext {
  const { targets, networks = [], statistics = [] } = context;
  const joined = targets === undefined ? { tables, problems: [] } : joinTargets(tables, targets);
  const problems: ContextProblem[] = [...joined.problems];
  const series = new Map<IndicatorTable, TableBenchmark[]>(joined.tables.map((table) => [table, []]));
  for (const network of networks) {
    const beside = joined.tables.map((table) => [table, networkBeside(table, network)] as const);
    for (const [table, one] of beside) if (one !== undefined) series.get(table)?.push(one);
    if (beside.every(([, one]) => one === undefined)) problems.push(noNetwork(tables, network));
  }
  for (const one of statistics) {
    const beside = statisticsBeside(joined.tables, one);
    for (const [table, benchmark] of beside.series) series.get(table)?.push(benchmark);
    problems.push(...beside.problems);
  }
  return { tables: joined.tables.map((table) => withBenchmarks(table, series.get(table) ?? [])), problems };
}

function withBenchmarks(table: IndicatorTable, benchmarks: readonly TableBenchmark[]): IndicatorTable {
  return benchmarks.length === 0 ? table : { ...table, benchmarks };
}

/** A table of another version of the definition is told apart from none at all. */
function noNetwork(tables: readonly IndicatorTable[], { id, tables: theirs }: NetworkBenchmark): ContextProblem {
  const hashes = new Map(theirs.map(({ indicator }) => [indicator.id, indicator]));
  for (const { indicator } of tables) {
    const other = hashes.get(indicator.id);
    if (other !== undefined && other.hash !== indicator.hash)
      return contextProblemOf('other-definition', id, indicator.id, other.version, indicator.version);
  }
  const cuts = (all: readonly IndicatorTable[]): string =>
    choices(
      all.map(({ indicator, figure, dimensions }) =>
        [indicator.id, figure.id, ...dimensions.map((one) => one.id)].join('.'),
      ),
    );
  return contextProblemOf('no-benchmark', id, '', cuts(theirs), cuts(tables));
}
