import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoFromDay } from '../../days/calendar.js';
import { genders, mainActivities } from '../../facts/codes.js';
import type { Facts } from '../../facts/facts.js';
import type { Finding } from '../../findings/finding.js';
import type { MappedSummary } from '../mapping/index.js';
import { readKoski } from '../koski/index.js';
import { readOutcomes, type ReadOutcomesOptions } from './read-outcomes.js';

const pseudonymKey = 'a key of artificial data';
const LEARNER = '1.2.246.562.24.00000000001';

async function read(source: string, options: Partial<ReadOutcomesOptions> = {}) {
  const findings: Finding[] = [];
  const batches: Facts[] = [];
  let summary: MappedSummary | undefined;
  const reading = readOutcomes(source, {
    pseudonymKey,
    onFinding: (finding) => findings.push(finding),
    onSummary: (counts) => (summary = counts),
    ...options,
  });
  for await (const batch of reading) batches.push(batch);
  const [facts] = batches;
  return { batches, facts, findings, codes: findings.map(({ code }) => code), summary };
}

/** Outcomes as a person would write them down. */
function rowsOf(facts: Facts | undefined) {
  if (facts === undefined) return [];
  const { outcomes, dictionaries, persons } = facts;
  return Array.from({ length: outcomes.count }, (_, at) => ({
    person: outcomes.person[at],
    gender: genders[persons.gender[outcomes.person[at] ?? -1] ?? -1],
    birthYear: persons.birthYear[outcomes.person[at] ?? -1],
    provider: dictionaries.provider.keys[outcomes.provider[at] ?? -1],
    school: dictionaries.school.keys[outcomes.school[at] ?? -1],
    qualification: dictionaries.qualification.keys[outcomes.qualification[at] ?? -1],
    graduated: isoFromDay(outcomes.graduated[at] ?? 0),
    yearsAfter: outcomes.yearsAfter[at],
    activity: mainActivities[outcomes.activity[at] ?? -1],
    graduates: outcomes.graduates[at],
  }));
}

const activitiesOf = (facts: Facts | undefined) => rowsOf(facts).map(({ activity }) => activity);

describe('a file of outcomes', () => {
  test('with a row for each graduate', async () => {
    const { facts, codes, summary } = await read(
      'Oppijanumero;Sukupuoli;Syntymävuosi;Koulutuksen järjestäjä;Oppilaitoksen oid;Oppilaitoksen nimi;Tutkintokoodi;Valmistumispäivä;Vuosia valmistumisesta;Pääasiallinen toiminta\n' +
        `${LEARNER};nainen;2002;1.2.246.562.10.1;1.2.246.562.10.2;Opisto;331101;31.5.2021;1;3\n` +
        `${LEARNER};nainen;2002;1.2.246.562.10.1;1.2.246.562.10.2;Opisto;331101;31.5.2021;3;Päätoiminen työllinen\n`,
    );
    expect(codes).toEqual([]);
    const same = {
      person: 0,
      gender: 'female',
      birthYear: 2002,
      provider: '1.2.246.562.10.1',
      school: '1.2.246.562.10.2',
      qualification: '331101',
      graduated: '2021-05-31',
      graduates: 1,
    };
    expect(rowsOf(facts)).toEqual([
      { ...same, yearsAfter: 1, activity: 'student' },
      { ...same, yearsAfter: 3, activity: 'employed' },
    ]);
    expect(facts?.persons.count).toBe(1);
    expect(facts?.dictionaries.school.labels).toEqual([{ fi: 'Opisto' }]);
    expect(summary).toMatchObject({ read: 2, facts: 2, refused: 0, persons: 1 });
  });

  test('with the situations after one, three and five years beside each other, in Swedish', async () => {
    const { facts, codes } = await read(
      'Examensår,1 år efter examen,3 år efter examen,5 år efter examen\n2018,Studerande på heltid,Sysselsatt studerande,Sysselsatt på heltid\n2020,4,,\n',
    );
    expect(codes).toEqual([]);
    expect(rowsOf(facts).map(({ graduated, yearsAfter, activity }) => [graduated, yearsAfter, activity])).toEqual([
      ['2018-12-31', 1, 'student'],
      ['2018-12-31', 3, 'employedStudent'],
      ['2018-12-31', 5, 'employed'],
      ['2020-12-31', 1, 'unemployed'],
    ]);
    expect(facts?.persons.count).toBe(2);
  });

  test('with a row for so many graduates in one situation', async () => {
    const { facts, codes } = await read(
      'Graduation year;Years after;Main activity;Gender;Number of graduates\n2022;1;1;2;120\n2022;1;4;2;14\n2022;1;Emigrated;1;0\n',
    );
    expect(codes).toEqual([]);
    expect(rowsOf(facts).map(({ activity, gender, graduates }) => [activity, gender, graduates])).toEqual([
      ['employed', 'female', 120],
      ['unemployed', 'female', 14],
      ['emigrated', 'male', 0],
    ]);
  });

  test('that does not say whose graduates they are, nor how many years after, is told so by the reader', async () => {
    const text = 'Valmistumisvuosi;Toiminta\n2022;x\n';
    expect((await read(text)).codes).toEqual(['column-missing']);
    const { facts, codes } = await read('Valmistumisvuosi;Pääasiallinen toiminta\n2022;2\n', {
      defaults: { provider: '1.2.246.562.10.1', yearsAfter: 3 },
    });
    expect(codes).toEqual([]);
    expect(rowsOf(facts)).toMatchObject([{ provider: '1.2.246.562.10.1', yearsAfter: 3, activity: 'employedStudent' }]);
  });
});

describe('the main activity', () => {
  // Statistics Finland's codes and their names: DOMAIN 4.5, from paaasiallinen_toiminta_ja_maasta_muuttaneet (CSCfi/antero).
  test.each([
    ['1', 'Päätoiminen työllinen', 'Sysselsatt på heltid', 'Full-time employed', 'employed'],
    ['2', 'Työllinen opiskelija', 'Sysselsatt studerande', 'Employed student', 'employedStudent'],
    [
      '3',
      'Päätoiminen opiskelija, koululainen',
      'Studerande på heltid, skolelev',
      'Full-time student, schoolchild',
      'student',
    ],
    ['4', 'Työtön', 'Arbetslös', 'Unemployed', 'unemployed'],
    [
      '5',
      'Varusmies, siviilipalvelusmies',
      'Beväring, civiltjänstgörande',
      'Conscript, conscientious objector',
      'conscript',
    ],
    ['6', 'Eläkeläinen', 'Pensionär', 'Pensioner', 'pensioner'],
    ['7', 'Muu tai tuntematon', 'Annan eller okänd', 'Other or unknown', 'otherActivity'],
    ['8', 'Muuttanut maasta', 'Flyttat från landet', 'Emigrated', 'emigrated'],
  ])('%s, %s, %s, %s is one', async (code, fi, sv, en, activity) => {
    const rows = [code, fi, sv, en, fi.toUpperCase()].map((text) => `2022\t1\t${text}\n`).join('');
    const { facts, codes } = await read(`Valmistumisvuosi\tVuosia valmistumisesta\tPääasiallinen toiminta\n${rows}`);
    expect(codes).toEqual([]);
    expect(activitiesOf(facts)).toEqual(Array(5).fill(activity));
  });

  test('that is not known leaves the graduate in the denominator', async () => {
    const { facts, codes } = await read(
      'Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta\n2022;1;9\n2022;1;\n2022;1;Töissä\n',
    );
    expect(activitiesOf(facts)).toEqual([undefined, undefined, undefined]);
    expect(codes).toEqual(['activity-missing', 'activity-missing', 'unknown-code', 'activity-missing']);
  });
});

describe('a row that cannot be used', () => {
  test('is refused and counted: no day, no years, other years, a number that is none', async () => {
    const { summary, findings, facts } = await read(
      'Valmistumispäivä;Vuosia valmistumisesta;Pääasiallinen toiminta;Lukumäärä\n' +
        ';1;1;5\n31.2.2022;1;1;5\n1.6.2022;;1;5\n1.6.2022;2;1;5\n1.6.2022;1;1;-5\n1.6.2022;1;1;5\n',
    );
    expect(summary).toMatchObject({ read: 6, facts: 1, refused: 5 });
    expect(
      findings.map(({ code, where, found, expected }) => [
        code,
        where.record,
        found === '–' ? where.path : found,
        expected,
      ]),
    ).toEqual([
      ['needed-cell-missing', 1, 'outcome.graduated', '≠ –'],
      ['not-a-date', 2, '31.2.2022', '2025-12-31 | 31.12.2025 | 2025'],
      ['needed-cell-missing', 2, 'outcome.graduated', '≠ –'],
      ['needed-cell-missing', 3, 'outcome.yearsAfter', '≠ –'],
      ['number-out-of-range', 4, '2', '1 | 3 | 5'],
      ['needed-cell-missing', 4, 'outcome.yearsAfter', '≠ –'],
      ['number-out-of-range', 5, '-5', '0–2000000000'],
      ['needed-cell-missing', 5, 'outcome.graduates', '≠ –'],
    ]);
    expect(facts?.outcomes.count).toBe(1);
  });

  test('is refused where the graduate has that outcome already', async () => {
    const row = `${LEARNER};2022;1;1\n`;
    const { summary, codes, facts } = await read(
      `Oppijanumero;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta\n${row}${row}${LEARNER};2022;3;1\n`,
    );
    expect(codes).toEqual(['outcome-met-again']);
    expect(summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
    expect(facts?.outcomes.count).toBe(2);
  });
});

describe('persons', () => {
  test('have the pseudonym that KOSKI’s documents give them', async () => {
    const { facts } = await read(
      `Oppijan oid;Henkilötunnus;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta\n${LEARNER};;2022;1;1\n;010190-999p;2022;1;1\n`,
    );
    const right = {
      oid: '1.2.246.562.15.00000000001',
      tila: { opiskeluoikeusjaksot: [{ alku: '2020-08-01', tila: { koodiarvo: 'lasna' } }] },
      suoritukset: [],
      tyyppi: { koodiarvo: 'ammatillinenkoulutus' },
    };
    const documents = [{ oid: LEARNER }, { hetu: '010190-999P' }].map((henkilö) => ({
      henkilö,
      opiskeluoikeudet: [right],
    }));
    const koski: string[] = [];
    for await (const batch of readKoski(JSON.stringify(documents), { pseudonymKey })) koski.push(...batch.persons.key);
    expect(facts?.persons.key).toEqual(koski);
    expect([...(facts?.persons.birthYear ?? [])]).toEqual([0, 1990]);
  });

  test('whose rows stand apart are one person of one batch', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `1.2.246.562.24.0000000000${i % 4};2022;${i < 4 ? 1 : i < 8 ? 3 : 5};1`,
    );
    const { batches, summary } = await read(
      `Oppijanumero;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta\n${rows.join('\n')}`,
      { batchPersons: 3 },
    );
    expect(batches.map(({ persons }) => persons.count)).toEqual([3, 1]);
    expect(batches.map(({ outcomes }) => outcomes.count)).toEqual([9, 3]);
    expect(summary).toMatchObject({ read: 40, facts: 12, refused: 28, persons: 4 });
  });

  test('without a name are as many as their rows', async () => {
    const { facts, codes } = await read(
      'Oppijanumero;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta\n;2022;1;1\nxyz;2022;1;1\n',
    );
    expect(codes).toEqual(['no-identity', 'learner-number-invalid', 'no-identity']);
    expect(facts?.persons.count).toBe(2);
    expect(facts?.persons.key.every((key) => /^file:\d+:[0-9a-f]{8}$/.test(key))).toBe(true);
  });
});

test('every row is facts or refused, and nothing personal is told, whatever stands in the cells', async () => {
  const marker = 'Qvädrix';
  const hetu = '010190-999P';
  const cell = fc.constantFrom(
    marker,
    hetu,
    LEARNER,
    '',
    '1',
    '3',
    '2022',
    '31.5.2022',
    'Työtön',
    '-',
    `"${marker}`,
    ';',
  );
  const row = fc.array(cell, { minLength: 5, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const { summary, findings } = await read(
        `Oppijanumero;Henkilötunnus;Valmistumisvuosi;Vuosia valmistumisesta;Pääasiallinen toiminta;Oppilaitos\n${rows.map((cells) => cells.join(';')).join('\n')}`,
      );
      expect((summary?.facts ?? 0) + (summary?.refused ?? 0)).toBe(summary?.read);
      expect(JSON.stringify(findings)).not.toContain(hetu);
      expect(JSON.stringify(findings)).not.toContain(LEARNER);
    }),
    { numRuns: 300 },
  );
});
