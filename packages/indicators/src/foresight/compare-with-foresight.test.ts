import { describe, expect, it } from 'vitest';
import { TOTAL } from '../aggregate/aggregate.js';
import { qualifications } from '../definitions/qualifications.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import type { Cell, IndicatorTable, TableDimension } from '../publication/indicator-table.js';
import { vipunen } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { BenchmarkMappingError } from '../sources/json-stat/benchmark-for.js';
import { persons, right } from '../../testing/timelines.js';
import { compareWithForesight, ForesightFitError } from './compare-with-foresight.js';
import type { ForeseenNeed, Foresight } from './foresight.js';

/** Each case is worked out by hand. */
const count = (value: number): Cell => ({ status: 'value', value, n: { status: 'value', value } });
const oneToFour: Cell = { status: 'withheld', reason: 'primary', range: { from: 1, to: 4 } };

function dimension(id: TableDimension['id'], ...ids: readonly string[]): TableDimension {
  const members = ids.map((one) => ({ id: one, label: { fi: `nimi ${one}` } }));
  return { id, label: { fi: id, sv: id, en: id }, scale: id === 'year' ? 'time' : 'nominal', members };
}

function tableOf(
  dimensions: readonly TableDimension[],
  cells: readonly Cell[],
  more: Partial<IndicatorTable> = {},
): IndicatorTable {
  const words = { fi: '', sv: '', en: '' };
  return {
    type: 'strapetsi.indicator-table',
    schemaVersion: 1,
    indicator: { id: 'i', version: '1', hash: '', name: words, meaning: words, direction: 'neither', sources: [] },
    figure: { id: 'f', label: words, unit: 'qualifications', decimals: 0 },
    period: { from: '2024-01-01', to: '2024-12-31' },
    asOf: '2025-02-01',
    providers: [],
    policy: { id: 'p', label: words, reference: '' },
    only: [],
    dimensions,
    cells,
    population: { status: 'value', value: 1 },
    exclusions: [],
    findings: [],
    notes: [],
    ...more,
  };
}

function foresight(needs: readonly ForeseenNeed[], kind: Foresight['kind'] = 'need'): Foresight {
  return { kind, id: 'own', label: { fi: 'Tarve' }, source: { fi: 'Liitto' }, needs };
}

const value = (one: number) => ({ status: 'value', value: one });
const twoYears = { period: { from: '2023-01-01', to: '2024-12-31' } };

describe('qualifications beside a foresight table', () => {
  it('have a difference, a ratio, and their shares of the codes on both sides', () => {
    // 30 of 50 needed, 10 of 150: 40 ours, 200 needed.
    const table = tableOf([dimension('qualification', 'a', 'b')], [count(30), count(10)]);
    const needs = [
      { code: 'a', amount: 50 },
      { code: 'b', amount: 150 },
    ];
    expect(compareWithForesight(table, foresight(needs)).rows).toEqual([
      {
        code: 'a',
        label: { fi: 'nimi a' },
        ours: count(30),
        foreseen: value(50),
        difference: value(-20),
        ratio: value(0.6),
        shareOfOurs: value(0.75),
        shareOfForeseen: value(0.25),
      },
      {
        code: 'b',
        label: { fi: 'nimi b' },
        ours: count(10),
        foreseen: value(150),
        difference: value(-140),
        ratio: value(10 / 150),
        shareOfOurs: value(0.25),
        shareOfForeseen: value(0.75),
      },
    ]);
  });

  it('that are withheld stay withheld: only what may be said of them is said of the difference, and no share is', () => {
    const table = tableOf([dimension('qualification', 'a', 'b')], [count(30), oneToFour]);
    const needs = [
      { code: 'a', amount: 50 },
      { code: 'b', amount: 10 },
    ];
    const [first, second] = compareWithForesight(table, foresight(needs)).rows;
    expect(second).toMatchObject({
      difference: { status: 'withheld', range: { from: -9, to: -6 } },
      ratio: { status: 'withheld', range: { from: 0.1, to: 0.4 } },
      shareOfOurs: { status: 'withheld' },
      shareOfForeseen: value(10 / 60),
    });
    // 30 of 31 to 34 would give the hidden one away.
    expect(first).toMatchObject({ difference: value(-20), shareOfOurs: { status: 'withheld' } });
    const bare: Cell = { status: 'withheld', reason: 'complementary' };
    const other = compareWithForesight({ ...table, cells: [count(30), bare] }, foresight(needs)).rows[1];
    expect(other?.difference).toEqual({ status: 'withheld' });
  });

  it('are paired year by year, whichever of code and year comes first', () => {
    const needs = [
      { code: 'a', year: 2023, amount: 10 },
      { code: 'a', year: 2024, amount: 20 },
      { code: 'b', year: 2024, amount: 40 },
    ];
    const [codes, years] = [dimension('field', 'a', 'b'), dimension('year', '2023', '2024')];
    const table = tableOf([codes, years], [count(5), count(15), count(6), count(30)], twoYears);
    const rows = compareWithForesight(table, foresight(needs)).rows.map(({ code, year, difference, shareOfOurs }) => [
      code,
      year,
      difference,
      shareOfOurs,
    ]);
    // 2023: b is not foreseen; 15 and 30 of 45 in 2024.
    expect(rows).toEqual([
      ['a', '2023', value(-5), value(5 / 11)],
      ['a', '2024', value(-5), value(1 / 3)],
      ['b', '2023', { status: 'noData' }, value(6 / 11)],
      ['b', '2024', value(-10), value(2 / 3)],
    ]);
    const turned = tableOf([years, codes], [count(5), count(6), count(15), count(30)], twoYears);
    const again = compareWithForesight(turned, foresight(needs)).rows;
    expect(again.map(({ code, year, difference }) => [code, year, difference])).toEqual([
      ['a', '2023', value(-5)],
      ['b', '2023', { status: 'noData' }],
      ['a', '2024', value(-5)],
      ['b', '2024', value(-10)],
    ]);
  });

  it('of one year take that year’s need, and a need without a year holds for every year', () => {
    const table = tableOf([dimension('qualification', 'a')], [count(12)]);
    const yearly = [2023, 2024].map((year) => ({ code: 'a', year, amount: year - 2000 }));
    expect(compareWithForesight(table, foresight(yearly)).rows[0]?.difference).toEqual(value(-12));
    const [codes, years] = [dimension('qualification', 'a'), dimension('year', '2023', '2024')];
    const both = tableOf([codes, years], [count(5), count(15)], twoYears);
    const rows = compareWithForesight(both, foresight([{ code: 'a', amount: 10 }])).rows;
    expect(rows.map(({ ratio }) => ratio)).toEqual([value(0.5), value(1.5)]);
  });

  it('on one side only are listed, and totals are no codes', () => {
    const table = tableOf([dimension('qualification', 'a', 'x', TOTAL)], [count(12), count(9), count(21)]);
    const needs = [
      { code: 'a', amount: 10 },
      { code: 'z', amount: 5, label: { sv: 'Z' } },
    ];
    const compared = compareWithForesight(table, foresight(needs));
    expect(compared.rows.map(({ code }) => code)).toEqual(['a']);
    expect(compared.rows[0]?.shareOfOurs).toEqual(value(1));
    expect(compared.onlyOurs).toEqual([{ code: 'x', label: { fi: 'nimi x' } }]);
    expect(compared.onlyForeseen).toEqual([{ code: 'z', label: { sv: 'Z' } }]);
  });

  it('are paired by other codes where they are named', () => {
    const table = tableOf([dimension('field', 'food', 'cars')], [count(12), count(9)]);
    const compared = compareWithForesight(table, foresight([{ code: '8', amount: 6 }]), { codes: { food: '8' } });
    expect(compared.rows.map(({ code, ratio }) => [code, ratio])).toEqual([['food', value(2)]]);
    expect(compared.onlyOurs.map(({ code }) => code)).toEqual(['cars']);
    expect(compared.onlyForeseen).toEqual([]);
    expect(() => compareWithForesight(table, foresight([{ code: '8', amount: 6 }]), { codes: { food: '9' } })).toThrow(
      BenchmarkMappingError,
    );
  });

  it('have no ratio to nothing needed', () => {
    const needs = [{ code: 'a', amount: 0 }];
    const hidden = tableOf([dimension('qualification', 'a')], [oneToFour]);
    const shown = tableOf([dimension('qualification', 'a')], [count(6)]);
    for (const table of [hidden, shown]) {
      const [row] = compareWithForesight(table, foresight(needs)).rows;
      expect(row).toMatchObject({ ratio: { status: 'notApplicable' }, shareOfForeseen: { status: 'notApplicable' } });
    }
    expect(compareWithForesight(shown, foresight(needs)).rows[0]?.difference).toEqual(value(6));
  });

  it('are taken as published: rounded, and 1–4', () => {
    // 7 confirmed in one code, rounded to 6; 2 in the other.
    const graduate = (qualification: string) => [
      right('2021-08-01 present, 2024-05-31 graduated', { qualification, confirmed: '2024-05-31' }),
    ];
    const people = persons(...['a', 'a', 'a', 'a', 'a', 'a', 'a', 'b', 'b'].map(graduate));
    const aggregate = calculateInMemory(factsOf(people), qualifications, {
      by: ['qualification'],
      period: { from: '2024-01-01', to: '2024-12-31' },
      asOf: '2025-02-01',
    });
    const table = publish(aggregate, { definition: qualifications, figure: 'qualifications', policy: vipunen });
    const needs = ['a', 'b'].map((code) => ({ code, amount: 10 }));
    const rows = compareWithForesight(table, foresight(needs)).rows;
    expect(rows[0]).toMatchObject({ difference: value(-4), ratio: value(0.6) });
    expect(rows[1]?.difference.status).toBe('withheld');
  });
});

describe('a table that does not fit is refused', () => {
  const codes = dimension('qualification', 'a');
  const needs = [{ code: 'a', amount: 10 }];
  const figure = { id: 'f', label: { fi: '', sv: '', en: '' }, unit: 'share' as const, decimals: 1 };
  const half = { from: '2024-01-01', to: '2024-06-30' };
  it.each<[string, string, IndicatorTable]>([
    ['not-counted', 'figure.unit', tableOf([codes], [count(1)], { figure })],
    ['no-code-dimension', 'dimensions', tableOf([dimension('year', '2024')], [count(1)])],
    ['dimension-too-many', 'dimensions', tableOf([codes, dimension('school', 's')], [count(1)])],
    ['period-not-whole-years', 'period', tableOf([codes], [count(1)], { period: half })],
    ['period-not-whole-years', 'period', tableOf([codes], [count(1)], { asOf: '2024-12-30' })],
    ['several-years', 'dimensions', tableOf([codes], [count(1)], twoYears)],
  ])('%s at %s', (code, path, table) => {
    const run = () => compareWithForesight(table, foresight(needs));
    expect(run).toThrow(ForesightFitError);
    expect(run).toThrow(expect.objectContaining({ code, path }));
  });

  it('but a target without a year is for the time of the table, whatever that is', () => {
    const table = tableOf([codes], [count(8)], { period: half });
    expect(compareWithForesight(table, foresight(needs, 'target')).rows[0]?.ratio).toEqual(value(0.8));
    expect(() => compareWithForesight(table, foresight([{ code: 'a', year: 2024, amount: 1 }], 'target'))).toThrow(
      ForesightFitError,
    );
  });

  it('and so is a year that nobody foresees', () => {
    const table = tableOf([codes], [count(8)]);
    expect(() => compareWithForesight(table, foresight([{ code: 'a', year: 2030, amount: 1 }]))).toThrow(
      BenchmarkMappingError,
    );
  });
});
