import { expect } from '@open-wc/testing';
import { readTable, toCsv, type IndicatorTable } from '@strapetsi/indicators';
import { toXlsx } from '@strapetsi/indicators/xlsx';

const text = (word: string) => ({ fi: word, sv: word, en: word });
const ROWS = 3000;

/** So long that its sheet is far above 160 kB, from which on other writers pack in a worker. */
const table: IndicatorTable = {
  type: 'strapetsi.indicator-table',
  schemaVersion: 1,
  indicator: {
    id: 'students',
    version: '1',
    hash: 'abc',
    name: text('Opiskelijat'),
    meaning: text('Merkitys.'),
    direction: 'neither',
    sources: [],
  },
  figure: { id: 'students', label: text('Opiskelijat'), unit: 'students', decimals: 0 },
  period: { from: '2024-01-01', to: '2024-12-31' },
  asOf: '2025-01-31',
  providers: [],
  policy: { id: 'minimum', label: text('Sääntö'), reference: '' },
  only: [],
  dimensions: [
    {
      id: 'qualification',
      label: text('Tutkinto'),
      scale: 'nominal',
      members: Array.from({ length: ROWS }, (_, at) => ({ id: String(at), label: text(`Tutkinto ${String(at)}`) })),
    },
  ],
  cells: Array.from({ length: ROWS }, (_, at) => ({ status: 'value', value: at / 4 })),
  population: { status: 'value', value: ROWS },
  exclusions: [],
  findings: [],
  notes: [],
};

async function figuresOf(file: Uint8Array | string): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const part of readTable(file)) if ('cells' in part) rows.push(part.cells.slice(0, 2));
  return rows;
}

const expected = (decimal: string) =>
  Array.from({ length: ROWS }, (_, at) => [`Tutkinto ${String(at)}`, String(at / 4).replace('.', decimal)]);

describe('published tables in the browser', () => {
  it('are written as a workbook of any size, and read', async () => {
    expect(await figuresOf(toXlsx([table], 'fi'))).to.deep.equal(expected('.'));
  });

  it('are written as CSV, and read', async () => {
    expect(await figuresOf(toCsv(table, 'fi', { byteOrderMark: true }))).to.deep.equal(expected(','));
  });
});
