import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../definitions/definition.js';
import { dayFromIso } from '../days/calendar.js';
import { NO_DAY } from '../days/day.js';
import { factsOf } from '../facts/facts-of.js';
import { compile } from './compile.js';
import { evaluate, fold } from './expression.js';
import { newFrame, type Frame, type IndexName } from './frame.js';
import type { Scope } from './program.js';
import { newWork } from './work.js';

const [facts] = factsOf([
  {
    key: 'a',
    birthYear: 2005,
    gender: 'female',
    rights: [
      {
        key: 'r1',
        provider: 'p1',
        school: 's1',
        education: 'wholeQualification',
        julyRule: 'removed',
        confirmed: '2023-05-31',
        periods: [
          { start: '2020-08-31', end: '2021-07-15', state: 'present', share: 500_000 },
          { start: '2021-07-16', end: '2022-07-31', state: 'holiday' },
          { start: '2022-08-01', state: 'interrupted' },
        ],
      },
    ],
  },
  {
    key: 'b',
    rights: [
      {
        key: 'r2',
        provider: 'p2',
        education: 'preparatory',
        julyRule: 'noValue',
        nested: true,
        periods: [
          { start: '2024-02-29', end: '2024-02-29', state: 'present' },
          { start: '2024-03-31', end: '2024-03-01', state: 'graduated' },
        ],
      },
    ],
  },
]);
const work = newWork(facts!, 'right', new Map());
const index: ReadonlySet<IndexName> = new Set<IndexName>(['root', 'period']);
const scope: Scope = { work, places: new Map(), index };
const values = { from: 0, to: 100, asOf: 200, lastMonthEnd: 150 };

/** One row per period. */
function periodRows(): Frame {
  const frame = newFrame(['root', 'period']);
  frame.count = facts!.periods.count;
  frame.index.root = facts!.periods.right.slice();
  frame.index.period = Int32Array.from({ length: frame.count }, (_, at) => at);
  return frame;
}

function valuesOf(expr: Expr): readonly number[] {
  const frame = periodRows();
  // -0 is as good as 0.
  return Array.from(compile(fold(expr, values), scope).run(frame).subarray(0, frame.count), (value) => value + 0);
}

const start: Expr = { column: 'period.start' };
const end: Expr = { column: 'period.end' };
const confirmed: Expr = { column: 'right.confirmed' };
const day = dayFromIso;

describe('an expression over columns', () => {
  it.each<[string, Expr, readonly number[]]>([
    ['a number', 7, [7, 7, 7, 7, 7]],
    ['a day', { day: '1970-01-11' }, [10, 10, 10, 10, 10]],
    ['a parameter', { param: 'lastMonthEnd' }, [150, 150, 150, 150, 150]],
    ['a column of periods', { column: 'period.share' }, [500_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000]],
    ['a flag', { column: 'right.nested' }, [0, 0, 0, 1, 1]],
    [
      'a column of persons, missing where it is not known',
      { column: 'person.birthYear' },
      [2005, 2005, 2005, NO_DAY, NO_DAY],
    ],
    ['an addition', { add: [{ column: 'right.nested' }, 1, 2] }, [3, 3, 3, 4, 4]],
    ['a subtraction with something missing', { subtract: [confirmed, confirmed] }, [0, 0, 0, NO_DAY, NO_DAY]],
    ['a product', { multiply: [{ column: 'right.nested' }, 3, 5] }, [0, 0, 0, 15, 15]],
    ['the smallest', { min: [{ column: 'right.nested' }, 0.5] }, [0, 0, 0, 0.5, 0.5]],
    ['the largest, missing where a part is', { max: [confirmed, 0] }, [19508, 19508, 19508, NO_DAY, NO_DAY]],
    ['at most, false where something is missing', { atMost: [confirmed, { day: '2023-05-31' }] }, [1, 1, 1, 0, 0]],
    ['less', { less: [confirmed, { day: '2023-05-31' }] }, [0, 0, 0, 0, 0]],
    ['equal, false where both are missing', { equal: [confirmed, confirmed] }, [1, 1, 1, 0, 0]],
    ['all', { all: [{ column: 'right.nested' }, { less: [0, start] }] }, [0, 0, 0, 1, 1]],
    ['any', { any: [{ column: 'right.nested' }, { isMissing: confirmed }] }, [0, 0, 0, 1, 1]],
    ['all of nothing', { all: [] }, [1, 1, 1, 1, 1]],
    ['any of nothing', { any: [] }, [0, 0, 0, 0, 0]],
    ['not of something missing', { not: confirmed }, [0, 0, 0, 1, 1]],
    ['is missing', { isMissing: confirmed }, [0, 0, 0, 1, 1]],
    ['a closed code in a list', { in: 'period.state', codes: ['present', 'holiday'] }, [1, 1, 0, 1, 0]],
    ['a code of a dictionary in a list', { in: 'right.school', codes: ['s1', 'unheard of'] }, [1, 1, 1, 0, 0]],
    [
      'by code',
      {
        byCode: 'period.state',
        cases: { present: { column: 'period.share' }, holiday: { add: [start, 0] } },
        otherwise: -1,
      },
      [500_000, day('2021-07-16'), -1, 1_000_000, -1],
    ],
    ['by a code of a dictionary', { byCode: 'right.provider', cases: { p2: 2 }, otherwise: 9 }, [9, 9, 9, 2, 2]],
    [
      'when',
      {
        when: [
          [{ less: [end, start] }, 1],
          [{ column: 'right.nested' }, 2],
        ],
        otherwise: confirmed,
      },
      [19508, 19508, 19508, 2, 1],
    ],
    [
      'a sum with a case that is missing',
      { add: [{ when: [[{ column: 'right.nested' }, confirmed]], otherwise: 5 }, 1] },
      [6, 6, 6, NO_DAY, NO_DAY],
    ],
    [
      'a sum with one of two cases that is missing',
      {
        add: [
          {
            when: [
              [{ in: 'period.state', codes: ['graduated'] }, confirmed],
              [{ column: 'right.nested' }, 7],
            ],
            otherwise: 5,
          },
          1,
        ],
      },
      [6, 6, 6, 8, NO_DAY],
    ],
    [
      'a sum with what is otherwise missing',
      { add: [{ when: [[{ not: { column: 'right.nested' } }, 5]], otherwise: confirmed }, 1] },
      [6, 6, 6, NO_DAY, NO_DAY],
    ],
    [
      'a sum by code with a case that is missing',
      { add: [{ byCode: 'period.state', cases: { graduated: confirmed }, otherwise: 5 }, 1] },
      [6, 6, 6, 6, NO_DAY],
    ],
    [
      'days, none where the last is before the first',
      { days: [start, { min: [end, { day: '2022-08-10' }] }] },
      [319, 381, 10, 0, 0],
    ],
    ['days with something missing', { days: [confirmed, { day: '2023-06-01' }] }, [2, 2, 2, 0, 0]],
    ['shared days', { sharedDays: [start, end, { day: '2021-07-01' }, { day: '2021-07-31' }] }, [15, 16, 0, 0, 0]],
    [
      'shared days with something missing',
      { sharedDays: [confirmed, { day: '2023-06-02' }, confirmed, end] },
      [0, 0, 3, 0, 0],
    ],
    ['days in July', { daysInMonth: [start, { min: [end, { day: '2023-07-10' }] }], month: 7 }, [15, 47, 10, 0, 0]],
    [
      'months later, the last day where there is no such day',
      { addMonths: [start, 6] },
      [day('2021-02-28'), day('2022-01-16'), day('2023-02-01'), day('2024-08-29'), day('2024-09-30')],
    ],
    ['months after something missing', { addMonths: [confirmed, 1] }, [19538, 19538, 19538, NO_DAY, NO_DAY]],
    [
      'a day of the year, the last of the month at most',
      { dayInYearOf: [start, 2, 29] },
      [day('2020-02-29'), day('2021-02-28'), day('2022-02-28'), day('2024-02-29'), day('2024-02-29')],
    ],
    [
      'a day of a year that is missing',
      { dayInYearOf: [confirmed, 9, 20] },
      [day('2023-09-20'), day('2023-09-20'), day('2023-09-20'), NO_DAY, NO_DAY],
    ],
    ['the year', { yearOf: start }, [2020, 2021, 2022, 2024, 2024]],
    ['the half-year', { halfYearOf: start }, [4041, 4043, 4045, 4048, 4048]],
  ])('%s', (_, expr, expected) => {
    expect(valuesOf(expr)).toEqual(expected);
  });

  it.each<[string, Expr]>([
    ['an unknown column', { column: 'right.colour' }],
    ['a code that the list does not have', { in: 'period.state', codes: ['asleep'] }],
    ['another right where none is looked at', { column: 'other.tuva' }],
    ['a window where there is none', { param: 'window.start' }],
    ['a name that no step bound', { column: 'startingDay' }],
  ])('refuses %s', (_, expr) => {
    expect(() => compile(expr, scope)).toThrow(expect.objectContaining({ name: 'DefinitionError' }));
  });

  it('gives for random expressions what their words mean, row by row', () => {
    fc.assert(
      fc.property(expressions(), (expr) => {
        const folded = fold(expr, values);
        const expected = Array.from({ length: facts!.periods.count }, (_, row) =>
          evaluate(folded, (leaf) => readRow(leaf, row)),
        );
        expect(valuesOf(expr)).toEqual(expected.map((value) => value + 0));
      }),
      { numRuns: 500 },
    );
  });
});

function readRow(leaf: string, row: number): number {
  const right = facts!.periods.right[row]!;
  switch (leaf) {
    case 'period.start':
      return facts!.periods.start[row]!;
    case 'period.end':
      return facts!.periods.end[row]!;
    case 'period.state':
      return facts!.periods.state[row]!;
    case 'right.confirmed':
      return facts!.rights.confirmed[right]!;
    case 'right.education':
      return facts!.rights.education[right]!;
    default:
      return facts!.rights.nested[right]!;
  }
}

/** Days and counts stay small enough that sums and products of them are exact. */
function expressions(): fc.Arbitrary<Expr> {
  const { amount } = fc.letrec<{ amount: Expr; truth: Expr; date: Expr }>((tie) => {
    const date = fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Expr>(start, end, confirmed, { day: '2021-07-20' }, { param: 'asOf' }),
      fc.tuple(tie('date'), tie('date')).map(([a, b]): Expr => ({ min: [a, b] })),
      fc.tuple(tie('date'), tie('date')).map(([a, b]): Expr => ({ max: [a, b] })),
      fc.tuple(tie('truth'), tie('date'), tie('date')).map(([c, a, b]): Expr => ({ when: [[c, a]], otherwise: b })),
      fc
        .tuple(tie('date'), tie('date'))
        .map(([a, b]): Expr => ({ byCode: 'period.state', cases: { present: a }, otherwise: b })),
    );
    const truth = fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Expr>(
        { column: 'right.nested' },
        { in: 'right.education', codes: ['preparatory'] },
        { in: 'period.state', codes: ['holiday', 'graduated'] },
      ),
      fc.tuple(tie('date'), tie('date')).map(([a, b]): Expr => ({ atMost: [a, b] })),
      fc.tuple(tie('date'), tie('date')).map(([a, b]): Expr => ({ less: [a, b] })),
      fc.tuple(tie('date'), tie('date')).map(([a, b]): Expr => ({ equal: [a, b] })),
      tie('date').map((a): Expr => ({ isMissing: a })),
      tie('truth').map((a): Expr => ({ not: a })),
      fc.array(tie('truth'), { maxLength: 3 }).map((all): Expr => ({ all })),
      fc.array(tie('truth'), { maxLength: 3 }).map((any): Expr => ({ any })),
    );
    const value = fc.oneof(
      { maxDepth: 3 },
      tie('truth'),
      fc.tuple(tie('date'), tie('date')).map(([a, b]): Expr => ({ days: [a, b] })),
      fc.tuple(tie('date'), tie('date'), tie('date'), tie('date')).map((parts): Expr => ({ sharedDays: parts })),
      fc
        .integer({ min: 1, max: 12 })
        .map((month): Expr => ({ daysInMonth: [start, { min: [end, { day: '2026-03-05' }] }], month })),
      tie('date').map((a): Expr => ({ yearOf: { min: [a, { day: '2100-01-01' }] } })),
      fc.tuple(tie('amount'), tie('amount')).map(([a, b]): Expr => ({ add: [a, b] })),
      fc.tuple(tie('amount'), tie('truth')).map(([a, b]): Expr => ({ multiply: [a, b] })),
      fc.tuple(tie('amount'), tie('amount')).map(([a, b]): Expr => ({ subtract: [a, b] })),
    );
    return { amount: value, truth, date };
  });
  return amount;
}
