import { describe, expect, test } from 'vitest';
import { responseRate } from '../feedback/response-rate.js';
import { respondent, run } from '../../../../tests/oracle/respondent.js';
import { feedbackResponseDays, feedbackResponseRate } from './feedback-response-rate.js';

describe('response rate', () => {
  test('three of four persons asked answered', () => {
    const persons = [respondent(), respondent(), respondent(), respondent({ answered: false })];
    const { cells, n, population } = run(feedbackResponseRate, persons);
    expect(cells).toEqual({ '': [4, 3] });
    expect(n).toEqual({ '': 4 });
    expect(population).toBe(4);
    expect(responseRate({ asked: 4, answered: 3 })).toBe(0.75);
  });

  test('a row for a whole group counts as many as it stands for, and its replies add no persons asked', () => {
    // 40 were asked of one group; 3 replies of it stand beside.
    const group = respondent({ answered: false, asked: 40 });
    const persons = [group, ...[1, 2, 3].map(() => respondent({ asked: 0 }))];
    const { cells, n } = run(feedbackResponseRate, persons);
    expect(cells).toEqual({ '': [40, 3] });
    expect(n).toEqual({ '': 40 });
  });

  test('by survey and school, each with its own', () => {
    const persons = [
      respondent({ survey: 'start', school: 'A' }),
      respondent({ survey: 'start', school: 'B', answered: false }),
      respondent({ survey: 'start', school: 'B' }),
      respondent({ survey: 'end', school: 'A', answered: false }),
    ];
    const { cells } = run(feedbackResponseRate, persons, { by: ['survey', 'school'] });
    expect(cells).toEqual({ 'end A': [1, 0], 'start A': [1, 1], 'start B': [2, 1] });
  });

  test('the half-years of a funding period, with its first and its last day', () => {
    const days = ['2024-06-30', '2024-07-01', '2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'];
    const period = { from: '2024-07-01', to: '2025-06-30' };
    const persons = days.map((day) => respondent({ day }));
    expect(run(feedbackResponseRate, persons, { by: ['halfYear'], period }).cells).toEqual({
      '2024-H2': [2, 2],
      '2025-H1': [2, 2],
    });
  });

  test('what is not known yet on the day of the data, and what has no day, is in no period', () => {
    const { day: _, ...undated } = respondent().responses?.[0] ?? { key: '', provider: '', survey: '', answered: true };
    const persons = [
      respondent({ day: '2025-11-01' }),
      respondent({ day: '2025-09-01' }),
      { key: 'f'.repeat(32), rights: [], responses: [undated] },
    ];
    const { cells, population } = run(feedbackResponseRate, persons, { asOf: '2025-10-01' });
    expect(cells).toEqual({ '': [1, 1] });
    expect(population).toBe(1);
  });

  test('replies without any persons asked give no rate', () => {
    const { cells } = run(feedbackResponseRate, [respondent({ asked: 0 }), respondent({ asked: 0 })]);
    expect(cells).toEqual({ '': [0, 2] });
  });
});

describe('response rate of working-life feedback', () => {
  test('60 of 90 days: periods of 60 and 30 days, the longer one answered', () => {
    const persons = [respondent({ weight: 60 }), respondent({ weight: 30, answered: false })];
    const { cells, n } = run(feedbackResponseDays, persons);
    expect(cells).toEqual({ '': [90, 60] });
    expect(n).toEqual({ '': 2 });
  });

  test('a period that weighs nothing is asked about all the same', () => {
    const { cells, n } = run(feedbackResponseDays, [respondent({ weight: 0 }), respondent({ weight: 10 })]);
    expect(cells).toEqual({ '': [10, 10] });
    expect(n).toEqual({ '': 2 });
  });

  test('with weights of 1 it is the rate of persons', () => {
    const persons = [respondent(), respondent({ answered: false }), respondent({ answered: false, asked: 3 })];
    expect(run(feedbackResponseDays, persons).cells).toEqual(run(feedbackResponseRate, persons).cells);
  });

  test('by qualification', () => {
    const persons = [
      respondent({ weight: 20, qualification: '371101' }),
      respondent({ weight: 5, qualification: '371101', answered: false }),
      respondent({ weight: 8, qualification: '351301' }),
    ];
    const { cells } = run(feedbackResponseDays, persons, { by: ['qualification'] });
    expect(cells).toEqual({ '351301': [8, 8], '371101': [25, 20] });
  });

  test('of the period only', () => {
    const persons = [respondent({ weight: 20, day: '2024-12-31' }), respondent({ weight: 7, day: '2025-01-01' })];
    expect(run(feedbackResponseDays, persons).cells).toEqual({ '': [7, 7] });
  });
});
