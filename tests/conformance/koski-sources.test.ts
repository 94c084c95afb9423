import { dayFromIso, isoFromDay, readKoski, type Facts } from '@strapetsi/indicators';
import { describe, expect, test } from 'vitest';
import {
  code,
  document,
  gzip,
  KEY,
  learner,
  onlyBatch,
  performance,
  read,
  readDocuments,
  right,
  states,
} from './koski-documents.js';

const day = (iso: string) => dayFromIso(iso);

describe('batches', () => {
  test('a person’s documents are joined within a batch, with rights next to each other and children with their rights', async () => {
    const of = (person: number, ...rights: readonly number[]) =>
      document(
        person,
        rights.map((n) =>
          right(n, {
            tila: states([isoFromDay(day('2023-01-01') + n), 'lasna']),
            lisätiedot: { majoitus: [{ alku: isoFromDay(day('2023-01-01') + n) }] },
            suoritukset: [
              performance('telma', {
                osasuoritukset: [
                  { osasuoritukset: [{ koulutusmoduuli: { laajuus: { arvo: n, yksikkö: code('6', 'x') } } }] },
                ],
              }),
            ],
          }),
        ),
      );
    const reading = await readDocuments([of(1, 1), of(2, 2, 3), of(1, 4), of(3, 5), of(2, 6)]);
    const batch = onlyBatch(reading);
    expect(reading.codes).toEqual([]);
    expect(batch.persons.count).toBe(3);
    expect([...batch.rights.person]).toEqual([0, 0, 1, 1, 1, 2]);
    expect(batch.rights.key.map((key) => Number(key.slice(-2)))).toEqual([1, 4, 2, 3, 6, 5]);
    const numbers = [1, 4, 2, 3, 6, 5];
    expect(
      Array.from(
        batch.periods.right,
        (at, i) => (batch.periods.start[i] ?? 0) - day('2023-01-01') - (numbers[at] ?? 0),
      ),
    ).toEqual([0, 0, 0, 0, 0, 0]);
    expect(
      Array.from(batch.spells.right, (at, i) => (batch.spells.start[i] ?? 0) - day('2023-01-01') - (numbers[at] ?? 0)),
    ).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...batch.credits.right]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect([...batch.credits.parent]).toEqual([-1, 0, -1, 2, -1, 4, -1, 6, -1, 8, -1, 10]);
    expect(Array.from(numbers.keys(), (at) => (batch.credits.points[at * 2 + 1] ?? 0) / 1000)).toEqual(numbers);
  });

  test('a person met again in a later batch is refused, and nobody counts twice', async () => {
    const reading = await readDocuments(
      [1, 2, 3, 1, 4].map((n) => document(n)),
      { batchPersons: 2 },
    );
    expect(reading.batches.map((batch) => batch.persons.count)).toEqual([2, 2]);
    expect(reading.findings).toMatchObject([{ code: 'person-met-again', severity: 'refused', where: { record: 4 } }]);
    expect(reading.summary).toMatchObject({ read: 5, facts: 4, refused: 1, persons: 4 });
    const keys = reading.batches.flatMap((batch) => batch.persons.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('documents of one person at the edge of a batch stay together', async () => {
    const reading = await readDocuments([document(1), document(2, [right(2)]), document(2, [right(3)]), document(3)], {
      batchPersons: 2,
    });
    expect(reading.codes).toEqual([]);
    expect(reading.batches.map((batch) => batch.rights.count)).toEqual([3, 1]);
  });

  test('a study right that comes twice is read once', async () => {
    const reading = await readDocuments([document(1, [right(1), right(1)]), document(1, [right(1), right(2)])]);
    expect(reading.codes).toEqual(['study-right-met-again', 'study-right-met-again']);
    expect(reading.summary).toMatchObject({
      read: 2,
      facts: 2,
      studyRights: { read: 4, facts: 2, refused: 2 },
      persons: 1,
    });
  });

  test('all batches share their dictionaries', async () => {
    const reading = await readDocuments(
      [1, 2, 3].map((n) => document(n)),
      { batchPersons: 1 },
    );
    expect(reading.batches).toHaveLength(3);
    expect(reading.batches[2]?.dictionaries).toBe(reading.batches[0]?.dictionaries);
    expect(reading.batches[2]?.dictionaries.school.keys).toHaveLength(1);
  });
});

describe('forms of a source', () => {
  const documents = Array.from({ length: 50 }, (_, n) => document(n + 1));
  const lines = documents.map((each) => JSON.stringify(each)).join('\n');
  const encoder = new TextEncoder();
  const keysOf = (batches: readonly Facts[]) => batches.flatMap((batch) => batch.rights.key);
  const wanted = documents.map((_, n) => `1.2.246.562.15.${String(n + 1).padStart(11, '0')}`);

  test.each([
    ['NDJSON', lines],
    ['NDJSON with CRLF and blank lines', `\r\n${lines.replaceAll('\n', '\r\n\r\n')}\r\n`],
    ['an array on one line', JSON.stringify(documents)],
    ['an array over many lines', JSON.stringify(documents, null, 2)],
    ['an array with a document on each line', `[\n${lines.replaceAll('\n', ',\n')}\n]\n`],
    ['documents over many lines, one after another', documents.map((each) => JSON.stringify(each, null, 2)).join('\n')],
    [
      'lists of documents on lines',
      `${JSON.stringify(documents.slice(0, 20))}\n${JSON.stringify(documents.slice(20))}`,
    ],
    ['documents with no space between them', lines.replaceAll('\n', '')],
  ])('%s, as text, bytes, stream, iterable and gzip', async (_name, text) => {
    const bytes = encoder.encode(text);
    const stream = () => new Blob([bytes]).stream();
    async function* iterable() {
      for (let at = 0; at < bytes.length; at += 1000) yield await Promise.resolve(bytes.subarray(at, at + 1000));
    }
    for (const source of [
      text,
      bytes,
      stream(),
      iterable(),
      await gzip(bytes),
      new Blob([new Uint8Array(await gzip(bytes))]).stream(),
    ]) {
      const reading = await read(source);
      expect(reading.codes).toEqual([]);
      expect(keysOf(reading.batches)).toEqual(wanted);
      expect(reading.summary).toMatchObject({ read: 50, facts: 50, refused: 0, persons: 50 });
    }
  });

  test('one document over many lines is one document', async () => {
    const reading = await read(JSON.stringify(documents[0], null, 2));
    expect(reading.summary).toMatchObject({ read: 1, facts: 1 });
  });

  test('unknown fields are accepted', async () => {
    const reading = await readDocuments([{ ...document(1, [right(1, { uusiKenttä: { a: [1] } })]), versio: 7 }]);
    expect(reading.codes).toEqual([]);
  });

  test('progress counts bytes of the source and records, and the summary comes also to the one who asks', async () => {
    const packed = await gzip(encoder.encode(lines));
    const seen: { bytes: number; records: number }[] = [];
    const summaries: unknown[] = [];
    const reading = await read(packed, {
      onProgress: (progress) => seen.push(progress),
      onSummary: (summary) => summaries.push(summary),
    });
    expect(seen.at(-1)).toEqual({ bytes: packed.length, records: 50 });
    expect(summaries).toEqual([reading.summary]);
  });

  test('who stops reading early closes the source', async () => {
    let cancelled = false;
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(encoder.encode(`${lines}\n`)),
      cancel() {
        cancelled = true;
      },
    });
    for await (const batch of readKoski(source, { pseudonymKey: KEY, batchPersons: 10 })) {
      expect(batch.persons.count).toBe(10);
      break;
    }
    expect(cancelled).toBe(true);
  });
});

test('the learner of one file has the same pseudonym in another', async () => {
  const key = async (n: number) =>
    onlyBatch(await readDocuments([{ henkilö: learner(7), opiskeluoikeudet: [right(n)] }])).persons.key[0];
  expect(await key(1)).toBe(await key(2));
});
