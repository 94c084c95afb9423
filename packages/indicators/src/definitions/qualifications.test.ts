import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, units } from '../../testing/timelines.js';
import { partialQualifications } from './partial-qualifications.js';
import { qualifications } from './qualifications.js';

/** Each case is worked out by hand: [persons, confirmed rights]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};
const studied = '2022-08-01 present, 2024-06-01 graduated';

describe('qualifications', () => {
  it('stand on the day on which they were confirmed, not on that of graduation', () => {
    const people = persons(
      [right(studied, { confirmed: '2023-12-31' })],
      [right(studied, { confirmed: '2024-01-01' })],
    );
    expect(cellsOf(people, qualifications, options)).toEqual({ '2023': [1, 1], '2024': [1, 1] });
  });

  it('that are not confirmed, or a day outside the time asked for, do not count', () => {
    const people = persons(
      [right(studied)],
      [right(studied, { confirmed: '2022-12-31' })],
      [right(studied, { confirmed: '2025-01-01' })],
    );
    expect(cellsOf(people, qualifications, options)).toEqual({});
    expect(countsOf(people, qualifications, options)).toEqual({ population: 0, invalidated: 0, nested: 0 });
  });

  it('two of one person are two qualifications and one person', () => {
    const two = [right(studied, { confirmed: '2024-05-31' }), right(studied, { key: 'b', confirmed: '2024-11-30' })];
    expect(cellsOf(persons(two), qualifications, options)).toEqual({ '2024': [1, 2] });
    const aggregate = calculateInMemory(factsOf(persons(two, two.slice(1))), qualifications, { ...options, by: [] });
    const policy = minimumPolicy(2);
    expect(publish(aggregate, { definition: qualifications, policy }).cells).toMatchObject([{ value: 3 }]);
    expect(publish(aggregate, { definition: qualifications, policy, figure: 'persons' }).cells).toMatchObject([
      { value: 2 },
    ]);
  });

  it('leave out parts of other rights, invalidated ones and parts of qualifications', () => {
    const people = persons(
      [right(studied, { confirmed: '2024-05-31', nested: true })],
      [right('2022-08-01 present, 2024-06-01 invalidated', { confirmed: '2024-05-31' })],
      [units(studied, { confirmed: '2024-05-31' })],
    );
    expect(cellsOf(people, qualifications, options)).toEqual({});
    expect(countsOf(people, qualifications, options)).toEqual({ population: 2, invalidated: 1, nested: 1 });
  });

  it('are told apart by how the studies were funded on the day, or on the last day of the right', () => {
    const funded = { period: { funding: 10 } };
    const people = persons(
      [right(studied, { ...funded, confirmed: '2023-12-31' })],
      [right(studied, { ...funded, confirmed: '2024-08-01' })],
      [right(studied, { confirmed: '2024-05-31' })],
    );
    expect(cellsOf(people, qualifications, { ...options, by: ['funding'] })).toEqual({ '10': [2, 2], unknown: [1, 1] });
  });

  it('confirmed after the day of the data are not known', () => {
    const people = persons([right(studied, { confirmed: '2024-05-31' })]);
    expect(cellsOf(people, qualifications, { ...options, asOf: '2024-05-30' })).toEqual({});
    expect(cellsOf(people, qualifications, { ...options, asOf: '2024-05-31' })).toEqual({ '2024': [1, 1] });
  });
});

describe('parts of qualifications', () => {
  const confirmed = { confirmed: '2024-05-31' };

  it('are rights in one or more units that were confirmed: whole qualifications are not among them', () => {
    const people = persons([units(studied, confirmed)], [right(studied, confirmed)]);
    expect(cellsOf(people, partialQualifications, options)).toEqual({ '2024': [1, 1] });
  });

  it('two of one person in one month are two, by month and by year', () => {
    const two = [units(studied, confirmed), units(studied, { key: 'b', confirmed: '2024-05-01' })];
    expect(cellsOf(persons(two), partialQualifications, { ...options, by: ['month'] })).toEqual({ '2024-05': [1, 2] });
    expect(cellsOf(persons(two), partialQualifications, options)).toEqual({ '2024': [1, 2] });
  });

  it('need no graduation, but a confirmation', () => {
    const people = persons(
      [units('2023-08-01 present', confirmed)],
      [units('2023-08-01 present, 2024-01-01 graduated')],
    );
    expect(cellsOf(people, partialQualifications, options)).toEqual({ '2024': [1, 1] });
  });

  it('of parts of other rights are left out and counted', () => {
    const people = persons([units(studied, { ...confirmed, nested: true })], [units(studied, confirmed)]);
    expect(countsOf(people, partialQualifications, options)).toEqual({ population: 2, invalidated: 0, nested: 1 });
  });

  it('stand on the first and last day of the time asked for, and not a day beside it', () => {
    const day = (iso: string) => [units(studied, { confirmed: iso })];
    const people = persons(day('2022-12-31'), day('2023-01-01'), day('2024-12-31'), day('2025-01-01'));
    expect(cellsOf(people, partialQualifications, { ...options, by: [] })).toEqual({ '': [2, 2] });
  });
});
