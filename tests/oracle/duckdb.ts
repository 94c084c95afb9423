import { DuckDBDataChunk, DuckDBInstance, INTEGER, SMALLINT, VARCHAR } from '@duckdb/node-api';
import type { Aggregate, Definition, Facts } from '@strapetsi/indicators';
import {
  aggregateFromRows,
  createTables,
  rowCount,
  type SqlRequest,
  type SqlRow,
  type SqlStatement,
  tableColumns,
  tableNames,
  tables,
  toSql,
} from '@strapetsi/indicators/sql';

/** A DuckDB in memory that holds facts. */
export interface Database {
  readonly facts: readonly Facts[];
  run(statement: SqlStatement): Promise<readonly SqlRow[]>;
  close(): void;
}

const ROWS_OF_A_CHUNK = 2048;

/** A new database in memory with all the facts in the tables that compiled statements read. */
export async function databaseOf(batches: readonly Facts[]): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  for (const statement of createTables('duckdb')) await connection.run(statement);
  for (const table of tableNames) {
    const appender = await connection.createAppender(table);
    const types = tables[table].map(({ type }) => ({ INTEGER, SMALLINT, VARCHAR })[type]);
    const before = { persons: 0, rights: 0 };
    for (const facts of batches) {
      const count = rowCount(facts, table);
      for (let from = 0; from < count; from += ROWS_OF_A_CHUNK) {
        const chunk = DuckDBDataChunk.create(types);
        const to = Math.min(count, from + ROWS_OF_A_CHUNK);
        chunk.setColumns(tableColumns(facts, table, { from, to }, before));
        appender.appendDataChunk(chunk);
      }
      before.persons += facts.persons.count;
      before.rights += facts.rights.count;
    }
    appender.closeSync();
  }
  return {
    facts: batches,
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

/** What the database says, as the aggregate that the engine makes of the same facts. */
export async function aggregateInDuckDb(
  database: Database,
  definition: Definition,
  request: Omit<SqlRequest, 'dialect'>,
): Promise<Aggregate> {
  const asked: SqlRequest = { dialect: 'duckdb', ...request };
  const rows = await database.run(toSql(definition, asked));
  const { facts } = database;
  const persons = facts.reduce((sum, batch) => sum + batch.persons.count, 0);
  const providers = facts.flatMap(({ rights, dictionaries: { provider } }) =>
    [...rights.provider].map((at) => provider.keys[at] ?? ''),
  );
  return aggregateFromRows(rows, definition, asked, {
    providers: [...new Set(providers)].sort().map((id) => ({ id, label: {} })),
    records: { read: persons, facts: persons, refused: 0 },
  });
}
