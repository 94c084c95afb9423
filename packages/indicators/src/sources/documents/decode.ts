import { findJsonError, type JsonError } from './json-error.js';

/** A document's value, or where its text breaks. `utf8` is false where it had to be read as Windows-1252. */
export type Decoded =
  | { readonly ok: true; readonly value: unknown; readonly utf8: boolean }
  | { readonly ok: false; readonly error: JsonError; readonly utf8: boolean };

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
  try {
    return { text: utf8Decoder.decode(bytes), utf8: true };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), utf8: false };
  }
}

/** Parses one document. The platform's own message is never used: it quotes the text, and names may stand there. */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const { text, utf8 } = textOf(bytes);
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value, utf8 };
  } catch {
    const error = findJsonError(text) ?? {
      offset: 0,
      line: 1,
      column: 1,
      cutOff: false,
      found: 'nesting',
      expected: 'valid text',
    };
    return { ok: false, error, utf8 };
  }
}
