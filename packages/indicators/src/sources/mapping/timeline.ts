import { isoFromDay } from '../../days/calendar.js';
import { NO_DAY, OPEN, type Day } from '../../days/day.js';
import { isFinal } from '../koski/codes.js';
import type { CollectedPeriod, Place } from './collected.js';
import type { MappedFindingCode } from './findings.js';

export interface TimelinePeriod {
  readonly start: Day;
  readonly end: Day;
  readonly stateBegan: Day;
  readonly state: number;
  readonly funding: number;
  readonly share: number;
}

export interface Timeline {
  readonly periods: readonly TimelinePeriod[];
  readonly start: Day;
  /** First day of the final state, else OPEN. */
  readonly end: Day;
}

export type TellAtPlace = (place: Place, code: MappedFindingCode, path: string, found: string) => void;

/** In order of time; of several that begin on one day the last in the file holds. */
function inOrder(periods: readonly CollectedPeriod[], tell: TellAtPlace): readonly CollectedPeriod[] {
  const ordered = [...periods].sort((a, b) => a.start - b.start);
  return ordered.filter((period, i) => {
    const isReplaced = ordered[i + 1]?.start === period.start;
    if (isReplaced) tell(period.place, 'periods-on-same-day', 'period.start', isoFromDay(period.start));
    return !isReplaced;
  });
}

/** The last day of a period: what its row says, the day before the next one, or the one day of a final state. */
function endOf(period: CollectedPeriod, next: CollectedPeriod | undefined, tell: TellAtPlace): Day {
  if (isFinal(period.state)) return period.start;
  const last = next === undefined ? OPEN : next.start - 1;
  if (period.end === NO_DAY) return last;
  if (period.end > last)
    tell(period.place, 'periods-overlap', 'period.end', `${isoFromDay(period.end)} > ${isoFromDay(last)}`);
  return Math.min(period.end, last);
}

/**
 * The time of a study right from rows in any order: as of KOSKI's documents, where a period ends the day before the next one and a
 * final state lasts its one day; but a row may say that a period ended earlier. `stateBegan` is the first day of periods of one
 * state that follow each other without a gap.
 */
export function timelineOf(given: readonly CollectedPeriod[], tell: TellAtPlace): Timeline {
  const ordered = inOrder(given, tell);
  const final = ordered.findIndex(({ state }) => isFinal(state));
  const after = final < 0 ? undefined : ordered[final + 1];
  if (after !== undefined) tell(after.place, 'period-after-final-state', 'period.start', isoFromDay(after.start));
  const periods: TimelinePeriod[] = [];
  ordered.forEach((period, i) => {
    const { start, state, funding, share } = period;
    const before = periods.at(-1);
    const goesOn = before !== undefined && before.state === state && before.end === start - 1;
    periods.push({
      start,
      end: endOf(period, ordered[i + 1], tell),
      stateBegan: goesOn ? before.stateBegan : start,
      state,
      funding,
      share,
    });
  });
  const last = ordered.at(-1);
  return {
    periods,
    start: ordered[0]?.start ?? NO_DAY,
    end: last !== undefined && isFinal(last.state) ? last.start : OPEN,
  };
}
