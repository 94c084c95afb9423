import { open, rename } from 'node:fs/promises';
import { isSystemError } from '../output/write.js';

/** Ending of a file that is still being written; one that is met while nobody writes was left by a program that was stopped. */
export const PART = '.part';

/**
 * Writes a file that is under its name only when it is whole and on the disk: whoever opens it sees what was there before, or this.
 * The folder's own entry is on the disk after `syncFolder`. `mode`: who may read it, as for `chmod`.
 */
export async function writeWhole(path: string, text: string, mode?: number): Promise<void> {
  const part = `${path}.${String(process.pid)}${PART}`;
  const file = await open(part, 'w', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

/** Brings the names in a folder to the disk. Windows does so by itself, and refuses. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
