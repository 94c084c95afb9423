import { NO_DAY, type Day } from '../days/day.js';
import type { DimensionId } from '../definitions/definition.js';
import type { Cells } from './cells.js';
import { evaluate, fold, paramLeaf, type RunValues } from './expression.js';
import type { Frame } from './frame.js';
import type { CalculateOptions } from './options.js';
import { cellOfWindow, windowDimensions, type Window } from './windows.js';

/**
 * By window: the day from which its cells can be looked at, NO_DAY where that day has come. A cell that holds several windows waits
 * for the last of those that `only` wants, so that whether it is mature never depends on who is in the data.
 */
export function immatureWindows(
  windows: readonly Window[],
  values: RunValues,
  asOf: Day,
  { by, only = {} }: Pick<CalculateOptions, 'by' | 'only'>,
): Float64Array {
  const cellOf = (window: Window): string => cellOfWindow(window, by);
  const isWanted = (window: Window): boolean =>
    windowDimensions.every((id: DimensionId & keyof Window) => only[id]?.includes(window[id]) ?? true);
  const days = new Map<string, Day>();
  for (const window of windows) {
    if (!isWanted(window)) continue;
    const cell = cellOf(window);
    days.set(cell, Math.max(days.get(cell) ?? NO_DAY, maturityOf(window, values)));
  }
  return Float64Array.from(windows, (window) => {
    const day = days.get(cellOf(window)) ?? NO_DAY;
    return day > asOf ? day : NO_DAY;
  });
}

function maturityOf({ start, end, rule }: Window, values: RunValues): Day {
  const [expr] = rule.steps.flatMap((step) => ('slice' in step && step.matureOn !== undefined ? [step.matureOn] : []));
  if (expr === undefined) return NO_DAY;
  return evaluate(fold(expr, values), (leaf) => (leaf === paramLeaf('window.start') ? start : end));
}

/** Marks the cells of rows in windows that have not had their time. */
export function markImmature(cells: Cells, last: Frame, positions: Int32Array, immature: Float64Array): void {
  const { window } = last.index;
  for (let i = 0; i < last.count; i++) {
    const day = immature[window[i]!]!;
    if (day !== NO_DAY) cells.matures[positions[i]!] = day;
  }
}
