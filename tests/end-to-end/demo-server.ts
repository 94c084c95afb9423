import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

/** The demo as `npm start` runs it, with a small sample in a folder of its own. */
export interface Demo {
  readonly address: string;
  /** A file that the demo made: `site/indicators.json`, `data/student-years.json` … */
  readonly at: (name: string) => string;
  /** What it said while it worked. */
  readonly said: string;
  /** Runs the command line that the demo built. */
  readonly strapetsi: (...args: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function startDemo(...args: readonly string[]): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'strapetsi-demo-'));
  const child = spawn(
    process.execPath,
    ['examples/intranet/start.mjs', '--folder', folder, ...(args.includes('--port') ? [] : ['--port', '0']), ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    const { address, said } = await ready(child);
    return {
      address,
      said,
      at: (name) => join(folder, name),
      strapetsi: async (...given) => {
        const program = join(folder, 'build/strapetsi.mjs');
        const { stdout } = await promisify(execFile)(process.execPath, [program, ...given], { maxBuffer: 2 ** 26 });
        return stdout;
      },
      stop: () => stop(child, folder),
    };
  } catch (error) {
    await stop(child, folder);
    throw error;
  }
}

function ready(child: ChildProcess): Promise<{ readonly address: string; readonly said: string }> {
  return new Promise((done, failed) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /Suomeksi\s+(http:\/\/localhost:\d+)\//.exec(said)?.[1];
      if (address !== undefined) done({ address, said });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`The demo ended with ${String(code)}:\n${said}`)));
  });
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}
