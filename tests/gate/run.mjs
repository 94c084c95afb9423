/**
 * The gate: everything that must hold before a change is taken in. `npm test` runs it whole; `npm test -- lint types` runs
 * the named parts. The last line is `N passed, N failed`; a check counts as one, a runner as many as it has tests.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { browserVersions, installBrowsers, startWebKitDriver } from './browsers.mjs';
import { bin, run, stopEverything, stopEverythingWhenInterrupted } from './processes.mjs';
import { add, nothing, oneFailure, oneSuccess, resultOfRunner } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */

const root = new URL('../..', import.meta.url).pathname;
const reports = new URL('../../reports/', import.meta.url).pathname;

/**
 * A check passes when its programs all leave with 0.
 *
 * @param {readonly (readonly [command: string, ...args: string[]])[]} programs
 * @returns {() => Promise<Result>}
 */
const check =
  (...programs) =>
  async () => {
    for (const [command, ...args] of programs) {
      const code = await run(command, args, { cwd: root });
      if (code !== 0) return oneFailure(`${[command.split('/').at(-1), ...args].join(' ')} ended with code ${code}`);
    }
    return oneSuccess();
  };

/** @param {string} name @param {...string} args */
const vitest =
  (name, ...args) =>
  async () => {
    const file = `${reports}${name}.json`;
    const code = await run(
      bin('vitest'),
      ['run', '--reporter=default', '--reporter=./tests/gate/vitest-reporter.mjs', '--no-color', ...args],
      { cwd: root, env: { ...process.env, TEST_RESULT: file, NO_COLOR: '1' } },
    );
    return resultOfRunner('vitest', file, code);
  };

/** An engine that cannot be started leaves the others to run, and is a failure of its own. */
async function inBrowsers() {
  const file = `${reports}browsers.json`;
  /** @type {Result} */
  let result = nothing;
  const driver = await startWebKitDriver().catch((/** @type {unknown} */ error) => {
    result = oneFailure(`WebKit could not be started: ${error instanceof Error ? error.message : String(error)}`);
    console.error(result.failures[0]);
    return undefined;
  });
  const code = await run(bin('wtr'), [], {
    cwd: root,
    env: {
      ...process.env,
      BROWSER_ENGINES: driver ? 'chromium,firefox,webkit' : 'chromium,firefox',
      BROWSER_TEST_RESULT: file,
      ...(driver ? { WEBKIT_DRIVER_PORT: String(driver.port) } : {}),
    },
  });
  if (driver) await driver.stop();
  return add(result, resultOfRunner('@web/test-runner', file, code));
}

async function browsers() {
  if (!(await installBrowsers())) return oneFailure('not every browser is installed: see above for what to install');
  console.log(browserVersions().join('\n'));
  return oneSuccess();
}

/** Cheap ones first; what reads `dist` after the build. @type {readonly (readonly [name: string, run: () => Promise<Result>])[]} */
const parts = [
  ['browsers', browsers],
  ['texts', check(['npm', 'run', '--silent', 'check:texts'])],
  ['format', check(['npm', 'run', '--silent', 'check:format'])],
  ['lint', check(['npm', 'run', '--silent', 'lint'])],
  ['build', check(['npm', 'run', '--silent', 'build'])],
  ['types', check(['npm', 'run', '--silent', 'check:types'])],
  ['manifest', check(['npm', 'run', '--silent', 'check:manifest'])],
  ['packages', check(['npm', 'run', '--silent', 'check:packages'])],
  ['storybook', check(['npm', 'run', '--silent', 'build:storybook'])],
  ['unit', vitest('unit')],
  ['packaging', vitest('packaging', '--config', 'tests/packaging/vitest.config.ts')],
  ['browser', inBrowsers],
  ['end-to-end', vitest('end-to-end', '--config', 'tests/end-to-end/vitest.config.ts')],
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !parts.some(([part]) => part === name));
if (unknown.length > 0) {
  if (!unknown.includes('help')) console.error(`No such part: ${unknown.join(', ')}.`);
  console.error(`Parts: ${parts.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}

stopEverythingWhenInterrupted();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @type {Result} */
let total = nothing;
/** @type {string[]} */
const summary = [];
for (const [name, part] of parts) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
  const begin = performance.now();
  const result = await part().catch((/** @type {unknown} */ error) => {
    console.error(error);
    return oneFailure(`broke down: ${error instanceof Error ? error.message : String(error)}`);
  });
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  summary.push(
    `${result.failed === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${result.passed} passed, ${result.failed} failed, ${seconds} s`,
    ...result.failures.map((failure) => `          ✗ ${firstLine(failure)}`),
  );
  total = add(total, result);
}
await stopEverything();

console.log(`\n── summary ${'─'.repeat(69)}`);
console.log(summary.join('\n'));
if (total.skipped.length > 0) {
  console.log(`\nNot run, and not counted (${total.skipped.length}):`);
  for (const { name, reason } of total.skipped) console.log(`  ${name}: ${firstLine(reason)}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} text */
function firstLine(text) {
  return text.split('\n')[0] ?? '';
}
