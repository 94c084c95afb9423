import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import {
  CATALOGUE_FILE,
  readCatalogue,
  type LoadFile,
  type ReadCatalogue,
  type ReleaseProblem,
} from '@strapetsi/indicators';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';

/** Folder of a release in which the catalogues of this release and of earlier ones stand, each by its day and hash. */
export const CATALOGUES = 'catalogues';
export const TABLES = 'tables';

/** Digits of a catalogue's hash that stand in its name. */
const DIGITS = 12;

/** `catalogues/2026-02-02.0123456789ab.json` */
export function nameOfCatalogue(released: string, hash: string): string {
  return `${released}.${hash.slice(0, DIGITS)}.json`;
}

/** Files of a release on a disk. */
export function loadFrom(folder: string): LoadFile {
  return async (file) => {
    try {
      return await readFile(join(folder, file));
    } catch (error) {
      if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ENOTDIR')) return undefined;
      throw error;
    }
  };
}

/**
 * The catalogue of the release that is in a folder; nothing where there is none yet.
 * Throws `CommandFailure` where there is one that cannot be read.
 */
export async function currentCatalogue(
  folder: string,
  language: Language,
): Promise<Extract<ReadCatalogue, { readonly ok: true }> | undefined> {
  const read = await readCatalogue(loadFrom(folder));
  if (read.ok) return read;
  const [problem] = read.problems;
  if (problem === undefined || problem.code === 'missing') return undefined;
  const { msg } = language;
  throw new CommandFailure(
    'release-unreadable',
    msg(str`${join(folder, CATALOGUE_FILE)} is not the catalogue of a release: ${problemText(problem, language)}`, {
      desc: 'Command line error. Name of a file, what is wrong with it as a sentence',
    }),
    msg(str`Put back the latest file of ${join(folder, CATALOGUES)}, or move the folder away.`, {
      desc: 'Command line hint. Name of a folder',
    }),
  );
}

/** What is wrong with a file of a release, as a sentence. */
export function problemText({ code, file, path, expected, found }: ReleaseProblem, { msg }: Language): string {
  const place = path === '' ? file : `${file}, ${path}`;
  switch (code) {
    case 'missing':
      return msg(str`${place}: the file is not there.`, { desc: 'What is wrong with a release. Name of a file' });
    case 'altered':
      return msg(str`${place}: not as it was released (${found} instead of ${expected}).`, {
        desc: 'What is wrong with a release. Name of a file, what was found, what was expected (both in English)',
      });
    case 'unreadable':
      return msg(str`${place}: cannot be read (${found} instead of ${expected}).`, {
        desc: 'What is wrong with a release. Name of a file, what was found, what was expected (both in English)',
      });
    case 'catalogue-differs':
      return msg(str`${place}: does not say what the table says (${found} instead of ${expected}).`, {
        desc: 'What is wrong with a release. Place in a file, what was found, what was expected (both in English)',
      });
  }
}
