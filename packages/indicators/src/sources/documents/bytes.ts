import { joined } from './joined.js';

/** What a reading may be fed with. A `string` is the text itself, not a file's name. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string> | Uint8Array | string;

/** What reading the bytes can come upon. */
export interface ByteEvents {
  /** Bytes of the source that were taken so far. */
  taken(bytes: number): void;
  damagedGzip(): void;
  utf16(): void;
}

const PIECE = 256 * 1024;

/** Big pieces are cut, so that a whole file in one piece does not become batches all at once. */
function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function* encoded(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + PIECE, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end++;
    yield encoder.encode(text.slice(at, end));
    at = end;
  }
}

async function* fromStream<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  let done = false;
  try {
    for (;;) {
      const read = await reader.read();
      if (read.done) {
        done = true;
        return;
      }
      yield read.value;
    }
  } finally {
    // Whoever stops early must not leave a file or a connection open.
    if (!done) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield* encoded(source);
  else if (source instanceof Uint8Array) yield* cut(source);
  else {
    const chunks = 'getReader' in source ? fromStream<Uint8Array | string>(source) : source;
    for await (const chunk of chunks) yield* typeof chunk === 'string' ? encoded(chunk) : cut(chunk);
  }
}

async function* chained(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The first bytes, at least four where there are so many, and the rest. */
async function opened(pieces: AsyncGenerator<Uint8Array>) {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 4) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = joined([head, next.value], head.length + next.value.length);
  }
  return { head, whole: chained(head, pieces) };
}

async function* unpacked(packed: AsyncGenerator<Uint8Array>, events: ByteEvents): AsyncGenerator<Uint8Array> {
  let failure: { readonly error: unknown } | undefined;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const next = await packed.next();
        if (next.done === true) controller.close();
        else controller.enqueue(new Uint8Array(next.value));
      } catch (error) {
        failure = { error };
        controller.error(error);
      }
    },
    async cancel() {
      await packed.return(undefined);
    },
  });
  const inflated = fromStream<Uint8Array>(stream.pipeThrough(new DecompressionStream('gzip')));
  try {
    for (;;) {
      let next;
      try {
        next = await inflated.next();
      } catch {
        if (failure !== undefined) throw failure.error;
        events.damagedGzip();
        return;
      }
      if (next.done === true) return;
      yield* cut(next.value);
    }
  } finally {
    await inflated.return(undefined);
  }
}

async function* transcoded(pieces: AsyncGenerator<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield* encoded(decoder.decode(piece, { stream: true }));
  yield* encoded(decoder.decode());
}

/**
 * The bytes of a source, in pieces of at most 256 kB: gzip (by its magic bytes) unpacked, UTF-16 (by its byte-order mark) as UTF-8,
 * a byte-order mark of UTF-8 left out. Errors of the source itself are thrown on as they are.
 */
export async function* bytesOf(source: ByteSource, events: ByteEvents): AsyncGenerator<Uint8Array> {
  async function* counted(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const piece of piecesOf(source)) {
      bytes += piece.length;
      events.taken(bytes);
      yield piece;
    }
  }
  let { head, whole } = await opened(counted());
  if (head[0] === 0x1f && head[1] === 0x8b) ({ head, whole } = await opened(unpacked(whole, events)));
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
  if (utf16 !== undefined) {
    events.utf16();
    whole = transcoded(whole, utf16);
  }
  let first = true;
  for await (const piece of whole) {
    const marked = first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    first = false;
    yield marked ? piece.subarray(3) : piece;
  }
}
