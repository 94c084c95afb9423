/**
 * Takes out of `dist` what no longer has a source, so that a renamed module is not published under both names.
 * The rest stays: the compiler builds on it.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const packages = new URL('../packages/', import.meta.url).pathname;

for (const name of readdirSync(packages)) {
  const dist = join(packages, name, 'dist');
  if (!existsSync(dist)) continue;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const module = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file)?.[1];
    if (module !== undefined && !existsSync(join(packages, name, 'src', `${module}.ts`))) rmSync(join(dist, file));
  }
}
