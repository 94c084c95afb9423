import { TOTAL, type Aggregate, type AggregateCell, type Member } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import type { IndicatorTable } from './indicator-table.js';
import { publish } from './publish.js';
import type { Policy } from './policy.js';
import type { ToPublish } from './prepared-table.js';

/** A cut that hides less: without a dimension, or with members of it together. */
export interface CoarserCut {
  /** The dimension to leave out, or to band. */
  readonly dimension: DimensionId;
  /** Of a dimension in an order, such as age groups: ids that stand next to each other and are put together. Absent: the dimension is left out. */
  readonly bands?: readonly (readonly string[])[];
  /** The share of persons (0–1) in cells whose figure would be shown. */
  readonly kept: number;
}

/**
 * Where too much of a table is withheld: coarser cuts, the one that keeps most first, each better than the table as it is. They are judged as if
 * persons in two members counted in both, so the calculation without the dimension may keep a little more or less.
 */
export function coarserCuts(one: ToPublish, policy: Policy): readonly CoarserCut[] {
  const now = keptIn(publish(one.aggregate, { ...one, policy }), one.aggregate);
  const cuts = one.aggregate.by.flatMap((dimension): readonly CoarserCut[] => {
    if (!addsUp(one, dimension)) return [];
    const without = joined(one.aggregate, dimension, () => undefined);
    const cut = { dimension, kept: keptIn(publish(without, { ...one, policy }), without) };
    const banded = isOrdered(one, dimension) ? bandsOf(one, dimension, policy) : [];
    return [cut, ...banded];
  });
  const better = cuts.filter(({ kept }) => kept > now);
  return better.sort((a, b) => b.kept - a.kept || Number(b.bands !== undefined) - Number(a.bands !== undefined));
}

function addsUp({ definition }: ToPublish, id: DimensionId): boolean {
  const from = definition.dimensions.find((one) => one.id === id)?.from;
  return definition.apart?.includes(id) !== true && from !== 'checkpoints' && from !== 'windows';
}

function isOrdered({ definition }: ToPublish, id: DimensionId): boolean {
  const from = definition.dimensions.find((one) => one.id === id)?.from;
  return typeof from === 'object' && ('ageInYearOf' in from || 'number' in from);
}

/** Neighbours put together until everything in a band can be shown: one proposal, where there are at least two bands. */
function bandsOf(one: ToPublish, dimension: DimensionId, policy: Policy): readonly CoarserCut[] {
  const ids = (one.aggregate.members[dimension] ?? []).map(({ id }) => id).filter((id) => id !== TOTAL);
  const at = one.aggregate.by.indexOf(dimension);
  const persons = (id: string): number =>
    one.aggregate.cells.reduce(
      (sum, cell) => sum + (cell.key[at] === id && 'n' in cell && !isTotal(cell) ? cell.n : 0),
      0,
    );
  const bands: string[][] = [];
  let open: string[] = [];
  let inBand = 0;
  const least =
    policy.minimum * one.aggregate.by.reduce((product, id) => product * (id === dimension ? 1 : sizeOf(one, id)), 1);
  for (const id of ids) {
    open.push(id);
    inBand += persons(id);
    if (inBand < least) continue;
    bands.push(open);
    open = [];
    inBand = 0;
  }
  const last = bands.at(-1);
  if (last === undefined) return [];
  last.push(...open);
  if (bands.length < 2 || bands.length === ids.length) return [];
  const coarser = joined(one.aggregate, dimension, (id) => bands.find((band) => band.includes(id))?.join('+'));
  return [{ dimension, bands, kept: keptIn(publish(coarser, { ...one, policy }), coarser) }];
}

function sizeOf({ aggregate }: ToPublish, id: DimensionId): number {
  return Math.max(1, aggregate.members[id]?.length ?? 1);
}

function isTotal({ key }: AggregateCell): boolean {
  return key.includes(TOTAL);
}

/** The aggregate with members of a dimension put together; without the dimension where they have no new name. */
function joined(aggregate: Aggregate, dimension: DimensionId, nameOf: (id: string) => string | undefined): Aggregate {
  const at = aggregate.by.indexOf(dimension);
  const cells = new Map<string, Extract<AggregateCell, { readonly n: number }>>();
  const names = new Map<string, Member>();
  let isLeftOut = false;
  for (const cell of aggregate.cells) {
    if (!('n' in cell) || cell.key[at] === TOTAL) continue;
    const name = nameOf(cell.key[at] ?? '');
    isLeftOut = name === undefined;
    const key = name === undefined ? cell.key.toSpliced(at, 1) : cell.key.with(at, name);
    if (name !== undefined) names.set(name, { id: name, label: {} });
    const known = cells.get(JSON.stringify(key));
    const amounts = cell.amounts.map((amount, i) => amount + (known?.amounts[i] ?? 0));
    cells.set(JSON.stringify(key), { key, n: cell.n + (known?.n ?? 0), amounts });
  }
  const { members, totals = [], ...rest } = aggregate;
  return {
    ...rest,
    by: isLeftOut ? aggregate.by.filter((id) => id !== dimension) : aggregate.by,
    totals: totals.filter((id) => id !== dimension),
    members: isLeftOut ? members : { ...members, [dimension]: [...names.values()] },
    cells: [...cells.values()],
  };
}

/** The share of persons who are in cells that are shown; totals count for nothing. */
function keptIn(table: IndicatorTable, { cells }: Aggregate): number {
  const counts = new Map(cells.flatMap((cell) => ('n' in cell ? [[JSON.stringify(cell.key), cell.n] as const] : [])));
  const keyed = table.dimensions.filter(({ id }) => id !== 'state');
  const states = table.dimensions.find(({ id }) => id === 'state')?.members.length ?? 1;
  const keys = keyed.reduce<readonly (readonly string[])[]>(
    (found, { members }) => found.flatMap((key) => members.map(({ id }) => [...key, id])),
    [[]],
  );
  let [all, shown] = [0, 0];
  keys.forEach((key, at) => {
    if (key.includes(TOTAL)) return;
    const n = counts.get(JSON.stringify(key)) ?? 0;
    all += n;
    const ofKey = table.cells.slice(at * states, (at + 1) * states);
    shown += (n * ofKey.filter(({ status }) => status !== 'withheld').length) / states;
  });
  return all === 0 ? 1 : shown / all;
}
