import { sha256 } from '@noble/hashes/sha2.js';
import { FactsFileError } from './errors.js';
import {
  BLOCK_HEAD,
  bytesOfKind,
  CHECK_BYTES,
  kindOf,
  readNumbers,
  writeNumbers,
  type NumberKind,
  type Numbers,
} from './format.js';

/** Columns by table and name, as a block holds them. */
export type Tables = Readonly<Record<string, Readonly<Record<string, Numbers>>>>;

interface ColumnPlace {
  readonly table: string;
  readonly name: string;
  readonly kind: NumberKind;
  readonly count: number;
}

interface BlockHead {
  readonly said: unknown;
  readonly columns: readonly ColumnPlace[];
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What goes wrong is told by the reading end.
  writer.write(new Uint8Array(bytes)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

/** A block: what is said in JSON, and columns. */
export async function packBlock(said: unknown, tables: Tables): Promise<Uint8Array> {
  const columns = Object.entries(tables).flatMap(([table, ofTable]) =>
    Object.entries(ofTable).map(([name, numbers]) => ({ table, name, numbers })),
  );
  const head: BlockHead = {
    said,
    columns: columns.map(({ table, name, numbers }) => ({ table, name, kind: kindOf(numbers), count: numbers.length })),
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const size = columns.reduce((sum, { numbers }) => sum + numbers.byteLength, 4 + headBytes.length);
  const plain = new Uint8Array(size);
  const view = new DataView(plain.buffer);
  view.setUint32(0, headBytes.length, true);
  plain.set(headBytes, 4);
  let at = 4 + headBytes.length;
  for (const { numbers } of columns) at = writeNumbers(numbers, view, at);
  const packed = await through(new CompressionStream('deflate-raw'), plain);
  const block = new Uint8Array(BLOCK_HEAD + packed.length);
  new DataView(block.buffer).setUint32(0, packed.length, true);
  block.set(sha256(packed).subarray(0, CHECK_BYTES), 4);
  block.set(packed, BLOCK_HEAD);
  return block;
}

/** @throws FactsFileError where the check does not hold or the columns do not lie as the head says */
export async function unpackBlock(
  packed: Uint8Array,
  check: Uint8Array,
  path: string,
): Promise<{ readonly said: unknown; readonly tables: Tables }> {
  if (
    sha256(packed)
      .subarray(0, CHECK_BYTES)
      .some((byte, i) => byte !== check[i])
  )
    throw damaged(path, 'other bytes');
  const plain = await through(new DecompressionStream('deflate-raw'), packed);
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const headLength = view.getUint32(0, true);
  const head: unknown = JSON.parse(new TextDecoder().decode(plain.subarray(4, 4 + headLength)));
  if (!isHead(head)) throw damaged(path, 'another head');
  const tables: Record<string, Record<string, Numbers>> = {};
  let at = 4 + headLength;
  for (const { table, name, kind, count } of head.columns) {
    const numbers = readNumbers(kind, count, view, at);
    at += count * bytesOfKind[kind];
    (tables[table] ??= {})[name] = numbers;
  }
  return { said: head.said, tables };
}

function isHead(head: unknown): head is BlockHead {
  return (
    typeof head === 'object' && head !== null && 'said' in head && 'columns' in head && Array.isArray(head.columns)
  );
}

function damaged(path: string, found: string): FactsFileError {
  return new FactsFileError('damaged', path, found, 'the bytes that were written');
}
