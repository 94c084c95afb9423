import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainCredit, PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right } from '../../testing/timelines.js';
import { competencePoints } from './competence-points.js';

/** Each case is worked out by hand: [persons, thousandths of competence points]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};
const UNIT = 'ammatillisentutkinnonosa';
const AREA = 'ammatillisentutkinnonosanosaalue';

function unit(code: string, points: number, assessed: string, more: Partial<PlainCredit> = {}): PlainCredit {
  return { unit: code, type: UNIT, group: 1, points, assessed, ...more };
}

function holder(credits: readonly PlainCredit[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return right('2022-08-01 present', { credits, ...more });
}

function cells(
  credits: readonly PlainCredit[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  return cellsOf(persons([holder(credits)]), competencePoints, { ...options, ...asked });
}

describe('competence points', () => {
  it('stand in the year in which the unit was assessed, a day beside the time asked for nowhere', () => {
    const credits = [
      unit('1', 15_000, '2022-12-31'),
      unit('2', 20_000, '2023-01-01'),
      unit('3', 35_000, '2023-12-31'),
      unit('4', 45_000, '2024-12-31'),
      unit('5', 10_000, '2025-01-01'),
    ];
    expect(cells(credits)).toEqual({ '2023': [1, 55_000], '2024': [1, 45_000] });
  });

  it('count units, not their areas: the areas of a common unit are in its points', () => {
    const credits = [
      unit('106727', 11_000, '2023-05-01', { group: 2 }),
      unit('VVAI', 4_000, '2023-04-01', { type: AREA, parent: 0 }),
      unit('VVAI22', 7_000, '2023-03-01', { type: AREA, parent: 0 }),
      unit('x', 7_000, '2023-03-01', { type: 'ammatillisentutkinnonosaapienempikokonaisuus', parent: 0 }),
    ];
    expect(cells(credits)).toEqual({ '2023': [1, 11_000] });
  });

  it('count what stands under a heading of general or higher studies, and not the heading', () => {
    const credits = [
      unit('tutkinnonosatvalinnanmahdollisuus:1', 99_000, '2023-05-01'),
      unit('MA', 3_000, '2023-05-01', { type: 'ammatillinenlukionopintoja', parent: 0 }),
      unit('TVT', 2_000, '2023-05-01', { type: AREA, parent: 0 }),
    ];
    expect(cells(credits, { by: ['unitType'] })).toEqual({ vocational: [1, 5_000] });
  });

  it('are told apart by the group of units; a common unit is one by its code, whatever its group', () => {
    const credits = [
      unit('100431', 40_000, '2023-05-01'),
      unit('400012', 11_000, '2023-05-01', { group: 3 }),
      unit('a', 5_000, '2023-05-01', { group: 3 }),
      unit('b', 2_500, '2023-05-01', { group: 4 }),
    ];
    expect(cells(credits, { by: ['unitType'] })).toEqual({
      common: [1, 11_000],
      expanding: [1, 2_500],
      freelyChosen: [1, 5_000],
      vocational: [1, 40_000],
    });
  });

  it('raised and recognised ones are among them and told apart', () => {
    const credits = [
      unit('1', 54_000, '2023-05-01', { raised: true }),
      unit('2', 11_000, '2023-05-01'),
      unit('3', 20_000, '2023-05-01', { recognised: 1 }),
      unit('4', 25_000, '2023-05-01', { recognised: 2 }),
    ];
    expect(cells(credits)).toEqual({ '2023': [1, 110_000] });
    expect(cells(credits, { by: ['raised'] })).toEqual({ first: [1, 56_000], raised: [1, 54_000] });
    expect(cells(credits, { by: ['recognition'] })).toEqual({
      acquired: [1, 65_000],
      recognised: [1, 20_000],
      recognisedFunded: [1, 25_000],
    });
  });

  it('of units that were not assessed, or whose extent is missing, are none', () => {
    const { points: _points, ...without } = unit('2', 0, '2023-05-01');
    const { assessed: _assessed, ...open } = unit('1', 15_000, '2023-05-01');
    expect(cells([open, without])).toEqual({});
  });

  it('of a right included in another are left out, and the right is counted', () => {
    const nested = holder([unit('1', 15_000, '2023-05-01')], { nested: true });
    const own = holder([unit('1', 20_000, '2023-05-01')], { key: 'own' });
    const none = holder([], { key: 'none' });
    expect(cellsOf(persons([nested, own, none]), competencePoints, options)).toEqual({ '2023': [1, 20_000] });
    expect(countsOf(persons([nested, own, none]), competencePoints, options)).toEqual({
      population: 2,
      invalidated: 0,
      nested: 1,
    });
  });

  it('are told apart by how the studies were funded on the day of the assessment, and published as points', () => {
    const funded = right('2022-08-01 present', {
      credits: [unit('1', 15_500, '2023-05-01'), unit('2', 1_000, '2022-07-31')],
      period: { funding: 1 },
    });
    const asked = { ...options, by: ['funding'], period: { from: '2022-01-01', to: '2024-12-31' } } as const;
    const people = persons([funded], [funded]);
    expect(cellsOf(people, competencePoints, asked)).toEqual({ '01': [2, 31_000], unknown: [2, 2_000] });
    const aggregate = calculateInMemory(factsOf(people), competencePoints, { ...asked, by: [] });
    const table = publish(aggregate, { definition: competencePoints, policy: minimumPolicy(2) });
    expect(table.cells).toMatchObject([{ status: 'value', value: 33 }]);
  });
});
