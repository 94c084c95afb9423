import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainWorkplacePeriod } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right } from '../../testing/timelines.js';
import { workplaceLearners } from './workplace-learners.js';

/** Each case is worked out by hand: [rights, on an apprenticeship, on another agreement only, with no workplace]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2024-10-31',
};

const agreement = (start: string, end: string): PlainWorkplacePeriod => ({ kind: 'trainingAgreement', start, end });
const apprenticeship = (start: string, end: string): PlainWorkplacePeriod => ({ kind: 'apprenticeship', start, end });

describe('students learning at work', () => {
  it('are rights with a day at work in the window; apprenticeship comes first', () => {
    const both = [agreement('2023-02-01', '2023-02-28'), apprenticeship('2023-09-01', '2023-09-30')];
    const people = persons(
      [right('2023-01-01 present, 2023-12-01 graduated', { workplaces: both })],
      [right('2023-01-01 present, 2023-12-01 graduated', { workplaces: both.slice(0, 1) })],
      [right('2023-01-01 present, 2023-12-01 graduated')],
    );
    expect(cellsOf(people, workplaceLearners, options)).toEqual({ '2023': [3, 1, 1, 1] });
    expect(cellsOf(people, workplaceLearners, { ...options, by: ['halfYear'] })).toEqual({
      '2023-H1': [3, 0, 2, 1],
      '2023-H2': [3, 1, 0, 2],
    });
  });

  it('are looked at in each year with presence, on its first and last day too', () => {
    // One day at work, 31 December 2023; present to 1 January 2024.
    const people = persons([
      right('2023-08-01 present, 2024-01-02 graduated', { workplaces: [agreement('2023-12-31', '2023-12-31')] }),
    ]);
    expect(cellsOf(people, workplaceLearners, options)).toEqual({ '2023': [1, 0, 1, 0], '2024': [1, 0, 0, 1] });
    expect(cellsOf(people, workplaceLearners, { ...options, by: [] })).toEqual({ '': [2, 0, 1, 1] });
  });

  it('of a year without presence are not looked at, holiday and interruption being none', () => {
    const timeline = '2022-08-01 present, 2023-01-01 interrupted, 2023-06-01 holiday, 2023-09-01 resigned';
    const people = persons([right(timeline, { workplaces: [agreement('2023-06-01', '2023-08-31')] })]);
    expect(cellsOf(people, workplaceLearners, options)).toEqual({});
    expect(countsOf(people, workplaceLearners, options)).toEqual({ population: 1, invalidated: 0, nested: 0 });
  });

  it('are not known after the day of the data, nor learn after the right has ended', () => {
    const later = right('2024-01-01 present', { workplaces: [agreement('2024-11-01', '2024-12-31')] });
    const after = right('2024-01-01 present, 2024-05-31 resigned', {
      workplaces: [agreement('2024-06-01', '2024-06-30')],
    });
    expect(cellsOf(persons([later], [after]), workplaceLearners, options)).toEqual({ '2024': [2, 0, 0, 2] });
  });

  it('on on-the-job learning of the time before agreements are with the agreements', () => {
    const people = persons([
      right('2017-01-01 present, 2017-06-01 graduated', {
        workplaces: [{ kind: 'onTheJobLearning', start: '2017-02-01', end: '2017-02-02' }],
      }),
    ]);
    const period = { from: '2017-01-01', to: '2017-12-31' };
    expect(cellsOf(people, workplaceLearners, { ...options, period })).toEqual({ '2017': [1, 0, 1, 0] });
  });

  it('are told apart by the half-year of start and the funding of the last day of presence', () => {
    const people = persons([
      {
        ...right('2022-08-01 present'),
        periods: [
          { start: '2022-08-01', end: '2023-02-28', state: 'present', funding: 1 },
          { start: '2023-03-01', end: '2023-11-30', state: 'present', funding: 2 },
          { start: '2023-12-01', end: '2023-12-31', state: 'interrupted', funding: 1 },
        ],
      },
    ]);
    const period = { from: '2023-01-01', to: '2023-12-31' };
    const by = ['cohort', 'funding'] as const;
    expect(cellsOf(people, workplaceLearners, { ...options, period, by })).toEqual({ '2022-H2 02': [1, 0, 0, 1] });
  });

  it('of a right included in another, or invalidated, are left out; the rest is published as shares', () => {
    const workplaces = [agreement('2023-02-01', '2023-02-10')];
    const done = '2023-01-01 present, 2023-06-01 graduated';
    const onApprenticeship = right(done, { workplaces: [apprenticeship('2023-01-01', '2023-01-05')] });
    const people = persons(
      [right(done, { nested: true, workplaces })],
      [right('2023-01-01 present, 2023-04-11 invalidated', { workplaces })],
      [right(done, { workplaces })],
      [right(done, { workplaces })],
      ...[onApprenticeship, onApprenticeship, onApprenticeship].map((one) => [one]),
      ...[right(done), right(done), right(done)].map((one) => [one]),
    );
    expect(countsOf(people, workplaceLearners, options)).toEqual({ population: 10, invalidated: 1, nested: 1 });
    const aggregate = calculateInMemory(factsOf(people), workplaceLearners, { ...options, by: [] });
    const cells = (figure: string) =>
      publish(aggregate, { definition: workplaceLearners, figure, policy: minimumPolicy(2) }).cells;
    expect(cells('any')).toMatchObject([{ value: 5 / 8 }]);
    expect(cells('apprenticeship')).toMatchObject([{ value: 3 / 8 }]);
    expect(cells('ways')).toMatchObject([{ value: 3 / 8 }, { value: 2 / 8 }, { value: 3 / 8 }]);
  });
});
