import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {import('@web/test-runner-core').TestSession} TestSession */
/** @typedef {import('@web/test-runner-core').TestSuiteResult} TestSuiteResult */
/** @typedef {import('@web/test-runner-core').TestResult} TestResult */
/** @typedef {import('./results.mjs').Result} Result */

/**
 * Writes what @web/test-runner counted, in every engine together. A file that did not come to its end in an engine is a
 * failure, and so is an engine that ran another number of tests than the others.
 *
 * @param {string} file where to
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function countingReporter(file) {
  /** @type {readonly string[]} */
  let engines = [];
  return {
    start({ browserNames }) {
      engines = browserNames;
    },
    stop({ sessions }) {
      writeFileSync(file, JSON.stringify(count(sessions, engines)));
    },
  };
}

/** @param {readonly TestSession[]} sessions @param {readonly string[]} engines @returns {Result} */
function count(sessions, engines) {
  /** @type {string[]} */
  const failures = [];
  /** @type {Map<string, number>} */
  const testsOf = new Map(engines.map((engine) => [engine, 0]));
  let passed = 0;

  for (const session of sessions) {
    const where = `${session.browser.name}, ${relative(process.cwd(), session.testFile ?? '')}`;
    const tests = session.testResults ? testsIn(session.testResults, []) : [];
    const failed = tests.filter(({ result }) => !result.passed);
    testsOf.set(session.browser.name, (testsOf.get(session.browser.name) ?? 0) + tests.length);
    passed += tests.length - failed.length;
    failures.push(
      ...failed.map(({ name, result }) => `${where}: ${name}${result.skipped ? ' (skipped without a reason)' : ''}`),
      ...session.errors.map((error) => `${where}: ${error.message}`),
    );
    if (!session.passed && failed.length === 0 && session.errors.length === 0) {
      failures.push(`${where}: did not come to its end (${session.status})`);
    }
    if (session.passed && tests.length === 0) failures.push(`${where}: has no test`);
  }

  const most = Math.max(...testsOf.values());
  for (const [engine, number] of testsOf) {
    if (number < most) failures.push(`${engine}: ran ${number} tests where another engine ran ${most}`);
  }
  return { passed, failed: failures.length, failures, skipped: [] };
}

/**
 * @param {TestSuiteResult} suite
 * @param {readonly string[]} path
 * @returns {{ name: string, result: TestResult }[]}
 */
function testsIn(suite, path) {
  const here = suite.name ? [...path, suite.name] : path;
  return [
    ...suite.tests.map((result) => ({ name: [...here, result.name].join(' › '), result })),
    ...suite.suites.flatMap((each) => testsIn(each, here)),
  ];
}
