import { resolve } from 'node:path';
import { build as bundle } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const site = resolve(import.meta.dirname, 'site');

/**
 * Builds from source what the demo needs and nothing else: the command line and the page writer for Node, and the script of
 * the page for browsers.
 *
 * @param {string} folder
 */
export async function build(folder) {
  const common = /** @type {const} */ ({
    bundle: true,
    format: 'esm',
    splitting: true,
    absWorkingDir: root,
    logLevel: 'error',
    tsconfig: resolve(root, 'tsconfig.base.json'),
  });
  await Promise.all([
    bundle({
      ...common,
      entryPoints: { strapetsi: resolve(root, 'packages/cli/src/main.ts'), page: resolve(site, 'page.ts') },
      outdir: resolve(folder, 'build'),
      outExtension: { '.js': '.mjs' },
      platform: 'node',
      target: 'node20',
      conditions: ['@strapetsi/source'],
      // Dependencies in CommonJS ask for Node's own modules with `require`; others make one of their own, by the usual name.
      banner: { js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);" },
    }),
    bundle({
      ...common,
      entryPoints: { intranet: resolve(site, 'browser.ts') },
      outdir: resolve(folder, 'site'),
      platform: 'browser',
      target: 'es2022',
      minify: true,
      conditions: ['@strapetsi/source', 'browser', 'production'],
      define: { 'process.env.NODE_ENV': '"production"' },
      loader: { '.svg': 'copy' },
    }),
  ]);
}
