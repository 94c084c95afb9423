import { readFileSync, writeFileSync } from 'node:fs';
import { catalogue, studentYears, type Aggregate } from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';

const everyYear = [
  '--indicator',
  'student-years',
  '--by',
  'year',
  '--from',
  '2020',
  '--to',
  '2024',
  '--as-of',
  '2026-10-31',
];

async function sample(...args: readonly string[]): Promise<string> {
  return (await runCommand(['sample', '--students', '300', ...args])).output;
}

async function calculated(input: string, ...args: readonly string[]): Promise<Aggregate> {
  const { exitCode, output, errors } = await runCommand(['calculate', '-', ...args], { input });
  expect(exitCode, errors).toBe(0);
  return JSON.parse(output) as Aggregate;
}

/** One learner, present from 15 August to 31 December 2022, half-time in December. */
const oneLearner = JSON.stringify({
  henkilö: { oid: '1.2.246.562.24.90010000001' },
  opiskeluoikeudet: [
    {
      oid: '1.2.246.562.15.90010000001',
      oppilaitos: { oid: '1.2.246.562.10.90017100003', nimi: { fi: 'Koulu' } },
      koulutustoimija: { oid: '1.2.246.562.10.90017000001', nimi: { fi: 'Järjestäjä' } },
      tila: {
        opiskeluoikeusjaksot: [
          { alku: '2022-08-15', tila: { koodiarvo: 'lasna' }, opintojenRahoitus: { koodiarvo: '1' } },
          { alku: '2023-01-01', tila: { koodiarvo: 'eronnut' } },
        ],
      },
      suoritukset: [
        { koulutusmoduuli: { tunniste: { koodiarvo: '351301' } }, tyyppi: { koodiarvo: 'ammatillinentutkinto' } },
      ],
      lisätiedot: { osaAikaisuusjaksot: [{ alku: '2022-12-01', loppu: '2022-12-31', osaAikaisuus: 50 }] },
      tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
    },
  ],
});

describe('strapetsi calculate', () => {
  it('counts the days of one learner by hand: 17 + 30 + 31 + 30 whole days and 31 half ones', async () => {
    const aggregate = await calculated(oneLearner, ...everyYear);
    // Micro-days, as the rule until 2025 counts presence (DOMAIN 1.4, rule 2).
    expect(aggregate.cells).toEqual([{ key: ['2022'], n: 1, amounts: [123_500_000] }]);
    expect(aggregate.providers.map(({ label }) => label)).toEqual([{ fi: 'Järjestäjä' }]);
  });

  it('puts dimensions together, types of qualification by the list that comes along', async () => {
    const span = ['--from', '2022', '--to', '2022', '--as-of', '2026-10-31'];
    const hierarchy = ['--by', 'qualificationType,qualification', '--totals', 'qualification,qualificationType'];
    const learner = oneLearner.replace('"koodiarvo":"351301"', '"koodiarvo":"351301","koodistoUri":"koulutus"');
    const { cells, totals } = await calculated(learner, '--indicator', 'students', ...span, ...hierarchy);
    expect(totals).toEqual(['qualificationType', 'qualification']);
    expect(cells.map(({ key }) => key.join(' '))).toEqual(['* *', '* 351301', 'initial *', 'initial 351301']);
    const years = ['--indicator', 'students', ...span, '--by', 'year,school', '--totals'];
    const { exitCode, errors } = await runCommand(['calculate', '-', ...years, 'year', '--lang', 'en'], {
      input: oneLearner,
    });
    expect(exitCode).toBe(2);
    expect(errors).toContain('--totals does not know "year".');
    expect(errors).toContain('Choose from: school.');
  });

  it('accounts for every record, and carries findings as counts', async () => {
    const aggregate = await calculated(await sample('--students', '2500'), ...everyYear);
    const { read, facts, refused } = aggregate.records;
    expect(read).toBe(2500);
    expect(facts + refused).toBe(read);
    expect(refused).toBeGreaterThan(0);
    expect(aggregate.findings.map(({ code }) => code)).toContain('unknown-state');
    expect(JSON.stringify(aggregate)).not.toContain('Oppilas');
  });

  it('gives the same bytes whatever the key, and whichever way the learners are split into files', async () => {
    const lines = (await sample('--clean')).trimEnd().split('\n');
    await withFolder(async (at) => {
      writeFileSync(at('all.ndjson'), lines.join('\n'));
      writeFileSync(at('a.ndjson'), lines.slice(0, 100).join('\n'));
      writeFileSync(at('b.ndjson'), lines.slice(100).join('\n'));
      await runCommand(['key', at('key')]);
      const run = async (...files: readonly string[]): Promise<string> =>
        (await runCommand(['calculate', ...files, ...everyYear])).output;
      const whole = await run(at('all.ndjson'));
      expect(whole).toMatch(/^\{"type":"strapetsi\.aggregate"/);
      expect(await run(at('b.ndjson'), at('a.ndjson'))).toBe(whole);
      expect(await run(at('all.ndjson'), '--key-file', at('key'))).toBe(whole);
    });
  });

  it('reads small JSON files of one learner together, and refuses to count a learner of two large ones twice', async () => {
    const [line = ''] = (await sample('--clean')).split('\n');
    const document = JSON.parse(line) as { opiskeluoikeudet: { oid: string }[] };
    const other = {
      ...document,
      opiskeluoikeudet: document.opiskeluoikeudet.map((right) => ({ ...right, oid: `${right.oid}9` })),
    };
    await withFolder(async (at) => {
      writeFileSync(at('a.json'), JSON.stringify(document, undefined, 2));
      writeFileSync(at('b.json'), JSON.stringify([other]));
      const run = await runCommand([
        'calculate',
        at('*.json'),
        '--indicator',
        'student-years',
        '--from',
        '2018',
        '--to',
        '2025',
        '--as-of',
        '2026-10-31',
      ]);
      const [cell] = (JSON.parse(run.output) as Aggregate).cells;
      expect(cell).toMatchObject({ n: 1 });
      writeFileSync(at('a.ndjson'), line);
      writeFileSync(at('b.ndjson'), line);
      const twice = await runCommand(['calculate', at('*.ndjson'), ...everyYear]);
      expect(twice).toMatchObject({ exitCode: 2, output: '' });
      expect(twice.errors).toContain('Some learners are in two of the files');
    });
  });

  it('passes dimensions, members and rules on', async () => {
    const input = await sample('--clean');
    const completion = await calculated(input, '--indicator', 'completion-by-cohort', '--by', 'school', '--from', '2021-07-01', '--to', '2021-12-31', '--only', 'started=vocational', '--only', 'checkpoint=48', '--as-of', '2026-10-31'); // prettier-ignore
    expect(completion).toMatchObject({ by: ['school'], only: { started: ['vocational'], checkpoint: ['48'] } });
    expect(completion.cells.length).toBeGreaterThan(2);
    const ruled = await calculated(input, ...everyYear, '--rule', 'from-2026');
    expect(ruled).toMatchObject({ rule: 'from-2026', indicator: { id: studentYears.id } });
  });

  it('says its summary to machines too', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('one.json'), oneLearner);
      const { output } = await runCommand([
        'calculate',
        at('one.json'),
        ...everyYear,
        '-o',
        at('years.json'),
        '--json',
      ]);
      expect(JSON.parse(output)).toMatchObject({
        indicator: 'student-years',
        by: ['year'],
        cells: 1,
        population: 1,
        records: { read: 1, facts: 1, refused: 0 },
        file: at('years.json'),
      });
      expect(JSON.parse(readFileSync(at('years.json'), 'utf8'))).toMatchObject({ type: 'strapetsi.aggregate' });
    });
  });

  it('says what can be chosen where something unknown was', async () => {
    const errors = async (...args: string[]): Promise<string> =>
      (await runCommand(['calculate', '-', '--from', '2021', '--to', '2022', ...args], { input: oneLearner })).errors;
    expect(await errors('--indicator', 'years')).toContain(`Choose from: ${catalogue.map(({ id }) => id).join(', ')}.`);
    expect(await errors('--indicator', 'student-years', '--by', 'yer')).toContain('--by does not know "yer"');
    expect(await errors('--indicator', 'student-years', '--only', 'school')).toContain('--only school names no member');
    expect(await errors('--indicator', 'student-years', '--rule', '1999')).toContain(
      'Choose from: until-2025, from-2026.',
    );
    expect(await errors('--indicator', 'student-years', '--from', '2023')).toContain(
      'The last day is before the first',
    );
    expect(await errors('--indicator', 'completion-by-cohort', '--by', 'school')).toContain('--only checkpoint=06');
    expect(await errors('--indicator', 'completion-by-cohort', '--only', 'checkpoint=47')).toContain(
      'Choose from: 06, 12, 18',
    );
    expect(await errors('--indicator', 'student-years', '--only', 'gender=x')).toContain(
      'Choose from: male, female, other.',
    );
    expect(await errors('--indicator', 'student-years', '--only', 'school=1.2.3')).toContain('There is no cell');
  });

  it('says where the key is missing, and never shows one', async () => {
    await withFolder(async (at) => {
      const run = (...args: readonly string[]): ReturnType<typeof runCommand> =>
        runCommand(['calculate', '-', ...everyYear, ...args], {
          input: oneLearner,
          environment: { LANG: 'en', STRAPETSI_KEY: 'not a key' },
        });
      expect((await run('--key-file', at('key'))).errors).toContain(`Make one: strapetsi key ${at('key')}`);
      const bad = await run();
      expect(bad.exitCode).toBe(2);
      expect(bad.errors).toContain('STRAPETSI_KEY does not hold a key');
      expect(bad.errors).not.toContain('not a key');
    });
  });

  it('makes nothing of files in which nothing could be read', async () => {
    const { exitCode, output, errors } = await runCommand(['calculate', '-', ...everyYear], { input: '{"a": 1}' });
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain('strapetsi findings');
  });
});
