import type { Day } from '../days/day.js';
import { periodStates } from './codes.js';
import type { DaySpan } from './shared-days.js';

const INTERRUPTED = periodStates.indexOf('interrupted');

/** A row of the period columns, as far as interruptions go. */
export interface StatePeriod {
  readonly right: number;
  readonly state: number;
  readonly start: Day;
  readonly end: Day;
}

/** When each study right was interrupted (väliaikaisesti keskeytynyt); rights that never were are not in it. */
export function interruptionsByRight(
  count: number,
  periodAt: (row: number) => StatePeriod,
): ReadonlyMap<number, readonly DaySpan[]> {
  const byRight = new Map<number, DaySpan[]>();
  for (let row = 0; row < count; row++) {
    const { right, state, start, end } = periodAt(row);
    if (state !== INTERRUPTED) continue;
    const spans = byRight.get(right);
    if (spans === undefined) byRight.set(right, [{ start, end }]);
    else spans.push({ start, end });
  }
  return byRight;
}
