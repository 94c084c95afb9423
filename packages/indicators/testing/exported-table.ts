import type { IndicatorTable, TableDimension } from '../src/publication/indicator-table.js';

export const text = (fi: string, sv: string, en: string) => ({ fi, sv, en });
const count = (value: number) => ({ status: 'value', value }) as const;

export const years: TableDimension = {
  id: 'year',
  label: text('Vuosi', 'År', 'Year'),
  scale: 'time',
  members: ['2023', '2024', '2025'].map((id) => ({ id, label: text(id, id, id) })),
};

/** Two schools in two years and the year to come: every status there is. */
export const discontinuation: IndicatorTable = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: {
    id: 'discontinuation',
    version: '1',
    hash: 'abc',
    name: text('Eronneet', 'Avbrott', 'Discontinuation'),
    meaning: text('Merkitys.', 'Betydelse.', 'Meaning.'),
    direction: 'lowerIsBetter',
    sources: [],
  },
  figure: { id: 'rate', label: text('Eronneiden osuus', 'Andel avbrott', 'Share'), unit: 'share', decimals: 1 },
  period: { from: '2023-01-01', to: '2025-12-31' },
  asOf: '2025-01-31',
  providers: [{ id: 'p', label: { fi: 'Järjestäjä' } }],
  policy: { id: 'minimum', label: text('Sääntö', 'Regel', 'Policy'), reference: '' },
  only: [],
  dimensions: [
    {
      id: 'school',
      label: text('Oppilaitos', 'Läroanstalt', 'School'),
      scale: 'nominal',
      members: [
        { id: '1.2.10', label: { fi: 'Koivurannan opisto' } },
        { id: '1.2.11', label: { sv: 'Strandby; yrkesinstitut' } },
      ],
    },
    years,
  ],
  cells: [
    { status: 'value', value: 0.25, x: count(3), n: count(12), interval: { from: 0.1, to: 0.5 } },
    {
      status: 'withheld',
      reason: 'primary',
      range: { from: 0.25, to: 1 },
      n: { status: 'withheld', range: { from: 1, to: 4 } },
    },
    { status: 'immature', matures: '2026-06-30' },
    { status: 'value', value: 1 / 3, x: { status: 'withheld' }, n: count(9) },
    { status: 'notApplicable' },
    { status: 'noData' },
  ],
  population: count(21),
  exclusions: [],
  findings: [],
  notes: [],
};
