import { dayFromIso, dayFromYmd, yearOf } from '../days/calendar.js';
import { NO_DAY, OPEN, type Day } from '../days/day.js';
import { julyRules, periodStates, type PeriodState } from '../facts/codes.js';
import type { Facts } from '../facts/facts.js';
import { rowsOf } from './rows-of.js';

/** First and last day, both counted, and the day of the data. */
export interface DayWindow {
  readonly from: Day;
  readonly to: Day;
  /** Nothing after it is known. */
  readonly asOf: Day;
}

/** How the days of a study right become student days: every point in which the national rules differ, or are often departed from. */
export interface StudentDayRule {
  /** A study right included in another one. */
  readonly nested: 'leftOut' | 'counted';
  /** Education that the rule of July says nothing of: the rule from 2026 gives it no value. */
  readonly education: 'withJulyRule' | 'all';
  /** Days before the first day and after the last one count for nothing. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** How far days count that have not come yet. */
  readonly until: 'dayOfData' | 'windowEnd';
  readonly partTime: 'weighted' | 'ignored';
  readonly holiday: 'first28Days' | 'until2025' | 'allDays' | 'none';
  readonly graduationDay: 'wholeDay' | 'none';
  /** Days after the first one in the state "deemed resigned". A final state lasts one day, so they exist in faulty records only. */
  readonly deemedResigned: 'daysAfterFirst' | 'none';
  readonly july: 'counted' | 'leftOutByEducation' | 'leftOut';
}

export type NationalRule = 'until-2025' | 'from-2026';

/**
 * KOSKI's `opiskelijavuosikertymä` and `opiskelijavuosikertymä2026` (Opetushallitus/koski 180e806b, AmmatillinenRaporttiUtils.scala), with
 * rights included in others left out and no day after the day of the data, as the indicator `student-years` counts.
 */
export const nationalStudentDayRules: Readonly<Record<NationalRule, StudentDayRule>> = {
  'until-2025': {
    nested: 'leftOut',
    education: 'all',
    firstDay: NO_DAY,
    lastDay: OPEN,
    until: 'dayOfData',
    partTime: 'weighted',
    holiday: 'first28Days',
    graduationDay: 'wholeDay',
    deemedResigned: 'none',
    july: 'counted',
  },
  'from-2026': {
    nested: 'leftOut',
    education: 'withJulyRule',
    firstDay: dayFromIso('2023-07-01'),
    lastDay: OPEN,
    until: 'dayOfData',
    partTime: 'weighted',
    holiday: 'until2025',
    graduationDay: 'wholeDay',
    deemedResigned: 'daysAfterFirst',
    july: 'leftOutByEducation',
  },
};

const FULL_DAY = 1_000_000;
const HOLIDAY_DAYS = 28;
const LAST_HOLIDAY = dayFromIso('2025-12-31');

interface PeriodOfRight {
  readonly start: Day;
  readonly end: Day;
  readonly stateBegan: Day;
  readonly state: PeriodState | undefined;
  readonly share: number;
}

function periodsOf({ periods }: Facts, right: number): readonly PeriodOfRight[] {
  const [first, end] = rowsOf(periods.right, right);
  return Array.from({ length: end - first }, (_, offset) => {
    const at = first + offset;
    return {
      start: periods.start[at] ?? NO_DAY,
      end: periods.end[at] ?? NO_DAY,
      stateBegan: periods.stateBegan[at] ?? NO_DAY,
      state: periodStates[periods.state[at] ?? -1],
      share: periods.share[at] ?? 0,
    };
  });
}

/** Days of July from the first day to the last. */
function daysOfJuly(first: Day, last: Day): number {
  let days = 0;
  for (let year = yearOf(first); year <= yearOf(last); year++)
    days += daysFrom(Math.max(first, dayFromYmd(year, 7, 1)), Math.min(last, dayFromYmd(year, 7, 31)));
  return days;
}

/** Days from the first to the last, both counted; none where the last is before the first. */
function daysFrom(first: Day, last: Day): number {
  return Math.max(0, last - first + 1);
}

/** The last day of a holiday that counts; NO_DAY where none does. */
function lastHolidayOf({ stateBegan }: PeriodOfRight, { holiday }: StudentDayRule): Day {
  switch (holiday) {
    case 'first28Days':
      return stateBegan + HOLIDAY_DAYS - 1;
    case 'until2025':
      return LAST_HOLIDAY;
    case 'allDays':
      return OPEN;
    case 'none':
      return NO_DAY;
  }
}

/** What a period is worth, in millionths of a day. `daysTo` counts its days up to a day. */
function worthOf(period: PeriodOfRight, daysTo: (last: Day) => number, rule: StudentDayRule): number {
  const share = rule.partTime === 'weighted' ? period.share : FULL_DAY;
  switch (period.state) {
    case 'present':
      return daysTo(OPEN) * share;
    case 'holiday':
      return daysTo(lastHolidayOf(period, rule)) * share;
    case 'graduated':
      return rule.graduationDay === 'wholeDay' ? daysTo(OPEN) * FULL_DAY : 0;
    case 'deemedResigned':
      return rule.deemedResigned === 'daysAfterFirst' ? Math.max(0, daysTo(OPEN) - 1) * share : 0;
    default:
      return 0;
  }
}

/**
 * Student days of one study right of a batch within a window, in millionths of a day (micro-days). A student year is 365 days.
 * @param right position in the batch's study rights
 *
 * @example
 * const periods = [{ start: '2026-01-01', end: '2026-12-31', state: 'present' }] as const;
 * const right = { key: 'right', provider: 'college', education: 'wholeQualification', julyRule: 'removed', periods } as const;
 * const [facts] = factsOf([{ key: 'learner', rights: [right] }]);
 * const window = { from: dayFromIso('2026-01-01'), to: dayFromIso('2026-12-31'), asOf: dayFromIso('2027-01-31') };
 * // A year without July.
 * facts && studentDaysOfRight(facts, 0, window, nationalStudentDayRules['from-2026']); // → 334_000_000
 */
export function studentDaysOfRight(facts: Facts, right: number, window: DayWindow, rule: StudentDayRule): number {
  const julyRule = julyRules[facts.rights.julyRule[right] ?? -1];
  if (rule.nested === 'leftOut' && facts.rights.nested[right] === 1) return 0;
  if (rule.education === 'withJulyRule' && julyRule === 'noValue') return 0;
  const withoutJuly = rule.july === 'leftOut' || (rule.july === 'leftOutByEducation' && julyRule === 'removed');
  const first = Math.max(window.from, rule.firstDay);
  const last = Math.min(window.to, rule.lastDay, rule.until === 'dayOfData' ? window.asOf : OPEN);
  let amount = 0;
  for (const period of periodsOf(facts, right)) {
    const from = Math.max(period.start, first);
    amount += worthOf(
      period,
      (day) => {
        const to = Math.min(period.end, last, day);
        return daysFrom(from, to) - (withoutJuly ? daysOfJuly(from, to) : 0);
      },
      rule,
    );
  }
  return amount;
}

/** Calendar days of a right within a window, and its average share: what KOSKI's report shows beside its student days. */
export interface StudentDayParts {
  readonly presentOrGraduated: number;
  /** Among the first 28 days of a holiday. */
  readonly holidayCounted: number;
  readonly holidayOther: number;
  /** Part-time percentages of all days, in whatever state; 100 where there is no day. */
  readonly averagePercent: number;
}

/** Days up to the end of the window, as KOSKI's report counts them: it does not ask what day it is. */
export function studentDayPartsOf(facts: Facts, right: number, { from, to }: DayWindow): StudentDayParts {
  const parts = { presentOrGraduated: 0, holidayCounted: 0, holidayOther: 0 };
  let days = 0;
  let shares = 0;
  for (const { start, end, stateBegan, state, share } of periodsOf(facts, right)) {
    for (let day = Math.max(start, from); day <= Math.min(end, to); day++) {
      days++;
      shares += share;
      if (state === 'present' || state === 'graduated') parts.presentOrGraduated++;
      if (state !== 'holiday') continue;
      if (day < stateBegan + HOLIDAY_DAYS) parts.holidayCounted++;
      else parts.holidayOther++;
    }
  }
  return { ...parts, averagePercent: days === 0 ? 100 : (shares / days / FULL_DAY) * 100 };
}
