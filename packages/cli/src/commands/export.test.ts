import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromJsonStat, readTable } from '@strapetsi/indicators';
import type { IndicatorTable, Release } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { discontinuation } from '../../../indicators/testing/exported-table.js';
import { runCommand, withFolder } from '../../testing/run-command.js';

const others: IndicatorTable = {
  ...discontinuation,
  indicator: { ...discontinuation.indicator, id: 'new-students', name: { fi: 'Uudet', sv: 'Nya', en: 'New' } },
  figure: { ...discontinuation.figure, id: 'students', unit: 'students', decimals: 0 },
  dimensions: discontinuation.dimensions.slice(1),
  cells: [12, 15, 18].map((value) => ({ status: 'value', value })),
};
const release: Release = { type: 'strapetsi.release', schemaVersion: 1, tables: [discontinuation, others, others] };

const one = JSON.stringify(discontinuation);
const exported = (input: string, ...args: readonly string[]) => runCommand(['export', '-', ...args], { input });

describe('strapetsi export', () => {
  it('writes CSV for Excel in Finland, in the language of --lang', async () => {
    const { exitCode, output, errors } = await exported(one, '--across', 'year', '--lang', 'sv');
    expect([exitCode, errors]).toEqual([0, '']);
    expect(output).toBe(
      [
        'Läroanstalt;2023;2024;2025',
        'Koivurannan opisto;0,25;Visas inte (25–100\u00a0%);Tillgängligt från 30.6.2026',
        '"Strandby; yrkesinstitut";0,3333333333333333;Inte tillämpligt;Uppgift saknas',
        '',
      ].join('\r\n'),
    );
  });

  it('writes CSV for programs, with ids, and a byte-order mark on request', async () => {
    const { output } = await exported(one, '--plain', '--ids', '--bom', '--lang', 'en');
    expect(output.startsWith('\ufeffschool,School,year,Year,Share,Unit,status,')).toBe(true);
    expect(output.split('\r\n')[1]?.startsWith('1.2.10,Koivurannan opisto,2023,2023,0.25,share (0–1),value,')).toBe(
      true,
    );
  });

  it('writes a workbook with a sheet for each table of a release', async () => {
    await withFolder(async (at) => {
      const { output } = await exported(JSON.stringify(release), '-o', at('all.xlsx'), '--across', 'year', '--json');
      expect(JSON.parse(output)).toEqual({ files: [at('all.xlsx')] });
      const bytes = readFileSync(at('all.xlsx'));
      const rows: (readonly string[])[] = [];
      for await (const part of readTable(bytes, { sheet: 'New (2)', isHead: () => true }))
        rows.push('names' in part ? part.names : part.cells);
      expect(rows).toEqual([
        ['2023', '2024', '2025'],
        ['12', '15', '18'],
      ]);
    });
  });

  it('writes JSON-stat that is read back', async () => {
    const { output } = await exported(one, '--format', 'json-stat', '--lang', 'fi');
    const read = fromJsonStat({ fi: JSON.parse(output) });
    expect(read.ok && [read.figures.figure.id, read.figures.cells[1]]).toEqual(['rate', { status: 'withheld' }]);
  });

  it('knows the format by the ending of the file', async () => {
    await withFolder(async (at) => {
      for (const name of ['a.json', 'a.csv', 'a.xlsx', 'a.txt']) await exported(one, '-o', at(name));
      expect(
        ['a.json', 'a.csv', 'a.xlsx', 'a.txt'].map((name) => readFileSync(at(name), 'latin1').slice(0, 2)),
      ).toEqual(['{"', 'Sc', 'PK', 'Sc']);
    });
  });

  it('writes into a folder a file for each table, named by indicator and language', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('release.json'), JSON.stringify(release));
      const names = [
        'discontinuation.rate.by-school-year.sv.csv',
        'new-students.students.by-year.2.sv.csv',
        'new-students.students.by-year.sv.csv',
      ];
      const { output } = await runCommand(['export', at('release.json'), '--lang', 'sv', '-o', `${at('new')}/`]);
      expect(readdirSync(at('new')).sort()).toEqual(names);
      expect(output.trim().split('\n').sort()).toEqual(names.map((name) => at(`new/${name}`)));
      mkdirSync(at('there'));
      await runCommand([
        ...['export', at('release.json'), '--indicator', 'discontinuation', '--lang', 'fi'],
        ...['--format', 'json-stat', '-o', at('there')],
      ]);
      expect(readdirSync(at('there'))).toEqual(['discontinuation.rate.by-school-year.fi.json']);
    });
  });

  it.each<[string, string, readonly string[], string, string]>([
    ['a format that there is not', one, ['--format', 'pdf'], 'bad-choice', 'csv, xlsx, json-stat'],
    ['a dimension that there is not', one, ['--across', 'gender'], 'no-such-dimension', 'school, year'],
    ['a workbook without a file', one, ['--format', 'xlsx'], 'out-missing', '--out FILE.xlsx'],
    ['a mark that the format does not have', one, ['--format', 'json-stat', '--bom'], 'option-unused', '--bom'],
    ['commas in a workbook', one, ['--format', 'xlsx', '--plain', '-o', 'x.xlsx'], 'option-unused', '--plain'],
    ['several tables in one file', JSON.stringify(release), [], 'several-tables', '--indicator'],
    ['an indicator that there is not', one, ['--indicator', 'students'], 'no-such-table', 'discontinuation'],
    ['no table', '{"type":"strapetsi.aggregate"}', [], 'not-a-table', 'strapetsi publish'],
  ])('refuses %s, and says what to do', async (_, input, args, code, told) => {
    const inWords = await exported(input, ...args, '--lang', 'en');
    expect([inWords.exitCode, inWords.output]).toEqual([2, '']);
    expect(inWords.errors).toContain(told);
    expect((await exported(input, ...args, '--json')).errors).toContain(code);
  });
});
