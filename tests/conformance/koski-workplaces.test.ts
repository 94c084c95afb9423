import { isoFromDay, OPEN, type Facts } from '@strapetsi/indicators';
import { describe, expect, test } from 'vitest';
import { workplaceKinds } from '../../packages/indicators/src/facts/codes.js';
import {
  code,
  document,
  onlyBatch,
  performance,
  readDocuments,
  right,
  states,
  type Json,
  type Reading,
} from './koski-documents.js';

const EMPLOYER = '2345678-0';
const iso = (day: number | undefined) => (day === OPEN ? '…' : isoFromDay(day ?? 0));

const read = (rest: Json, performances: readonly Json[]): Promise<Reading> =>
  readDocuments([
    document(1, [
      right(1, { ...rest, suoritukset: performances.map((each) => performance('ammatillinentutkinto', each)) }),
    ]),
  ]);

function learningAtWork({ workplaces, dictionaries }: Facts): string[] {
  return Array.from({ length: workplaces.count }, (_, at) =>
    [
      workplaceKinds[workplaces.kind[at] ?? 255],
      `${iso(workplaces.start[at])}–${iso(workplaces.end[at])}`,
      (workplaces.share[at] ?? 0) / 10_000,
      dictionaries.employer.keys[workplaces.employer[at] ?? -1] ?? '-',
      dictionaries.area.keys[workplaces.area[at] ?? -1] ?? '-',
    ].join(' '),
  );
}

const spellKinds = ({ spells, dictionaries }: Facts): (string | undefined)[] =>
  Array.from(spells.kind, (kind) => dictionaries.spell.keys[kind]);

const way = (kind: string, rest: Json = {}, spell: Json = {}): Json => ({
  alku: '2023-02-01',
  osaamisenHankkimistapa: { tunniste: code(kind, 'osaamisenhankkimistapa'), ...rest },
  ...spell,
});
const employer = (yTunnus: string, rest: Json = {}): Json => ({
  oppisopimus: { työnantaja: { nimi: { fi: 'Autokorjaamo Oy' }, yTunnus }, ...rest },
});
const agreement = (rest: Json = {}): Json => ({
  alku: '2023-02-01',
  loppu: '2023-02-28',
  työssäoppimispaikka: { fi: 'Konditoria Ky' },
  työssäoppimispaikanYTunnus: EMPLOYER,
  paikkakunta: { ...code('853', 'kunta'), nimi: { fi: 'Turku', sv: 'Åbo' } },
  maa: code('246', 'maatjavaltiot2'),
  ...rest,
});

describe('learning at work', () => {
  test('an apprenticeship has its employer and lasts until its end, and stays a spell', async () => {
    const ways = [
      way('oppilaitosmuotoinenkoulutus'),
      way('oppisopimus', employer(EMPLOYER), { alku: '2023-03-01', loppu: '2023-12-31' }),
    ];
    const { batches, codes } = await read({}, [{ osaamisenHankkimistavat: ways }]);
    expect(learningAtWork(batches[0] as Facts)).toEqual([`apprenticeship 2023-03-01–2023-12-31 100 ${EMPLOYER} -`]);
    expect(spellKinds(batches[0] as Facts)).toEqual(['oppilaitosmuotoinenkoulutus', 'oppisopimus']);
    expect(codes).toEqual([]);
  });

  test('an apprenticeship that was dissolved ends on that day', async () => {
    const dissolved = (päivä: string) =>
      way('oppisopimus', employer(EMPLOYER, { oppisopimuksenPurkaminen: { päivä, purettuKoeajalla: true } }));
    const facts = onlyBatch(await read({}, [{ osaamisenHankkimistavat: [dissolved('2023-04-15')] }]));
    expect(learningAtWork(facts)).toEqual([`apprenticeship 2023-02-01–2023-04-15 100 ${EMPLOYER} -`]);

    const before = await read({}, [{ osaamisenHankkimistavat: [dissolved('2023-01-31')] }]);
    expect(learningAtWork(onlyBatch(before))).toEqual([]);
    expect(before.findings).toMatchObject([
      {
        code: 'end-before-start',
        where: {
          path: 'opiskeluoikeudet[0].suoritukset[0].osaamisenHankkimistavat[0].osaamisenHankkimistapa.oppisopimus.oppisopimuksenPurkaminen.päivä',
        },
      },
    ]);
    expect((await read({}, [{ osaamisenHankkimistavat: [dissolved('31.1.2023')] }])).codes).toEqual(['invalid-date']);
  });

  test('before 2018 an apprenticeship is a form of organising (20), the others are not at work', async () => {
    const form = (koodi: string, rest: Json = {}) => ({
      alku: '2023-02-01',
      järjestämismuoto: { tunniste: code(koodi, 'jarjestamismuoto'), ...rest },
    });
    const facts = onlyBatch(await read({}, [{ järjestämismuodot: [form('10'), form('20', employer(EMPLOYER))] }]));
    expect(learningAtWork(facts)).toEqual([`apprenticeship 2023-02-01–… 100 ${EMPLOYER} -`]);
  });

  test('a training agreement has its workplace and municipality with a name; the name of the workplace is not read', async () => {
    const facts = onlyBatch(
      await read({}, [{ osaamisenHankkimistavat: [way('koulutussopimus')], koulutussopimukset: [agreement()] }]),
    );
    expect(learningAtWork(facts)).toEqual([`trainingAgreement 2023-02-01–2023-02-28 100 ${EMPLOYER} 853`]);
    expect(facts.dictionaries.area.labels).toEqual([{ fi: 'Turku', sv: 'Åbo' }]);
    expect(JSON.stringify(facts.dictionaries)).not.toContain('Konditoria');
    expect(spellKinds(facts)).toEqual(['koulutussopimus', 'koulutussopimusjakso']);
  });

  test('a training agreement that only the way of acquiring competence knows of is a period all the same', async () => {
    const facts = onlyBatch(await read({}, [{ osaamisenHankkimistavat: [way('koulutussopimus')] }]));
    expect(learningAtWork(facts)).toEqual(['trainingAgreement 2023-02-01–… 100 - -']);
  });

  test('learning on the job, of the time before training agreements, has a municipality', async () => {
    const jakso = { alku: '2023-02-01', loppu: '2023-03-15', paikkakunta: code('091', 'kunta') };
    const facts = onlyBatch(await read({}, [{ työssäoppimisjaksot: [jakso] }]));
    expect(learningAtWork(facts)).toEqual(['onTheJobLearning 2023-02-01–2023-03-15 100 - 091']);
  });

  test('that two performances of a right repeat is one period', async () => {
    const repeated = { koulutussopimukset: [agreement()] };
    const facts = onlyBatch(
      await read({}, [repeated, repeated, { koulutussopimukset: [agreement({ loppu: '2023-02-10' })] }]),
    );
    // Two periods: eleven days are not shared by three.
    expect([...facts.workplaces.first].filter((first) => first === 1)).toHaveLength(2);
    expect(learningAtWork(facts)[0]).toBe(`trainingAgreement 2023-02-01–2023-02-10 50 ${EMPLOYER} 853`);
  });

  test('is counted within the study right', async () => {
    const tila = states(['2023-01-09', 'lasna'], ['2023-02-20', 'valmistunut']);
    const facts = onlyBatch(await read({ tila }, [{ koulutussopimukset: [agreement({ alku: '2022-12-01' })] }]));
    expect(learningAtWork(facts)).toEqual([`trainingAgreement 2023-01-09–2023-02-20 100 ${EMPLOYER} 853`]);

    const outside = await read({ tila }, [{ koulutussopimukset: [agreement({ alku: '2023-02-21' })] }]);
    expect(outside.findings).toMatchObject([
      { code: 'learning-at-work-outside-right', severity: 'error', found: '2023-02-21 – 2023-02-28' },
    ]);
    expect(learningAtWork(onlyBatch(outside))).toEqual([]);
  });

  test('does not count while the right is interrupted', async () => {
    const tila = states(['2023-01-09', 'lasna'], ['2023-02-10', 'valiaikaisestikeskeytynyt'], ['2023-02-15', 'lasna']);
    const facts = onlyBatch(await read({ tila }, [{ koulutussopimukset: [agreement()] }]));
    expect(learningAtWork(facts).map((each) => each.split(' ')[1])).toEqual([
      '2023-02-01–2023-02-09',
      '2023-02-15–2023-02-28',
    ]);
    expect([...facts.workplaces.first]).toEqual([1, 0]);
  });

  test('days that two rights of a person share are divided', async () => {
    const of = (n: number, loppu: string) =>
      right(n, { suoritukset: [performance('ammatillinentutkinto', { koulutussopimukset: [agreement({ loppu })] })] });
    const facts = onlyBatch(await readDocuments([document(1, [of(1, '2023-02-10'), of(2, '2023-02-28')])]));
    expect(learningAtWork(facts).map((each) => each.split(' ').slice(1, 3).join(' '))).toEqual([
      '2023-02-01–2023-02-10 50',
      '2023-02-01–2023-02-10 50',
      '2023-02-11–2023-02-28 100',
    ]);
  });

  test('a business id that cannot be right is no employer, and is not shown', async () => {
    for (const [wrong, shape] of [
      ['2345678-1', 'string(9)'],
      ['23456780', 'string(8)'],
      [7, 'number'],
    ]) {
      const reading = await read({}, [{ koulutussopimukset: [agreement({ työssäoppimispaikanYTunnus: wrong })] }]);
      expect(reading.findings).toMatchObject([{ code: 'business-id-invalid', found: shape }]);
      expect(learningAtWork(onlyBatch(reading))).toEqual(['trainingAgreement 2023-02-01–2023-02-28 100 - 853']);
    }
  });

  test('an end before the start is said once and gives neither spell nor workplace', async () => {
    const reading = await read({}, [{ koulutussopimukset: [agreement({ loppu: '2023-01-31' })] }]);
    expect(reading.codes).toEqual(['end-before-start']);
    expect([onlyBatch(reading).spells.count, onlyBatch(reading).workplaces.count]).toEqual([0, 0]);
  });
});

describe('raised performances', () => {
  const unit = (koodi: string, rest: Json = {}): Json => ({
    tyyppi: code('ammatillisentutkinnonosa', 'suorituksentyyppi'),
    koulutusmoduuli: { tunniste: code(koodi, 'tutkinnonosat') },
    ...rest,
  });

  test('a part is raised where it says so, whether the attempt succeeded or not, and with it what it holds', async () => {
    const korotettu = (koodi: string) => ({ korotettu: code(koodi, 'ammatillisensuorituksenkorotus') });
    const parts = [
      unit('1', korotettu('korotettu')),
      unit('2', { ...korotettu('korotuksenyritys'), osasuoritukset: [unit('3')] }),
      unit('4'),
    ];
    const { credits, dictionaries } = onlyBatch(await read({}, [{ osasuoritukset: parts }]));
    const raised = Array.from(credits.unit, (at, row) => [dictionaries.unit.keys[at], credits.raised[row]]);
    expect(raised).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
      ['4', 0],
    ]);
  });

  test('nothing in a performance that raises an earlier right is new', async () => {
    const parts = [unit('1', { korotettu: code('korotettu', 'x') }), unit('2', { tunnustettu: {} })];
    const { credits } = onlyBatch(
      await read({}, [{ korotettuOpiskeluoikeusOid: '1.2.246.562.15.00000000009', osasuoritukset: parts }]),
    );
    expect([...credits.raised]).toEqual([1, 1]);
  });
});

describe('study rights within others', () => {
  test('a right that is included in another one is nested, one that was bought says so', async () => {
    const { rights } = onlyBatch(
      await readDocuments([
        document(1, [
          right(1, { ostettu: true }),
          right(2, {
            sisältyyOpiskeluoikeuteen: { oid: '1.2.246.562.15.00000000001', oppilaitos: { oid: '1.2.246.562.10.2' } },
          }),
          right(3, { sisältyyOpiskeluoikeuteen: null, ostettu: false }),
        ]),
      ]),
    );
    expect([...rights.nested]).toEqual([0, 1, 0]);
    expect([...rights.purchased]).toEqual([1, 0, 0]);
  });
});

describe('a study right by itself', () => {
  test('is read as one of a person that is not known', async () => {
    const reading = await readDocuments([right(1), right(2)]);
    expect(reading.summary).toMatchObject({ read: 2, facts: 2, refused: 0, persons: 2 });
    expect(reading.codes).toEqual(['no-identity', 'no-identity']);
    expect(onlyBatch(reading).rights.key).toEqual(['1.2.246.562.15.00000000001', '1.2.246.562.15.00000000002']);
  });

  test('that cannot be read is refused, and its findings stand at its root', async () => {
    const reading = await readDocuments([right(1, { tila: {} })]);
    expect(reading.summary).toMatchObject({
      read: 1,
      facts: 0,
      refused: 1,
      studyRights: { read: 1, facts: 0, refused: 1 },
    });
    expect(reading.findings.map(({ code: found, where }) => [found, where.path])).toEqual([
      ['no-identity', 'henkilö'],
      ['no-periods', '$.tila.opiskeluoikeusjaksot'],
      ['no-usable-study-right', '$'],
    ]);
  });
});
