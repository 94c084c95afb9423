import { describe, expect, it } from 'vitest';
import type { Definition, DimensionRule, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });

type School = 'a' | 'b' | 'n' | 'c' | 'd' | 'e';
function right(
  school: School,
  periods: PlainStudyRight['periods'],
  more: Partial<PlainStudyRight> = {},
): PlainStudyRight {
  return { key: school, provider: 'p', school, education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

/** The rights of three persons, each in a school of its own name: a, b and n; c; d and e. */
const facts = factsOf(
  [
    [
      right('a', [
        { start: '2020-08-01', end: '2021-05-31', state: 'present' },
        { start: '2021-06-01', end: '2021-06-01', state: 'graduated' },
      ]),
      right('b', [{ start: '2021-01-01', end: '2021-12-31', state: 'present' }], {
        nested: true,
        estimatedEnd: '2024-05-31',
      }),
      right('n', []),
    ],
    [
      right('c', [
        { start: '2020-08-01', end: '2020-12-31', state: 'interrupted' },
        { start: '2021-01-01', state: 'present' },
      ]),
    ],
    [
      right('d', [
        { start: '2019-01-01', end: '2020-07-31', state: 'present' },
        { start: '2020-08-01', end: '2020-08-01', state: 'resigned' },
      ]),
      right('e', [{ start: '2020-08-01', state: 'present' }]),
    ],
  ].map((rights, at) => ({ key: String(at), rights })),
  { personsPerBatch: 2 },
);

const byCheckpoint: DimensionRule = { id: 'checkpoint', label: text, from: 'checkpoints' };

/** What each right gets, by school; of checkpoints, by school and checkpoint. */
function found(steps: readonly Step[]): Readonly<Record<string, number>> {
  const made = steps.some((step) => 'checkpoints' in step);
  const categories = Array.from({ length: 10 }, (_, code) => ({ code, label: text }));
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [
      {
        id: 'only',
        label: text,
        inForce: {},
        steps,
        measure: { kind: 'distribution', of: column('found'), categories },
        sources: [],
      },
    ],
    dimensions: [
      { id: 'school', label: text, from: { dictionary: 'right.school' } },
      { id: 'cohort', label: text, from: { halfYearOf: column('right.start') } },
      ...(made ? [byCheckpoint] : []),
    ],
    figures: [],
    limits: [],
    unverified: [],
  };
  const period = { from: '2019-01-01', to: '2021-12-31' };
  const { cells } = calculateInMemory(facts, definition, {
    by: made ? ['school', 'checkpoint', 'cohort'] : ['school'],
    period,
    asOf: '2026-01-15',
  });
  return Object.fromEntries(
    cells.flatMap((cell) =>
      'amounts' in cell ? [[cell.key.slice(0, made ? 2 : 1).join(' '), cell.amounts.indexOf(1)]] : [],
    ),
  );
}

interface Asked {
  readonly where: Expr;
  readonly value: Expr;
  readonly otherwise?: number;
  readonly othersOnly?: true;
}
const bind = ({ where, value, otherwise = 9, othersOnly }: Asked): Step => ({
  bind: 'found',
  lowestOverRights: { where, value, otherwise, ...(othersOnly === undefined ? {} : { othersOnly }) },
});
const state = (...codes: readonly string[]): Expr => ({ in: 'otherPeriod.state', codes });
const all: Expr = { all: [] };
const start = column('right.start');
const otherStart = column('otherPeriod.start');

const rising: Expr = {
  when: [
    [column('other.nested'), 1],
    [state('graduated'), 2],
  ],
  otherwise: 3,
};
const falling: Expr = {
  when: [
    [state('graduated'), 5],
    [column('other.nested'), 4],
  ],
  otherwise: 6,
};
const year: Expr = { subtract: [{ yearOf: otherStart }, 2018] };
const estimated: Expr = { subtract: [{ yearOf: column('other.estimatedEnd') }, 2020] };

// By hand, in the order a b n c d e; 9 (or what else is said) where nothing fits.
const cases: readonly (readonly [string, Asked, readonly [number, number, number, number, number, number]])[] = [
  ['a period of a state', { where: state('present'), value: 1 }, [1, 1, 1, 1, 1, 1]],
  ['a period of a state, of others', { where: state('present'), value: 1, othersOnly: true }, [1, 1, 1, 9, 1, 1]],
  ['a rare state', { where: state('graduated'), value: 2 }, [2, 2, 2, 9, 9, 9]],
  ['a rare state, of others', { where: state('graduated'), value: 2, othersOnly: true }, [9, 2, 2, 9, 9, 9]],
  [
    'one of two states',
    { where: { any: [state('graduated'), state('resigned')] }, value: 2, othersOnly: true },
    [9, 2, 2, 9, 9, 2],
  ],
  ['a value above what is otherwise', { where: state('graduated'), value: 7, otherwise: 0 }, [7, 7, 7, 0, 0, 0]],
  ['a period that began before', { where: { less: [otherStart, start] }, value: 3 }, [9, 3, 9, 9, 9, 3]],
  ['a period that began after', { where: { less: [start, otherStart] }, value: 3 }, [3, 3, 9, 3, 3, 9]],
  [
    'a period that began after, of others',
    { where: { less: [start, otherStart] }, value: 3, othersOnly: true },
    [3, 3, 9, 9, 3, 9],
  ],
  [
    'a right with the same end',
    { where: { equal: [column('right.end'), column('other.end')] }, value: 4, othersOnly: true },
    [9, 9, 4, 9, 9, 9],
  ],
  ['what the row’s own right is', { where: column('right.nested'), value: 1 }, [9, 1, 9, 9, 9, 9]],
  [
    'what the row’s own right is, by its days',
    { where: { less: [{ day: '2020-12-31' }, start] }, value: 1 },
    [9, 1, 9, 9, 9, 9],
  ],
  [
    'what the other right is',
    { where: { not: column('other.nested') }, value: 1, othersOnly: true },
    [9, 1, 1, 9, 1, 1],
  ],
  [
    'what the other right is, by its days',
    { where: { less: [{ day: '2020-12-31' }, column('other.start')] }, value: 1 },
    [1, 1, 1, 9, 9, 9],
  ],
  ['rising cases', { where: all, value: rising }, [1, 1, 1, 3, 3, 3]],
  ['rising cases, of others', { where: all, value: rising, othersOnly: true }, [1, 2, 1, 9, 3, 3]],
  ['falling cases, the first that holds', { where: all, value: falling }, [4, 4, 4, 6, 6, 6]],
  ['falling cases, of others', { where: all, value: falling, othersOnly: true }, [4, 5, 4, 9, 6, 6]],
  ['a number of the candidate', { where: all, value: year }, [2, 2, 2, 2, 1, 1]],
  ['a number of the candidate, of others', { where: all, value: year, othersOnly: true }, [3, 2, 2, 9, 2, 1]],
  ['a number that can be missing', { where: all, value: estimated }, [4, 4, 4, 9, 9, 9]],
  [
    'days from the row to the candidate',
    { where: { less: [{ days: [start, column('otherPeriod.end')] }, 400] }, value: 5 },
    [5, 5, 5, 5, 9, 5],
  ],
  [
    'all of row, candidate and both',
    { where: { all: [state('present'), { not: column('right.nested') }, { less: [start, otherStart] }] }, value: 8 },
    [8, 9, 9, 8, 8, 9],
  ],
  ['nothing', { where: 0, value: 1 }, [9, 9, 9, 9, 9, 9]],
];
const schools: readonly School[] = ['a', 'b', 'n', 'c', 'd', 'e'];
const expectedOf = (values: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(schools.map((school, at) => [school, values[at]!]));

/** Holds for every pair, and mixes both sides, so that pairs must be looked at one by one. */
const mixing: Expr = { less: [{ add: [column('right.nested'), column('other.nested')] }, 5] };

describe('the lowest over rights', () => {
  it.each(cases)('%s', (_, asked, values) => {
    expect(found([bind(asked)])).toEqual(expectedOf(values));
  });

  it.each(cases)('%s, pair by pair', (_, asked, values) => {
    expect(found([bind({ ...asked, where: { all: [asked.where, mixing] } })])).toEqual(expectedOf(values));
    expect(found([bind({ ...asked, where: { all: [mixing, asked.where] } })])).toEqual(expectedOf(values));
  });

  it.each(cases)('%s, for rows that are left when others have been dropped', (_, asked, values) => {
    const kept = ['b', 'c', 'e'];
    const steps: readonly Step[] = [{ keep: { in: 'right.school', codes: kept } }, bind(asked)];
    const expected = Object.fromEntries(Object.entries(expectedOf(values)).filter(([school]) => kept.includes(school)));
    expect(found(steps)).toEqual(expected);
  });

  const checkpoints: Step = { checkpoints: { after: start, months: [6, 12, 24], lastMonthEnd: false } };
  const day: Expr = { param: 'checkpoint.day' };
  // All candidates fit on the day of every checkpoint, in whatever words.
  it.each<[string, Expr]>([
    ['as it is', all],
    ['with a bound by a day', { less: [{ day: '2000-01-01' }, day] }],
    [
      'with bounds by the candidate',
      {
        all: [{ atMost: [{ addMonths: [otherStart, -600] }, day] }, { less: [day, { addMonths: [otherStart, 600] }] }],
      },
    ],
    ['with a bound by the row', { less: [{ addMonths: [start, -1] }, day] }],
    ['with a condition on the day', { less: [0, { daysInMonth: [{ addMonths: [day, -12] }, day], month: 2 }] }],
    ['pair by pair', mixing],
    [
      'pair by pair, with bounds by both',
      { all: [mixing, { less: [{ addMonths: [start, -1] }, day] }, { less: [day, { addMonths: [otherStart, 600] }] }] },
    ],
    ['pair by pair, with a condition on the day', { all: [mixing, { not: { less: [day, { day: '2000-01-01' }] } }] }],
  ])('is the same at each checkpoint: %s', (_, words) => {
    for (const [, asked, values] of cases) {
      const where: Expr = { all: [asked.where, words] };
      const expected = Object.entries(expectedOf(values)).flatMap(([school, value]) =>
        school === 'n' ? [] : ['06', '12', '24'].map((checkpoint) => [`${school} ${checkpoint}`, value] as const),
      );
      expect(found([checkpoints, bind({ ...asked, where })])).toEqual(Object.fromEntries(expected));
      const late: Step = { keep: { less: [{ addMonths: [start, 7] }, day] } };
      expect(found([checkpoints, late, bind({ ...asked, where })])).toEqual(
        Object.fromEntries(expected.filter(([name]) => !name.endsWith('06'))),
      );
    }
  });
});

describe('for rows of periods', () => {
  const periodStart = column('period.start');
  const steps: readonly Step[] = [
    { each: 'period' },
    { bind: 'weekLater', to: { add: [periodStart, 7] } },
    { bind: 'presence', to: { in: 'period.state', codes: ['present'] } },
  ];
  // The first periods only, so that each school has one row: of a, b, c, d and e.
  const firstOnly: Step = { keep: { equal: [periodStart, start] } };

  it.each<[string, Expr, string]>([
    // a, c and e begin on 1 August 2020, b on 1 January 2021, d on 1 January 2019.
    ['one that began before the row’s period', { less: [otherStart, periodStart] }, 'a9 b1 c9 d9 e1'],
    ['one that began after the row’s period', { less: [periodStart, otherStart] }, 'a1 b1 c1 d1 e9'],
    [
      'one that began within a week of the row’s',
      { all: [{ less: [otherStart, column('weekLater')] }, { atMost: [periodStart, otherStart] }] },
      'a1 b1 c1 d1 e1',
    ],
    ['any for rows of presence', { all: [column('presence'), state('present')] }, 'a1 b1 c9 d1 e1'],
    ['any for other rows', { all: [{ not: column('presence') }, state('present')] }, 'a9 b9 c1 d9 e9'],
  ])('%s', (_, where, values) => {
    const expected = Object.fromEntries(values.split(' ').map((one) => [one[0], Number(one[1])]));
    for (const words of [where, { all: [mixing, where] }, { all: [where, mixing] }] as const) {
      expect(found([...steps, firstOnly, bind({ where: words, value: 1 })])).toEqual(expected);
      expect(found([...steps, bind({ where: words, value: 1 }), firstOnly])).toEqual(expected);
    }
  });
});

describe('at checkpoints', () => {
  const day: Expr = { param: 'checkpoint.day' };
  const later = (months: number): Expr => ({ addMonths: [otherStart, months] });
  const end = column('otherPeriod.end');
  const present = state('present');
  const late: Expr = { less: [{ day: '2021-12-31' }, day] };
  const names: readonly Step[] = [
    { bind: 'late', to: late },
    // As many days as it is late: 0, or a number that is not 1.
    { bind: 'lateness', to: { multiply: [late, { subtract: [day, { day: '2021-12-31' }] }] } },
    { bind: 'wellLate', to: { when: [[late, day]], otherwise: { addMonths: [column('right.confirmed'), 0] } } },
    { bind: 'ended', anyOtherRight: { all: [state('ended'), { atMost: [otherStart, day] }] } },
  ];

  // 6, 12 and 24 months after 1 August 2020 for a, c and e, 1 January 2021 for b, 1 January 2019 for d; 9 where nothing fits.
  it.each<[string, Expr, string]>([
    // [start + 7 months, end]: of a 1 March to 31 May 2021, of b 1 August to 31 December 2021, of c from 1 August 2021,
    // of d 1 August 2019 to 31 July 2020, of e from 1 March 2021.
    [
      'two bounds before',
      { all: [{ atMost: [otherStart, day] }, { atMost: [later(7), day] }, { atMost: [day, end] }] },
      'a 919 b 999 c 911 d 919 e 911',
    ],
    [
      'two bounds before, the narrower first',
      { all: [{ atMost: [later(7), day] }, { atMost: [otherStart, day] }, { atMost: [day, end] }] },
      'a 919 b 999 c 911 d 919 e 911',
    ],
    [
      'bounds of which the days do not belong',
      { all: [{ less: [later(7), day] }, { less: [day, end] }] },
      'a 999 b 999 c 991 d 919 e 911',
    ],
    // and before start + 12 months
    [
      'two bounds after',
      { all: [{ atMost: [later(7), day] }, { atMost: [day, end] }, { less: [day, later(12)] }] },
      'a 919 b 999 c 919 d 999 e 999',
    ],
    [
      'two bounds after, the narrower first',
      { all: [{ less: [day, later(12)] }, { atMost: [later(7), day] }, { atMost: [day, end] }] },
      'a 919 b 999 c 919 d 999 e 999',
    ],
    // Only b has an estimated end, 31 May 2024.
    [
      'a day before that can be missing',
      { atMost: [{ addMonths: [column('other.estimatedEnd'), -36] }, day] },
      'a 911 b 111 c 999 d 999 e 999',
    ],
    [
      'a day after that can be missing',
      { atMost: [day, { addMonths: [column('other.estimatedEnd'), -36] }] },
      'a 199 b 999 c 999 d 999 e 999',
    ],
    ['a name of the day', { all: [present, column('late')] }, 'a 991 b 911 c 991 d 999 e 991'],
    ['not a name of the day', { all: [present, { not: column('late') }] }, 'a 119 b 199 c 119 d 111 e 119'],
    ['a name that is a number', { all: [present, column('lateness')] }, 'a 991 b 911 c 991 d 999 e 991'],
    ['not a name that is a number', { all: [present, { not: column('lateness') }] }, 'a 119 b 199 c 119 d 111 e 119'],
    ['a name that can be missing', { all: [present, column('wellLate')] }, 'a 991 b 911 c 991 d 999 e 991'],
    [
      'not a name that can be missing',
      { all: [present, { not: column('wellLate') }] },
      'a 119 b 199 c 119 d 111 e 119',
    ],
    ['a name that nowhere holds', { all: [present, column('ended')] }, 'a 999 b 999 c 999 d 999 e 999'],
    ['not a name that nowhere holds', { all: [present, { not: column('ended') }] }, 'a 111 b 111 c 111 d 111 e 111'],
    [
      'several names, and a bound',
      { all: [present, { not: column('ended') }, column('late'), column('lateness'), { atMost: [day, end] }] },
      'a 999 b 999 c 991 d 999 e 991',
    ],
    [
      'names of which one does not hold',
      { all: [present, column('late'), { not: column('lateness') }] },
      'a 999 b 999 c 999 d 999 e 999',
    ],
  ])('%s', (_, where, values) => {
    const expected = Object.fromEntries(
      [...values.matchAll(/(.) (.)(.)(.)/g)].flatMap(([, school, six, twelve, twentyFour]) => [
        [`${school} 06`, Number(six)],
        [`${school} 12`, Number(twelve)],
        [`${school} 24`, Number(twentyFour)],
      ]),
    );
    const withoutFirst = Object.fromEntries(Object.entries(expected).filter(([name]) => !name.endsWith('06')));
    const dropFirst: Step = { keep: { less: [{ addMonths: [start, 7] }, day] } };
    for (const months of [
      [6, 12, 24],
      [24, 6, 12],
    ]) {
      const made: Step = { checkpoints: { after: start, months, lastMonthEnd: false } };
      for (const words of [where, { all: [mixing, where] }] as const) {
        expect(found([made, ...names, bind({ where: words, value: 1 })])).toEqual(expected);
        expect(found([made, ...names, dropFirst, bind({ where: words, value: 1 })])).toEqual(withoutFirst);
      }
    }
  });
});

describe('any other right', () => {
  it.each<[string, Expr, readonly number[]]>([
    ['one that has graduated', state('graduated'), [0, 1, 1, 0, 0, 0]],
    [
      'one that is under way on a day',
      {
        all: [
          { atMost: [otherStart, { day: '2021-03-01' }] },
          { atMost: [{ day: '2021-03-01' }, column('otherPeriod.end')] },
        ],
      },
      [1, 1, 1, 0, 1, 0],
    ],
    ['one that began earlier', { less: [otherStart, start] }, [0, 1, 0, 0, 0, 1]],
    ['none', 0, [0, 0, 0, 0, 0, 0]],
    ['any', all, [1, 1, 1, 0, 1, 1]],
  ])('%s', (_, condition, values) => {
    expect(found([{ bind: 'found', anyOtherRight: condition }])).toEqual(expectedOf(values));
    expect(found([{ bind: 'found', anyOtherRight: { all: [condition, mixing] } }])).toEqual(expectedOf(values));
  });
});
