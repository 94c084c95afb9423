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
const database = await loadDuckDb(facts, { threads: 2 });

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

/** @type {{ name: string, engine: number, duckDb: number, handWritten: number }[]} */
const medians = [];
for (const { name, ...ways } of tasks) {
  const times = { engine: [], duckDb: [], handWritten: [] };
  for (let i = 0; i < WARM_UP + RUNS; i++) {
    const results = {};
    // side by side in one round, so that whatever else the machine does falls on all of them
    for (const way of Object.keys(times)) {
      const start = performance.now();
      results[way] = await ways[way]();
      if (i >= WARM_UP) times[way].push(performance.now() - start);
    }
    if (i === 0) mustBeEqual(name, results);
  }
  medians.push({
    name,
    engine: median(times.engine),
    duckDb: median(times.duckDb),
    handWritten: median(times.handWritten),
  });
}
database.close();

medians.push({
  name: 'both',
  engine: sum('engine'),
  duckDb: sum('duckDb'),
  handWritten: sum('handWritten'),
});
printMachine();
printTable(
  ['', 'engine', 'DuckDB, 2 threads', 'hand-written', 'engine / DuckDB', 'engine / hand-written'],
  medians.map(({ name, engine, duckDb, handWritten }) => [
    name,
    `${engine.toFixed(0)} ms`,
    `${duckDb.toFixed(0)} ms`,
    `${handWritten.toFixed(0)} ms`,
    `${(engine / duckDb).toFixed(2)} (bar ${String(bars.duckDb)})`,
    `${(engine / handWritten).toFixed(2)} (bar ${String(bars.handWritten)})`,
  ]),
);
console.log(
  `Medians of ${String(RUNS)} runs after ${String(WARM_UP)}; all three give the same cells, population and exclusions.`,
);

function sum(way) {
  return medians.reduce((time, row) => time + row[way], 0);
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
