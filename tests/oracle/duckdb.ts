import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, SMALLINT, VARCHAR } from '@duckdb/node-api';
import type { Aggregate, Definition, Facts, RootRelation } from '@strapetsi/indicators';
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
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
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
  const persons = facts.reduce((sum, batch) => sum + personsOfRun(batch, definition.over ?? 'right'), 0);
  const providers = facts.flatMap(({ rights, outcomes, responses, dictionaries: { provider } }) =>
    [rights, outcomes, responses].flatMap((rows) => [...rows.provider].flatMap((at) => provider.keys[at] ?? [])),
  );
  const own = facts.flatMap((batch) =>
    Object.entries(batch.own).map(([name, { label }]) => [`own.${name}`, label] as const),
  );
  const ownLabels = new Map(
    facts.flatMap((batch) =>
      Object.entries(batch.own).map(
        ([
          name,
          {
            dictionary: { keys, labels },
          },
        ]) => [`own.${name}`, Object.fromEntries(keys.map((id, at) => [id, labels[at] ?? {}]))],
      ),
    ),
  );
  const dimensions = [...definition.dimensions, ...own.map(([id]) => ({ id, from: { dictionary: id } }))];
  const labels = dimensions.flatMap(({ id, from }) => {
    const found = typeof from === 'object' && 'dictionary' in from ? ownLabels.get(from.dictionary) : undefined;
    return found === undefined ? [] : [[id, found] as const];
  });
  return aggregateFromRows(rows, definition, asked, {
    labels: Object.fromEntries(labels),
    own: Object.fromEntries(own),
    providers: [...new Set(providers)].sort().map((id) => ({ id, label: {} })),
    records: { read: persons, facts: persons, refused: 0 },
  });
}

/** Those who have records of the run's kind, or none at all. */
function personsOfRun({ persons, rights, outcomes, responses }: Facts, over: RootRelation): number {
  const rows = { right: rights, outcome: outcomes, response: responses };
  const own = new Set(rows[over].person);
  const any = new Set(Object.values(rows).flatMap(({ person }) => [...person]));
  return persons.key.filter((_, at) => own.has(at) || !any.has(at)).length;
}
