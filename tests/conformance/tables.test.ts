import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { readTable, type TableOptions } from '@strapetsi/indicators';

const reference = join(import.meta.dirname, '../../../shared/reference');
const spreadsheets = join(reference, 'surveys/xlsform');
const costGroups = join(reference, 'antero/coefficients/tutkinto-kustannusryhma-2021.csv');

async function read(bytes: Uint8Array, options: TableOptions = {}) {
  const rows: (readonly string[])[] = [];
  const problems: string[] = [];
  for await (const part of readTable(bytes, { ...options, onProblem: ({ code }) => problems.push(code) }))
    rows.push('names' in part ? part.names : part.cells);
  return { rows, problems };
}

/** Without empty cells at the end of a row, and without empty rows. */
function filled(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)).filter((row) => row.length > 0);
}

const textOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell).trim();

describe('spreadsheets that others made (XLSForm)', () => {
  test('are read as read-excel-file reads them, every sheet', async (context) => {
    if (!existsSync(spreadsheets)) context.skip(`${spreadsheets} is absent`);
    let sheets = 0;
    for (const file of readdirSync(spreadsheets).filter((name) => name.endsWith('.xlsx'))) {
      const path = join(spreadsheets, file);
      for (const { sheet, data } of await readExcelFile(path)) {
        const theirs = filled(data.map((row) => row.map(textOf)));
        // What stands right of the head belongs to no column.
        const wanted = filled(theirs.map((row) => row.slice(0, theirs[0]?.length ?? 0)));
        const { rows, problems } = await read(readFileSync(path), { sheet, isHead: () => true });
        expect(filled(rows), `${file}, ${sheet}`).toEqual(wanted);
        expect(problems).toEqual([]);
        sheets++;
      }
    }
    expect(sheets).toBe(12);
  });

  test('of the old format are told as such', async (context) => {
    if (!existsSync(spreadsheets)) context.skip(`${spreadsheets} is absent`);
    expect(await read(readFileSync(join(spreadsheets, 'calculate.xls')))).toEqual({
      rows: [],
      problems: ['locked-workbook'],
    });
  });
});

test('the table of cost groups of CSCfi/antero is read as csv-parse reads it: 453 pairs', async (context) => {
  if (!existsSync(costGroups)) context.skip(`${costGroups} is absent`);
  const bytes = readFileSync(costGroups);
  const { rows, problems } = await read(bytes);
  expect(rows).toEqual(parse(bytes, { delimiter: ',' }));
  expect(rows).toHaveLength(454);
  expect(problems).toEqual([]);
});
