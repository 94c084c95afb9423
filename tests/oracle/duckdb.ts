import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, SMALLINT, VARCHAR } from '@duckdb/node-api';
import type { Aggregate, Definition, Facts } from '@strapetsi/indicators';
import {
  aggregateFromRows,
  createTables,
  type LoadedBefore,
  rowCount,
  type SqlRequest,
  type SqlRow,
  type SqlStatement,
  tableColumns,
  type TableName,
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
  const before: Record<string, number> = {};
  for (const facts of batches) {
    for (const table of tableNames) await appendRows(connection, facts, table, before);
    for (const table of tableNames) before[table] = (before[table] ?? 0) + rowCount(facts, table);
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

async function appendRows(
  connection: DuckDBConnection,
  facts: Facts,
  table: TableName,
  before: LoadedBefore,
): Promise<void> {
  const count = rowCount(facts, table);
  if (count === 0) return;
  const appender = await connection.createAppender(table);
  const types = tables[table].map(({ type }) => ({ INTEGER, SMALLINT, VARCHAR })[type]);
  for (let from = 0; from < count; from += ROWS_OF_A_CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(tableColumns(facts, table, { from, to: Math.min(count, from + ROWS_OF_A_CHUNK) }, before));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
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
  const providers = facts.flatMap(({ rights, outcomes, responses, dictionaries: { provider } }) =>
    [rights, outcomes, responses].flatMap((rows) => [...rows.provider].flatMap((at) => provider.keys[at] ?? [])),
  );
  const own = facts.flatMap((batch) => Object.entries(batch.own).map(([name, { label }]) => [`own.${name}`, label]));
  return aggregateFromRows(rows, definition, asked, {
    own: Object.fromEntries(own),
    providers: [...new Set(providers)].sort().map((id) => ({ id, label: {} })),
    records: { read: persons, facts: persons, refused: 0 },
  });
}
