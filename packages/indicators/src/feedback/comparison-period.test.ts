import { expect, test } from 'vitest';
import { InvalidDateError } from '../days/calendar.js';
import { comparisonPeriod } from './comparison-period.js';

test('a period shorter than a year is compared with a year up to its last day', () => {
  // 29 December 2014 less a year, plus a day
  expect(comparisonPeriod({ from: '2014-01-01', to: '2014-12-29' })).toEqual({ from: '2013-12-30', to: '2014-12-29' });
  // A year exactly stays.
  expect(comparisonPeriod({ from: '2014-01-01', to: '2014-12-31' })).toEqual({ from: '2014-01-01', to: '2014-12-31' });
  // There is no 29 February a year earlier: 28 February, plus a day.
  expect(comparisonPeriod({ from: '2024-01-01', to: '2024-02-29' })).toEqual({ from: '2023-03-01', to: '2024-02-29' });
});

test('a longer period and an open one stay as they are', () => {
  expect(comparisonPeriod({ from: '2013-01-01', to: '2014-12-01' })).toEqual({ from: '2013-01-01', to: '2014-12-01' });
  expect(comparisonPeriod({ to: '2014-12-31' })).toEqual({ to: '2014-12-31' });
  expect(comparisonPeriod({ from: '2013-01-01' })).toEqual({ from: '2013-01-01' });
  expect(comparisonPeriod({})).toEqual({});
});

test('what is no day is said to be none', () => {
  expect(() => comparisonPeriod({ from: '2014-01-01', to: '2014-02-30' })).toThrow(InvalidDateError);
});
