import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOwnCoefficients, type CoefficientId, type FundingCoefficients } from './coefficients.js';
import { FundingInputError } from './errors.js';
import { fundingShares, type FundingShares } from './funding-shares.js';
import type { FundedProvider, FundedYear, FundingInput, NationalFunding } from './input.js';
import type { LineId } from './lines.js';
import { fundingMeasures, type FundingMeasure } from './measures.js';
import { parseFundingInput } from './parse-input.js';
import { shippedFundingCoefficients } from './shipped-coefficients.js';

const of2026 = shippedFundingCoefficients(2026);
if (of2026 === undefined) throw new Error('2026 is shipped');

/** Made up for the tests, in round figures: those of 2026 are in no public file. */
const madeUp: FundingCoefficients = {
  type: 'strapetsi.funding-coefficients',
  schemaVersion: 1,
  version: 'made-up',
  inForce: { from: '2026-01-01', to: '2026-12-31' },
  values: Object.fromEntries(
    (
      [
        ['qualificationType.initial', 1],
        ['qualificationType.furtherOrSpecialist', 0.5],
        ['costGroup.1', 0.8],
        ['costGroup.2', 1],
        ['costGroup.3', 1.5],
        ['costGroup.preparatory', 1.2],
        ['costGroup.other', 0.6],
        ['costGroup.otherLabourMarket', 0.7],
        ['demandingSupport.qualification', 2],
        ['demandingSupport.preparatory', 1.5],
        ['demandingSupport.telma', 3],
        ['accommodation.ordinary', 0.2],
        ['accommodation.boarding', 0.4],
        ['accommodation.withDemandingSupport', 1],
      ] satisfies readonly (readonly [CoefficientId, number])[]
    ).map(([id, value]) => [id, { value, source: 'made up for a test' }]),
  ),
};
const coefficients = withOwnCoefficients(of2026, madeUp);

function inputOf(providers: readonly FundedProvider[], national?: NationalFunding): FundingInput {
  const parts = national === undefined ? {} : { national };
  return { type: 'strapetsi.funding-input', schemaVersion: 1, fundingYear: 2026, providers, ...parts };
}

function valueOf(result: FundingShares, id: LineId, provider?: string): number {
  const line = result.lines.find((one) => one.id === id && one.provider === provider);
  return line?.status === 'value' ? line.value : Number.NaN;
}

function needsOf(result: FundingShares, id: LineId, provider?: string) {
  const line = result.lines.find((one) => one.id === id && one.provider === provider);
  return line?.status === 'missing' ? line.needs.map((need) => need.id) : [];
}

/** Whoever has the same value of everything. */
const evenly = (value: number): Readonly<Record<FundingMeasure, number>> => ({
  startingLevel: value,
  costGroup: value,
  qualifications: value,
  placed: value,
  workplaceSurvey: value,
  workplaceInstructorSurvey: value,
  startSurvey: value,
  endSurvey: value,
});

describe('shares of funding', () => {
  it('by hand: three providers with confirmed values, one of them at its lower limit', () => {
    // Sums: starting level 1000, cost group 2000, qualifications 100,000, placed 500, surveys 1000 each.
    // A: 0.1 · 0.5 + 0.4 · 0.55 + 0.3 · 0.5 + 0.18 · 0.6 + 0.02 · 0.5 = 0.05 + 0.22 + 0.15 + 0.108 + 0.01 = 0.538
    // B: 0.1 · 0.3 + 0.4 · 0.3 + 0.3 · 0.4 + 0.18 · 0.3 + 0.02 · 0.3 = 0.03 + 0.12 + 0.12 + 0.054 + 0.006 = 0.33
    // C: 0.1 · 0.2 + 0.4 · 0.15 + 0.3 · 0.1 + 0.18 · 0.1 + 0.02 · 0.2 = 0.02 + 0.06 + 0.03 + 0.018 + 0.004 = 0.132
    // Year before 50, 30 and 20 of 100: C may not fall below 0.19. A and B share 0.81: t = 0.81 / 0.868, A 0.50205…, B 0.30795….
    const surveys = (value: number) => ({
      workplaceSurvey: value,
      workplaceInstructorSurvey: value,
      startSurvey: value,
      endSurvey: value,
    });
    const result = fundingShares(
      inputOf([
        {
          id: 'A',
          previousFunding: 50,
          values: { startingLevel: 500, costGroup: 1100, qualifications: 50_000, placed: 300, ...surveys(500) },
        },
        {
          id: 'B',
          previousFunding: 30,
          values: { startingLevel: 300, costGroup: 600, qualifications: 40_000, placed: 150, ...surveys(300) },
        },
        {
          id: 'C',
          previousFunding: 20,
          values: { startingLevel: 200, costGroup: 300, qualifications: 10_000, placed: 50, ...surveys(200) },
        },
      ]),
      of2026,
    );
    expect(valueOf(result, 'unlimitedShare', 'A')).toBeCloseTo(0.538, 14);
    expect(valueOf(result, 'unlimitedShare', 'B')).toBeCloseTo(0.33, 14);
    expect(valueOf(result, 'unlimitedShare', 'C')).toBeCloseTo(0.132, 14);
    expect(valueOf(result, 'levellingCoefficient')).toBeCloseTo(0.81 / 0.868, 13);
    expect(valueOf(result, 'share', 'A')).toBeCloseTo((0.538 * 0.81) / 0.868, 13);
    expect(valueOf(result, 'share', 'B')).toBeCloseTo((0.33 * 0.81) / 0.868, 13);
    expect(valueOf(result, 'share', 'C')).toBeCloseTo(0.19, 14);
    expect(valueOf(result, 'limitFactor', 'C')).toBeCloseTo(0.19 / 0.132, 12);
    expect(valueOf(result, 'change', 'C')).toBeCloseTo(0.95, 13);
    expect(result.levelling).toMatchObject({ status: 'solved' });
    expect(result.missing).toEqual([]);
  });

  const year = (more: Partial<FundedYear>, number = 2023): FundedYear => ({ year: number, ...more });

  it('by hand: student years weighted by cost group, type and additions, within the licence', () => {
    // 2023: initial, group 2, free: 100 · 1 · 1. Further, group 1, not free: 40 · 0.5 · 0.8. As labour market training: 20 · 1 · 0.8.
    // 2024: TELMA 10 · 1.2, other education 10 · 0.6, other as labour market training 10 · 0.7, all not free.
    // Not free: (60 + 30) / 2 = 45, the licence allows 36: factor 0.8. Free: 100 / 2 = 50. Accepted: 50 + 36 = 86.
    // Base: (100 + 0.8 · (16 + 16) + 0.8 · (12 + 6 + 7)) / 2 = (100 + 25.6 + 20) / 2 = 72.8.
    // Demanding support: TELMA's 10. Accommodation: 30 in boarding, free of charge, and 10 in boarding without a licence, which is ordinary.
    const provider: FundedProvider = {
      id: 'A',
      licence: { notFree: 36, demandingSupport: 10 },
      years: [
        year({
          studentYears: [
            { studentYears: 70, education: 'initial', costGroup: '2', free: true },
            { studentYears: 30, education: 'initial', costGroup: '2', free: true, accommodation: 'boarding' },
            { studentYears: 30, education: 'further', costGroup: '1', free: false },
            {
              studentYears: 10,
              education: 'specialist',
              costGroup: '1',
              free: false,
              accommodation: 'unlicensedBoarding',
            },
            { studentYears: 20, education: 'specialist', costGroup: '1', free: false, labourMarket: true },
          ],
        }),
        year(
          {
            studentYears: [
              { studentYears: 10, education: 'telma', free: false, demandingSupport: true },
              { studentYears: 10, education: 'other', free: false },
              { studentYears: 10, education: 'other', free: false, labourMarket: true },
            ],
          },
          2024,
        ),
      ],
    };
    const result = fundingShares(inputOf([provider]), coefficients);
    expect(valueOf(result, 'studentYears.notFree', 'A')).toBe(45);
    expect(valueOf(result, 'studentYears.notFreeFactor', 'A')).toBe(0.8);
    expect(valueOf(result, 'studentYears.accepted', 'A')).toBe(86);
    expect(valueOf(result, 'costGroup.base', 'A')).toBeCloseTo(72.8, 12);
    // 10 / 2 = 5 are within the 10 of the licence: 0.8 · 10 · 3 / 2 = 12.
    expect(valueOf(result, 'demandingSupport.factor', 'A')).toBe(1);
    expect(valueOf(result, 'costGroup.demandingSupport', 'A')).toBeCloseTo(12, 12);
    // (30 · 0.4 + 0.8 · 10 · 0.2) / 2 = (12 + 1.6) / 2
    expect(valueOf(result, 'costGroup.accommodation', 'A')).toBeCloseTo(6.8, 12);
    expect(valueOf(result, 'value.costGroup', 'A')).toBeCloseTo(91.6, 12);
  });

  it('by hand: additions of demanding support are cut to the licence', () => {
    // 60 student years a year with demanding support, 24 allowed: 0.4 of 60 · 2 = 48 above the base of 60 · 1.5.
    const rows = [
      { studentYears: 60, education: 'initial', costGroup: '3', free: true, demandingSupport: true },
    ] as const;
    const provider: FundedProvider = {
      id: 'A',
      licence: { demandingSupport: 24 },
      years: [year({ studentYears: rows }), year({ studentYears: rows }, 2024)],
    };
    const result = fundingShares(inputOf([provider]), coefficients);
    expect(valueOf(result, 'demandingSupport.factor', 'A')).toBe(0.4);
    expect(valueOf(result, 'costGroup.demandingSupport', 'A')).toBeCloseTo(48, 12);
    expect(valueOf(result, 'value.costGroup', 'A')).toBeCloseTo(138, 12);
  });

  it('by hand: student years weighted by starting level, of compulsory education by grade and of others by prior education', () => {
    // 2023: 40 · 3.03 + 60 · 0.71 = 121.2 + 42.6 = 163.8; others 50, by prior education 10 : 30 : 10 of groups 1, 3, 5:
    // (2.5 + 45 + 30) / 50 = 1.55, so 77.5. 2024: 50 · 2 = 100; others 20 · 1.2 of the nation = 24. Means: 131.9 and 50.75.
    const provider: FundedProvider = {
      id: 'A',
      years: [
        year({
          studentYears: [
            { studentYears: 40, education: 'initial', free: true, basicEducationAverage: '5' },
            { studentYears: 60, education: 'initial', free: true, basicEducationAverage: '7' },
            { studentYears: 50, education: 'further', free: false },
          ],
          notFreeStartingLevel: { '1': 10, '3': 30, '5': 10 },
        }),
        year(
          {
            studentYears: [
              { studentYears: 50, education: 'preparatory', free: true, basicEducationAverage: 'Unknown' },
              { studentYears: 20, education: 'further', free: false },
            ],
          },
          2024,
        ),
      ],
    };
    const result = fundingShares(inputOf([provider], { years: [{ year: 2024, notFreeStartingLevel: 1.2 }] }), of2026);
    expect(valueOf(result, 'startingLevel.free', 'A')).toBeCloseTo(131.9, 12);
    expect(valueOf(result, 'startingLevel.notFree', 'A')).toBeCloseTo(50.75, 12);
    expect(valueOf(result, 'value.startingLevel', 'A')).toBeCloseTo(182.65, 12);
  });

  it('by hand: qualification points and competence points, cut to 120 for a student year', () => {
    // Qualifications: (72 · 100 · 0.75 + 72 · 50 · 0.5) / 2 = (5400 + 1800) / 2 = 3600. Competence points: (3000 + 1800) / 2 = 2400,
    // at most 120 · 16 student years = 1920: factor 0.8.
    const rows = [{ studentYears: 16, education: 'initial', costGroup: '1', free: true }] as const;
    const provider: FundedProvider = {
      id: 'A',
      years: [
        year({ studentYears: rows, wholeQualifications: 100, withoutPriorQualification: 0.75, competencePoints: 3000 }),
        year({ studentYears: rows, wholeQualifications: 50, competencePoints: 1800 }, 2024),
      ],
    };
    const national = { years: [{ year: 2024, withoutPriorQualification: 0.5 }] };
    const result = fundingShares(inputOf([provider], national), coefficients);
    expect(valueOf(result, 'qualifications.points', 'A')).toBe(3600);
    expect(valueOf(result, 'competencePoints.maximum', 'A')).toBe(1920);
    expect(valueOf(result, 'competencePoints.factor', 'A')).toBe(0.8);
    expect(valueOf(result, 'value.qualifications', 'A')).toBe(5520);
  });

  it('by hand: points of feedback with the correction of non-response of 2024–2025', () => {
    // 50 of 100 answered: 1 / 0.6 + 2 · 0.1 = 28/15. Everybody answered: 1. The end survey counts whole qualifications threefold.
    const result = fundingShares(
      inputOf([
        {
          id: 'A',
          feedback: {
            start: { points: 1500, asked: 100, answered: 50 },
            completion: { points: 1000, asked: 20, answered: 20 },
            completionOfUnits: { points: 400, asked: 10, answered: 10 },
            workplaceInstructor: { points: 150, asked: 100, answered: 50 },
            workplace: { points: 900, asked: 100, answered: 50 },
          },
        },
      ]),
      of2026,
    );
    expect(valueOf(result, 'value.startSurvey', 'A')).toBe(2800);
    expect(valueOf(result, 'value.endSurvey', 'A')).toBe(3400);
    expect(valueOf(result, 'value.workplaceInstructorSurvey', 'A')).toBe(280);
    expect(valueOf(result, 'value.workplaceSurvey', 'A')).toBe(900);
  });

  it('takes national sums and the levelling coefficient where not all providers are there', () => {
    // 10 of 1000 of everything is 0.01; times 0.98 is 0.0098, between 0.95 and 1.1 times 20 / 2000.
    const national = { sums: evenly(1000), previousFunding: 2000, levellingCoefficient: 0.98 };
    const result = fundingShares(inputOf([{ id: 'A', previousFunding: 20, values: evenly(10) }], national), of2026);
    expect(valueOf(result, 'share', 'A')).toBeCloseTo(0.0098, 15);
    expect(result.levelling).toEqual({ status: 'given' });
    const withoutIt = fundingShares(
      inputOf([{ id: 'A', previousFunding: 20, values: evenly(10) }], { sums: evenly(1000), previousFunding: 2000 }),
      of2026,
    );
    expect(valueOf(withoutIt, 'unlimitedShare', 'A')).toBeCloseTo(0.01, 15);
    expect(needsOf(withoutIt, 'share', 'A')).toEqual(['levellingCoefficient']);
  });

  it('gives a new provider its share without limits, and says so by leaving them out', () => {
    const result = fundingShares(
      inputOf([
        { id: 'A', previousFunding: 100, values: evenly(90) },
        { id: 'B', previousFunding: 0, values: evenly(10) },
      ]),
      of2026,
    );
    expect(valueOf(result, 'share', 'A')).toBeCloseTo(0.95, 14);
    expect(valueOf(result, 'share', 'B')).toBeCloseTo(0.05, 14);
    const ofB = result.lines.filter(({ provider }) => provider === 'B').map(({ id }) => id);
    expect(ofB).not.toContain('minimumShare');
    expect(ofB).not.toContain('change');
  });
});

describe('what is missing', () => {
  const rows = [
    { studentYears: 10, education: 'initial', costGroup: '6', free: true, basicEducationAverage: '8' },
  ] as const;
  const whole: FundedYear = {
    year: 2023,
    studentYears: rows,
    wholeQualifications: 5,
    withoutPriorQualification: 0.5,
    competencePoints: 100,
    placed: 3,
  };
  const points = { points: 100, asked: 10, answered: 10 };
  const provider: FundedProvider = {
    id: 'A',
    previousFunding: 10,
    years: [whole, { ...whole, year: 2024 }],
    feedback: {
      start: points,
      completion: points,
      completionOfUnits: points,
      workplaceInstructor: points,
      workplace: points,
    },
  };

  it('makes only that missing which rests on it: cost groups of 2026, and so the share, but not starting levels', () => {
    const result = fundingShares(inputOf([provider]), of2026);
    expect(valueOf(result, 'value.startingLevel', 'A')).toBeCloseTo(5.6, 14);
    expect(valueOf(result, 'value.qualifications', 'A')).toBe(280);
    expect(valueOf(result, 'share.placed', 'A')).toBe(1);
    expect(needsOf(result, 'value.costGroup', 'A')).toEqual(['qualificationType.initial', 'costGroup.6']);
    expect(needsOf(result, 'share', 'A')).toEqual(['qualificationType.initial', 'costGroup.6']);
    expect(result.missing.map(({ id }) => id)).toEqual(['qualificationType.initial', 'costGroup.6']);
    expect(result.levelling).toEqual({ status: 'missing' });
  });

  it('asks for no coefficient of what is not there', () => {
    // No boarding, no support, nobody not free of charge: their coefficients are not needed.
    const own = { ...madeUp, values: { ...madeUp.values, 'costGroup.6': { value: 2, source: 'made up for a test' } } };
    const some = Object.entries(own.values).filter(
      ([id]) => id.startsWith('costGroup') || id.startsWith('qualification'),
    );
    const result = fundingShares(
      inputOf([provider]),
      withOwnCoefficients(of2026, { ...own, values: Object.fromEntries(some) }),
    );
    expect(result.missing).toEqual([]);
    expect(valueOf(result, 'value.costGroup', 'A')).toBe(20);
    expect(valueOf(result, 'share', 'A')).toBeCloseTo(1, 14);
  });

  it('is said with whose it is and of which year', () => {
    const { placed: _placed, ...withoutPlaced } = whole;
    const result = fundingShares(
      inputOf([provider, { ...provider, id: 'B', years: [whole, { ...withoutPlaced, year: 2024 }] }]),
      coefficients,
    );
    const need = { kind: 'input', id: 'placed', provider: 'B', year: 2024 };
    // A's own value is known; its share of the nation is not.
    expect(valueOf(result, 'value.placed', 'A')).toBe(3);
    expect(result.lines).toContainEqual({ id: 'share.placed', provider: 'A', status: 'missing', needs: [need] });
    expect(result.lines).toContainEqual({ id: 'sum.placed', status: 'missing', needs: [need] });
  });

  it('is everything of the years where there are none, and the other measures where values are given', () => {
    const result = fundingShares(inputOf([{ id: 'A', values: { startingLevel: 5 } }]), of2026);
    expect(valueOf(result, 'share.startingLevel', 'A')).toBe(1);
    expect(needsOf(result, 'value.costGroup', 'A')).toEqual(['years']);
    expect(needsOf(result, 'value.endSurvey', 'A')).toEqual(['feedback.completion', 'feedback.completionOfUnits']);
  });

  it('is a value above zero where nobody has any', () => {
    const result = fundingShares(inputOf([{ id: 'A', previousFunding: 1, values: evenly(0) }]), of2026);
    expect(needsOf(result, 'sum.placed')).toEqual(['someValue']);
  });

  it('is a way to level where the limits leave none', () => {
    // The second provider has nothing to count and keeps 0.95 · 0.7; the first may have 1.1 · 0.3 at most: 0.995.
    const result = fundingShares(
      inputOf([
        { id: 'A', previousFunding: 30, values: evenly(10) },
        { id: 'B', previousFunding: 70, values: evenly(0) },
      ]),
      of2026,
    );
    expect(result.levelling).toMatchObject({ status: 'maximaBelowWhole' });
    expect(needsOf(result, 'share', 'A')).toEqual(['reachableLimits']);
  });
});

describe('the coefficients of a result', () => {
  it('are those that were used, each with its version and source', () => {
    const result = fundingShares(inputOf([{ id: 'A', previousFunding: 1, values: evenly(1) }]), coefficients);
    expect(result.coefficients.version).toBe('strapetsi-2026-1 + made-up');
    expect(result.coefficients.used.map(({ id }) => id)).toEqual(
      ['limit.maximum', 'limit.minimum', ...fundingMeasures.map((measure) => `weight.${measure}`)].sort(),
    );
    expect(result.coefficients.used.find(({ id }) => id === 'weight.costGroup')).toEqual({
      id: 'weight.costGroup',
      value: 0.4,
      version: 'strapetsi-2026-1',
      source: 'CSCfi/antero e14a7bf3 (MIT, © 2017 CSC), db/sql/11690, v_amos_koonti_rahoitusperusteet',
    });
  });

  it('must be in force all the funding year, and a provider stand once', () => {
    const input = inputOf([{ id: 'A' }]);
    expect(() => fundingShares({ ...input, fundingYear: 2027 }, of2026)).toThrow(FundingInputError);
    expect(() => fundingShares(inputOf([{ id: 'A' }, { id: 'A' }]), of2026)).toThrow(
      expect.objectContaining({ code: 'provider-twice' }),
    );
  });
});

describe('laws of the shares', () => {
  const providers = fc
    .array(
      fc.record({
        previousFunding: fc.integer({ min: 1, max: 1000 }),
        values: fc.record(
          Object.fromEntries(fundingMeasures.map((measure) => [measure, fc.integer({ min: 1, max: 1000 })])),
        ),
      }),
      { minLength: 2, maxLength: 10 },
    )
    .map((all) => all.map((one, position): FundedProvider => ({ ...one, id: `P${String(position)}` })));

  it('they are one whole, before and after the limits, and within them', () => {
    fc.assert(
      fc.property(providers, (all) => {
        expect(parseFundingInput(inputOf(all)).ok).toBe(true);
        const result = fundingShares(inputOf(all), of2026);
        const total = (id: LineId): number => all.reduce((sum, one) => sum + valueOf(result, id, one.id), 0);
        expect(total('unlimitedShare')).toBeCloseTo(1, 12);
        expect(total('share')).toBeCloseTo(1, 12);
        for (const { id } of all) {
          expect(valueOf(result, 'share', id)).toBeGreaterThanOrEqual(valueOf(result, 'minimumShare', id) - 1e-12);
          expect(valueOf(result, 'share', id)).toBeLessThanOrEqual(valueOf(result, 'maximumShare', id) + 1e-12);
        }
      }),
    );
  });

  it('the order of providers does not change a bit of them', () => {
    fc.assert(
      fc.property(
        providers.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
        ),
        ([all, shuffled]) => {
          const [one, other] = [fundingShares(inputOf(all), of2026), fundingShares(inputOf(shuffled), of2026)];
          const sorted = (result: FundingShares) =>
            [...result.lines].sort((a, b) => (`${a.provider ?? ''} ${a.id}` < `${b.provider ?? ''} ${b.id}` ? -1 : 1));
          expect(sorted(other)).toEqual(sorted(one));
        },
      ),
    );
  });

  it('twice the funding and twice the values everywhere are the same shares', () => {
    fc.assert(
      fc.property(providers, (all) => {
        const doubled = all.map(({ id, previousFunding = 0, values = {} }) => ({
          id,
          previousFunding: 2 * previousFunding,
          values: Object.fromEntries(Object.entries(values).map(([measure, value]) => [measure, 2 * value])),
        }));
        const [one, other] = [fundingShares(inputOf(all), of2026), fundingShares(inputOf(doubled), of2026)];
        for (const { id } of all) expect(valueOf(other, 'share', id)).toBeCloseTo(valueOf(one, 'share', id), 14);
      }),
    );
  });
});
