import * as z from 'zod/mini';
import { fundedSurveys } from '../feedback/points.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import { averageClasses, costGroups, priorEducationGroups } from './coefficients.js';
import {
  accommodations,
  fundedEducations,
  type FundedProvider,
  type FundingInput,
  type StudentYearsRow,
} from './input.js';
import { fundingMeasures } from './measures.js';
import { schemaProblem } from '../shape/schema-problem.js';
import { expectedText } from './expected-text.js';

export type ParsedFundingInput =
  { readonly ok: true; readonly input: FundingInput } | { readonly ok: false; readonly problem: ShapeProblem };

const amount = z.number().check(z.nonnegative());
const count = z.int().check(z.nonnegative());
const share = z.number().check(z.nonnegative(), z.lte(1));
const year = z.int().check(z.gte(2000), z.lte(2100));
const text = z.exactOptional(z.string());
const optionalAmount = z.exactOptional(amount);
const byMeasure = z.partialRecord(z.enum(fundingMeasures), amount);

const row = z.strictObject({
  studentYears: amount,
  education: z.enum(fundedEducations),
  costGroup: z.exactOptional(z.enum(costGroups)),
  labourMarket: z.exactOptional(z.boolean()),
  free: z.boolean(),
  basicEducationAverage: z.exactOptional(z.enum(averageClasses)),
  demandingSupport: z.exactOptional(z.boolean()),
  accommodation: z.exactOptional(z.enum(accommodations)),
});
const fundedYear = z.strictObject({
  year,
  studentYears: z.exactOptional(z.array(row)),
  notFreeStartingLevel: z.exactOptional(z.union([amount, z.partialRecord(z.enum(priorEducationGroups), amount)])),
  wholeQualifications: optionalAmount,
  withoutPriorQualification: z.exactOptional(share),
  competencePoints: optionalAmount,
  placed: optionalAmount,
});
const provider = z.strictObject({
  id: z.string().check(z.minLength(1)),
  name: z.exactOptional(z.strictObject({ fi: text, sv: text, en: text })),
  previousFunding: optionalAmount,
  licence: z.exactOptional(z.strictObject({ demandingSupport: optionalAmount, notFree: optionalAmount })),
  years: z.exactOptional(z.tuple([fundedYear, fundedYear])),
  feedback: z.exactOptional(
    z.partialRecord(z.enum(fundedSurveys), z.strictObject({ points: amount, asked: count, answered: count })),
  ),
  values: z.exactOptional(byMeasure),
});
const file = z.strictObject({
  type: z.literal('strapetsi.funding-input'),
  schemaVersion: z.literal(1),
  // Feedback of students counts from the funding period that ended in 2019 on.
  fundingYear: z.int().check(z.gte(2020), z.lte(2100)),
  providers: z.array(provider).check(z.minLength(1)),
  national: z.exactOptional(
    z.strictObject({
      sums: z.exactOptional(byMeasure),
      previousFunding: optionalAmount,
      levellingCoefficient: optionalAmount,
      years: z.exactOptional(
        z.array(
          z.strictObject({
            year,
            notFreeStartingLevel: optionalAmount,
            withoutPriorQualification: z.exactOptional(share),
          }),
        ),
      ),
    }),
  ),
});

function rowProblem(one: StudentYearsRow, path: string): ShapeProblem | undefined {
  const { education, costGroup, demandingSupport, free, basicEducationAverage } = one;
  const isQualification = education === 'initial' || education === 'further' || education === 'specialist';
  if (costGroup !== undefined && !isQualification) {
    return { path: `${path}.costGroup`, expected: `none, for ${education}`, found: foundText(costGroup) };
  }
  if (demandingSupport === true && education === 'other') {
    return { path: `${path}.demandingSupport`, expected: 'false, for other', found: foundText(true) };
  }
  if (!free && basicEducationAverage !== undefined) {
    const found = foundText(basicEducationAverage);
    return { path: `${path}.basicEducationAverage`, expected: 'none, where not free of charge', found };
  }
  return undefined;
}

function providerProblem({ years, feedback = {} }: FundedProvider, path: string): ShapeProblem | undefined {
  for (const [position, { studentYears = [] }] of (years ?? []).entries()) {
    for (const [at, one] of studentYears.entries()) {
      const problem = rowProblem(one, `${path}.years[${String(position)}].studentYears[${String(at)}]`);
      if (problem !== undefined) return problem;
    }
  }
  for (const survey of fundedSurveys) {
    const { asked, answered } = feedback[survey] ?? { asked: 0, answered: 0 };
    if (answered > asked) {
      const expected = `at most the ${String(asked)} asked`;
      return { path: `${path}.feedback.${survey}.answered`, expected, found: foundText(answered) };
    }
  }
  return undefined;
}

/** All are measured over the same two years. */
function yearsProblem(providers: readonly FundedProvider[]): ShapeProblem | undefined {
  const years = providers.find((one) => one.years !== undefined)?.years?.map((one) => one.year) ?? [];
  const [first = 0, second = 0] = years;
  for (const [position, { years: own }] of providers.entries()) {
    for (const [at, one] of (own ?? []).entries()) {
      const path = `providers[${String(position)}].years[${String(at)}].year`;
      const expected = at === 0 ? first : second;
      if (one.year !== expected) return { path, expected: String(expected), found: foundText(one.year) };
      if (at === 1 && one.year <= first)
        return { path, expected: `a year after ${String(first)}`, found: foundText(one.year) };
    }
  }
  return undefined;
}

function inconsistency({ providers }: FundingInput): ShapeProblem | undefined {
  const ids = new Set<string>();
  for (const [position, one] of providers.entries()) {
    const path = `providers[${String(position)}]`;
    if (ids.has(one.id)) return { path: `${path}.id`, expected: 'each provider once', found: foundText(one.id) };
    ids.add(one.id);
    const problem = providerProblem(one, path);
    if (problem !== undefined) return problem;
  }
  return yearsProblem(providers);
}

/**
 * Reads the input of `fundingShares` from JSON of the format `strapetsi.funding-input`: every shape checked, no unknown names, the same two
 * years for all, each provider once. Never throws.
 */
export function parseFundingInput(json: unknown): ParsedFundingInput {
  const read = z.safeParse(file, json);
  if (!read.success)
    return { ok: false, problem: schemaProblem(json, read.error, 'an input of funding', expectedText) };
  const input: FundingInput = read.data;
  const problem = inconsistency(input);
  return problem === undefined ? { ok: true, input } : { ok: false, problem };
}
