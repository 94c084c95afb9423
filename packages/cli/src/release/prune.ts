import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCatalogue, type ReleaseCatalogue } from '@strapetsi/indicators';
import { isSystemError } from '../output/write.js';
import { CATALOGUES, nameOfCatalogue, TABLES } from './release-folder.js';
import { PART } from './write-whole.js';

/** What a release writes: never anything else is removed. */
const OURS = /\.[0-9a-f]{12}\.json$/;

/**
 * Removes tables that neither the current release nor the `keep` releases before it name, the catalogues of older releases, and what
 * programs that were stopped left half written. Called while nobody else writes.
 * @returns names of tables and catalogues that were removed
 */
export async function prune(
  folder: string,
  current: ReleaseCatalogue,
  hash: string,
  keep: number,
): Promise<readonly string[]> {
  const kept = new Map([[nameOfCatalogue(current.released, hash), current]]);
  let last = current;
  while (kept.size <= keep && last.previous !== undefined) {
    const earlier = await earlierCatalogue(folder, last.previous);
    if (earlier === undefined) break;
    kept.set(nameOfCatalogue(earlier.released, last.previous), earlier);
    last = earlier;
  }
  const named = new Set([...kept.values()].flatMap(({ tables }) => tables.map(({ file }) => file)));
  // Catalogues first: none that is there names a table that is not.
  const catalogues = await removeFrom(folder, CATALOGUES, (name) => OURS.test(name) && !kept.has(name));
  const tables = await removeFrom(folder, TABLES, (name) => OURS.test(name) && !named.has(`${TABLES}/${name}`));
  for (const part of ['.', CATALOGUES, TABLES]) await removeFrom(folder, part, (name) => name.endsWith(PART));
  return [...catalogues, ...tables];
}

/** The catalogue with this hash; nothing where it is not kept any more, or is not what it was. */
async function earlierCatalogue(folder: string, hash: string): Promise<ReleaseCatalogue | undefined> {
  const ending = nameOfCatalogue('', hash);
  const name = (await namesIn(join(folder, CATALOGUES))).find((one) => one.endsWith(ending));
  if (name === undefined) return undefined;
  const bytes = await readFile(join(folder, CATALOGUES, name));
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return undefined;
  const parsed = parseCatalogue(JSON.parse(bytes.toString('utf8')));
  return parsed.ok ? parsed.catalogue : undefined;
}

async function removeFrom(folder: string, part: string, isOld: (name: string) => boolean): Promise<readonly string[]> {
  const old = (await namesIn(join(folder, part))).filter(isOld);
  for (const name of old) await rm(join(folder, part, name));
  return old.map((name) => `${part}/${name}`);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
