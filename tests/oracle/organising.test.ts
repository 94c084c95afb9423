import {
  calculateInMemory,
  completionByCohort,
  qualifications,
  studentYears,
  students,
  type CalculateOptions,
  type Definition,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';
import { factsOfRecords, randomRecords } from './random-records.js';

const period = { from: '2016-01-01', to: '2026-12-31' } as const;
const asked: readonly (readonly [Definition, CalculateOptions])[] = [
  [students, { by: ['organising', 'year'], period, asOf: '2026-06-30' }],
  [students, { by: ['school'], only: { organising: ['apprenticeship'] }, period, asOf: '2026-06-30' }],
  [studentYears, { by: ['organising', 'funding'], period, asOf: '2026-06-30' }],
  [qualifications, { by: ['organising'], period, asOf: '2026-06-30' }],
  [completionByCohort, { by: ['organising', 'checkpoint'], period, asOf: '2032-06-30' }],
];

it('the way of organising is the same in the engine and in DuckDB', async () => {
  const met = new Set<string>();
  for (const records of fc.sample(randomRecords, { numRuns: 12, seed: 3011 })) {
    const database = await databaseOf(factsOfRecords(records));
    for (const [definition, options] of asked) {
      const ours = calculateInMemory(database.facts, definition, options);
      expect(await aggregateInDuckDb(database, definition, options)).toEqual(ours);
      const at = options.by.indexOf('organising');
      for (const { key } of ours.cells) if (at >= 0) met.add(`${definition.id} ${key[at] ?? ''}`);
    }
  }
  const expected = [students, studentYears, qualifications, completionByCohort].flatMap(({ id }) => [
    `${id} apprenticeship`,
    `${id} schoolBased`,
  ]);
  expect([...met].sort()).toEqual(expected.sort());
}, 60_000);
