import { joined } from '../documents/joined.js';

const NEWLINE = 10;
const RETURN = 13;

/** A line that is longer is cut: no table has such, and memory must not grow with what is none. */
const LONGEST_LINE = 4 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Line by line: those that are no UTF-8 are read as Windows-1252, which holds Latin-1. */
function decodedByLine(bytes: Uint8Array): string {
  const windows1252 = new TextDecoder('windows-1252');
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const next = bytes.indexOf(NEWLINE, at);
    const line = bytes.subarray(at, next < 0 ? bytes.length : next + 1);
    text += decoded(line) ?? windows1252.decode(line);
    at += line.length;
  }
  return text;
}

/** Where whole lines end: after the last line feed, or after the last carriage return where a file has only those. 0: nowhere yet. */
function endOfLines(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  return end > 0 ? end : bytes.lastIndexOf(RETURN, -2) + 1;
}

/**
 * Bytes as text, in blocks of whole lines, so that no character is cut. Text that is no UTF-8 is told once.
 */
export async function* textBlocks(pieces: AsyncIterable<Uint8Array>, notUtf8: () => void): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array(0);
  let told = false;

  function textOf(bytes: Uint8Array): string {
    const text = decoded(bytes);
    if (text !== undefined) return text;
    if (!told) notUtf8();
    told = true;
    return decodedByLine(bytes);
  }

  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : joined([rest, piece], rest.length + piece.length);
    const end = endOfLines(bytes) || (bytes.length > LONGEST_LINE ? bytes.length : 0);
    if (end > 0) yield textOf(bytes.subarray(0, end));
    rest = bytes.slice(end);
  }
  if (rest.length > 0) yield textOf(rest);
}
