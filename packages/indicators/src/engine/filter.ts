import type { Expr } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { factColumn } from './columns.js';
import { isTrue, leavesOf } from './expression.js';
import { indexColumn, type Frame } from './frame.js';
import type { Scope } from './program.js';
import { tabulate } from './table.js';
import { localValues, type Work } from './work.js';

/** A condition on whole rights that is checked in one pass over a column as it is: no values are written for it. */
export type Filter = (frame: Frame) => void;

/** That a day lies between two others: a column of the right, or a name bound to whole rights. */
interface Range {
  readonly column: string;
  readonly low: number;
  readonly high: number;
}

/** Whether a number can be looked at as it stands: "missing" is below every bound. A name that a step bound can be a fraction. */
function isDay(name: string, whole: boolean, { places }: Scope): boolean {
  const place = places.get(name);
  if (place !== undefined) return place.kind === 'local' && !whole;
  const column = name.startsWith('right.') ? factColumn(name) : undefined;
  return column?.kind === 'number' && (column.missing === undefined || column.missing === NO_DAY);
}

/** The range of a comparison between a day and a number; undefined for every other condition. */
function rangeOf(condition: Expr, scope: Scope): Range | undefined {
  if (typeof condition !== 'object' || !('atMost' in condition || 'less' in condition)) return undefined;
  const isLess = 'less' in condition;
  const [a, b] = isLess ? condition.less : condition.atMost;
  const day = (expr: Expr): string | undefined =>
    typeof expr === 'object' && 'column' in expr && isDay(expr.column, isLess, scope) ? expr.column : undefined;
  const [left, right] = [day(a), day(b)];
  if (left !== undefined && typeof b === 'number')
    return { column: left, low: NO_DAY + 1, high: isLess ? Math.ceil(b) - 1 : b };
  if (right !== undefined && typeof a === 'number')
    return { column: right, low: Math.max(isLess ? Math.floor(a) + 1 : a, NO_DAY + 1), high: Infinity };
  return undefined;
}

/** The first condition and as many after it as one pass can check, and how many they are; undefined where it cannot even check one. */
export function filterOf(
  conditions: readonly Expr[],
  scope: Scope,
): { readonly filter: Filter; readonly conditions: number } | undefined {
  const [first, second] = conditions;
  if (first === undefined) return undefined;
  const range = rangeOf(first, scope);
  if (range === undefined) {
    const filter = codesFilter(first, scope);
    return filter === undefined ? undefined : { filter, conditions: 1 };
  }
  const next = second === undefined ? undefined : rangeOf(second, scope);
  if (next?.column === range.column) {
    const both = { ...range, low: Math.max(range.low, next.low), high: Math.min(range.high, next.high) };
    return { filter: rangeFilter(both, scope), conditions: 2 };
  }
  const isLocal = ({ column }: Range): boolean => scope.places.has(column);
  if (next === undefined || isLocal(range) || isLocal(next))
    return { filter: rangeFilter(range, scope), conditions: 1 };
  return { filter: (frame) => keepRanges(scope.work, frame, range, next), conditions: 2 };
}

function rangeFilter(range: Range, { work, places }: Scope): Filter {
  const place = places.get(range.column);
  if (place === undefined) return (frame) => keepRanges(work, frame, range, range);
  work.local[place.slot]!.readers++;
  return (frame) => keepLocalRange(localValues(work, place.slot), work.firstRoot, range, frame);
}

function between(value: number, low: number, high: number): number {
  return Number(value >= low) & Number(value <= high);
}

/** Keeps the rows of rights that lie in both ranges. */
function keepRanges(work: Work, frame: Frame, range: Range, other: Range): void {
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
    kept += between(value, low, high) & between(otherValue, otherLow, otherHigh);
  }
  frame.count = kept;
}

function keepLocalRange(values: Float64Array, firstRoot: number, { low, high }: Range, frame: Frame): void {
  const rights = indexColumn(frame, 'root', frame.count);
  let kept = 0;
  for (let i = 0; i < frame.count; i++) {
    const right = rights[i]!;
    const value = values[right - firstRoot]!;
    rights[kept] = right;
    kept += between(value, low, high);
  }
  frame.count = kept;
}

/** A condition on one closed code of the right. */
function codesFilter(condition: Expr, { work, places }: Scope): Filter | undefined {
  const leaves = [...leavesOf(condition)];
  const [leaf] = leaves;
  if (leaf === undefined || leaves.length > 1 || !leaf.startsWith('right.') || places.has(leaf)) return undefined;
  const table = tabulate(condition);
  const [column] = table?.columns ?? [];
  if (table === undefined || column === undefined) return undefined;
  const holds = Uint8Array.from(column.steps, (step) => Number(isTrue(table.values[step]!)));
  return (frame) => {
    const source = factColumn(leaf)?.of(work.facts);
    if (source instanceof Uint8Array) keepCodes(source, holds, frame);
  };
}

/** @param holds by raw code */
function keepCodes(source: Uint8Array, holds: Uint8Array, frame: Frame): void {
  const rights = indexColumn(frame, 'root', frame.count);
  let kept = 0;
  for (let i = 0; i < frame.count; i++) {
    const right = rights[i]!;
    rights[kept] = right;
    kept += holds[source[right]!]!;
  }
  frame.count = kept;
}
