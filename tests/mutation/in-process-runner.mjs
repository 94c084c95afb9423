import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import fc from 'fast-check';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { group, leftOut } from './groups.mjs';
import { collecting } from './vitest-in-process.mjs';

/**
 * A test runner of Stryker that runs vitest's tests in one process. Every test file is bundled with its sources once, and evaluated
 * anew for every mutant: a mutated constant is as little a special case as a mutated function. A mutant is tried by the tests of the
 * files that hold its source, the likeliest and the quickest first, until one fails.
 */
/** Packages stay what they are; of the workspace's own the sources are taken. */
const packagesOutside = {
  name: 'packages outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@strapetsi/') ? undefined : { path, external: true },
    );
  },
};

async function bundle(file, folder) {
  const outfile = join(folder, 'bundle.cjs');
  const { metafile } = await build({
    entryPoints: [file],
    absWorkingDir: process.cwd(),
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    conditions: ['@strapetsi/source'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__url' },
    plugins: [packagesOutside],
    metafile: true,
    logLevel: 'error',
  });
  const code = await readFile(outfile, 'utf8');
  const script = new Script(`(function (require, module, exports, __dirname, __url) {${code}\n})`, {
    filename: file,
    // For what sources load themselves when it is needed, such as a solver.
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return {
    file,
    time: 0,
    evaluate: script.runInThisContext(),
    sources: Object.keys(metafile.inputs).map((each) => resolve(each)),
  };
}

function readTests({ file, evaluate }) {
  const { tests, vitest } = collecting();
  const installed = createRequire(file);
  const require = (name) => (name === 'vitest' ? vitest : installed(name));
  evaluate(require, { exports: {} }, {}, dirname(file), pathToFileURL(file).href);
  return tests;
}

/** Random cases end after half a second: a mutant that they have not caught by then survives. */
fc.configureGlobal({ interruptAfterTimeLimit: 500 });

function isAsked(name) {
  return !leftOut.includes(name) && (group.testFiles?.includes(name) ?? true);
}

/**
 * Stryker takes a loop for endless where its place was passed a hundred times as often as by all tests together; a tenth of that, and
 * so ten times as often, is soon enough known where loops are as hot as in the engine.
 */
const SOONER = 10;

class InProcessRunner {
  #files = [];
  /** The test file that caught the last mutant of a source: the likeliest to catch the next. */
  #lastToCatch = new Map();
  /** What the instrumented sources read and write, by Stryker's names. */
  #state = (globalThis.__stryker__ ??= {});
  static inject = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const folder = await mkdtemp(join(process.cwd(), '.bundles-'));
    for (const tested of group.tests.map((each) => resolve('packages', each))) {
      const names = (await readdir(tested)).filter((name) => name.endsWith('.test.ts') && isAsked(name));
      for (const name of names) this.#files.push(await bundle(join(tested, name), folder));
    }
    await rm(folder, { recursive: true });
  }

  async dryRun() {
    const mutantCoverage = { static: {}, perTest: {} };
    Object.assign(this.#state, { activeMutant: undefined, mutantCoverage });
    const results = await this.#run(this.#files, () => true, false);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit: strykers, sandboxFileName, testFilter }) {
    const hitLimit = strykers && strykers / SOONER;
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const source = resolve(sandboxFileName);
    const beside = source.replace(/\.ts$/, '.test.ts');
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const wantedFiles = wanted && new Set([...wanted].map((id) => id.slice(0, id.indexOf('#'))));
    const first = this.#lastToCatch.get(source) ?? beside;
    const files = this.#files
      .filter(({ file, sources }) => sources.includes(source) && (wantedFiles?.has(basename(file)) ?? true))
      .sort((a, b) => Number(b.file === first) - Number(a.file === first) || a.time - b.time);
    const results = await this.#run(files, (id) => wanted?.has(id) ?? true, true);
    const failed = results.find(({ status }) => status === TestStatus.Failed);
    if (failed !== undefined)
      this.#lastToCatch.set(source, files.find(({ file }) => failed.id.startsWith(`${basename(file)}#`)).file);
    const timeout = determineHitLimitReached(this.#state.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: results });
  }

  /** @param bail whether the first failure ends the run */
  async #run(files, isWanted, bail) {
    const results = [];
    for (const file of files) {
      this.#state.currentTestId = undefined;
      const { user } = process.cpuUsage();
      const at = performance.now();
      let tests;
      try {
        tests = readTests(file);
      } catch (error) {
        results.push(resultOf(`${basename(file.file)}# is read`, at, error));
        if (bail) return results;
        continue;
      }
      for (const { name, run } of tests) {
        const id = `${basename(file.file)}#${name}`;
        if (!isWanted(id)) continue;
        this.#state.currentTestId = id;
        const result = await tryOne(id, run);
        results.push(result);
        if (bail && result.status === TestStatus.Failed) return results;
      }
      file.time = process.cpuUsage().user - user;
    }
    return results;
  }
}

function resultOf(id, startedAt, error) {
  const common = { id, name: id, timeSpentMs: performance.now() - startedAt };
  if (error === undefined) return { ...common, status: TestStatus.Success };
  return { ...common, status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
}

async function tryOne(id, run) {
  const at = performance.now();
  try {
    await run();
    return resultOf(id, at);
  } catch (error) {
    return resultOf(id, at, error ?? new Error('nothing'));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
