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
});
