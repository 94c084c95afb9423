import {
  calculateInMemory,
  type Classification,
  competencePoints,
  courseOfStudies,
  type Definition,
  type DimensionId,
  discontinuation,
  discontinuationByField,
  discontinuationBySeptember,
  factsOf,
  netStudents,
  newStudents,
  outcomeOfStartedStudies,
  partialQualifications,
  qualifications,
  students,
  studentsOn20September,
} from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { naiveCompetencePoints } from './naive-competence-points.js';
import { naiveCourseOfStudies, naiveOutcomeOfStartedStudies } from './naive-course-of-studies.js';
import { naiveDiscontinuation } from './naive-discontinuation.js';
import { naiveDiscontinuationBySeptember } from './naive-discontinuation-by-september.js';
import type { Figures, Request } from './naive-follow-up.js';
import { naiveNewStudents } from './naive-new-students.js';
import { naiveQualifications } from './naive-qualifications.js';
import { naiveNetStudents, naiveStudents, naiveStudentsOn20September } from './naive-students.js';
import { seededNetworks, type Network } from './seeded-networks.js';

/** Programs that share nothing with the definitions but the rules they were written from, on the same hundred networks. */
type Naive = (persons: Network, request: Request) => Figures;

const windowCuts: readonly (readonly DimensionId[])[] = [
  ['year'],
  ['month', 'education'],
  ['halfYear', 'provider'],
  [],
  ['year', 'school', 'gender'],
  ['year', 'month', 'funding'],
  ['ageGroup', 'year', 'language'],
  ['location', 'motherTongue', 'method'],
  ['qualification', 'year'],
];
const pointCuts: readonly (readonly DimensionId[])[] = [
  ...windowCuts,
  ['year', 'unitType'],
  ['recognition', 'raised', 'year'],
];
const cohortCuts: readonly (readonly DimensionId[])[] = [
  ['cohort', 'checkpoint'],
  ['checkpoint', 'education', 'cohort'],
  ['checkpoint', 'provider'],
  ['cohort', 'checkpoint', 'ageGroup', 'gender'],
  ['checkpoint', 'cohort', 'qualification'],
];
const spans = [
  { from: '2021-01-01', to: '2024-12-31' },
  { from: '2022-03-15', to: '2023-09-19' },
  { from: '2022-09-20', to: '2022-09-30' },
  { from: '2021-07-01', to: '2022-06-30' },
] as const;
const days = ['2023-02-28', '2024-03-31', '2023-09-20', '2026-06-30', '2029-01-01'] as const;

function pick<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

function fieldLevel(id: string, codes: Readonly<Record<string, string>>): Classification {
  const classes = [...new Set(Object.values(codes))].map((one) => ({ id: one, label: {} }));
  return { id, version: '1', label: {}, classes, codes };
}

// Two codes share their narrowest field, all three the widest; one code has no field of the middle level.
const level3 = { '361902': 'a', '361101': 'a', '457305': 'b' };
const level2 = { '361902': 'c', '457305': 'c' };
const level1 = { '361902': 'd', '361101': 'd', '457305': 'd' };
const classifications = [
  fieldLevel('fieldLevel1', level1),
  fieldLevel('fieldLevel2', level2),
  fieldLevel('fieldLevel3', level3),
];

const programs: readonly (readonly [Definition, Naive, readonly (readonly DimensionId[])[]])[] = [
  [students, naiveStudents, windowCuts],
  [studentsOn20September, naiveStudentsOn20September, windowCuts],
  [netStudents, naiveNetStudents, windowCuts],
  [newStudents, naiveNewStudents, windowCuts],
  [qualifications, naiveQualifications('wholeQualification'), windowCuts],
  [partialQualifications, naiveQualifications('qualificationUnits'), windowCuts],
  [competencePoints, naiveCompetencePoints, pointCuts],
  [discontinuation, naiveDiscontinuation(), windowCuts],
  [discontinuationByField, naiveDiscontinuation([level3, level2, level1]), windowCuts],
  [discontinuationBySeptember, naiveDiscontinuationBySeptember, windowCuts],
  [courseOfStudies, naiveCourseOfStudies, cohortCuts],
  [outcomeOfStartedStudies, naiveOutcomeOfStartedStudies, cohortCuts],
];

describe('the engine finds what a naive program finds on a hundred networks with flaws', () => {
  const networks = seededNetworks(100, 20_260_921);
  it.each(programs.map(([definition, naive, cuts]) => [definition.id, definition, naive, cuts] as const))(
    '%s',
    (_id, definition, naive, cuts) => {
      const met = { cells: 0, exclusions: new Set<string>() };
      networks.forEach((persons, at) => {
        const request = { by: pick(cuts, at), ...pick(spans, at), asOf: pick(days, at) };
        const { by, from, to, asOf } = request;
        const facts = factsOf(persons, { personsPerBatch: 7 });
        const options = { by, period: { from, to }, asOf, classifications };
        const aggregate = calculateInMemory(facts, definition, options);
        const expected = naive(persons, request);
        const context = `network ${String(at)}: ${JSON.stringify(request)}`;
        expect(aggregate.cells, context).toEqual(expected.cells);
        expect(aggregate.population, context).toBe(expected.population);
        const counts = Object.fromEntries(aggregate.exclusions.map(({ id, count }) => [id, count]));
        expect(counts, context).toEqual(expected.exclusions);
        met.cells += aggregate.cells.length;
        for (const { id, count } of aggregate.exclusions) if (count > 0) met.exclusions.add(id);
      });
      // That there is something to compare is a fact and not luck: every ground to be left out has been met.
      expect(met.cells).toBeGreaterThan(100);
      const grounds = Object.keys(
        naive([], { by: [], from: '2022-01-01', to: '2022-12-31', asOf: '2023-01-01' }).exclusions,
      );
      expect([...met.exclusions].sort()).toEqual(grounds.sort());
    },
    120_000,
  );
});

describe('the networks', () => {
  const networks = seededNetworks(100, 20_260_921);

  it.each<readonly [string, Definition, readonly DimensionId[]]>(
    [discontinuationByField, discontinuationBySeptember, courseOfStudies, outcomeOfStartedStudies].map((definition) => {
      const hasCheckpoints = definition.dimensions.some(({ id }) => id === 'checkpoint');
      return [definition.id, definition, [hasCheckpoints ? 'checkpoint' : 'year']];
    }),
  )('reach every situation of %s', (_id, definition, by) => {
    const totals: number[] = [];
    for (const persons of networks) {
      const period = { from: '2020-07-01', to: '2024-12-31' };
      const options = { by, period, asOf: '2031-01-01', classifications };
      for (const cell of calculateInMemory(factsOf(persons), definition, options).cells) {
        if ('amounts' in cell) cell.amounts.forEach((amount, at) => (totals[at] = (totals[at] ?? 0) + amount));
      }
    }
    expect(Math.min(...totals)).toBeGreaterThan(0);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(seededNetworks(3, 7)).toEqual(seededNetworks(3, 7));
    expect(seededNetworks(3, 7)).not.toEqual(seededNetworks(3, 8));
  });
});
