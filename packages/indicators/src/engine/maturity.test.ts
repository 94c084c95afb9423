import { describe, expect, it } from 'vitest';
import { dayFromIso, halfYearOf, isoFromDay } from '../days/calendar.js';
import { isMature, lastDayOfHalfYear, lastMonthEndBefore, maturesOn } from './maturity.js';

const spring2021 = halfYearOf(dayFromIso('2021-05-01'));
const autumn2020 = halfYearOf(dayFromIso('2020-08-01'));

describe('maturity', () => {
  it.each([
    ['2026-11-23', '2026-10-31'],
    ['2026-11-30', '2026-10-31'],
    ['2024-03-01', '2024-02-29'],
    ['2024-01-31', '2023-12-31'],
  ])('the last month end before %s is %s', (asOf, monthEnd) => {
    expect(isoFromDay(lastMonthEndBefore(dayFromIso(asOf)))).toBe(monthEnd);
  });

  it('ends half-years in June and December', () => {
    expect(isoFromDay(lastDayOfHalfYear(spring2021))).toBe('2021-06-30');
    expect(isoFromDay(lastDayOfHalfYear(autumn2020))).toBe('2020-12-31');
  });

  // Decision table B2: whole half-years of 182.625 days between the cohort's last day and the last month end.
  it.each<[number, 6 | 12 | 48 | 60 | 'lastMonthEnd', string]>([
    [autumn2020, 6, '2021-08-01'],
    [autumn2020, 12, '2022-02-01'],
    [autumn2020, 48, '2025-01-01'],
    [spring2021, 6, '2022-01-01'],
    [spring2021, 12, '2022-08-01'],
    [spring2021, 60, '2026-08-01'],
    [spring2021, 'lastMonthEnd', '2021-07-01'],
  ])('the cohort %d can be looked at for %s from %s, and not the day before', (cohort, checkpoint, first) => {
    expect(isoFromDay(maturesOn(cohort, checkpoint))).toBe(first);
    const on = dayFromIso(first);
    expect(isMature(cohort, checkpoint, lastMonthEndBefore(on))).toBe(true);
    expect(isMature(cohort, checkpoint, lastMonthEndBefore(on - 1))).toBe(false);
  });

  it('is the formula of the source for every cohort and checkpoint', () => {
    for (let day = dayFromIso('2015-01-31'); day < dayFromIso('2030-01-01'); day += 29) {
      const monthEnd = lastMonthEndBefore(day);
      for (let n = 1; n <= 10; n++) {
        const halfYears = Math.floor(((monthEnd - lastDayOfHalfYear(spring2021)) / 365.25) * 2);
        expect(isMature(spring2021, (n * 6) as 6, monthEnd)).toBe(halfYears >= n);
      }
    }
  });
});
