import { describe, expect, it } from 'vitest';
import { coefficientLabels, withOwnCoefficients } from './coefficients.js';
import { lineNames } from './lines.js';
import { needLabel } from './need-labels.js';
import { parseFundingCoefficients } from './parse-coefficients.js';
import { parseFundingInput } from './parse-input.js';
import { shippedFundingCoefficients } from './shipped-coefficients.js';

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('coefficients of funding', () => {
  const file = {
    type: 'strapetsi.funding-coefficients',
    schemaVersion: 1,
    version: 'own-1',
    inForce: { from: '2026-01-01', to: '2026-12-31' },
    values: { 'costGroup.1': { value: 0.8, source: 'decree' } },
  };
  const problemOf = (json: unknown) => {
    const parsed = parseFundingCoefficients(json);
    return parsed.ok ? undefined : parsed.problem;
  };

  it('that are shipped pass as a file, each with its source, and hold nothing that is disputed', () => {
    for (const year of [2026, 2027, 2028]) {
      const shipped = shippedFundingCoefficients(year);
      expect(parseFundingCoefficients(copy(shipped))).toEqual({ ok: true, coefficients: shipped });
      const ids = Object.keys(shipped?.values ?? {});
      expect(ids.filter((id) => /^(costGroup|qualificationType|demandingSupport|accommodation)/.test(id))).toEqual([]);
      for (const { source } of Object.values(shipped?.values ?? {})) expect(source).toContain('CSCfi/antero');
    }
  });

  it('are shipped for no year of which too little is public', () => {
    expect(shippedFundingCoefficients(2025)).toBeUndefined();
    expect(shippedFundingCoefficients(2029)).toBeUndefined();
  });

  it('allow less change in 2026 than in 2028', () => {
    const least = [2026, 2027, 2028].map((year) => shippedFundingCoefficients(year)?.values['limit.minimum']?.value);
    expect(least).toEqual([0.95, 0.93, 0.9]);
  });

  it('of one’s own hold over the others, and each keeps its version', () => {
    const base = { ...file, version: 'base', values: { ...file.values, 'costGroup.2': { value: 1, source: 'a' } } };
    const parsed = [base, { ...file, values: { 'costGroup.1': { value: 0.9, source: 'b' } } }].map((one) =>
      parseFundingCoefficients(one),
    );
    const [one, other] = parsed.map((each) => (each.ok ? each.coefficients : undefined));
    if (one === undefined || other === undefined) throw new Error('both are right');
    expect(withOwnCoefficients(one, other)).toMatchObject({
      version: 'base + own-1',
      values: {
        'costGroup.1': { value: 0.9, source: 'b', version: 'own-1' },
        'costGroup.2': { value: 1, source: 'a', version: 'base' },
      },
    });
  });

  it.each([
    ['values["costGroup.9"]', { ...file, values: { 'costGroup.9': { value: 1, source: 'a' } } }],
    ['values["costGroup.1"].value', { ...file, values: { 'costGroup.1': { value: -1, source: 'a' } } }],
    ['values["costGroup.1"].value', { ...file, values: { 'costGroup.1': { value: '0,8', source: 'a' } } }],
    ['values["costGroup.1"].source', { ...file, values: { 'costGroup.1': { value: 1, source: '' } } }],
    ['values["costGroup.1"].source', { ...file, values: { 'costGroup.1': { value: 1 } } }],
    ['version', { ...file, version: undefined }],
    ['inForce.from', { ...file, inForce: { from: '1.1.2026' } }],
    ['inForce.to', { ...file, inForce: { from: '2026-01-01', to: '2025-12-31' } }],
    [
      'values["limit.minimum"].value',
      {
        ...file,
        values: { 'limit.minimum': { value: 1.2, source: 'a' }, 'limit.maximum': { value: 1.1, source: 'a' } },
      },
    ],
  ])('are refused with the place %s', (path, json) => {
    expect(problemOf(json)).toMatchObject({ path });
  });

  it('with weights that do not add up to 1 are refused, and with some of them they are not', () => {
    const shipped = shippedFundingCoefficients(2026);
    const values = { ...shipped?.values, 'weight.placed': { value: 0.2, source: 'a' } };
    expect(problemOf({ ...shipped, values })).toMatchObject({ path: 'values', expected: 'weights that add up to 1' });
    expect(problemOf({ ...file, values: { 'weight.placed': { value: 0.2, source: 'a' } } })).toBeUndefined();
  });
});

describe('the input of funding', () => {
  const row = { studentYears: 10, education: 'initial', costGroup: '1', free: true, basicEducationAverage: '7' };
  const file = (provider: object, more: object = {}) => ({
    type: 'strapetsi.funding-input',
    schemaVersion: 1,
    fundingYear: 2026,
    providers: [{ id: 'A', ...provider }],
    ...more,
  });
  const years = (studentYears: readonly object[]) => ({ years: [{ year: 2023, studentYears }, { year: 2024 }] });

  it('is read with all that it may hold', () => {
    const json = file(
      {
        name: { fi: 'Järjestäjä' },
        previousFunding: 1_000_000,
        licence: { demandingSupport: 10, notFree: 100 },
        years: [
          { year: 2023, studentYears: [row], notFreeStartingLevel: { '1': 5, '4': 2.5 }, placed: 3 },
          { year: 2024, notFreeStartingLevel: 1.4, wholeQualifications: 5, withoutPriorQualification: 1 },
        ],
        feedback: { start: { points: 12.5, asked: 10, answered: 7 } },
        values: { placed: 5 },
      },
      {
        national: { sums: { placed: 500 }, previousFunding: 1e9, levellingCoefficient: 0.99, years: [{ year: 2023 }] },
      },
    );
    expect(parseFundingInput(copy(json))).toEqual({ ok: true, input: json });
  });

  it.each([
    ['fundingYear', { ...file({}), fundingYear: 2019 }],
    ['providers', { ...file({}), providers: [] }],
    ['providers[0].previousfunding', file({ previousfunding: 5 })],
    ['providers[1].id', { ...file({}), providers: [{ id: 'A' }, { id: 'A' }] }],
    ['providers[0].years[0].studentYears[0].education', file(years([{ ...row, education: 'upper' }]))],
    ['providers[0].years[0].studentYears[0].costGroup', file(years([{ ...row, costGroup: '8' }]))],
    ['providers[0].years[0].studentYears[0].costGroup', file(years([{ ...row, education: 'telma' }]))],
    [
      'providers[0].years[0].studentYears[0].demandingSupport',
      file(years([{ studentYears: 1, education: 'other', free: true, demandingSupport: true }])),
    ],
    ['providers[0].years[0].studentYears[0].basicEducationAverage', file(years([{ ...row, free: false }]))],
    ['providers[0].years[1].year', file({ years: [{ year: 2024 }, { year: 2023 }] })],
    [
      'providers[1].years[0].year',
      {
        ...file({}),
        providers: [
          { id: 'A', years: [{ year: 2023 }, { year: 2024 }] },
          { id: 'B', years: [{ year: 2022 }, { year: 2024 }] },
        ],
      },
    ],
    ['providers[0].feedback.start.answered', file({ feedback: { start: { points: 1, asked: 5, answered: 6 } } })],
    ['providers[0].values.placed', file({ values: { placed: -5 } })],
  ])('is refused with the place %s', (path, json) => {
    const parsed = parseFundingInput(json);
    expect(parsed.ok ? undefined : parsed.problem).toMatchObject({ path });
  });
});

describe('the words of funding', () => {
  it('are there in three languages for every coefficient and every line', () => {
    for (const label of [
      ...coefficientLabels.values(),
      ...[...lineNames.values()].flatMap((one) => [one.label, one.how]),
    ]) {
      for (const text of [label.fi, label.sv, label.en]) expect(text.trim()).not.toBe('');
    }
    expect(coefficientLabels.size).toBe(42);
  });

  it('say whose and of which year it is what is needed', () => {
    expect(needLabel({ kind: 'input', id: 'placed', provider: 'B', year: 2024 })).toEqual({
      fi: 'Tieto: työllistyneet ja jatko-opiskelijat (B, 2024)',
      sv: 'Uppgift: sysselsatta och fortsatt studerande (B, 2024)',
      en: 'Data: employed or in further study (B, 2024)',
    });
    expect(needLabel({ kind: 'coefficient', id: 'costGroup.3' }).sv).toBe('Koefficient: Kostnadsgrupp 3');
  });
});
