import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../aggregate/aggregate.js';
import type { Definition, DimensionRule, Expr, Rule, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const column = (name: string): Expr => ({ column: name });
const exclude = (id: string, when: Expr): Step => ({ exclude: { id, label: text, when } });

const dimensions: readonly DimensionRule[] = [
  { id: 'school', label: text, from: { dictionary: 'right.school' } },
  { id: 'provider', label: text, from: { dictionary: 'right.provider' } },
  { id: 'year', label: text, from: 'windows' },
  {
    id: 'funding',
    label: text,
    from: {
      codes: 'period.funding',
      members: [
        { id: 'state', codes: ['1'], label: text },
        { id: 'own', codes: ['4'], label: text },
      ],
    },
  },
];

function ruleOf(steps: readonly Step[], more: Partial<Rule> = {}): Rule {
  return { id: 'only', label: text, inForce: {}, steps, measure: { kind: 'count' }, sources: [], ...more };
}

function run(
  persons: readonly PlainPerson[],
  rules: readonly Rule[],
  asked: Partial<CalculateOptions> = {},
  personsPerBatch = 10_000,
): Aggregate {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules,
    dimensions,
    figures: [],
    limits: [],
    unverified: [],
  };
  const period = { from: '2020-01-01', to: '2021-12-31' };
  return calculateInMemory(factsOf(persons, { personsPerBatch }), definition, {
    by: [],
    period,
    asOf: '2022-01-15',
    ...asked,
  });
}

const plain = { provider: 'p', education: 'wholeQualification', julyRule: 'removed' } as const;
function right(key: string, more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return { key, ...plain, periods: [{ start: '2020-12-01', end: '2021-01-31', state: 'present' }], ...more };
}
const eachRight = (...rights: readonly PlainStudyRight[]): readonly PlainPerson[] =>
  rights.map((one) => ({ key: one.key, rights: [one] }));

const nested = exclude('nested', column('right.nested'));
const purchased = exclude('purchased', column('right.purchased'));
const sliced: readonly Step[] = [{ each: 'period' }, { slice: [column('period.start'), column('period.end')] }];

// In s1 a nested one, one that is nested and purchased, and one that is neither; in s2 two purchased ones.
const five = eachRight(
  right('a', { school: 's1', nested: true }),
  right('b', { school: 's1', nested: true, purchased: true }),
  right('c', { school: 's1' }),
  right('d', { school: 's2', purchased: true }),
  right('e', { school: 's2', purchased: true }),
);

describe('study rights are counted', () => {
  it.each([1, 2, 10])('before exclusions and for each of them, in batches of %i', (personsPerBatch) => {
    expect(run(five, [ruleOf([nested, purchased])], {}, personsPerBatch)).toMatchObject({
      population: 5,
      exclusions: [
        { id: 'nested', count: 2 },
        { id: 'purchased', count: 2 },
      ],
      cells: [{ n: 1, amounts: [1] }],
    });
  });

  it('of the members of only that a right has by itself', () => {
    const rules = [ruleOf([nested, purchased])];
    expect(run(five, rules, { only: { school: ['s1'] } }, 2)).toMatchObject({
      population: 3,
      exclusions: [
        { id: 'nested', count: 2 },
        { id: 'purchased', count: 0 },
      ],
    });
    expect(run(five, rules, { only: { school: ['s2'], provider: ['p'] } }, 2)).toMatchObject({
      population: 2,
      exclusions: [
        { id: 'nested', count: 0 },
        { id: 'purchased', count: 2 },
      ],
    });
    expect(run(five, rules, { only: { school: ['s2', 's3'], provider: ['q'] } }, 2)).toMatchObject({
      population: 0,
      exclusions: [
        { id: 'nested', count: 0 },
        { id: 'purchased', count: 0 },
      ],
    });
  });

  it('whatever the members of only that their rows have', () => {
    const paid = five.map(({ key, rights }) => ({
      key,
      rights: rights.map((one) => ({
        ...one,
        periods: one.periods.map((period) => ({ ...period, funding: key < 'd' ? 1 : 4 })),
      })),
    }));
    expect(run(paid, [ruleOf([nested, ...sliced])], { only: { funding: ['own'] } })).toMatchObject({
      population: 5,
      exclusions: [{ id: 'nested', count: 2 }],
      cells: [{ n: 2, amounts: [4] }],
    });
  });

  it('after those that are kept, and before the first other step', () => {
    const kept: Step = { keep: { in: 'right.school', codes: ['s2'] } };
    expect(run(five, [ruleOf([kept, purchased])])).toMatchObject({ population: 2 });
    expect(run(five, [ruleOf([purchased, kept])])).toMatchObject({ population: 5 });
    expect(run(five, [ruleOf([kept, ...sliced, { keep: 0 }])])).toMatchObject({ population: 2, cells: [] });
    expect(run(five, [ruleOf([kept])])).toMatchObject({ population: 2 });
  });

  it('once, however many rows of them are left out', () => {
    const january = exclude('january', { less: [{ day: '2020-12-31' }, column('row.start')] });
    const whole = exclude('all', 1);
    expect(run(five, [ruleOf([...sliced, january, whole])])).toMatchObject({
      population: 5,
      exclusions: [
        { id: 'january', count: 5 },
        { id: 'all', count: 5 },
      ],
      cells: [],
    });
  });

  it.each([1, 10])('once, however many rules see them, in batches of %i', (personsPerBatch) => {
    const of2021 = exclude('purchased', { all: [column('right.purchased'), column('right.nested')] });
    const rules = [
      ruleOf([nested, purchased, ...sliced], { id: 'old', inForce: { to: '2020-12-31' } }),
      ruleOf([{ keep: { in: 'right.school', codes: ['s1'] } }, of2021, nested, ...sliced], {
        id: 'new',
        inForce: { from: '2021-01-01' },
      }),
    ];
    // The second rule leaves out b for being purchased, then a for being nested; both had been left out for it before.
    expect(run(five, rules, { by: ['year'] }, personsPerBatch)).toMatchObject({
      population: 5,
      exclusions: [
        { id: 'nested', count: 2 },
        { id: 'purchased', count: 3 },
      ],
      cells: [
        { key: ['2020'], n: 1 },
        { key: ['2021'], n: 1 },
      ],
    });
    expect(run(five, rules, { by: ['year'], only: { school: ['s1'] } }, personsPerBatch)).toMatchObject({
      population: 3,
      exclusions: [
        { id: 'nested', count: 2 },
        { id: 'purchased', count: 1 },
      ],
    });
  });

  it('once where rules keep different ones', () => {
    const keep = (school: string): Step => ({ keep: { in: 'right.school', codes: [school] } });
    const rules = [
      ruleOf([keep('s1'), ...sliced], { id: 'old', inForce: { to: '2020-12-31' } }),
      ruleOf([keep('s2'), ...sliced], { id: 'new', inForce: { from: '2021-01-01' } }),
    ];
    expect(run(five, rules, { by: ['year'] }, 2)).toMatchObject({ population: 5 });
    expect(run(five.slice(0, 4), rules, { by: ['year'] }, 2)).toMatchObject({ population: 4 });
  });

  it('in chunks of a large batch, each with its persons whole', () => {
    // 4,000 rights of 1,000 persons with four each; the second of each is nested, the third and fourth are later.
    const persons = Array.from({ length: 1000 }, (_, at) => ({
      key: String(at),
      rights: ['1', '2', '3', '4'].map((key) =>
        right(`${String(at)}/${key}`, { nested: key === '2', school: `s${key}` }),
      ),
    }));
    const first: Step = {
      firstOf: [column('right.person')],
      orderBy: [column('right.key')],
      otherwise: { id: 'later', label: text },
    };
    expect(run(persons, [ruleOf([nested, first])], { by: ['school'] })).toMatchObject({
      population: 4000,
      exclusions: [
        { id: 'nested', count: 1000 },
        { id: 'later', count: 2000 },
      ],
      cells: [{ key: ['s1'], n: 1000, amounts: [1000] }],
    });
    expect(run(persons, [ruleOf([nested])], { by: ['school'], only: { school: ['s2', 's3'] } })).toMatchObject({
      population: 2000,
      exclusions: [{ id: 'nested', count: 1000 }],
      cells: [{ key: ['s3'], n: 1000, amounts: [1000] }],
    });
  });

  it('in chunks of a large batch, in the cells of several dimensions and windows', () => {
    // 2,400 persons with two rights: one in s1 of funding 1 in both years, one in s2 of funding 4 in 2021.
    const periods = (start: string, funding: number) => [
      { start, end: '2021-01-31', state: 'present' as const, funding },
    ];
    const persons = Array.from({ length: 2400 }, (_, at) => ({
      key: String(at),
      rights: [
        right(`${String(at)}/1`, { school: 's1', provider: 'p1', periods: periods('2020-12-01', 1) }),
        right(`${String(at)}/2`, { school: 's2', provider: 'p2', periods: periods('2021-01-01', 4) }),
      ],
    }));
    const { cells } = run(persons, [ruleOf(sliced)], { by: ['school', 'year', 'provider', 'funding'] });
    expect(cells).toEqual([
      { key: ['s1', '2020', 'p1', 'state'], n: 2400, amounts: [2400] },
      { key: ['s1', '2021', 'p1', 'state'], n: 2400, amounts: [2400] },
      { key: ['s2', '2021', 'p2', 'own'], n: 2400, amounts: [2400] },
    ]);
  });
});

describe('whose the records are', () => {
  const label = (fi: string) => ({ fi });
  it('is said of rights, outcomes and responses, batch by batch, by id and with the name that is known', () => {
    const persons: readonly PlainPerson[] = [
      { key: 'a', rights: [right('a', { provider: 'p3' })] },
      {
        key: 'b',
        rights: [],
        outcomes: [{ provider: { key: 'p2', label: label('Kaksi') }, graduated: '2020-05-31', yearsAfter: 1 }],
      },
      { key: 'c', rights: [], responses: [{ key: 'f', provider: 'p1', survey: 's', answered: true }] },
      { key: 'd', rights: [right('d', { provider: { key: 'p3', label: label('Kolme') } })] },
    ];
    for (const personsPerBatch of [1, 2, 10])
      expect(run(persons, [ruleOf([])], {}, personsPerBatch).providers).toEqual([
        { id: 'p1', label: {} },
        { id: 'p2', label: label('Kaksi') },
        { id: 'p3', label: label('Kolme') },
      ]);
    expect(run(persons.slice(1, 2), [ruleOf([])]).providers).toEqual([{ id: 'p2', label: label('Kaksi') }]);
  });

  it('is joined from readings that were made apart', () => {
    const definition = run([], [ruleOf([])]);
    expect(definition.providers).toEqual([]);
    const reading = (key: string, provider: string): ReturnType<typeof factsOf> =>
      factsOf(eachRight(right(key, { provider })));
    const rule = ruleOf([]);
    const whole = calculateInMemory(
      [...reading('a', 'p2'), ...reading('b', 'p1'), ...reading('c', 'p2')],
      {
        id: 'test',
        version: '1',
        name: text,
        meaning: text,
        direction: 'neither',
        rules: [rule],
        dimensions,
        figures: [],
        limits: [],
        unverified: [],
      },
      { by: ['provider'], period: { from: '2020-01-01', to: '2020-12-31' }, asOf: '2021-01-15' },
    );
    expect(whole.providers.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(whole.cells).toEqual([
      { key: ['p1'], n: 1, amounts: [1] },
      { key: ['p2'], n: 2, amounts: [2] },
    ]);
  });
});

describe('members of a dimension', () => {
  it('are those that cells have, and all windows of the run', () => {
    const persons = eachRight(
      right('a', { school: 's2', periods: [{ start: '2020-01-01', end: '2020-01-31', state: 'present', funding: 4 }] }),
      right('b', { periods: [{ start: '2020-02-01', end: '2020-02-29', state: 'present', funding: 9 }] }),
      right('c', { school: 's1', nested: true }),
    );
    const { members, cells } = run(persons, [ruleOf([nested, ...sliced])], { by: ['school', 'year', 'funding'] });
    expect(Object.entries(members).map(([id, list]) => [id, list?.map((one) => one.id)])).toEqual([
      ['school', ['s2', 'unknown']],
      ['year', ['2020', '2021']],
      ['funding', ['own', 'unknown']],
    ]);
    expect(members.school?.at(-1)).toEqual({
      id: 'unknown',
      label: { fi: 'Tieto puuttuu', sv: 'Uppgift saknas', en: 'Not known' },
    });
    expect(cells.map(({ key }) => key.join(' '))).toEqual(['s2 2020 own', 'unknown 2020 unknown']);
  });
});
