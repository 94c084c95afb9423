import { describe, expect, it } from 'vitest';
import type { AggregateCell } from '../aggregate/aggregate.js';
import type { Definition, Expr, Measure, RootRelation, Rule, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';
import { haveTheSameCells, worthlessStates } from './measure.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });

function ruleOf(steps: readonly Step[], measure: Measure): Rule {
  return { id: 'only', label: text, inForce: {}, steps, measure, sources: [] };
}

function definitionOf(rules: readonly Rule[], over: RootRelation = 'right'): Definition {
  return {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    over,
    rules,
    dimensions: [
      { id: 'year', label: text, from: 'windows' },
      { id: 'school', label: text, from: { dictionary: 'right.school' } },
    ],
    figures: [],
    limits: [],
    unverified: [],
  };
}

function cells(
  persons: readonly PlainPerson[],
  rules: readonly Rule[],
  asked: Partial<CalculateOptions> = {},
): readonly AggregateCell[] {
  const period = { from: '2020-01-01', to: '2021-12-31' };
  return calculateInMemory(factsOf(persons), definitionOf(rules), { by: [], period, asOf: '2022-01-15', ...asked })
    .cells;
}

const plain = { provider: 'p', education: 'wholeQualification', julyRule: 'removed' } as const;
function right(key: string, more: Partial<PlainStudyRight>): PlainStudyRight {
  return { key, ...plain, periods: [], ...more };
}

/**
 * Five credits, as points and recognition: of the first person 2 and 1, 3 and 2, no points and 1, and in another right 5 and 0; of
 * the second 4 and 1. The third has a right without credits.
 */
const credited: readonly PlainPerson[] = [
  {
    key: 'a',
    rights: [
      right('a1', {
        school: 's1',
        credits: [
          { unit: 'u1', type: 't', points: 2, recognised: 1 },
          { unit: 'u2', type: 't', points: 3, recognised: 2 },
          { unit: 'u1', type: 't', recognised: 1 },
        ],
      }),
      right('a2', { school: 's2', credits: [{ unit: 'u3', type: 't', points: 5, recognised: 0 }] }),
    ],
  },
  { key: 'b', rights: [right('b1', { school: 's1', credits: [{ unit: 'u2', type: 't', points: 4, recognised: 1 }] })] },
  { key: 'c', rights: [right('c1', { school: 's1' })] },
];
const points = column('credit.points');
const recognised = column('credit.recognised');
const eachCredit: Step = { each: 'credit' };

describe('what a measure adds up', () => {
  it.each<[string, Measure, number, readonly number[]]>([
    ['count: five rows of two persons', { kind: 'count' }, 2, [5]],
    ['count, for as many as rows stand for: 1 + 2 + 1 + 0 + 1', { kind: 'count', persons: recognised }, 5, [5]],
    ['sum: 2 + 3 + 5 + 4, what is missing adds nothing', { kind: 'sum', amount: points }, 2, [14]],
    [
      'sum, for as many as rows stand for, and none where that is missing: 2 + 3 + 5 + 4',
      { kind: 'sum', amount: recognised, persons: points },
      14,
      [5],
    ],
    [
      'sum, for as many as rows stand for, never fewer than none: 0 + 1 + 0 + 0 + 0',
      { kind: 'sum', amount: 1, persons: { subtract: [recognised, 1] } },
      1,
      [5],
    ],
    [
      'sum: a person counts whose amount is above zero, here only 3 and 5',
      { kind: 'sum', amount: { less: [2, { max: [points, 0] }] } },
      2,
      [3],
    ],
    [
      'sum: a person of 5 − 4 counts, one of 4 − 4 does not: −2 − 1 + 1 + 0',
      { kind: 'sum', amount: { subtract: [points, 4] } },
      1,
      [-2],
    ],
    [
      'share: whole 5, part those recognised and not funded',
      { kind: 'share', whole: 1, part: { equal: [recognised, 1] } },
      2,
      [5, 3],
    ],
    [
      'share of points, for as many as rows stand for',
      { kind: 'share', whole: points, part: recognised, persons: 2 },
      10,
      [14, 5],
    ],
    ['mean: 4 rows with points, 2 + 3 + 5 + 4 and 4 + 9 + 25 + 16', { kind: 'mean', of: points }, 2, [4, 14, 54]],
    [
      'mean by weight: 1 + 2 + 0 + 1, 2 + 6 + 0 + 4 and 4 + 18 + 0 + 16',
      { kind: 'mean', of: points, weight: recognised },
      2,
      [4, 12, 38],
    ],
    [
      'mean by a weight that can be missing: 2 + 3 + 5 + 4, 2 + 6 + 0 + 4 and 2 + 12 + 0 + 4',
      { kind: 'mean', of: recognised, weight: points },
      2,
      [14, 12, 18],
    ],
    [
      'mean, for as many as rows stand for: only of the 4 rows with points',
      { kind: 'mean', of: points, persons: 3 },
      12,
      [4, 14, 54],
    ],
    ['person-days: 2 + 3 + 5 + 4', { kind: 'personDays', amount: points }, 2, [14]],
    [
      'person-days: −2 − 1 + 1 + 0, a person counts whose amount is above zero',
      { kind: 'personDays', amount: { subtract: [points, 4] } },
      1,
      [-2],
    ],
    [
      'distribution: rows of each category, in the order of the categories',
      { kind: 'distribution', of: recognised, categories: [2, 0, 1].map((code) => ({ code, label: text })) },
      5,
      [1, 1, 3],
    ],
  ])('%s', (_, measure, n, amounts) => {
    expect(cells(credited, [ruleOf([eachCredit], measure)])).toEqual([{ key: [], n, amounts }]);
  });

  it('distinct: the codes met, in order, of two persons', () => {
    const rule = ruleOf([eachCredit], { kind: 'distinct', of: 'credit.unit' });
    expect(cells([...credited].reverse(), [rule], { by: ['school'] })).toEqual([
      { key: ['s1'], n: 2, amounts: [], codes: ['u1', 'u2'] },
      { key: ['s2'], n: 1, amounts: [], codes: ['u3'] },
    ]);
  });

  it('distinct: who has no code is not counted', () => {
    const kind = 'apprenticeship';
    const workplaces = [
      { kind, start: '2020-01-01', end: '2020-01-31' },
      { kind, start: '2020-03-01', end: '2020-03-31', employer: 'e' },
    ] as const;
    const persons = [
      { key: 'a', rights: [right('a1', { workplaces })] },
      { key: 'b', rights: [right('b1', { workplaces: [workplaces[0]] })] },
    ];
    const rule = ruleOf([{ each: 'workplace' }], { kind: 'distinct', of: 'workplace.employer' });
    expect(cells(persons, [rule])).toEqual([{ key: [], n: 1, amounts: [], codes: ['e'] }]);
  });

  it('a person counts once in each cell, however the rows of persons and cells alternate', () => {
    const periods = [{ start: '2020-01-01', end: '2020-01-31', state: 'present' }] as const;
    const schools = (...ids: readonly string[]): readonly PlainStudyRight[] =>
      ids.map((school, at) => right(`${school}${String(at)}`, { school, periods }));
    const persons = [
      { key: 'a', rights: schools('s1', 's2', 's2') },
      { key: 'b', rights: schools('s2') },
      { key: 'c', rights: schools('s1', 's1') },
    ];
    expect(cells(persons, [ruleOf([], { kind: 'count' })], { by: ['school'] })).toEqual([
      { key: ['s1'], n: 2, amounts: [3] },
      { key: ['s2'], n: 2, amounts: [3] },
    ]);
    expect(cells(persons, [ruleOf([], { kind: 'personDays', amount: 7 })], { by: ['school'] })).toEqual([
      { key: ['s1'], n: 2, amounts: [21] },
      { key: ['s2'], n: 2, amounts: [21] },
    ]);
  });
});

describe('a measure of two rules', () => {
  const sliced: readonly Step[] = [{ each: 'period' }, { slice: [column('period.start'), column('period.end')] }];
  const inOneCell = (steps: readonly Step[], measure: Measure): readonly Rule[] => [
    { ...ruleOf(steps, measure), id: 'old', inForce: { to: '2020-12-31' } },
    { ...ruleOf(steps, measure), id: 'new', inForce: { from: '2021-01-01' } },
  ];
  const days: Expr = { days: [column('row.start'), column('row.end')] };
  const presence = (start: string, end: string): PlainStudyRight['periods'] => [{ start, end, state: 'present' }];
  // December and January; January; nothing in the period.
  const persons = [
    { key: 'a', rights: [right('a1', { school: 's1', periods: presence('2020-12-01', '2021-01-31') })] },
    { key: 'b', rights: [right('b1', { school: 's1', periods: presence('2021-01-01', '2021-01-31') })] },
    { key: 'c', rights: [right('c1', { school: 's2', periods: presence('2019-01-01', '2019-01-31') })] },
  ];

  it.each<[string, Measure, readonly number[]]>([
    ['days: 31 + 31 + 31', { kind: 'personDays', amount: days }, [93]],
    ['a sum of days', { kind: 'sum', amount: days }, [93]],
    ['rows: December, January and January', { kind: 'count' }, [3]],
  ])('counts a person once in a cell that both count into: %s', (_, measure, amounts) => {
    expect(cells(persons, inOneCell(sliced, measure))).toEqual([{ key: [], n: 2, amounts }]);
  });

  it('counts a person in each cell of its own', () => {
    expect(cells(persons, inOneCell(sliced, { kind: 'personDays', amount: days }), { by: ['year'] })).toEqual([
      { key: ['2020'], n: 1, amounts: [31] },
      { key: ['2021'], n: 2, amounts: [62] },
    ]);
  });

  it('tells persons and cells apart at once', () => {
    const two = [
      ...persons.slice(0, 2),
      { key: 'd', rights: [right('d1', { school: 's2', periods: presence('2020-12-31', '2021-01-01') })] },
    ];
    expect(cells(two, inOneCell(sliced, { kind: 'count' }), { by: ['school'] })).toEqual([
      { key: ['s1'], n: 2, amounts: [3] },
      { key: ['s2'], n: 1, amounts: [2] },
    ]);
    expect(cells(two, inOneCell(sliced, { kind: 'distinct', of: 'right.school' }))).toEqual([
      { key: [], n: 3, amounts: [], codes: ['s1', 's2'] },
    ]);
  });

  it('may be written twice where its cells hold the same numbers', () => {
    const category = (code: number) => ({ code, label: text });
    const distribution = (...codes: readonly number[]): Measure => ({
      kind: 'distribution',
      of: 1,
      categories: codes.map(category),
    });
    const times = (upToMonths: number, ...codes: readonly number[]): Measure => ({
      kind: 'timeToEvent',
      from: 0,
      to: 0,
      cause: 0,
      causes: codes.map(category),
      upToMonths,
    });
    const same = haveTheSameCells;
    expect(same({ kind: 'sum', amount: 1 }, { kind: 'sum', amount: 2 })).toBe(true);
    expect(same({ kind: 'count' }, { kind: 'sum', amount: 1 })).toBe(false);
    expect(same({ kind: 'count' }, { kind: 'count', persons: 1 })).toBe(false);
    expect(same({ kind: 'count', persons: 2 }, { kind: 'count', persons: 1 })).toBe(true);
    expect(same(distribution(1, 2), { ...distribution(1, 2), of: 3 } as Measure)).toBe(true);
    expect(same(distribution(1, 2), distribution(2, 1))).toBe(false);
    expect(same(times(3, 1), times(3, 1))).toBe(true);
    expect(same(times(3, 1), times(4, 1))).toBe(false);
    expect(same(times(3, 1), times(3, 2))).toBe(false);
  });
});

describe('time to an event', () => {
  // Cause 2031 − 2030 = 1 or 2034 − 2030 = 4; 2030 or nothing: none.
  const from = (start: string | undefined, exit?: string, cause?: number): PlainStudyRight =>
    right('r', {
      periods: start === undefined ? [] : [{ start, state: 'present' }],
      ...(exit === undefined ? {} : { confirmed: exit }),
      ...(cause === undefined ? {} : { estimatedEnd: `${String(2030 + cause)}-01-01` }),
    });
  const measure: Measure = {
    kind: 'timeToEvent',
    from: column('right.start'),
    to: column('right.confirmed'),
    cause: { subtract: [{ yearOf: column('right.estimatedEnd') }, 2030] },
    causes: [1, 4].map((code) => ({ code, label: text })),
    upToMonths: 3,
  };
  const amountsOf = (...rights: readonly PlainStudyRight[]): unknown =>
    cells([{ key: 'a', rights }], [ruleOf([], measure)]);
  // Month by month: still there, cause 1, cause 4.
  it.each<[string, readonly PlainStudyRight[], readonly number[]]>([
    ['a whole month ends with February', [from('2020-01-31', '2020-02-29', 1)], [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]],
    ['a day less is no month', [from('2020-01-31', '2020-02-28', 4)], [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [
      'without a cause one is still there',
      [from('2020-01-31', '2020-01-31'), from('2020-01-31', '2020-02-29', 0)],
      [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    [
      'the last month is still told by cause',
      [from('2020-01-31', '2020-05-30', 1)],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
    ],
    [
      'whoever is there longer is still there in the last',
      [from('2020-01-31', '2020-05-31', 4)],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
    ],
  ])('%s', (_, rights, amounts) => {
    // Not counted: an exit before the start, no exit, no start.
    const none = [
      from('2020-01-31', '2020-01-30', 1),
      from('2020-01-31', undefined, 1),
      from(undefined, '2020-05-31', 1),
    ];
    expect(amountsOf(...rights, ...none)).toEqual([{ key: [], n: rights.length, amounts }]);
    expect(amountsOf(...none)).toEqual([]);
  });

  it('counts into the cell of the row, and refuses a cause that is not listed', () => {
    const at = (school: string): PlainStudyRight => ({ ...from('2020-01-31', '2020-02-29', 4), school });
    expect(
      cells([{ key: 'a', rights: [at('s1'), at('s2'), at('s2')] }], [ruleOf([], measure)], { by: ['school'] }),
    ).toEqual([
      { key: ['s1'], n: 1, amounts: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] },
      { key: ['s2'], n: 2, amounts: [0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0] },
    ]);
    expect(() => amountsOf(from('2020-01-31', '2020-02-29', 2))).toThrow(
      expect.objectContaining({ path: 'measure.cause', found: '2', expected: '0 or one of 1, 4' }),
    );
  });
});

describe('a distribution', () => {
  const of = (value: Expr, ...codes: readonly number[]): unknown =>
    cells(credited, [
      ruleOf([], { kind: 'distribution', of: value, categories: codes.map((code) => ({ code, label: text })) }),
    ]);

  it('has categories of whole numbers from 0 to 255', () => {
    expect(of({ when: [[{ in: 'right.school', codes: ['s1'] }, 255]], otherwise: 0 }, 0, 255)).toEqual([
      { key: [], n: 4, amounts: [1, 3] },
    ]);
    for (const code of [-1, 256, 1.5])
      expect(() => of(0, 0, code)).toThrow(
        expect.objectContaining({
          path: 'measure.categories[1].code',
          found: String(code),
          expected: 'an integer from 0 to 255',
        }),
      );
  });

  it('refuses a value that is in none of them, and names them', () => {
    expect(() => of(3, 1, 2)).toThrow(
      expect.objectContaining({ path: 'measure.of', found: 'a value of 3', expected: 'one of the categories 1, 2' }),
    );
  });
});

describe('states whose periods are worth nothing', () => {
  const amount: Expr = {
    byCode: 'period.state',
    cases: { present: 1, holiday: column('period.share'), graduated: 0 },
    otherwise: 0,
  };
  const days: Measure = { kind: 'personDays', amount };
  const slice: Step = { slice: [column('period.start'), column('period.end')] };
  const exclude: Step = { exclude: { id: 'nested', label: text, when: column('right.nested') } };
  const worthless = [
    'interrupted',
    'graduated',
    'resigned',
    'deemedResigned',
    'cancelled',
    'invalidated',
    'completed',
    'discontinued',
    'ended',
  ];

  it('are those whose amount is 0, where no later step could count them', () => {
    expect(worthlessStates(ruleOf([{ each: 'period' }, slice], days))).toEqual(worthless);
    expect(worthlessStates(ruleOf([exclude, { each: 'period' }, { keep: 1 }, slice], days))).toEqual(worthless);
    expect(
      worthlessStates(
        ruleOf([{ each: 'period' }], { kind: 'personDays', amount: { ...amount, otherwise: 2 } as Expr }),
      ),
    ).toEqual(['graduated']);
  });

  it('are none where a later step counts, rows are of something else, or the amount is not by the state', () => {
    expect(worthlessStates(ruleOf([{ each: 'period' }, slice, exclude], days))).toEqual([]);
    expect(worthlessStates(ruleOf([{ each: 'credit' }], days))).toEqual([]);
    expect(worthlessStates(ruleOf([], days))).toEqual([]);
    expect(worthlessStates(ruleOf([{ each: 'period' }], { kind: 'sum', amount }))).toEqual([]);
    expect(worthlessStates(ruleOf([{ each: 'period' }], { kind: 'personDays', amount: 0 }))).toEqual([]);
    expect(worthlessStates(ruleOf([{ each: 'period' }], { kind: 'personDays', amount: { add: [] } }))).toEqual([]);
    const byFunding: Expr = { byCode: 'period.funding', cases: {}, otherwise: 0 };
    expect(worthlessStates(ruleOf([{ each: 'period' }], { kind: 'personDays', amount: byFunding }))).toEqual([]);
  });
});
