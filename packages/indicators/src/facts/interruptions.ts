import { OPEN, type Day } from '../days/day.js';
import { periodStates } from './codes.js';
import type { DaySpan } from './shared-days.js';

const INTERRUPTED = periodStates.indexOf('interrupted');
const INVALIDATED = periodStates.indexOf('invalidated');

/** Before every day of a source. */
const ALWAYS: DaySpan = { start: -OPEN, end: OPEN };

/** A row of the period columns, as far as interruptions go. */
export interface StatePeriod {
  readonly right: number;
  readonly state: number;
  readonly start: Day;
  readonly end: Day;
}

/**
 * When each study right was interrupted (väliaikaisesti keskeytynyt); rights that never were are not in it. An invalidated one
 * (mitätöity) always is: it is as if it had not been, and takes no part of the days of others.
 */
export function interruptionsByRight(
  count: number,
  periodAt: (row: number) => StatePeriod,
): ReadonlyMap<number, readonly DaySpan[]> {
  const byRight = new Map<number, DaySpan[]>();
  for (let row = 0; row < count; row++) {
    const { right, state, start, end } = periodAt(row);
    if (state !== INTERRUPTED && state !== INVALIDATED) continue;
    const span = state === INVALIDATED ? ALWAYS : { start, end };
    const spans = byRight.get(right);
    if (spans === undefined) byRight.set(right, [span]);
    else spans.push(span);
  }
  return byRight;
}
