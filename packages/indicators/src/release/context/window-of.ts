import type { IndicatorTable, TableDimension } from '../../publication/indicator-table.js';

export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Whether the members of a dimension are spans of days. */
export function isTime({ members }: TableDimension): boolean {
  return members.some(({ from, to }) => from !== undefined && to !== undefined);
}

/** Positions of the members of each dimension in a cell of a table, row-major. */
export function positionsOf({ dimensions }: IndicatorTable, cell: number): readonly number[] {
  const positions: number[] = [];
  let rest = cell;
  for (const { members } of [...dimensions].reverse()) {
    positions.unshift(rest % members.length);
    rest = Math.floor(rest / members.length);
  }
  return positions;
}

/** The cell with these members, by their positions. */
export function cellAt({ dimensions }: IndicatorTable, positions: readonly number[]): number {
  return dimensions.reduce((cell, { members }, at) => cell * members.length + (positions[at] ?? 0), 0);
}

/** The days that a cell is about: those of all its spans and of the table; nothing where they share none. */
export function windowOf({ dimensions, period }: IndicatorTable, positions: readonly number[]): Window | undefined {
  let { from, to } = period;
  dimensions.forEach(({ members }, at) => {
    const span = members[positions[at] ?? 0];
    if (span?.from === undefined || span.to === undefined) return;
    if (span.from > from) from = span.from;
    if (span.to < to) to = span.to;
  });
  return from <= to ? { from, to } : undefined;
}
