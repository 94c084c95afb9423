import { PseudonymKeyError, readKoski, type Facts, type Finding } from '@strapetsi/indicators';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  code,
  document,
  KEY,
  learner,
  performance,
  read,
  readDocuments,
  right,
  states,
  type Json,
} from './koski-documents.js';

// An artificial identity code (individual numbers 900–999 are given to nobody), and names that stand nowhere else.
const HETU = '010190-9012';
const MARKERS = ['Qvädrix', 'Zyphönen', 'marker.mail@zy.example', HETU, '1.2.246.562.24.98765432109'] as const;
const marker = fc.constantFrom(...MARKERS);

/** Everything that leaves the reader, as one text. */
function everything(batches: readonly Facts[], findings: readonly Finding[], rest: unknown): string {
  const plain = (_key: string, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Int32Array) : value);
  return JSON.stringify([batches, findings, rest], plain);
}

async function leavings(text: string): Promise<string> {
  const batches: Facts[] = [];
  const findings: Finding[] = [];
  let summary: unknown;
  let thrown = '';
  try {
    const options = { pseudonymKey: KEY, file: 'file.json', onFinding: (finding: Finding) => findings.push(finding) };
    for await (const batch of readKoski(text, { ...options, onSummary: (given) => (summary = given) }))
      batches.push(batch);
  } catch (error) {
    thrown = error instanceof Error ? `${error.name} ${error.message} ${String(error.stack)}` : String(error);
  }
  expect(thrown).toBe('');
  return everything(batches, findings, summary);
}

function expectNoMarker(text: string): void {
  for (const each of MARKERS) {
    expect(text).not.toContain(each);
    expect(text.toLowerCase()).not.toContain(each.toLowerCase());
  }
}

const freeText: fc.Arbitrary<Json> = fc.record({ fi: marker, sv: marker, en: marker });

const broken = fc.oneof(
  marker,
  fc.array(marker, { maxLength: 3 }),
  fc.dictionary(marker, marker, { maxKeys: 3 }),
  fc.constant(null),
  fc.double(),
  fc.boolean(),
);

const henkilo = fc.oneof(
  fc.record(
    {
      oid: fc.constantFrom<unknown>('1.2.246.562.24.98765432109', 'Qvädrix', 7),
      hetu: fc.oneof(fc.constant<unknown>(HETU), broken),
      etunimet: marker,
      kutsumanimi: marker,
      sukunimi: marker,
      syntymäaika: broken,
      sukupuoli: broken,
      äidinkieli: fc.oneof(broken, fc.record({ koodiarvo: fc.oneof(marker, fc.constant('FI')), nimi: freeText })),
      kansalaisuus: broken,
      turvakielto: broken,
    },
    { requiredKeys: [] },
  ),
  broken,
);

const part: fc.Arbitrary<Json> = fc.record(
  {
    tyyppi: fc.constant(code('ammatillisentutkinnonosa', 'suorituksentyyppi')),
    koulutusmoduuli: fc.record(
      {
        tunniste: fc.constant(code('100431', 'tutkinnonosat')),
        kuvaus: freeText,
        laajuus: fc.oneof(broken, fc.record({ arvo: broken })),
      },
      { requiredKeys: [] },
    ),
    arviointi: fc.oneof(
      broken,
      fc.array(
        fc.record({
          päivä: fc.constant('2023-05-01'),
          arvioitsijat: fc.array(fc.record({ nimi: marker })),
          kuvaus: freeText,
        }),
      ),
    ),
    tunnustettu: fc.record({ selite: freeText }),
    näyttö: fc.record({ kuvaus: freeText, suorituspaikka: fc.record({ kuvaus: freeText }) }),
    lisätiedot: broken,
    vahvistus: fc.record({ myöntäjäHenkilöt: fc.array(fc.record({ nimi: marker, titteli: freeText })) }),
  },
  { requiredKeys: [] },
);

const spell = fc.record({
  alku: fc.oneof(broken, fc.constant('2023-02-01')),
  loppu: fc.oneof(broken, fc.constant('2022-02-01')),
});

const studyRight: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: broken },
  {
    weight: 5,
    arbitrary: fc
      .record({
        alku: fc.oneof(broken, fc.constant('2023-01-09')),
        parts: fc.array(part, { maxLength: 3 }),
        spell,
        wrong: broken,
        name: marker,
        free: freeText,
      })
      .map(({ alku, parts, spell: aSpell, wrong, name, free }) =>
        right(1, {
          oid: wrong,
          lähdejärjestelmänId: { id: name, lähdejärjestelmä: code('winnova', 'lahdejarjestelma') },
          tila: { opiskeluoikeusjaksot: [{ alku, tila: code('lasna', 'koskiopiskeluoikeudentila'), kuvaus: free }] },
          alkamispäivä: wrong,
          päättymispäivä: wrong,
          arvioituPäättymispäivä: wrong,
          lisätiedot: {
            majoitus: [aSpell],
            hojks: wrong,
            erityinenTuki: wrong,
            ulkomaanjaksot: [{ ...aSpell, kuvaus: free }],
            osaAikaisuusjaksot: [{ ...aSpell, osaAikaisuus: wrong }],
          },
          suoritukset: [
            performance('ammatillinentutkinto', {
              osasuoritukset: parts,
              ryhmä: name,
              todistuksellaNäkyvätLisätiedot: free,
              vahvistus: { päivä: wrong, myöntäjäHenkilöt: [{ nimi: name, titteli: free }] },
              koulutussopimukset: [
                { ...aSpell, työssäoppimispaikka: free, työssäoppimispaikanYTunnus: wrong, työtehtävät: free },
                { alku: '2023-02-01', työssäoppimispaikka: free, työssäoppimispaikanYTunnus: name, paikkakunta: name },
              ],
              osaamisenHankkimistavat: [
                {
                  alku: '2023-02-01',
                  osaamisenHankkimistapa: {
                    tunniste: code('oppisopimus', 'osaamisenhankkimistapa'),
                    oppisopimus: {
                      työnantaja: { nimi: free, yTunnus: name },
                      oppisopimuksenPurkaminen: { päivä: wrong },
                    },
                  },
                },
              ],
              työssäoppimisjaksot: wrong,
            }),
          ],
        }),
      ),
  },
);

const wholeDocument = fc.record({ henkilö: henkilo, opiskeluoikeudet: fc.array(studyRight, { maxLength: 3 }) });

describe('personal data', () => {
  test('names, identity codes and free text never leave the reader, whatever the document looks like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wholeDocument, { minLength: 1, maxLength: 4 }), async (documents) => {
        expectNoMarker(await leavings(documents.map((each) => JSON.stringify(each)).join('\n')));
        expectNoMarker(await leavings(JSON.stringify(documents, null, 1)));
      }),
      { numRuns: 300 },
    );
  });

  test('nor where the text itself is broken or cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        wholeDocument,
        fc.nat(),
        fc.constantFrom('', '}', '{', '"', ',', 'x', '\n'),
        async (whole, at, inserted) => {
          const text = JSON.stringify([whole, whole]);
          const position = at % text.length;
          expectNoMarker(await leavings(text.slice(0, position)));
          expectNoMarker(await leavings(text.slice(0, position) + inserted + text.slice(position + 1)));
          expectNoMarker(await leavings(text.slice(1, -1).replaceAll('},{', '}\n{').slice(0, position) + inserted));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a document that is no KOSKI document gives nothing of its fields away', async () => {
    expectNoMarker(await leavings(JSON.stringify({ Zyphönen: { Qvädrix: HETU } })));
    expectNoMarker(await leavings(JSON.stringify([{ opiskeluoikeudet: { Zyphönen: 1 } }, 'Qvädrix', [HETU]])));
    expectNoMarker(await leavings(`Qvädrix;Zyphönen;${HETU}\n${HETU}`));
  });

  test('an identity code in a field of another kind is not shown', async () => {
    const reading = await readDocuments([
      document(1, [right(1, { arvioituPäättymispäivä: HETU, tila: states([HETU, HETU]) })]),
    ]);
    expect(JSON.stringify(reading.findings)).not.toContain(HETU);
    expect(reading.findings[0]?.found).toBe('string(11)');
  });
});

describe('pseudonyms', () => {
  const keyOf = async (henkilö: Json, pseudonymKey: string | Uint8Array = KEY) => {
    const reading = await readDocuments([{ henkilö, opiskeluoikeudet: [right(1)] }], { pseudonymKey });
    return reading.batches[0]?.persons.key[0] ?? '';
  };

  test('are the first 16 bytes of HMAC-SHA-256 over the learner number, else the identity code', async () => {
    const encoder = new TextEncoder();
    const hmac = async (message: string) => {
      const key = await crypto.subtle.importKey('raw', encoder.encode(KEY), { name: 'HMAC', hash: 'SHA-256' }, false, [
        'sign',
      ]);
      const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(message)));
      return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const { oid } = learner(1);
    expect(await keyOf(learner(1))).toBe(await hmac(`oid:${String(oid)}`));
    expect(await keyOf({ hetu: HETU })).toBe(await hmac(`hetu:${HETU}`));
    expect(await keyOf({ ...learner(1), hetu: HETU })).toBe(await keyOf(learner(1)));
    expect(await keyOf({ hetu: ` ${HETU.toLowerCase()} ` })).toBe(await keyOf({ hetu: HETU }));
  });

  test('another key gives other pseudonyms; bytes are as good as text', async () => {
    expect(await keyOf(learner(1), 'another key, long enough')).not.toBe(await keyOf(learner(1)));
    expect(await keyOf(learner(1), new TextEncoder().encode(KEY))).toBe(await keyOf(learner(1)));
  });

  test('a key under 16 bytes is refused at once, without being repeated', () => {
    for (const pseudonymKey of ['', 'secret secret 1', new Uint8Array(15)]) {
      expect(() => readKoski('', { pseudonymKey })).toThrow(PseudonymKeyError);
    }
    expect(() => readKoski('', { pseudonymKey: 'hunter2' })).toThrow(/^(?!.*hunter2).*7 bytes.*at least 16 bytes/s);
  });

  test('year of birth, gender and mother tongue are kept where they are given', async () => {
    const reading = await read(
      [
        { henkilö: { hetu: HETU }, opiskeluoikeudet: [right(1)] },
        {
          henkilö: { ...learner(2), syntymäaika: '2005-06-07', sukupuoli: '2', äidinkieli: code('SV', 'kieli') },
          opiskeluoikeudet: [right(2)],
        },
        { henkilö: learner(3), opiskeluoikeudet: [right(3)] },
      ]
        .map((each) => JSON.stringify(each))
        .join('\n'),
    );
    const [batch] = reading.batches;
    expect([...(batch?.persons.birthYear ?? [])]).toEqual([1990, 2005, 0]);
    expect([...(batch?.persons.gender ?? [])]).toEqual([0, 1, 255]);
    expect([...(batch?.persons.motherTongue ?? [])]).toEqual([-1, 0, -1]);
    expect(batch?.dictionaries.language).toMatchObject({
      keys: ['SV'],
      labels: [{ fi: 'ruotsi', sv: 'svenska', en: 'Swedish' }],
    });
  });
});
