import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from '../days/calendar.js';
import { studentYears } from '../definitions/student-years.js';
import { calculateInMemory } from '../engine/calculate.js';
import { julyRules, periodStates, type JulyRule, type PeriodState } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import { changesBetweenRules } from './student-day-changes.js';
import { contributionsOf } from './explain-difference.js';
import {
  nationalStudentDayRules,
  studentDayPartsOf,
  studentDaysOfRight,
  type DayWindow,
  type NationalRule,
  type StudentDayRule,
} from './student-days.js';

const { 'until-2025': until2025, 'from-2026': from2026 } = nationalStudentDayRules;
const day = dayFromIso;

function rightOf(periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return { key: 'r', provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

function windowOf(from: string, to: string, asOf = '2030-01-01'): DayWindow {
  return { from: day(from), to: day(to), asOf: day(asOf) };
}

function daysOf(right: PlainStudyRight, window: DayWindow, rule: StudentDayRule): number {
  const [facts] = factsOf([{ key: 'a', rights: [right] }]);
  if (facts === undefined) throw new Error('no batch');
  return studentDaysOfRight(facts, 0, window, rule) / 1_000_000;
}

// Two summers and a winter at half time, a holiday of 61 days over July, graduation: worked out on the calendar of 2025.
const graduate = rightOf([
  { start: '2024-08-12', end: '2025-05-31', state: 'present', share: 500_000 },
  { start: '2025-06-01', end: '2025-07-31', state: 'holiday' },
  { start: '2025-08-01', end: '2025-12-18', state: 'present' },
  { start: '2025-12-19', end: '2025-12-19', state: 'graduated', share: 500_000 },
]);
const year2025 = windowOf('2025-01-01', '2025-12-31');
const halfTime = (31 + 28 + 31 + 30 + 31) / 2;
const autumn = 31 + 30 + 31 + 30 + 18;

describe('student days of one study right', () => {
  it('until 2025: part time by its share, 28 days of the holiday, the day of graduation as a whole day', () => {
    expect(daysOf(graduate, year2025, until2025)).toBe(halfTime + 28 + autumn + 1);
  });

  it('from 2026: the holiday of 2025 counts, but no day of July', () => {
    expect(daysOf(graduate, year2025, from2026)).toBe(halfTime + 30 + autumn + 1);
  });

  it.each<[string, StudentDayRule, Partial<StudentDayRule>, number]>([
    ['part time ignored', until2025, { partTime: 'ignored' }, 2 * halfTime + 28 + autumn + 1],
    ['no holidays', until2025, { holiday: 'none' }, halfTime + autumn + 1],
    ['all holidays', until2025, { holiday: 'allDays' }, halfTime + 61 + autumn + 1],
    ['without the day of graduation', until2025, { graduationDay: 'none' }, halfTime + 28 + autumn],
    // 28 days from 1 June end on 28 June: no day of July is among them
    ['no July', until2025, { july: 'leftOut' }, halfTime + 28 + autumn + 1],
    ['July counted', from2026, { july: 'counted' }, halfTime + 61 + autumn + 1],
    ['nothing after a day', until2025, { lastDay: day('2025-05-31') }, halfTime],
    ['nothing before a day', until2025, { firstDay: day('2025-08-01') }, autumn + 1],
  ])('%s', (_, rule, change, days) => {
    expect(daysOf(graduate, year2025, { ...rule, ...change })).toBe(days);
  });

  it('counts nothing of a right included in another one, unless asked to', () => {
    const nested = { ...graduate, nested: true };
    expect(daysOf(nested, year2025, until2025)).toBe(0);
    expect(daysOf(nested, year2025, { ...until2025, nested: 'counted' })).toBe(halfTime + 28 + autumn + 1);
  });

  it('counts to the day of the data, or to the end of the window when told so', () => {
    const open = rightOf([{ start: '2025-01-01', state: 'present' }]);
    const window = windowOf('2025-01-01', '2025-12-31', '2025-03-31');
    expect(daysOf(open, window, until2025)).toBe(31 + 28 + 31);
    expect(daysOf(open, window, { ...until2025, until: 'windowEnd' })).toBe(365);
  });

  it('from 2026 counts the days in "deemed resigned" after the first, in records that have several', () => {
    const left = rightOf([{ start: '2026-05-26', end: '2026-06-04', state: 'deemedResigned', share: 500_000 }]);
    expect(daysOf(left, windowOf('2026-01-01', '2026-12-31'), from2026)).toBe((10 - 1) / 2);
    expect(daysOf(left, windowOf('2026-01-01', '2026-12-31'), until2025)).toBe(0);
  });

  it('shows the calendar days behind the figure, holidays on both sides of the 28th day, and the average share', () => {
    const [facts] = factsOf([{ key: 'a', rights: [graduate] }]);
    if (facts === undefined) throw new Error('no batch');
    const parts = studentDayPartsOf(facts, 0, year2025);
    expect(parts).toMatchObject({ presentOrGraduated: 151 + autumn + 1, holidayCounted: 28, holidayOther: 33 });
    expect(parts.averagePercent).toBeCloseTo((151 * 50 + 61 * 100 + autumn * 100 + 50) / (151 + 61 + autumn + 1), 10);
  });

  it('a right without a day in the window has no days and no part time', () => {
    const [facts] = factsOf([{ key: 'a', rights: [graduate] }]);
    if (facts === undefined) throw new Error('no batch');
    expect(studentDayPartsOf(facts, 0, windowOf('2020-01-01', '2020-12-31'))).toEqual({
      presentOrGraduated: 0,
      holidayCounted: 0,
      holidayOther: 0,
      averagePercent: 100,
    });
  });
});

const anyPeriod = (longest: number, ...states: readonly PeriodState[]) =>
  fc.record({
    length: fc.integer({ min: 1, max: longest }),
    gap: fc.integer({ min: 0, max: 20 }),
    state: fc.constantFrom(...states),
    share: fc.constantFrom(1_000_000, 500_000, 333_333, 0),
  });

/** A final state only in the end, and of one day, as the facts have it. */
const anyPeriods = fc
  .tuple(
    fc.array(anyPeriod(200, 'present', 'holiday', 'interrupted'), { minLength: 1, maxLength: 5 }),
    fc.option(anyPeriod(1, ...periodStates), { nil: undefined }),
  )
  .map(([before, last]) => (last === undefined ? before : [...before, last]))
  .map((drawn) => {
    let at = day('2024-09-01');
    return drawn.map(({ length, gap, state, share }): PlainPeriod => {
      const start = at + gap;
      at = start + length;
      return { start: isoFromDay(start), end: isoFromDay(at - 1), state, share };
    });
  });
const anyRight = fc.record({
  periods: anyPeriods,
  julyRule: fc.constantFrom<JulyRule>(...julyRules),
  nested: fc.boolean(),
});

describe('laws of student days', () => {
  it('the days of all rights add up to what the engine counts for a year, by both national rules', () => {
    fc.assert(
      fc.property(
        fc.array(anyRight, { minLength: 1, maxLength: 6 }),
        fc.constantFrom<NationalRule>('until-2025', 'from-2026'),
        fc.constantFrom('2025', '2026'),
        (rights, rule, year) => {
          const plain = rights.map((right, at) => rightOf(right.periods, { ...right, key: `r${at}` }));
          const facts = factsOf([{ key: 'a', rights: plain }]);
          const period = { from: `${year}-01-01`, to: `${year}-12-31` };
          const asOf = '2026-03-31';
          const { cells } = calculateInMemory(facts, studentYears, { by: [], period, asOf, rule });
          const window = windowOf(period.from, period.to, asOf);
          const sum = facts.flatMap((batch) =>
            plain.map((_, at) => studentDaysOfRight(batch, at, window, nationalStudentDayRules[rule])),
          );
          const [cell] = cells;
          const amount = cell !== undefined && 'amounts' in cell ? (cell.amounts[0] ?? 0) : 0;
          expect(sum.reduce((a, b) => a + b, 0)).toBe(amount);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the way from one national rule to the other ends at the other, and its steps add up', () => {
    fc.assert(
      fc.property(anyRight, fc.constantFrom<NationalRule>('until-2025', 'from-2026'), (drawn, from) => {
        const [facts] = factsOf([{ key: 'a', rights: [rightOf(drawn.periods, drawn)] }]);
        if (facts === undefined) throw new Error('no batch');
        const figureOf = (rule: StudentDayRule): number => studentDaysOfRight(facts, 0, year2025, rule);
        const start = nationalStudentDayRules[from];
        const end = nationalStudentDayRules[from === 'until-2025' ? 'from-2026' : 'until-2025'];
        const steps = contributionsOf(start, changesBetweenRules(from), figureOf);
        const changed = changesBetweenRules(from).reduce((rule, { set }) => ({ ...rule, ...set }), start);
        expect(changed).toEqual(end);
        expect(steps.reduce((sum, { difference }) => sum + difference, figureOf(start))).toBe(figureOf(end));
      }),
    );
  });
});
