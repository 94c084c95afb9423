import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod, PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, tuva } from '../../testing/timelines.js';
import { partTime } from './part-time.js';

/** Each case is worked out by hand: [persons, days of presence, those of them at part time]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};
const HALF = 500_000;

function cells(
  rights: readonly PlainStudyRight[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  return cellsOf(persons(rights), partTime, { ...options, ...asked });
}

function of(...periods: readonly PlainPeriod[]): PlainStudyRight {
  return right('2023-01-01 present', { periods });
}

describe('part-time study', () => {
  it('is the days of presence below full time, of all days of presence: a year, and a leap year', () => {
    const full = right('2022-08-08 present');
    expect(cells([full])).toEqual({ '2023': [1, 365, 0], '2024': [1, 366, 0] });
    const half = right('2022-08-08 present', { period: { share: HALF } });
    expect(cells([half])).toEqual({ '2023': [1, 365, 365], '2024': [1, 366, 366] });
  });

  it('is any share below full time, none at all among them', () => {
    const share = (millionths: number) =>
      cells([of({ start: '2023-01-01', end: '2023-01-10', state: 'present', share: millionths })]);
    expect(share(999_999)).toEqual({ '2023': [1, 10, 10] });
    expect(share(1)).toEqual({ '2023': [1, 10, 10] });
    expect(share(0)).toEqual({ '2023': [1, 10, 10] });
    expect(share(1_000_000)).toEqual({ '2023': [1, 10, 0] });
  });

  it('changes with the period, from its first day to its last', () => {
    // January is 31 days, the part-time weeks 14
    const right = of(
      { start: '2023-01-01', end: '2023-01-15', state: 'present' },
      { start: '2023-01-16', end: '2023-01-29', state: 'present', share: HALF },
      { start: '2023-01-30', end: '2023-01-31', state: 'present' },
    );
    expect(cells([right])).toEqual({ '2023': [1, 31, 14] });
    const days = (from: string, to: string) => cells([right], { by: [], period: { from, to } })[''];
    expect(days('2023-01-15', '2023-01-16')).toEqual([1, 2, 1]);
    expect(days('2023-01-29', '2023-01-30')).toEqual([1, 2, 1]);
    expect(days('2023-01-16', '2023-01-16')).toEqual([1, 1, 1]);
  });

  it('of holidays, interruptions and the day of graduation is none: they are no days of presence', () => {
    const timeline =
      '2023-01-01 present, 2023-01-11 holiday, 2023-01-21 interrupted, 2023-02-01 present, 2023-02-03 graduated';
    // 10 days and 2
    expect(cells([right(timeline, { period: { share: HALF } })])).toEqual({ '2023': [1, 12, 12] });
  });

  it('is known to the day of the data; a period that ends before it begins has no day', () => {
    const half = right('2023-01-01 present', { period: { share: HALF } });
    expect(cells([half], { asOf: '2023-01-05' })).toEqual({ '2023': [1, 5, 5] });
    const empty: PlainPeriod = { start: '2023-01-04', end: '2023-01-03', state: 'present', share: HALF };
    expect(cells([of({ start: '2023-01-01', end: '2023-01-03', state: 'present' }, empty)])).toEqual({
      '2023': [1, 3, 0],
    });
  });

  it('adds up the days of several rights of a person, who is one person', () => {
    const one = of({ start: '2023-03-01', end: '2023-03-10', state: 'present' });
    const other = tuva('2023-03-06 present, 2023-03-11 graduated');
    expect(cells([{ ...one, key: 'one' }, other])).toEqual({ '2023': [1, 15, 0] });
  });

  it('leaves out invalidated rights, those that are parts of others, and education that is not vocational', () => {
    const invalid = right('2023-01-01 present, 2023-03-01 invalidated');
    const nested = right('2023-01-01 present', { nested: true });
    const general = right('2023-01-01 present', {
      key: 'general',
      education: 'generalUpperSecondary',
      performanceType: 'lukionoppimaara',
    });
    const people = persons([invalid, nested, general]);
    expect(cellsOf(people, partTime, options)).toEqual({});
    expect(countsOf(people, partTime, options)).toEqual({ population: 2, invalidated: 1, nested: 1 });
  });

  it('is told apart by month and by how the days were funded, and published as a share: 14 of 59 days', () => {
    const funded = of(
      { start: '2023-01-01', end: '2023-02-14', state: 'present', funding: 1 },
      { start: '2023-02-15', end: '2023-02-28', state: 'present', funding: 2, share: HALF },
    );
    expect(cells([funded], { by: ['month'] })).toEqual({ '2023-01': [1, 31, 0], '2023-02': [1, 28, 14] });
    expect(cells([funded], { by: ['funding'] })).toEqual({ '01': [1, 45, 0], '02': [1, 14, 14] });
    const aggregate = calculateInMemory(factsOf(persons([funded], [funded])), partTime, { ...options, by: [] });
    const table = publish(aggregate, { definition: partTime, policy: minimumPolicy(2) });
    // 28 / 118 = 14 / 59 = 0.2372…
    expect(table.cells).toMatchObject([{ status: 'value', value: 0.237 }]);
  });
});
