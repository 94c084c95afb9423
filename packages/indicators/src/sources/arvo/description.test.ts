import { describe, expect, test } from 'vitest';
import { parseSurveyDescription } from './description.js';

const question = { key: 'q', label: { fi: 'Kysymys', sv: 'Fråga' }, type: 'scale', range: { from: 1, to: 5 } };
const whole = {
  type: 'strapetsi.survey-description',
  schemaVersion: 1,
  surveys: [{ key: 'own', label: { fi: 'Oma' }, names: ['12'], education: 'wholeQualification' }],
  questions: [
    question,
    { key: 'c', label: {}, type: 'choice', several: true, options: [{ code: 0, label: { fi: 'a' } }] },
  ],
};

function problemOf(json: unknown) {
  const parsed = parseSurveyDescription(json);
  return parsed.ok ? undefined : parsed.problem;
}

describe('a description of a survey', () => {
  test('is read as it stands, without fields that are not known', () => {
    expect(parseSurveyDescription({ ...whole, note: 'x' })).toEqual({ ok: true, description: whole });
  });

  test('says where it is wrong, what was found and what was expected', () => {
    expect(problemOf(undefined)).toEqual({ path: '', expected: 'object', found: 'nothing' });
    expect(problemOf({ ...whole, schemaVersion: 2 })).toEqual({ path: 'schemaVersion', expected: '1', found: '2' });
    expect(problemOf({ ...whole, questions: [question, { ...question, key: '' }] })).toEqual({
      path: 'questions[1].key',
      expected: 'a text that is not empty',
      found: '""',
    });
    expect(problemOf({ ...whole, questions: [{ ...question, type: 'likert' }] })).toMatchObject({
      path: 'questions[0].type',
      found: '"likert"',
    });
    expect(problemOf({ ...whole, questions: [{ ...question, range: { from: 5, to: 1 } }] })).toMatchObject({
      path: 'questions[0].range.to',
      found: '1',
    });
    const option = { code: 201, label: {} };
    expect(problemOf({ ...whole, questions: [{ ...question, type: 'choice', options: [option] }] })).toEqual({
      path: 'questions[0].options[0].code',
      expected: 'at most 200',
      found: '201',
    });
  });

  test('has each question and survey once', () => {
    expect(problemOf({ ...whole, questions: [question, question] })).toEqual({
      path: 'questions[1].key',
      expected: 'a key of its own',
      found: '"q"',
    });
    expect(problemOf({ ...whole, surveys: [...whole.surveys, ...whole.surveys] })?.path).toBe('surveys[1].key');
  });
});
