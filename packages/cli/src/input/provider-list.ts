import { readFile } from 'node:fs/promises';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';
import { cannotRead } from './files.js';

/**
 * Providers by id, with their names, as a file lists them: an id on each line and, after a space, tab, comma or semicolon, a name if any.
 * What begins with # is a remark. Throws `CommandFailure` where there is none, or one stands there twice.
 */
export async function readProviderList(file: string, language: Language): Promise<ReadonlyMap<string, string>> {
  const { msg } = language;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw isSystemError(error) ? cannotRead(file, error, language) : error;
  });
  const names = new Map<string, string>();
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, at) => {
      const [, id, name = ''] = /^\s*([^\s,;#]+)[\s,;]*(.*?)\s*$/.exec(line) ?? [];
      if (id === undefined) return;
      if (names.has(id)) {
        throw new CommandFailure(
          'provider-listed-twice',
          msg(str`${file}, line ${at + 1}: ${id} is there twice.`, {
            desc: 'Command line error. Name of a file, number of a line, id of a provider',
          }),
        );
      }
      names.set(id, name === '' ? id : name);
    });
  if (names.size > 0) return names;
  throw new CommandFailure(
    'no-providers-listed',
    msg(str`${file} lists no provider.`, { desc: 'Command line error. Name of a file' }),
    msg('Write the id of a provider on each line.', { desc: 'Command line hint' }),
  );
}
