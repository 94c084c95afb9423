import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder, type CommandRun } from '../../testing/run-command.js';
import type { FindingsResult } from './findings.js';

const north = '1.2.246.562.10.90017100003';
const south = '1.2.246.562.10.90017101012';
const right = (n: number): string => `1.2.246.562.15.9001000000${n}`;

type Change = Readonly<Record<string, unknown>>;

function studyRight(n: number, school: string, change: Change = {}): Change {
  return {
    oid: right(n),
    koulutustoimija: { oid: '1.2.246.562.10.90017000001' },
    oppilaitos: { oid: school, nimi: school === north ? { fi: 'Pohjoinen', sv: 'Norra' } : { fi: 'Eteläinen' } },
    tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
    tila: {
      opiskeluoikeusjaksot: [
        { alku: '2023-08-09', tila: { koodiarvo: 'lasna' }, opintojenRahoitus: { koodiarvo: '1' } },
      ],
    },
    suoritukset: [{ tyyppi: { koodiarvo: 'ammatillinentutkinto' } }],
    ...change,
  };
}

function learner(n: number, rights: readonly Change[], person: Change = {}): Change {
  const henkilö = { oid: `1.2.246.562.24.9001000000${n}`, sukunimi: 'Meikäläinen', ...person };
  return { henkilö, opiskeluoikeudet: rights };
}

const unfunded = { tila: { opiskeluoikeusjaksot: [{ alku: '2023-08-09', tila: { koodiarvo: 'lasna' } }] } };
const unknownState = { tila: { opiskeluoikeusjaksot: [{ alku: '2023-08-09', tila: { koodiarvo: 'tauolla' } }] } };

/** Runs `strapetsi findings` in a folder with these files. */
async function run(files: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<CommandRun> {
  let result: CommandRun = { exitCode: -1, output: '', errors: '' };
  await withFolder(async (at) => {
    const asText = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));
    for (const [name, content] of Object.entries(files)) writeFileSync(at(name), asText(content));
    result = await runCommand(['findings', ...args.map((arg) => (arg in files ? at(arg) : arg))]);
  });
  return result;
}

/** Of each school what to put right, in how many records, by which findings; `-` is the provider's. */
async function grouped(files: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<unknown> {
  const { output, errors } = await run(files, ...args, '--json');
  expect(errors).toBe('');
  const { schools } = JSON.parse(output) as FindingsResult;
  return schools.map(({ school, records, fixes }) => [
    school?.id ?? '-',
    records,
    ...fixes.map(
      (fix) => `${fix.id} ${fix.records}: ${fix.findings.map(({ code, count }) => `${count} ${code}`).join(', ')}`,
    ),
  ]);
}

describe('strapetsi findings', () => {
  const koski = [
    learner(1, [studyRight(1, north, unfunded)]),
    learner(2, [studyRight(2, north, unknownState)], { oid: undefined }),
    learner(3, [studyRight(3, north, unfunded), studyRight(4, south, { suoritukset: [] })]),
    learner(4, [studyRight(5, south, unfunded), studyRight(6, south, unfunded)]),
    learner(5, [studyRight(7, south), studyRight(8, north)], { oid: '1.2.3' }),
    learner(6, [studyRight(9, south)]),
  ];

  it('groups by school and by what to put right, and counts records and not findings', async () => {
    expect(await grouped({ 'k.json': koski }, 'k.json')).toEqual([
      [north, 3, 'states 1: 1 unknown-state', 'identity 1: 1 no-identity', 'funding 2: 2 funding-missing'],
      [south, 2, 'performances 1: 1 no-performances', 'funding 1: 2 funding-missing'],
      // A learner of two schools has an identity that belongs to neither.
      [
        '-',
        1,
        'identity 1: 2 learner-oid-invalid, no-identity'.replace(
          '2 learner-oid-invalid, ',
          '1 learner-oid-invalid, 1 ',
        ),
      ],
    ]);
  });

  it('says the same of an array, of lines and of a file for each learner', async () => {
    const whole = await grouped({ 'k.json': koski }, 'k.json');
    expect(await grouped({ k: koski.map((each) => JSON.stringify(each)).join('\n') }, 'k')).toEqual(whole);
    const files = Object.fromEntries(koski.map((each, n) => [`${n}.json`, each]));
    expect(await grouped(files, ...Object.keys(files))).toEqual(whole);
  });

  it('ends with 1 where something was lost, and with 0 where all could be read', async () => {
    expect((await run({ 'k.json': koski }, 'k.json')).exitCode).toBe(1);
    expect((await run({ 'k.json': koski }, 'k.json', '--school', south)).exitCode).toBe(0);
    const clean = await run({ 'k.json': [koski[5]] }, 'k.json');
    expect([clean.exitCode, clean.output]).toEqual([0, expect.stringContaining('Nothing to remark.')]);
  });

  it('gives findings of plans to the school of their study right, also those met before and after joining', async () => {
    const plan = (n: number, change: Change): Change => ({
      id: n,
      'oppija-oid': '1.2.246.562.24.90010000001',
      'opiskeluoikeus-oid': right(n),
      'ensikertainen-hyvaksyminen': '2023-08-20',
      'osaamisen-hankkimisen-tarve': true,
      ...change,
    });
    const early = {
      'hankittavat-paikalliset-tutkinnon-osat': [
        {
          'osaamisen-hankkimistavat': [
            {
              'yksiloiva-tunniste': 'a',
              'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
              alku: '2023-01-01',
              loppu: '2023-01-31',
              'osa-aikaisuustieto': 100,
              'tyopaikalla-jarjestettava-koulutus': { 'tyopaikan-y-tunnus': '2345678-0' },
            },
          ],
        },
      ],
    };
    const plans = [
      plan(1, { 'ensikertainen-hyvaksyminen': null }),
      plan(2, { 'ensikertainen-hyvaksyminen': null, 'osaamisen-hankkimisen-tarve': null }),
      plan(3, early),
      plan(9, { 'osaamisen-saavuttamisen-pvm': '2999-01-01' }),
      { x: 1 },
    ];
    const rights = [learner(1, [studyRight(1, north), studyRight(2, south), studyRight(3, south)])];
    expect(await grouped({ 'k.json': rights, 'p.json': plans }, 'p.json', 'k.json')).toEqual([
      [south, 2, 'planDecisions 1: 1 approval-missing, 1 need-missing', 'workplacePeriods 1: 1 period-outside-right'],
      [north, 1, 'planDecisions 1: 1 approval-missing'],
      ['-', 2, 'form 1: 1 not-plan', 'planRight 1: 1 plan-without-right', 'planDecisions 1: 1 achieved-too-late'],
    ]);
    // Alone, plans cannot be said to fit no study right.
    expect(await grouped({ 'p.json': [plan(1, {})] }, '--plans', 'p.json')).toEqual([]);
  });

  it('names schools by the labels that are given, where the records do not', async () => {
    const unnamed = learner(1, [studyRight(1, north, { ...unfunded, oppilaitos: { oid: north } })]);
    const organisation = {
      oid: north,
      nimi: { fi: 'Pohjoinen opisto' },
      organisaatiotyypit: ['organisaatiotyyppi_02'],
    };
    await withFolder(async (at) => {
      writeFileSync(at('k.json'), JSON.stringify(unnamed));
      writeFileSync(at('o.json'), JSON.stringify({ organisaatiot: [organisation] }));
      await runCommand(['codes', 'update', at('o.json'), '-o', at('labels.json')]);
      const without = await runCommand(['findings', at('k.json'), '--lang', 'fi']);
      expect(without.output).toContain(`\n${north}: `);
      const named = await runCommand(['findings', at('k.json'), '--labels', at('labels.json'), '--lang', 'fi']);
      expect(named.output).toContain(`\nPohjoinen opisto (${north}): `);
    });
  });

  const mapping = {
    type: 'strapetsi.mapping',
    schemaVersion: 1,
    tables: [
      {
        of: 'rights',
        fields: {
          'right.key': 'Oikeus',
          'person.learner': 'Oppija',
          'right.school': 'Koulu',
          'right.education': { value: 'wholeQualification' },
          'right.start': 'Alku',
        },
      },
    ],
  };

  it('reads tables by their mapping, outcomes and feedback too', async () => {
    const files = {
      'm.json': mapping,
      't.csv': `Oikeus;Oppija;Koulu;Alku\n1;1.2.246.562.24.00000000001;${north};eilen\n2;2;${south};1.8.2024\n3;3;010190-999W;1.8.2024\n`,
      'o.csv': `Oppilaitos;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta\n${south};2022;2;1\n`,
      'f.csv': 'Vastaajatunnus;Vastausaika;Hyvä?\nA;2025-03-14;5\n',
    };
    const groups = await grouped(files, 't.csv', '--mapping', 'm.json', '--outcomes', 'o.csv', '--feedback', 'f.csv');
    expect(groups).toEqual([
      [
        south,
        2,
        'values 1: 1 needed-cell-missing, 1 number-out-of-range',
        'identity 1: 1 learner-number-invalid, 1 no-identity',
      ],
      [north, 1, 'states 1: 1 right-without-periods', 'values 1: 1 not-a-date'],
      [
        ...['-', 2, 'identity 1: 1 learner-number-invalid, 1 no-identity', 'mapping 1: 1 personal-code'],
        ...['survey 1: 1 no-survey, 1 types-inferred', 'replyBackground 1: 1 no-provider'],
        'respondentCodes 0: 1 targets-missing',
      ],
    ]);
    expect(JSON.stringify(groups)).not.toContain('010190');
  });

  it('prints a row for each place as CSV, and to a file', async () => {
    const { output } = await run({ 'k.json': koski }, 'k.json', '--csv', '--lang', 'sv', '--examples', '10');
    const rows = output.slice(1).trimEnd().split('\r\n');
    expect(output.startsWith('\uFEFFLäroanstalt;')).toBe(true);
    // The head, four findings of one school, three of the other, two of neither.
    expect(rows).toHaveLength(1 + 4 + 3 + 2);
    expect(rows.filter((row) => row.startsWith(`${north};Norra;Studiernas finansiering;`))).toHaveLength(2);
    await withFolder(async (at) => {
      writeFileSync(at('k.json'), JSON.stringify(koski));
      const written = await runCommand(['findings', at('k.json'), '-o', at('deep/findings.txt')]);
      expect([written.exitCode, written.output]).toEqual([1, '']);
      expect(readFileSync(at('deep/findings.txt'), 'utf8')).toContain('Pohjoinen');
    });
  });

  it.each([
    ['en', `Pohjoinen (not in English) (${north}): records: 3`, '→ Enter the funding of the studies'],
    ['fi', `Pohjoinen (${north}): tietueita: 3`, '→ Merkitse opintojen rahoitus'],
    ['sv', `Norra (${north}): poster: 3`, '→ Anteckna studiernas finansiering'],
  ])('says in %s what to do, and nothing personal', async (lang, heading, toDo) => {
    const { output } = await run({ 'k.json': koski }, 'k.json', '--lang', lang);
    expect(output).toContain(heading);
    expect(output).toContain(toDo);
    expect(output).not.toMatch(/Meikäläinen|1\.2\.246\.562\.24\.\d|undefined/);
  });

  it('has something to say of every flaw of a sample, and nothing of a clean one', async () => {
    const sample = async (...args: readonly string[]): Promise<string> =>
      (await runCommand(['sample', '--students', '2500', ...args])).output;
    const flawed = (await grouped({ k: await sample() }, 'k')) as readonly (readonly unknown[])[];
    expect(flawed.length).toBeGreaterThan(4);
    expect(await grouped({ k: await sample('--clean') }, 'k')).toEqual([]);
  });

  it.each([
    ['nothing to read', [], 'There is nothing to read'],
    ['a file that is not there', ['no.json'], 'There is no file'],
    ['a school that is in no record', ['k.json', '--school', '1.2.3'], `Choose from: ${north}, ${south}.`],
    ['two forms at once', ['k.json', '--csv', '--json'], 'Give --csv or --json'],
    ['a number that is none', ['k.json', '--examples', 'all'], '--examples must be a whole number'],
  ])('ends with 2 on %s', async (_, args, sentence) => {
    const { exitCode, errors, output } = await run({ 'k.json': koski }, ...args);
    expect([exitCode, output]).toEqual([2, '']);
    expect(errors).toContain(sentence);
  });

  it('says that a facts file holds no places', async () => {
    await withFolder(async (at) => {
      writeFileSync(at('k.json'), JSON.stringify(koski));
      await runCommand(['facts', at('k.json'), '-o', at('a.facts')]);
      const { exitCode, errors } = await runCommand(['findings', at('a.facts')]);
      expect([exitCode, errors]).toEqual([2, expect.stringContaining('not where')]);
    });
  });
});

const reference = join(import.meta.dirname, '../../../../../shared/reference');

describe('reference documents', () => {
  it('of KOSKI and eHOKS are grouped whole: every finding of check is in a group', async (context) => {
    if (!existsSync(reference)) context.skip(`${reference} is absent`);
    const files = [join(reference, 'koski/examples/*.json'), join(reference, 'ehoks/plans/*.json')];
    const checked = JSON.parse((await runCommand(['check', ...files, '--json'])).output) as {
      findings: readonly { code: string; count: number }[];
    };
    const { schools } = JSON.parse((await runCommand(['findings', ...files, '--json'])).output) as FindingsResult;
    const counts: Record<string, number> = {};
    for (const { code, count } of schools.flatMap(({ fixes }) => fixes).flatMap(({ findings }) => findings))
      counts[code] = (counts[code] ?? 0) + count;
    expect(counts).toEqual(Object.fromEntries(checked.findings.map(({ code, count }) => [code, count])));
    expect(checked.findings.length).toBeGreaterThan(5);
  });
});
