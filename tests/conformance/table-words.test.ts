import { chartDataset, dataTable, summarySentence } from '@strapetsi/charts';
import { bar } from '@strapetsi/charts/kinds/bar';
import { english } from '@strapetsi/charts/languages/en';
import { finnish } from '@strapetsi/charts/languages/fi';
import { swedish } from '@strapetsi/charts/languages/sv';
import { toCsv, toJsonStat, type Cell, type IndicatorTable } from '@strapetsi/indicators';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

const text = (word: string) => ({ fi: word, sv: word, en: word });

/** A school for each thing that can stand in place of a share. */
const cells: readonly Cell[] = [
  { status: 'withheld', reason: 'complementary' },
  { status: 'withheld', reason: 'primary', range: { from: 0.25, to: 1 } },
  { status: 'withheld', reason: 'primary', range: { from: 0.125, to: 0.5 } },
  { status: 'immature', matures: '2026-06-30' },
  { status: 'immature', matures: '2027-01-31' },
  { status: 'notApplicable' },
  { status: 'noData' },
];
const school = (_: Cell, at: number) => ({
  id: `1.2.${String(at)}`,
  label: at === 0 ? {} : at === 1 ? { sv: 'Strandby yrkesinstitut' } : text(`Opisto ${String(at)}`),
});
const table: IndicatorTable = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: {
    id: 'discontinuation',
    version: '1',
    hash: 'abc',
    name: text('name'),
    meaning: text('meaning'),
    direction: 'lowerIsBetter',
    sources: [],
  },
  figure: { id: 'rate', label: text('figure'), unit: 'share', decimals: 1 },
  period: { from: '2024-01-01', to: '2024-12-31' },
  asOf: '2025-01-31',
  providers: [],
  policy: { id: 'minimum', label: text('policy'), reference: '' },
  only: [],
  dimensions: [{ id: 'school', label: text('school'), scale: 'nominal', members: cells.map(school) }],
  cells,
  population: { status: 'value', value: 21 },
  exclusions: [],
  findings: [],
  notes: [],
};

describe.each([finnish, swedish, english])('in $lang, exports and charts say with the same words', (language) => {
  const { lang } = language;
  const ofChart = dataTable(chartDataset(table, { language })).rows.map((row) => row.map((cell) => cell.text));
  const [names = [], words = []] = parse(toCsv(table, lang, { across: 'school' }), { delimiter: ';' }) as string[][];

  it('what stands in place of each figure', () => {
    expect(words).toEqual(ofChart.map(([, word]) => word));
    expect(new Set(words).size).toBe(cells.length);
  });

  it('what the schools are called', () => {
    expect(names).toEqual(ofChart.map(([name]) => name));
  });

  it('why there are no figures, in general', () => {
    const general = [...new Set(Object.values(toJsonStat(table, lang).extension.missingValueDescriptions))];
    expect(general).toHaveLength(4);
    const summary = summarySentence(chartDataset(table, { language }), bar);
    expect(general.filter((word) => !summary.includes(word))).toEqual([]);
    const [head = [], ...rows] = parse(toCsv(table, lang), { delimiter: ';' }) as string[][];
    const why = rows.map((row) => row[3]);
    expect(head).toHaveLength(7);
    expect([...new Set(why)]).toEqual(general);
  });
});
