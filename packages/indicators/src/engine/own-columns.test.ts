import { expect, it } from 'vitest';
import type { Definition, RootRelation } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts, OwnColumn } from '../facts/facts.js';
import { calculateInMemory } from './calculate.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const [facts] = factsOf([
  {
    key: 'a',
    rights: ['r1', 'r2', 'r3'].map((key) => ({
      key,
      provider: 'p',
      education: 'wholeQualification',
      julyRule: 'removed',
      periods: [],
    })),
    outcomes: [1, 3].map((yearsAfter) => ({ provider: 'p', graduated: '2020-05-31', yearsAfter })),
  },
]) as readonly [Facts];

function column(of: OwnColumn['of'], ...values: readonly number[]): OwnColumn {
  const dictionary = { keys: ['day', 'evening'], labels: [{ fi: 'Päivä' }, {}] };
  return { of, label: { fi: 'Ryhmä' }, dictionary, values: Int32Array.from(values) };
}

function run(over: RootRelation, own: OwnColumn) {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    over,
    rules: [{ id: 'only', label: text, inForce: {}, steps: [], measure: { kind: 'count' }, sources: [] }],
    dimensions: [],
    figures: [],
    limits: [],
    unverified: [],
  };
  const options = { by: ['own.team'], period: { from: '2020-01-01', to: '2020-12-31' }, asOf: '2021-01-15' } as const;
  return calculateInMemory([{ ...facts, own: { team: own } }], definition, options);
}

it('a column of a provider’s own cuts study rights, by its codes and under its name', () => {
  expect(run('right', column('right', 0, -1, 0))).toMatchObject({
    own: { 'own.team': { fi: 'Ryhmä' } },
    members: { 'own.team': [{ id: 'day', label: { fi: 'Päivä' } }, { id: 'unknown' }] },
    cells: [
      { key: ['day'], n: 1, amounts: [2] },
      { key: ['unknown'], n: 1, amounts: [1] },
    ],
  });
});

it('or outcomes, where it is of those', () => {
  expect(run('outcome', column('outcome', 1, 0)).cells).toEqual([
    { key: ['day'], n: 1, amounts: [1] },
    { key: ['evening'], n: 1, amounts: [1] },
  ]);
});

it('but no other rows than its own', () => {
  const error = { name: 'DefinitionError', path: 'own.team' };
  expect(() => run('outcome', column('right', 0, 0, 0))).toThrow(
    expect.objectContaining({ ...error, found: 'a column of right', expected: 'a column of outcome' }),
  );
  expect(() => run('right', column('outcome', 0, 0))).toThrow(
    expect.objectContaining({ ...error, found: 'a column of outcome', expected: 'a column of right' }),
  );
});
