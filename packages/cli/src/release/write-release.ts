import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOGUE_FILE, releaseFiles, type IndicatorTable, type ReleaseCatalogue } from '@strapetsi/indicators';
import type { Language } from '@strapetsi/text';
import { cannotWrite, isSystemError } from '../output/write.js';
import { withLock } from './lock.js';
import { prune } from './prune.js';
import { CATALOGUES, currentCatalogue, loadFrom, nameOfCatalogue, TABLES } from './release-folder.js';
import { syncFolder, writeWhole } from './write-whole.js';

export interface WriteReleaseOptions {
  /** The day of the release, ISO. */
  readonly released: string;
  /** How many earlier releases stay whole. */
  readonly keep: number;
}

export interface WrittenRelease {
  /** `same`: the release of that day was there already, to the byte. */
  readonly status: 'written' | 'same';
  readonly catalogue: ReleaseCatalogue;
  readonly hash: string;
  /** Files of older releases that are gone now. */
  readonly removed: readonly string[];
}

/**
 * Replaces the release in a folder. Tables are written first, each under a name that its content gives, so that those of the release that
 * is being read stay; then the catalogue is replaced at once. Whoever reads sees the old release or the new one, and what is written
 * survives that the machine loses power.
 * Throws `CommandFailure` where the folder cannot be written, another program writes to it, or its catalogue cannot be read, and
 * `ReleaseError` where the tables are no release.
 */
export async function writeRelease(
  folder: string,
  tables: readonly IndicatorTable[],
  { released, keep }: WriteReleaseOptions,
  language: Language,
): Promise<WrittenRelease> {
  try {
    for (const part of [TABLES, CATALOGUES]) await mkdir(join(folder, part), { recursive: true });
    return await withLock(folder, language, async () => {
      const current = await currentCatalogue(folder, language);
      const previous = current?.hash;
      const again = releaseFiles(tables, { released, ...previousOf(current?.catalogue.previous) });
      const isSame = again.hash === previous;
      const files = isSame ? again : releaseFiles(tables, { released, ...previousOf(previous) });
      await writeTables(folder, files);
      await writeCatalogue(folder, files, isSame);
      const removed = await prune(folder, files.catalogue, files.hash, keep);
      return { status: isSame ? 'same' : 'written', catalogue: files.catalogue, hash: files.hash, removed };
    });
  } catch (error) {
    throw isSystemError(error) ? cannotWrite(folder, error, language) : error;
  }
}

const previousOf = (previous: string | undefined): { readonly previous?: string } =>
  previous === undefined ? {} : { previous };

type Files = ReturnType<typeof releaseFiles>;

/** A table that is there is not written again, unless it is not what it was. */
async function writeTables(folder: string, { tables }: Files): Promise<void> {
  const load = loadFrom(folder);
  for (const { file, text } of tables) {
    const there = await load(file);
    if (there === undefined || !Buffer.from(text).equals(there)) await writeWhole(join(folder, file), text);
  }
  await syncFolder(join(folder, TABLES));
}

async function writeCatalogue(folder: string, { catalogue, text, hash }: Files, isSame: boolean): Promise<void> {
  await writeWhole(join(folder, CATALOGUES, nameOfCatalogue(catalogue.released, hash)), text);
  await syncFolder(join(folder, CATALOGUES));
  if (isSame) return;
  await writeWhole(join(folder, CATALOGUE_FILE), text);
  await syncFolder(folder);
}
