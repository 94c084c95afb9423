import {
  fundingShares,
  parseFundingCoefficients,
  parseFundingInput,
  shippedFundingCoefficients,
  type FundingCoefficients,
  type FundingInput,
  type FundingShares,
} from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

const reference = new URL('../../../shared/reference/antero/coefficients/', import.meta.url);
const reason = existsSync(reference) ? undefined : 'coefficients of funding (../shared/reference/antero) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

const json = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, reference), 'utf8')) as T;

interface Row {
  readonly koodi: string;
  readonly varainhoitovuosi: number;
  readonly perusrahoitus: number | null;
}

/** What the codes of 2021 are called here. Student years of VALMA and TELMA had one coefficient. */
const names2021: Readonly<Record<string, readonly string[]>> = {
  kr_1: ['costGroup.1'],
  kr_2: ['costGroup.2'],
  kr_3: ['costGroup.3'],
  kr_4: ['costGroup.4'],
  kr_5: ['costGroup.5'],
  kr_6: ['costGroup.preparatory'],
  kr_8: ['costGroup.other'],
  tt_9: ['qualificationType.initial'],
  tt_10: ['qualificationType.furtherOrSpecialist'],
  eo_15: ['demandingSupport.qualification'],
  eo_18: ['demandingSupport.preparatory', 'demandingSupport.telma'],
  me_21: ['accommodation.ordinary'],
  me_22: ['accommodation.boarding'],
  me_23: ['accommodation.withDemandingSupport'],
};

function coefficientsOf2021(): FundingCoefficients {
  const { rows } = json<{ rows: readonly Row[] }>('okm7-kertoimet-2019-2023.json');
  const values = rows
    .filter(({ varainhoitovuosi, perusrahoitus }) => varainhoitovuosi === 2021 && perusrahoitus !== null)
    .flatMap(({ koodi, perusrahoitus }) =>
      (names2021[koodi] ?? []).map((id) => [id, { value: perusrahoitus, source: `okm7, ${koodi}` }]),
    );
  const parsed = parseFundingCoefficients({
    type: 'strapetsi.funding-coefficients',
    schemaVersion: 1,
    version: 'okm7-2021',
    inForce: { from: '2021-01-01', to: '2021-12-31' },
    values: Object.fromEntries(values),
  });
  if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.found}`);
  return parsed.coefficients;
}

function costGroupOf(qualification: string): string | undefined {
  const lines = readFileSync(new URL('tutkinto-kustannusryhma-2021.csv', reference), 'utf8').split(/\r?\n/);
  return lines.map((line) => line.split(',')).find(([code]) => code === qualification)?.[1];
}

function valueOf(result: FundingShares, id: string, provider?: string): number {
  const line = result.lines.find((one) => one.id === id && one.provider === provider);
  return line?.status === 'value' ? line.value : Number.NaN;
}

function inputOf(providers: readonly object[]): FundingInput {
  const parsed = parseFundingInput({ type: 'strapetsi.funding-input', schemaVersion: 1, fundingYear: 2021, providers });
  if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.expected}, ${parsed.problem.found}`);
  return parsed.input;
}

describe('coefficients that are shipped', () => {
  const source = () =>
    json<{
      painot: Readonly<Record<string, number>>;
      muutosrajat: Readonly<Record<'minimi' | 'maksimi', Readonly<Record<string, number>>>>;
    }>('rahoitusmalli-2026-painot.json');

  test.each([2026, 2027, 2028])('have the weights and limits of %i as the source has them', (year) => {
    const { painot, muutosrajat } = source();
    const values: FundingCoefficients['values'] = shippedFundingCoefficients(year)?.values ?? {};
    expect({
      painotetut_opv_lahtotaso: values['weight.startingLevel']?.value,
      painotetut_opv_kustannusryhma: values['weight.costGroup']?.value,
      painotetut_tutkinnot_ja_osaamispisteet: values['weight.qualifications']?.value,
      tyollistyneet_ja_jatko_opiskelijat_ei_tyollisia_ennen_koulutusta: values['weight.placed']?.value,
      tyopaikkakysely_pisteet: values['weight.workplaceSurvey']?.value,
      tyopaikkaohjaajakysely_painotetut_pisteet: values['weight.workplaceInstructorSurvey']?.value,
      aloituskysely_painotetut_pisteet: values['weight.startSurvey']?.value,
      paattokysely_painotetut_pisteet: values['weight.endSurvey']?.value,
    }).toEqual(painot);
    expect(values['limit.minimum']?.value).toBe(muutosrajat.minimi[String(year)]);
    expect(values['limit.maximum']?.value).toBe(muutosrajat.maksimi[String(year)]);
  });
});

describe('coefficients of 2021, supplied by the user', () => {
  const years = (studentYears: readonly object[]) => [
    { year: 2018, studentYears },
    { year: 2019, studentYears },
  ];
  /** The group is that of the list of 2021. */
  const row = (qualification: string, studentYears: number, more: object = {}) => ({
    studentYears,
    education: 'initial',
    costGroup: costGroupOf(qualification),
    free: true,
    ...more,
  });

  test('weight the student years of three providers as worked out by hand', () => {
    expect(['331101', '344101', '351101'].map(costGroupOf)).toEqual(['1', '2', '3']);
    const result = fundingShares(
      inputOf([
        // 100 · 0.78 = 78; further 50 · 0.93 · 0.97 = 45.105; together 123.105
        { id: 'A', years: years([row('331101', 100), row('344101', 50, { education: 'further' })]) },
        // 40 · 1.07 = 42.8, with demanding support 10 · (1.07 + 1.67) = 27.4, preparatory 20 · 1.54 = 30.8: 101
        {
          id: 'B',
          years: years([
            row('351101', 40),
            row('351101', 10, { demandingSupport: true }),
            { studentYears: 20, education: 'preparatory', free: true },
          ]),
        },
        // Group 5: 30 · 2.25 = 67.5, boarding 30 · 0.77 = 23.1, other education 10 · 0.95 = 9.5: 100.1
        {
          id: 'C',
          years: years([
            row('331101', 30, { costGroup: '5', accommodation: 'boarding' }),
            { studentYears: 10, education: 'other', free: true },
          ]),
        },
      ]),
      coefficientsOf2021(),
    );
    expect(valueOf(result, 'value.costGroup', 'A')).toBeCloseTo(123.105, 12);
    expect(valueOf(result, 'value.costGroup', 'B')).toBeCloseTo(101, 12);
    expect(valueOf(result, 'value.costGroup', 'C')).toBeCloseTo(100.1, 12);
    expect(valueOf(result, 'sum.costGroup')).toBeCloseTo(324.205, 12);
    expect(valueOf(result, 'share.costGroup', 'A')).toBeCloseTo(123.105 / 324.205, 14);
    // The weights of 2021 were of another model: nobody supplied them, and only what needs them is missing.
    expect(result.missing).toContainEqual({ kind: 'coefficient', id: 'weight.costGroup' });
    expect(result.coefficients.used.map(({ source }) => source)).toContain('okm7, kr_5');
  });
});
