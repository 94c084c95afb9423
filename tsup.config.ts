import { defineConfig, type Options } from 'tsup';
import { stripDescriptions } from './tests/gate/strip-descriptions.js';

const packages = ['text', 'indicators', 'charts', 'components', 'cli'] as const;

/** One module out per module in: what is imported by name can be shaken, and what breaks can be read. */
function modules(name: (typeof packages)[number]): Options {
  const source = `packages/${name}/src`;
  return {
    name,
    entry: [`${source}/**/*.ts`, `!${source}/**/*.{test,browser-test,long-test,d}.ts`],
    outDir: `packages/${name}/dist`,
    bundle: false,
    splitting: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    silent: true,
    esbuildPlugins: [stripDescriptions],
    tsconfig: 'tsconfig.base.json',
    esbuildOptions(options) {
      options.outbase = source;
    },
  };
}

/** Files that a page without a bundler loads: everything inside, from source. */
const pageFiles: Options = {
  entry: { 'indicator-chart': 'packages/components/src/indicator-chart/indicator-chart.ts' },
  outDir: 'packages/components/cdn',
  format: ['esm', 'iife'],
  target: 'es2022',
  platform: 'browser',
  noExternal: [/.*/],
  minify: true,
  sourcemap: true,
  // The languages are chunks of their own in the module; a classic script has them inside.
  splitting: true,
  silent: true,
  esbuildPlugins: [stripDescriptions],
  clean: true,
  tsconfig: 'tsconfig.base.json',
  outExtension: ({ format }) => ({ js: format === 'iife' ? '.global.js' : '.js' }),
  esbuildOptions(options) {
    options.conditions = ['@strapetsi/source', 'browser', 'production'];
    options.define = { ...options.define, 'process.env.NODE_ENV': '"production"' };
    options.legalComments = 'linked';
  },
};

export default defineConfig([...packages.map(modules), { name: 'cdn', ...pageFiles }]);
