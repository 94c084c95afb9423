import type { Aggregate, AggregateCell } from './aggregate.js';
import type { AggregateDifference } from './errors.js';

/** What must be the same in all aggregates that are joined. */
const heads: readonly (readonly [path: string, of: (aggregate: Aggregate) => unknown])[] = [
  ['indicator.id', ({ indicator }) => indicator.id],
  ['indicator.hash', ({ indicator }) => indicator.hash],
  ['rule', ({ rule }) => rule],
  ['period', ({ period }) => period],
  ['parameters', ({ parameters }) => parameters],
  ['classifications', ({ classifications }) => classifications],
  ['only', ({ only }) => only],
  ['by', ({ by }) => by],
  ['totals', ({ totals }) => totals],
  ['exclusions', ({ exclusions }) => exclusions.map(({ id }) => id)],
];

/** What aggregates say of themselves in one respect, where they do not all say the same. */
export function saidByMost(
  path: string,
  aggregates: readonly Aggregate[],
  said: (aggregate: Aggregate) => string | undefined,
): AggregateDifference | undefined {
  const groups = new Map<string, { count: number; readonly providers: string[] }>();
  for (const aggregate of aggregates) {
    const text = said(aggregate);
    if (text === undefined) continue;
    const group = groups.get(text) ?? { count: 0, providers: [] };
    group.count += 1;
    group.providers.push(...aggregate.providers.map(({ id }) => id));
    groups.set(text, group);
  }
  if (groups.size < 2) return undefined;
  const most = Math.max(...[...groups.values()].map(({ count }) => count));
  const expected = [...groups].find(([, { count }]) => count === most)?.[0] ?? '';
  const others = [...groups]
    .filter(([found]) => found !== expected)
    .map(([found, { providers }]) => ({ found, providers: [...providers].sort() }));
  return { path, expected, others };
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** All that aggregates say differently of themselves, the days of their records apart. */
export function differencesOf(aggregates: readonly Aggregate[]): readonly AggregateDifference[] {
  const found = heads.flatMap(([path, of]) => saidByMost(path, aggregates, (one) => shown(of(one))) ?? []);
  // Another indicator has another hash, and other cells mean other things.
  if (found[0]?.path === 'indicator.id') return found.filter(({ path }) => path !== 'indicator.hash');
  return found.length > 0 ? found : maturityDifferences(aggregates);
}

const keyOf = ({ key }: AggregateCell): string => JSON.stringify(key);

/** Cohorts that have had their time by some of the aggregates and not by others. */
function maturityDifferences(aggregates: readonly Aggregate[]): readonly AggregateDifference[] {
  const immature = new Map<string, readonly string[]>();
  for (const { cells } of aggregates) {
    for (const cell of cells) if ('matures' in cell) immature.set(keyOf(cell), cell.key);
  }
  if (immature.size === 0) return [];
  const said = aggregates.map(({ cells }) => {
    const of = new Map<string, string>();
    for (const cell of cells) {
      const key = keyOf(cell);
      if (immature.has(key)) of.set(key, 'matures' in cell ? `immature until ${cell.matures}` : 'figures');
    }
    return of;
  });
  const place = new Map(aggregates.map((aggregate, at) => [aggregate, said[at]]));
  return [...immature].flatMap(
    ([name, key]) =>
      saidByMost(`cells[${key.join(', ')}]`, aggregates, (aggregate) => place.get(aggregate)?.get(name)) ?? [],
  );
}
