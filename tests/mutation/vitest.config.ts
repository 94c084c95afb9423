import { defineConfig } from 'vitest/config';
import { fromSource } from '../../vitest.config.js';

/** Only the tests that stand beside the mutated sources: a mutant must be caught where it lives, and quickly. */
export default defineConfig({
  ...fromSource,
  test: {
    include: ['packages/indicators/src/{aggregate,publication,days,shape}/*.test.ts', 'packages/text/src/*.test.ts'],
  },
});
