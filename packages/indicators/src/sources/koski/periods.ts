import { isoFromDay } from '../../days/calendar.js';
import { OPEN, type Day } from '../../days/day.js';
import { MISSING_CODE } from '../../facts/codes.js';
import { dayOf } from '../documents/dates.js';
import { asFields, asList, shapeOf, shownDate, shownNumber, type Fields } from '../documents/fields.js';
import { codeOf, shownCode } from './fields.js';
import { isFinal, isKnownFunding, needsFunding, stateOf } from './codes.js';
import type { KoskiReporter } from './findings.js';

/** A row of the period columns, before it belongs to a right. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
  readonly stateBegan: Day;
  readonly state: number;
  readonly funding: number;
  readonly share: number;
}

export const FULL_TIME = 1_000_000;

/** A state from its first day on. `state` is missing where its code is unknown: that time is counted nowhere. */
interface StateChange {
  readonly start: Day;
  readonly state: number | undefined;
  readonly funding: number;
}

interface PartTime {
  readonly start: Day;
  readonly end: Day;
  readonly share: number;
}

export interface Timeline {
  readonly periods: readonly Period[];
  /** First day of the right. */
  readonly start: Day;
  /** First day of the final state, else OPEN. */
  readonly end: Day;
}

function fundingOf(period: Fields, path: string, reporter: KoskiReporter): number {
  const given = period['opintojenRahoitus'];
  if (given === undefined || given === null) return MISSING_CODE;
  const code = Number(codeOf(given));
  if (!isKnownFunding(code)) reporter.report('unknown-funding', `${path}.opintojenRahoitus`, shownCode(given));
  return Number.isInteger(code) && code > 0 && code < MISSING_CODE ? code : MISSING_CODE;
}

/** The states in the order of the document; `undefined` where one has no readable day. */
function stateChangesOf(
  list: readonly unknown[],
  path: string,
  mustBeFunded: boolean,
  reporter: KoskiReporter,
): StateChange[] | undefined {
  const changes: StateChange[] = [];
  for (let i = 0; i < list.length; i++) {
    const period = asFields(list[i]);
    const start = dayOf(period?.['alku']);
    if (period === undefined || start === undefined) {
      const found = period === undefined ? shapeOf(list[i]) : shownDate(period['alku']);
      reporter.report('period-without-date', `${path}[${i}].alku`, found);
      return undefined;
    }
    const code = codeOf(period['tila']);
    const state = code === undefined ? undefined : stateOf(code);
    if (state === undefined) reporter.report('unknown-state', `${path}[${i}].tila`, shownCode(period['tila']));
    const funding = fundingOf(period, `${path}[${i}]`, reporter);
    if (mustBeFunded && state !== undefined && needsFunding(state) && period['opintojenRahoitus'] === undefined)
      reporter.report('funding-missing', `${path}[${i}].opintojenRahoitus`, shapeOf(undefined));
    changes.push({ start, state, funding });
  }
  return changes;
}

/** In order of time; of several on one day the last in the document holds. */
function inOrder(changes: StateChange[], path: string, reporter: KoskiReporter): StateChange[] {
  let ordered = true;
  let distinct = true;
  for (let i = 1; i < changes.length; i++) {
    const step = (changes[i]?.start ?? 0) - (changes[i - 1]?.start ?? 0);
    if (step < 0) ordered = false;
    if (step <= 0) distinct = false;
  }
  if (distinct) return changes;
  if (!ordered) {
    const first = changes.findIndex((change, i) => i > 0 && change.start < (changes[i - 1]?.start ?? 0));
    const found = `${isoFromDay(changes[first - 1]?.start ?? 0)}, ${isoFromDay(changes[first]?.start ?? 0)}`;
    reporter.report('periods-out-of-order', `${path}[${first}].alku`, found);
    changes.sort((a, b) => a.start - b.start);
  }
  return changes.filter((change, i) => {
    const replaced = changes[i + 1]?.start === change.start;
    if (replaced) reporter.report('periods-on-same-day', path, isoFromDay(change.start));
    return !replaced;
  });
}

/** Part-time periods that can be read, in the order of the document. */
function partTimesOf(additional: Fields | undefined, path: string, reporter: KoskiReporter): readonly PartTime[] {
  const given = additional?.['osaAikaisuusjaksot'];
  if (given === undefined || given === null) return [];
  const list = asList(given);
  const where = `${path}.lisätiedot.osaAikaisuusjaksot`;
  if (list === undefined) {
    reporter.report('wrong-type', where, shapeOf(given));
    return [];
  }
  const partTimes: PartTime[] = [];
  list.forEach((element, i) => {
    const fields = asFields(element);
    const start = dayOf(fields?.['alku']);
    const ends = fields?.['loppu'];
    const end = ends === undefined || ends === null ? OPEN : dayOf(ends);
    const percent = fields?.['osaAikaisuus'];
    if (start === undefined) reporter.report('invalid-date', `${where}[${i}].alku`, shownDate(fields?.['alku']));
    else if (end === undefined) reporter.report('invalid-date', `${where}[${i}].loppu`, shownDate(ends));
    else if (end < start)
      reporter.report('end-before-start', `${where}[${i}]`, `${isoFromDay(start)} – ${isoFromDay(end)}`);
    else if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100))
      reporter.report('part-time-invalid', `${where}[${i}].osaAikaisuus`, shownNumber(percent));
    else {
      const other = partTimes.find((each) => each.start <= end && start <= each.end);
      if (other !== undefined)
        reporter.report('part-time-overlap', `${where}[${i}]`, isoFromDay(Math.max(start, other.start)));
      partTimes.push({ start, end, share: Math.round(percent * (FULL_TIME / 100)) });
    }
  });
  return partTimes;
}

/** First days of new shares within (from, to]. */
function cutsBetween(partTimes: readonly PartTime[], from: Day, to: Day): Day[] {
  const cuts = new Set<Day>();
  for (const { start, end } of partTimes) {
    if (start > from && start <= to) cuts.add(start);
    if (end >= from && end < to) cuts.add(end + 1);
  }
  return [...cuts].sort((a, b) => a - b);
}

const shareOn = (partTimes: readonly PartTime[], day: Day): number =>
  partTimes.find((each) => each.start <= day && day <= each.end)?.share ?? FULL_TIME;

function periodsOf(changes: readonly StateChange[], partTimes: readonly PartTime[]): Period[] {
  const periods: Period[] = [];
  let stateBegan = 0;
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i];
    if (change === undefined) continue;
    const { start, state, funding } = change;
    if (state !== changes[i - 1]?.state || i === 0) stateBegan = start;
    if (state === undefined) continue;
    const next = changes[i + 1]?.start;
    const end = isFinal(state) ? start : next === undefined ? OPEN : next - 1;
    const cuts = partTimes.length === 0 ? [] : cutsBetween(partTimes, start, end);
    let from = start;
    for (const to of [...cuts, end + 1]) {
      const share = partTimes.length === 0 ? FULL_TIME : shareOn(partTimes, from);
      const last = periods.at(-1);
      const goesOn =
        last !== undefined &&
        last.end === from - 1 &&
        last.state === state &&
        last.funding === funding &&
        last.share === share;
      if (goesOn) periods[periods.length - 1] = { ...last, end: to - 1 };
      else periods.push({ start: from, end: to - 1, stateBegan, state, funding, share });
      from = to;
    }
  }
  return periods;
}

/**
 * The time of a study right, cut at every change of state, funding and part time. A final state lasts its one day. `stateBegan` is
 * the first day of consecutive periods of the same state (KOSKI's tilaAlkanut): a change of only funding or part time does not move it.
 * @returns `undefined`, reported, where the right has no periods or one whose day cannot be read
 */
export function timelineOf(
  right: Fields,
  path: string,
  mustBeFunded: boolean,
  reporter: KoskiReporter,
): Timeline | undefined {
  const given = asFields(right['tila'])?.['opiskeluoikeusjaksot'];
  const where = `${path}.tila.opiskeluoikeusjaksot`;
  const list = asList(given);
  if (list === undefined || list.length === 0) {
    reporter.report('no-periods', where, shapeOf(given));
    return undefined;
  }
  const read = stateChangesOf(list, where, mustBeFunded, reporter);
  if (read === undefined) return undefined;
  const changes = inOrder(read, where, reporter);
  const final = changes.findIndex(({ state }) => state !== undefined && isFinal(state));
  if (final >= 0 && final < changes.length - 1)
    reporter.report('period-after-final-state', where, isoFromDay(changes[final + 1]?.start ?? 0));
  const periods = periodsOf(changes, partTimesOf(asFields(right['lisätiedot']), path, reporter));
  const last = changes.at(-1);
  const ended = last?.state !== undefined && isFinal(last.state);
  return { periods, start: changes[0]?.start ?? 0, end: ended ? last.start : OPEN };
}
