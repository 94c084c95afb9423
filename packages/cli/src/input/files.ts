import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';

export interface InputFile {
  /** `-` is standard input. */
  readonly path: string;
  /** 0 where it is not known. */
  readonly bytes: number;
}

/**
 * The files meant by the arguments, each once, in their order. `*` and `?` in the last part of a path are looked up here
 * where the shell has not done so.
 * Throws `CommandFailure` where a file does not exist or a pattern fits none.
 */
export async function findFiles(args: readonly string[], language: Language): Promise<readonly InputFile[]> {
  const { msg } = language;
  const found = new Map<string, InputFile>();
  for (const arg of args) {
    const paths = await expand(arg, language);
    if (paths.length === 0) {
      throw new CommandFailure(
        'no-such-file',
        msg(str`No file fits ${arg}.`, { desc: 'Command line error. A pattern such as data/*.json' }),
        msg('Check the folder and the pattern.', { desc: 'Command line hint' }),
      );
    }
    for (const path of paths) found.set(path, { path, bytes: path === '-' ? 0 : await sizeOf(path, language) });
  }
  return [...found.values()];
}

async function expand(arg: string, language: Language): Promise<readonly string[]> {
  if (arg === '-' || !/[*?]/.test(basename(arg))) return [arg];
  if (
    await stat(arg).then(
      () => true,
      () => false,
    )
  )
    return [arg];
  const folder = dirname(arg);
  const names = await readdir(folder).catch((error: unknown) => error);
  if (!Array.isArray(names)) {
    if (isSystemError(names)) throw cannotRead(folder, names, language);
    throw names;
  }
  const pattern = new RegExp(
    `^${basename(arg)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
  return names
    .map(String)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function sizeOf(path: string, language: Language): Promise<number> {
  const { msg } = language;
  const found = await stat(path).catch((error: unknown) => error);
  if (found instanceof Error) {
    if (isSystemError(found)) throw cannotRead(path, found, language);
    throw found;
  }
  const stats = found as Awaited<ReturnType<typeof stat>>;
  if (stats.isDirectory()) {
    throw new CommandFailure(
      'is-folder',
      msg(str`${path} is a folder.`, { desc: 'Command line error. Name of a folder' }),
      msg(str`Give the files in it: ${join(path, '*.json')}.`, { desc: 'Command line hint. A pattern of files' }),
    );
  }
  return Number(stats.size);
}

/** What the operating system said, as a sentence. */
export function cannotRead(path: string, error: NodeJS.ErrnoException, { msg }: Language): CommandFailure {
  if (error.code === 'ENOENT') {
    return new CommandFailure(
      'no-such-file',
      msg(str`There is no file ${path}.`, { desc: 'Command line error. Name of a file' }),
      msg('Check its name and folder.', { desc: 'Command line hint' }),
    );
  }
  return new CommandFailure(
    'cannot-read',
    msg(str`Cannot read ${path}: ${error.code ?? error.message}.`, {
      desc: 'Command line error. Name of a file, reason code of the operating system such as EACCES',
    }),
    msg('Check that you may read the file.', { desc: 'Command line hint' }),
  );
}
