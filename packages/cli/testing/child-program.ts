import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Whoever imports `node:fs/promises` gets the disk at which a program dies. */
const dyingDisk: Plugin = {
  name: 'dying-disk',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^node:fs\/promises$/ }, ({ importer }) =>
      importer.endsWith('dying-disk.ts') ? undefined : { path: join(here, 'dying-disk.ts') },
    );
  },
};

/** A program of this folder as one file that Node runs by itself, from source. `remove` takes it away. */
export async function programOf(
  name: string,
  { dies = false } = {},
): Promise<{ readonly path: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'strapetsi-program-'));
  const path = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@strapetsi/source'],
    plugins: dies ? [dyingDisk] : [],
    logLevel: 'error',
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
