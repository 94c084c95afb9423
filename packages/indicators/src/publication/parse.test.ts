import { describe, expect, it } from 'vitest';
import type { IndicatorTable } from './indicator-table.js';
import { parsePublished } from './parse.js';

const words = (text: string): { readonly fi: string; readonly sv: string; readonly en: string } => ({
  fi: `${text} fi`,
  sv: `${text} sv`,
  en: text,
});

const table: IndicatorTable = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: {
    id: 'student-years',
    version: '1.0.0',
    hash: 'aa',
    name: words('Student years'),
    meaning: words('Meaning'),
    direction: 'neither',
    sources: [{ title: words('Decree'), reference: '682/2017' }],
  },
  figure: { id: 'years', label: words('Student years'), unit: 'studentYears', decimals: 1 },
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-01-31',
  providers: [{ id: '1.2.246.562.10.1', label: { fi: 'Opisto' } }],
  policy: { id: 'vipunen', label: words('Rule'), reference: 'source' },
  only: [],
  dimensions: [
    {
      id: 'year',
      label: words('Year'),
      scale: 'time',
      members: [
        { id: '2023', label: { fi: '2023' }, from: '2023-01-01', to: '2023-12-31' },
        { id: '2024', label: { fi: '2024' }, from: '2024-01-01', to: '2024-12-31' },
      ],
    },
  ],
  cells: [
    { status: 'value', value: 1234.5, n: { status: 'value', value: 1500 } },
    { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } },
  ],
  population: { status: 'value', value: 1500 },
  exclusions: [{ id: 'nested', label: words('Nested'), count: { status: 'withheld' } }],
  findings: [{ code: 'unknown-state', count: { status: 'value', value: 6 } }],
  notes: [words('Note')],
};

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('reading a published table', () => {
  it('gives back what was written, alone and in a release', () => {
    expect(parsePublished(asJson(table))).toEqual({ ok: true, tables: [table] });
    const release = { type: 'strapetsi.release', schemaVersion: 1, tables: [table, table] };
    expect(parsePublished(asJson(release))).toEqual({ ok: true, tables: [table, table] });
  });

  it('accepts what it does not know', () => {
    expect(parsePublished(asJson({ ...table, later: true }))).toMatchObject({ ok: true, tables: [table] });
  });

  it.each([
    ['nothing at all', undefined, { path: 'type', found: 'nothing' }],
    ['a page instead of JSON', '<!doctype html>', { path: 'type', found: 'nothing' }],
    [
      'an aggregate, which is never drawn',
      { type: 'strapetsi.aggregate' },
      { path: 'type', found: '"strapetsi.aggregate"' },
    ],
    ['a later version', { ...table, schemaVersion: 2 }, { path: 'schemaVersion', expected: 'version 1', found: '2' }],
    [
      'a later version in a release',
      { type: 'strapetsi.release', schemaVersion: 1, tables: [table, { ...table, schemaVersion: 3 }] },
      { path: 'tables[1].schemaVersion', expected: 'version 1', found: '3' },
    ],
    [
      'a release of a later version',
      { type: 'strapetsi.release', schemaVersion: 2, tables: [] },
      { path: 'schemaVersion', expected: 'version 1', found: '2' },
    ],
    [
      'no list of tables',
      { type: 'strapetsi.release', schemaVersion: 1, tables: {} },
      { path: 'tables', expected: 'array', found: 'an object' },
    ],
    [
      'no table in a release',
      { type: 'strapetsi.release', schemaVersion: 1, tables: [table, 'table'] },
      { path: 'tables[1]', expected: 'object', found: '"table"' },
    ],
    ['a bare number as a cell', { ...table, cells: [1, 2] }, { path: 'cells[0]', expected: 'object', found: '1' }],
    ['an unknown status', { ...table, cells: [{ status: 'hidden' }] }, { path: 'cells[0].status', found: '"hidden"' }],
    ['a text instead of a number', { ...table, cells: [{ status: 'value', value: '3' }] }, { path: 'cells[0].value' }],
    ['a missing language', { ...table, notes: [{ fi: 'a', sv: 'b' }] }, { path: 'notes[0].en', expected: 'string' }],
    ['a day that is no day', { ...table, asOf: 'today' }, { path: 'asOf', expected: 'a date such as 2024-12-31' }],
    ['a cell too few', { ...table, cells: table.cells.slice(1) }, { path: 'cells', found: '1 cells' }],
  ])('says where, what was expected and what was found: %s', (_, json, problem) => {
    expect(parsePublished(json)).toMatchObject({ ok: false, problem });
  });
});
