import {
  byarInterval,
  rateInterval,
  shareFunnel,
  shareFunnelLimits,
  StatisticsInputError,
  wilsonInterval,
} from '@strapetsi/indicators';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

/** PHEindicatormethods’ own test data: inputs and expected outputs. */
const reference = new URL('../../../shared/reference/statistics/phe/', import.meta.url);
const reason = existsSync(reference)
  ? undefined
  : 'figures of PHEindicatormethods (../shared/reference/statistics) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

type Value = string | number | null;

/** The rows of one of the tables, by column. */
function table(file: string, name: string): readonly ReadonlyMap<string, Value>[] {
  const tables = JSON.parse(readFileSync(new URL(file, reference), 'utf8')) as Readonly<
    Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }>
  >;
  const { columns = [], rows = [] } = tables[name] ?? {};
  return rows.map((row) => new Map(columns.map((column, position) => [column, row[position] ?? null])));
}

function csv(file: string): readonly ReadonlyMap<string, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(file, reference)), { columns: true, bom: true });
  return rows.map((row) => new Map(Object.entries(row)));
}

/** What R has as missing is no number here. */
const number = (row: ReadonlyMap<string, Value>, column: string): number => Number(row.get(column) ?? Number.NaN);

/** The digits printed, 16 or 17 of them, but for what the last operation may round otherwise. */
function expectPrinted(found: number | undefined, printed: number): void {
  expect(Math.abs((found ?? Number.NaN) / printed - 1)).toBeLessThan(1e-13);
}

/** Columns of lower and upper ends with their level. */
function ends(row: ReadonlyMap<string, Value>): readonly (readonly [level: number, lower: string, upper: string])[] {
  return row.has('lowercl')
    ? [[0.95, 'lowercl', 'uppercl']]
    : [
        [0.95, 'lower95_0cl', 'upper95_0cl'],
        [0.998, 'lower99_8cl', 'upper99_8cl'],
      ];
}

describe('what PHEindicatormethods gives', () => {
  test('for Byar and Wilson, at 95 and 99.8 per cent, of half a person too', () => {
    const rows = table('testdata_Byars_Wilson_half.json', 'testdata_B_W');
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      const [x, n] = [number(row, 'x'), number(row, 'n')];
      const level = row.get('confidence') === '99.8%' ? 0.998 : 0.95;
      const found =
        row.get('method') === 'Wilson'
          ? wilsonInterval({ numerator: x, denominator: n }, { level })
          : byarInterval(x, { level });
      if (row.get('lowercl') === null) expect(found).not.toHaveProperty('lower');
      else expectPrinted(found.lower, number(row, 'lowercl'));
      expectPrinted(found.upper, number(row, 'uppercl'));
    }
  });

  test.each([
    ['testdata_Prop', 19],
    ['testdata_Prop_g', 11],
  ])('for proportions and percentages: %s', (name, count) => {
    const rows = table('testdata_Proportion.json', name);
    expect(rows).toHaveLength(count);
    for (const row of rows) {
      const [numerator, denominator] = [number(row, 'Numerator'), number(row, 'Denominator')];
      const multiplier = number(row, 'multiplier');
      for (const [level, lower, upper] of ends(row)) {
        const found = () => wilsonInterval({ numerator, denominator }, { level });
        if (row.get('value') === null) {
          expect(found).toThrow(StatisticsInputError);
          continue;
        }
        expectPrinted((numerator / denominator) * multiplier, number(row, 'value'));
        expectPrinted(found().lower * multiplier, number(row, lower));
        expectPrinted(found().upper * multiplier, number(row, upper));
      }
    }
  });

  test.each([
    ['testdata_Rate', 20],
    ['testdata_Rate_g', 12],
  ])('for rates, exact below ten events and Byar’s from there: %s', (name, count) => {
    const rows = table('testdata_Rate.json', name);
    expect(rows).toHaveLength(count);
    for (const row of rows) {
      const [numerator, denominator] = [number(row, 'Numerator'), number(row, 'Denominator')];
      for (const [level, lower, upper] of ends(row)) {
        const found = () => rateInterval({ numerator, denominator }, { level, per: number(row, 'multiplier') });
        if (row.get('value') === null) {
          expect(found).toThrow(StatisticsInputError);
          continue;
        }
        const { rate, interval, method } = found();
        expectPrinted(rate, number(row, 'value'));
        expectPrinted(interval.lower, number(row, lower));
        expectPrinted(interval.upper, number(row, upper));
        expect(method).toBe(row.get('method') === 'Exact' ? 'exact' : 'byar');
      }
    }
  });

  test('for funnel limits of proportions at a hundred sizes, to the six decimals printed', () => {
    const baseline = shareFunnel(practices()).target;
    const rows = csv('testdata_funnel_prop_outputs.csv');
    expect(rows).toHaveLength(100);
    for (const row of rows) {
      const { inner, outer } = shareFunnelLimits(baseline, number(row, 'Population'));
      const percentages = [inner.lower, inner.upper, outer.lower, outer.upper, baseline].map((share) => share * 100);
      const printed = ['Lower2s0025limit', 'Upper2s0025limit', 'Lower3s0001limit', 'Upper3s0001limit', 'Baseline'];
      for (const [position, column] of printed.entries()) {
        expect(Math.abs((percentages[position] ?? Number.NaN) - number(row, column))).toBeLessThan(5.1e-7);
      }
    }
  });

  test('for the place of 303 practices in the funnel', () => {
    const places = { belowOuter: 'Low (0.001)', belowInner: 'Low (0.025)', within: 'Not significant' };
    const names = { ...places, aboveInner: 'High (0.025)', aboveOuter: 'High (0.001)' } as const;
    const { points } = shareFunnel(practices());
    expect(points).toHaveLength(303);
    expect(points.map(({ position }) => names[position])).toEqual(
      csv('testdata_funnel_prop_inputs.csv').map((row) => row.get('significance')),
    );
  });
});

function practices() {
  return csv('testdata_funnel_prop_inputs.csv').map((row) => ({
    numerator: number(row, 'numerator'),
    denominator: number(row, 'denominator'),
  }));
}
