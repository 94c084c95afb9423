import { readCatalogue, readRelease, readReleaseTable, type IndicatorTable } from '@strapetsi/indicators';
import { loadFrom } from '../src/release/release-folder.js';
import { numberIn } from './numbered-release.js';

/**
 * A program that reads the release in a folder again and again until its input ends, `once`: every file one time, `anew`: as `readRelease`
 * does. Then it says as JSON how often, how many different releases it met, and what went wrong.
 */
const [folder = '', way = ''] = process.argv.slice(2);
const load = loadFrom(folder);

async function once(): Promise<readonly IndicatorTable[]> {
  const read = await readCatalogue(load);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const tables: IndicatorTable[] = [];
  for (const entry of read.catalogue.tables) {
    const one = await readReleaseTable(load, entry);
    if (!one.ok) throw new Error(JSON.stringify(one.problems));
    tables.push(one.table);
  }
  return tables;
}

async function anew(): Promise<readonly IndicatorTable[]> {
  const read = await readRelease(load);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.tables;
}

let isOver = false;
process.stdin.on('data', () => undefined).on('end', () => (isOver = true));
const numbers = new Set<number>();
const wrong: string[] = [];
let reads = 0;
do {
  reads += 1;
  try {
    const number = numberIn(await (way === 'once' ? once() : anew()));
    if (number === undefined) wrong.push('tables of different releases');
    else numbers.add(number);
  } catch (error) {
    wrong.push(String(error));
  }
  if (reads === 1) process.stdout.write('reading\n');
} while (!isOver);
process.stdout.write(JSON.stringify({ reads, releases: numbers.size, latest: Math.max(...numbers), wrong }));
