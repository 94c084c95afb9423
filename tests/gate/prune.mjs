/**
 * Takes out of `dist` what no longer has a source, so that a renamed module is not published under both names; the compiler
 * builds on the rest. With `--all`, takes out everything that was built.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const packages = new URL('../../packages/', import.meta.url).pathname;
const all = process.argv.includes('--all');

for (const name of readdirSync(packages)) {
  const home = join(packages, name);
  if (all)
    for (const built of ['dist', 'cdn', 'custom-elements.json'])
      rmSync(join(home, built), { recursive: true, force: true });
  else pruneModules(home);
}

/** @param {string} home */
function pruneModules(home) {
  const dist = join(home, 'dist');
  if (!existsSync(dist)) return;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const module = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file)?.[1];
    if (module !== undefined && !existsSync(join(home, 'src', `${module}.ts`))) rmSync(join(dist, file));
  }
}
