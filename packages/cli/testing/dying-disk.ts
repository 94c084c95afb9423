import * as disk from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/**
 * Stands in for `node:fs/promises` in a program that is killed, as by `kill -9`, before its step number `KILLED_AT` on the disk; where
 * that is the writing of a file, in the middle of it.
 */
let left = Number(process.env['KILLED_AT']);

function step(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

function counted<Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) {
  return (...args: Args): Promise<Result> => {
    step();
    return work(...args);
  };
}

export const copyFile = counted(disk.copyFile);
export const link = counted(disk.link);
export const mkdir = counted(disk.mkdir);
export const readdir = counted((path: string) => disk.readdir(path));
export const readFile = counted((...args: Parameters<typeof disk.readFile>) => disk.readFile(...args));
export const rename = counted(disk.rename);
export const rm = counted(disk.rm);
export const writeFile = counted((path: string, text: string) => disk.writeFile(path, text));

export async function open(path: string, flags: string): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>> {
  step();
  const file = await disk.open(path, flags);
  return {
    writeFile: async (text) => {
      const half = String(text).slice(0, String(text).length / 2);
      if (left === 1) await file.writeFile(half);
      step();
      await file.writeFile(String(text));
    },
    sync: counted(() => file.sync()),
    close: counted(() => file.close()),
  };
}
