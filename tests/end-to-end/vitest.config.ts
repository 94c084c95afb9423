import { defineConfig } from 'vitest/config';
import { fromSource } from '../../vitest.config.js';

/** One browser at a time: the demo is started once for a file, and two cores are enough for one of them. */
export default defineConfig({
  ...fromSource,
  test: {
    include: ['tests/end-to-end/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
