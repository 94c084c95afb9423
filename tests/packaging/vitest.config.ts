import { defineConfig } from 'vitest/config';

/** What is published, as it is published: these tests read `dist` and need `npm run build` first. */
export default defineConfig({
  test: {
    include: ['tests/{packaging,size}/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
