import {
  type Aggregate,
  calculateInMemory,
  completionByCohort,
  type DimensionId,
  factsOf,
  studentYears,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';
import { type NaiveFigures, naiveCompletionFigures, naiveStudentYearFigures } from './naive-cells.js';
import { randomPersons } from './random-persons.js';

/** Three programs that share nothing but the definitions (two of them) or not even those (the third), on the same persons. */
const yearCuts: readonly (readonly DimensionId[])[] = [
  [],
  ['year'],
  ['month', 'school'],
  ['year', 'month'],
  ['year', 'funding', 'gender'],
  ['ageGroup', 'provider'],
  ['qualification', 'year'],
];
const completionCuts: readonly (readonly DimensionId[])[] = [
  ['cohort', 'checkpoint'],
  ['checkpoint', 'started', 'cohort'],
  ['cohort', 'checkpoint', 'school', 'gender'],
  ['cohort', 'ageGroup', 'checkpoint'],
  ['checkpoint', 'provider'],
];
const yearPeriods = [
  ['2019-01-01', '2021-12-31'],
  ['2024-03-15', '2027-02-10'],
  ['2023-06-20', '2023-08-10'],
  ['2025-12-31', '2026-01-01'],
] as const;
const cohortPeriods = [
  ['2018-01-01', '2027-12-31'],
  ['2021-07-01', '2022-06-30'],
  ['2021-08-10', '2023-09-01'],
] as const;

const studentYearRequests = fc.record({
  by: fc.constantFrom(...yearCuts),
  period: fc.constantFrom(...yearPeriods).map(([from, to]) => ({ from, to })),
  asOf: fc.constantFrom('2023-07-15', '2026-09-30', '2030-01-01'),
  rule: fc.constantFrom('until-2025' as const, 'from-2026' as const, undefined),
});

const completionRequests = fc.record({
  by: fc.constantFrom(...completionCuts),
  period: fc.constantFrom(...cohortPeriods).map(([from, to]) => ({ from, to })),
  asOf: fc.constantFrom('2024-02-29', '2026-12-31', '2027-06-15', '2031-01-01'),
});

const naiveRule = { 'until-2025': 'until2025', 'from-2026': 'from2026' } as const;

export function engineCountsTheNaiveStudentYears(numRuns: number): void {
  fc.assert(
    fc.property(randomPersons, studentYearRequests, (persons, { rule, by, period, asOf }) => {
      const asked = { by, period, asOf, ...(rule === undefined ? {} : { rule }) };
      const aggregate = calculateInMemory(factsOf(persons, { personsPerBatch: 7 }), studentYears, asked);
      const named = rule === undefined ? {} : { rule: naiveRule[rule] };
      expectEqual(aggregate, naiveStudentYearFigures(persons, { by, ...period, asOf, ...named }));
    }),
    { numRuns },
  );
}

export function engineFindsTheNaiveStates(numRuns: number): void {
  fc.assert(
    fc.property(randomPersons, completionRequests, (persons, { by, period, asOf }) => {
      const facts = factsOf(persons, { personsPerBatch: 7 });
      const aggregate = calculateInMemory(facts, completionByCohort, { by, period, asOf });
      expectEqual(aggregate, naiveCompletionFigures(persons, { by, ...period, asOf }));
    }),
    { numRuns },
  );
}

const onlies = fc.constantFrom<Partial<Record<DimensionId, readonly string[]>>>(
  {},
  {},
  { school: ['1.2.246.562.10.11'] },
  { gender: ['female', 'unknown'], provider: ['1.2.246.562.10.1'] },
  { ageGroup: ['15-19', '20-24'] },
);

export async function duckDbMakesTheStudentYears(numRuns: number): Promise<void> {
  const only = fc.oneof(onlies, fc.constant({ year: ['2023', '2024'] }), fc.constant({ funding: ['01'] }));
  await fc.assert(
    fc.asyncProperty(randomPersons, studentYearRequests, only, async (persons, { rule, ...request }, kept) => {
      const asked = { ...request, only: kept, ...(rule === undefined ? {} : { rule }) };
      const database = await databaseOf(factsOf(persons, { personsPerBatch: 7 }));
      const inDuckDb = await aggregateInDuckDb(database, studentYears, asked);
      database.close();
      expect(inDuckDb).toEqual(calculateInMemory(database.facts, studentYears, asked));
    }),
    { numRuns },
  );
}

export async function duckDbMakesTheCompletion(numRuns: number): Promise<void> {
  const only = fc.oneof(
    onlies,
    fc.constant({ cohort: ['2021-H2', '2022-H1'] }),
    fc.constant({ started: ['vocational'], checkpoint: ['12', 'latest'] }),
  );
  await fc.assert(
    fc.asyncProperty(randomPersons, completionRequests, only, async (persons, request, kept) => {
      const asked = { ...request, only: kept };
      const database = await databaseOf(factsOf(persons, { personsPerBatch: 7 }));
      const inDuckDb = await aggregateInDuckDb(database, completionByCohort, asked);
      database.close();
      expect(inDuckDb).toEqual(calculateInMemory(database.facts, completionByCohort, asked));
    }),
    { numRuns },
  );
}

function expectEqual({ cells, population, exclusions }: Aggregate, naive: NaiveFigures): void {
  expect(cells).toEqual(naive.cells);
  expect(population).toBe(naive.population);
  for (const { id, count } of exclusions) expect([id, count]).toEqual([id, naive.exclusions[id]]);
}
