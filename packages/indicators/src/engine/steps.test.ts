import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition, DimensionRule, Expr, Measure, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const fromPeriod: Expr = { column: 'period.start' };
const toPeriod: Expr = { column: 'period.end' };

const dimensions: readonly DimensionRule[] = [
  { id: 'school', label: text, from: { dictionary: 'right.school' } },
  { id: 'year', label: text, from: 'windows' },
  { id: 'month', label: text, from: 'windows' },
  { id: 'funding', label: text, from: { codes: 'period.funding', members: [{ codes: ['1'], id: '01', label: text }] } },
];

/** A definition of these steps; the measure is the days of a row unless something else is asked for. */
function definitionOf(steps: readonly Step[], measure: Measure, more: readonly DimensionRule[] = []): Definition {
  return {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps, measure, sources: [] }],
    dimensions: [...dimensions, ...more],
    figures: [],
    limits: [],
    unverified: [],
  };
}

const options: CalculateOptions = { by: [], period: { from: '2020-01-01', to: '2024-12-31' }, asOf: '2025-01-15' };

function run(
  persons: readonly PlainPerson[],
  definition: Definition,
  asked: Partial<CalculateOptions> = {},
): Aggregate {
  return calculateInMemory(factsOf(persons), definition, { ...options, ...asked });
}

/** Distribution of an expression over codes 0–9, as a list of counts. */
function codes(of: Expr): Measure {
  return { kind: 'distribution', of, categories: Array.from({ length: 10 }, (_, code) => ({ code, label: text })) };
}

function counts(aggregate: Aggregate): Readonly<Record<number, number>> {
  const [cell] = aggregate.cells;
  const amounts = cell !== undefined && 'amounts' in cell ? cell.amounts : [];
  return Object.fromEntries(amounts.map((amount, code) => [code, amount] as const).filter(([, amount]) => amount > 0));
}

function right(key: string, periods: PlainStudyRight['periods'], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return { key, provider: 'p', school: 's', education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

const autumn = { start: '2020-08-01', end: '2020-12-31', state: 'present', funding: 1 } as const;
const spring = { start: '2021-01-01', end: '2021-05-31', state: 'present', funding: 2 } as const;
const graduation = { start: '2021-06-01', end: '2021-06-01', state: 'graduated', funding: 1 } as const;
const full = right('a', [autumn, spring, graduation]);

describe('steps', () => {
  it('keep drops rights without counting them', () => {
    const nested = right('b', [autumn], { nested: true });
    const kept = run(
      [{ key: '1', rights: [full, nested] }],
      definitionOf([{ keep: { not: { column: 'right.nested' } } }], codes(1)),
    );
    expect(counts(kept)).toEqual({ 1: 1 });
    expect(kept).toMatchObject({ population: 1, exclusions: [] });
  });

  it('exclude counts what it drops, and the next exclusion sees the rest only', () => {
    const both = right('b', [autumn], { nested: true, purchased: true });
    const steps: readonly Step[] = [
      { exclude: { id: 'nested', label: text, when: { column: 'right.nested' } } },
      { exclude: { id: 'purchased', label: text, when: { column: 'right.purchased' } } },
    ];
    const result = run([{ key: '1', rights: [full, both] }], definitionOf(steps, codes(1)));
    expect(result.population).toBe(2);
    expect(result.exclusions).toEqual([
      { id: 'nested', count: 1 },
      { id: 'purchased', count: 0 },
    ]);
  });

  it('bind names a value that later steps and the measure read', () => {
    const steps: readonly Step[] = [{ bind: 'twice', to: { add: [{ column: 'right.nested' }, 1, 1] } }];
    expect(counts(run([{ key: '1', rights: [full] }], definitionOf(steps, codes({ column: 'twice' }))))).toEqual({
      2: 1,
    });
  });

  it.each<[string, Extract<Step, { ofChildren: unknown }>['take'], Expr, number]>([
    ['the smallest', { min: { column: 'period.funding' } }, { in: 'period.state', codes: ['present'] }, 1],
    ['the largest', { max: { column: 'period.funding' } }, { in: 'period.state', codes: ['present'] }, 2],
    ['whether there is any', 'any', { in: 'period.state', codes: ['graduated'] }, 1],
    ['that there is none', 'any', { in: 'period.state', codes: ['resigned'] }, 0],
    ['the year of the first start', { min: { subtract: [{ yearOf: fromPeriod }, 2019] } }, { all: [] }, 1],
    [
      'something by a condition on the row',
      { max: { column: 'period.funding' } },
      { less: [{ column: 'right.start' }, fromPeriod] },
      2,
    ],
  ])('ofChildren takes %s', (_, take, where, expected) => {
    const steps: readonly Step[] = [{ bind: 'found', ofChildren: 'period', where, take }];
    expect(counts(run([{ key: '1', rights: [full] }], definitionOf(steps, codes({ column: 'found' }))))).toEqual({
      [expected]: 1,
    });
  });

  it('ofChildren is missing where no period fits', () => {
    const steps: readonly Step[] = [
      {
        bind: 'left',
        ofChildren: 'period',
        where: { in: 'period.state', codes: ['resigned'] },
        take: { min: fromPeriod },
      },
    ];
    expect(
      counts(run([{ key: '1', rights: [full] }], definitionOf(steps, codes({ isMissing: { column: 'left' } })))),
    ).toEqual({ 1: 1 });
  });

  it('anyOtherRight looks at other rights of the same person, never at its own', () => {
    const graduated: Step = { bind: 'other', anyOtherRight: { in: 'otherPeriod.state', codes: ['graduated'] } };
    const persons = [
      { key: '1', rights: [full, right('b', [autumn])] },
      { key: '2', rights: [full] },
    ];
    expect(counts(run(persons, definitionOf([graduated], codes({ column: 'other' }))))).toEqual({ 0: 2, 1: 1 });
  });

  it('lowestOverRights of others only never looks at the row’s own right', () => {
    const own = right('1', [{ start: '2020-01-01', end: '2020-01-31', state: 'present' }]);
    const other = right('2', [{ start: '2021-01-01', end: '2021-01-31', state: 'present' }]);
    const steps = (othersOnly: boolean): readonly Step[] => [
      {
        bind: 'year',
        lowestOverRights: {
          where: { in: 'otherPeriod.state', codes: ['present'] },
          value: { subtract: [{ yearOf: { column: 'otherPeriod.start' } }, 2019] },
          otherwise: 9,
          ...(othersOnly ? { othersOnly } : {}),
        },
      },
    ];
    const persons: readonly PlainPerson[] = [
      { key: 'a', rights: [own, other] },
      { key: 'b', rights: [own] },
    ];
    const of = codes({ column: 'year' });
    expect(counts(run(persons, definitionOf(steps(false), of)))).toEqual({ 1: 3 });
    // the first person’s rights see each other, the second person’s sees nothing
    expect(counts(run(persons, definitionOf(steps(true), of)))).toEqual({ 1: 1, 2: 1, 9: 1 });
  });

  it('ofChildren sees the window and the period of the row it is worked out for', () => {
    const periods: PlainStudyRight['periods'] = [
      { start: '2020-03-01', end: '2020-12-31', state: 'present' },
      { start: '2021-01-01', end: '2021-02-28', state: 'present' },
    ];
    const steps: readonly Step[] = [
      { each: 'period' },
      { slice: [fromPeriod, toPeriod] },
      {
        bind: 'spells',
        ofChildren: 'spell',
        where: {
          all: [
            { atMost: [{ column: 'spell.start' }, { param: 'window.end' }] },
            { atMost: [{ param: 'window.start' }, { column: 'spell.end' }] },
            { less: [{ column: 'spell.start' }, toPeriod] },
          ],
        },
        take: { sum: 1 },
      },
    ];
    const spells = ['2019-01-01', '2020-11-30', '2021-02-28'].map((start) => ({ kind: 'majoitus', start }));
    const aggregate = run(
      [{ key: 'a', rights: [right('1', periods, { spells })] }],
      definitionOf(steps, { kind: 'sum', amount: { column: 'spells' } }),
      { by: ['year'] },
    );
    // 2020: two have begun; 2021: the third begins on the last day of the period, not before it
    expect(aggregate.cells).toEqual([
      { key: ['2020'], n: 1, amounts: [2] },
      { key: ['2021'], n: 1, amounts: [2] },
    ]);
  });

  it('a name bound before rights are dropped can be read of another right', () => {
    const steps: readonly Step[] = [
      { bind: 'funding', ofChildren: 'period', where: { all: [] }, take: { max: { column: 'period.funding' } } },
      { keep: { not: { column: 'right.nested' } } },
      { bind: 'richer', anyOtherRight: { less: [{ column: 'funding' }, { column: 'other.funding' }] } },
    ];
    const persons = [{ key: '1', rights: [right('a', [autumn]), right('b', [spring], { nested: true })] }];
    expect(counts(run(persons, definitionOf(steps, codes({ column: 'richer' }))))).toEqual({ 1: 1 });
  });

  it('firstOf keeps one right of each group of a person, and counts the others', () => {
    const steps: readonly Step[] = [
      {
        firstOf: [{ column: 'right.person' }, { column: 'right.nested' }],
        orderBy: [{ column: 'right.start' }, { column: 'right.key' }],
        otherwise: { id: 'later', label: text },
      },
    ];
    const same = right('b', [autumn], { school: 'first' });
    const rights = [right('c', [autumn]), same, right('d', [spring]), right('e', [spring], { nested: true })];
    const result = run(
      [
        { key: '1', rights },
        { key: '2', rights: [full] },
      ],
      definitionOf(steps, codes({ in: 'right.school', codes: ['first'] })),
    );
    expect(counts(result)).toEqual({ 0: 2, 1: 1 });
    expect(result.exclusions).toEqual([{ id: 'later', count: 2 }]);
  });

  it('firstOf refuses groups across persons', () => {
    const steps: readonly Step[] = [
      { firstOf: [{ column: 'right.nested' }], orderBy: [], otherwise: { id: 'x', label: text } },
    ];
    expect(() => run([], definitionOf(steps, codes(1)))).toThrow('right.person');
  });

  it('each makes a row of each period, and a step after it sees periods', () => {
    const steps: readonly Step[] = [
      { each: 'period' },
      { bind: 'paid', to: { add: [{ column: 'period.funding' }, 1] } },
      { keep: { in: 'period.state', codes: ['present'] } },
    ];
    expect(counts(run([{ key: '1', rights: [full] }], definitionOf(steps, codes({ column: 'paid' }))))).toEqual({
      2: 1,
      3: 1,
    });
  });

  const daysInRow: Measure = { kind: 'personDays', amount: { days: [{ column: 'row.start' }, { column: 'row.end' }] } };

  it.each<[string, readonly Step[]]>([
    ['periods as they are', [{ each: 'period' }, { slice: [fromPeriod, toPeriod] }]],
    [
      'periods up to the day of the data',
      [{ each: 'period' }, { slice: [fromPeriod, { min: [toPeriod, { param: 'asOf' }] }] }],
    ],
    ['periods after a step between', [{ each: 'period' }, { keep: { all: [] } }, { slice: [fromPeriod, toPeriod] }]],
  ])('slice cuts %s by the years of the run', (_, steps) => {
    const persons = [
      { key: '1', rights: [right('a', [{ start: '2019-06-01', end: '2021-01-10', state: 'present' }])] },
    ];
    const { cells, members } = run(persons, definitionOf(steps, daysInRow), { by: ['year'] });
    expect(cells).toEqual([
      { key: ['2020'], n: 1, amounts: [366] },
      { key: ['2021'], n: 1, amounts: [10] },
    ]);
    expect(members.year?.map(({ id }) => id)).toEqual(['2020', '2021', '2022', '2023', '2024']);
  });

  it('slice cuts an interval of the right by months, and carries names that were bound to rows', () => {
    const steps: readonly Step[] = [
      { each: 'period' },
      { bind: 'weight', to: { column: 'period.funding' } },
      { slice: [{ column: 'right.start' }, { column: 'right.end' }] },
    ];
    const weighted: Measure = {
      kind: 'personDays',
      amount: { multiply: [{ column: 'weight' }, { days: [{ column: 'row.start' }, { column: 'row.end' }] }] },
    };
    const ended = right('a', [
      { ...autumn, funding: 3 },
      { start: '2020-09-10', end: '2020-09-10', state: 'resigned', funding: 1 },
    ]);
    const { cells } = run([{ key: '1', rights: [ended] }], definitionOf(steps, weighted), { by: ['month', 'year'] });
    expect(cells).toEqual([
      { key: ['2020-08', '2020'], n: 1, amounts: [31 * 4] },
      { key: ['2020-09', '2020'], n: 1, amounts: [10 * 4] },
    ]);
  });

  it('windows say their own first and last day', () => {
    const steps: readonly Step[] = [{ each: 'period' }, { slice: [fromPeriod, toPeriod] }];
    const whole: Measure = {
      kind: 'personDays',
      amount: { days: [{ param: 'window.start' }, { param: 'window.end' }] },
    };
    const asked = { by: ['year'], period: { from: '2020-12-01', to: '2021-01-31' } } as const;
    expect(run([{ key: '1', rights: [right('a', [autumn])] }], definitionOf(steps, whole), asked).cells).toEqual([
      { key: ['2020'], n: 1, amounts: [31] },
    ]);
  });
});

describe('checkpoints and the lowest over rights', () => {
  const cohorts: readonly DimensionRule[] = [
    { id: 'cohort', label: text, from: { halfYearOf: { column: 'right.start' } } },
    { id: 'checkpoint', label: text, from: 'checkpoints' },
  ];
  const checkpoints: Step = { checkpoints: { after: { column: 'right.start' }, months: [6, 12], lastMonthEnd: true } };
  const onDay: Expr = {
    all: [
      { atMost: [{ column: 'otherPeriod.start' }, { param: 'checkpoint.day' }] },
      { atMost: [{ param: 'checkpoint.day' }, { column: 'otherPeriod.end' }] },
    ],
  };
  const lowest = (value: Expr, where: Expr = onDay): Step => ({
    bind: 'found',
    lowestOverRights: { where, value, otherwise: 9 },
  });
  const long = right('a', [
    autumn,
    spring,
    { start: '2021-06-01', end: '2021-12-31', state: 'interrupted' },
    { start: '2022-01-01', state: 'present' },
  ]);
  const byCheckpoint = { by: ['cohort', 'checkpoint'] as const, asOf: '2022-03-15' };

  function found(
    steps: readonly Step[],
    rights: readonly PlainStudyRight[] = [long],
  ): readonly (readonly [string, number])[] {
    const { cells } = run(
      [{ key: '1', rights }],
      definitionOf(steps, codes({ column: 'found' }), cohorts),
      byCheckpoint,
    );
    return cells.flatMap((cell) => ('amounts' in cell ? [[cell.key[1] ?? '', cell.amounts.indexOf(1)] as const] : []));
  }

  it('looks at each checkpoint day, and at the last month end', () => {
    const value: Expr = { byCode: 'otherPeriod.state', cases: { present: 1, interrupted: 2 }, otherwise: 3 };
    expect(found([checkpoints, lowest(value)])).toEqual([
      ['06', 1],
      ['12', 2],
      ['latest', 1],
    ]);
  });

  it('takes the first case that holds and the smallest over all periods, whichever way it is written', () => {
    const rising: Expr = {
      when: [
        [{ in: 'otherPeriod.state', codes: ['interrupted'] }, 4],
        [{ column: 'other.nested' }, 5],
      ],
      otherwise: 6,
    };
    const falling: Expr = {
      when: [
        [{ in: 'otherPeriod.state', codes: ['interrupted'] }, 6],
        [{ column: 'other.nested' }, 5],
      ],
      otherwise: 4,
    };
    const other = right('b', [{ start: '2020-01-01', state: 'present' }], { nested: true });
    const ofStart = { keep: { not: { column: 'right.nested' } } } as const;
    expect(found([ofStart, checkpoints, lowest(rising)], [long, other]).map(([, code]) => code)).toEqual([5, 4, 5]);
    expect(found([ofStart, checkpoints, lowest(falling)], [long, other]).map(([, code]) => code)).toEqual([4, 5, 4]);
  });

  it('gives a value above `otherwise` where something fits', () => {
    const step: Step = { bind: 'found', lowestOverRights: { where: onDay, value: 7, otherwise: 0 } };
    expect(found([checkpoints, step], [full]).map(([, code]) => code)).toEqual([7, 0, 0]);
  });

  it('mixes what changes from checkpoint to checkpoint with what the other right has', () => {
    const step = lowest(1, {
      less: [{ param: 'checkpoint.day' }, { add: [{ column: 'otherPeriod.start' }, { column: 'other.nested' }, 40] }],
    });
    // Periods begin on 1.8.2020, 1.1.2021, 1.6.2021 and 1.1.2022; checkpoints are on 1.2.2021, 1.8.2021 and 28.2.2022.
    expect(found([checkpoints, step]).map(([, code]) => code)).toEqual([1, 1, 9]);
  });

  it('reads names bound at checkpoints', () => {
    const value: Expr = { when: [[{ column: 'late' }, 2]], otherwise: 5 };
    const steps: readonly Step[] = [
      checkpoints,
      { bind: 'late', to: { less: [{ day: '2021-06-30' }, { param: 'checkpoint.day' }] } },
      lowest(value),
    ];
    expect(found(steps).map(([, code]) => code)).toEqual([5, 2, 2]);
  });

  it('goes on after rows at checkpoints were dropped', () => {
    const steps: readonly Step[] = [
      checkpoints,
      { keep: { less: [{ day: '2021-02-15' }, { param: 'checkpoint.day' }] } },
      lowest(1),
    ];
    expect(found(steps)).toEqual([
      ['12', 1],
      ['latest', 1],
    ]);
  });

  it('notes an immature cell for a checkpoint whose cohort has not had its time', () => {
    const asked = { ...byCheckpoint, asOf: '2021-08-01' };
    const { cells } = run(
      [{ key: '1', rights: [long] }],
      definitionOf([checkpoints, lowest(1)], codes({ column: 'found' }), cohorts),
      asked,
    );
    expect(cells.map((cell) => ('matures' in cell ? cell.matures : 'figures'))).toEqual([
      'figures',
      '2022-02-01',
      'figures',
    ]);
  });

  it('waits for the youngest cohort of the run where cells do not tell cohorts apart', () => {
    const asked = { by: ['checkpoint'] as const, asOf: '2022-03-15', period: { from: '2020-01-01', to: '2021-12-31' } };
    const { cells } = run(
      [{ key: '1', rights: [long] }],
      definitionOf([checkpoints, lowest(1)], codes({ column: 'found' }), cohorts),
      asked,
    );
    expect(cells.map((cell) => ('matures' in cell ? cell.matures : 'figures'))).toEqual([
      '2022-08-01',
      '2023-02-01',
      'figures',
    ]);
    const one = run(
      [{ key: '1', rights: [long] }],
      definitionOf([checkpoints, lowest(1)], codes({ column: 'found' }), cohorts),
      {
        ...asked,
        only: { cohort: ['2020-H2'], checkpoint: ['12'] },
      },
    );
    expect(one.cells).toMatchObject([{ key: ['12'], n: 1 }]);
  });
});

describe('only', () => {
  const persons = [{ key: '1', rights: [full, right('b', [autumn], { school: 't', nested: true })] }];
  const steps: readonly Step[] = [
    { exclude: { id: 'nested', label: text, when: { column: 'right.nested' } } },
    { each: 'period' },
    { slice: [fromPeriod, toPeriod] },
  ];
  const daysInRow: Measure = { kind: 'personDays', amount: { days: [{ column: 'row.start' }, { column: 'row.end' }] } };

  it('keeps the members asked for, and counts population and exclusions within columns of the right', () => {
    const ofSchool = run(persons, definitionOf(steps, daysInRow), { by: ['year'], only: { school: ['t'] } });
    expect(ofSchool).toMatchObject({
      population: 1,
      exclusions: [{ id: 'nested', count: 1 }],
      cells: [],
      only: { school: ['t'] },
    });
  });

  it('keeps rows of windows and of codes of the period', () => {
    expect(run(persons, definitionOf(steps, daysInRow), { only: { year: ['2021'] } }).cells).toEqual([
      { key: [], n: 1, amounts: [152] },
    ]);
    expect(run(persons, definitionOf(steps, daysInRow), { only: { funding: ['01'] } }).cells).toEqual([
      { key: [], n: 1, amounts: [154] },
    ]);
    const unknown = run(persons, definitionOf(steps, daysInRow), { by: ['funding'], only: { funding: ['unknown'] } });
    expect(unknown.cells).toEqual([{ key: ['unknown'], n: 1, amounts: [151] }]);
  });
});
