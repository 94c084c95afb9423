import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { catalogue, type Aggregate, type Definition } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';
import type { FindingsResult } from './findings.js';

const lists = ['fieldLevel1.csv', 'fieldLevel2.csv', 'fieldLevel3.csv'];
const names = [
  'codes.csv',
  ...lists,
  'koski.ndjson.gz',
  'outcomes.csv',
  'plans.ndjson.gz',
  'replies.csv',
  'survey.json',
];

/** What is read of a folder, as a user writes it. */
const sourcesAt = (at: (name: string) => string): readonly string[] => [
  at('koski.ndjson.gz'),
  ...['--plans', at('plans.ndjson.gz'), '--outcomes', at('outcomes.csv')],
  ...['--feedback', at('replies.csv'), at('codes.csv'), '--survey', at('survey.json')],
];

/** The dimension without which an indicator cannot be added up. */
function neededBy({ dimensions }: Definition): string {
  const ids = dimensions.map(({ id }): string => id);
  return ['checkpoint', 'yearsAfter'].find((id) => ids.includes(id)) ?? '';
}

describe('strapetsi sample --folder', () => {
  it('writes all that indicators are made of: every indicator of the catalogue has figures', async () => {
    await withFolder(async (at) => {
      const { exitCode, errors } = await runCommand(['sample', '--students', '1200', '--folder', at('s')]);
      expect(exitCode, errors).toBe(0);
      const inFolder = (name: string): string => at(`s/${name}`);
      const figures: Record<string, number> = {};
      for (const by of ['', 'checkpoint', 'yearsAfter']) {
        const asked = catalogue.filter((definition) => neededBy(definition) === by);
        const run = await runCommand([
          ...['calculate', ...sourcesAt(inFolder), '--indicator', asked.map(({ id }) => id).join(',')],
          ...['--from', '2020-01-01', '--to', '2021-12-31', '--as-of', '2026-10-31', '-o', at(`out${by}/`)],
          ...['--classification', ...lists.map(inFolder)],
          ...(by === '' ? [] : ['--by', by]),
        ]);
        expect(run.exitCode, run.errors).toBe(0);
        for (const { id } of asked) {
          const text = readFileSync(at(`out${by}/${id}.aggregate.json`), 'utf8');
          const { cells } = JSON.parse(text) as Aggregate;
          figures[id] = cells.reduce((sum, cell) => sum + ('n' in cell ? cell.n : 0), 0);
        }
      }
      expect(Object.entries(figures).filter(([, persons]) => persons === 0)).toEqual([]);
      expect(Object.keys(figures)).toHaveLength(catalogue.length);
    });
  });

  it('is read without a remark where it is clean, and has flaws of plans where it is not', async () => {
    const found = async (...args: readonly string[]): Promise<readonly string[]> => {
      let codes: readonly string[] = [];
      await withFolder(async (at) => {
        await runCommand(['sample', '--students', '1500', '--folder', at('s'), ...args]);
        const { output } = await runCommand(['findings', ...sourcesAt((name) => at(`s/${name}`)), '--json']);
        const { schools } = JSON.parse(output) as FindingsResult;
        codes = schools.flatMap(({ fixes }) => fixes.flatMap(({ findings }) => findings.map(({ code }) => code)));
      });
      return codes;
    };
    // Plans tell more of workplaces than the documents do, and take their place.
    expect(await found('--clean')).toEqual(['workplaces-replaced']);
    const flawed = await found();
    for (const code of ['approval-missing', 'plan-without-right', 'unknown-state']) expect(flawed).toContain(code);
  });

  it('is the same bytes for the same seed, and leaves the documents as they are alone', async () => {
    await withFolder(async (at) => {
      for (const folder of ['a', 'b', 'c'])
        await runCommand(['sample', '--students', '60', '--seed', folder === 'c' ? '2' : '1', '--folder', at(folder)]);
      for (const name of names) {
        const [a, b, c] = ['a', 'b', 'c'].map((folder) => readFileSync(at(`${folder}/${name}`)));
        expect(a?.equals(b ?? Buffer.of()), name).toBe(true);
        expect(a?.equals(c ?? Buffer.of()), name).toBe(['survey.json', ...lists].includes(name));
      }
      const alone = await runCommand(['sample', '--students', '60']);
      expect(gunzipSync(readFileSync(at('a/koski.ndjson.gz'))).toString()).toBe(alone.output);
      expect(readdirSync(at('a')).sort()).toEqual(names);
    });
  });

  it('writes a folder for each provider, or all of them to one, with one row of headings', async () => {
    await withFolder(async (at) => {
      const args = ['sample', '--students', '40', '--providers', '2', '--json', '--folder'];
      const apart = await runCommand([...args, at('p{n}')]);
      const together = await runCommand([...args, at('all')]);
      expect((JSON.parse(apart.output) as { files: readonly string[] }).files).toHaveLength(2 * names.length);
      expect(JSON.parse(together.output)).toMatchObject({ providers: 2, documents: 80 });
      for (const name of ['codes.csv', 'outcomes.csv', 'replies.csv']) {
        const [first = '', second = '', all = ''] = ['p1', 'p2', 'all'].map((folder) =>
          readFileSync(at(`${folder}/${name}`), 'utf8'),
        );
        const [head = '', ...rows] = second.split('\r\n');
        expect(first.startsWith(`${head}\r\n`)).toBe(true);
        expect(all).toBe(first + rows.join('\r\n'));
      }
    });
  });

  it('has nothing of real persons: no names, codes of employers that nobody has, learners only by their artificial numbers', async () => {
    await withFolder(async (at) => {
      await runCommand(['sample', '--students', '300', '--folder', at('s')]);
      const plans = gunzipSync(readFileSync(at('s/plans.ndjson.gz'))).toString();
      const employers = [...plans.matchAll(/"tyopaikan-y-tunnus":"([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(employers.length).toBeGreaterThan(100);
      for (const id of employers) expect(id).toMatch(/^9\d{6}-\d$/);
      const all = ['outcomes.csv', 'replies.csv', 'codes.csv'].map((name) => readFileSync(at(`s/${name}`), 'utf8'));
      for (const text of [plans, ...all]) {
        expect(text).not.toMatch(/\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]/);
        for (const [, number = ''] of text.matchAll(/1\.2\.246\.562\.24\.(\d+)/g)) expect(number).toMatch(/^9001/);
      }
    });
  });

  it('refuses two places, and leaves no half of a file where the folder cannot be written', async () => {
    await withFolder(async (at) => {
      const both = await runCommand(['sample', '--out', at('a'), '--folder', at('b')]);
      expect([both.exitCode, both.errors]).toEqual([2, expect.stringContaining('--out or --folder')]);
      expect(readdirSync(at('.'))).toEqual([]);
      await runCommand(['sample', '--students', '1', '--out', at('file.ndjson')]);
      const size = statSync(at('file.ndjson')).size;
      const failed = await runCommand(['sample', '--students', '1', '--folder', at('file.ndjson')]);
      expect([failed.exitCode, failed.errors]).toEqual([2, expect.stringContaining('Cannot write')]);
      expect([readdirSync(at('.')), statSync(at('file.ndjson')).size]).toEqual([['file.ndjson'], size]);
    });
  });
});
