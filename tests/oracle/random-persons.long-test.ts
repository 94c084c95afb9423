import { it } from 'vitest';
import {
  engineCountsTheNaiveStudentYears,
  engineFindsTheNaiveStates,
  duckDbMakesTheStudentYears,
  duckDbMakesTheCompletion,
} from './agreement.js';

it('the engine counts the student years that the naive program counts: any persons, any period, either rule, any cut', () => {
  engineCountsTheNaiveStudentYears(3000);
});

it('the engine finds the states that the naive program finds: any persons, any cohorts, any day of looking, any cut', () => {
  engineFindsTheNaiveStates(3000);
});

it('DuckDB makes the aggregate that the engine makes of student years, byte for byte', async () => {
  await duckDbMakesTheStudentYears(1000);
});

it('DuckDB makes the aggregate that the engine makes of completion, byte for byte', async () => {
  await duckDbMakesTheCompletion(1000);
});
