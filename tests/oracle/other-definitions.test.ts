import {
  calculateInMemory,
  type Definition,
  type DimensionId,
  type Expr,
  factsOf,
  studentYears,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';
import { randomPersons } from './random-persons.js';

/** Neither the engine nor the compiler knows an indicator: two more definitions, with the steps that the first two do not have. */
const label = { fi: '', sv: '', en: '' };
const lastDay: Expr = { column: 'lastDay' };

/** Discontinuation and who goes on within three months (docs/definitions.md, example 3), in today's algebra. */
const discontinuation: Definition = {
  ...studentYears,
  id: 'discontinuation',
  rules: [
    {
      id: 'three-months',
      label,
      inForce: {},
      steps: [
        {
          bind: 'lastDay',
          ofChildren: 'period',
          where: { in: 'period.state', codes: ['present', 'holiday'] },
          take: { max: { column: 'period.end' } },
        },
        {
          bind: 'left',
          ofChildren: 'period',
          where: { in: 'period.state', codes: ['resigned', 'deemedResigned'] },
          take: 'any',
        },
        {
          bind: 'again',
          anyOtherRight: {
            all: [
              { in: 'otherPeriod.state', codes: ['present'] },
              { less: [lastDay, { column: 'otherPeriod.start' }] },
            ],
          },
        },
        {
          keep: {
            all: [{ column: 'left' }, { atMost: [{ param: 'from' }, lastDay] }, { atMost: [lastDay, { param: 'to' }] }],
          },
        },
        { exclude: { id: 'nested', label, when: { column: 'right.nested' } } },
        {
          bind: 'goesOn',
          lowestOverRights: {
            where: {
              all: [
                { not: { column: 'other.nested' } },
                { in: 'otherPeriod.state', codes: ['present', 'holiday', 'graduated'] },
                { atMost: [{ column: 'otherPeriod.start' }, { addMonths: [lastDay, 3] }] },
                { less: [lastDay, { column: 'otherPeriod.end' }] },
              ],
            },
            value: {
              when: [
                [{ equal: [{ column: 'right.qualification' }, { column: 'other.qualification' }] }, 1],
                [{ column: 'other.again' }, 2],
              ],
              otherwise: 7,
            },
            otherwise: 9,
          },
        },
      ],
      measure: {
        kind: 'distribution',
        of: { column: 'goesOn' },
        categories: [1, 2, 7, 9].map((code) => ({ code, label })),
      },
      sources: [],
    },
  ],
  dimensions: [
    ...studentYears.dimensions.filter(({ id }) => ['provider', 'school', 'gender', 'qualification'].includes(id)),
    { id: 'cohort', label, from: { halfYearOf: lastDay } },
  ],
};

/** Days present at part time: rights are left out by their periods, so that one right is met in several rows. */
const partTime: Definition = {
  ...studentYears,
  id: 'part-time-days',
  rules: [
    {
      id: 'part-time',
      label,
      inForce: {},
      steps: [
        { bind: 'older', to: { less: [{ column: 'person.birthYear' }, 1990] } },
        {
          keep: { any: [{ column: 'older' }, { isMissing: { column: 'person.birthYear' } }, { column: 'right.tuva' }] },
        },
        { each: 'period' },
        { exclude: { id: 'fullTime', label, when: { atMost: [1_000_000, { column: 'period.share' }] } } },
        { slice: [{ column: 'period.start' }, { column: 'period.end' }] },
        { exclude: { id: 'notPresent', label, when: { not: { in: 'period.state', codes: ['present'] } } } },
      ],
      measure: {
        kind: 'personDays',
        amount: { multiply: [{ days: [{ column: 'row.start' }, { column: 'row.end' }] }, { column: 'period.share' }] },
      },
      sources: [],
    },
  ],
};

it.each<[string, Definition, readonly DimensionId[]]>([
  ['discontinuation by half-year and gender', discontinuation, ['cohort', 'gender']],
  ['discontinuation of a provider in one figure', discontinuation, []],
  ['part-time days by year and qualification', partTime, ['year', 'qualification']],
  ['part-time days by month', partTime, ['month']],
])(
  'DuckDB makes the aggregate that the engine makes of %s',
  async (_name, definition, by) => {
    let cells = 0;
    await fc.assert(
      fc.asyncProperty(randomPersons, async (persons) => {
        const request = { by, period: { from: '2020-01-01', to: '2024-12-31' }, asOf: '2026-11-23' };
        const database = await databaseOf(factsOf(persons));
        const inDuckDb = await aggregateInDuckDb(database, definition, request);
        database.close();
        expect(inDuckDb).toEqual(calculateInMemory(database.facts, definition, request));
        cells += inDuckDb.cells.length;
      }),
      // Seeded, so that there are cells to compare is a fact and not luck.
      { numRuns: 25, seed: 1 },
    );
    expect(cells).toBeGreaterThan(15);
  },
  60_000,
);
