import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCsv } from '@strapetsi/indicators';
import { toXlsx } from '@strapetsi/indicators/xlsx';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { discontinuation } from '../../packages/indicators/testing/exported-table.js';

/** LibreOffice reads what we write as a person's spreadsheet does, with Finnish settings. */
const soffice = '/usr/bin/soffice';
const folder = mkdtempSync(join(tmpdir(), 'strapetsi-spreadsheet-'));
const reason = existsSync(soffice) ? undefined : `LibreOffice (${soffice}) is not here`;

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Semicolons, quotation marks, UTF-8; Finnish; numbers are found; formulas would be run. */
const CSV_IN = 'CSV:59,34,76,1,,1035,false,true,false,false,false,0,true';
/** As cells are shown (1033: with English numbers), every sheet into a file of its own. */
const CSV_OUT = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,true,false,false,-1';

function convert(file: string, to: string, ...options: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const all = ['--headless', profile, ...options, '--convert-to', to, '--outdir', folder, join(folder, file)];
  execFileSync(soffice, all, { stdio: 'pipe' });
}

const [school, ...others] = discontinuation.dimensions;
const formulas = ['=1+1', ' =1+1', '+1', '-1', '@SUM(1)', '＝1+1', '\t=1+1'];
const risky = {
  ...discontinuation,
  dimensions:
    school === undefined ? [] : [{ ...school, members: formulas.map((fi, at) => ({ id: String(at), label: { fi } })) }],
  cells: formulas.map((_, at) => ({ status: 'value' as const, value: at === 0 ? -1.5 : at / 4 })),
};

test('a CSV file has the numbers that were published, and no formula', { timeout: 240_000 }, async () => {
  writeFileSync(join(folder, 'risky.csv'), toCsv(risky, 'fi', { byteOrderMark: true }));
  convert('risky.csv', 'xlsx', `--infilter=${CSV_IN}`);
  const workbook = readFileSync(join(folder, 'risky.xlsx'));
  const sheet = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).not.toMatch(/<f[ >]/);
  const [{ data = [] } = {}] = await readExcelFile(workbook);
  expect(data[0]).toEqual(['Oppilaitos', 'Eronneiden osuus', 'Yksikkö']);
  expect(data.slice(1).map((row) => row[1])).toEqual([-1.5, 0.25, 0.5, 0.75, 1, 1.25, 1.5]);
});

test('the same formula without its apostrophe would be run', { timeout: 240_000 }, () => {
  writeFileSync(join(folder, 'bare.csv'), 'A;B\r\n=1+1;2\r\n');
  convert('bare.csv', 'xlsx', `--infilter=${CSV_IN}`);
  const parts = unzipSync(readFileSync(join(folder, 'bare.xlsx')));
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toMatch(/<f[ >]/);
});

test('a workbook has its sheets, its numbers and its words', { timeout: 240_000 }, () => {
  expect(others).toHaveLength(1);
  writeFileSync(join(folder, 'table.xlsx'), toXlsx([discontinuation, risky], 'fi'));
  convert('table.xlsx', CSV_OUT);
  const sheet = (name: string): readonly (readonly string[])[] =>
    parse(readFileSync(join(folder, `table-${name}.csv`)), { delimiter: ';', bom: true, relax_column_count: true });
  expect(sheet('Eronneet').map((row) => row.slice(0, 3))).toEqual([
    ['Oppilaitos', 'Vuosi', 'Eronneiden osuus'],
    ['Koivurannan opisto', '2023', '25.0 %'],
    ['Koivurannan opisto', '2024', 'Ei näytetä (25–100\u00a0%)'],
    ['Koivurannan opisto', '2025', 'Saatavilla 30.6.2026 alkaen'],
    ['Strandby; yrkesinstitut', '2023', '33.3 %'],
    ['Strandby; yrkesinstitut', '2024', 'Ei sovellettavissa'],
    ['Strandby; yrkesinstitut', '2025', 'Ei tietoja'],
  ]);
  expect(
    sheet('Eronneet (2)')
      .slice(1)
      .map(([name]) => name),
  ).toEqual(formulas);
  expect(sheet('Tietoja taulukosta')[1]?.slice(0, 2)).toEqual(['Indikaattori', 'Eronneet']);
});
