import { deepStrictEqual } from 'node:assert';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median, printMachine, printTable } from './report.mjs';

/**
 * Student years and completion of a country: the engine beside DuckDB, Polars, Arquero and a loop written by hand for these two figures
 * and cuts, each in a process of its own, in turn. All must give the same cells before any time counts. `--large` shows instead how time
 * and memory of the engine and the loop grow from 3 to 10 million periods.
 */
const [rights = 1_000_000, runs = 7] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number);
const large = process.argv.includes('--large');
const bars = { duckdb: 0.5, 'hand-written': 1.3 };
const tasks = { studentYears: 'student years', completion: 'completion' };
const WARM_UP = 2;
/** Those whose one run takes many seconds are run less often. */
const rarely = { arquero: 2, duckdb: 3 };
const MEGABYTE = 1e6;

printMachine();
if (large) await showGrowth();
else await compare();

async function compare() {
  const names = ['engine', 'hand-written', 'duckdb', 'polars', 'arquero'];
  const contenders = await Promise.all(names.map((name) => startContender(name, rights)));
  printFacts(contenders[0]);
  await race(contenders);
  const [engine] = contenders;
  for (const time of ['wall', 'processor']) {
    printTable(
      [`${time} time`, ...names, ...names.slice(1).map((name) => `engine / ${name}`)],
      [...Object.keys(tasks), 'both'].map((task) => [
        tasks[task] ?? task,
        ...contenders.map((one) => `${timeOf(one, task, time).toFixed(0)} ms`),
        ...contenders.slice(1).map((one) => (timeOf(engine, task, time) / timeOf(one, task, time)).toFixed(2)),
      ]),
    );
  }
  printMemory(contenders);
  for (const [name, bar] of Object.entries(bars)) {
    const ratio = timeOf(engine, 'both', 'wall') / timeOf(contenders[names.indexOf(name)], 'both', 'wall');
    console.log(
      `engine / ${name}: ${ratio.toFixed(2)} (bar ${String(bar)}: ${ratio <= bar ? 'reached' : 'not reached'})`,
    );
  }
  console.log(
    `Medians of ${String(runs)} runs after ${String(WARM_UP)}, of duckdb ${String(rarely.duckdb)} and of arquero ${String(rarely.arquero)} runs after none. ` +
      'All give the same cells, population and exclusions.',
  );
}

async function showGrowth() {
  const sizes = [rights, Math.round((rights * 10) / 3)];
  const names = ['engine', 'hand-written'];
  const bySize = [];
  for (const size of sizes) {
    const contenders = await Promise.all(names.map((name) => startContender(name, size)));
    printFacts(contenders[0]);
    await race(contenders);
    bySize.push(contenders);
  }
  for (const time of ['wall', 'processor']) {
    printTable(
      [`${time} time`, 'small', 'large', 'ratio'],
      names.flatMap((name, at) =>
        [...Object.keys(tasks), 'both'].map((task) => {
          const [small, big] = bySize.map((contenders) => timeOf(contenders[at], task, time));
          return [
            `${name}, ${tasks[task] ?? task}`,
            `${small.toFixed(0)} ms`,
            `${big.toFixed(0)} ms`,
            (big / small).toFixed(2),
          ];
        }),
      ),
    );
  }
  bySize.forEach(printMemory);
  const [few, many] = bySize.map(([{ facts }]) => facts.periods);
  console.log(`The ratio of the periods is ${(many / few).toFixed(2)}: linear growth is that.`);
}

/** Runs all tasks of all contenders in turn, so that whatever else the machine does falls on all of them. */
async function race(contenders) {
  for (const task of Object.keys(tasks)) {
    let expected;
    for (let round = 0; round < WARM_UP + runs; round++) {
      for (const one of contenders) {
        if (round >= (rarely[one.name] ?? Infinity)) continue;
        const { result, peak, ...times } = await ask(one, { task, withResult: round === 0 });
        one.peak = peak;
        const warm = rarely[one.name] === undefined ? WARM_UP : 0;
        if (round >= warm) one.times.push({ task, ...times });
        if (round > 0) continue;
        expected ??= result;
        deepStrictEqual(result, expected, `${tasks[task]}: ${one.name} and ${contenders[0].name} differ`);
      }
    }
  }
  for (const { process: child } of contenders) child.send({ task: 'end' });
}

async function startContender(name, size) {
  const child = fork(fileURLToPath(new URL('contender.mjs', import.meta.url)), [name, String(size)], {
    execArgv: ['--max-old-space-size=12288'],
    serialization: 'advanced',
  });
  const [facts] = await answerOf(child, name);
  return { name, process: child, facts, loaded: facts.loaded, peak: facts.loaded, times: [] };
}

async function ask({ process: child, name }, message) {
  child.send(message);
  const [answer] = await answerOf(child, name);
  return answer;
}

async function answerOf(child, name) {
  const stopped = new AbortController();
  const failed = once(child, 'exit', { signal: stopped.signal }).then(([code]) => {
    throw new Error(`${name} ended with ${String(code)}`);
  });
  try {
    return await Promise.race([once(child, 'message'), failed]);
  } finally {
    stopped.abort();
    failed.catch(() => undefined);
  }
}

function timeOf({ times }, task, time) {
  if (task === 'both') return Object.keys(tasks).reduce((sum, one) => sum + timeOf({ times }, one, time), 0);
  return median(times.filter((one) => one.task === task).map((one) => one[time]));
}

function printFacts({ facts: { rights, periods, persons } }) {
  const [r, p, n] = [rights, periods, persons].map((number) => number.toLocaleString('en'));
  console.log(`${r} study rights, ${p} periods, ${n} persons`);
}

function megabytes(bytes) {
  return `${(bytes / MEGABYTE).toFixed(0)} MB`;
}

function printMemory(contenders) {
  printTable(
    ['peak memory', ...contenders.map(({ name }) => name)],
    [
      ['with the facts loaded', ...contenders.map(({ loaded }) => megabytes(loaded))],
      ['after all runs', ...contenders.map(({ peak }) => megabytes(peak))],
    ],
  );
}
