import { describe, expect, test } from 'vitest';
import { createSurveys, educationNamed } from './surveys.js';

describe('the survey of a reply', () => {
  test('of national feedback is the same for all providers and years, by who was asked', () => {
    const surveys = createSurveys();
    const keyOf = (targetGroup: string) => surveys.of({ surveyId: 7, targetGroup })?.key;
    expect(['aloittaneet', 'tutkinnon_suorittaneet', 'Tutkinnon osia suorittaneet'].map(keyOf)).toEqual([
      'start',
      'completion',
      'completionOfUnits',
    ]);
    expect(surveys.of({ surveyType: 'tyopaikkaohjaajakysely' })).toMatchObject({
      key: 'workplaceInstructor',
      label: { fi: 'Työpaikkaohjaajakysely', sv: 'Enkät till arbetsplatshandledare' },
    });
    expect(surveys.of({ targetGroup: 'osia_suorittaneet' })?.education).toBe('qualificationUnits');
  });

  test('is known from the round that a reply names', () => {
    const surveys = createSurveys();
    surveys.addRound({ roundId: 70, surveyId: 7, surveyType: 'tyopaikkakysely', provider: '1234567-1' });
    expect(surveys.of({ roundId: '70' })?.key).toBe('workplace');
    expect(surveys.of({ surveyId: 7 })?.key).toBe('workplace');
    expect(surveys.roundOf({ roundId: 70 })?.provider).toBe('1234567-1');
    // The number of a round is not that of a survey.
    expect(surveys.of({ surveyId: 70 })?.key).toBe('70');
  });

  test('else has its own number and names, else its name', () => {
    const surveys = createSurveys();
    expect(surveys.of({ surveyId: 7, surveyFi: 'Oma', surveySv: 'Egen' })).toEqual({
      key: '7',
      label: { fi: 'Oma', sv: 'Egen' },
    });
    expect(surveys.of({ surveyFi: 'Oma' })?.key).toBe('Oma');
    expect(surveys.of({})).toBeUndefined();
  });

  test('is the described one where it goes by one of its names, or where only one is described and none is named', () => {
    const surveys = createSurveys();
    surveys.describe([{ key: 'own', label: { fi: 'Oma kysely' }, names: ['7'] }]);
    expect(surveys.of({ surveyId: 7 })?.key).toBe('own');
    expect(surveys.of({ surveyFi: ' oma KYSELY' })?.key).toBe('own');
    expect(surveys.of({})?.key).toBe('own');
    expect(surveys.of({ surveyId: 8 })?.key).toBe('8');
  });

  test('what a respondent studies may stand in words', () => {
    expect(educationNamed('koko tutkinnon suorittaminen')).toBe('wholeQualification');
    expect(educationNamed('Tutkinnon osa')).toBe('qualificationUnits');
    expect(educationNamed('jotain')).toBeUndefined();
  });
});
