import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Worker as NodeWorker } from 'node:worker_threads';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { root, type Example } from './examples.js';
import { withChecks } from './shown-results.js';

/** Where the modules that are run stand; nothing is kept there. */
const place = `${root}reports/examples-${String(process.pid)}/`;

export const removeModules = (): void => rmSync(place, { recursive: true, force: true });

/** A result that documentation shows and code does not give. */
class OtherResultError extends Error {
  override readonly name = 'OtherResultError';
}

declare global {
  // What the checks in the place of comments call; one example runs at a time.
  var shows: (found: unknown, shown: unknown, line: number) => void;
}

/** `file:line` of a line of the example's code, from 0. */
export const placeIn =
  ({ file, line }: Example) =>
  (offset: number): string =>
    `${file}:${String(line + offset)}`;

/** The place in the example at which an error was thrown, as its stack says. */
function placeOf(error: unknown, path: string, example: Example): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [, line] = new RegExp(`${path.replaceAll('.', '\\.')}(?:\\?[^:]*)?:(\\d+)`).exec(stack) ?? [];
  return line === undefined ? placeIn(example)(0) : `${example.file}:${line}`;
}

/**
 * Runs the code of an example as a module, from the packages' sources, in the current folder.
 * @param code with imports that documentation leaves out, before what stands in it, on the first line
 * @returns how many results were compared
 * @throws with file and line of the documentation, where a result is another one or anything is thrown
 */
export async function runModule(example: Example, code: string): Promise<number> {
  const at = placeIn(example);
  const { code: checked, checks } = withChecks(code, at);
  const name = `${example.file.replaceAll(/[^\w]/g, '-')}-${String(example.line)}`;
  const path = join(place, `${name}.${example.kind === 'js' ? 'js' : 'ts'}`);
  mkdirSync(place, { recursive: true });
  // Lines of the module are those of the documentation, so that a stack names them.
  writeFileSync(path, '\n'.repeat(example.line - 1) + checked);
  let compared = 0;
  globalThis.shows = (found, shown, line) => {
    compared++;
    try {
      expect(found).toEqual(shown);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new OtherResultError(`${at(line)}: ${message}`, { cause });
    }
  };
  try {
    await import(/* @vite-ignore */ path);
  } catch (error) {
    if (error instanceof OtherResultError) throw error;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`${placeOf(error, path, example)}: ${message}`, { cause: error });
  }
  if (compared !== checks)
    throw new Error(`${at(0)}: of ${String(checks)} results that are shown ${String(compared)} were reached`);
  return compared;
}

/** The name in a first line such as `// calculation-worker.js`, of code that is a file for others. */
export const fileNameOf = ({ code }: Example): string | undefined =>
  /^\/\/ ([\w-]+\.js)$/m.exec(code.split('\n')[0] ?? '')?.[1];

/** In a browser's worker messages come and go through globals; here through the thread's port. */
const asInBrowser = `import { parentPort } from 'node:worker_threads';
globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
globalThis.postMessage = (message) => parentPort.postMessage(message);`;

/** A file that an example starts by its name, such as a worker, with the packages' sources in it. */
export async function bundle({ code }: Example): Promise<string> {
  const forBrowser = !code.includes('node:');
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['@strapetsi/source'],
    ...(forBrowser ? { banner: { js: asInBrowser } } : {}),
  });
  return outputFiles[0]?.text ?? '';
}

/** A browser's `Worker` as examples use it, with a thread behind it; its file is looked for in the current folder. */
export class BrowserWorker extends EventTarget {
  readonly #thread: NodeWorker;

  constructor(url: URL) {
    super();
    this.#thread = new NodeWorker(join(process.cwd(), url.pathname.split('/').at(-1) ?? ''));
    this.#thread.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#thread.on('error', () => this.dispatchEvent(new Event('error')));
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
