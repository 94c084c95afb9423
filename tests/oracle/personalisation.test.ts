import {
  assessedUnits,
  calculateInMemory,
  type Classification,
  combine,
  type Definition,
  type DimensionId,
  factsOf,
  fundedRecognisedPoints,
  partTime,
  planTimeliness,
  planUpdates,
  recognisedAreas,
  recognisedPoints,
  recognisedUnits,
  support,
} from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';
import type { Figures, Request } from './naive-follow-up.js';
import { naivePartTime } from './naive-part-time.js';
import { naivePlanTimeliness, naivePlanUpdates } from './naive-plans.js';
import {
  naiveAssessedUnits,
  naiveFundedRecognisedPoints,
  naiveRecognisedAreas,
  naiveRecognisedPoints,
  naiveRecognisedUnits,
} from './naive-recognised-learning.js';
import { naiveSupport } from './naive-support.js';
import { fields, personalisedNetworks, type PersonalisedPerson, types } from './personalised-networks.js';

/** Programs that share nothing with the definitions but the words they were written from, on the same hundred networks. */
type Naive = (persons: readonly PersonalisedPerson[], request: Request) => Figures;

const cutsOfRights: readonly (readonly DimensionId[])[] = [
  [],
  ['provider', 'school'],
  ['ageGroup', 'gender'],
  ['qualification', 'education'],
  ['funding', 'method'],
  ['language', 'motherTongue'],
  ['qualificationType', 'field'],
  ['location'],
  ['organising', 'funding'],
];
const windowCuts: readonly (readonly DimensionId[])[] = [
  ...cutsOfRights,
  ['year'],
  ['month', 'funding'],
  ['halfYear', 'provider', 'gender'],
  ['year', 'month'],
  ['month', 'organising'],
  ['ageGroup', 'year', 'qualificationType'],
];
const startCuts: readonly (readonly DimensionId[])[] = [
  ...windowCuts,
  ['cohort'],
  ['cohort', 'month'],
  ['cohort', 'field', 'gender'],
];
const unitCuts: readonly (readonly DimensionId[])[] = [...windowCuts, ['year', 'unitType'], ['raised', 'halfYear']];
const recognitionCuts: readonly (readonly DimensionId[])[] = [...unitCuts, ['recognition', 'unitType', 'raised']];
const spans = [
  { from: '2021-01-01', to: '2024-12-31' },
  { from: '2022-03-15', to: '2023-09-19' },
  { from: '2022-09-20', to: '2022-09-30' },
  { from: '2025-07-01', to: '2026-06-30' },
  { from: '2021-07-01', to: '2022-06-30' },
] as const;
const days = [
  '2023-02-28',
  '2024-03-31',
  '2023-09-20',
  '2026-06-30',
  '2022-09-20',
  '2029-01-01',
  '2025-12-31',
] as const;
const LIMIT = 30;
const RECENT = 183;

function pick<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

function classification(id: string, codes: Readonly<Record<string, string>>): Classification {
  const classes = [...new Set(Object.values(codes))].map((one) => ({ id: one, label: {} }));
  return { id, version: '1', label: {}, classes, codes };
}

const classifications = [classification('qualificationType', types), classification('field', fields)];

const programs: readonly (readonly [Definition, Naive, readonly (readonly DimensionId[])[]])[] = [
  [planTimeliness, naivePlanTimeliness(LIMIT), startCuts],
  [planUpdates, naivePlanUpdates(RECENT), cutsOfRights],
  [partTime, naivePartTime, windowCuts],
  [support, naiveSupport, windowCuts],
  [assessedUnits, naiveAssessedUnits, recognitionCuts],
  [recognisedUnits, naiveRecognisedUnits, unitCuts],
  [recognisedAreas, naiveRecognisedAreas, [...windowCuts, ['raised', 'halfYear']]],
  [recognisedPoints, naiveRecognisedPoints, unitCuts],
  [fundedRecognisedPoints, naiveFundedRecognisedPoints, unitCuts],
];

const networks = personalisedNetworks(100, 20_261_130);

/** Each network is asked another question; five spans, seven days and the cuts go round at their own paces. */
function requestOf(at: number, cuts: readonly (readonly DimensionId[])[]): Request {
  return { by: pick(cuts, at), ...pick(spans, at), asOf: pick(days, at) };
}

function optionsOf({ by, from, to, asOf }: Request) {
  return { by, period: { from, to }, asOf, classifications };
}

const FEW = 5;
const NETWORKS_IN_DUCKDB = 25;

describe('the engine finds what a naive program finds on a hundred networks with flaws', () => {
  it.each(programs.map(([definition, naive, cuts]) => [definition.id, definition, naive, cuts] as const))(
    '%s',
    (_id, definition, naive, cuts) => {
      const amounts: number[] = [];
      const leftOut: Record<string, number> = {};
      networks.forEach((persons, at) => {
        const request = requestOf(at, cuts);
        const context = `network ${String(at)}: ${JSON.stringify(request)}`;
        const batches = factsOf(persons, { personsPerBatch: 7 });
        const aggregate = calculateInMemory(batches, definition, optionsOf(request));
        const expected = naive(persons, request);
        expect(aggregate.cells, context).toEqual(expected.cells);
        expect(aggregate.population, context).toBe(expected.population);
        const counts = Object.fromEntries(aggregate.exclusions.map(({ id, count }) => [id, count]));
        expect(counts, context).toEqual(expected.exclusions);
        const [first, ...others] = batches.map((batch) => calculateInMemory([batch], definition, optionsOf(request)));
        if (first !== undefined) expect(combine(first, ...others).cells, context).toEqual(aggregate.cells);
        for (const cell of expected.cells) {
          if ('amounts' in cell) cell.amounts.forEach((amount, n) => (amounts[n] = (amounts[n] ?? 0) + amount));
        }
        for (const [id, count] of Object.entries(expected.exclusions)) leftOut[id] = (leftOut[id] ?? 0) + count;
      });
      // That there is something to compare is a fact and not luck: every state and every ground to be left out is met.
      expect(Math.min(...amounts)).toBeGreaterThanOrEqual(FEW);
      expect(Math.min(...Object.values(leftOut))).toBeGreaterThanOrEqual(FEW);
    },
    180_000,
  );
});

describe('a provider’s own limits', () => {
  it.each([
    [planTimeliness, naivePlanTimeliness, [0, 7, 31, 120]],
    [planUpdates, naivePlanUpdates, [1, 31, 184]],
  ] as const)('are those of the naive program', (definition, naive, limits) => {
    networks.slice(0, 12).forEach((persons, at) => {
      const request = { by: [], ...pick(spans, at), asOf: pick(days, at) };
      const limit = pick(limits, at);
      const options = { ...optionsOf(request), parameters: { days: limit } };
      expect(calculateInMemory(factsOf(persons), definition, options).cells).toEqual(
        naive(limit)(persons, request).cells,
      );
    });
  });
});

describe('DuckDB makes the aggregate that the engine makes', () => {
  it('of each definition of personalisation', async () => {
    const cells = new Map<string, number>();
    for (const [at, persons] of networks.slice(0, NETWORKS_IN_DUCKDB).entries()) {
      const database = await databaseOf(factsOf(persons, { personsPerBatch: 7 }));
      try {
        for (const [definition, , cuts] of programs) {
          const options = optionsOf(requestOf(at, cuts));
          const inDuckDb = await aggregateInDuckDb(database, definition, options);
          expect(inDuckDb, `network ${String(at)}: ${definition.id}`).toEqual(
            calculateInMemory(database.facts, definition, options),
          );
          cells.set(definition.id, (cells.get(definition.id) ?? 0) + inDuckDb.cells.length);
        }
      } finally {
        database.close();
      }
    }
    expect(Math.min(...cells.values())).toBeGreaterThan(20);
  }, 180_000);
});
