import { describe, expect, test } from 'vitest';
import { readKoski } from '../koski/read.js';
import { findingsOfRights } from './findings-of-rights.js';

const KEY = 'a key of artificial data';
const oid = (n: number): string => `1.2.246.562.15.${String(n).padStart(11, '0')}`;
const code = (koodiarvo: string) => ({ koodiarvo });

const right = (n: number, periods: readonly unknown[] = [{ alku: '2025-01-01', tila: code('lasna') }]) => ({
  oid: oid(n),
  oppilaitos: { oid: '1.2.246.562.10.52251087186' },
  tyyppi: code('ammatillinenkoulutus'),
  tila: { opiskeluoikeusjaksot: periods },
  suoritukset: [{ tyyppi: code('ammatillinentutkinto') }],
});
const document = (person: number, rights: readonly unknown[]) => ({
  henkilö: { oid: `1.2.246.562.24.${String(person).padStart(11, '0')}` },
  opiskeluoikeudet: rights,
});

const documents = [
  document(1, [right(1), right(2, [])]),
  document(2, [right(3, [{ alku: '2025-13-01', tila: code('lasna') }])]),
  document(1, [right(4)]),
];
const lines = documents.map((each) => JSON.stringify(each));
const cutOff = JSON.stringify(document(3, [right(5)])).slice(0, -4);

describe('what is found in study rights read by themselves', () => {
  const wanted = [2, 3, 4, 5, 6].map(oid);
  const expected = new Map([
    [oid(2), { gaveFacts: false, codes: ['no-periods'] }],
    [oid(3), { gaveFacts: false, codes: ['period-without-date'] }],
    // Nothing is wrong with the right: its learner was read before.
    [oid(4), { gaveFacts: true, codes: [] }],
    [oid(5), { gaveFacts: false, codes: ['cut-off'] }],
  ]);

  test('in lines of documents; a right that is nowhere is not in the result', async () => {
    expect(await findingsOfRights(`${[...lines, cutOff].join('\n')}\n`, wanted, KEY)).toEqual(expected);
  });

  test('in an array over many lines', async () => {
    const found = await findingsOfRights(JSON.stringify(documents, null, 2), wanted, KEY);
    expect(found).toEqual(new Map([...expected].slice(0, 3)));
  });

  test('agrees with a reading of all: those found refused gave no facts', async () => {
    const keys = new Set<string>();
    // One person in a batch, so that the one who comes again is in a later batch.
    const reading = readKoski(lines.join('\n'), { pseudonymKey: KEY, batchPersons: 1 });
    for await (const { rights } of reading) for (const key of rights.key) keys.add(key);
    expect([...keys]).toEqual([oid(1)]);
  });

  test('leaves notes and the learner out, and keeps what makes the figures of a right odd', async () => {
    const odd = right(7, [{ alku: '2025-01-01', tila: code('tauolla') }]);
    const text = JSON.stringify({ ...document(4, [odd]), henkilö: { hetu: 'x' } });
    expect(await findingsOfRights(text, [oid(7)], KEY)).toEqual(
      new Map([[oid(7), { gaveFacts: true, codes: ['unknown-state'] }]]),
    );
  });
});
