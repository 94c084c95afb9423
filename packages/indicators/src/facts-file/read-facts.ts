import { createDictionary } from '../facts/dictionary.js';
import { factsOf } from '../facts/facts-of.js';
import type { Facts, OwnColumn } from '../facts/facts.js';
import { createBatchTaker } from '../workers/dictionaries.js';
import { unpackBlock, type Tables } from './block.js';
import { FactsFileError } from './errors.js';
import { BLOCK_HEAD, CHECK_BYTES, LARGEST_BLOCK, MAGIC, VERSION } from './format.js';
import type { BatchSaid, EndSaid, FactsFileOrigin } from './write-facts.js';

/** Bytes as they come, in pieces of any size. */
export type FactsFileSource =
  AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ReadableStream<Uint8Array> | Uint8Array;

/** Whether bytes are the beginning of a facts file. At least 16 are needed to tell. */
export function isFactsFile(head: Uint8Array): boolean {
  return MAGIC.every((byte, i) => head[i] === byte);
}

/** Bytes asked for by number, from pieces that come as they will. */
function createTaker(source: FactsFileSource) {
  const pieces = piecesOf(source)[Symbol.asyncIterator]();
  let left = new Uint8Array(0);
  return async (wanted: number): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [left];
    let size = left.length;
    while (size < wanted) {
      const next = await pieces.next();
      if (next.done) break;
      parts.push(next.value);
      size += next.value.length;
    }
    const all = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    left = all.slice(wanted);
    return all.subarray(0, Math.min(wanted, size));
  };
}

async function* piecesOf(source: FactsFileSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield source;
    return;
  }
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function batchOf(said: BatchSaid, tables: Tables, take: ReturnType<typeof createBatchTaker>): Facts {
  const [empty] = factsOf([]);
  if (empty === undefined) throw new RangeError('factsOf gives a batch');
  const { dictionaries: _dictionaries, own: _own, ...emptyTables } = empty;
  // A column that the file is too old to have is as in facts without rows; the format's version tells when that would not do.
  const known = Object.entries(emptyTables).map(([name, columns]) => {
    const key = said.keys[name];
    return [
      name,
      { ...columns, ...tables[name], count: said.counts[name] ?? 0, ...(key === undefined ? {} : { key }) },
    ];
  });
  const own = Object.entries(said.own).map(([name, { of, label, keys, labels }]): [string, OwnColumn] => {
    const dictionary = createDictionary();
    keys.forEach((key, at) => dictionary.add(key, labels[at]));
    const values = tables['own']?.[name];
    return [name, { of, label, dictionary, values: values instanceof Int32Array ? values : new Int32Array(0) }];
  });
  const facts = { ...Object.fromEntries(known), own: Object.fromEntries(own) } as Omit<Facts, 'dictionaries'>;
  return take({ reading: said.reading, gains: said.gains, facts });
}

function isSaid(said: unknown): said is BatchSaid | EndSaid {
  return typeof said === 'object' && said !== null && 'kind' in said && (said.kind === 'batch' || said.kind === 'end');
}

/**
 * Reads a facts file, batch by batch, every block checked. Returns what the file says of its origin.
 *
 * @throws FactsFileError where the bytes are no facts file, of another version, damaged, or end before the file does
 */
export async function* readFacts(source: FactsFileSource): AsyncGenerator<Facts, FactsFileOrigin> {
  const take = createTaker(source);
  const head = await take(MAGIC.length + 1);
  if (!isFactsFile(head)) throw new FactsFileError('not-a-facts-file', 'head', 'other bytes', 'a facts file');
  if (head[MAGIC.length] !== VERSION)
    throw new FactsFileError(
      'other-version',
      'head',
      `version ${String(head[MAGIC.length])}`,
      `version ${String(VERSION)}`,
    );
  const takeBatch = createBatchTaker();
  for (let number = 1; ; number++) {
    const path = `block ${String(number)}`;
    const start = await take(BLOCK_HEAD);
    const cutOff = new FactsFileError('cut-off', path, 'the end of the file', 'the block that ends it');
    if (start.length < BLOCK_HEAD) throw cutOff;
    const length = new DataView(start.buffer, start.byteOffset).getUint32(0, true);
    if (length > LARGEST_BLOCK) throw new FactsFileError('damaged', path, `${String(length)} bytes`, 'a smaller block');
    const packed = await take(length);
    if (packed.length < length) throw cutOff;
    const { said, tables } = await unpackBlock(packed, start.subarray(4, 4 + CHECK_BYTES), path);
    if (!isSaid(said)) throw new FactsFileError('damaged', path, 'another block', 'a batch or the end');
    if (said.kind === 'batch') yield batchOf(said, tables, takeBatch);
    else if (said.batches === number - 1) return said.origin;
    else throw new FactsFileError('damaged', path, `${String(said.batches)} batches`, `${String(number - 1)} batches`);
  }
}
