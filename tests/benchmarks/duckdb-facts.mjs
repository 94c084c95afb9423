import { DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { rowCount, tableColumns, tableNames, tables } from '@strapetsi/indicators/sql';

const ROWS_OF_A_CHUNK = 2048;

/**
 * A DuckDB in memory with the facts loaded, codes as enumerations: the quickest form it has for them.
 * @param {readonly import('@strapetsi/indicators').Facts[]} batches
 * @param {{ threads: number }} options
 */
export async function loadDuckDb(batches, { threads }) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const { dictionaries } = batches[0];
  const before = rowsBefore(batches);
  for (const table of tableNames) {
    const columns = tables[table].map((column) => {
      const codes = column.kind === 'closed' ? column.codes : (dictionaries[column.dictionary]?.keys ?? []);
      const isCode = column.kind === 'closed' || (column.kind === 'dictionary' && codes.length > 0);
      const type = isCode ? `ENUM (${codes.map((code) => `'${code}'`).join(', ')})` : column.type;
      return `"${column.name}" ${type}`;
    });
    await connection.run(`CREATE TABLE "${table}" (${columns.join(', ')})`);
    const appender = await connection.createAppender(table);
    const types = columns.map((_, i) => appender.columnType(i));
    for (const [at, facts] of batches.entries()) {
      const count = rowCount(facts, table);
      for (let from = 0; from < count; from += ROWS_OF_A_CHUNK) {
        const chunk = DuckDBDataChunk.create(types);
        chunk.setColumns(tableColumns(facts, table, { from, to: Math.min(count, from + ROWS_OF_A_CHUNK) }, before[at]));
        appender.appendDataChunk(chunk);
      }
    }
    appender.closeSync();
  }
  return {
    /** @param {import('@strapetsi/indicators/sql').SqlStatement} statement */
    async run({ text, parameters }) {
      const reader = await connection.runAndReadAll(text, [...parameters]);
      return reader.getRowObjects();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** By batch: rows of each table in the batches before it. */
function rowsBefore(batches) {
  const sofar = Object.fromEntries(tableNames.map((table) => [table, 0]));
  return batches.map((facts) => {
    const before = { ...sofar };
    for (const table of tableNames) sofar[table] += rowCount(facts, table);
    return before;
  });
}
