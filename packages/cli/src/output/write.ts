import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import type { Terminal } from '../terminal.js';

/**
 * Writes text or bytes to a file (gzip where its name ends in .gz), or to standard output where none is named or it is `-`.
 * A file appears under its name only when it is whole.
 * Throws `CommandFailure` where the file cannot be written.
 */
export async function writeOut(
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  file: string | undefined,
  terminal: Terminal,
  language: Language,
): Promise<void> {
  if (file === undefined || file === '-') {
    await pipeline(Readable.from(chunks), keepOpen(terminal.output)).catch((error: unknown) => {
      // The reader at the other end of the pipe has seen enough (`… | head`).
      if (!isSystemError(error, 'EPIPE')) throw error;
    });
    return;
  }
  const part = `${file}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const gzip = file.endsWith('.gz') ? [createGzip({ level: 4 })] : [];
    await pipeline([Readable.from(chunks), ...gzip, createWriteStream(part)]);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw isSystemError(error) ? cannotWrite(file, error, language) : error;
  }
}

export function cannotWrite(file: string, error: NodeJS.ErrnoException, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'cannot-write',
    msg(str`Cannot write ${file}: ${error.code ?? error.message}.`, {
      desc: 'Command line error. Name of a file, reason code of the operating system such as EACCES',
    }),
    msg('Choose another place with --out, or check the permissions of the folder.', { desc: 'Command line hint' }),
  );
}

export function isSystemError(error: unknown, code?: string): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && (code === undefined || Reflect.get(error, 'code') === code);
}

/** A pipeline ends what it writes to; standard output must stay open. */
function keepOpen(output: Writable): Writable {
  return new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, _encoding, done) => {
      if (output.write(chunk)) done();
      else output.once('drain', () => done());
    },
  });
}
