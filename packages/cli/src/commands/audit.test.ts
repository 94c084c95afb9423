import { readFileSync, writeFileSync } from 'node:fs';
import type { IndicatorTable } from '@strapetsi/indicators';
import type { AuditResult } from '@strapetsi/indicators/audit';
import { describe, expect, it } from 'vitest';
import { aggregateOf } from '../../../indicators/testing/tables.js';
import { runCommand, withFolder } from '../../testing/run-command.js';

const minimum = ['--policy', 'minimum', '--minimum', '5'];
/** 10 and 3 students, 13 together: B alone is small, and A must go with it. */
const schools = JSON.stringify(aggregateOf(['school'], { A: [10, 10], B: [3, 3] }, { totals: ['school'] }));

/** The table as it would be if each cell were judged by itself: A is shown, and B is the total less A. */
function cellByCell(file: string): string {
  const table = JSON.parse(readFileSync(file, 'utf8')) as IndicatorTable;
  const shown = { status: 'value', value: 10, n: { status: 'value', value: 10 } } as const;
  return JSON.stringify({ ...table, cells: table.cells.map((cell, at) => (at === 0 ? shown : cell)) });
}

describe('strapetsi audit', () => {
  it('finds nothing in what publish made, in a file and in a folder', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), schools);
      await runCommand(['publish', at('a.json'), ...minimum, '-o', at('table.json')]);
      await runCommand(['publish', at('a.json'), ...minimum, '--to', at('out')]);
      for (const published of [at('table.json'), at('out')]) {
        const { exitCode, output, errors } = await runCommand(['audit', published, ...minimum]);
        expect([exitCode, errors]).toEqual([0, '']);
        expect(output).toBe(
          'Withheld counts looked at: 2. None can be worked out more closely than the policy allows.\n',
        );
      }
    });
  });

  it('finds what a total gives away, names the cell, and does not say how many there are', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), schools);
      await runCommand(['publish', at('a.json'), ...minimum, '-o', at('table.json')]);
      writeFileSync(at('leaky.json'), cellByCell(at('table.json')));
      const { exitCode, output } = await runCommand(['audit', at('leaky.json'), ...minimum]);
      expect(exitCode).toBe(1);
      expect(output).toContain('Of these can be worked out more closely than the policy allows: 1.\n');
      expect(output).toMatch(/ {2}Students: .* \| B \(not in English\)\n/);
      expect(output).not.toMatch(/\b3\b/);
      const json = JSON.parse(
        (await runCommand(['audit', at('leaky.json'), ...minimum, '--json'])).output,
      ) as AuditResult;
      expect(json.tooClose).toEqual([{ table: 0, cell: 1, from: 3, to: 3 }]);
    });
  });

  it('says it in Finnish and Swedish', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), schools);
      await runCommand(['publish', at('a.json'), ...minimum, '-o', at('table.json')]);
      const said = async (lang: string): Promise<string> =>
        (await runCommand(['audit', at('table.json'), ...minimum, '--lang', lang])).output;
      expect(await said('fi')).toContain('Yhtäkään ei voi päätellä tarkemmin');
      expect(await said('sv')).toContain('Inget av dem går att räkna ut noggrannare');
    });
  });

  it('wants the policy by which the tables were published, and a release', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), schools);
      await runCommand(['publish', at('a.json'), ...minimum, '-o', at('table.json')]);
      const other = await runCommand(['audit', at('table.json')]);
      expect(other.exitCode).toBe(2);
      expect(other.errors).toContain('was published by the policy minimum-5, not vipunen.');
      const none = await runCommand(['audit', at('.'), ...minimum]);
      expect(none.exitCode).toBe(2);
      expect(none.errors).toContain('There is no release in');
    });
  });

  it('is made before publishing where it is asked for', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), schools);
      const { exitCode } = await runCommand(['publish', at('a.json'), ...minimum, '--audit', '-o', at('table.json')]);
      expect(exitCode).toBe(0);
    });
  });
});
