import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainWorkplacePeriod } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right } from '../../testing/timelines.js';
import { workplaceAgreements } from './workplace-agreements.js';

/** Each case is worked out by hand: [persons, periods]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2024-10-31',
};

const agreement = (start: string, end: string, more: Partial<PlainWorkplacePeriod> = {}): PlainWorkplacePeriod => ({
  kind: 'trainingAgreement',
  start,
  end,
  ...more,
});

describe('workplace periods begun', () => {
  it('stand in the window of their first day, however long they last', () => {
    const people = persons([
      right('2022-08-01 present', {
        workplaces: [
          agreement('2022-12-31', '2023-03-31'),
          agreement('2023-04-01', '2024-04-01'),
          agreement('2024-05-01', '2024-05-31'),
        ],
      }),
    ]);
    expect(cellsOf(people, workplaceAgreements, options)).toEqual({ '2023': [1, 1], '2024': [1, 1] });
    expect(cellsOf(people, workplaceAgreements, { ...options, by: ['month'] })).toEqual({
      '2023-04': [1, 1],
      '2024-05': [1, 1],
    });
  });

  it('are one each, though their days are shared with others', () => {
    // The second and third begin while the first runs: cut in five pieces, three periods.
    const workplaces = [
      agreement('2023-02-01', '2023-06-30'),
      agreement('2023-03-01', '2023-03-31'),
      agreement('2023-05-01', '2023-07-31', { kind: 'apprenticeship' }),
    ];
    const people = persons([right('2023-01-01 present', { workplaces })]);
    expect(cellsOf(people, workplaceAgreements, options)).toEqual({ '2023': [1, 3] });
    expect(cellsOf(people, workplaceAgreements, { ...options, by: ['workplaceKind'] })).toEqual({
      apprenticeship: [1, 1],
      trainingAgreement: [1, 2],
    });
  });

  it('begin with the right where they began before, or not at all where they ended before', () => {
    const workplaces = [agreement('2022-11-01', '2023-02-28'), agreement('2022-11-01', '2022-12-31')];
    const people = persons([right('2023-01-09 present', { workplaces })]);
    expect(cellsOf(people, workplaceAgreements, { ...options, by: ['month'] })).toEqual({ '2023-01': [1, 1] });
  });

  it('do not begin after the right, or after the day of the data', () => {
    const left = right('2023-01-01 present, 2023-05-31 resigned', {
      workplaces: [agreement('2023-05-31', '2023-07-31'), agreement('2023-06-01', '2023-07-31')],
    });
    const planned = right('2024-01-01 present', {
      workplaces: [agreement('2024-10-31', '2024-12-31'), agreement('2024-11-01', '2024-12-31')],
    });
    expect(cellsOf(persons([left], [planned]), workplaceAgreements, options)).toEqual({
      '2023': [1, 1],
      '2024': [1, 1],
    });
  });

  it('begin once where the right is interrupted, and after the interruption where they began in it', () => {
    const timeline = '2023-01-01 present, 2023-03-01 interrupted, 2023-04-01 present';
    const workplaces = [agreement('2023-02-01', '2023-04-30'), agreement('2023-03-15', '2023-04-30')];
    const people = persons([right(timeline, { workplaces })]);
    expect(cellsOf(people, workplaceAgreements, { ...options, by: ['month'] })).toEqual({
      '2023-02': [1, 1],
      '2023-04': [1, 1],
    });
  });

  it('are told apart by area, and by the funding of their first day', () => {
    const people = persons([
      {
        ...right('2023-01-01 present', {
          workplaces: [
            agreement('2023-02-28', '2023-04-30', { area: '853' }),
            agreement('2023-03-01', '2023-04-30', { area: '091' }),
          ],
        }),
        periods: [
          { start: '2023-01-01', end: '2023-02-28', state: 'present', funding: 1 },
          { start: '2023-03-01', state: 'present', funding: 4 },
        ],
      },
    ]);
    expect(cellsOf(people, workplaceAgreements, { ...options, by: ['area', 'funding'] })).toEqual({
      '091 04': [1, 1],
      '853 01': [1, 1],
    });
  });

  it('of a right included in another, or invalidated, are left out, and the right is counted', () => {
    const workplaces = [agreement('2023-02-01', '2023-02-28')];
    const people = persons(
      [right('2023-01-01 present', { nested: true, workplaces })],
      [right('2023-01-01 present, 2023-04-11 invalidated', { workplaces })],
      [right('2023-01-01 present', { workplaces })],
    );
    expect(cellsOf(people, workplaceAgreements, options)).toEqual({ '2023': [1, 1] });
    expect(countsOf(people, workplaceAgreements, options)).toEqual({ population: 3, invalidated: 1, nested: 1 });
  });
});
