import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Aggregate } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';

const years = ['--by', 'year', '--from', '2021', '--to', '2025', '--as-of', '2026-10-31'];

/** One study right, present from 1 August 2024 on. */
const koski = JSON.stringify({
  henkilö: { oid: '1.2.246.562.24.90010000001' },
  opiskeluoikeudet: [
    {
      oid: '1.2.246.562.15.90010000001',
      oppilaitos: { oid: '1.2.246.562.10.90017100003', nimi: { fi: 'Koulu' } },
      koulutustoimija: { oid: '1.2.246.562.10.90017000001', nimi: { fi: 'Järjestäjä' } },
      tila: {
        opiskeluoikeusjaksot: [
          { alku: '2024-08-01', tila: { koodiarvo: 'lasna' }, opintojenRahoitus: { koodiarvo: '1' } },
        ],
      },
      suoritukset: [
        { koulutusmoduuli: { tunniste: { koodiarvo: '351301' } }, tyyppi: { koodiarvo: 'ammatillinentutkinto' } },
      ],
      tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
    },
  ],
});

/** Its plan, approved on the 21st day after the start. */
const plan = JSON.stringify({
  id: 1,
  eid: 'e',
  'oppija-oid': '1.2.246.562.24.90010000001',
  'opiskeluoikeus-oid': '1.2.246.562.15.90010000001',
  'ensikertainen-hyvaksyminen': '2024-08-22',
  'osaamisen-hankkimisen-tarve': true,
});

/** DOMAIN 4.5: of ten graduates one year after, six are employed (1 and 2) and three study (2 and 3). */
const outcomes = [
  'Koulutuksen järjestäjä;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta;Lukumäärä',
  '1.2.246.562.10.90017000001;2022;1;1;5',
  '1.2.246.562.10.90017000001;2022;1;2;1',
  '1.2.246.562.10.90017000001;2022;1;3;2',
  '1.2.246.562.10.90017000001;2022;1;4;2',
].join('\n');

async function aggregate(...args: readonly string[]): Promise<Aggregate> {
  const { exitCode, output, errors } = await runCommand(['calculate', ...args]);
  expect(exitCode, errors).toBe(0);
  return JSON.parse(output) as Aggregate;
}

describe('sources of strapetsi calculate', () => {
  it('writes several indicators of one reading to a folder, each as if it had been asked for alone', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('koski.ndjson'), (await runCommand(['sample', '--students', '120'])).output);
      const both = ['--indicator', 'student-years,students-on-20-september'];
      const { exitCode, errors } = await runCommand([
        'calculate',
        at('koski.ndjson'),
        ...both,
        ...years,
        '-o',
        at('out'),
      ]);
      expect(exitCode, errors).toBe(0);
      expect(readdirSync(at('out')).sort()).toEqual([
        'student-years.aggregate.json',
        'students-on-20-september.aggregate.json',
      ]);
      const alone = await runCommand(['calculate', at('koski.ndjson'), '--indicator', 'student-years', ...years]);
      expect(readFileSync(at('out/student-years.aggregate.json'), 'utf8')).toBe(alone.output);
      const nowhere = await runCommand(['calculate', at('koski.ndjson'), ...both, ...years]);
      expect([nowhere.exitCode, nowhere.errors]).toEqual([2, expect.stringContaining('to which folder')]);
    });
  });

  it('calculates from a facts file what it calculates from the records, findings and counts too', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('koski.ndjson'), (await runCommand(['sample', '--students', '120'])).output);
      const written = await runCommand(['facts', at('koski.ndjson'), '-o', at('provider.facts')]);
      expect(written.exitCode, written.errors).toBe(0);
      const asked = ['--indicator', 'student-years', ...years];
      const direct = await aggregate(at('koski.ndjson'), ...asked);
      expect(await aggregate(at('provider.facts'), ...asked)).toEqual(direct);
      expect(direct.findings.length).toBeGreaterThan(0);
      // Facts of facts are the same, too.
      await runCommand(['facts', at('provider.facts'), '-o', at('again.facts')]);
      expect(await aggregate(at('again.facts'), ...asked)).toEqual(direct);
    });
  });

  it('brings a facts file up to date with a later export', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('koski.json'), koski);
      writeFileSync(at('later.json'), koski.replace('"2024-08-01"', '"2024-12-31"'));
      const key = ['--key-file', at('key')];
      writeFileSync(at('key'), '0123456789abcdef'.repeat(2));
      await runCommand(['facts', at('koski.json'), ...key, '-o', at('a.facts')]);
      const update = await runCommand([
        'facts',
        at('later.json'),
        ...key,
        '--update',
        at('a.facts'),
        '-o',
        at('a.facts'),
      ]);
      expect(update.exitCode, update.errors).toBe(0);
      const keyless = await runCommand(['facts', at('later.json'), '--update', at('a.facts'), '-o', at('b.facts')]);
      expect([keyless.exitCode, keyless.errors]).toEqual([2, expect.stringContaining('--key-file')]);
      expect(update.output).toContain('Study rights: 1 replaced, 0 added, 0 kept, 0 older');
      const asked = ['--indicator', 'student-years', '--from', '2024', '--to', '2024', '--as-of', '2026-10-31'];
      // by the later export only the last day of 2024
      expect((await aggregate(at('a.facts'), ...asked)).cells).toEqual([{ key: [], n: 1, amounts: [1_000_000] }]);
    });
  });

  it('joins plans to their study rights, by a limit that the user sets', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('koski.json'), koski);
      writeFileSync(at('hoks.json'), plan);
      const asked = ['--indicator', 'plan-timeliness', '--from', '2024', '--to', '2024', '--as-of', '2025-01-31'];
      const timely = async (...more: readonly string[]): Promise<unknown> =>
        (await aggregate(at('koski.json'), '--plans', at('hoks.json'), ...asked, ...more)).cells;
      expect(await timely()).toEqual([{ key: [], n: 1, amounts: [1, 0, 0] }]);
      expect(await timely('--set', 'days=20')).toEqual([{ key: [], n: 1, amounts: [0, 1, 0] }]);
      expect(await timely('--set', 'days=21')).toEqual([{ key: [], n: 1, amounts: [1, 0, 0] }]);
      const unknown = await runCommand(['calculate', at('koski.json'), ...asked, '--set', 'weeks=3']);
      expect(unknown.errors).toContain('Choose from: days');
    });
  });

  it('reads outcomes of graduates, beside records or alone, and tells years after apart', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('graduates.csv'), outcomes);
      writeFileSync(at('koski.json'), koski);
      const asked = ['--from', '2020', '--to', '2024', '--as-of', '2025-01-31', '--outcomes', at('graduates.csv')];
      const share = async (indicator: string, ...files: readonly string[]): Promise<unknown> =>
        (await aggregate(...files, '--indicator', indicator, '--by', 'yearsAfter', ...asked)).cells;
      expect(await share('employed')).toEqual([{ key: ['1'], n: 10, amounts: [10, 6] }]);
      expect(await share('further-study-with-work', at('koski.json'))).toEqual([
        { key: ['1'], n: 10, amounts: [10, 3] },
      ]);
      const added = await runCommand(['calculate', '--indicator', 'employed', ...asked]);
      expect([added.exitCode, added.errors]).toEqual([2, expect.stringContaining('yearsAfter')]);
    });
  });

  it('writes no facts file of files in which nothing could be read', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('k.json'), 'not json');
      const { exitCode, errors } = await runCommand(['facts', at('k.json'), '-o', at('a.facts')]);
      expect([exitCode, errors]).toEqual([2, expect.stringContaining('No record could be read')]);
      expect(readdirSync(at('.'))).toEqual(['k.json']);
    });
  });

  it('says that there is nothing to read, and what is wrong with a damaged facts file', async () => {
    const none = await runCommand(['calculate', '--indicator', 'student-years', ...years]);
    expect([none.exitCode, none.errors]).toEqual([2, expect.stringContaining('nothing to read')]);
    await withFolder(async (at) => {
      writeFileSync(at('koski.json'), koski);
      await runCommand(['facts', at('koski.json'), '-o', at('a.facts')]);
      writeFileSync(at('a.facts'), readFileSync(at('a.facts')).subarray(0, 60));
      const cut = await runCommand(['calculate', at('a.facts'), '--indicator', 'student-years', ...years]);
      expect([cut.exitCode, cut.errors]).toEqual([2, expect.stringContaining('block 1: found the end of the file')]);
    });
  });
});
