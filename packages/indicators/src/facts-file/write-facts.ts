import type { Aggregate } from '../aggregate/aggregate.js';
import type { DataText } from '@strapetsi/text';
import type { RootRelation } from '../definitions/definition.js';
import type { Facts, OwnColumn } from '../facts/facts.js';
import { createBatchSender } from '../workers/dictionaries.js';
import type { DictionaryGains } from '../workers/messages.js';
import { packBlock, type Tables } from './block.js';
import { MAGIC, VERSION, type Numbers } from './format.js';

/** What a facts file says of the records it comes from, by what they gave rows of: for the aggregates that are made of it. */
export type FactsFileOrigin = Readonly<
  Partial<Record<RootRelation, { readonly records: Aggregate['records']; readonly findings: Aggregate['findings'] }>>
>;

/** What a batch's block says beside its columns. */
export interface BatchSaid {
  readonly kind: 'batch';
  readonly reading: number;
  readonly gains: DictionaryGains;
  readonly counts: Readonly<Record<string, number>>;
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly own: Readonly<Record<string, OwnSaid>>;
}

interface OwnSaid {
  readonly of: OwnColumn['of'];
  readonly label: DataText;
  readonly keys: readonly string[];
  readonly labels: readonly DataText[];
}

export interface EndSaid {
  readonly kind: 'end';
  readonly batches: number;
  readonly origin: FactsFileOrigin;
}

type Columns = Readonly<Record<string, number | readonly string[] | Numbers>>;

/** The tables of facts by name: whatever has a count. */
function tablesOf({ dictionaries: _dictionaries, own: _own, ...tables }: Facts): Readonly<Record<string, Columns>> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, { ...table }]));
}

function isNumbers(column: Columns[string]): column is Numbers {
  return ArrayBuffer.isView(column);
}

function numbersOf(facts: Facts): Tables {
  const tables = Object.entries(tablesOf(facts)).map(([name, columns]) => [
    name,
    Object.fromEntries(Object.entries(columns).flatMap(([key, column]) => (isNumbers(column) ? [[key, column]] : []))),
  ]);
  const own = Object.fromEntries(Object.entries(facts.own).map(([name, { values }]) => [name, values]));
  return { ...Object.fromEntries(tables), own };
}

function saidOf(
  facts: Facts,
  { reading, gains }: { readonly reading: number; readonly gains: DictionaryGains },
): BatchSaid {
  const tables = Object.entries(tablesOf(facts));
  return {
    kind: 'batch',
    reading,
    gains,
    counts: Object.fromEntries(tables.map(([name, { count }]) => [name, typeof count === 'number' ? count : 0])),
    keys: Object.fromEntries(tables.flatMap(([name, { key }]) => (Array.isArray(key) ? [[name, key]] : []))),
    own: Object.fromEntries(
      Object.entries(facts.own).map(([name, { of, label, dictionary }]) => [
        name,
        { of, label, keys: dictionary.keys, labels: dictionary.labels },
      ]),
    ),
  };
}

/**
 * Facts as a compact file: read once from the sources, calculated from again and again. It holds one row per study right under a
 * pseudonym and no name, but it is still personal data: it stays where the records may be. Memory holds one batch.
 *
 * @param origin asked when all facts have been written
 */
export async function* writeFacts(
  facts: Iterable<Facts> | AsyncIterable<Facts>,
  origin: () => FactsFileOrigin,
): AsyncGenerator<Uint8Array> {
  const head = new Uint8Array(MAGIC.length + 1);
  head.set(MAGIC);
  head[MAGIC.length] = VERSION;
  yield head;
  const send = createBatchSender();
  let batches = 0;
  for await (const batch of facts) {
    yield await packBlock(saidOf(batch, send(batch)), numbersOf(batch));
    batches++;
  }
  const end: EndSaid = { kind: 'end', batches, origin: origin() };
  yield await packBlock(end, {});
}
