import { deepStrictEqual } from 'node:assert';
import { calculateInMemory, completionByCohort, dayFromIso, studentYears } from '@strapetsi/indicators';
import { aggregateFromRows, toSql } from '@strapetsi/indicators/sql';
import { loadDuckDb } from './duckdb-facts.mjs';
import { handCompletion, handStudentYears } from './hand-written.mjs';
import { median, printMachine, printTable } from './report.mjs';
import { syntheticFacts } from './synthetic-facts.mjs';

/**
 * Student years and completion of a country: the engine against DuckDB in process (two threads, data loaded, compiled SQL) and against
 * a loop written by hand for these two figures and cuts. All three must give the same cells before any time counts.
 */
const RIGHTS = Number(process.argv[2] ?? 1_000_000);
const RUNS = Number(process.argv[3] ?? 9);
const WARM_UP = 3;
const THREADS = 2;
const AS_OF = '2026-11-23';
const bars = { duckDb: 0.5, handWritten: 1.3 };

const years = { by: ['year', 'school'], period: { from: '2022-01-01', to: '2026-12-31' }, asOf: AS_OF };
const cohorts = {
  by: ['cohort', 'checkpoint', 'started'],
  period: { from: '2018-01-01', to: '2026-12-31' },
  asOf: AS_OF,
};
const asOf = dayFromIso(AS_OF);

const facts = syntheticFacts(RIGHTS);
const count = (of) => facts.reduce((sum, batch) => sum + of(batch).count, 0).toLocaleString('en');
console.log(
  `${count(({ rights }) => rights)} study rights, ${count(({ periods }) => periods)} periods, ${count(({ persons }) => persons)} persons`,
);
const database = await loadDuckDb(facts, { threads: THREADS });

const inDuckDb = async (definition, request) => {
  const asked = { dialect: 'duckdb', ...request };
  const rows = await database.run(toSql(definition, asked));
  return aggregateFromRows(rows, definition, asked, { providers: [], records: { read: 0, facts: 0, refused: 0 } });
};

const tasks = [
  {
    name: 'student years',
    engine: () => calculateInMemory(facts, studentYears, years),
    duckDb: () => inDuckDb(studentYears, years),
    handWritten: () => handStudentYears(facts, { fromYear: 2022, toYear: 2026, asOf }),
  },
  {
    name: 'completion',
    engine: () => calculateInMemory(facts, completionByCohort, cohorts),
    duckDb: () => inDuckDb(completionByCohort, cohorts),
    handWritten: () => handCompletion(facts, { fromYear: 2018, toYear: 2026, asOf }),
  },
];

const ways = ['engine', 'duckDb', 'handWritten'];
/** Medians of wall and processor time by task and way, in milliseconds. */
const medians = [];
for (const task of tasks) {
  const wall = { engine: [], duckDb: [], handWritten: [] };
  const processor = { engine: [], duckDb: [], handWritten: [] };
  for (let i = 0; i < WARM_UP + RUNS; i++) {
    const results = {};
    // side by side in one round, so that whatever else the machine does falls on all of them
    for (const way of ways) {
      const used = process.cpuUsage();
      const start = performance.now();
      results[way] = await task[way]();
      if (i < WARM_UP) continue;
      wall[way].push(performance.now() - start);
      const { user, system } = process.cpuUsage(used);
      processor[way].push((user + system) / 1000);
    }
    if (i === 0) mustBeEqual(task.name, results);
  }
  const mediansOf = (times) => Object.fromEntries(ways.map((way) => [way, median(times[way])]));
  medians.push({ name: task.name, wall: mediansOf(wall), processor: mediansOf(processor) });
}
database.close();

printMachine();
const sums = (time) =>
  Object.fromEntries(ways.map((way) => [way, medians.reduce((sum, row) => sum + row[time][way], 0)]));
const both = { name: 'both', wall: sums('wall'), processor: sums('processor') };
printTable(
  [
    'wall time',
    'engine',
    `DuckDB, ${String(THREADS)} threads`,
    'hand-written',
    'engine / DuckDB',
    'engine / hand-written',
  ],
  [...medians, both].map(({ name, wall }) => row(name, wall, wall.duckDb)),
);
// a busy machine lengthens wall time, and that of two threads more than that of one
printTable(
  [
    'processor time',
    'engine',
    `DuckDB, all threads`,
    'hand-written',
    `engine / (DuckDB / ${String(THREADS)})`,
    'engine / hand-written',
  ],
  [...medians, both].map(({ name, processor }) => row(name, processor, processor.duckDb / THREADS)),
);
console.log(
  `Medians of ${String(RUNS)} runs after ${String(WARM_UP)}. Bars: ${String(bars.duckDb)} and ${String(bars.handWritten)} for both together. ` +
    'All three give the same cells, population and exclusions.',
);

function row(name, { engine, duckDb, handWritten }, oneThreadOfDuckDb) {
  const times = [engine, duckDb, handWritten].map((time) => `${time.toFixed(0)} ms`);
  return [name, ...times, (engine / oneThreadOfDuckDb).toFixed(2), (engine / handWritten).toFixed(2)];
}

function mustBeEqual(name, { engine, duckDb, handWritten }) {
  const figures = ({ cells, population, exclusions }) => ({
    cells: Object.fromEntries(cells.map(({ key, ...figure }) => [key.join(' '), figure])),
    population,
    exclusions: Array.isArray(exclusions)
      ? Object.fromEntries(exclusions.map(({ id, count }) => [id, count]))
      : exclusions,
  });
  deepStrictEqual(figures(duckDb), figures(engine), `${name}: DuckDB and the engine differ`);
  deepStrictEqual(figures(handWritten), figures(engine), `${name}: the hand-written loop and the engine differ`);
}
