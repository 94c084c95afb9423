import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainCredit, PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right } from '../../testing/timelines.js';
import { assessedUnits } from './assessed-units.js';
import { competencePoints } from './competence-points.js';
import type { Definition } from './definition.js';
import { fundedRecognisedPoints, recognisedAreas, recognisedPoints, recognisedUnits } from './recognised-learning.js';

/** Each case is worked out by hand: [persons, all, recognised], points in thousandths. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};
const NOT_FUNDED = { recognised: 1 } as const;
const FUNDED = { recognised: 2 } as const;

function unit(code: string, points: number, assessed: string, more: Partial<PlainCredit> = {}): PlainCredit {
  return { unit: code, type: 'ammatillisentutkinnonosa', group: 1, points: points * 1000, assessed, ...more };
}

/** An area of the unit that stands at a position. */
function area(code: string, parent: number, assessed: string, more: Partial<PlainCredit> = {}): PlainCredit {
  return unit(code, 3, assessed, { type: 'ammatillisentutkinnonosanosaalue', parent, ...more });
}

function holder(credits: readonly PlainCredit[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return right('2022-08-01 present', { credits, ...more });
}

function cells(
  definition: Definition,
  credits: readonly PlainCredit[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  return cellsOf(persons([holder(credits)]), definition, { ...options, ...asked });
}

/** 95 points: 25 recognised without funding, 10 with it, 60 acquired. */
const credits = [
  unit('1', 25, '2023-03-01', NOT_FUNDED),
  unit('2', 10, '2023-03-01', FUNDED),
  unit('3', 45, '2023-11-30'),
  unit('4', 15, '2023-12-01'),
];

describe('recognised prior learning', () => {
  it('is a share of all units and points that were assessed: 2 of 4 and 35 of 95, of which 10 funded', () => {
    expect(cells(recognisedUnits, credits)).toEqual({ '2023': [1, 4, 2] });
    expect(cells(recognisedPoints, credits)).toEqual({ '2023': [1, 95_000, 35_000] });
    expect(cells(fundedRecognisedPoints, credits)).toEqual({ '2023': [1, 35_000, 10_000] });
  });

  it('has the same whole as the competence points and the units, which tell it apart by funding', () => {
    const by = { by: ['recognition'] } as const;
    expect(cells(competencePoints, credits)).toEqual({ '2023': [1, 95_000] });
    expect(cells(competencePoints, credits, by)).toEqual({
      acquired: [1, 60_000],
      recognised: [1, 25_000],
      recognisedFunded: [1, 10_000],
    });
    expect(cells(assessedUnits, credits)).toEqual({ '2023': [1, 4] });
    expect(cells(assessedUnits, credits, by)).toEqual({
      acquired: [1, 2],
      recognised: [1, 1],
      recognisedFunded: [1, 1],
    });
  });

  it('stands in the window of its assessment, a day beside the time asked for nowhere', () => {
    const days = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-02-29', '2024-12-31', '2025-01-01'];
    const all = days.map((day, at) => unit(String(at), 10, day, at % 2 === 0 ? {} : FUNDED));
    // 2023: of the 1st (funded) and the 31st; 2024: of 29 February (funded) and 31 December
    expect(cells(recognisedUnits, all)).toEqual({ '2023': [1, 2, 1], '2024': [1, 2, 1] });
    expect(cells(recognisedPoints, all, { by: ['month'] })).toEqual({
      '2023-01': [1, 10_000, 10_000],
      '2023-12': [1, 10_000, 0],
      '2024-02': [1, 10_000, 10_000],
      '2024-12': [1, 10_000, 0],
    });
    expect(cells(recognisedUnits, all, { by: ['halfYear'] })).toEqual({
      '2023-H1': [1, 1, 1],
      '2023-H2': [1, 1, 0],
      '2024-H1': [1, 1, 1],
      '2024-H2': [1, 1, 0],
    });
  });

  it('is known to the day of the data', () => {
    expect(cells(recognisedUnits, credits, { asOf: '2023-11-29' })).toEqual({ '2023': [1, 2, 2] });
    expect(cells(recognisedUnits, credits, { asOf: '2023-11-30' })).toEqual({ '2023': [1, 3, 2] });
    expect(cells(fundedRecognisedPoints, credits, { asOf: '2023-02-28' })).toEqual({});
  });

  it('of a common unit is that of the unit as a whole; its areas have a share of their own', () => {
    const common = [
      unit('106727', 11, '2023-05-01', { group: 2 }),
      area('VVAI', 0, '2023-05-01'),
      area('VVTK', 0, '2023-04-01', NOT_FUNDED),
      // smaller than a unit and no area
      area('x', 0, '2023-05-01', { type: 'ammatillisentutkinnonosaapienempikokonaisuus', ...FUNDED }),
      unit('106728', 12, '2023-06-01', { group: 2, ...FUNDED }),
      area('MLMA', 4, '2023-06-01'),
      // of a vocational unit: no area of a common one
      unit('100431', 30, '2023-06-01'),
      area('y', 6, '2023-06-01', NOT_FUNDED),
    ];
    expect(cells(recognisedUnits, common, { by: ['unitType'] })).toEqual({
      common: [1, 2, 1],
      vocational: [1, 1, 0],
    });
    expect(cells(recognisedPoints, common, { by: ['unitType'] })).toEqual({
      common: [1, 23_000, 12_000],
      vocational: [1, 30_000, 0],
    });
    expect(cells(recognisedAreas, common)).toEqual({ '2023': [1, 3, 1] });
    expect(cells(recognisedAreas, common, { by: ['month'] })).toEqual({
      '2023-04': [1, 1, 1],
      '2023-05': [1, 1, 0],
      '2023-06': [1, 1, 0],
    });
  });

  it('counts a unit without an extent, which adds no points; one without an assessment counts nowhere', () => {
    const { points: _none, ...without } = unit('1', 0, '2023-05-01', NOT_FUNDED);
    const { assessed: _never, ...open } = unit('2', 15, '2023-05-01', FUNDED);
    const own = unit('3', 20, '2023-05-01');
    expect(cells(recognisedUnits, [without, open, own])).toEqual({ '2023': [1, 2, 1] });
    expect(cells(recognisedPoints, [without, open, own])).toEqual({ '2023': [1, 20_000, 0] });
    expect(cells(recognisedUnits, [open])).toEqual({});
  });

  it('leaves out rights that are invalidated or parts of others, and counts them', () => {
    const people = persons(
      [right('2022-08-01 present, 2023-06-01 invalidated', { credits })],
      [holder(credits, { nested: true })],
      [holder(credits)],
      [holder([])],
    );
    for (const definition of [recognisedUnits, recognisedPoints, fundedRecognisedPoints, assessedUnits])
      expect(countsOf(people, definition, options)).toEqual({ population: 3, invalidated: 1, nested: 1 });
    expect(cellsOf(people, recognisedUnits, options)).toEqual({ '2023': [1, 4, 2] });
  });

  it('protects persons, not units: the twelve units of one person are not shown', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => unit(String(at), 15, '2023-05-01', at < 3 ? FUNDED : {}));
    const table = (people: number) => {
      const facts = factsOf(persons(...Array.from({ length: people }, () => [holder(twelve)])));
      const aggregate = calculateInMemory(facts, recognisedUnits, { ...options, by: [] });
      return publish(aggregate, { definition: recognisedUnits, policy: minimumPolicy(5) }).cells;
    };
    expect(table(1)).toMatchObject([{ status: 'withheld' }]);
    expect(table(5)).toMatchObject([{ status: 'value', value: 0.25 }]);
  });
});
