import type { DataText } from '@strapetsi/text';
import { byKey } from '../aggregate/add.js';
import type { Aggregate, AggregateCell, Member } from '../aggregate/aggregate.js';
import { isoFromDay } from '../days/calendar.js';
import type { Classification } from '../definitions/classification.js';
import type { Definition, DimensionId } from '../definitions/definition.js';
import { hashOf } from '../definitions/hash.js';
import { finishedCells, type Cells } from './cells.js';
import type { RunDimension } from './dimensions.js';
import { onlyEntries, parametersOf, type CalculateOptions } from './options.js';
import { membersMet, type Tally } from './tally.js';

/** What a run has counted when all batches have gone in. */
export interface Counted {
  readonly cells: Cells;
  readonly by: readonly RunDimension[];
  readonly counts: ReturnType<Tally['counts']>;
  readonly providers: readonly Member[];
  readonly persons: number;
  readonly ownLabels: Readonly<Record<string, DataText>>;
  readonly classifications: readonly Classification[];
}

/** The aggregate of a run, everything in canonical order. */
export function aggregateOf(definition: Definition, options: CalculateOptions, counted: Counted): Aggregate {
  const { persons } = counted;
  const finished = finishedCells(counted.cells);
  const met = counted.by.map((dimension, at) => ({
    id: dimension.id,
    members: membersMet(dimension, new Set(finished.map(({ members }) => members[at] ?? 0))),
  }));
  const { population, exclusions } = counted.counts;
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: definition.id, version: definition.version, hash: knownHash(definition) },
    ...(options.rule === undefined ? {} : { rule: options.rule }),
    period: { from: options.period.from, to: options.period.to },
    asOf: options.asOf,
    ...(definition.parameters === undefined ? {} : { parameters: parametersOf(definition, options) }),
    ...(counted.classifications.length === 0
      ? {}
      : { classifications: counted.classifications.map(({ id, version }) => ({ id, version })) }),
    ...(Object.keys(counted.ownLabels).length === 0 ? {} : { own: counted.ownLabels }),
    only: Object.fromEntries(
      onlyEntries(options.only ?? {}).map(([id, members]) => [id, [...new Set(members)].sort()]),
    ),
    by: [...options.by],
    ...(options.totals === undefined || options.totals.length === 0 ? {} : { totals: totalsOf(options) }),
    members: Object.fromEntries(met.map(({ id, members }): [string, readonly Member[]] => [id, members])),
    providers: counted.providers,
    cells: finished.map((cell) => cellOf(cell, counted.by)).sort(byKey),
    population,
    exclusions,
    ...recordsOf(options, persons),
  };
}

function totalsOf({ by, totals = [] }: CalculateOptions): readonly DimensionId[] {
  return by.filter((id) => totals.includes(id));
}

/** What the sources say of the records when all have been read. @param persons met in the facts */
export function recordsOf(options: CalculateOptions, persons: number): Pick<Aggregate, 'findings' | 'records'> {
  const given = options.records;
  const records = typeof given === 'function' ? given() : (given ?? { read: persons, facts: persons, refused: 0 });
  return { findings: findingCounts(options.findings), records };
}

const hashes = new WeakMap<Definition, string>();

/** A definition is data that does not change: its hash is made once. */
function knownHash(definition: Definition): string {
  const known = hashes.get(definition) ?? hashOf(definition);
  hashes.set(definition, known);
  return known;
}

function cellOf(cell: ReturnType<typeof finishedCells>[number], by: readonly RunDimension[]): AggregateCell {
  const key = cell.members.map((number, at) => by[at]?.members.list[number]?.id ?? '');
  if (cell.matures !== undefined) return { key, matures: isoFromDay(cell.matures) };
  const { n, amounts, codes } = cell;
  return codes === undefined ? { key, n, amounts } : { key, n, amounts, codes };
}

function findingCounts(findings: CalculateOptions['findings']): Aggregate['findings'] {
  const counts = new Map<string, { code: string; severity: string; count: number }>();
  for (const { code, severity } of typeof findings === 'function' ? findings() : (findings ?? [])) {
    const name = `${code}/${severity}`;
    const counted = counts.get(name);
    if (counted === undefined) counts.set(name, { code, severity, count: 1 });
    else counted.count++;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
