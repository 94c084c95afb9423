import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainStudyRight, PlainWorkplacePeriod } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right, units } from '../../testing/timelines.js';
import { graduatesWithWorkplaceLearning as graduates } from './graduates-with-workplace-learning.js';

/** Each case is worked out by hand: [qualifications, with apprenticeship, with another agreement only, with no workplace]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};

function graduate(confirmed: string, ...workplaces: readonly PlainWorkplacePeriod[]): PlainStudyRight {
  return right(`2021-08-01 present, ${confirmed} graduated`, { confirmed, workplaces });
}
const agreement = (start: string, end: string): PlainWorkplacePeriod => ({ kind: 'trainingAgreement', start, end });
const apprenticeship = (start: string, end: string): PlainWorkplacePeriod => ({ kind: 'apprenticeship', start, end });

describe('qualifications with learning at work', () => {
  it('stand in the year of confirmation, however long ago the learning was', () => {
    const people = persons(
      [graduate('2023-05-31', agreement('2021-09-01', '2021-09-01'))],
      [graduate('2023-12-31')],
      [graduate('2024-01-01', apprenticeship('2022-01-01', '2023-12-31'))],
    );
    expect(cellsOf(people, graduates, options)).toEqual({ '2023': [2, 0, 1, 1], '2024': [1, 1, 0, 0] });
  });

  it('are with apprenticeship where there was both, and with the agreements where there was on-the-job learning', () => {
    const people = persons(
      [graduate('2023-05-31', agreement('2022-01-01', '2022-12-31'), apprenticeship('2023-01-01', '2023-01-01'))],
      [graduate('2023-05-31', { kind: 'onTheJobLearning', start: '2022-01-01', end: '2022-01-31' })],
    );
    expect(cellsOf(people, graduates, options)).toEqual({ '2023': [2, 1, 1, 0] });
  });

  it('have no learning at work that was before the right, after it, or while it was interrupted', () => {
    const interrupted = right('2021-08-01 present, 2022-01-01 interrupted, 2022-03-01 present, 2023-05-31 graduated', {
      confirmed: '2023-05-31',
      workplaces: [agreement('2022-01-01', '2022-02-28')],
    });
    const people = persons(
      [graduate('2023-05-31', agreement('2021-07-01', '2021-07-31'))],
      [graduate('2023-05-31', agreement('2023-06-01', '2023-06-30'))],
      [interrupted],
      [graduate('2023-05-31', agreement('2023-05-31', '2023-06-30'))],
    );
    expect(cellsOf(people, graduates, options)).toEqual({ '2023': [4, 0, 1, 3] });
  });

  it('are whole qualifications only, confirmed ones, each of a person by itself', () => {
    const unconfirmed = right('2021-08-01 present, 2023-05-31 graduated');
    const parts = units('2022-08-01 present, 2023-05-31 graduated', { confirmed: '2023-05-31' });
    const second = { ...graduate('2023-08-31', agreement('2022-01-01', '2022-01-31')), key: 'second' };
    const people = persons([unconfirmed], [parts], [graduate('2023-05-31'), second]);
    expect(cellsOf(people, graduates, options)).toEqual({ '2023': [2, 0, 1, 1] });
  });

  it('are not there before they are known', () => {
    const people = persons([graduate('2023-05-31')], [graduate('2023-06-01')]);
    expect(cellsOf(people, graduates, { ...options, asOf: '2023-05-31' })).toEqual({ '2023': [1, 0, 0, 1] });
  });

  it('are told apart by the half-year in which the studies began', () => {
    const people = persons([graduate('2023-05-31', apprenticeship('2022-01-01', '2022-01-31'))]);
    expect(cellsOf(people, graduates, { ...options, by: ['cohort', 'year'] })).toEqual({
      '2021-H2 2023': [1, 1, 0, 0],
    });
  });

  it('are apprenticeship as a way of organising where the right had any, on whatever day', () => {
    const spells = [{ kind: 'oppisopimus', start: '2022-01-01', end: '2022-01-31' }];
    const people = persons(
      [{ ...graduate('2023-05-31', apprenticeship('2022-01-01', '2022-01-31')), spells }],
      [graduate('2023-05-31', agreement('2022-01-01', '2022-01-31'))],
    );
    expect(cellsOf(people, graduates, { ...options, by: ['organising'] })).toEqual({
      apprenticeship: [1, 1, 0, 0],
      schoolBased: [1, 0, 1, 0],
    });
  });

  it('of a right included in another, or invalidated, are left out, and the right is counted', () => {
    const people = persons(
      [{ ...graduate('2023-05-31', agreement('2022-01-01', '2022-01-31')), nested: true }],
      [right('2021-08-01 present, 2023-05-31 invalidated', { confirmed: '2023-05-31' })],
      [graduate('2023-05-31')],
    );
    expect(cellsOf(people, graduates, options)).toEqual({ '2023': [1, 0, 0, 1] });
    expect(countsOf(people, graduates, options)).toEqual({ population: 3, invalidated: 1, nested: 1 });
  });
});
