import { describe, expect, it } from 'vitest';
import { combine } from '../aggregate/combine.js';
import { parseAggregate } from '../aggregate/parse.js';
import { completionByCohort } from '../definitions/completion-by-cohort.js';
import { students } from '../definitions/students.js';
import { factsOf } from '../facts/facts-of.js';
import { cellsOf, persons, right } from '../../testing/timelines.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const january: CalculateOptions = {
  by: ['school', 'gender'],
  period: { from: '2024-01-01', to: '2024-01-31' },
  asOf: '2025-01-01',
};
const inSchool = (school: string): ReturnType<typeof right> => right('2024-01-08 present', { key: school, school });

/** Two in school A (a woman, a man), one in B (a woman), one in both (a man). */
const people = persons([inSchool('A')], [inSchool('A')], [inSchool('B')], [inSchool('A'), inSchool('B')]).map(
  (person, at) => ({ ...person, gender: (['female', 'male', 'female', 'male'] as const)[at]! }),
);

describe('totals', () => {
  it('are what the calculation gives without the cut: who is in two schools is one in their total', () => {
    expect(cellsOf(people, students, { ...january, totals: ['school'] })).toEqual({
      'A female': [1, 1],
      'A male': [2, 2],
      'B female': [1, 1],
      'B male': [1, 1],
      '* female': [2, 2],
      '* male': [2, 3],
    });
  });

  it('of two dimensions are those of each and that of both', () => {
    const cells = cellsOf(people, students, { ...january, totals: ['gender', 'school'] });
    expect(cells).toMatchObject({ 'A *': [3, 3], 'B *': [2, 2], '* female': [2, 2], '* male': [2, 3], '* *': [4, 5] });
    expect(Object.keys(cells)).toHaveLength(9);
  });

  it('are named in the aggregate in the order of the cuts, also when it is read from a file', () => {
    const aggregate = calculateInMemory(factsOf(people), students, { ...january, totals: ['gender', 'school'] });
    expect(aggregate.totals).toEqual(['school', 'gender']);
    expect(parseAggregate(JSON.parse(JSON.stringify(aggregate)))).toEqual({ ok: true, aggregate });
    expect(calculateInMemory(factsOf(people), students, { ...january, totals: [] })).not.toHaveProperty('totals');
  });

  it('come out of parts as out of the whole, byte for byte', () => {
    const options: CalculateOptions = { ...january, totals: ['school', 'gender'] };
    const part = (from: number, to: number): ReturnType<typeof calculateInMemory> =>
      calculateInMemory(factsOf(people.slice(from, to)), students, options);
    const whole = JSON.stringify(part(0, 4));
    expect(JSON.stringify(combine(part(0, 1), part(1, 3), part(3, 4)))).toBe(whole);
    expect(JSON.stringify(combine(part(3, 4), combine(part(1, 3), part(0, 1))))).toBe(whole);
  });

  it.each([
    [['school', 'location'], 'totals[1]', 'no-total'],
    [['school', 'school'], 'totals[1]', 'dimension-twice'],
  ] as const)('of %j are refused', (totals, path, code) => {
    expect(() => cellsOf(people, students, { ...january, totals })).toThrow(expect.objectContaining({ path, code }));
  });

  it('over time are refused: a year is no sum of what its months hold', () => {
    const options: CalculateOptions = { ...january, by: ['month'], totals: ['month'] };
    expect(() => cellsOf(people, students, options)).toThrow(
      expect.objectContaining({ code: 'no-total', path: 'totals[0]', expected: 'a dimension that is not time' }),
    );
    const cohorts: CalculateOptions = { ...january, by: ['cohort', 'checkpoint'], totals: ['cohort'] };
    expect(() => cellsOf(people, completionByCohort, cohorts)).toThrow(expect.objectContaining({ code: 'no-total' }));
  });

  it('are refused where a school of the records is called as they are', () => {
    const taken = persons([inSchool('*')]);
    expect(() => cellsOf(taken, students, { ...january, totals: ['school'] })).toThrow(
      expect.objectContaining({ code: 'total-taken', found: 'school' }),
    );
    expect(cellsOf(taken, students, { ...january, by: ['school'] })).toEqual({ '*': [1, 1] });
  });
});
