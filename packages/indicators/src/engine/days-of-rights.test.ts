import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Expr, Step } from '../definitions/definition.js';
import { isoFromDay } from '../days/calendar.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });

const presentElsewhere: Expr = {
  all: [{ in: 'otherPeriod.state', codes: ['present'] }, { not: { column: 'other.nested' } }],
};

/** Sums the days of the rows' intervals that the person is present in some right. */
function definitionOf(steps: readonly Step[], from: Expr, to: Expr, where = presentElsewhere): Definition {
  const days: Step = { bind: 'days', daysOfRights: { where, from, to } };
  const measure = { kind: 'sum', amount: column('days') } as const;
  return {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps: [...steps, days], measure, sources: [] }],
    dimensions: [
      { id: 'school', label: text, from: { dictionary: 'right.school' } },
      { id: 'month', label: text, from: 'windows' },
    ],
    figures: [],
    limits: [],
    unverified: [],
  };
}

function right(school: string, periods: readonly PlainPeriod[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return { key: school, provider: 'p', school, education: 'other', julyRule: 'noValue', periods, ...more };
}

function person(...rights: readonly PlainStudyRight[]): PlainPerson {
  return { key: 'a', rights };
}

function sums(persons: readonly PlainPerson[], definition: Definition, by: readonly ('school' | 'month')[] = []) {
  const period = { from: '2024-01-01', to: '2024-12-31' };
  const { cells } = calculateInMemory(factsOf(persons), definition, { by, period, asOf: '2025-01-01' });
  return Object.fromEntries(cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? cell.amounts[0] : undefined]));
}

const january: readonly Expr[] = [{ day: '2024-01-01' }, { day: '2024-01-31' }];
const [first, last] = [january[0] ?? 0, january[1] ?? 0];

describe('days of rights', () => {
  it('a day in two rights counts once, and the row’s own right is among them', () => {
    const one = right('one', [{ start: '2024-01-01', end: '2024-01-10', state: 'present' }]);
    const two = right('two', [{ start: '2024-01-06', end: '2024-01-20', state: 'present' }]);
    // 1–20 January from the place of either right
    expect(sums([person(one, two)], definitionOf([], first, last), ['school'])).toEqual({ one: 20, two: 20 });
  });

  it('periods that touch, one within the other and a gap: 5 + 3 + 4 days', () => {
    const periods: readonly PlainPeriod[] = [
      { start: '2024-01-01', end: '2024-01-05', state: 'present' },
      { start: '2024-01-06', end: '2024-01-08', state: 'present' },
      { start: '2024-01-20', end: '2024-01-23', state: 'present' },
    ];
    const inside = right('two', [{ start: '2024-01-02', end: '2024-01-04', state: 'present' }], { nested: false });
    expect(sums([person(right('one', periods), inside)], definitionOf([], first, last), ['school'])).toMatchObject({
      one: 12,
    });
  });

  it('is cut to the interval, leaves out what does not fit, and persons do not see each other', () => {
    const before = right('one', [{ start: '2023-12-01', end: '2024-01-03', state: 'present' }]);
    const nested = right('two', [{ start: '2024-01-01', state: 'present' }], { nested: true });
    const holiday = right('three', [{ start: '2024-01-01', state: 'holiday' }]);
    const other = { key: 'b', rights: [right('four', [{ start: '2024-01-30', state: 'present' }])] };
    expect(sums([person(before, nested, holiday), other], definitionOf([], first, last), ['school'])).toEqual({
      one: 3,
      two: 3,
      three: 3,
      four: 2,
    });
  });

  it('is 0 where the interval is empty or has no end, and where nothing fits', () => {
    const one = right('one', [{ start: '2024-01-01', state: 'present' }]);
    expect(sums([person(one)], definitionOf([], last, first))).toEqual({});
    expect(sums([person(one)], definitionOf([], first, column('right.confirmed')))).toEqual({});
    const never: Expr = { in: 'otherPeriod.state', codes: ['cancelled'] };
    expect(sums([person(one)], definitionOf([], first, last, never))).toEqual({});
  });

  it('looks at each row: its window, its period, and its right in the condition', () => {
    const steps: readonly Step[] = [
      { each: 'period' },
      { slice: [column('period.start'), column('period.end')] },
      { keep: { in: 'period.state', codes: ['holiday'] } },
    ];
    const sameSchool: Expr = {
      all: [
        { in: 'otherPeriod.state', codes: ['present'] },
        { not: { equal: [column('right.school'), column('other.school')] } },
        { less: [column('period.start'), column('otherPeriod.start')] },
      ],
    };
    const one = right('one', [{ start: '2024-01-20', end: '2024-02-10', state: 'holiday' }]);
    const two = right('two', [
      { start: '2024-01-01', end: '2024-01-20', state: 'present' },
      { start: '2024-01-30', end: '2024-02-02', state: 'present' },
    ]);
    const definition = definitionOf(steps, column('row.start'), column('row.end'), sameSchool);
    expect(sums([person(one, two)], definition, ['month'])).toEqual({ '2024-01': 2, '2024-02': 2 });
  });

  it('equals asking every day whether some right covers it', () => {
    const start = fc.nat({ max: 40 });
    const spans = fc.array(fc.tuple(start, fc.nat({ max: 15 })), { maxLength: 6 });
    const rights = fc.array(spans, { minLength: 1, maxLength: 4 });
    const base = 19_720; // 29 December 2023
    fc.assert(
      fc.property(rights, start, start, (all, a, b) => {
        const days = Array.from({ length: 60 }, (_, day) => day);
        const covered = days.filter(
          (day) => day >= a && day <= b && all.some((one) => one.some(([s, n]) => s <= day && day <= s + n)),
        );
        const plain = all.map((one, at) => {
          const periods = one.map(([s, n]) => ({
            start: isoFromDay(base + s),
            end: isoFromDay(base + s + n),
            state: 'present' as const,
          }));
          return right(String(at), periods);
        });
        const definition = definitionOf([], { day: isoFromDay(base + a) }, { day: isoFromDay(base + b) });
        const expected = covered.length * all.length;
        expect(sums([person(...plain)], definition)).toEqual(expected === 0 ? {} : { '': expected });
      }),
      { numRuns: 200 },
    );
  });
});
