import type { IsoDate } from '@strapetsi/indicators';
import { covers, daysLater, FOREVER, type Period, type Person, type Right } from './person.js';

/**
 * Student years as somebody with a calendar and a pencil would count them: every day of the window is asked whether it
 * counts, and for how much. Written from the account of the national rules (KOSKI's `opiskelijavuosikertymä` and
 * `opiskelijavuosikertymä2026`), without a look at the definitions. Amounts are millionths of a day.
 */
export type StudentYearRule = 'until2025' | 'from2026';

export interface PersonDays {
  readonly person: Person;
  readonly right: Right;
  readonly period: Period;
  /** Millionths of a day inside the window. */
  readonly amount: number;
}

const FULL_DAY = 1_000_000;

/**
 * The amounts of every period of every person inside one window, both of its days counted. As the indicator says of itself: rights
 * included in another are left out, general upper secondary is not vocational, and no day after the day of the data counts.
 */
export function naiveStudentYears(
  persons: readonly Person[],
  rule: StudentYearRule,
  from: IsoDate,
  to: IsoDate,
  asOf: IsoDate = FOREVER,
): readonly PersonDays[] {
  const days = everyDay(from, to < asOf ? to : asOf);
  const result: PersonDays[] = [];
  for (const person of persons) {
    for (const right of person.rights.filter(isCounted)) {
      for (const period of right.periods) {
        let amount = 0;
        let countedDays = 0;
        for (const day of days) {
          if (!covers(period, day)) continue;
          if (rule === 'until2025') {
            amount += worthUntil2025(period, day);
          } else if (countsFrom2026(right, period, day)) {
            countedDays += 1;
            amount += worthFrom2026(period, countedDays);
          }
        }
        result.push({ person, right, period, amount });
      }
    }
  }
  return result;
}

/** Whether the study right is vocational or preparatory education that stands on its own. */
export function isCounted(right: Right): boolean {
  return isVocational(right) && !right.nested;
}

export function isVocational({ education, performanceType }: Right): boolean {
  return education !== 'generalUpperSecondary' && performanceType !== 'luva';
}

function everyDay(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = daysLater(day, 1)) days.push(day);
  return days;
}

/** The rule in use until 31 December 2025. */
function worthUntil2025(period: Period, day: IsoDate): number {
  switch (period.state) {
    case 'present':
      return period.share;
    case 'holiday':
      // 28 days from the first day of the holiday, which may lie before the window and before the row
      return day < daysLater(period.stateBegan, 28) ? period.share : 0;
    case 'graduated':
      return FULL_DAY;
    default:
      return 0;
  }
}

/** Whether the 2026 rule looks at the day at all. */
function countsFrom2026(right: Right, period: Period, day: IsoDate): boolean {
  if (right.julyRule === 'noValue') return false;
  if (day < '2023-07-01') return false;
  if (right.julyRule === 'removed' && day.slice(5, 7) === '07') return false;
  if (period.state === 'holiday' && day > '2025-12-31') return false;
  return true;
}

/** What the nth day of a row is worth by the 2026 rule. */
function worthFrom2026(period: Period, nth: number): number {
  switch (period.state) {
    case 'present':
    case 'holiday':
      return period.share;
    case 'graduated':
      return FULL_DAY;
    case 'deemedResigned':
      return nth === 1 ? 0 : period.share;
    default:
      return 0;
  }
}
