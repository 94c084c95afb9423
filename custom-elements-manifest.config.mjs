/** The analyzer reads TypeScript; who reads the manifest has the published modules. */
function publishedPaths() {
  /** @param {string} path */
  const published = (path) => path.replace(/^\.?\/?src\/(.*)\.ts$/, 'dist/$1.js');
  return {
    name: 'published-paths',
    /** @param {{ customElementsManifest: { modules: unknown[] } }} phase */
    packageLinkPhase({ customElementsManifest }) {
      rewrite(customElementsManifest);
    },
  };

  /** @param {unknown} node */
  function rewrite(node) {
    if (Array.isArray(node)) return node.forEach(rewrite);
    if (typeof node !== 'object' || node === null) return;
    const record = /** @type {Record<string, unknown>} */ (node);
    for (const key of ['path', 'module']) {
      const value = record[key];
      if (typeof value === 'string') record[key] = published(value);
    }
    Object.values(record).forEach(rewrite);
  }
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/languages/generated/**'],
  outdir: '.',
  litelement: true,
  plugins: [publishedPaths()],
};
