import type { Cell, IndicatorTable, TableDimension, TableMember } from '../publication/indicator-table.js';
import { catalogueEntry } from './catalogue-entry.js';
import { exactKey, sliceKey } from './slice-key.js';

/** Which cell: a member of each dimension. */
export type CellMembers = readonly { readonly dimension: TableDimension; readonly member: TableMember }[];

/** A cell that says something else than it did. No figure of it is told. */
export interface CellChange {
  readonly members: CellMembers;
  readonly before: Cell['status'];
  readonly after: Cell['status'];
}

/** What has become of a table since the release before. */
export interface TableChange {
  readonly before: IndicatorTable;
  readonly after: IndicatorTable;
  readonly newlyWithheld: readonly CellChange[];
  /** Withheld before, values now. */
  readonly newlyShown: readonly CellChange[];
  /** Such as a cohort that has had its time since. */
  readonly otherwise: readonly CellChange[];
  /** Cells with another value. */
  readonly values: number;
  /** Cells of members that were not there before. */
  readonly added: { readonly cells: number; readonly withheld: number };
  /** Cells of members that are there no more. */
  readonly gone: number;
}

export interface ReleaseChanges {
  readonly added: readonly IndicatorTable[];
  readonly gone: readonly IndicatorTable[];
  readonly changed: readonly TableChange[];
  /** Tables that say the same of every cell. */
  readonly same: readonly IndicatorTable[];
}

/**
 * What a release says that the one before did not. Tables are the same where they hold the same slice; one of another period or of other
 * providers, where it stands alone on both sides.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const [table] = published.ok ? published.tables : [];
 * if (table === undefined) throw new Error('no table');
 * const [, ...others] = table.cells;
 * const later = { ...table, cells: [{ status: 'withheld', reason: 'primary' } as const, ...others] };
 *
 * const [change] = releaseChanges([table], [later]).changed;
 * // What it said, and what it says: never a figure.
 * change?.newlyWithheld.map(({ before, after }) => [before, after]); // → [['value', 'withheld']]
 */
export function releaseChanges(before: readonly IndicatorTable[], after: readonly IndicatorTable[]): ReleaseChanges {
  const pairs = pairsOf(before, after);
  const paired = new Set(pairs.flat());
  const changes = pairs.map(([old, now]) => changeOf(old, now));
  return {
    added: after.filter((table) => !paired.has(table)),
    gone: before.filter((table) => !paired.has(table)),
    changed: changes.filter((change) => !isNothing(change)),
    same: changes.filter(isNothing).map((change) => change.after),
  };
}

type Pair = readonly [before: IndicatorTable, after: IndicatorTable];

function pairsOf(before: readonly IndicatorTable[], after: readonly IndicatorTable[]): readonly Pair[] {
  const [oldByKey, nowByKey] = [byKey(before, exactKey), byKey(after, exactKey)];
  const exact = matches(oldByKey, nowByKey);
  const met = new Set(exact.flat());
  const rest = (tables: readonly IndicatorTable[]) =>
    byKey(
      tables.filter((table) => !met.has(table)),
      sliceKey,
    );
  return [...exact, ...matches(rest(before), rest(after))];
}

type Tables = ReadonlyMap<string, readonly IndicatorTable[]>;

function byKey(tables: readonly IndicatorTable[], keyOf: typeof exactKey): Tables {
  const found = new Map<string, IndicatorTable[]>();
  for (const table of tables) {
    const key = keyOf(catalogueEntry(table));
    found.set(key, [...(found.get(key) ?? []), table]);
  }
  return found;
}

/** Those that stand alone on both sides. */
function matches(before: Tables, after: Tables): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [key, [now, ...more]] of after) {
    const [old, ...others] = before.get(key) ?? [];
    if (old !== undefined && now !== undefined && more.length + others.length === 0) pairs.push([old, now]);
  }
  return pairs;
}

interface PlacedCell {
  readonly members: CellMembers;
  readonly cell: Cell;
}

/** Cells by their members, whichever dimension comes first. */
function placed(table: IndicatorTable): ReadonlyMap<string, PlacedCell> {
  const cells = new Map<string, PlacedCell>();
  table.cells.forEach((cell, position) => {
    let rest = position;
    const members: { dimension: TableDimension; member: TableMember }[] = [];
    for (const dimension of [...table.dimensions].reverse()) {
      const member = dimension.members[rest % dimension.members.length];
      rest = Math.floor(rest / dimension.members.length);
      if (member !== undefined) members.unshift({ dimension, member });
    }
    const key = members
      .map(({ dimension, member }) => [dimension.id, member.id])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    cells.set(JSON.stringify(key), { members, cell });
  });
  return cells;
}

function changeOf(before: IndicatorTable, after: IndicatorTable): TableChange {
  const [old, now] = [placed(before), placed(after)];
  const changes: CellChange[] = [];
  const added = { cells: 0, withheld: 0 };
  let values = 0;
  for (const [key, { members, cell }] of now) {
    const earlier = old.get(key)?.cell;
    if (earlier === undefined) {
      added.cells += 1;
      if (cell.status === 'withheld') added.withheld += 1;
    } else if (earlier.status !== cell.status) {
      changes.push({ members, before: earlier.status, after: cell.status });
    } else if (JSON.stringify(earlier) !== JSON.stringify(cell)) {
      values += 1;
    }
  }
  const isWithheld = (change: CellChange): boolean => change.after === 'withheld';
  const isShown = (change: CellChange): boolean => change.before === 'withheld' && change.after === 'value';
  return {
    before,
    after,
    newlyWithheld: changes.filter(isWithheld),
    newlyShown: changes.filter(isShown),
    otherwise: changes.filter((change) => !isWithheld(change) && !isShown(change)),
    values,
    added,
    gone: [...old.keys()].filter((key) => !now.has(key)).length,
  };
}

function isNothing({ newlyWithheld, newlyShown, otherwise, values, added, gone }: TableChange): boolean {
  return newlyWithheld.length + newlyShown.length + otherwise.length + values + added.cells + gone === 0;
}
