import {
  calculateInMemory,
  combine,
  completionByCohort,
  factsOf,
  merge,
  NoPartError,
  parseAggregate,
  PersonTwiceError,
  ProviderTwiceError,
  studentYears,
  type Aggregate,
  type CalculateOptions,
  type Definition,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from './person.js';
import { randomPersons } from './random-persons.js';

const runs: readonly (readonly [Definition, CalculateOptions])[] = [
  [
    studentYears,
    { by: ['year', 'school', 'gender'], period: { from: '2019-01-01', to: '2027-12-31' }, asOf: '2027-06-30' },
  ],
  [
    completionByCohort,
    { by: ['cohort', 'checkpoint', 'school'], period: { from: '2018-01-01', to: '2027-12-31' }, asOf: '2026-12-31' },
  ],
];

const anyRun = fc.constantFrom(...runs);

/** Which part each person goes to. */
const parting = fc.array(fc.nat(3), { minLength: 25, maxLength: 25 });

function part(persons: readonly Person[], parts: readonly number[], wanted: number): readonly Person[] {
  return persons.filter((_, index) => parts[index] === wanted);
}

function withProvider(persons: readonly Person[], provider: string): readonly Person[] {
  return persons.map((person) => ({ ...person, rights: person.rights.map((right) => ({ ...right, provider })) }));
}

function calculated(persons: readonly Person[], [definition, options]: (typeof runs)[number]): Aggregate {
  return calculateInMemory(factsOf(persons), definition, options);
}

const bytes = (aggregate: Aggregate): string => JSON.stringify(aggregate);

describe('parts of one run', () => {
  it('combine to the whole, bit for bit, in any order and grouping', () => {
    fc.assert(
      fc.property(randomPersons, parting, anyRun, (persons, parts, run) => {
        const whole = bytes(calculated(persons, run));
        const [a, b, c, d] = [0, 1, 2, 3].map((wanted) => calculated(part(persons, parts, wanted), run));
        if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four parts');
        expect(bytes(combine(a, b, c, d))).toBe(whole);
        expect(bytes(combine(d, c, a, b))).toBe(whole);
        expect(bytes(combine(combine(a, c), combine(d, b)))).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('are refused where a person is met again, and where they are parts no more', () => {
    fc.assert(
      fc.property(randomPersons, anyRun, (persons, run) => {
        const aggregate = calculated(persons, run);
        expect(() => combine(aggregate, calculated(persons.slice(0, 1), run))).toThrow(PersonTwiceError);
        const read = parseAggregate(JSON.parse(bytes(aggregate)));
        if (!read.ok) throw new Error(read.problem.path);
        expect(read.aggregate).toEqual(aggregate);
        expect(() => combine(read.aggregate, calculated([], run))).toThrow(NoPartError);
      }),
      { numRuns: 30 },
    );
  });
});

describe('providers', () => {
  it('merge to the network, bit for bit, in any order and grouping', () => {
    fc.assert(
      fc.property(randomPersons, parting, anyRun, (persons, parts, run) => {
        const providers = [0, 1, 2, 3].map((wanted) =>
          withProvider(part(persons, parts, wanted), `provider-${String(wanted)}`),
        );
        const whole = bytes(calculated(providers.flat(), run));
        const [a, b, c, d] = providers.map((own) => calculated(own, run));
        if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four providers');
        expect(bytes(merge(a, b, c, d))).toBe(whole);
        expect(bytes(merge(merge(d, b), merge(c, a)))).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('stand in a network once', () => {
    const person = (key: string, provider: string): Person => ({
      key: key.padStart(32, '0'),
      rights: [
        {
          key: '1.2.246.562.15.1',
          provider,
          school: 'school',
          qualification: '351301',
          performanceType: 'ammatillinentutkinto',
          education: 'wholeQualification',
          julyRule: 'removed',
          tuva: false,
          nested: false,
          periods: [{ state: 'present', start: '2023-08-01', stateBegan: '2023-08-01', share: 1_000_000 }],
        },
      ],
    });
    for (const run of runs) {
      const [a, b, again] = [person('1', 'A'), person('2', 'B'), person('3', 'A')].map((one) => calculated([one], run));
      if (a === undefined || b === undefined || again === undefined) throw new Error('three providers');
      expect(() => merge(a, b, again)).toThrow(ProviderTwiceError);
    }
  });
});
