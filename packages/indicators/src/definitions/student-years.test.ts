import { describe, expect, it } from 'vitest';
import type { JulyRule, PeriodState } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import { calculateInMemory } from '../engine/calculate.js';
import type { PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import { studentYears } from './student-years.js';

/**
 * Figures: Opetushallitus/koski 180e806b (EUPL), AmmatillinenOpiskelijavuositiedotRaporttiSpec.scala, restated. Rows: first day, last day,
 * state, first day of the state, per cent of full time. The national service gives days; the cases on holidays alone are
 * those of its `lomaOpv`, here worked out by the rule that uses it.
 */
type Row = readonly [string, string, PeriodState, string, number];
interface NationalCase {
  readonly rule: 'until-2025' | 'from-2026';
  readonly july?: JulyRule;
  readonly rows: readonly Row[];
  readonly days: number;
}

const january = (state: PeriodState, percent = 100): Row => ['2016-01-01', '2016-01-31', state, '2016-01-01', percent];

const nationalCases: readonly NationalCase[] = [
  { rule: 'until-2025', rows: [['2016-01-01', '2016-12-31', 'holiday', '2016-01-01', 100]], days: 28 },
  { rule: 'until-2025', rows: [['2016-02-01', '2016-02-14', 'holiday', '2016-01-25', 100]], days: 14 },
  { rule: 'until-2025', rows: [['2016-02-01', '2016-03-31', 'holiday', '2016-01-31', 100]], days: 27 },
  { rule: 'until-2025', rows: [january('present')], days: 31 },
  { rule: 'until-2025', rows: [january('present', 50)], days: 15.5 },
  {
    rule: 'until-2025',
    rows: [january('present'), ['2016-02-01', '2016-02-01', 'graduated', '2016-02-01', 100]],
    days: 32,
  },
  {
    rule: 'until-2025',
    rows: [january('present'), ['2016-02-01', '2016-02-01', 'resigned', '2016-02-01', 100]],
    days: 31,
  },
  { rule: 'from-2026', rows: [january('present')], days: 0 },
  { rule: 'from-2026', rows: [['2023-06-15', '2023-08-15', 'present', '2023-06-15', 100]], days: 15 },
  { rule: 'from-2026', rows: [['2026-07-01', '2026-07-31', 'present', '2026-01-01', 100]], days: 0 },
  { rule: 'from-2026', rows: [['2026-06-01', '2026-08-31', 'present', '2026-01-01', 100]], days: 61 },
  { rule: 'from-2026', rows: [['2026-06-01', '2028-08-31', 'present', '2026-01-01', 100]], days: 730 },
  { rule: 'from-2026', rows: [['2026-06-01', '2026-06-01', 'deemedResigned', '2026-01-01', 100]], days: 0 },
  { rule: 'from-2026', rows: [['2026-06-01', '2026-08-31', 'present', '2026-01-01', 50]], days: 30.5 },
  { rule: 'from-2026', rows: [['2024-08-01', '2024-08-15', 'holiday', '2024-08-01', 100]], days: 15 },
  { rule: 'from-2026', rows: [['2025-12-01', '2026-01-15', 'holiday', '2025-12-01', 100]], days: 31 },
  { rule: 'from-2026', july: 'counted', rows: [['2026-01-01', '2026-01-31', 'present', '2026-01-01', 100]], days: 31 },
  { rule: 'from-2026', july: 'counted', rows: [['2026-07-01', '2026-07-31', 'present', '2026-01-01', 100]], days: 31 },
  { rule: 'from-2026', july: 'counted', rows: [['2026-06-01', '2026-08-31', 'present', '2026-01-01', 50]], days: 46 },
  {
    rule: 'from-2026',
    july: 'counted',
    rows: [
      ['2026-01-01', '2026-01-31', 'present', '2026-01-01', 100],
      ['2026-02-01', '2026-02-01', 'graduated', '2026-02-01', 100],
    ],
    days: 32,
  },
];

function periodOf([start, end, state, stateBegan, percent]: Row): PlainPeriod {
  return { start, end, state, stateBegan, share: percent * 10_000, funding: 1 };
}

function right(periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return {
    key: 'r',
    provider: 'p',
    school: 's',
    education: 'wholeQualification',
    julyRule: 'removed',
    periods,
    ...more,
  };
}

const always = { from: '2010-01-01', to: '2029-12-31' };

function microDays(rights: readonly PlainStudyRight[], rule?: string, period = always): number {
  const facts = factsOf([{ key: 'a', rights }]);
  const options = { by: [], period, asOf: '2030-01-01', ...(rule === undefined ? {} : { rule }) };
  const [cell] = calculateInMemory(facts, studentYears, options).cells;
  return cell !== undefined && 'amounts' in cell ? (cell.amounts[0] ?? 0) : 0;
}

describe('student years', () => {
  it.each(nationalCases)('$rule gives $days days for $rows', ({ rule, july = 'removed', rows, days }) => {
    expect(microDays([right(rows.map(periodOf), { julyRule: july })], rule)).toBe(days * 1_000_000);
  });

  it('counts only holidays as holidays: the national case of a right that is present asks for none', () => {
    const present = periodOf(['2016-01-15', '2016-05-31', 'present', '2016-01-15', 100]);
    const days = 17 + 29 + 31 + 30 + 31;
    expect(microDays([right([present])], 'until-2025')).toBe(days * 1_000_000);
  });

  it('gives nothing for a row that ends before it starts', () => {
    const odd = periodOf(['2016-03-31', '2016-03-01', 'present', '2016-03-01', 100]);
    expect(microDays([right([periodOf(january('present')), odd])], 'until-2025')).toBe(31_000_000);
  });

  it('uses for each year the rule in force on its first day', () => {
    const summers = periodOf(['2025-06-01', '2026-08-31', 'present', '2025-06-01', 100]);
    const bothRules = 365 - 151 + (243 - 31);
    expect(microDays([right([summers])])).toBe(bothRules * 1_000_000);
  });

  it('does not count days after the day of the data', () => {
    const facts = factsOf([{ key: 'a', rights: [right([{ start: '2025-01-01', state: 'present' }])] }]);
    const { cells } = calculateInMemory(facts, studentYears, { by: ['year'], period: always, asOf: '2025-01-31' });
    expect(cells).toEqual([{ key: ['2025'], n: 1, amounts: [31_000_000] }]);
  });

  it('leaves out rights included in another one, and education without a July rule from 2026, and counts both', () => {
    const present: readonly PlainPeriod[] = [{ start: '2026-01-01', end: '2026-01-10', state: 'present' }];
    const rights = [
      right(present),
      right(present, { key: 'nested', nested: true }),
      right(present, { key: 'no value', julyRule: 'noValue' }),
    ];
    const aggregate = calculateInMemory(factsOf([{ key: 'a', rights }]), studentYears, {
      by: [],
      period: { from: '2026-01-01', to: '2026-12-31' },
      asOf: '2027-01-01',
    });
    expect(aggregate.population).toBe(3);
    expect(aggregate.exclusions).toEqual([
      { id: 'nested', count: 1 },
      { id: 'noJulyRule', count: 1 },
    ]);
    expect(aggregate.cells).toEqual([{ key: [], n: 1, amounts: [10_000_000] }]);
  });

  it('counts a person once in a cell, whatever the number of rights, years and rules', () => {
    const long: readonly PlainPeriod[] = [{ start: '2024-01-01', end: '2027-12-31', state: 'present' }];
    const rights = [right(long), right(long, { key: 'second' })];
    const facts = factsOf([
      { key: 'a', rights },
      { key: 'b', rights },
    ]);
    const { cells } = calculateInMemory(facts, studentYears, { by: [], period: always, asOf: '2030-01-01' });
    expect(cells[0]).toMatchObject({ n: 2 });
  });
});
