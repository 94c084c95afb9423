import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayFromIso, halfYearOf, monthOf, yearOf } from '../days/calendar.js';
import { NO_DAY, OPEN } from '../days/day.js';
import {
  daysInMonthBetween,
  monthsOf,
  tableAddMonths,
  tableHalfYearOf,
  tableYearOf,
  writeMonthsAfter,
} from './calendar-table.js';

/** From 1600 to 2400, so that some days lie outside the table. */
const days = fc.integer({ min: -135_140, max: 157_054 });

describe('the calendar by table', () => {
  it('gives what the calendar gives', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 3000 }), (day, months) => {
        expect(tableYearOf(day)).toBe(yearOf(day));
        expect(tableHalfYearOf(day)).toBe(halfYearOf(day));
        expect(tableAddMonths(day, months)).toBe(addMonths(day, months));
        const out = new Float64Array(3);
        writeMonthsAfter(day, monthsOf([months, 6]), out, 1);
        expect(Array.from(out)).toEqual([0, addMonths(day, months), addMonths(day, 6)]);
      }),
    );
  });

  it('counts the days of a month one by one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5, max: 1500 }), fc.integer({ min: 1, max: 12 }), (first, length, month) => {
        let counted = 0;
        for (let day = first; day < first + length; day++) if (monthOf(day) === month) counted++;
        expect(daysInMonthBetween(first, first + length - 1, month)).toBe(counted);
      }),
    );
  });

  it('keeps what is missing missing, and counts to the end of all days', () => {
    expect([tableYearOf(NO_DAY), tableHalfYearOf(NO_DAY), tableAddMonths(NO_DAY, 6)]).toEqual([NO_DAY, NO_DAY, NO_DAY]);
    expect(daysInMonthBetween(NO_DAY, 10, 7)).toBe(0);
    expect(daysInMonthBetween(dayFromIso('9998-07-30'), OPEN, 7)).toBe(33);
  });

  // The table goes from 1 January 1880 to 31 December 2199.
  const day = dayFromIso;
  it.each<[string, string, number, number]>([
    ['the day before the table', '1879-12-31', 1879, 3759],
    ['the first day of the table', '1880-01-01', 1880, 3760],
    ['the last day of a half-year', '2024-06-30', 2024, 4048],
    ['the first day of the next', '2024-07-01', 2024, 4049],
    ['the last day of a year', '2024-12-31', 2024, 4049],
    ['the last day of the table', '2199-12-31', 2199, 4399],
    ['the day after the table', '2200-01-01', 2200, 4400],
  ])('knows the year and the half-year of %s', (_, iso, year, halfYear) => {
    expect([tableYearOf(day(iso)), tableHalfYearOf(day(iso))]).toEqual([year, halfYear]);
  });

  it.each<[string, number, string]>([
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-05-30', 1, '2024-06-30'],
    ['2024-05-31', 1, '2024-06-30'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', 0, '2024-01-15'],
    ['1880-01-01', -1, '1879-12-01'],
    ['1880-01-31', 1, '1880-02-29'],
    ['1879-12-31', 2, '1880-02-29'],
    ['2199-11-30', 1, '2199-12-30'],
    ['2199-12-31', 1, '2200-01-31'],
    ['2199-12-31', 2, '2200-02-28'],
    ['2200-01-31', -1, '2199-12-31'],
    ['1999-12-31', 2400, '2199-12-31'],
    ['2000-01-31', 2400, '2200-01-31'],
  ])('of %s is %i months later %s', (from, months, to) => {
    expect(tableAddMonths(day(from), months)).toBe(day(to));
    const out = new Float64Array(5);
    writeMonthsAfter(day(from), monthsOf([0, months]), out, 2);
    expect([...out]).toEqual([0, 0, day(from), day(to), 0]);
  });

  it('writes as many months as are asked for, in their order, wherever they lie', () => {
    expect(monthsOf([6, -2, 12])).toEqual({ list: Int32Array.of(6, -2, 12), least: -2, most: 12 });
    expect(monthsOf([6])).toMatchObject({ least: 0, most: 6 });
    expect(monthsOf([-6])).toMatchObject({ least: -6, most: 0 });
    const out = new Float64Array(4);
    writeMonthsAfter(day('2024-01-31'), monthsOf([6, 1, 12]), out, 0);
    expect([...out]).toEqual([day('2024-07-31'), day('2024-02-29'), day('2025-01-31'), 0]);
    writeMonthsAfter(day('2024-01-31'), monthsOf([]), out, 3);
    expect(out[3]).toBe(0);
  });

  it.each<[string, string, number, number]>([
    ['2024-02-29', '2024-02-29', 2, 1],
    ['2024-02-29', '2024-02-29', 3, 0],
    ['2024-03-01', '2024-02-29', 2, 0],
    ['2024-03-10', '2024-01-20', 2, 0],
    ['2023-12-31', '2024-01-01', 1, 1],
    ['2023-12-31', '2024-01-01', 12, 1],
    ['2023-01-01', '2024-12-31', 2, 57],
    ['1880-01-01', '1880-01-31', 1, 31],
    ['1880-01-02', '1880-01-31', 1, 30],
    ['1879-12-01', '1880-01-31', 12, 31],
    ['1879-06-15', '1881-06-10', 6, 56],
    ['2199-12-01', '2199-12-31', 12, 31],
    ['2199-12-30', '2200-12-02', 12, 4],
    ['2200-11-30', '2200-12-31', 12, 31],
    ['2200-02-28', '2200-02-28', 2, 1],
    ['2200-02-28', '2200-03-01', 3, 1],
    ['2200-01-01', '2200-12-31', 2, 28],
  ])('from %s to %s has in month %i as many as %i days', (first, last, month, days) => {
    expect(daysInMonthBetween(day(first), day(last), month)).toBe(days);
  });
});
