import { defineConfig } from 'vitest/config';

const conditions = ['@strapetsi/source'];

/** Packages resolve to their source, so that no test waits for a build. */
export const fromSource = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

export default defineConfig({
  ...fromSource,
  test: {
    include: ['packages/{text,indicators,charts,cli}/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/{browser,end-to-end,packaging,size}/**'],
    testTimeout: 20_000,
  },
});
