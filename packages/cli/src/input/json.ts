import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { cannotRead } from './files.js';
import { isSystemError } from '../output/write.js';

/**
 * A whole JSON file, plain or gzip; `-` is standard input. Throws `CommandFailure` where it cannot be read as JSON.
 * @param hint what to give instead
 */
export async function readJson(
  file: string,
  language: Language,
  input: NodeJS.ReadableStream,
  hint?: string,
): Promise<unknown> {
  const { msg } = language;
  const bytes = file === '-' ? await readAll(input) : await readFile(file).catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) {
    if (isSystemError(bytes)) throw cannotRead(file, bytes, language);
    throw bytes;
  }
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    throw new CommandFailure(
      'not-json',
      msg(str`${file} is not whole JSON (${bytes.length} bytes).`, {
        desc: 'Command line error. Name of a file, its length',
      }),
      hint,
    );
  }
}

async function readAll(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}
