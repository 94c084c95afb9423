import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {import('./results.mjs').Skipped} Skipped */

/**
 * Writes what vitest counted to the file named by `TEST_RESULT`. A file that cannot be loaded and an error outside tests
 * count as failures, and so does a test skipped without a reason.
 */
export default class CountingReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message: string }[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0;
    /** @type {string[]} */
    const failures = unhandledErrors.map((error) => `outside any test: ${error.message}`);
    /** @type {Skipped[]} */
    const skipped = [];

    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId);
      const suites = [...module.children.allSuites()];
      for (const error of [module, ...suites].flatMap((each) => each.errors()))
        failures.push(`${file}: ${error.message}`);
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${file}: ${test.fullName}`;
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failures.push(name);
        else if (result.state === 'skipped' && result.note) skipped.push({ name, reason: result.note });
        else failures.push(`${name} (did not run and gives no reason)`);
      }
    }

    const file = process.env['TEST_RESULT'];
    /** @type {Result} */
    const result = { passed, failed: failures.length, failures, skipped };
    if (file) writeFileSync(file, JSON.stringify(result));
  }
}
