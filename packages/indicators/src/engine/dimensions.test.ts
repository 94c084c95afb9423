import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition, DimensionId, DimensionRule, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });
const start = column('right.start');

function run(
  persons: readonly PlainPerson[],
  dimensions: readonly DimensionRule[],
  asked: Partial<CalculateOptions> = {},
  steps: readonly Step[] = [],
  personsPerBatch = 10_000,
): Aggregate {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps, measure: { kind: 'count' }, sources: [] }],
    dimensions,
    figures: [],
    limits: [],
    unverified: [],
  };
  const period = { from: '2020-01-01', to: '2021-12-31' };
  const by = dimensions.map(({ id }) => id);
  const options = { by, period, asOf: '2022-01-15', ...asked };
  return calculateInMemory(factsOf(persons, { personsPerBatch }), definition, options);
}

/** Rows by cell. */
function counts({ cells }: Aggregate): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(cells.map((cell) => [cell.key.join(' '), 'amounts' in cell ? cell.amounts[0] : undefined]));
}

const plain = { provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods: [] } as const;
function rightsOf(...rights: readonly Partial<PlainStudyRight>[]): readonly PlainPerson[] {
  return rights.map((more, at) => ({ key: String(at), rights: [{ key: String(at), ...plain, ...more }] }));
}
function member(id: string, ...codes: readonly string[]) {
  return { id, label: text, codes };
}
const startingOn = (...days: readonly string[]): readonly PlainPerson[] =>
  rightsOf(...days.map((day) => ({ periods: [{ start: day, state: 'present' as const }] })));

describe('a dimension', () => {
  const methods = rightsOf(
    { method: 'reform' },
    { method: 'curriculum' },
    { method: 'curriculum' },
    { method: 'demonstration' },
    {},
  );
  const ofMethods = (from: Partial<Extract<DimensionRule['from'], { codes: string }>>): DimensionRule => ({
    id: 'method',
    label: text,
    from: { codes: 'right.method', members: [member('new', 'reform'), member('old', 'curriculum')], ...from },
  });

  it('of codes has a member for each list, and what is in none or missing is not known', () => {
    expect(counts(run(methods, [ofMethods({})]))).toEqual({ new: 1, old: 2, unknown: 2 });
  });

  it('of codes can have a member for every other code, but what is missing is not known', () => {
    expect(counts(run(methods, [ofMethods({ others: { id: 'others', label: text } })]))).toEqual({
      new: 1,
      old: 2,
      others: 1,
      unknown: 1,
    });
  });

  it('of codes takes the first list that has one, also where a list is called as what is not known', () => {
    const members = [
      member('unknown', 'reform'),
      member('old', 'curriculum', 'reform'),
      member('oldest', 'demonstration', 'curriculum'),
    ];
    expect(counts(run(methods, [ofMethods({ members })]))).toEqual({ unknown: 2, old: 2, oldest: 1 });
  });

  it('of numbers takes the first member of a value', () => {
    const members = [member('nested'), member('again'), member('plain')].map((one, at) => ({
      ...one,
      value: [1, 1, 0][at]!,
    }));
    const from = { number: column('right.nested'), members };
    const persons = rightsOf({ nested: true }, {}, {}, { nested: true });
    expect(counts(run(persons, [{ id: 'area', label: text, from }]))).toEqual({ nested: 2, plain: 2 });
    expect(counts(run(persons, [{ id: 'area', label: text, from: { number: 7, members } }]))).toEqual({ unknown: 4 });
  });

  it('of half-years tells spring and autumn, and a day that is missing is not known', () => {
    const persons = [
      ...startingOn('2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01', '2020-01-01'),
      { key: 'none', rights: [{ key: 'n', ...plain }] },
    ];
    const cohort: DimensionRule = { id: 'cohort', label: text, from: { halfYearOf: start } };
    expect(counts(run(persons, [cohort]))).toEqual({ '2020-H1': 2, '2020-H2': 2, '2021-H1': 1, unknown: 1 });
    expect(counts(run(persons, [cohort], { only: { cohort: ['2020-H2', '1999-H1'] } }))).toEqual({ '2020-H2': 2 });
  });

  it('of age is by the calendar years lived at the end of the year of a day', () => {
    const groups = [
      { id: 'young', from: 0, to: 19, label: text },
      { id: 'grown', from: 20, to: 20, label: text },
      { id: 'old', from: 21, to: 200, label: text },
    ];
    const age: DimensionRule = { id: 'ageGroup', label: text, from: { ageInYearOf: start, groups } };
    // In 2020: 0, 19, 20, 21, 150 and 151 years, one not yet born, one whose year is not known.
    const years = [2020, 2001, 2000, 1999, 1870, 1869, 2021, undefined];
    const persons = startingOn(...years.map(() => '2020-12-31')).map((person, at) => {
      const birthYear = years[at];
      return birthYear === undefined ? person : { ...person, birthYear };
    });
    expect(counts(run(persons, [age]))).toEqual({ young: 2, grown: 1, old: 2, unknown: 3 });
  });

  it('of age has no member for ages that are in no group, below as between and above', () => {
    const groups = [
      { id: 'young', from: 15, to: 19, label: text },
      { id: 'old', from: 60, to: 69, label: text },
    ];
    const age: DimensionRule = { id: 'ageGroup', label: text, from: { ageInYearOf: start, groups } };
    // 14, 15, 19, 20, 59, 60, 69 and 70 years.
    const years = [2006, 2005, 2001, 2000, 1961, 1960, 1951, 1950];
    const persons = startingOn(...years.map(() => '2020-03-01')).map((person, at) => ({
      ...person,
      birthYear: years[at]!,
    }));
    expect(counts(run(persons, [age]))).toEqual({ young: 2, old: 2, unknown: 4 });
  });

  it('of a dictionary has a member for each key, whatever the batch it came up in', () => {
    const persons = rightsOf({ school: 's3' }, { school: 's1' }, {}, { school: 's2' }, { school: 's1' });
    for (const personsPerBatch of [1, 2, 10])
      expect(
        counts(
          run(persons, [{ id: 'school', label: text, from: { dictionary: 'right.school' } }], {}, [], personsPerBatch),
        ),
      ).toEqual({ s1: 2, s2: 1, s3: 1, unknown: 1 });
  });
});

describe('who is looked at', () => {
  const dimensions: readonly DimensionRule[] = [
    {
      id: 'gender',
      label: text,
      from: { codes: 'person.gender', members: [member('female', 'female'), member('male', 'male')] },
    },
    {
      id: 'field',
      label: text,
      from: { number: column('right.nested'), members: [{ id: 'yes', value: 1, label: text }] },
    },
    {
      id: 'area',
      label: text,
      from: { number: { add: [column('right.nested')] }, members: [{ id: 'yes', value: 1, label: text }] },
    },
    { id: 'started', label: text, from: { number: column('first'), members: [{ id: 'yes', value: 1, label: text }] } },
    {
      id: 'ageGroup',
      label: text,
      from: { ageInYearOf: start, groups: [{ id: 'young', from: 0, to: 19, label: text }] },
    },
    { id: 'cohort', label: text, from: { halfYearOf: start } },
  ];
  // A woman of 18 with two rights, one of them nested; a man of 30 with one.
  const persons: readonly PlainPerson[] = [
    {
      key: 'a',
      gender: 'female',
      birthYear: 2002,
      rights: [
        { key: '1', ...plain, periods: [{ start: '2020-08-01', state: 'present' }] },
        { key: '2', ...plain, nested: true, periods: [{ start: '2021-01-01', state: 'present' }] },
      ],
    },
    {
      key: 'b',
      gender: 'male',
      birthYear: 1990,
      rights: [{ key: '3', ...plain, periods: [{ start: '2020-08-01', state: 'present' }] }],
    },
  ];
  const steps: readonly Step[] = [
    { bind: 'first', to: { less: [start, { day: '2020-12-31' }] } },
    { exclude: { id: 'late', label: text, when: { less: [{ day: '2020-12-31' }, start] } } },
  ];

  it.each<[DimensionId, string, number, number, number]>([
    ['gender', 'female', 2, 1, 1],
    ['gender', 'male', 1, 0, 1],
    ['field', 'yes', 1, 1, 0],
    ['field', 'unknown', 2, 0, 2],
    // Not columns of the right or its person: everybody is looked at.
    ['area', 'yes', 3, 1, 0],
    ['started', 'yes', 3, 1, 2],
    ['ageGroup', 'young', 3, 1, 1],
    ['cohort', '2020-H2', 3, 1, 2],
  ])('where %s is only %s', (id, wanted, population, late, rows) => {
    const result = run(persons, dimensions, { by: [], only: { [id]: [wanted] } }, steps);
    expect(result.population).toBe(population);
    expect(result.exclusions).toEqual([{ id: 'late', count: late }]);
    expect(counts(result)).toEqual(rows === 0 ? {} : { '': rows });
  });
});

describe('cells of several dimensions', () => {
  const dimensions: readonly DimensionRule[] = [
    { id: 'school', label: text, from: { dictionary: 'right.school' } },
    { id: 'year', label: text, from: 'windows' },
    {
      id: 'funding',
      label: text,
      from: { codes: 'period.funding', members: [member('state', '1'), member('own', '4')] },
    },
    {
      id: 'method',
      label: text,
      from: { codes: 'right.method', members: [member('new', 'reform'), member('old', 'curriculum')] },
    },
  ];
  const steps: readonly Step[] = [{ each: 'period' }, { slice: [column('period.start'), column('period.end')] }];
  const persons = rightsOf(
    {
      school: 's1',
      method: 'reform',
      periods: [
        { start: '2020-10-01', end: '2020-12-31', state: 'present', funding: 1 },
        { start: '2021-01-01', end: '2021-03-31', state: 'present', funding: 4 },
      ],
    },
    {
      school: 's2',
      method: 'curriculum',
      periods: [{ start: '2020-12-01', end: '2021-01-31', state: 'present', funding: 4 }],
    },
    {
      school: 's2',
      method: 'reform',
      periods: [{ start: '2021-05-01', end: '2021-05-31', state: 'present', funding: 1 }],
    },
  );
  // school, year, funding, method: rows
  const cells: readonly (readonly [readonly [string, string, string, string], number])[] = [
    [['s1', '2020', 'state', 'new'], 1],
    [['s1', '2021', 'own', 'new'], 1],
    [['s2', '2020', 'own', 'old'], 1],
    [['s2', '2021', 'own', 'old'], 1],
    [['s2', '2021', 'state', 'new'], 1],
  ];
  const all = ['school', 'year', 'funding', 'method'] as const;
  type Cut = (typeof all)[number];
  const rowsBy = (by: readonly Cut[], wanted: (cell: readonly string[]) => boolean = () => true) => {
    const rows: Record<string, number> = {};
    for (const [key, count] of cells.filter(([one]) => wanted(one))) {
      const name = by.map((id) => key[all.indexOf(id)]).join(' ');
      rows[name] = (rows[name] ?? 0) + count;
    }
    return rows;
  };
  const cuts: readonly (readonly Cut[])[] = [
    ['school', 'year', 'funding', 'method'],
    ['method', 'funding', 'year', 'school'],
    ['funding', 'school', 'year'],
    ['year', 'method', 'funding'],
    ['school', 'method'],
    ['method', 'year'],
    ['funding'],
    ['year'],
    [],
  ];

  it.each(cuts.map((by) => [by]))('are the same rows put together otherwise: %j', (by) => {
    for (const personsPerBatch of [1, 10])
      expect(counts(run(persons, dimensions, { by }, steps, personsPerBatch))).toEqual(rowsBy(by));
  });

  it.each(cuts.map((by) => [by]))('are fewer where only some members are wanted: %j', (by) => {
    const only = (asked: CalculateOptions['only']) => counts(run(persons, dimensions, { by, only: asked! }, steps));
    expect(only({ school: ['s2'] })).toEqual(rowsBy(by, ([school]) => school === 's2'));
    expect(only({ funding: ['own'] })).toEqual(rowsBy(by, ([, , funding]) => funding === 'own'));
    expect(only({ year: ['2021'], method: ['new'] })).toEqual(
      rowsBy(by, ([, year, , method]) => year === '2021' && method === 'new'),
    );
    expect(only({ school: ['s2'], funding: ['own', 'state'], year: ['2021'] })).toEqual(
      rowsBy(by, ([school, year]) => school === 's2' && year === '2021'),
    );
    expect(only({ school: ['s3'] })).toEqual({});
  });

  it('keep to their time where rows stand for none', () => {
    expect(() => run(persons, dimensions, { by: ['year'] }, [{ each: 'period' }])).toThrow(
      expect.objectContaining({ path: 'year', found: 'a dimension of windows', expected: 'rows of a window' }),
    );
    expect(() => run(persons, dimensions, { by: [], only: { year: ['2020'] } }, [])).toThrow(
      expect.objectContaining({ path: 'year', found: 'a dimension of windows', expected: 'rows of a window' }),
    );
  });
});
