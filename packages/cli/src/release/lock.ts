import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';
import { CommandFailure } from '../failure.js';
import { isSystemError } from '../output/write.js';
import { PART } from './write-whole.js';

/** Stands in a folder while a release is written to it. */
export const LOCK_FILE = 'publishing.lock';

/** Locks that this program has, or is about to take. */
const heldHere = new Set<string>();

/**
 * Does work that nobody else may do in the folder at the same time. A lock that a stopped program of this machine left is taken over.
 * Throws `CommandFailure` where another program works there.
 */
export async function withLock<Result>(
  folder: string,
  language: Language,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = resolve(folder, LOCK_FILE);
  const mine = `${JSON.stringify({ process: process.pid, host: hostname() })}\n`;
  if (heldHere.has(path)) throw locked(path, language);
  heldHere.add(path);
  try {
    if (!(await take(path, mine)) && (!(await removeAbandoned(path)) || !(await take(path, mine))))
      throw locked(path, language);
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    heldHere.delete(path);
  }
}

/** The lock is there with its content or not at all; not every disk has links. */
async function take(path: string, content: string): Promise<boolean> {
  const part = `${path}.${String(process.pid)}${PART}`;
  await writeFile(part, content);
  try {
    await link(part, path).catch((error: unknown) => {
      if (isSystemError(error, 'EEXIST')) throw error;
      return copyFile(part, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    // Whoever has the lock clears away what is half written: this part too.
    if (isSystemError(error, 'EEXIST') || isSystemError(error, 'ENOENT')) return false;
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

/** Whether the lock is gone: nobody had it any more. What is moved away is looked at again, since another may have been quicker. */
async function removeAbandoned(path: string): Promise<boolean> {
  try {
    const found = await readFile(path, 'utf8');
    if (!isAbandoned(found)) return false;
    const moved = `${path}.${String(process.pid)}.old${PART}`;
    await rename(path, moved);
    if ((await readFile(moved, 'utf8')) !== found) {
      await rename(moved, path);
      return false;
    }
    await rm(moved);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return true;
    throw error;
  }
}

/** Of a program that does not run any more; or that had the number of this one, which has no lock yet. */
function isAbandoned(content: string): boolean {
  const [, id, host] = /^\{"process":(\d+),"host":(".*")\}\n$/.exec(content) ?? [];
  if (id === undefined || host !== JSON.stringify(hostname())) return false;
  return Number(id) === process.pid || !isRunning(Number(id));
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return !isSystemError(error, 'ESRCH');
  }
}

function locked(path: string, { msg }: Language): CommandFailure {
  return new CommandFailure(
    'release-locked',
    msg('Another program is writing a release to this folder.', { desc: 'Command line error' }),
    msg(str`Wait until it is done; if none is running, remove ${path}.`, {
      desc: 'Command line hint. Name of a file',
    }),
  );
}
