import { describe, expect, it } from 'vitest';
import type { Aggregate, AggregateCell } from '../aggregate/aggregate.js';
import type { Definition, DimensionRule, Expr, Measure, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });
const member = (code: string) => ({ id: code, codes: [code], label: text });

const dimensions: readonly DimensionRule[] = [
  { id: 'school', label: text, from: { dictionary: 'right.school' } },
  { id: 'year', label: text, from: 'windows' },
  { id: 'month', label: text, from: 'windows' },
  { id: 'funding', label: text, from: { codes: 'period.funding', members: ['1', '2'].map(member) } },
  {
    id: 'workplaceKind',
    label: text,
    from: { codes: 'workplace.kind', members: ['apprenticeship', 'trainingAgreement'].map(member) },
  },
  { id: 'checkpoint', label: text, from: 'checkpoints' },
];

function run(
  rights: readonly PlainStudyRight[],
  steps: readonly Step[],
  measure: Measure,
  asked: Partial<CalculateOptions> = {},
): Aggregate {
  const withCheckpoints = steps.some((step) => 'checkpoints' in step);
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps, measure, sources: [] }],
    dimensions: dimensions.filter(({ id }) => withCheckpoints || id !== 'checkpoint'),
    figures: [],
    limits: [],
    unverified: [],
  };
  const persons: readonly PlainPerson[] = [{ key: '1', rights }];
  const period = { from: '2020-01-01', to: '2021-12-31' };
  return calculateInMemory(factsOf(persons), definition, { by: [], period, asOf: '2022-01-15', ...asked });
}

/** Cells as their keys and amounts. */
function amounts({ cells }: { readonly cells: readonly AggregateCell[] }): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? cell.amounts : cell.matures] as const),
  );
}

const plain = { provider: 'p', education: 'wholeQualification', julyRule: 'removed' } as const;
const one: PlainStudyRight = {
  key: 'a',
  ...plain,
  school: 's1',
  estimatedEnd: '2021-01-31',
  periods: [
    { start: '2020-11-01', end: '2020-12-10', state: 'present', funding: 1 },
    { start: '2020-12-11', end: '2021-03-31', state: 'interrupted', funding: 2 },
  ],
  workplaces: [
    { kind: 'trainingAgreement', start: '2020-11-30', end: '2020-12-01' },
    { kind: 'apprenticeship', start: '2020-12-05', end: '2020-12-08' },
  ],
};
const start = column('period.start');
const end = column('period.end');
const days: Measure = { kind: 'personDays', amount: { days: [column('row.start'), column('row.end')] } };
const each: Step = { each: 'period' };

describe('rows of windows', () => {
  // 30 days of November, 31 of December, 31 of January, 28 of February, 31 of March 2021.
  it.each<[string, Step, Readonly<Record<string, readonly number[]>>]>([
    ['of periods to their end', { slice: [start, end] }, { '2020 1': [40], '2020 2': [21], '2021 2': [90] }],
    [
      'of periods to a day at most',
      { slice: [start, { min: [end, { day: '2021-02-28' }] }] },
      { '2020 1': [40], '2020 2': [21], '2021 2': [59] },
    ],
    [
      'the same, said the other way round',
      { slice: [start, { min: [{ day: '2021-02-28' }, end] }] },
      { '2020 1': [40], '2020 2': [21], '2021 2': [59] },
    ],
    [
      'of periods to the earliest of three days',
      { slice: [start, { min: [end, { day: '2021-02-28' }, { day: '2020-12-31' }] }] },
      { '2020 1': [40], '2020 2': [21] },
    ],
    [
      'of periods to a day of the right',
      { slice: [start, { min: [end, column('right.estimatedEnd')] }] },
      { '2020 1': [40], '2020 2': [21], '2021 2': [31] },
    ],
    [
      'of periods to a day of the right and a day',
      { slice: [start, { min: [column('right.estimatedEnd'), { day: '2021-01-10' }] }] },
      { '2020 1': [61], '2021 1': [10], '2020 2': [21], '2021 2': [10] },
    ],
    [
      'of periods to the larger of two days',
      { slice: [start, { max: [end, { day: '2021-01-01' }] }] },
      { '2020 1': [61], '2021 1': [1], '2020 2': [21], '2021 2': [90] },
    ],
    [
      'from the first day of the right',
      { slice: [column('right.start'), end] },
      { '2020 1': [40], '2020 2': [61], '2021 2': [90] },
    ],
    ['of one day', { slice: [end, end] }, { '2020 1': [1], '2021 2': [1] }],
  ])('%s', (_, slice, expected) => {
    expect(amounts(run([one], [each, slice], days, { by: ['year', 'funding'] }))).toEqual(expected);
    // With a step between they are made one after the other, and are the same.
    expect(amounts(run([one], [each, { keep: 1 }, slice], days, { by: ['year', 'funding'] }))).toEqual(expected);
  });

  it('know the day they begin and end on, and the window they are of', () => {
    const slice: Step = { slice: [start, end] };
    const sum = (amount: Expr): Readonly<Record<string, unknown>> =>
      amounts(
        run(
          [one],
          [each, slice, { keep: { in: 'period.state', codes: ['interrupted'] } }],
          { kind: 'sum', amount },
          { by: ['year'] },
        ),
      );
    const since = (day: Expr): Expr => ({ subtract: [day, { day: '2020-12-01' }] });
    expect(sum(since(column('row.start')))).toEqual({ '2020': [10], '2021': [31] });
    expect(sum(since(column('row.end')))).toEqual({ '2020': [30], '2021': [120] });
    expect(sum(since({ param: 'window.end' }))).toEqual({ '2020': [30], '2021': [395] });
  });

  it('leave out periods before and after the run, and cut those that cross its first and last day', () => {
    const asked = { by: ['month'], period: { from: '2020-12-05', to: '2021-01-05' } } as const;
    expect(amounts(run([one], [each, { slice: [start, end] }], days, asked))).toEqual({
      '2020-12': [27],
      '2021-01': [5],
    });
    const before = { by: ['month'], period: { from: '2020-08-01', to: '2020-10-31' } } as const;
    expect(amounts(run([one], [each, { slice: [start, end] }], days, before))).toEqual({});
    expect(
      amounts(run([one], [{ slice: [column('right.start'), column('right.estimatedEnd')] }], days, before)),
    ).toEqual({});
  });

  it('are none of periods that are looked at up to a day before the run only', () => {
    const long: PlainStudyRight = { ...one, periods: [{ start: '2019-01-01', end: '2021-12-31', state: 'present' }] };
    const slice: Step = { slice: [start, { min: [end, { day: '2019-12-31' }] }] };
    expect(amounts(run([long], [each, slice], days, { by: ['year'] }))).toEqual({});
    expect(amounts(run([long], [each, { keep: 1 }, slice], days, { by: ['year'] }))).toEqual({});
  });

  it('of many periods in many months are all there', () => {
    // 24 months of one right with 365 + 366 periods of a day each: room is made as rows come.
    const day = (at: number): string => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    const periods = Array.from({ length: 731 }, (_, at) => ({
      start: day(at),
      end: day(at),
      state: 'present' as const,
    }));
    const whole: PlainStudyRight = { ...one, periods: [{ start: '2019-05-05', state: 'present' }] };
    for (const steps of [
      [each, { slice: [start, end] }],
      [each, { keep: 1 }, { slice: [start, end] }],
    ] as const) {
      const many = run([{ ...one, periods }, whole], steps, days, { by: ['month'] });
      expect(many.cells).toHaveLength(24);
      expect(amounts(many)).toMatchObject({ '2020-02': [58], '2021-02': [56], '2021-12': [62] });
    }
  });

  it('of a whole right have its columns, and are none where its interval has no first day or ends before it', () => {
    const slice: Step = { slice: [column('right.confirmed'), column('right.estimatedEnd')] };
    const rights = [
      { ...one, confirmed: '2020-12-31' },
      { ...one, key: 'b', confirmed: '2021-02-01' },
      { ...one, key: 'c' },
    ];
    expect(amounts(run(rights, [slice], days, { by: ['year', 'school'] }))).toEqual({
      '2020 s1': [1],
      '2021 s1': [31],
    });
  });

  it('of other children have their columns', () => {
    const slice: Step = { slice: [column('workplace.start'), column('workplace.end')] };
    expect(amounts(run([one], [{ each: 'workplace' }, slice], days, { by: ['month', 'workplaceKind'] }))).toEqual({
      '2020-11 trainingAgreement': [1],
      '2020-12 trainingAgreement': [1],
      '2020-12 apprenticeship': [4],
    });
  });

  it('carry names that were bound to rights and to periods', () => {
    const steps: readonly Step[] = [
      { bind: 'ofRight', to: { subtract: [{ yearOf: column('right.estimatedEnd') }, 2000] } },
      each,
      { bind: 'ofPeriod', to: { byCode: 'period.state', cases: { present: 100 }, otherwise: 200 } },
      { slice: [start, end] },
      { bind: 'ofRow', to: { add: [column('ofRight'), column('ofPeriod')] } },
    ];
    const amount = column('ofRow');
    expect(amounts(run([one], steps, { kind: 'sum', amount }, { by: ['year'] }))).toEqual({
      '2020': [342],
      '2021': [221],
    });
  });
});

describe('rows of children', () => {
  const count: Measure = { kind: 'count' };

  it('are as many as there are', () => {
    const none: PlainStudyRight = { key: 'none', ...plain, periods: [] };
    const rights = [none, one, { ...none, key: 'also' }, { ...one, key: 'b' }];
    expect(amounts(run(rights, [each], count))).toEqual({ '': [4] });
    expect(amounts(run(rights, [{ each: 'workplace' }], count))).toEqual({ '': [4] });
    expect(amounts(run(rights, [{ each: 'spell' }], count))).toEqual({});
  });

  it('are made once: periods of periods are refused, sliced or not', () => {
    for (const steps of [
      [each, each],
      [each, each, { slice: [start, end] }],
    ] as readonly (readonly Step[])[])
      expect(() => run([one], steps, count)).toThrow(
        expect.objectContaining({ path: 'rules[0].steps[1]', found: 'each of rows that are no whole roots' }),
      );
    expect(() =>
      run(
        [one],
        [
          { slice: [column('right.start'), column('right.end')] },
          { slice: [column('right.start'), column('right.end')] },
        ],
        count,
      ),
    ).toThrow(expect.objectContaining({ path: 'rules[0].steps[1]', found: 'slice of rows of a window' }));
  });

  it('of periods that count for nothing are not left out where a later step counts them', () => {
    const nothing: Measure = {
      kind: 'personDays',
      amount: { byCode: 'period.state', cases: { present: 5 }, otherwise: 0 },
    };
    const interrupted: Step = {
      exclude: { id: 'interrupted', label: text, when: { in: 'period.state', codes: ['interrupted'] } },
    };
    const counted = run([one], [each, { slice: [start, end] }, interrupted], nothing);
    expect(amounts(counted)).toEqual({ '': [5] });
    expect(counted.exclusions).toEqual([{ id: 'interrupted', count: 1 }]);
    expect(amounts(run([one], [each, { slice: [start, end] }], nothing, { by: ['year'] }))).toEqual({ '2020': [5] });
    expect(amounts(run([one], [each], nothing))).toEqual({ '': [5] });
  });
});

describe('rows of checkpoints', () => {
  const checkpoints: Step = { checkpoints: { after: column('right.start'), months: [1, 2], lastMonthEnd: true } };
  // Starting days of 2020: its last cohort has had a year by the month end before 15 January 2022.
  const in2020 = { period: { from: '2020-01-01', to: '2020-12-31' } } as const;
  const since: Expr = { subtract: [{ param: 'checkpoint.day' }, { day: '2020-11-01' }] };

  it('have their day, and names bound to them', () => {
    const steps: readonly Step[] = [checkpoints, { bind: 'later', to: { add: [since, 1000] } }];
    // 1 December, 1 January and 31 December 2021: 30, 61 and 425 days later.
    expect(
      amounts(run([one], steps, { kind: 'sum', amount: column('later') }, { ...in2020, by: ['checkpoint', 'school'] })),
    ).toEqual({
      '01 s1': [1030],
      '02 s1': [1061],
      'latest s1': [1425],
    });
  });

  it('are members of their dimension, whether or not anybody has them', () => {
    const { members } = run([], [checkpoints], { kind: 'count' }, { ...in2020, by: ['checkpoint', 'school'] });
    expect(members.checkpoint?.map(({ id }) => id)).toEqual(['01', '02', 'latest']);
    expect(members.school).toEqual([]);
  });

  it('are those asked for, also where exclusions after them count all', () => {
    const late: Step = { exclude: { id: 'late', label: text, when: { less: [100, since] } } };
    const only = { ...in2020, only: { checkpoint: ['02'] } } as const;
    const plainly = run([one], [checkpoints], { kind: 'sum', amount: since }, only);
    expect(amounts(plainly)).toEqual({ '': [61] });
    const excluded = run([one], [checkpoints, late], { kind: 'sum', amount: since }, only);
    expect(amounts(excluded)).toEqual({ '': [61] });
    expect(excluded.exclusions).toEqual([{ id: 'late', count: 1 }]);
  });
});
