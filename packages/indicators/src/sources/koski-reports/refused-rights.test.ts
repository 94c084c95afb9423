import { describe, expect, test } from 'vitest';
import { readKoski } from '../koski/read.js';
import { refusedRights } from './refused-rights.js';

const KEY = 'a key of artificial data';
const oid = (n: number): string => `1.2.246.562.15.${String(n).padStart(11, '0')}`;
const code = (koodiarvo: string) => ({ koodiarvo });

const right = (n: number, periods: readonly unknown[] = [{ alku: '2025-01-01', tila: code('lasna') }]) => ({
  oid: oid(n),
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

describe('study rights that a reading refused', () => {
  const wanted = [2, 3, 4, 5, 6].map(oid);
  const expected = new Map([
    [oid(2), ['no-periods']],
    [oid(3), ['period-without-date']],
    [oid(4), ['person-met-again']],
    [oid(5), ['cut-off']],
  ]);

  test('are found in lines of documents, each with the findings that kept it out; one that is nowhere is not', async () => {
    expect(await refusedRights(`${[...lines, cutOff].join('\n')}\n`, wanted, KEY)).toEqual(expected);
  });

  test('are found in an array over many lines', async () => {
    const found = await refusedRights(JSON.stringify(documents, null, 2), wanted, KEY);
    expect(found).toEqual(new Map([...expected].slice(0, 3)));
  });

  test('are those that gave no facts', async () => {
    const keys = new Set<string>();
    // One person in a batch, so that the one who comes again is in a later batch.
    const reading = readKoski(lines.join('\n'), { pseudonymKey: KEY, batchPersons: 1 });
    for await (const { rights } of reading) for (const key of rights.key) keys.add(key);
    expect([...keys]).toEqual([oid(1)]);
  });
});
