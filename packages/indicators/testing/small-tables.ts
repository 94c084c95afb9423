import type { Cell, IndicatorTable, TableDimension } from '../src/publication/indicator-table.js';

const words = { fi: 'nimi', sv: 'namn', en: 'name' };

const SPANS: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  2023: { from: '2023-01-01', to: '2023-12-31' },
  2024: { from: '2024-01-01', to: '2024-12-31' },
  2025: { from: '2025-01-01', to: '2025-12-31' },
  '2024-01': { from: '2024-01-01', to: '2024-01-31' },
};

/** A dimension whose members are called by their ids; years and months have their days. */
export function dimensionOf(id: TableDimension['id'], ...ids: readonly string[]): TableDimension {
  const members = ids.map((one) => ({ id: one, label: { fi: `nimi ${one}` }, ...SPANS[one] }));
  return { id, label: words, scale: id === 'year' || id === 'month' ? 'time' : 'nominal', members };
}

export type Said = number | '-' | '+' | '0';

/** `value` cells of these figures; `-` is withheld, `+` immature, `0` no data. */
export function cellsOf(...said: readonly Said[]): readonly Cell[] {
  return said.map((one): Cell => {
    if (one === '-') return { status: 'withheld', reason: 'primary', range: { from: 1, to: 4 } };
    if (one === '+') return { status: 'immature', matures: '2027-01-01' };
    return one === '0' ? { status: 'noData' } : { status: 'value', value: one, n: { status: 'value', value: one } };
  });
}

/** A published table of students, 2023–2025, of provider `p1`. */
export function tableOf(
  dimensions: readonly TableDimension[],
  cells: readonly Cell[],
  more: Partial<IndicatorTable> = {},
): IndicatorTable {
  return {
    type: 'strapetsi.indicator-table',
    schemaVersion: 1,
    indicator: {
      id: 'students',
      version: '1.0.0',
      hash: 'aa',
      name: words,
      meaning: words,
      direction: 'higherIsBetter',
      sources: [],
    },
    figure: { id: 'students', label: words, unit: 'students', decimals: 0 },
    period: { from: '2023-01-01', to: '2025-12-31' },
    asOf: '2026-01-31',
    providers: [{ id: 'p1', label: { fi: 'Opisto' } }],
    policy: { id: 'minimum-5', label: words, reference: 'own rule' },
    only: [],
    dimensions,
    cells,
    population: { status: 'value', value: 30 },
    exclusions: [],
    findings: [],
    notes: [],
    ...more,
  };
}

/** The same table of another indicator or figure. */
export function called(table: IndicatorTable, indicator: string, figure: string = table.figure.id): IndicatorTable {
  return { ...table, indicator: { ...table.indicator, id: indicator }, figure: { ...table.figure, id: figure } };
}
