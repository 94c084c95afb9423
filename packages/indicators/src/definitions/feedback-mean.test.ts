import { describe, expect, test } from 'vitest';
import { meanOf, standardDeviationOf } from '../feedback/mean.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import { reply, respondent, run } from '../../../../tests/oracle/respondent.js';
import { feedbackMean } from './feedback-mean.js';

describe('mean of feedback', () => {
  test('grades 1, 2, 3, 5, 5 have the sums 5, 16, 64: mean 3.2, deviation 1.79 of a sample, 1.6 of a population', () => {
    const { cells, n } = run(
      feedbackMean,
      [1, 2, 3, 5, 5].map((grade) => reply({ grade })),
    );
    expect(cells).toEqual({ '': [5, 16, 64] });
    expect(n).toEqual({ '': 5 });
    const sums = { n: 5, sum: 16, squares: 64 };
    expect(meanOf(sums)).toBe(3.2);
    expect(standardDeviationOf(sums, 'sample')).toBeCloseTo(1.7888543819998317, 15);
    expect(standardDeviationOf(sums, 'population')).toBe(1.6);
  });

  test('“can’t say” is no number: of 4, 5 and one who can’t say the mean is 4.5', () => {
    const { cells, n } = run(feedbackMean, [reply({ q: 4 }), reply({ q: 5 }), reply({ q: 'eos' })]);
    expect(cells).toEqual({ '': [2, 9, 41] });
    expect(n).toEqual({ '': 2 });
  });

  test('each question has its own mean, and a person counts once where questions are together', () => {
    const persons = [reply({ a: 1, b: 5 }), reply({ a: 3, b: 'eos' })];
    const byQuestion = run(feedbackMean, persons, { by: ['question'] });
    expect(byQuestion.cells).toEqual({ a: [2, 4, 10], b: [1, 5, 25] });
    const together = run(feedbackMean, persons);
    expect(together.cells).toEqual({ '': [3, 9, 35] });
    expect(together.n).toEqual({ '': 2 });
    const chosen = run(feedbackMean, persons, { only: { question: ['a'] } });
    expect(chosen.cells).toEqual({ '': [2, 4, 10] });
  });

  test('by gender and age group, where they are known', () => {
    const persons = [
      reply({ q: 2 }, {}, { gender: 'female', birthYear: 2007 }),
      reply({ q: 4 }, {}, { gender: 'female', birthYear: 2000 }),
      reply({ q: 5 }, {}, { gender: 'male', birthYear: 2000 }),
      reply({ q: 1 }),
    ];
    expect(run(feedbackMean, persons, { by: ['gender'] }).cells).toEqual({
      female: [2, 6, 20],
      male: [1, 5, 25],
      unknown: [1, 1, 1],
    });
    // At the end of 2025 they are 18 and 25.
    expect(run(feedbackMean, persons, { by: ['ageGroup'] }).cells).toEqual({
      '15-19': [1, 2, 4],
      '25-29': [2, 9, 41],
      unknown: [1, 1, 1],
    });
  });

  test('zero is a number, and who was asked but did not answer has none', () => {
    const persons = [reply({ q: 0 }), reply({ q: 10 }), respondent({ answered: false })];
    const { cells, population } = run(feedbackMean, persons);
    expect(cells).toEqual({ '': [2, 10, 100] });
    expect(population).toBe(2);
  });

  test('by year, whole qualifications and units told apart', () => {
    const persons = [
      reply({ q: 5 }, { day: '2024-12-31', education: 'wholeQualification' }),
      reply({ q: 3 }, { day: '2025-01-01', education: 'qualificationUnits' }),
      reply({ q: 4 }, { day: '2025-01-02', education: 'wholeQualification' }),
    ];
    const period = { from: '2024-01-01', to: '2025-12-31' };
    expect(run(feedbackMean, persons, { by: ['year', 'education'], period }).cells).toEqual({
      '2024 wholeQualification': [1, 5, 25],
      '2025 qualificationUnits': [1, 3, 9],
      '2025 wholeQualification': [1, 4, 16],
    });
  });

  test('published, the three figures are those of the sums, and few respondents hide them', () => {
    const facts = factsOf([1, 2, 3, 5, 5].map((grade) => reply({ grade })));
    const options = { by: [], period: { from: '2025-01-01', to: '2025-12-31' }, asOf: '2026-01-31' };
    const aggregate = calculateInMemory(facts, feedbackMean, options);
    const shown = (figure: string, minimum: number) =>
      publish(aggregate, { definition: feedbackMean, policy: minimumPolicy(minimum), figure }).cells[0];
    expect(shown('mean', 5)).toMatchObject({ status: 'value', value: 3.2 });
    expect(shown('sampleDeviation', 5)).toMatchObject({ status: 'value', value: 1.79 });
    expect(shown('populationDeviation', 5)).toMatchObject({ status: 'value', value: 1.6 });
    for (const figure of ['mean', 'sampleDeviation', 'populationDeviation'])
      expect(shown(figure, 6)).toMatchObject({ status: 'withheld' });
  });
});
