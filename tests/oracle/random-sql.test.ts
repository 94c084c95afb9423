import { completionByCohort, factsOf, studentYears, type DimensionId } from '@strapetsi/indicators';
import { figuresFromRows, toSql, type SqlRequest } from '@strapetsi/indicators/sql';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { databaseOf } from './duckdb.js';
import { naiveCompletionFigures, naiveStudentYearFigures } from './naive-cells.js';
import type { Person } from './person.js';
import { randomPersons } from './random-persons.js';

it('DuckDB and the naive program count the same student years: any persons, any period, either rule, any cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomPersons,
      fc.constantFrom<readonly DimensionId[]>(
        [],
        ['year'],
        ['month', 'school'],
        ['year', 'month'],
        ['year', 'funding', 'gender'],
        ['ageGroup', 'provider'],
        ['qualification', 'year'],
      ),
      fc.constantFrom(
        ['2019-01-01', '2021-12-31'],
        ['2024-03-15', '2027-02-10'],
        ['2023-06-20', '2023-08-10'],
        ['2025-12-31', '2026-01-01'],
      ),
      fc.constantFrom('2023-07-15', '2026-09-30', '2030-01-01'),
      fc.constantFrom('until2025' as const, 'from2026' as const, undefined),
      async (persons, by, [from = '', to = ''], asOf, rule) => {
        const request = {
          by,
          period: { from, to },
          asOf,
          ...(rule === undefined ? {} : { rule: { until2025: 'until-2025', from2026: 'from-2026' }[rule] }),
        };
        const figures = await figuresOf(studentYears, persons, request);
        const naive = naiveStudentYearFigures(persons, { by, from, to, asOf, ...(rule === undefined ? {} : { rule }) });
        expect(figures.cells).toEqual(naive.cells);
        expect(figures.population).toBe(naive.population);
        for (const { id, count } of figures.exclusions) expect([id, count]).toEqual([id, naive.exclusions[id]]);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

it('DuckDB and the naive program find the same states: any persons, any cohorts, any day of looking, any cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomPersons,
      fc.constantFrom<readonly DimensionId[]>(
        ['cohort', 'checkpoint'],
        ['checkpoint', 'started', 'cohort'],
        ['cohort', 'checkpoint', 'school', 'gender'],
        ['cohort', 'ageGroup', 'checkpoint'],
      ),
      fc.constantFrom(['2018-01-01', '2027-12-31'], ['2021-07-01', '2022-06-30'], ['2021-08-10', '2023-09-01']),
      fc.constantFrom('2024-02-29', '2026-12-31', '2027-06-15', '2031-01-01'),
      async (persons, by, [from = '', to = ''], asOf) => {
        const figures = await figuresOf(completionByCohort, persons, { by, period: { from, to }, asOf });
        const naive = naiveCompletionFigures(persons, { by, from, to, asOf });
        expect(figures.cells).toEqual(naive.cells);
        expect(figures.population).toBe(naive.population);
        for (const { id, count } of figures.exclusions) expect([id, count]).toEqual([id, naive.exclusions[id]]);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

async function figuresOf(
  definition: typeof studentYears,
  persons: readonly Person[],
  request: Omit<SqlRequest, 'dialect'>,
): Promise<ReturnType<typeof figuresFromRows>> {
  const database = await databaseOf(factsOf(persons, { personsPerBatch: 7 }));
  try {
    return figuresFromRows(await database.run(toSql(definition, { dialect: 'duckdb', ...request })), request);
  } finally {
    database.close();
  }
}
