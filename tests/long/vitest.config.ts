import { defineConfig } from 'vitest/config';
import { fromSource } from '../../vitest.config.js';

/** What is worth its time now and then, not at every change: more seeds, bigger files. */
export default defineConfig({
  ...fromSource,
  test: {
    include: ['{packages,tests}/**/*.long-test.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
  },
});
