import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** The key that makes pseudonyms is too short to protect anyone. */
export class PseudonymKeyError extends Error {
  override readonly name = 'PseudonymKeyError';
  readonly code = 'pseudonym-key-too-short';
  readonly path = 'options.pseudonymKey';
  readonly expected = 'at least 16 bytes, from a generator of random numbers';
  constructor(readonly found: string) {
    super(
      `The key for pseudonyms is ${found}; at least 16 bytes are needed, or the identities behind the pseudonyms could be guessed. ` +
        'Make one with: openssl rand -hex 32',
    );
  }
}

const KEY_BYTES = 16;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Makes pseudonyms: 32 hexadecimal digits, the first 16 bytes of the HMAC-SHA-256 of `kind:identity`. */
export type Pseudonymise = (kind: 'oid' | 'hetu' | 'student' | 'right' | 'reply' | 'file', identity: string) => string;

/** @throws {PseudonymKeyError} where the key has fewer than 16 bytes */
export function createPseudonyms(key: string | Uint8Array): Pseudonymise {
  const encoder = new TextEncoder();
  const bytes = typeof key === 'string' ? encoder.encode(key) : key;
  if (bytes.length < KEY_BYTES) throw new PseudonymKeyError(`${bytes.length} bytes`);
  const keyed = hmac.create(sha256, bytes);
  // Two for each document: the same memory each time takes less than half the time.
  const working = keyed.clone();
  const digest = new Uint8Array(keyed.outputLen);
  return (kind, identity) => {
    keyed
      ._cloneInto(working)
      .update(encoder.encode(`${kind}:${identity}`))
      .digestInto(digest);
    let text = '';
    for (let i = 0; i < KEY_BYTES; i++) text += HEX[digest[i] ?? 0];
    return text;
  };
}
