import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';
import type { CheckResult } from './check.js';

async function sample(...args: readonly string[]): Promise<string> {
  return (await runCommand(['sample', '--students', '2500', ...args])).output;
}

describe('strapetsi check', () => {
  it('has nothing to remark on a clean sample', async () => {
    const { exitCode, output } = await runCommand(['check', '-'], { input: await sample('--clean') });
    expect(output).toContain('Documents: 2,500 = 2,500 read + 0 refused.');
    expect(output).toContain('Nothing to remark.');
    expect(exitCode).toBe(0);
  });

  it('accounts for every document of a flawed one, says where each kind of flaw is, and ends with 1', async () => {
    const { exitCode, output } = await runCommand(['check', '-', '--json'], { input: await sample() });
    const result = JSON.parse(output) as CheckResult;
    expect(exitCode).toBe(1);
    expect(result.records.read).toBe(2500);
    expect(result.records.facts + result.records.refused).toBe(2500);
    expect(result.studyRights.facts + result.studyRights.refused).toBe(result.studyRights.read);
    const codes = result.findings.map(({ code }) => code);
    for (const code of [
      'unknown-state',
      'end-before-start',
      'no-identity',
      'cut-off',
      'funding-missing',
      'no-periods',
    ]) {
      expect(codes).toContain(code);
    }
    for (const { examples, count } of result.findings) {
      expect(examples.length).toBe(Math.min(3, count));
      expect(examples[0]?.where.line).toBeGreaterThan(0);
    }
  });

  it('shows the gravest first, and as many places as asked for', async () => {
    const { output } = await runCommand(['check', '-', '--examples', '1'], { input: await sample() });
    const severities = output.split('\n').flatMap((line) => /^(refused|error|warning|note) /.exec(line)?.[1] ?? []);
    const rank = (severity: string): number => ['refused', 'error', 'warning', 'note'].indexOf(severity);
    expect(severities.length).toBeGreaterThan(4);
    expect(severities).toEqual([...severities].sort((a, b) => rank(a) - rank(b)));
    expect(output.match(/found tauolla/g)).toHaveLength(1);
  });

  it('never shows an identity code or a name', async () => {
    const input = await sample();
    const { output } = await runCommand(['check', '-', '--examples', '1000'], { input });
    expect(output).not.toMatch(/\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]/);
    expect(output).not.toContain('Oppilas');
  });

  it('takes several files, by name and by pattern, and each of them once', async () => {
    const [first = '', second = ''] = (await sample('--clean')).split('\n');
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), first);
      writeFileSync(at('b.json'), second);
      const { output } = await runCommand(['check', at('*.json'), at('a.json'), '--json']);
      const result = JSON.parse(output) as CheckResult;
      expect(result.files).toEqual([at('a.json'), at('b.json')]);
      expect(result.persons).toBe(2);
    });
  });

  it('says what to do about files that are not there', async () => {
    await withFolder(async (at) => {
      expect(await runCommand(['check', at('no.json')])).toMatchObject({ exitCode: 2 });
      expect((await runCommand(['check', at('*.json')])).errors).toContain('No file fits');
      expect((await runCommand(['check', at('.')])).errors).toContain('is a folder');
    });
  });

  it('says in the reader’s language what a file holds that is no KOSKI document', async () => {
    const { exitCode, output } = await runCommand(['check', '-', '--lang', 'sv'], { input: '{"a": 1}' });
    expect(exitCode).toBe(1);
    expect(output).toContain('not-koski-document: ');
    expect(output).toContain('Dokument: 1 = ');
  });

  const right = (n: number) => `1.2.246.562.15.${String(n).padStart(11, '0')}`;
  const plan = (n: number, rest: Readonly<Record<string, unknown>> = {}) => ({
    'oppija-oid': '1.2.246.562.24.00000000001',
    'opiskeluoikeus-oid': right(n),
    'ensikertainen-hyvaksyminen': '2023-08-20',
    'osaamisen-hankkimisen-tarve': true,
    sahkoposti: 'oppija@example.invalid',
    ...rest,
  });
  const document = (n: number) => ({
    henkilö: { oid: '1.2.246.562.24.00000000001' },
    opiskeluoikeudet: [
      {
        oid: right(n),
        koulutustoimija: { oid: '1.2.246.562.10.346830761110' },
        oppilaitos: { oid: '1.2.246.562.10.52251087186' },
        tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
        tila: {
          opiskeluoikeusjaksot: [
            { alku: '2023-08-09', tila: { koodiarvo: 'lasna' }, opintojenRahoitus: { koodiarvo: '1' } },
          ],
        },
        suoritukset: [{ tyyppi: { koodiarvo: 'ammatillinentutkinto' } }],
      },
    ],
  });

  it('tells personal plans by their content, plain or gzip, and accounts for them', async () => {
    await withFolder(async (at) => {
      const plans = JSON.stringify({ data: [plan(1), plan(2, { poistettu: '2024-01-01' }), { x: 1 }], meta: {} });
      writeFileSync(at('hoksit.dat'), plans);
      writeFileSync(at('hoksit.gz'), gzipSync(plans));
      for (const name of ['hoksit.dat', 'hoksit.gz']) {
        const { exitCode, output } = await runCommand(['check', at(name)]);
        expect(output).toContain('Personal plans: 3 = 1 read + 1 deleted + 1 refused.');
        expect(output).not.toContain('Documents:');
        expect(output).toContain('not-plan');
        expect(output).not.toContain('oppija@');
        expect(exitCode).toBe(1);
      }
    });
  });

  it('takes plans from standard input too', async () => {
    const { exitCode, output } = await runCommand(['check', '-', '--lang', 'fi'], { input: JSON.stringify([plan(1)]) });
    expect(output).toContain('HOKSeja: 1 = 1 luettu + 0 poistettua + 0 hylättyä.');
    expect(output).toContain('Ei huomautettavaa.');
    expect(exitCode).toBe(0);
  });

  it('says of plans and KOSKI documents together which plans fit no study right', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('koski.json'), JSON.stringify(document(1)));
      writeFileSync(at('hoksit.json'), JSON.stringify([plan(1), plan(2)]));
      const { output } = await runCommand(['check', at('hoksit.json'), at('koski.json'), '--json']);
      const result = JSON.parse(output) as CheckResult;
      expect(result.records).toEqual({ read: 1, facts: 1, refused: 0 });
      expect(result.plans).toMatchObject({ read: 2, facts: 2, joined: 1 });
      expect(result.findings).toMatchObject([
        { code: 'plan-without-right', count: 1, examples: [{ where: { file: at('hoksit.json'), record: 2 } }] },
      ]);
      const text = await runCommand(['check', at('hoksit.json'), at('koski.json')]);
      expect(text.output).toContain('Documents: 1 = 1 read + 0 refused.');
      expect(text.output).toContain('Plans whose study right is in the KOSKI documents: 1.');
    });
  });

  it('knows from the day it is whether competence was acquired too far ahead', async () => {
    const { output } = await runCommand(['check', '-', '--json'], {
      input: JSON.stringify(plan(1, { 'osaamisen-saavuttamisen-pvm': '2999-01-01' })),
    });
    expect((JSON.parse(output) as CheckResult).findings.map(({ code }) => code)).toEqual(['achieved-too-late']);
  });
});
