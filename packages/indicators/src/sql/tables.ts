import { educations, genders, julyRules, periodStates } from '../facts/codes.js';
import { dialects, type DialectName } from './dialect.js';

/**
 * The tables that compiled statements read: the facts, one table for each set of columns, with the same names.
 *
 * - Days are whole days since 1970-01-01; NULL where there is no such day. An interval that has not ended ends on 2932896 (9999-12-31).
 * - Codes are text: the names of the closed lists in `facts/codes.ts`, the keys of the dictionaries elsewhere; NULL where missing.
 *   A database that has an enumeration type may use it in their place.
 * - `id` is a number given while loading; `person` and `right` point to it. Flags are 0 and 1, `share` is millionths of full time.
 */
export type TableName = 'person' | 'study_right' | 'period';

export type ColumnKind =
  | { readonly kind: 'id' | 'key' | 'day' | 'number' | 'flag' }
  | { readonly kind: 'closed'; readonly codes: readonly string[] }
  | { readonly kind: 'dictionary' };

export type Column = ColumnKind & { readonly name: string; readonly nullable: boolean; readonly type: ColumnType };

/** Types of the SQL standard. */
export type ColumnType = 'INTEGER' | 'SMALLINT' | 'VARCHAR';

type PlainKind = 'id' | 'key' | 'day' | 'number' | 'flag';

const typeOf: Readonly<Record<PlainKind, ColumnType>> = {
  id: 'INTEGER',
  key: 'VARCHAR',
  day: 'INTEGER',
  number: 'INTEGER',
  flag: 'SMALLINT',
};

const column = (name: string, kind: PlainKind): Column => ({ name, kind, nullable: false, type: typeOf[kind] });
const orMissing = (one: Column): Column => ({ ...one, nullable: true });
const closed = (name: string, codes: readonly string[]): Column => ({
  name,
  kind: 'closed',
  codes,
  nullable: true,
  type: 'VARCHAR',
});
const dictionary = (name: string): Column => ({ name, kind: 'dictionary', nullable: true, type: 'VARCHAR' });

export const tables: Readonly<Record<TableName, readonly Column[]>> = {
  person: [
    column('id', 'id'),
    column('key', 'key'),
    orMissing(column('birthYear', 'number')),
    closed('gender', genders),
    dictionary('motherTongue'),
  ],
  study_right: [
    column('id', 'id'),
    column('key', 'key'),
    column('person', 'id'),
    dictionary('provider'),
    dictionary('school'),
    dictionary('location'),
    dictionary('qualification'),
    dictionary('performanceType'),
    closed('education', educations),
    closed('julyRule', julyRules),
    column('tuva', 'flag'),
    column('nested', 'flag'),
    column('purchased', 'flag'),
    orMissing(column('start', 'day')),
    column('end', 'day'),
    orMissing(column('estimatedEnd', 'day')),
    orMissing(column('confirmed', 'day')),
  ],
  period: [
    column('right', 'id'),
    column('start', 'day'),
    column('end', 'day'),
    column('stateBegan', 'day'),
    closed('state', periodStates),
    orMissing(column('funding', 'number')),
    column('share', 'number'),
  ],
};

export const tableNames: readonly TableName[] = ['person', 'study_right', 'period'];

/** `CREATE TABLE` statements, one for each table. */
export function createTables(dialect: DialectName): readonly string[] {
  const { identifier } = dialects[dialect];
  return tableNames.map((table) => {
    const columns = tables[table].map(
      ({ name, type, nullable }) => `  ${identifier(name)} ${type}${nullable ? '' : ' NOT NULL'}`,
    );
    return `CREATE TABLE ${identifier(table)} (\n${columns.join(',\n')}\n)`;
  });
}
