import type { Expr } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { factColumn } from './columns.js';
import { indexColumn, type Frame } from './frame.js';
import type { Work } from './work.js';

/** A condition that a column of the right lies between two numbers: checked in one pass over the column as it is. */
export interface Range {
  readonly column: string;
  readonly low: number;
  readonly high: number;
}

function rangeColumn(expr: Expr): string | undefined {
  if (typeof expr !== 'object' || !('column' in expr) || !expr.column.startsWith('right.')) return undefined;
  const column = factColumn(expr.column);
  // Days only: there "missing" is below every bound.
  return column?.kind === 'number' && (column.missing === undefined || column.missing === NO_DAY)
    ? expr.column
    : undefined;
}

/** The range of a comparison between a column of the right and a number; undefined for every other condition. */
export function rangeOf(condition: Expr): Range | undefined {
  if (typeof condition !== 'object' || !('atMost' in condition || 'less' in condition)) return undefined;
  const [a, b] = 'atMost' in condition ? condition.atMost : condition.less;
  const beyond = 'less' in condition ? 1 : 0;
  const [left, right] = [rangeColumn(a), rangeColumn(b)];
  if (left !== undefined && typeof b === 'number') return { column: left, low: NO_DAY + 1, high: b - beyond };
  if (right !== undefined && typeof a === 'number')
    return { column: right, low: Math.max(a + beyond, NO_DAY + 1), high: Infinity };
  return undefined;
}

/** Keeps the rows of whole rights that lie in one range, or in two of them at once. */
export function keepRanges(work: Work, frame: Frame, range: Range, other: Range = range): void {
  const source = factColumn(range.column)?.of(work.facts);
  const otherSource = factColumn(other.column)?.of(work.facts);
  if (!(source instanceof Int32Array && otherSource instanceof Int32Array)) return;
  const { low, high } = range;
  const { low: otherLow, high: otherHigh } = other;
  const rights = indexColumn(frame, 'root', frame.count);
  let kept = 0;
  for (let i = 0; i < frame.count; i++) {
    const right = rights[i]!;
    const value = source[right]!;
    const otherValue = otherSource[right]!;
    rights[kept] = right;
    if (value >= low && value <= high && otherValue >= otherLow && otherValue <= otherHigh) kept++;
  }
  frame.count = kept;
}
