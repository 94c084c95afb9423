import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  engineCountsTheNaiveStudentYears,
  engineFindsTheNaiveStates,
  duckDbMakesTheStudentYears,
  duckDbMakesTheCompletion,
} from './agreement.js';
import { naiveCompletionFigures, naiveStudentYearFigures } from './naive-cells.js';
import { randomPersons } from './random-persons.js';

// npm run test:long draws thirty times as many persons
it('the engine counts the student years that the naive program counts: any persons, any period, either rule, any cut', () => {
  engineCountsTheNaiveStudentYears(100);
}, 120_000);

it('the engine finds the states that the naive program finds: any persons, any cohorts, any day of looking, any cut', () => {
  engineFindsTheNaiveStates(100);
}, 120_000);

it('DuckDB makes the aggregate that the engine makes of student years, byte for byte', async () => {
  await duckDbMakesTheStudentYears(30);
}, 120_000);

it('DuckDB makes the aggregate that the engine makes of completion, byte for byte', async () => {
  await duckDbMakesTheCompletion(30);
}, 120_000);

it('random persons reach every state, every reason to be left out, and amounts that are thirds of days', () => {
  const persons = fc.sample(randomPersons, { numRuns: 100, seed: 7 });
  const request = { by: ['cohort', 'checkpoint'] as const, from: '2018-01-01', to: '2027-12-31', asOf: '2031-01-01' };
  const figures = persons.map((some) => naiveCompletionFigures(some, request));
  const totals = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((state) =>
    figures.reduce(
      (sum, { cells }) => sum + cells.reduce((n, cell) => n + ('n' in cell ? (cell.amounts[state] ?? 0) : 0), 0),
      0,
    ),
  );
  expect(Math.min(...totals)).toBeGreaterThan(5);
  for (const id of ['nested', 'presentInTuva', 'otherStart']) {
    expect(figures.reduce((sum, { exclusions }) => sum + (exclusions[id] ?? 0), 0)).toBeGreaterThan(5);
  }
  const window = { from: '2023-06-01', to: '2024-05-31' };
  const years = persons
    .slice(0, 60)
    .map((some) => naiveStudentYearFigures(some, { ...request, ...window, by: ['year'] }));
  const amounts = years.flatMap(({ cells }) => cells.flatMap((cell) => ('amounts' in cell ? cell.amounts : [])));
  expect(amounts.filter((amount) => amount % 250_000 !== 0).length).toBeGreaterThan(40);
});
