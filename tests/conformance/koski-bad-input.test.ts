import { describe, expect, test } from 'vitest';
import {
  code,
  document,
  gzip,
  learner,
  performance,
  read,
  readDocuments,
  right,
  states,
  type Json,
  type Reading,
} from './koski-documents.js';

const encoder = new TextEncoder();
const lines = (...documents: readonly unknown[]) => documents.map((each) => `${JSON.stringify(each)}\n`).join('');
const bytes = (text: string) => encoder.encode(text);

/** Every reading must account for every record, and say everything in three languages. */
function expectAccounted({ summary, findings }: Reading): void {
  expect(summary.read).toBe(summary.facts + summary.refused);
  expect(summary.studyRights.read).toBe(summary.studyRights.facts + summary.studyRights.refused);
  expect(findings.filter((finding) => finding.severity === 'refused')).toHaveLength(summary.refused);
  for (const { message, expected, found } of findings) {
    for (const text of [message.fi, message.sv, message.en, expected, found]) expect(text).toMatch(/\S/);
  }
}

async function readRight(rest: Json): Promise<Reading> {
  const reading = await readDocuments([document(1, [right(1, rest)])]);
  expectAccounted(reading);
  return reading;
}

describe('files', () => {
  test('an empty file is said to be empty', async () => {
    for (const empty of ['', ' \n\r\n', '\uFEFF', new Uint8Array(0), '[]', '[ ]\n']) {
      const reading = await read(empty);
      expect(reading.codes).toEqual(['empty-file']);
      expect(reading.summary).toMatchObject({ read: 0, facts: 0, refused: 0 });
    }
  });

  test('a byte-order mark is no trouble, also between files put together', async () => {
    const reading = await read(`\uFEFF${lines(document(1))}\uFEFF${lines(document(2))}`);
    expect(reading.codes).toEqual([]);
    expect(reading.summary).toMatchObject({ read: 2, facts: 2 });
    expect((await read(`\uFEFF[${JSON.stringify(document(1))}]`)).codes).toEqual([]);
  });

  test('Latin-1 text is read as such, with a warning, and its ä and ö are right', async () => {
    const text = lines(
      document(1, [right(1, { oppilaitos: { oid: '1.2.246.562.10.52251087186', nimi: { fi: 'Töölön opisto' } } })]),
      document(2),
    );
    const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const reading = await read(latin1);
    expectAccounted(reading);
    expect(reading.codes).toEqual(['not-utf-8', 'not-utf-8']);
    expect(reading.findings[0]).toMatchObject({ severity: 'warning', where: { record: 1, line: 1 } });
    expect(reading.summary.facts).toBe(2);
    expect(reading.batches[0]?.dictionaries.school.labels[0]).toEqual({ fi: 'Töölön opisto' });
  });

  test('UTF-16, as PowerShell writes it, is read with a note', async () => {
    const text = `\uFEFF${lines(document(1), document(2))}`;
    for (const little of [true, false]) {
      const utf16 = new Uint8Array(text.length * 2);
      const view = new DataView(utf16.buffer);
      for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
      const reading = await read(utf16);
      expect(reading.codes).toEqual(['utf-16']);
      expect(reading.summary.facts).toBe(2);
    }
  });

  test('a gzip file that breaks off gives what could be unpacked, and says so', async () => {
    const whole = await gzip(bytes(lines(...Array.from({ length: 3000 }, (_, n) => document(n + 1)))));
    const reading = await read(whole.slice(0, whole.length / 2));
    expectAccounted(reading);
    expect(reading.codes).toContain('damaged-gzip');
    expect(reading.summary.facts).toBeGreaterThan(100);
    expect((await read(Uint8Array.of(0x1f, 0x8b, 8, 0))).codes).toEqual(['damaged-gzip']);
  });

  test('an Excel file, a web page and plain text are each one refused record, named for what they are', async () => {
    const cases = [
      ['PK\u0003\u0004 and so on\n{"a":1}\n', 'zip'],
      ['<!doctype html>\n<title>Log in</title>\n', 'html'],
      ['learner;start\n1;2023-01-01\n', 'text'],
    ] as const;
    for (const [text, found] of cases) {
      const reading = await read(text);
      expectAccounted(reading);
      expect(reading.codes).toEqual(['not-json']);
      expect(reading.findings[0]?.found).toBe(found);
    }
  });

  test('JSON that is not KOSKI’s is refused, and what stands next to it is read', async () => {
    const reading = await read(
      lines({ type: 'FeatureCollection' }, document(1), 7, [], 'text', { henkilö: learner(3) }, document(2)),
    );
    expectAccounted(reading);
    expect(reading.summary).toMatchObject({ facts: 2 });
    expect(new Set(reading.codes)).toEqual(new Set(['not-koski-document', 'not-json']));
  });

  test('an error of the source itself is the caller’s to see', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes(lines(document(1))));
      throw new RangeError('disk gone');
    }
    await expect(read(failing())).rejects.toThrow('disk gone');
  });
});

describe('documents', () => {
  test('a line that is cut off is refused with its place, and the lines round it are read', async () => {
    const [first, second, third] = [1, 2, 3].map((n) => JSON.stringify(document(n)));
    const reading = await read(`${first}\n${second?.slice(0, 300)}\n${third}\n`);
    expectAccounted(reading);
    expect(reading.summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
    expect(reading.findings).toMatchObject([{ code: 'cut-off', severity: 'refused', where: { record: 2, line: 2 } }]);
  });

  test('a file whose first line is cut off is still read line by line', async () => {
    const [first, second, third] = [1, 2, 3].map((n) => JSON.stringify(document(n)));
    for (let at = 20; at < (first?.length ?? 0); at += 37) {
      const reading = await read(`${first?.slice(0, at)}\n${second}\n${third}\n`);
      expectAccounted(reading);
      expect(reading.summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
      expect(reading.findings[0]).toMatchObject({ code: 'cut-off', where: { record: 1, line: 1 } });
    }
  });

  test('truncated JSON: an array, one document, a document over many lines', async () => {
    const array = JSON.stringify([document(1), document(2), document(3)]);
    const cut = await read(array.slice(0, -200));
    expectAccounted(cut);
    expect(cut.summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
    expect(cut.codes).toEqual(['cut-off']);
    const single = JSON.stringify(document(1), null, 2);
    for (const text of [JSON.stringify(document(1)).slice(0, -1), single.slice(0, -2), single.slice(0, 150)]) {
      const reading = await read(text);
      expectAccounted(reading);
      expect(reading.codes).toEqual(['cut-off']);
    }
  });

  test('broken JSON is told by line and column, without its text', async () => {
    const text = JSON.stringify([document(1), document(2)], null, 2).replace('"lasna"', '"lasna');
    const reading = await read(text);
    expectAccounted(reading);
    const [finding] = reading.findings;
    expect(finding?.code).toBe('invalid-json');
    expect(text.split('\n')[(finding?.where.line ?? 0) - 1]).toContain('"lasna');
    expect(reading.summary.facts).toBe(1);
  });

  test('a line of 200 MB is skipped while scanning, and is never held in memory', async () => {
    const megabyte = new Uint8Array(1024 * 1024).fill(120);
    let held = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      yield bytes(`${lines(document(1))}{"henkilö":{"sukunimi":"`);
      for (let i = 0; i < 200; i++) {
        yield await Promise.resolve(megabyte);
        held = Math.max(held, process.memoryUsage().arrayBuffers);
      }
      yield bytes(`"}}\n${lines(document(2))}`);
    }
    const before = process.memoryUsage().arrayBuffers;
    const reading = await read(source());
    expectAccounted(reading);
    expect(reading.summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
    expect(reading.findings).toMatchObject([{ code: 'document-too-large', where: { record: 2, line: 2 } }]);
    expect(reading.findings[0]?.found).toBe('200.0 MiB');
    expect(held - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('a document over the limit in an array, and as the first of a file, is counted as refused', async () => {
    const large = document(9, [right(9, { kuvaus: 'x'.repeat(10_000) })]);
    for (const text of [JSON.stringify([document(1), large, document(2)]), lines(large, document(1), document(2))]) {
      const reading = await read(text, { maxDocumentBytes: 5000 });
      expectAccounted(reading);
      expect(reading.summary).toMatchObject({ read: 3, facts: 2, refused: 1 });
      expect(reading.codes).toEqual(['document-too-large']);
    }
  });

  test('a document without study rights, and one without a readable one, are refused', async () => {
    const reading = await readDocuments([document(1, []), document(2, [7, right(2, { tila: {} })]), document(3)]);
    expectAccounted(reading);
    expect(reading.summary).toMatchObject({ facts: 1, refused: 2, studyRights: { read: 3, facts: 1, refused: 2 } });
    expect(reading.codes).toEqual(['no-study-rights', 'wrong-type', 'no-periods', 'no-usable-study-right']);
  });
});

describe('study rights', () => {
  test('an unknown state code leaves its time out and names the known ones', async () => {
    const reading = await readRight({
      tila: states(['2023-01-09', 'lasna'], ['2023-03-01', 'poistunut'], ['2023-05-01', 'lasna']),
    });
    const [finding] = reading.findings;
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'unknown-state',
      where: { record: 1, path: 'opiskeluoikeudet[0].tila.opiskeluoikeusjaksot[1].tila' },
      found: 'poistunut',
    });
    expect(finding?.expected).toContain('valiaikaisestikeskeytynyt');
    expect(finding?.message.fi).toContain('poistunut');
    expect(reading.batches[0]?.periods.count).toBe(2);
  });

  test('periods out of order are read in order, with a warning', async () => {
    const reading = await readRight({
      tila: states(['2023-08-01', 'lasna'], ['2023-01-09', 'loma'], ['2023-12-01', 'valmistunut']),
    });
    expect(reading.findings).toMatchObject([
      { code: 'periods-out-of-order', severity: 'warning', found: '2023-08-01, 2023-01-09' },
    ]);
    expect([...(reading.batches[0]?.periods.state ?? [])]).toEqual([1, 0, 3]);
  });

  test('a day that is not in the calendar refuses the right, as no period’s length is known then', async () => {
    const reading = await readDocuments([
      document(1, [right(1, { tila: states(['2023-01-09', 'lasna'], ['2023-02-30', 'loma']) }), right(2)]),
    ]);
    expectAccounted(reading);
    expect(reading.summary.studyRights).toEqual({ read: 2, facts: 1, refused: 1 });
    expect(reading.findings).toMatchObject([
      {
        severity: 'error',
        code: 'period-without-date',
        where: { record: 1, path: 'opiskeluoikeudet[0].tila.opiskeluoikeusjaksot[1].alku' },
        found: '2023-02-30',
      },
    ]);
  });

  test('such a day elsewhere is left out and told', async () => {
    const reading = await readRight({
      arvioituPäättymispäivä: '2026-13-01',
      lisätiedot: { majoitus: [{ alku: '30.2.2023' }] },
    });
    expect(reading.findings).toMatchObject([
      { code: 'invalid-date', where: { path: 'opiskeluoikeudet[0].arvioituPäättymispäivä' }, found: '2026-13-01' },
      { code: 'invalid-date', where: { path: 'opiskeluoikeudet[0].lisätiedot.majoitus[0].alku' }, found: '30.2.2023' },
    ]);
  });

  test('an end before its start is left out and told, wherever it stands', async () => {
    const backwards = { alku: '2023-05-01', loppu: '2023-04-01' };
    const reading = await readRight({
      päättymispäivä: '2022-12-31',
      lisätiedot: { majoitus: [backwards], osaAikaisuusjaksot: [{ ...backwards, osaAikaisuus: 50 }] },
      suoritukset: [
        performance('ammatillinentutkinto', {
          osaamisenHankkimistavat: [
            { ...backwards, osaamisenHankkimistapa: { tunniste: code('oppisopimus', 'osaamisenhankkimistapa') } },
          ],
        }),
      ],
    });
    expect(reading.codes).toEqual(['end-before-start', 'end-before-start', 'end-before-start', 'end-before-start']);
    expect(reading.findings.map(({ where }) => where.path)).toEqual([
      'opiskeluoikeudet[0].lisätiedot.osaAikaisuusjaksot[0]',
      'opiskeluoikeudet[0].päättymispäivä',
      'opiskeluoikeudet[0].lisätiedot.majoitus[0]',
      'opiskeluoikeudet[0].suoritukset[0].osaamisenHankkimistavat[0]',
    ]);
    expect(reading.findings[2]).toMatchObject({ severity: 'error', found: '2023-05-01 – 2023-04-01' });
    expect(reading.batches[0]?.spells.count).toBe(0);
  });

  test.each([
    ['periods-on-same-day', { tila: states(['2023-01-09', 'lasna'], ['2023-01-09', 'loma']) }],
    ['period-after-final-state', { tila: states(['2023-01-09', 'valmistunut'], ['2023-08-01', 'lasna']) }],
    ['no-periods', { tila: { opiskeluoikeusjaksot: [] } }],
    ['no-periods', { tila: { opiskeluoikeusjaksot: {} } }],
    ['start-differs', { alkamispäivä: '2023-01-01' }],
    ['end-differs', { päättymispäivä: '2024-01-01' }],
    ['unknown-funding', { tila: states(['2023-01-09', 'lasna', '5']) }],
    ['funding-missing', { tila: { opiskeluoikeusjaksot: [{ alku: '2023-01-09', tila: code('lasna', 'x') }] } }],
    ['part-time-invalid', { lisätiedot: { osaAikaisuusjaksot: [{ alku: '2023-02-01', osaAikaisuus: '50' }] } }],
    ['part-time-invalid', { lisätiedot: { osaAikaisuusjaksot: [{ alku: '2023-02-01', osaAikaisuus: 120 }] } }],
    [
      'part-time-overlap',
      {
        lisätiedot: {
          osaAikaisuusjaksot: [
            { alku: '2023-02-01', osaAikaisuus: 50 },
            { alku: '2023-03-01', osaAikaisuus: 80 },
          ],
        },
      },
    ],
    ['unknown-study-right-type', { tyyppi: undefined }],
    ['unknown-performance-type', { suoritukset: [performance('ammatillinentukinto')] }],
    ['no-performances', { suoritukset: [] }],
    ['wrong-type', { suoritukset: {} }],
    ['wrong-type', { lisätiedot: { majoitus: 'kyllä' } }],
    [
      'credits-invalid',
      {
        suoritukset: [
          performance('ammatillinentutkinto', { osasuoritukset: [{ koulutusmoduuli: { laajuus: { arvo: '15' } } }] }),
        ],
      },
    ],
    ['provider-missing', { koulutustoimija: undefined }],
    ['school-missing', { oppilaitos: 'Ammattiopisto' }],
    ['study-right-without-oid', { oid: undefined }],
  ])('%s is found in %j', async (wanted, rest) => {
    const reading = await readRight(rest);
    expect(reading.codes).toContain(wanted);
  });

  test('parts nested without end are cut, not followed', async () => {
    const depth = 100_000;
    const text = JSON.stringify(
      document(1, [right(1, { suoritukset: [performance('telma', { osasuoritukset: '…' })] })]),
    );
    const reading = await read(text.replace('"…"', '[{"osasuoritukset":'.repeat(depth) + '[]' + '}]'.repeat(depth)));
    expectAccounted(reading);
    expect(reading.codes).toEqual(['nested-too-deep']);
    expect(reading.batches[0]?.credits.count).toBe(16);
  });
});

describe('persons', () => {
  const person = (henkilö: unknown) => readDocuments([{ henkilö, opiskeluoikeudet: [right(1)] }]);

  test.each([
    ['no-identity', {}],
    ['no-identity', 'Mäkelä'],
    ['learner-oid-invalid', { oid: 'Mäkelä' }],
    ['identity-code-invalid', { ...learner(1), hetu: 'tuntematon' }],
    ['identity-code-invalid', { ...learner(1), hetu: 10190 }],
    ['identity-code-check', { hetu: '010190-901A' }],
    ['birth-date-invalid', { ...learner(1), syntymäaika: '1990-02-30' }],
    ['mother-tongue-invalid', { ...learner(1), äidinkieli: { koodiarvo: 'suomi' } }],
  ])('%s is found in %j, and the document is read all the same', async (wanted, henkilö) => {
    const reading = await person(henkilö);
    expectAccounted(reading);
    expect(reading.codes).toContain(wanted);
    expect(reading.summary.facts).toBe(1);
    for (const finding of reading.findings) expect(finding.found).toMatch(/^(string\(\d+\)|object\(\d+\)|number|–)$/);
  });

  test('a person without an identity has a key of the record, and of the file where it is named', async () => {
    const key = async (file?: string) =>
      (await readDocuments([document(1), { opiskeluoikeudet: [right(2)] }], file === undefined ? {} : { file }))
        .batches[0]?.persons.key[1];
    expect(await key()).toBe('file:2');
    expect(await key('a.json')).toMatch(/^file:2:[0-9a-f]{8}$/);
    expect(await key('a.json')).not.toBe(await key('b.json'));
  });
});
