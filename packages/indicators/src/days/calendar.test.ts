import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dayFromIso,
  dayFromYmd,
  daysInMonth,
  endOfMonth,
  halfYearOf,
  InvalidDateError,
  isoFromDay,
  monthOf,
  parseDay,
  weekdayOf,
  yearOf,
  ymdFromDay,
} from './calendar.js';
import { NO_DAY, OPEN } from './day.js';

const anyDay = fc.integer({ min: dayFromIso('1600-01-01'), max: dayFromIso('9999-12-31') });

describe('days', () => {
  test('the epoch is day 0 and an open interval ends on 9999-12-31', () => {
    expect(dayFromIso('1970-01-01')).toBe(0);
    expect(dayFromIso('9999-12-31')).toBe(OPEN);
    expect(dayFromIso('2000-03-01')).toBe(11_017);
  });

  test('printing what was read gives the same text back, from 1600 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => dayFromIso(isoFromDay(day)) === day),
      { numRuns: 5000 },
    );
  });

  test('every day from 1890 to 2110 follows the day before it', () => {
    let { year, month, day } = ymdFromDay(dayFromIso('1890-01-01'));
    for (let at = dayFromIso('1890-01-01'); at <= dayFromIso('2110-12-31'); at++) {
      expect(dayFromYmd(year, month, day)).toBe(at);
      expect(ymdFromDay(at)).toEqual({ year, month, day });
      day++;
      if (day > daysInMonth(year, month)) {
        day = 1;
        month++;
      }
      if (month > 12) {
        month = 1;
        year++;
      }
    }
  });

  test('it agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        expect(isoFromDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(yearOf(day)).toBe(date.getUTCFullYear());
        expect(monthOf(day)).toBe(date.getUTCMonth() + 1);
        expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test.each([
    '2023-02-30',
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-04-31',
    '2023-1-01',
    '23-01-01',
    '2023/01/01',
    ' 2023-01-1',
    '2023-01-01T00:00Z',
    '',
    '２０２３-01-01',
  ])('"%s" is not a day', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => dayFromIso(text)).toThrow(InvalidDateError);
  });

  test('leap days exist in 2000, 2024 and 2400', () => {
    for (const iso of ['2000-02-29', '2024-02-29', '2400-02-29']) expect(isoFromDay(dayFromIso(iso))).toBe(iso);
  });

  test('a missing day and a day after 9999 have no text', () => {
    expect(() => isoFromDay(NO_DAY)).toThrow(InvalidDateError);
    expect(() => isoFromDay(OPEN + 1)).toThrow(InvalidDateError);
  });

  test.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2022-08-15', 6, '2023-02-15'],
    ['2023-12-31', 1, '2024-01-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-10', -13, '2022-12-10'],
    ['2021-08-09', 60, '2026-08-09'],
  ])('%s + %i months is %s', (from, months, to) => {
    expect(isoFromDay(addMonths(dayFromIso(from), months))).toBe(to);
  });

  test('a missing day stays missing', () => {
    expect(addMonths(NO_DAY, 6)).toBe(NO_DAY);
    expect(endOfMonth(NO_DAY)).toBe(NO_DAY);
  });

  test('the end of a month is the day before the next month begins', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = endOfMonth(day);
        expect(monthOf(end)).toBe(monthOf(day));
        expect(ymdFromDay(end + 1).day).toBe(1);
      }),
    );
  });

  test('half-years are consecutive numbers that turn on 1 January and 1 July', () => {
    expect(halfYearOf(dayFromIso('2021-06-30'))).toBe(4042);
    expect(halfYearOf(dayFromIso('2021-07-01'))).toBe(4043);
    expect(halfYearOf(dayFromIso('2021-12-31'))).toBe(4043);
    expect(halfYearOf(dayFromIso('2022-01-01'))).toBe(4044);
  });
});
