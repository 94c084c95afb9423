import {
  calculateInMemory,
  combine,
  factsOf,
  feedbackCorrectedPoints,
  feedbackDistribution,
  feedbackDistributionOfOpinions,
  feedbackMean,
  feedbackNps,
  feedbackResponseDays,
  feedbackResponseRate,
  type Definition,
  type DimensionId,
  type PlainPerson,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  naiveDistribution,
  naiveMean,
  naivePoints,
  naivePromoters,
  naiveResponseRate,
  type FeedbackFigures,
  type FeedbackRequest,
} from './naive-feedback.js';
import { daysLater } from './person.js';

type Response = NonNullable<PlainPerson['responses']>[number];
type Answer = NonNullable<Response['answers']>[number];

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

/** What is `undefined` is left out: types tell a missing field from one that holds nothing. */
function present<T extends object>(all: { readonly [K in keyof T]: T[K] | undefined }): T {
  const entries: unknown = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return entries as T;
}

const answer = fc
  .record({
    question: fc.constantFrom('q1', 'q2', 'q3', 'q4'),
    // Of several scales, off all of them, and "can't say".
    value: fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined, freq: 3 }),
    forFunding: some(fc.boolean()),
  })
  .map((all) => present<Answer>(all));

const response = fc
  .record({
    provider: fc.constantFrom('1111111-1', { key: '2222222-2', label: { fi: 'Toinen' } }),
    survey: fc.constantFrom('start', 'completion', 'own'),
    school: some(fc.constantFrom('A', 'B')),
    qualification: some(fc.constantFrom('371101', '351301')),
    education: some(fc.constantFrom<NonNullable<Response['education']>>('wholeQualification', 'qualificationUnits')),
    day: some(fc.nat(1100).map((days) => daysLater('2023-06-25', days))),
    asked: some(fc.constantFrom(0, 1, 25)),
    answered: fc.boolean(),
    weight: some(fc.constantFrom(0, 1, 37)),
    answers: some(fc.array(answer, { maxLength: 5 })),
  })
  .map((all) => present<Omit<Response, 'key'>>(all));

const person = fc
  .record({
    birthYear: some(fc.integer({ min: 1960, max: 2011 })),
    gender: some(fc.constantFrom<NonNullable<PlainPerson['gender']>>('male', 'female', 'other')),
    motherTongue: some(fc.constantFrom('FI', 'SV', 'SE', 'EN')),
    // Most have one reply, as feedback is read; some have several, or none.
    responses: fc.array(response, { maxLength: 3 }),
  })
  .map((all) => present<Omit<PlainPerson, 'key' | 'rights' | 'responses'> & { responses: typeof all.responses }>(all));

const networks: readonly (readonly PlainPerson[])[] = fc
  .sample(fc.array(person, { minLength: 5, maxLength: 25, size: 'max' }), { numRuns: 100, seed: 20_261_126 })
  .map((persons) =>
    persons.map((each, at) => ({
      ...each,
      key: at.toString(16).padStart(32, '0'),
      rights: [],
      responses: each.responses.map((one, n) => ({ ...one, key: `${at}-${n}` })),
    })),
  );

const cuts: readonly (readonly DimensionId[])[] = [
  [],
  ['year'],
  ['survey', 'provider'],
  ['school', 'gender'],
  ['halfYear', 'education'],
  ['ageGroup', 'motherTongue'],
  ['month', 'qualification'],
];
const ofAnswers: readonly (readonly DimensionId[])[] = [...cuts, ['question'], ['question', 'year', 'survey']];
const periods = [
  { from: '2023-07-01', to: '2024-06-30' },
  { from: '2024-01-01', to: '2025-12-31' },
  { from: '2023-01-01', to: '2027-12-31' },
] as const;
const asOfs = ['2025-01-31', '2026-06-30', '2030-01-01'] as const;

type Naive = (persons: readonly PlainPerson[], request: FeedbackRequest) => FeedbackFigures;

const programs: readonly (readonly [Definition, Naive, readonly (readonly DimensionId[])[]])[] = [
  [feedbackResponseRate, naiveResponseRate(false), cuts],
  [feedbackResponseDays, naiveResponseRate(true), cuts],
  [feedbackMean, naiveMean, ofAnswers],
  [feedbackDistribution, naiveDistribution(true), ofAnswers],
  [feedbackDistributionOfOpinions, naiveDistribution(false), ofAnswers],
  [feedbackNps, naivePromoters, ofAnswers],
  [feedbackCorrectedPoints, naivePoints, ofAnswers],
];

/** Cells with nothing in them may be there or not. */
const isFilled = ({ n, amounts }: { readonly n: number; readonly amounts: readonly number[] }) =>
  n !== 0 || amounts.some((amount) => amount !== 0);

describe('the engine finds what a naive program finds in a hundred networks of replies with flaws', () => {
  for (const [definition, naive, by] of programs) {
    test(definition.id, () => {
      let compared = 0;
      networks.forEach((persons, at) => {
        const period = periods[at % periods.length] ?? periods[0];
        const request = { by: by[at % by.length] ?? [], ...period, asOf: asOfs[at % asOfs.length] ?? asOfs[0] };
        const options = { by: request.by, period, asOf: request.asOf };
        const batches = factsOf(persons, { personsPerBatch: 7 });
        const aggregate = calculateInMemory(batches, definition, options);
        const cells = aggregate.cells.flatMap((cell) =>
          'amounts' in cell && isFilled(cell)
            ? [[cell.key.join(' '), { n: cell.n, amounts: cell.amounts }] as const]
            : [],
        );
        const expected = naive(persons, request);
        const context = `network ${at}: ${JSON.stringify(request)}`;
        expect(new Map(cells), context).toEqual(new Map([...expected.cells].filter(([, cell]) => isFilled(cell))));
        expect(aggregate.population, context).toBe(expected.population);
        expect(Object.fromEntries(aggregate.exclusions.map(({ id, count }) => [id, count])), context).toEqual(
          expected.exclusions,
        );
        compared += cells.length;
        // Parts of one run join to the whole.
        const parts = batches.map((batch) => calculateInMemory([batch], definition, options));
        const [first, ...others] = parts;
        if (first !== undefined) expect(combine(first, ...others).cells, context).toEqual(aggregate.cells);
      });
      expect(compared).toBeGreaterThan(100);
    });
  }
});
