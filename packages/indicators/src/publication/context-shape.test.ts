import { expect, it } from 'vitest';
import type { IndicatorTable } from './indicator-table.js';
import { parsePublished } from './parse.js';

const words = { fi: 'a', sv: 'b', en: 'c' };
const table: IndicatorTable = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: { id: 'i', version: '1', hash: 'h', name: words, meaning: words, direction: 'neither', sources: [] },
  figure: { id: 'f', label: words, unit: 'share', decimals: 1 },
  period: { from: '2025-01-01', to: '2025-12-31' },
  asOf: '2026-01-31',
  asOfLatest: '2026-02-02',
  rule: 'until-2025',
  parameters: { days: 14 },
  providers: [],
  policy: { id: 'p', label: words, reference: '' },
  only: [],
  dimensions: [],
  cells: [{ status: 'value', value: 0.5 }],
  population: { status: 'value', value: 1 },
  exclusions: [],
  findings: [],
  notes: [],
  targets: [{ cell: 0, value: 0.6, reached: false, source: { fi: 'Strategia' }, decidedBy: { sv: 'Styrelsen' } }],
  benchmarks: [
    {
      id: 'network',
      kind: 'network',
      label: { fi: 'Verkosto' },
      source: {},
      asOf: '2026-01-31',
      cells: [{ status: 'withheld' }],
    },
  ],
  annotations: [{ date: '2025-08-01', text: { fi: 'Uudet tutkinnon perusteet' } }],
};

it('a table with targets, benchmarks and events passes, and one without them', () => {
  expect(parsePublished(table)).toEqual({ ok: true, tables: [table] });
  const { targets, benchmarks, annotations, asOfLatest, rule, parameters, ...plain } = table;
  expect([targets, benchmarks, annotations, asOfLatest, rule, parameters]).not.toContain(undefined);
  expect(parsePublished(plain).ok).toBe(true);
});

const [benchmark] = table.benchmarks ?? [];
const [target] = table.targets ?? [];

it.each<[string, string, string, object]>([
  ['targets[0].cell', 'a position from 0 to 0', '1', { targets: [{ ...target, cell: 1 }] }],
  ['targets[0].cell', 'a position from 0 to 0', '0.5', { targets: [{ ...target, cell: 0.5 }] }],
  ['targets[0].reached', 'boolean', '"yes"', { targets: [{ ...target, reached: 'yes' }] }],
  ['targets[0].decidedBy', 'object', 'nothing', { targets: [{ cell: 0, value: 1, source: {} }] }],
  ['benchmarks[0].cells', '1 cells, as the table has', '0 cells', { benchmarks: [{ ...benchmark, cells: [] }] }],
  ['benchmarks[0].kind', '"network" or "statistics"', '"mine"', { benchmarks: [{ ...benchmark, kind: 'mine' }] }],
  [
    'benchmarks[0].cells[0].status',
    '"value" or "withheld" or "immature" or "notApplicable" or "noData"',
    '"secret"',
    { benchmarks: [{ ...benchmark, cells: [{ status: 'secret' }] }] },
  ],
  ['annotations[0].date', 'a date such as 2024-12-31', '"2025"', { annotations: [{ date: '2025', text: {} }] }],
  ['annotations[0].text.fi', 'string', '1', { annotations: [{ date: '2025-01-01', text: { fi: 1 } }] }],
  ['rule', 'string', '1', { rule: 1 }],
  ['parameters', 'object', 'an array of 0', { parameters: [] }],
  ['parameters.days', 'number', '"14"', { parameters: { days: '14' } }],
  ['asOfLatest', 'a date such as 2024-12-31', '2026', { asOfLatest: 2026 }],
])('what is wrong beside the figures is told with its place: %s', (path, expected, found, wrong) => {
  expect(parsePublished({ ...table, ...wrong })).toEqual({ ok: false, problem: { path, expected, found } });
  const release = { type: 'strapetsi.release', schemaVersion: 1, tables: [table, { ...table, ...wrong }] };
  expect(parsePublished(release)).toMatchObject({ problem: { path: `tables[1].${path}` } });
});
