import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDictionaries } from '../facts/dictionary.js';
import { createFactsBuilder } from '../facts/builder.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts } from '../facts/facts.js';
import type { PlainPerson } from '../facts/plain-facts.js';
import { createDictionary } from '../facts/dictionary.js';
import { FactsFileError } from './errors.js';
import { readNumbers, writeNumbers, type NumberKind } from './format.js';
import { isFactsFile, readFacts } from './read-facts.js';
import { writeFacts, type FactsFileOrigin } from './write-facts.js';

const origin: FactsFileOrigin = {
  right: {
    records: { read: 12, facts: 11, refused: 1 },
    findings: [{ code: 'unknown-state', severity: 'error', count: 3 }],
  },
};

const people: readonly PlainPerson[] = Array.from({ length: 23 }, (_, i) => ({
  key: i.toString(16).padStart(32, '0'),
  birthYear: 1980 + i,
  gender: 'female',
  motherTongue: { key: 'SV', label: { fi: 'ruotsi', sv: 'svenska' } },
  rights: [
    {
      key: `1.2.246.562.15.${String(i)}`,
      provider: { key: 'p', label: { fi: 'Järjestäjä ”p”' } },
      school: `s${String(i % 4)}`,
      education: 'wholeQualification',
      julyRule: 'removed',
      confirmed: '2025-05-31',
      periods: [
        { start: '2022-08-10', end: '2025-05-30', state: 'present', funding: 1, share: 333_333 },
        { start: '2025-05-31', end: '2025-05-31', state: 'graduated' },
      ],
      credits: [{ unit: '106727', type: 'ammatillinentutkinnonosa', points: 11_000, assessed: '2023-01-31' }],
      spells: [{ kind: 'majoitus', start: '2022-08-10' }],
      plans: [{ approved: '2022-08-20' }],
      workplaces: [{ kind: 'trainingAgreement', start: '2024-01-01', end: '2024-02-29', employer: '1234567-1' }],
    },
  ],
  outcomes: [{ provider: 'p', graduated: '2025-05-31', yearsAfter: 1, activity: 'employed' }],
  responses: [
    {
      key: `v${String(i)}`,
      provider: 'p',
      survey: 'AMIS',
      answered: true,
      answers: [{ question: 'q1', value: 4 }, { question: 'q2' }],
    },
  ],
}));

async function bytesOf(facts: readonly Facts[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of writeFacts(facts, () => origin)) parts.push(part);
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}

async function read(source: Parameters<typeof readFacts>[0]) {
  const batches: Facts[] = [];
  const reading = readFacts(source);
  for (;;) {
    const next = await reading.next();
    if (next.done) return { batches, origin: next.value };
    batches.push(next.value);
  }
}

const plain = ({ dictionaries, own, ...tables }: Facts) => ({
  ...tables,
  own: Object.fromEntries(
    Object.entries(own).map(([name, { dictionary, ...column }]) => [name, { ...column, keys: dictionary.keys }]),
  ),
  dictionaries: Object.fromEntries(
    Object.entries(dictionaries).map(([name, { keys, labels }]) => [name, { keys: [...keys], labels: [...labels] }]),
  ),
});

describe('a facts file', () => {
  it('gives back what was written, batch by batch, in pieces of any size', async () => {
    const facts = factsOf(people, { personsPerBatch: 5 });
    const bytes = await bytesOf(facts);
    expect(isFactsFile(bytes)).toBe(true);
    function* pieces(size: number): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    for (const source of [bytes, pieces(1), pieces(1000), new Blob([new Uint8Array(bytes)]).stream()]) {
      const found = await read(source);
      expect(found.origin).toEqual(origin);
      // Dictionaries grow from batch to batch: when all is read they are those of the end.
      expect(found.batches.map(plain)).toEqual(facts.map(plain));
      expect(new Set(found.batches.map(({ dictionaries }) => dictionaries)).size).toBe(1);
    }
  });

  it('keeps a provider’s own columns', async () => {
    const dictionaries = createDictionaries();
    const own = createDictionary();
    const builder = createFactsBuilder(dictionaries, [
      { name: 'team', of: 'right', label: { fi: 'Tiimi' }, dictionary: own },
    ]);
    const [first] = factsOf(people.slice(0, 1));
    const person = builder.person({ key: 'a', birthYear: 0, gender: 255, motherTongue: -1 });
    if (first === undefined) throw new Error('one batch');
    const { key: _key, count: _count, ...columns } = first.rights;
    const firstOf = (name: keyof typeof columns): number => columns[name][0] ?? 0;
    const names = Object.keys(columns) as (keyof typeof columns)[];
    const row = Object.fromEntries(names.map((name) => [name, firstOf(name)])) as Record<keyof typeof columns, number>;
    const right = builder.right({ ...row, key: 'r', person });
    builder.own('team', right, own.add('red', { fi: 'Punainen' }));
    const facts = builder.finish();
    const { batches } = await read(await bytesOf([facts]));
    expect(batches.map(plain)).toEqual([plain(facts)]);
  });

  it('is smaller than the numbers in it', async () => {
    const facts = factsOf(
      Array.from({ length: 2000 }, (_, i) => ({
        ...people[i % people.length]!,
        key: i.toString(16).padStart(32, '0'),
      })),
    );
    const numbers = facts.flatMap(({ dictionaries: _d, own: _o, ...tables }) =>
      Object.values(tables).flatMap((table) => Object.values(table).filter((column) => ArrayBuffer.isView(column))),
    );
    const size = numbers.reduce((sum, column) => sum + column.byteLength, 0);
    expect((await bytesOf(facts)).length).toBeLessThan(size / 4);
  });

  it('says that other bytes are none, and which version it is', async () => {
    await expect(read(new TextEncoder().encode('{"henkilö": {}}'))).rejects.toMatchObject({ code: 'not-a-facts-file' });
    const later = await bytesOf([]);
    later[15] = 9;
    await expect(read(later)).rejects.toMatchObject({
      code: 'other-version',
      found: 'version 9',
      expected: 'version 1',
    });
  });

  it('says in which block it is damaged or cut off, wherever that is', async () => {
    const bytes = await bytesOf(factsOf(people, { personsPerBatch: 10 }));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        await expect(read(damaged)).rejects.toBeInstanceOf(FactsFileError);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await expect(read(bytes.slice(0, length))).rejects.toBeInstanceOf(FactsFileError);
      }),
      { numRuns: 60 },
    );
  });

  it('writes and reads numbers of every kind, however far apart', () => {
    const kinds: readonly (readonly [NumberKind, fc.Arbitrary<Int32Array | Int16Array | Uint8Array>])[] = [
      ['i32', fc.int32Array()],
      ['i16', fc.int16Array()],
      ['u8', fc.uint8Array()],
    ];
    for (const [kind, arbitrary] of kinds) {
      fc.assert(
        fc.property(arbitrary, (numbers) => {
          const view = new DataView(new ArrayBuffer(numbers.byteLength));
          expect(writeNumbers(numbers, view, 0)).toBe(numbers.byteLength);
          expect(readNumbers(kind, numbers.length, view, 0)).toEqual(numbers);
        }),
      );
    }
  });
});
