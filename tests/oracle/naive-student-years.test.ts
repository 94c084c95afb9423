import type { IsoDate, JulyRule, PeriodState } from '@strapetsi/indicators';
import { expect, it } from 'vitest';
import { naiveStudentYears, type StudentYearRule } from './naive-student-years.js';
import { FOREVER, type Person } from './person.js';

/**
 * Cases and figures of the national service's own tests (Opetushallitus/koski @ 180e806b,
 * AmmatillinenOpiskelijavuositiedotRaporttiSpec.scala), restated: rows of start, end, state, beginning of the state, per cent.
 * Three of its cases ask for the holiday days alone, which here is a holiday alone; the first row is ours: an interruption is worth nothing.
 */
type Row = readonly [IsoDate, IsoDate, PeriodState, IsoDate, number];
type Case = readonly [StudentYearRule, JulyRule, readonly Row[], number];

const cases: readonly Case[] = [
  ['until2025', 'removed', [['2016-01-15', '2016-05-31', 'interrupted', '2016-01-15', 100]], 0],
  ['until2025', 'removed', [['2016-01-01', '2016-12-31', 'holiday', '2016-01-01', 100]], 28],
  ['until2025', 'removed', [['2016-02-01', '2016-02-14', 'holiday', '2016-01-25', 100]], 14],
  ['until2025', 'removed', [['2016-02-01', '2016-03-31', 'holiday', '2016-01-31', 100]], 27],
  ['until2025', 'removed', [['2016-01-01', '2016-01-31', 'present', '2016-01-01', 100]], 31],
  ['until2025', 'removed', [['2016-01-01', '2016-01-31', 'present', '2016-01-01', 50]], 15.5],
  [
    'until2025',
    'removed',
    [
      ['2016-01-01', '2016-01-31', 'present', '2016-01-01', 100],
      ['2016-02-01', '2016-02-01', 'graduated', '2016-02-01', 100],
    ],
    32,
  ],
  [
    'until2025',
    'removed',
    [
      ['2016-01-01', '2016-01-31', 'present', '2016-01-01', 100],
      ['2016-02-01', '2016-02-01', 'resigned', '2016-02-01', 100],
    ],
    31,
  ],
  ['from2026', 'removed', [['2016-01-01', '2016-01-31', 'present', '2016-01-01', 100]], 0],
  ['from2026', 'removed', [['2023-06-15', '2023-08-15', 'present', '2023-06-15', 100]], 15],
  ['from2026', 'removed', [['2026-07-01', '2026-07-31', 'present', '2026-01-01', 100]], 0],
  ['from2026', 'removed', [['2026-06-01', '2026-08-31', 'present', '2026-01-01', 100]], 61],
  ['from2026', 'removed', [['2026-06-01', '2028-08-31', 'present', '2026-01-01', 100]], 730],
  ['from2026', 'removed', [['2026-06-01', '2026-06-01', 'deemedResigned', '2026-01-01', 100]], 0],
  ['from2026', 'removed', [['2026-06-01', '2026-08-31', 'present', '2026-01-01', 50]], 30.5],
  ['from2026', 'removed', [['2024-08-01', '2024-08-15', 'holiday', '2024-08-01', 100]], 15],
  ['from2026', 'removed', [['2025-12-01', '2026-01-15', 'holiday', '2025-12-01', 100]], 31],
  ['from2026', 'counted', [['2026-01-01', '2026-01-31', 'present', '2026-01-01', 100]], 31],
  ['from2026', 'counted', [['2026-07-01', '2026-07-31', 'present', '2026-01-01', 100]], 31],
  ['from2026', 'counted', [['2026-06-01', '2026-08-31', 'present', '2026-01-01', 50]], 46],
  [
    'from2026',
    'counted',
    [
      ['2026-01-01', '2026-01-31', 'present', '2026-01-01', 100],
      ['2026-02-01', '2026-02-01', 'graduated', '2026-02-01', 100],
    ],
    32,
  ],
];

it.each(cases)('the naive program gives the national figures: %s, July %s, %j', (rule, julyRule, rows, days) => {
  const person: Person = {
    key: '0'.repeat(32),
    rights: [
      {
        key: 'A',
        provider: 'p',
        school: 's',
        qualification: 'q',
        performanceType: 'ammatillinentutkinto',
        education: 'wholeQualification',
        julyRule,
        tuva: false,
        nested: false,
        periods: rows.map(([start, end, state, stateBegan, percent]) => ({
          start,
          end,
          state,
          stateBegan,
          share: percent * 10_000,
        })),
      },
    ],
  };
  const amounts = naiveStudentYears([person], rule, '2015-01-01', '2029-12-31').map(({ amount }) => amount);
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(days * 1_000_000);
});

it('a right of an education without July rule has no value from 2026, and a right that goes on counts to the end of the window', () => {
  const right = {
    key: 'A',
    provider: 'p',
    school: 's',
    qualification: 'q',
    performanceType: 'valma',
    education: 'preparatory' as const,
    tuva: false,
    nested: false,
    periods: [
      { start: '2024-01-01', end: FOREVER, state: 'present' as const, stateBegan: '2024-01-01', share: 1_000_000 },
    ],
  };
  const worth = (julyRule: JulyRule, rule: StudentYearRule): number =>
    naiveStudentYears([{ key: 'k', rights: [{ ...right, julyRule }] }], rule, '2024-01-01', '2024-12-31')[0]?.amount ??
    Number.NaN;
  expect(worth('noValue', 'from2026')).toBe(0);
  expect(worth('noValue', 'until2025')).toBe(366_000_000);
  expect(worth('removed', 'from2026')).toBe(335_000_000);
});
