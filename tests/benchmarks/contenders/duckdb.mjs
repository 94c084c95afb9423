import { completionByCohort, studentYears } from '@strapetsi/indicators';
import { aggregateFromRows, toSql } from '@strapetsi/indicators/sql';
import { loadDuckDb } from '../duckdb-facts.mjs';
import { requestsOf } from './requests.mjs';

const THREADS = 2;

/**
 * DuckDB in process with all cores of the machine, the tables loaded and codes as enumerations: the statements that `toSql` compiles of
 * the definitions, and the aggregate made of their rows.
 * @param {readonly import('@strapetsi/indicators').Facts[]} facts
 */
export async function prepare(facts, run) {
  const requests = requestsOf(run);
  const database = await loadDuckDb(facts, { threads: THREADS });
  const aggregate = async (definition, request) => {
    const asked = { dialect: 'duckdb', ...request };
    const rows = await database.run(toSql(definition, asked));
    return aggregateFromRows(rows, definition, asked, { providers: [], records: { read: 0, facts: 0, refused: 0 } });
  };
  return {
    studentYears: () => aggregate(studentYears, requests.studentYears),
    completion: () => aggregate(completionByCohort, requests.completion),
    close: () => database.close(),
  };
}
