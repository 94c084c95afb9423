import { dayFromIso, monthOf } from '../days/calendar.js';
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
const JULY = 7;

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

/** What a day of the period is worth, in millionths. `countedDays` are those of the period so far, this one included. */
function worthOf(day: Day, period: PeriodOfRight, countedDays: number, rule: StudentDayRule): number {
  const share = rule.partTime === 'weighted' ? period.share : FULL_DAY;
  switch (period.state) {
    case 'present':
      return share;
    case 'holiday':
      if (rule.holiday === 'none') return 0;
      if (rule.holiday === 'first28Days') return day < period.stateBegan + HOLIDAY_DAYS ? share : 0;
      return rule.holiday === 'allDays' || day <= LAST_HOLIDAY ? share : 0;
    case 'graduated':
      return rule.graduationDay === 'wholeDay' ? FULL_DAY : 0;
    case 'deemedResigned':
      return rule.deemedResigned === 'daysAfterFirst' && countedDays > 1 ? share : 0;
    default:
      return 0;
  }
}

/**
 * Student days of one study right of a batch within a window, in millionths of a day (micro-days), counted day by day. A
 * student year is 365 days.
 * @param right position in the batch's study rights
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
    let countedDays = 0;
    for (let day = Math.max(period.start, first); day <= Math.min(period.end, last); day++) {
      if (withoutJuly && monthOf(day) === JULY) continue;
      countedDays++;
      amount += worthOf(day, period, countedDays, rule);
    }
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
