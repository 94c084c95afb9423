import type { RawRow } from './raw-row.js';

type Row = Extract<RawRow, { kind: 'row' }>;

/** The head stands among the first rows, below a report's title, time and the like. */
export const LOOKED_AT = 100;

const filled = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);

const NUMBER_OR_DAY = /^[-+]?\d[\d\s.,:/-]*%?$/;

/** Names do not look like numbers or days. */
const namesOnly = (cells: readonly string[]): boolean => cells.every((cell) => !NUMBER_OR_DAY.test(cell.trim()));

/**
 * Where the head is among the first rows: the first that `isHead` accepts, else the first that fills at least half as many
 * cells as the fullest, and only with names; else the first that fills so many. -1 where all are blank.
 */
export function headAmong(rows: readonly Row[], isHead?: (names: readonly string[]) => boolean): number {
  if (isHead !== undefined) {
    const known = rows.findIndex(({ cells }) => isHead(cells.map((cell) => cell.trim())));
    if (known >= 0) return known;
  }
  const most = Math.max(0, ...rows.map(({ cells }) => filled(cells)));
  if (most === 0) return -1;
  const wide = ({ cells }: Row): boolean => filled(cells) * 2 >= most;
  const named = rows.findIndex((row) => wide(row) && namesOnly(row.cells));
  return named >= 0 ? named : rows.findIndex(wide);
}

export function isBlank(cells: readonly string[]): boolean {
  return filled(cells) === 0;
}
