import { describe, expect, it } from 'vitest';
import { dayFromIso as day } from '../days/calendar.js';
import { NO_DAY } from '../days/day.js';
import type { Expr } from '../definitions/definition.js';
import { codePositions, evaluate, fold, leavesOf } from './expression.js';

const a: Expr = { column: 'right.start' };
const b: Expr = { column: 'right.end' };
const none: Expr = { column: 'right.confirmed' };
const asOf: Expr = { param: 'asOf' };
const values = { from: 10, to: 20, asOf: 200, lastMonthEnd: 150, 'own.days': 30 };

/** What stands in a row: 1 March 2024 to 15 July 2024, not confirmed, a holiday, nested. */
function read(leaf: string): number {
  const row: Readonly<Record<string, number>> = {
    'right.start': day('2024-03-01'),
    'right.end': day('2024-07-15'),
    'right.confirmed': NO_DAY,
    'right.nested': 1,
    'right.tuva': 0,
    'period.state': 1,
    '@checkpoint.day': day('2024-06-30'),
  };
  return row[leaf]!;
}

describe('an expression before a run', () => {
  it.each<[string, Expr, Expr]>([
    ['add', { add: [a, asOf] }, { add: [a, 200] }],
    ['subtract', { subtract: [a, asOf] }, { subtract: [a, 200] }],
    ['multiply', { multiply: [asOf, a] }, { multiply: [200, a] }],
    ['min', { min: [a, asOf] }, { min: [a, 200] }],
    ['max', { max: [a, asOf] }, { max: [a, 200] }],
    ['atMost', { atMost: [a, asOf] }, { atMost: [a, 200] }],
    ['less', { less: [asOf, a] }, { less: [200, a] }],
    ['equal', { equal: [a, asOf] }, { equal: [a, 200] }],
    ['all', { all: [{ less: [a, asOf] }, asOf] }, { all: [{ less: [a, 200] }, 200] }],
    ['any', { any: [{ less: [a, asOf] }, asOf] }, { any: [{ less: [a, 200] }, 200] }],
    ['not', { not: { less: [a, asOf] } }, { not: { less: [a, 200] } }],
    ['isMissing', { isMissing: { min: [a, asOf] } }, { isMissing: { min: [a, 200] } }],
    [
      'byCode',
      { byCode: 'period.state', cases: { present: asOf, holiday: a }, otherwise: { param: 'from' } },
      { byCode: 'period.state', cases: { present: 200, holiday: a }, otherwise: 10 },
    ],
    [
      'when',
      { when: [[{ less: [a, asOf] }, asOf]], otherwise: { param: 'to' } },
      { when: [[{ less: [a, 200] }, 200]], otherwise: 20 },
    ],
    ['days', { days: [a, asOf] }, { days: [a, 200] }],
    ['sharedDays', { sharedDays: [a, b, asOf, { param: 'lastMonthEnd' }] }, { sharedDays: [a, b, 200, 150] }],
    ['daysInMonth', { daysInMonth: [a, asOf], month: 7 }, { daysInMonth: [a, 200], month: 7 }],
    ['addMonths', { addMonths: [{ min: [a, asOf] }, 3] }, { addMonths: [{ min: [a, 200] }, 3] }],
    ['dayInYearOf', { dayInYearOf: [{ min: [a, asOf] }, 9, 20] }, { dayInYearOf: [{ min: [a, 200] }, 9, 20] }],
    ['yearOf', { yearOf: { min: [a, asOf] } }, { yearOf: { min: [a, 200] } }],
    ['halfYearOf', { halfYearOf: { min: [a, asOf] } }, { halfYearOf: { min: [a, 200] } }],
    ['a parameter of the definition', { add: [a, { param: 'own.days' }] }, { add: [a, 30] }],
    ['a day', { less: [a, { day: '1970-02-01' }] }, { less: [a, 31] }],
    ['a column', a, a],
    ['codes', { in: 'period.state', codes: ['present'] }, { in: 'period.state', codes: ['present'] }],
    ['a class', { classify: 'right.school', by: 'fields' }, { classify: 'right.school', by: 'fields' }],
    [
      'parameters of rows',
      { less: [{ param: 'window.start' }, { param: 'window.end' }] },
      { less: [{ param: 'window.start' }, { param: 'window.end' }] },
    ],
    ['a parameter of checkpoints', { yearOf: { param: 'checkpoint.day' } }, { yearOf: { param: 'checkpoint.day' } }],
    ['what is constant inside', { add: [a, { multiply: [2, { add: [asOf, 1] }] }] }, { add: [a, 402] }],
    ['what is constant as a whole', { when: [[{ less: [asOf, 100] }, 1]], otherwise: { subtract: [asOf, 1] } }, 199],
  ])('has numbers in place of parameters and days: %s', (_, expr, folded) => {
    expect(fold(expr, values)).toEqual(folded);
  });

  it.each<[string, Expr, string, string]>([
    ['a month 0', { daysInMonth: [a, b], month: 0 }, 'month', '1–12'],
    ['half a month', { daysInMonth: [a, b], month: 1.5 }, 'month', '1–12'],
    ['a month 13 of a day in a year', { dayInYearOf: [a, 13, 1] }, 'month', '1–12'],
    ['a day 32', { dayInYearOf: [a, 1, 32] }, 'day of a month', '1–31'],
    ['a parameter without a value', { param: 'own.weeks' }, 'param own.weeks', 'one of the definition’s parameters'],
  ])('is refused with %s', (_, expr, path, expected) => {
    expect(() => fold({ add: [1, expr] }, values)).toThrow(
      expect.objectContaining({ name: 'DefinitionError', path, expected }),
    );
  });

  it('may name the first and the last month, and the 31st', () => {
    expect(fold({ daysInMonth: [a, b], month: 12 }, values)).toEqual({ daysInMonth: [a, b], month: 12 });
    expect(fold({ dayInYearOf: [{ day: '2024-05-05' }, 1, 31] }, values)).toBe(day('2024-01-31'));
    expect(fold({ dayInYearOf: [{ day: '2024-05-05' }, 12, 1] }, values)).toBe(day('2024-12-01'));
  });
});

describe('what an expression reads', () => {
  it.each<[string, Expr, readonly string[]]>([
    ['a number', 1, []],
    ['a day', { day: '2024-01-01' }, []],
    ['a column', a, ['right.start']],
    ['a parameter', { param: 'window.end' }, ['@window.end']],
    ['codes', { in: 'period.state', codes: [] }, ['period.state']],
    ['a class', { classify: 'right.school', by: 'x' }, ['right.school']],
    [
      'by code',
      { byCode: 'period.state', cases: { present: a }, otherwise: b },
      ['period.state', 'right.start', 'right.end'],
    ],
    ['when', { when: [[{ column: 'x' }, a]], otherwise: b }, ['x', 'right.start', 'right.end']],
    ['add', { add: [a, b, a] }, ['right.start', 'right.end']],
    ['subtract', { subtract: [a, b] }, ['right.start', 'right.end']],
    ['multiply', { multiply: [a, b] }, ['right.start', 'right.end']],
    ['min', { min: [a, b] }, ['right.start', 'right.end']],
    ['max', { max: [a, b] }, ['right.start', 'right.end']],
    ['atMost', { atMost: [a, b] }, ['right.start', 'right.end']],
    ['less', { less: [a, b] }, ['right.start', 'right.end']],
    ['equal', { equal: [a, b] }, ['right.start', 'right.end']],
    ['all', { all: [a, b] }, ['right.start', 'right.end']],
    ['any', { any: [a, b] }, ['right.start', 'right.end']],
    ['not', { not: a }, ['right.start']],
    ['isMissing', { isMissing: a }, ['right.start']],
    ['days', { days: [a, b] }, ['right.start', 'right.end']],
    ['sharedDays', { sharedDays: [a, b, none, { column: 'x' }] }, ['right.start', 'right.end', 'right.confirmed', 'x']],
    ['daysInMonth', { daysInMonth: [a, b], month: 1 }, ['right.start', 'right.end']],
    ['addMonths', { addMonths: [a, 1] }, ['right.start']],
    ['dayInYearOf', { dayInYearOf: [a, 1, 1] }, ['right.start']],
    ['yearOf', { yearOf: a }, ['right.start']],
    ['halfYearOf', { halfYearOf: a }, ['right.start']],
  ])('is said of %s', (_, expr, leaves) => {
    expect([...leavesOf(expr)]).toEqual(leaves);
  });
});

describe('what the words mean, for one row', () => {
  const nested: Expr = { column: 'right.nested' };
  const tuva: Expr = { column: 'right.tuva' };
  // 1 March to 15 July: 31 + 30 + 31 + 30 + 15 days.
  it.each<[string, Expr, number]>([
    ['a day', { day: '1970-01-02' }, 1],
    ['a parameter of the row', { param: 'checkpoint.day' }, day('2024-06-30')],
    ['a sum', { add: [nested, 2, 3] }, 6],
    ['a sum of nothing', { add: [] }, 0],
    ['a sum with something missing', { add: [1, none] }, NO_DAY],
    ['a difference', { subtract: [b, a] }, 136],
    ['a difference with something missing', { subtract: [none, a] }, NO_DAY],
    ['a product', { multiply: [nested, 5, 7] }, 35],
    ['a product of nothing', { multiply: [] }, 1],
    ['a product with something missing', { multiply: [0, none] }, NO_DAY],
    ['the smallest', { min: [b, a] }, day('2024-03-01')],
    ['the smallest with something missing', { min: [b, none] }, NO_DAY],
    ['the largest', { max: [a, b] }, day('2024-07-15')],
    ['the largest with something missing', { max: [b, none] }, NO_DAY],
    ['at most', { atMost: [a, b] }, 1],
    ['at most of equals', { atMost: [a, a] }, 1],
    ['at most the other way round', { atMost: [b, a] }, 0],
    ['at most of something missing', { atMost: [none, b] }, 0],
    ['less', { less: [a, b] }, 1],
    ['less of equals', { less: [a, a] }, 0],
    ['less of something missing', { less: [none, b] }, 0],
    ['less than something missing', { less: [{ subtract: [NO_DAY, 1] }, none] }, 0],
    ['equal', { equal: [a, a] }, 1],
    ['not equal', { equal: [a, b] }, 0],
    ['equal where both are missing', { equal: [none, none] }, 0],
    ['all', { all: [nested, 2] }, 1],
    ['all but one', { all: [nested, tuva] }, 0],
    ['all with something missing', { all: [nested, none] }, 0],
    ['any', { any: [tuva, nested] }, 1],
    ['any of nothing that holds', { any: [tuva, none] }, 0],
    ['not', { not: tuva }, 1],
    ['not of what holds', { not: 7 }, 0],
    ['not of something missing', { not: none }, 1],
    ['missing', { isMissing: none }, 1],
    ['not missing', { isMissing: a }, 0],
    ['in a list of codes', { in: 'period.state', codes: ['present', 'holiday'] }, 1],
    ['in another list of codes', { in: 'period.state', codes: ['present'] }, 0],
    ['by code', { byCode: 'period.state', cases: { present: 1, holiday: 2 }, otherwise: 3 }, 2],
    ['by another code', { byCode: 'period.state', cases: { present: 1 }, otherwise: 3 }, 3],
    [
      'when, by the first that holds',
      {
        when: [
          [tuva, 1],
          [nested, 2],
          [1, 3],
        ],
        otherwise: 4,
      },
      2,
    ],
    [
      'when nothing holds',
      {
        when: [
          [tuva, 1],
          [none, 2],
        ],
        otherwise: 4,
      },
      4,
    ],
    ['days, both counted', { days: [a, b] }, 137],
    ['days of one day', { days: [a, a] }, 1],
    ['days the other way round', { days: [b, a] }, 0],
    ['days with something missing', { days: [none, b] }, 0],
    ['days that intervals share', { sharedDays: [a, b, { day: '2024-07-01' }, { day: '2024-08-31' }] }, 15],
    [
      'days that intervals share where the second lies within',
      { sharedDays: [a, b, { day: '2024-04-01' }, { day: '2024-04-02' }] },
      2,
    ],
    ['days that intervals do not share', { sharedDays: [a, b, { day: '2024-07-17' }, { day: '2024-08-31' }] }, 0],
    ['days in a month', { daysInMonth: [a, b], month: 7 }, 15],
    ['days in a month with something missing', { daysInMonth: [a, none], month: 7 }, 0],
    ['months later, the last day of the month at most', { addMonths: [{ day: '2024-03-31' }, 1] }, day('2024-04-30')],
    ['months after something missing', { addMonths: [none, 1] }, NO_DAY],
    ['a day of the year', { dayInYearOf: [b, 9, 20] }, day('2024-09-20')],
    ['a day of a year that is missing', { dayInYearOf: [none, 9, 20] }, NO_DAY],
    ['a class, which only a run knows', { classify: 'right.school', by: 'x' }, NO_DAY],
    ['the year', { yearOf: b }, 2024],
    ['the year of something missing', { yearOf: none }, NO_DAY],
    ['the second half of a year', { halfYearOf: b }, 4049],
    ['the half-year of something missing', { halfYearOf: none }, NO_DAY],
  ])('%s', (_, expr, expected) => {
    expect(evaluate(expr, read)).toBe(expected);
  });

  it('codes are positions in their list, of another right as of the row’s own', () => {
    expect(codePositions('period.state', ['holiday', 'present'])).toEqual([1, 0]);
    expect(codePositions('otherPeriod.state', ['graduated'])).toEqual([3]);
    expect(() => codePositions('right.school', ['s'])).toThrow(
      expect.objectContaining({ path: 'right.school', found: 'a column without closed codes' }),
    );
    expect(() => codePositions('right.julyRule', ['kept'])).toThrow(
      expect.objectContaining({
        path: 'right.julyRule',
        found: 'code kept',
        expected: 'one of removed, counted, noValue',
      }),
    );
  });
});
