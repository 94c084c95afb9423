import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainPerson, PlainWorkplacePeriod } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right } from '../../testing/timelines.js';
import { workplaceDays } from './workplace-days.js';

/** Each case is worked out by hand: [persons, days at work]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};

function days(
  people: readonly PlainPerson[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  const cells = cellsOf(people, workplaceDays, { ...options, ...asked });
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, Array.isArray(cell) ? [cell[0], Number(cell[1]) / 1e6] : cell]),
  );
}

const atWork = (start: string, end: string, more: Partial<PlainWorkplacePeriod> = {}): PlainWorkplacePeriod => ({
  kind: 'trainingAgreement',
  start,
  end,
  ...more,
});

describe('days of learning at work', () => {
  it('are calendar days, both ends counted, in the year they fall in', () => {
    // 25–31 December and 1–5 January.
    const people = persons([right('2023-08-01 present', { workplaces: [atWork('2023-12-25', '2024-01-05')] })]);
    expect(days(people)).toEqual({ '2023': [1, 7], '2024': [1, 5] });
  });

  it('are divided among the periods of a day, and part of a day where the period is part time', () => {
    // 1–4 March in three places: a third of a day each, of which one has 60 per cent: 4 × (⅓ + ⅓ + 0.2) = 3.4666…
    const workplaces = [
      atWork('2023-03-01', '2023-03-04', { area: '091' }),
      atWork('2023-03-01', '2023-03-04', { area: '853' }),
      atWork('2023-03-01', '2023-03-04', { area: '564', share: 600_000 }),
    ];
    const people = persons([right('2023-01-01 present', { workplaces })]);
    expect(days(people)).toEqual({ '2023': [1, 4 * 0.866667] });
    // The millionth that thirds leave over goes to the first of those that lost most by the division.
    expect(days(people, { by: ['area'] })).toEqual({
      '091': [1, 4 * 0.333334],
      '564': [1, 4 * 0.2],
      '853': [1, 4 * 0.333333],
    });
  });

  it('are told apart by the agreement', () => {
    const workplaces = [
      atWork('2023-03-01', '2023-03-10', { kind: 'apprenticeship' }),
      atWork('2023-04-01', '2023-04-30'),
    ];
    const people = persons([right('2023-01-01 present', { workplaces })]);
    expect(days(people, { by: ['workplaceKind'] })).toEqual({ apprenticeship: [1, 10], trainingAgreement: [1, 30] });
  });

  it('end with the right, and with the day of the data', () => {
    // Resigned on 10 March: 1–10 March of an agreement to the end of May.
    const left = right('2023-01-01 present, 2023-03-10 resigned', { workplaces: [atWork('2023-03-01', '2023-05-31')] });
    expect(days(persons([left]))).toEqual({ '2023': [1, 10] });
    // Without an end: 1 May to 1 June 2024.
    const open: PlainWorkplacePeriod = { kind: 'apprenticeship', start: '2024-05-01' };
    const goesOn = right('2024-01-01 present', { workplaces: [open] });
    expect(days(persons([goesOn]), { asOf: '2024-06-01' })).toEqual({ '2024': [1, 32] });
  });

  it('begin with the right, and do not run while it is interrupted', () => {
    // Begun 20 January, the right on 25 January; interrupted 1–10 February; to 15 February: 7 + 5.
    const timeline = '2023-01-25 present, 2023-02-01 interrupted, 2023-02-11 present';
    const people = persons([right(timeline, { workplaces: [atWork('2023-01-20', '2023-02-15')] })]);
    expect(days(people)).toEqual({ '2023': [1, 12] });
  });

  it('of no time at all are none: a period that ends before it begins', () => {
    expect(days(persons([right('2023-01-01 present', { workplaces: [atWork('2023-03-10', '2023-03-09')] })]))).toEqual(
      {},
    );
  });

  it('of a right included in another, or invalidated, are left out, and the right is counted', () => {
    const workplaces = [atWork('2023-02-01', '2023-02-10')];
    const people = persons(
      [right('2023-01-01 present', { nested: true, workplaces })],
      [right('2023-01-01 present, 2023-04-11 invalidated', { workplaces })],
      [right('2023-01-01 present', { workplaces })],
    );
    expect(days(people)).toEqual({ '2023': [1, 10] });
    expect(countsOf(people, workplaceDays, options)).toEqual({ population: 3, invalidated: 1, nested: 1 });
  });
});
