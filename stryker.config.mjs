import { every, group, groupName } from './tests/mutation/groups.mjs';

/**
 * Mutation testing of what must not be wrong. `npm run mutation` runs the groups of `tests/mutation/groups.mjs` one after the
 * other; the figures stand in docs/quality.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'in-process',
  plugins: ['./tests/mutation/in-process-runner.mjs', './tests/mutation/words.mjs', './tests/mutation/sample.mjs'],
  ignorers: ['words'],
  mutate: [
    ...group.mutated.map((folder) => `packages/${folder}/${group.only ?? '*.ts'}`),
    '!**/*.test.ts',
    '!**/*.browser-test.ts',
    '!**/{index,errors}.ts',
    ...(group.except ?? []).map((name) => `!**/${name}`),
  ],
  checkers: every > 1 ? ['sample'] : [],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 30,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${groupName}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, reportScoreTable: true },
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
};
