/**
 * Mutation testing of what must not be wrong: joining, publishing, the calendar and the reading of published files.
 * `npm run mutation`; the last figures stand in docs/mutation.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  mutate: [
    'packages/indicators/src/{aggregate,publication,days,shape}/*.ts',
    'packages/text/src/*.ts',
    '!**/*.test.ts',
    '!**/*.browser-test.ts',
    '!packages/indicators/src/aggregate/{aggregate,errors}.ts',
    '!packages/indicators/src/publication/{indicator-table,errors}.ts',
    '!packages/*/src/index.ts',
  ],
  checkers: [],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, reportScoreTable: true },
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
};
