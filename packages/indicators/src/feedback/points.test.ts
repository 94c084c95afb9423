import { describe, expect, test } from 'vitest';
import { FundingPeriodError } from './funding-period.js';
import { correctedPoints, fundedSurveyRules, fundedSurveys, pointsPerQuestion, withEntrepreneurs } from './points.js';

describe('points for funding', () => {
  test('start survey of 2024–2025: 1,000 points, 50 of 100 answered: 1000 × 28/15 = 1866.67', () => {
    expect(correctedPoints('start', '2024-2025', { points: 1000, asked: 100, answered: 50 })).toBe(28_000 / 15);
  });

  test('the end survey counts threefold for a whole qualification and once for units', () => {
    const points = { points: 300, asked: 10, answered: 8 };
    // 300 × 10/8 = 375
    expect(correctedPoints('completion', '2024-2025', points)).toBe(1125);
    expect(correctedPoints('completionOfUnits', '2024-2025', points)).toBe(375);
  });

  test('instructors’ points are corrected by days, workplaces’ points are not corrected', () => {
    // Periods of 100 days were asked about, 70 days answered; two questions, 4 each: 70 × 8 = 560 points.
    const points = { points: 560, asked: 100, answered: 70 };
    expect(correctedPoints('workplaceInstructor', '2022-2023', points)).toBe(800);
    expect(correctedPoints('workplace', '2022-2023', points)).toBe(560);
    expect(correctedPoints('workplace', '2022-2023', { ...points, asked: 0 })).toBe(560);
  });

  test('without targets a corrected survey has no points rather than wrong ones', () => {
    expect(correctedPoints('start', '2024-2025', { points: 12, asked: 0, answered: 3 })).toBeUndefined();
    expect(() => correctedPoints('start', '2024', { points: 12, asked: 3, answered: 3 })).toThrow(FundingPeriodError);
  });

  test('the mean of funding divides by respondents and questions: 480 points, 15 respondents, 8 questions', () => {
    expect(pointsPerQuestion({ points: 480, asked: 20, answered: 15 }, 8)).toBe(4);
    // In days: periods of 30 and 10 days, answered 5 and 3 to one question: (150 + 30) / 40 = 4.5
    expect(pointsPerQuestion({ points: 180, asked: 60, answered: 40 }, 1)).toBe(4.5);
    expect(pointsPerQuestion({ points: 0, asked: 20, answered: 0 }, 8)).toBeUndefined();
  });

  test('entrepreneurs’ points for 8 questions count as for 9, and their days are added', () => {
    const workplaces = { points: 900, asked: 60, answered: 25 };
    const entrepreneurs = { points: 100, asked: 10, answered: 3 };
    // 900 + 100 × 9/8 = 1012.5
    expect(withEntrepreneurs(workplaces, entrepreneurs)).toEqual({ points: 1012.5, asked: 70, answered: 28 });
    // An eighth is not lost: 1 × 9/8
    const one = withEntrepreneurs({ points: 0, asked: 0, answered: 0 }, { points: 1, asked: 1, answered: 1 });
    expect(correctedPoints('workplace', '2024-2025', one)).toBe(1.125);
  });

  test('every survey says its weight, its correction and its questions', () => {
    expect(fundedSurveys.map((survey) => fundedSurveyRules[survey].pointsWeight)).toEqual([1, 3, 1, 1, 1]);
    expect(fundedSurveys.filter((survey) => !fundedSurveyRules[survey].corrected)).toEqual(['workplace']);
    expect(fundedSurveyRules.workplaceInstructor.questions).toBe(8);
    expect(fundedSurveyRules.workplace.questions).toBe(9);
  });
});
