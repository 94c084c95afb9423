import { describe, expect, test } from 'vitest';
import type { PlainPerson } from '../facts/plain-facts.js';
import { correctedPoints, pointsPerQuestion } from '../feedback/points.js';
import { respondent, run } from '../../../../tests/oracle/respondent.js';
import { feedbackCorrectedPoints } from './feedback-corrected-points.js';
import { feedbackResponseDays, feedbackResponseRate } from './feedback-response-rate.js';

type Response = Parameters<typeof respondent>[0];

/** Answers to two questions that count for funding and one that does not. */
function replyOf(first: number, second: number | undefined, response: Response = {}): PlainPerson {
  return respondent({
    answers: [
      { question: 'a', value: first, forFunding: true },
      second === undefined ? { question: 'b', forFunding: true } : { question: 'b', value: second, forFunding: true },
      { question: 'c', value: 5 },
    ],
    ...response,
  });
}

describe('feedback points', () => {
  test('answers to questions that count for funding are added up, others and “can’t say” are not', () => {
    // 4 + 5, then 3 alone
    const { cells, n } = run(feedbackCorrectedPoints, [replyOf(4, 5), replyOf(3, undefined)]);
    expect(cells).toEqual({ '': [12] });
    expect(n).toEqual({ '': 2 });
  });

  test('in working-life feedback by the days of the period: 30 × 9 + 10 × 7', () => {
    const persons = [replyOf(4, 5, { weight: 30 }), replyOf(3, 4, { weight: 10 })];
    expect(run(feedbackCorrectedPoints, persons).cells).toEqual({ '': [340] });
  });

  test('by survey and question', () => {
    const persons = [replyOf(4, 5), replyOf(2, 1, { survey: 'end' })];
    expect(run(feedbackCorrectedPoints, persons, { by: ['survey', 'question'] }).cells).toEqual({
      'end a': [2],
      'end b': [1],
      'start a': [4],
      'start b': [5],
    });
  });

  test('start survey of 2024–2025: 20 of 40 answered 4 and 5: 180 points × 28/15 = 336', () => {
    const period = { from: '2024-07-01', to: '2025-06-30' };
    const persons = Array.from({ length: 40 }, (_, at) => (at < 20 ? replyOf(4, 5) : respondent({ answered: false })));
    const points = run(feedbackCorrectedPoints, persons, { period }).cells['']?.[0] ?? 0;
    const [asked = 0, answered = 0] = run(feedbackResponseRate, persons, { period }).cells[''] ?? [];
    expect({ points, asked, answered }).toEqual({ points: 180, asked: 40, answered: 20 });
    expect(correctedPoints('start', '2024-2025', { points, asked, answered })).toBe(336);
    // A whole qualification’s end survey counts threefold.
    expect(correctedPoints('completion', '2024-2025', { points, asked, answered })).toBe(1008);
  });

  test('instructors’ survey of 2022–2023: 75 of 100 days, 75 × 8 points: × 4/3 = 800, mean 4 a question', () => {
    const period = { from: '2022-07-01', to: '2023-06-30' };
    const day = '2022-11-30';
    const persons = [
      replyOf(4, 4, { weight: 60, day }),
      replyOf(4, 4, { weight: 15, day }),
      respondent({ weight: 25, day, answered: false }),
    ];
    const points = run(feedbackCorrectedPoints, persons, { period }).cells['']?.[0] ?? 0;
    const [asked = 0, answered = 0] = run(feedbackResponseDays, persons, { period }).cells[''] ?? [];
    expect({ points, asked, answered }).toEqual({ points: 600, asked: 100, answered: 75 });
    expect(correctedPoints('workplaceInstructor', '2022-2023', { points, asked, answered })).toBe(800);
    expect(pointsPerQuestion({ points, asked, answered }, 2)).toBe(4);
  });

  test('a reply outside the funding period is in another one', () => {
    const persons = [replyOf(5, 5, { day: '2025-06-30' }), replyOf(1, 1, { day: '2025-07-01' })];
    const period = { from: '2024-07-01', to: '2025-06-30' };
    expect(run(feedbackCorrectedPoints, persons, { period }).cells).toEqual({ '': [10] });
  });
});
