import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Something a person can put right; the message says how. */
export class UserError extends Error {
  /** @override */
  name = 'UserError';
}

/** Years of student years on the page. */
const yearsShown = 7;

/**
 * Runs the command line as a provider would every night: documents → aggregates → one release.
 *
 * @param {object} given
 * @param {string} given.folder
 * @param {readonly string[]} given.documents the provider's own; none for sample data
 * @param {string} given.asOf
 * @param {string} given.students
 * @param {<T>(what: string, work: () => T | Promise<T>) => Promise<T>} given.step
 * @returns {Promise<import('./site/texts.js').Subject>}
 */
export async function publishTables({ folder, documents, asOf, students, step }) {
  const data = resolve(folder, 'data');
  await mkdir(data, { recursive: true });
  /** @param {string} name */
  const at = (name) => resolve(data, name);
  /** @param {readonly string[]} args */
  const strapetsi = (...args) => run(resolve(folder, 'build/strapetsi.mjs'), args);

  for (const file of documents) {
    if (!existsSync(file)) throw new UserError(`There is no file ${file}. Check the name after --koski.`);
  }
  const files = documents.length > 0 ? documents : [at('koski.ndjson.gz')];
  if (documents.length === 0) await step('Making sample data', () => makeSample(folder, at, students, asOf, strapetsi));

  const year = Number(asOf.slice(0, 4));
  // The last full years, and the autumn whose students have all had four years.
  const years = { from: `${year - yearsShown}-01-01`, to: `${year - 1}-12-31` };
  const cohort = `${year - 5}-H2`;
  // Every half-year; the last month end, which lies between two of them, is left to tables.
  const checkpoints = 'checkpoint=06,12,18,24,30,36,42,48,54,60';
  const starters = ['--from', `${year - 5}-07-01`, '--to', `${year - 5}-12-31`, '--only', 'started=vocational'];
  const span = ['--as-of', asOf];

  await step('Calculating student years by year', () =>
    strapetsi(
      'calculate',
      ...files,
      '--indicator',
      'student-years',
      '--by',
      'year',
      '--from',
      years.from,
      '--to',
      years.to,
      ...span,
      '-o',
      at('student-years.json'),
    ),
  );
  await step('Calculating completion over time', () =>
    strapetsi(
      'calculate',
      ...files,
      '--indicator',
      'completion-by-cohort',
      '--by',
      'checkpoint',
      '--only',
      checkpoints,
      ...starters,
      ...span,
      '-o',
      at('completion.json'),
    ),
  );
  await step('Calculating completion by school', () =>
    strapetsi(
      'calculate',
      ...files,
      '--indicator',
      'completion-by-cohort',
      '--by',
      'school',
      '--only',
      'checkpoint=48',
      ...starters,
      ...span,
      '-o',
      at('schools.json'),
    ),
  );
  await step('Publishing', () =>
    strapetsi(
      'publish',
      at('student-years.json'),
      at('completion.json'),
      at('schools.json'),
      '--policy',
      'vipunen',
      '-o',
      resolve(folder, 'site/indicators.json'),
    ),
  );
  return { years, cohort, asOf };
}

/**
 * Not made again where nothing changed: neither the program nor what it was asked for.
 *
 * @param {string} folder
 * @param {(name: string) => string} at
 * @param {string} students
 * @param {string} asOf
 * @param {(...args: string[]) => Promise<void>} strapetsi
 */
async function makeSample(folder, at, students, asOf, strapetsi) {
  const args = ['sample', '--students', students, '--from', '2016-01-01', '--as-of', asOf, '--seed', '2026'];
  const program = await readFile(resolve(folder, 'build/strapetsi.mjs'));
  const mark = createHash('sha256').update(program).update(args.join(' ')).digest('hex');
  const known = await readFile(at('sample.mark'), 'utf8').catch(() => '');
  if (known === mark && existsSync(at('koski.ndjson.gz'))) return;
  await strapetsi(...args, '--out', at('koski.ndjson.gz'));
  await writeFile(at('sample.mark'), mark);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
function run(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 2) failed(new UserError(said.trim()));
      else if (code !== 0) failed(new Error(said));
      else done();
    });
  });
}
