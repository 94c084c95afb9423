import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const ofVitest = createRequire(import.meta.resolve('vitest'));
const { ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } = await import(
  pathToFileURL(ofVitest.resolve('@vitest/expect')).href
);

/**
 * As much of `vitest` as the tests of the mutated folders use, with its own `expect`: they are collected as functions and run in
 * this process, some hundred times as often in a second as vitest can start.
 */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

function expect(value, message) {
  return chai.expect(value, message);
}
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT], {
  unreachable: (message) => chai.assert.fail(`not to be reached: ${message ?? ''}`),
});

/** The named rows of a table: a row that is a list gives the arguments. Names are made unique by the row's number. */
function eachOf(one) {
  return (rows) => (name, run) => {
    rows.forEach((row, at) => {
      one(`${name} #${at + 1}`, () => run(...(Array.isArray(row) ? row : [row])));
    });
  };
}

/** @returns the module `vitest` for one file, and the list that its tests are collected in: `{ name, run }` */
export function collecting() {
  const tests = [];
  const within = [];
  function describe(name, body) {
    within.push(name);
    body();
    within.pop();
  }
  function it(name, run) {
    if (typeof run !== 'function') throw new TypeError(`${name}: options of a test are not known here`);
    tests.push({ name: [...within, name].join(' '), run });
  }
  describe.each = eachOf(describe);
  it.each = eachOf(it);
  return { tests, vitest: { describe, it, test: it, expect } };
}
