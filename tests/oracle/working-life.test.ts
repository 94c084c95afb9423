import {
  apprenticeshipLearning,
  calculateInMemory,
  combine,
  type Definition,
  type DimensionId,
  emigrated,
  employed,
  employers,
  factsOf,
  furtherStudy,
  furtherStudyWithWork,
  graduatesWithWorkplaceLearning,
  inWorkOrStudy,
  trainingAgreementLearning,
  unemployed,
  workplaceAgreements,
  workplaceDays,
  workplaceLearners,
  workplaceLearning,
} from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { aggregateInDuckDb, databaseOf } from './duckdb.js';
import { naiveEmployers, naiveWorkplaceAgreements } from './naive-employers.js';
import type { Figures, Request } from './naive-follow-up.js';
import { naiveOutcomes } from './naive-outcomes.js';
import {
  naiveGraduatesWithWorkplaceLearning,
  naiveWorkplaceDays,
  naiveWorkplaceLearners,
  naiveWorkplaceLearning,
} from './naive-workplace-learning.js';
import { type WorkingPerson, workingNetworks } from './working-networks.js';

/** Programs that share nothing with the definitions but the rules they were written from, on the same hundred networks. */
type Naive = (persons: readonly WorkingPerson[], request: Request) => Figures;

const common: readonly (readonly DimensionId[])[] = [
  ['year'],
  [],
  ['month', 'education'],
  ['halfYear', 'provider'],
  ['year', 'school', 'gender'],
  ['ageGroup', 'year', 'language'],
  ['location', 'motherTongue', 'method'],
  ['qualification', 'year'],
];
const withFunding: typeof common = [...common, ['year', 'month', 'funding']];
const withCohort: typeof common = [...withFunding, ['cohort', 'year'], ['cohort']];
const withWorkplace: typeof common = [
  ...common,
  ['year', 'workplaceKind'],
  ['area', 'workplaceKind'],
  ['area', 'month'],
];
const ofAgreements: typeof common = [...withWorkplace, ['funding', 'area', 'year']];
const ofOutcomes: typeof common = [
  ['yearsAfter'],
  ['year', 'yearsAfter'],
  ['yearsAfter', 'halfYear', 'provider'],
  ['school', 'yearsAfter', 'gender'],
  ['yearsAfter', 'qualification', 'motherTongue'],
  ['ageGroup', 'yearsAfter'],
];
const spans = [
  { from: '2021-01-01', to: '2024-12-31' },
  { from: '2022-03-15', to: '2023-09-19' },
  { from: '2022-09-20', to: '2022-09-30' },
  { from: '2021-07-01', to: '2022-06-30' },
  { from: '2020-07-01', to: '2024-12-31' },
] as const;
const days = ['2023-02-28', '2024-03-31', '2023-09-20', '2026-06-30', '2029-01-01', '2024-12-31'] as const;

function pick<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

const programs: readonly (readonly [Definition, Naive, typeof common])[] = [
  [workplaceLearning, naiveWorkplaceLearning('apprenticeship', 'trainingAgreement', 'onTheJobLearning'), withFunding],
  [apprenticeshipLearning, naiveWorkplaceLearning('apprenticeship'), withFunding],
  [trainingAgreementLearning, naiveWorkplaceLearning('trainingAgreement'), withFunding],
  [workplaceDays, naiveWorkplaceDays, withWorkplace],
  [workplaceLearners, naiveWorkplaceLearners, withCohort],
  [graduatesWithWorkplaceLearning, naiveGraduatesWithWorkplaceLearning, withCohort],
  [employers, naiveEmployers, withWorkplace],
  [workplaceAgreements, naiveWorkplaceAgreements, ofAgreements],
  [employed, naiveOutcomes('employed', 'employedStudent'), ofOutcomes],
  [furtherStudy, naiveOutcomes('student'), ofOutcomes],
  [furtherStudyWithWork, naiveOutcomes('student', 'employedStudent'), ofOutcomes],
  [inWorkOrStudy, naiveOutcomes('employed', 'student', 'employedStudent'), ofOutcomes],
  [unemployed, naiveOutcomes('unemployed'), ofOutcomes],
  [emigrated, naiveOutcomes('emigrated'), ofOutcomes],
];
const byId = programs.map(([definition, naive, cuts]) => [definition.id, definition, naive, cuts] as const);

const networks = workingNetworks(100, 20_261_130);
const batchesOf = networks.map((persons) => factsOf(persons, { personsPerBatch: 7 }));
/** Networks that are also calculated in parts, and in DuckDB. */
const FEW = 20;

function requestAt(cuts: typeof common, at: number): Request {
  return { by: pick(cuts, at), ...pick(spans, at), asOf: pick(days, at) };
}

describe('the engine finds what a naive program finds on a hundred networks with flaws', () => {
  it.each(byId)(
    '%s',
    (_id, definition, naive, cuts) => {
      const met = { cells: 0, exclusions: new Set<string>() };
      networks.forEach((persons, at) => {
        const request = requestAt(cuts, at);
        const { by, from, to, asOf } = request;
        const options = { by, period: { from, to }, asOf };
        const batches = batchesOf[at] ?? [];
        const aggregate = calculateInMemory(batches, definition, options);
        const expected = naive(persons, request);
        const context = `network ${String(at)}: ${JSON.stringify(request)}`;
        expect(aggregate.cells, context).toEqual(expected.cells);
        expect(aggregate.population, context).toBe(expected.population);
        const counts = Object.fromEntries(aggregate.exclusions.map(({ id, count }) => [id, count]));
        expect(counts, context).toEqual(expected.exclusions);
        if (at < FEW) {
          // Parts of one run join to the whole.
          const parts = batches.map((batch) => calculateInMemory([batch], definition, options));
          const [first, ...others] = parts;
          if (first !== undefined) expect(combine(first, ...others).cells, context).toEqual(aggregate.cells);
        }
        met.cells += aggregate.cells.length;
        for (const { id, count } of aggregate.exclusions) if (count > 0) met.exclusions.add(id);
      });
      // That there is something to compare is a fact and not luck: every ground to be left out has been met.
      expect(met.cells).toBeGreaterThan(100);
      const asked = { by: [], from: '2022-01-01', to: '2022-12-31', asOf: '2023-01-01' };
      expect([...met.exclusions].sort()).toEqual(Object.keys(naive([], asked).exclusions).sort());
    },
    240_000,
  );
});

describe('DuckDB makes the aggregate that the engine makes', () => {
  it('of every one of these indicators, on twenty of the networks', async () => {
    const cells = new Map<string, number>();
    for (const [at, batches] of batchesOf.slice(0, FEW).entries()) {
      const database = await databaseOf(batches);
      try {
        for (const [id, definition, , cuts] of byId) {
          const { by, from, to, asOf } = requestAt(cuts, at);
          const request = { by, period: { from, to }, asOf };
          const inDuckDb = await aggregateInDuckDb(database, definition, request);
          expect(inDuckDb).toEqual(calculateInMemory(database.facts, definition, request));
          cells.set(id, (cells.get(id) ?? 0) + inDuckDb.cells.length);
        }
      } finally {
        database.close();
      }
    }
    expect([...cells].filter(([, count]) => count < 20)).toEqual([]);
    expect(cells.size).toBe(programs.length);
  }, 240_000);
});

describe('the networks', () => {
  const whole = { period: { from: '2020-07-01', to: '2024-12-31' }, asOf: '2030-12-31' };

  it.each([workplaceLearners, graduatesWithWorkplaceLearning])(
    'reach every way of learning at work: $id',
    (definition) => {
      const totals = [0, 0, 0];
      for (const batches of batchesOf) {
        for (const cell of calculateInMemory(batches, definition, { by: [], ...whole }).cells) {
          if ('amounts' in cell) cell.amounts.forEach((amount, at) => (totals[at] = (totals[at] ?? 0) + amount));
        }
      }
      expect(Math.min(...totals)).toBeGreaterThan(10);
    },
  );

  it('reach every main activity, kind of workplace, and flaw of a period', () => {
    const persons = networks.flat();
    const activities = new Set(persons.flatMap(({ outcomes }) => outcomes.map(({ activity }) => activity)));
    expect(activities.size).toBe(9);
    const periods = persons.flatMap(({ rights }) =>
      rights.flatMap((right) =>
        right.workplaces.map((workplace) => ({ ...workplace, rightFrom: right.periods[0]?.start ?? '' })),
      ),
    );
    const flaws = {
      apprenticeship: periods.filter(({ kind }) => kind === 'apprenticeship'),
      trainingAgreement: periods.filter(({ kind }) => kind === 'trainingAgreement'),
      onTheJobLearning: periods.filter(({ kind }) => kind === 'onTheJobLearning'),
      withoutEnd: periods.filter(({ end }) => end === undefined),
      endsBeforeItBegins: periods.filter(({ start, end }) => end !== undefined && end < start),
      beginsBeforeTheRight: periods.filter(({ start, rightFrom }) => start < rightFrom),
      withoutEmployer: periods.filter(({ employer }) => employer === undefined),
      withoutArea: periods.filter(({ area }) => area === undefined),
      partTime: periods.filter(({ share = 1_000_000 }) => 0 < share && share < 1_000_000),
      noTime: periods.filter(({ share }) => share === 0),
    };
    expect(Object.entries(flaws).filter(([, those]) => those.length < 20)).toEqual([]);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(workingNetworks(3, 7)).toEqual(workingNetworks(3, 7));
    expect(workingNetworks(3, 7)).not.toEqual(workingNetworks(3, 8));
  });
});
