/**
 * What a runner or a check came to. A skipped test is neither: it is listed with its reason.
 *
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures what failed, one line each, in the words of the test
 * @property {readonly Skipped[]} skipped
 */

/** @typedef {{ name: string, reason: string }} Skipped */

import { readFileSync } from 'node:fs';

/** @type {Result} */
export const nothing = { passed: 0, failed: 0, failures: [], skipped: [] };

/** @param {string} why @returns {Result} */
export const oneFailure = (why) => ({ ...nothing, failed: 1, failures: [why] });

/** @returns {Result} */
export const oneSuccess = () => ({ ...nothing, passed: 1 });

/** @param {Result} a @param {Result} b @returns {Result} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
  skipped: [...a.skipped, ...b.skipped],
});

/**
 * The result a runner's reporter wrote, checked against the runner's exit code: a runner that breaks down, runs nothing,
 * or leaves with an error that no test explains has failed, whatever it managed to count.
 *
 * @param {string} runner
 * @param {string} file
 * @param {number} exitCode
 * @returns {Result}
 */
export function resultOfRunner(runner, file, exitCode) {
  /** @type {Result} */
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return oneFailure(`${runner} ended with code ${exitCode} and left no result.`);
  }
  if (result.passed + result.failed === 0) return add(result, oneFailure(`${runner} ran no test.`));
  if (exitCode !== 0 && result.failed === 0) {
    return add(result, oneFailure(`${runner} ended with code ${exitCode} although no test failed.`));
  }
  return result;
}
