import { expect, it } from 'vitest';
import { studentYears } from '../definitions/student-years.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import type { Aggregate } from './aggregate.js';
import { PersonTwiceError } from './errors.js';
import { personsOf, repeatedPersons, withPersons } from './persons.js';

const aggregate = calculateInMemory([], studentYears, {
  by: [],
  period: { from: '2024-01-01', to: '2024-12-31' },
  asOf: '2025-01-01',
});

it('persons go with an aggregate in memory, not into JSON, a copy or a list of its keys', () => {
  const carrying = withPersons(aggregate, [['a', 'file:3'], ['b']]);
  expect([...(personsOf(carrying) ?? [])]).toEqual(['a', 'b']);
  expect(personsOf(carrying)).toBe(personsOf(carrying));
  expect(JSON.stringify(carrying)).toBe(JSON.stringify(aggregate));
  expect(personsOf({ ...carrying })).toBeUndefined();
  expect(Object.keys(carrying)).toEqual(Object.keys(aggregate));
});

it('a set of persons is taken as it is', () => {
  const persons = new Set(['a']);
  expect(personsOf(withPersons(aggregate, persons))).toBe(persons);
});

it('a person in two readings is refused without saying who; persons that only a file knows are not compared', () => {
  const reading = (...keys: readonly string[]): readonly Facts[] => factsOf(keys.map((key) => ({ key, rights: [] })));
  const count = (...readings: readonly (readonly Facts[])[]): Aggregate =>
    calculateInMemory(readings.flat(), studentYears, {
      by: [],
      period: { from: '2024-01-01', to: '2024-12-31' },
      asOf: '2025-01-01',
    });
  expect(personsOf(count(reading('a', 'file:1'), reading('b', 'file:1')))).toEqual(new Set(['a', 'b']));
  expect(() => count(reading('a', 'b', 'c'), reading('c', 'd', 'b'))).toThrow(PersonTwiceError);
  expect(() => count(reading('a', 'b', 'c'), reading('c', 'd', 'b'))).toThrow('2 persons are in two of the parts');
});

it('persons that stand in several lists, or twice in one, are counted once each', () => {
  expect(repeatedPersons([['a', 'b'], ['c']])).toBe(0);
  expect(
    repeatedPersons([
      ['a', 'b', 'c'],
      ['b', 'd'],
      ['b', 'c'],
    ]),
  ).toBe(2);
  expect(repeatedPersons([['a', 'a', 'b']])).toBe(1);
  expect(
    repeatedPersons([
      ['file:1', 'a'],
      ['file:1', 'profile:1'],
      ['file:1', 'profile:1'],
    ]),
  ).toBe(1);
});
