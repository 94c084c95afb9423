import { TOTAL } from '../../aggregate/aggregate.js';
import type { IndicatorTable, TableDimension } from '../../publication/indicator-table.js';
import { choices, type ContextProblemCode } from './context-problem.js';
import type { Target } from './targets.js';
import { cellAt, isTime, windowOf } from './window-of.js';

/** The cell that a target is for; or why a table has none, by how near it comes. */
export type PlacedTarget =
  | { readonly cell: number }
  | {
      readonly code: Extract<ContextProblemCode, 'no-slice' | 'no-member' | 'no-period'>;
      /** Place in the target. */
      readonly path: string;
      readonly found: string;
      /** What the table has there. */
      readonly expected: string;
    };

/** Dimensions that a target has to name. */
function namedBy({ dimensions, only }: IndicatorTable): readonly string[] {
  const needed = dimensions.filter((one) => !isTime(one) && !one.members.some(({ id }) => id === TOTAL));
  return [...needed.map(({ id }) => id), ...only.map(({ dimension }) => dimension)];
}

/** The members of a dimension that the target may be for; nothing where it does not say which. */
function candidates(dimension: TableDimension, wanted: string | undefined): readonly number[] | undefined {
  const positions = [...dimension.members.keys()];
  if (wanted !== undefined) return positions.filter((at) => dimension.members[at]?.id === wanted);
  if (isTime(dimension)) return positions;
  const total = dimension.members.findIndex(({ id }) => id === TOTAL);
  return total < 0 ? undefined : [total];
}

/**
 * Where a target stands in a table of its indicator and figure: the cell of its members, all others together, whose days are those of
 * the target. A table of some only is of those that the target names.
 */
export function placeTarget(table: IndicatorTable, { slice = {}, period }: Target): PlacedTarget {
  const { dimensions, only } = table;
  const ids = dimensions.map(({ id }): string => id);
  const known = new Set([...ids, ...only.map(({ dimension }) => dimension)]);
  const found = Object.keys(slice).join(', ') || 'nothing';
  const noSlice = { code: 'no-slice', path: 'slice', found, expected: namedBy(table).join(', ') || 'nothing' } as const;
  if (Object.keys(slice).some((id) => !known.has(id))) return noSlice;
  for (const { dimension, members } of only) {
    const wanted = slice[dimension];
    if (wanted === undefined) return noSlice;
    if (ids.includes(dimension)) continue;
    if (members.length !== 1 || members[0]?.id !== wanted) return noMember(dimension, wanted, members);
  }
  let combinations: readonly (readonly number[])[] = [[]];
  for (const dimension of dimensions) {
    const wanted = slice[dimension.id];
    const positions = candidates(dimension, wanted);
    if (positions === undefined) return noSlice;
    if (positions.length === 0) return noMember(dimension.id, wanted ?? '', dimension.members);
    combinations = combinations.flatMap((before) => positions.map((at) => [...before, at]));
  }
  const windows = combinations.map((positions) => windowOf(table, positions));
  const at = windows.findIndex((window) => window?.from === period.from && window.to === period.to);
  const positions = combinations[at];
  if (positions !== undefined) return { cell: cellAt(table, positions) };
  const there = windows.flatMap((window) => (window === undefined ? [] : [`${window.from}–${window.to}`]));
  return { code: 'no-period', path: 'period', found: `${period.from}–${period.to}`, expected: choices(there) };
}

function noMember(dimension: string, found: string, members: readonly { readonly id: string }[]): PlacedTarget {
  return { code: 'no-member', path: `slice.${dimension}`, found, expected: choices(members.map(({ id }) => id)) };
}
