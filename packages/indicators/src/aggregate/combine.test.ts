import { expect, it } from 'vitest';
import type { Aggregate } from './aggregate.js';
import { combine } from './combine.js';
import { NoPartError, PersonTwiceError } from './errors.js';
import { personsOf, withPersons } from './persons.js';

// The law on random facts stands in tests/oracle/combine-and-merge.test.ts.

function part(n: number): Aggregate {
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: 'student-years', version: '1.0.0', hash: 'aa' },
    period: { from: '2024-01-01', to: '2024-12-31' },
    asOf: '2025-01-31',
    only: {},
    by: [],
    members: {},
    providers: [{ id: 'p1', label: {} }],
    cells: [{ key: [], n, amounts: [n * 10] }],
    population: n,
    exclusions: [],
    findings: [],
    records: { read: n, facts: n, refused: 0 },
  };
}

it('parts of one provider are added, and know the persons of both', () => {
  const whole = combine(withPersons(part(1), new Set(['a'])), withPersons(part(2), [['b'], ['c']]));
  expect(whole).toEqual(part(3));
  expect(personsOf(whole)).toEqual(new Set(['a', 'b', 'c']));
  expect(personsOf(combine(withPersons(part(2), new Set(['a', 'b'])), withPersons(part(1), new Set(['c']))))).toEqual(
    new Set(['a', 'b', 'c']),
  );
});

it('a person in two parts is refused without saying who', () => {
  const [a, b] = [withPersons(part(3), new Set(['a', 'b', 'c'])), withPersons(part(3), new Set(['c', 'd', 'b']))];
  expect(() => combine(a, b)).toThrow(PersonTwiceError);
  expect(() => combine(a, b)).toThrow('2 persons are in two of the parts');
});

it('an aggregate from a file is no part, in either place', () => {
  const inMemory = withPersons(part(1), new Set(['a']));
  expect(() => combine(inMemory, part(1))).toThrow(NoPartError);
  expect(() => combine(part(1), inMemory)).toThrow(NoPartError);
  expect(combine(part(1))).toEqual(part(1));
});
