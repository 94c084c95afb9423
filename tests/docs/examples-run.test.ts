import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collegeFiles } from './college.js';
import type { Example } from './examples.js';
import { BrowserWorker, bundle, fileNameOf, removeModules, runModule } from './run-module.js';
import { withChecks } from './shown-results.js';
import { moduleExamples, wholeModule } from './whole-module.js';

/** Every example runs, each in a folder of its own with the files of a small college, and gives the results that it shows. */
const modules = moduleExamples();

let inputs: ReadonlyMap<string, string | Uint8Array>;
let folder = '';
const before = process.cwd();
const ownWorker = globalThis.Worker;

beforeAll(async () => {
  const files = modules.flatMap(([, example]) => {
    const name = fileNameOf(example);
    return name === undefined ? [] : [bundle(example).then((code) => [name, code] as const)];
  });
  inputs = new Map([...(await collegeFiles()), ...(await Promise.all(files))]);
  Object.assign(globalThis, { Worker: BrowserWorker });
}, 60_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strapetsi-example-'));
  for (const [name, content] of inputs) writeFileSync(join(folder, name), content);
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  Object.assign(globalThis, { Worker: ownWorker });
  removeModules();
});

it.each(modules)('%s', async (_, example) => {
  const name = fileNameOf(example);
  // A file for others is run by the examples that start it.
  if (name === undefined) await runModule(example, wholeModule(example));
  else expect(modules.some(([, { code }]) => code.includes(`./${name}`))).toBe(true);
});

describe('a result that would not be checked is refused', () => {
  it.each([
    ['after nothing', 'const a = 1;\n// → 1\n', 'page:0: 1 results are shown, of which 0 follow a statement'],
    ['after two constants', 'const a = 1, b = 2; // → 1\n', 'page:0: this gives nothing that "→ 1" could be'],
    ['without its arrow', 'Math.max(1, 2); // 2\n', 'page:0: the result "2" stands without →'],
  ])('%s', (_, code, message) => {
    expect(() => withChecks(code, (line) => `page:${String(line)}`)).toThrow(message);
  });
});

describe('an example that is wrong is told with its place', () => {
  it.each([
    [
      'where a result is another one',
      7,
      'const two = 2;\n\ntwo + 1; // → 4\n',
      'page.md:9: expected 3 to deeply equal 4',
    ],
    ['where something is thrown', 30, "const text = 'x';\nJSON.parse(text);\n", 'page.md:31: SyntaxError'],
    [
      'where a result is never reached',
      50,
      'if (process.pid < 0) {\n  Math.max(1, 2); // → 2\n}\n',
      'page.md:50: of 1 results that are shown 0 were reached',
    ],
  ])('%s', async (_, line, code, message) => {
    const example: Example = { file: 'page.md', line, kind: 'ts', code };
    await expect(runModule(example, code)).rejects.toThrow(message);
  });
});
