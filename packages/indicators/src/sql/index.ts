export { aggregateFromRows, type BesideTheRows, type SqlRow } from './aggregate-from-rows.js';
export { type DialectName } from './dialect.js';
export { NotExpressibleInSqlError, UnexpectedSqlRowError } from './errors.js';
export { type SqlRequest } from './run.js';
export { type LoadedBefore, rowCount, tableColumns, type SqlValue } from './table-columns.js';
export {
  createTables,
  tableNames,
  tables,
  type Column,
  type ColumnKind,
  type ColumnType,
  type TableName,
} from './tables.js';
export { toSql, type ResultPart, type SqlStatement } from './to-sql.js';
