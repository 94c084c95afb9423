import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { groups } from './groups.mjs';

/**
 * `npm run mutation -- engine`: the named groups one after the other, or all of them, and at last the score of each folder.
 * Options of Stryker follow the names: `npm run mutation -- engine --mutate packages/indicators/src/engine/fill.ts`.
 */
const given = process.argv.slice(2);
const at = given.findIndex((each) => each.startsWith('-'));
const options = at < 0 ? [] : given.slice(at);
const asked = at < 0 ? given : given.slice(0, at);
const unknown = asked.filter((name) => !(name in groups));
if (unknown.length > 0) {
  console.error(`No such group: ${unknown.join(', ')}. There are ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}

/** Scores by folder of a report: `caught` of `all` that were tried. */
function scoresOf(report) {
  const scores = new Map();
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const folder = dirname(file).replace('packages/', '').replace('/src', '');
    const score = scores.get(folder) ?? { caught: 0, inTime: 0, all: 0 };
    for (const { status } of mutants) {
      if (status === 'Ignored' || status === 'CompileError' || status === 'RuntimeError') continue;
      score.all += 1;
      if (status === 'Killed') score.caught += 1;
      if (status === 'Timeout') score.inTime += 1;
    }
    scores.set(folder, score);
  }
  return scores;
}

let failed = false;
const lines = [];
mkdirSync('reports/mutation', { recursive: true });
for (const name of asked.length === 0 ? Object.keys(groups) : asked) {
  const env = { ...process.env, MUTATION_GROUP: name };
  const { status } = spawnSync('stryker', ['run', ...options], { env, stdio: 'inherit', shell: true });
  if (status !== 0) {
    failed = true;
    continue;
  }
  const report = JSON.parse(readFileSync(`reports/mutation/${name}.json`, 'utf8'));
  for (const [folder, { caught, inTime, all }] of scoresOf(report)) {
    const share = (100 * (caught + inTime)) / all;
    lines.push(
      `${folder}: ${caught + inTime} of ${all}, ${share.toFixed(1)} % (${inTime} of them by running out of time)`,
    );
  }
}
console.log(lines.join('\n'));
process.exitCode = failed ? 1 : 0;
