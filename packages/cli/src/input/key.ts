import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';
import { cannotRead } from './files.js';

/**
 * The key of the pseudonyms: from `--key-file`, else from STRAPETSI_KEY, else a random one that is forgotten with the run.
 * Throws `CommandFailure` where the file has no key or the key is too short to keep anybody's identity.
 */
export async function pseudonymKey(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  language: Language,
): Promise<Uint8Array> {
  const { msg } = language;
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => error);
    if (typeof text === 'string') return keyFrom(text, file, language);
    if (isSystemError(text, 'ENOENT')) {
      throw new CommandFailure(
        'no-key',
        msg(str`There is no key in ${file}.`, { desc: 'Command line error. Name of a file' }),
        msg(str`Make one: strapetsi key ${file}`, { desc: 'Command line hint with a command' }),
      );
    }
    if (isSystemError(text)) throw cannotRead(file, text, language);
    throw text;
  }
  const fromEnvironment = environment['STRAPETSI_KEY'];
  return fromEnvironment === undefined || fromEnvironment === ''
    ? randomBytes(32)
    : keyFrom(fromEnvironment, 'STRAPETSI_KEY', language);
}

/** Whether a key of one's own is at hand: without it persons of two runs are strangers. */
export function hasOwnKey(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return file !== undefined || (environment['STRAPETSI_KEY'] ?? '') !== '';
}

const leastDigits = 32;

function keyFrom(text: string, where: string, { msg }: Language): Uint8Array {
  const digits = text.trim();
  if (/^([0-9a-f]{2})+$/i.test(digits) && digits.length >= leastDigits) return Buffer.from(digits, 'hex');
  throw new CommandFailure(
    'bad-key',
    msg(str`${where} does not hold a key: at least ${leastDigits} hexadecimal digits are needed.`, {
      desc: 'Command line error. Name of a file or an environment variable, a number. The key itself is never shown',
    }),
    msg('Make one: strapetsi key FILE', { desc: 'Command line hint with a command' }),
  );
}
