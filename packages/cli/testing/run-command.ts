import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../src/run.js';

/** What a command did, for tests. */
export interface CommandRun {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line in this process, in English unless told otherwise, with `input` as standard input. */
export async function runCommand(
  args: readonly string[],
  given: { readonly input?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<CommandRun> {
  const output: string[] = [];
  const errors: string[] = [];
  const exitCode = await run(args, {
    input: Readable.from([Buffer.from(given.input ?? '')]),
    output: collector(output),
    errors: collector(errors),
    environment: given.environment ?? { LANG: 'en_GB.UTF-8' },
    interactive: false,
  });
  return { exitCode, output: output.join(''), errors: errors.join('') };
}

function collector(into: string[]): Writable {
  return new Writable({
    decodeStrings: false,
    write: (chunk: unknown, _encoding, done) => {
      into.push(String(chunk));
      done();
    },
  });
}

/** A folder of one's own, gone when the work is done. */
export async function withFolder(work: (at: (name: string) => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'strapetsi-'));
  try {
    await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
