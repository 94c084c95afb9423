import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parsePublished, studentYears, type Aggregate, type IndicatorTable, type Release } from '@strapetsi/indicators';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';

let bySchool = '';
let completion = '';

beforeAll(async () => {
  const { output: input } = await runCommand(['sample', '--students', '600', '--clean']);
  const calculate = async (...args: readonly string[]): Promise<string> =>
    (await runCommand(['calculate', '-', '--as-of', '2026-10-31', ...args], { input })).output;
  bySchool = await calculate('--indicator', 'student-years', '--by', 'school,year', '--from', '2021', '--to', '2023');
  completion = await calculate(
    '--indicator',
    'completion-by-cohort',
    '--by',
    'checkpoint',
    '--from',
    '2021',
    '--to',
    '2021',
  );
});

async function published(input: string, ...args: readonly string[]): Promise<IndicatorTable> {
  const { exitCode, output, errors } = await runCommand(['publish', '-', ...args], { input });
  expect(exitCode, errors).toBe(0);
  return JSON.parse(output) as IndicatorTable;
}

describe('strapetsi publish', () => {
  it('withholds groups of one to four and rounds the others to threes by Vipunen’s rule', async () => {
    const table = await published(bySchool);
    const aggregate = JSON.parse(bySchool) as Aggregate;
    expect(table).toMatchObject({
      type: 'strapetsi.indicator-table',
      policy: { id: 'vipunen' },
      figure: { id: 'years' },
    });
    const small = aggregate.cells.filter((cell) => 'n' in cell && cell.n > 0 && cell.n < 5).length;
    expect(small).toBeGreaterThan(0);
    expect(table.cells.filter(({ status }) => status === 'withheld')).toHaveLength(small);
    for (const cell of table.cells) {
      if (cell.status === 'value' && cell.n?.status === 'value') expect(cell.n.value % 3).toBe(0);
    }
  });

  it('takes a minimum of one’s own', async () => {
    const withheld = async (minimum: string): Promise<number> =>
      (await published(bySchool, '--policy', 'minimum', '--minimum', minimum)).cells.filter(
        ({ status }) => status === 'withheld',
      ).length;
    expect(await withheld('30')).toBeGreaterThan(await withheld('2'));
  });

  it('makes a table that passes as published, of the figure asked for', async () => {
    const table = await published(completion, '--figure', 'states');
    expect(table.figure.id).toBe('states');
    expect(parsePublished(table).ok).toBe(true);
  });

  it('makes one release of several aggregates, and counts what their cells say', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json.gz'), gzipSync(bySchool));
      writeFileSync(at('b.json'), completion);
      const { output, errors } = await runCommand(['publish', at('a.json.gz'), at('b.json'), '--json']);
      const release = JSON.parse(output) as Release;
      expect(release.tables.map(({ indicator }) => indicator.id)).toEqual(['student-years', 'completion-by-cohort']);
      const summary = JSON.parse(errors) as {
        tables: { cells: number; value: number; withheld: number; immature: number; empty: number }[];
      };
      for (const { cells, value, withheld, immature, empty } of summary.tables) {
        expect(value + withheld + immature + empty).toBe(cells);
      }
    });
  });

  it('says what to do about a wrong policy, figure or file', async () => {
    const errors = async (input: string, ...args: string[]): Promise<string> =>
      (await runCommand(['publish', '-', ...args], { input })).errors;
    expect(await errors(bySchool, '--policy', 'none')).toContain(
      'Choose from: vipunen, arvo, statistics-finland, minimum.',
    );
    expect(await errors(bySchool, '--policy', 'minimum')).toContain('--policy minimum --minimum 5');
    expect(await errors(bySchool, '--minimum', '10')).toContain('--policy minimum --minimum 10');
    expect(await errors(bySchool, '--figure', 'hours')).toContain(
      `Choose from: ${studentYears.figures.map(({ id }) => id).join(', ')}.`,
    );
    expect(await errors('{"cells": [')).toContain('not whole JSON');
    expect(await errors('{"type": "strapetsi.indicator-table", "schemaVersion": 1}')).toContain(
      'is not an aggregate: at type',
    );
    expect((await runCommand(['publish', 'no-such.json'])).errors).toContain('There is no file no-such.json.');
  });

  it('refuses an aggregate that another version of the definition made', async () => {
    const aggregate = JSON.parse(bySchool) as Aggregate;
    const other = { ...aggregate, indicator: { ...aggregate.indicator, hash: '0'.repeat(64) } };
    const { exitCode, errors } = await runCommand(['publish', '-'], { input: JSON.stringify(other) });
    expect(exitCode).toBe(2);
    expect(errors).toContain('strapetsi calculate');
  });
});
