/**
 * A facts file is the magic words, the version as one byte, and blocks. A block is its length and the first eight bytes of
 * the SHA-256 of what follows, then so many bytes: deflated, inside them the length of a head in JSON, the head, and columns of numbers one
 * after the other, little-endian. Block lengths and the like are unsigned 32-bit little-endian. The last block ends the file and says
 * how many there were.
 */
export const MAGIC = new TextEncoder().encode('STRAPETSI FACTS');
export const VERSION = 1;
export const CHECK_BYTES = 8;
export const BLOCK_HEAD = 4 + CHECK_BYTES;
/** Larger blocks are not read: a length that is damaged must not fill the memory. */
export const LARGEST_BLOCK = 512 * 1024 * 1024;

/** What a column of numbers is written as. */
export type NumberKind = 'i32' | 'i16' | 'u8';
export type Numbers = Int32Array | Int16Array | Uint8Array;

export const bytesOfKind: Readonly<Record<NumberKind, number>> = { i32: 4, i16: 2, u8: 1 };

export function kindOf(numbers: Numbers): NumberKind {
  if (numbers instanceof Int32Array) return 'i32';
  return numbers instanceof Int16Array ? 'i16' : 'u8';
}

/** Numbers as bytes, each as the difference to the one before: days and positions that ascend become small, and deflate well. */
export function writeNumbers(numbers: Numbers, out: DataView, at: number): number {
  const size = bytesOfKind[kindOf(numbers)];
  let before = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] ?? 0;
    const step = value - before;
    before = value;
    if (size === 4) out.setInt32(at, step | 0, true);
    else if (size === 2) out.setInt16(at, (step << 16) >> 16, true);
    else out.setUint8(at, step & 255);
    at += size;
  }
  return at;
}

export function readNumbers(kind: NumberKind, count: number, from: DataView, at: number): Numbers {
  const size = bytesOfKind[kind];
  const numbers =
    kind === 'i32' ? new Int32Array(count) : kind === 'i16' ? new Int16Array(count) : new Uint8Array(count);
  let value = 0;
  for (let i = 0; i < count; i++) {
    const step = size === 4 ? from.getInt32(at, true) : size === 2 ? from.getInt16(at, true) : from.getUint8(at);
    // The typed array wraps as the writing did.
    numbers[i] = value + step;
    value = numbers[i] ?? 0;
    at += size;
  }
  return numbers;
}
