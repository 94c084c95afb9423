import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRelease } from '@strapetsi/indicators';
import { expect } from 'vitest';
import { loadFrom } from '../src/release/release-folder.js';
import { programOf } from './child-program.js';
import { numberIn, writeNumbered } from './numbered-release.js';
import { withFolder } from './run-command.js';

/** All files below a folder, by their names in it. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort((a, b) => (a < b ? -1 : 1));

/** The number of the release in a folder, which must be whole. */
export async function numberAt(folder: string): Promise<number | undefined> {
  const read = await readRelease(loadFrom(folder));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return numberIn(read.tables);
}

export interface Killed {
  /** Which release was there after each: 1 the old one, 2 the new one. */
  readonly found: readonly (number | undefined)[];
  /** Files that were left half written. */
  readonly halfWritten: readonly string[];
  /** How often the lock was left. */
  readonly locks: number;
}

/**
 * Kills a program that replaces a release before its first step on the disk, and so on by `stride` steps until it is not killed any more.
 * Each time a whole release must be there, and the next program must write another one and leave nothing half written.
 */
export async function killAtSteps(stride: number): Promise<Killed> {
  const { path, remove } = await programOf('killed-writer', { dies: true });
  const found: (number | undefined)[] = [];
  const halfWritten: string[] = [];
  let locks = 0;
  let isDone = false;
  try {
    for (let step = 1; !isDone; step += stride) {
      await withFolder(async (at) => {
        const folder = at('.');
        await writeNumbered(folder, 1, 0);
        const env = { ...process.env, KILLED_AT: String(step) };
        const program = spawn(process.execPath, [path, folder, '2'], { env, stdio: 'inherit' });
        const [status, signal]: readonly unknown[] = await once(program, 'close');
        isDone = signal === null;
        expect([status, signal]).toEqual(isDone ? [0, null] : [null, 'SIGKILL']);
        found.push(await numberAt(folder));
        halfWritten.push(...filesIn(folder).filter((name) => name.endsWith('.part')));
        if (existsSync(at('publishing.lock'))) locks += 1;
        await writeNumbered(folder, 3, 0);
        expect(await numberAt(folder)).toBe(3);
        expect(filesIn(folder).filter((name) => /part$|lock$/.test(name))).toEqual([]);
        expect(filesIn(at('tables'))).toHaveLength(3);
      });
    }
  } finally {
    remove();
  }
  return { found, halfWritten, locks };
}
