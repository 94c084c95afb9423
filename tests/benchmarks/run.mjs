import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench`: builds, then runs every benchmark of this folder in turn, each in a process of its own. Names on the command line
 * choose some; options such as `--large` are passed on to them.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const benchmarks = readdirSync(here)
  .filter((name) => name.endsWith('.bench.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
if (benchmarks.length === 0) {
  console.error(
    `No benchmark is called ${wanted.join(' or ')}. Expected a part of the name of a *.bench.mjs file in tests/benchmarks.`,
  );
  process.exit(1);
}
if (run('npx', ['tsup']) !== 0) process.exit(1);
const failed = benchmarks.filter((name) => {
  console.log(`\n${name.replace('.bench.mjs', '').replaceAll('-', ' ')}`);
  return run(process.execPath, [here + name, ...options]) !== 0;
});
for (const name of failed) console.error(`${name} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status;
}
