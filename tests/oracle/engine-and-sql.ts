import { calculateInMemory } from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';
import { randomRuns } from './random-definitions.js';
import { factsOfRecords, randomRecords } from './random-records.js';

/** Definitions that are tried on the same persons: loading them takes as long as a few statements. */
const DEFINITIONS = 8;

/** The engine and DuckDB make the same aggregate, bit for bit, of random records by random definitions. */
export async function engineAgreesWithDuckDb(numRuns: number): Promise<void> {
  const runs = fc.array(randomRuns, { minLength: DEFINITIONS, maxLength: DEFINITIONS });
  await fc.assert(
    fc.asyncProperty(randomRecords, runs, async (persons, all) => {
      const database = await databaseOf(factsOfRecords(persons));
      try {
        for (const { definition, options } of all) {
          const inDuckDb = await aggregateInDuckDb(database, definition, options);
          const aggregate = calculateInMemory(database.facts, definition, options);
          expect(JSON.stringify(inDuckDb)).toBe(JSON.stringify(aggregate));
        }
      } finally {
        database.close();
      }
    }),
    { numRuns: Math.ceil(numRuns / DEFINITIONS) },
  );
}
