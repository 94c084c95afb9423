import { posix } from 'node:path';

/**
 * The analyzer reads the TypeScript; who reads the manifest has the published modules. Re-exports, which it leaves as they
 * are written, are followed from the module that has them.
 */
const publishedPaths = {
  name: 'published-paths',
  /** @param {{ customElementsManifest: { modules: { path: string }[] } }} phase */
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) rewrite(module, posix.dirname(module.path));
  },
};

/** @param {unknown} node @param {string} folder */
function rewrite(node, folder) {
  if (Array.isArray(node)) for (const each of node) rewrite(each, folder);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const record = /** @type {Record<string, unknown>} */ (node);
  for (const key of ['path', 'module']) {
    const value = record[key];
    if (typeof value === 'string') record[key] = published(value, folder);
  }
  for (const value of Object.values(record)) rewrite(value, folder);
}

/** @param {string} path @param {string} folder */
function published(path, folder) {
  const whole = path.startsWith('./') ? posix.join(folder, path) : path.replace(/^\//, '');
  return whole.replace(/^src\/(.*)\.[jt]s$/, 'dist/$1.js');
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/languages/generated/**'],
  outdir: '.',
  litelement: true,
  plugins: [publishedPaths],
};
