import type { RawRow } from './raw-row.js';

type Row = Extract<RawRow, { kind: 'row' }>;

/** The head stands among the first rows, below a report's title, time and the like. */
export const LOOKED_AT = 100;

const filled = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);

const NUMBER_OR_DAY = /^[-+]?\d[\d\s.,:/–-]*%?$/;

/** Names do not look like numbers or days. */
const namesOnly = ({ cells }: Row): boolean => cells.every((cell) => !NUMBER_OR_DAY.test(cell.trim()));

/** Whether a cell is blank that has a filled one on its right, as in headings over groups of columns. */
function hasGap({ cells }: Row): boolean {
  const blank = cells.findIndex((cell) => cell.trim() === '');
  return blank >= 0 && filled(cells.slice(blank)) > 0;
}

/** What most rows fill; of several the greatest. */
function commonestOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}

/**
 * Where the head is among the first rows, none of them blank: the first that `isHead` accepts. Else, of the rows above the first
 * data, that is of rows with names only that fill half as many cells as the fullest row: the first, if it has no gap and is as
 * full as most rows; if not, titles stand there, and the fullest is the head. Where all rows look like data it is the first full one.
 * -1 where there are no rows.
 */
export function headAmong(rows: readonly Row[], isHead?: (names: readonly string[]) => boolean): number {
  if (isHead !== undefined) {
    const known = rows.findIndex(({ cells }) => isHead(cells.map((cell) => cell.trim())));
    if (known >= 0) return known;
  }
  const counts = rows.map(({ cells }) => filled(cells));
  const most = Math.max(0, ...counts);
  const usual = commonestOf(counts);
  const wide = rows.map((row, at) => ({ row, at, count: counts[at] ?? 0 })).filter(({ count }) => count * 2 >= most);
  const data = wide.findIndex(({ row, count }) => count >= usual && !namesOnly(row));
  const candidates = (data < 0 ? wide : wide.slice(0, data)).filter(({ row }) => namesOnly(row));
  const first = candidates[0];
  if (first === undefined) return wide[0]?.at ?? -1;
  if (!hasGap(first.row) && first.count >= usual) return first.at;
  return candidates.reduce((best, each) => (each.count > best.count ? each : best)).at;
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
