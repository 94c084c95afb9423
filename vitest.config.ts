import { defineConfig } from 'vitest/config';

const conditions = ['@strapetsi/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/{text,indicators,charts,cli}/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/browser/**', 'tests/end-to-end/**'],
  },
});
