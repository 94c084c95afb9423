import {
  completionMethods,
  educations,
  genders,
  julyRules,
  mainActivities,
  MISSING_CODE,
  periodStates,
  workplaceKinds,
} from '../facts/codes.js';
import type { Dictionaries } from '../facts/facts.js';
import { dialects, type DialectName } from './dialect.js';

/**
 * The tables that compiled statements read: the facts, one table for each set of columns, with the same names, and one for the
 * columns that a provider added, a row for each code.
 *
 * - Days are whole days since 1970-01-01; NULL where there is no such day. An interval that has not ended ends on 2932896 (9999-12-31).
 * - Codes are text: the names of the closed lists in `facts/codes.ts`, the keys of the dictionaries elsewhere; NULL where missing.
 *   A database that has an enumeration type may use it in their place.
 * - `id` is a number given while loading, in the order of the facts; `person`, `right`, `response`, `parent` and `owner` point to it.
 *   Flags are 0 and 1, `share` is millionths, `points` are thousandths.
 */
export type TableName =
  | 'person'
  | 'study_right'
  | 'period'
  | 'credit'
  | 'spell'
  | 'plan'
  | 'workplace'
  | 'outcome'
  | 'response'
  | 'answer'
  | 'own_column';

export type ColumnKind =
  | { readonly kind: 'id' | 'key' | 'day' | 'number' | 'flag' | 'text' }
  | { readonly kind: 'closed'; readonly codes: readonly string[] }
  /** Codes that are whole numbers, stored as such. */
  | { readonly kind: 'numbered'; readonly codes: readonly string[] }
  /** Keys of a dictionary of the facts; of a column's own dictionary where none is named. */
  | { readonly kind: 'dictionary'; readonly dictionary?: keyof Dictionaries };

export type Column = ColumnKind & { readonly name: string; readonly nullable: boolean; readonly type: ColumnType };

/** Types of the SQL standard. */
export type ColumnType = 'INTEGER' | 'SMALLINT' | 'VARCHAR';

type PlainKind = 'id' | 'key' | 'day' | 'number' | 'flag' | 'text';

const typeOf: Readonly<Record<PlainKind, ColumnType>> = {
  id: 'INTEGER',
  key: 'VARCHAR',
  day: 'INTEGER',
  number: 'INTEGER',
  flag: 'SMALLINT',
  text: 'VARCHAR',
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
const numbered = (name: string, count: number): Column => ({
  name,
  kind: 'numbered',
  codes: Array.from({ length: count }, (_, code) => String(code)),
  nullable: true,
  type: 'INTEGER',
});
const dictionary = (name: string, of: keyof Dictionaries): Column => ({
  name,
  kind: 'dictionary',
  dictionary: of,
  nullable: true,
  type: 'VARCHAR',
});

/** A column that a provider added, as a statement reads it. */
export const ownCodes: Column = { name: 'code', kind: 'dictionary', nullable: true, type: 'VARCHAR' };

export const tables: Readonly<Record<TableName, readonly Column[]>> = {
  person: [
    column('id', 'id'),
    column('key', 'key'),
    orMissing(column('birthYear', 'number')),
    closed('gender', genders),
    dictionary('motherTongue', 'language'),
  ],
  study_right: [
    column('id', 'id'),
    column('key', 'key'),
    column('person', 'id'),
    dictionary('provider', 'provider'),
    dictionary('school', 'school'),
    dictionary('location', 'location'),
    dictionary('qualification', 'qualification'),
    dictionary('performanceType', 'performanceType'),
    closed('education', educations),
    closed('julyRule', julyRules),
    column('tuva', 'flag'),
    column('nested', 'flag'),
    column('purchased', 'flag'),
    orMissing(column('start', 'day')),
    column('end', 'day'),
    orMissing(column('estimatedEnd', 'day')),
    orMissing(column('confirmed', 'day')),
    dictionary('language', 'language'),
    closed('method', completionMethods),
  ],
  period: [
    column('id', 'id'),
    column('right', 'id'),
    column('start', 'day'),
    column('end', 'day'),
    column('stateBegan', 'day'),
    closed('state', periodStates),
    numbered('funding', MISSING_CODE),
    column('share', 'number'),
  ],
  credit: [
    column('id', 'id'),
    column('right', 'id'),
    orMissing(column('parent', 'id')),
    dictionary('unit', 'unit'),
    // the unit that a part belongs to
    dictionary('parentUnit', 'unit'),
    dictionary('type', 'performanceType'),
    numbered('group', 5),
    orMissing(column('points', 'number')),
    orMissing(column('assessed', 'day')),
    column('mandatory', 'flag'),
    column('recognised', 'number'),
    column('demonstrated', 'flag'),
    column('raised', 'flag'),
  ],
  spell: [
    column('id', 'id'),
    column('right', 'id'),
    dictionary('kind', 'spell'),
    column('start', 'day'),
    column('end', 'day'),
  ],
  plan: [
    column('id', 'id'),
    column('right', 'id'),
    orMissing(column('approved', 'day')),
    orMissing(column('lastApproved', 'day')),
    orMissing(column('updated', 'day')),
    orMissing(column('achieved', 'day')),
    column('needed', 'flag'),
    column('priorUnits', 'number'),
    column('plannedUnits', 'number'),
  ],
  workplace: [
    column('id', 'id'),
    column('right', 'id'),
    closed('kind', workplaceKinds),
    column('start', 'day'),
    column('end', 'day'),
    column('share', 'number'),
    column('first', 'flag'),
    dictionary('employer', 'employer'),
    dictionary('area', 'area'),
  ],
  outcome: [
    column('id', 'id'),
    column('person', 'id'),
    dictionary('provider', 'provider'),
    dictionary('school', 'school'),
    dictionary('qualification', 'qualification'),
    column('graduated', 'day'),
    column('yearsAfter', 'number'),
    closed('activity', mainActivities),
    column('graduates', 'number'),
  ],
  response: [
    column('id', 'id'),
    column('key', 'key'),
    column('person', 'id'),
    dictionary('provider', 'provider'),
    dictionary('school', 'school'),
    dictionary('qualification', 'qualification'),
    dictionary('survey', 'survey'),
    closed('education', educations),
    orMissing(column('day', 'day')),
    column('asked', 'number'),
    column('answered', 'flag'),
    column('weight', 'number'),
  ],
  answer: [
    column('id', 'id'),
    column('response', 'id'),
    dictionary('question', 'question'),
    orMissing(column('value', 'number')),
    column('cantSay', 'flag'),
    column('forFunding', 'flag'),
  ],
  own_column: [
    // "right", "outcome" or "response", and the id of the one that the code is of
    column('of', 'text'),
    column('owner', 'id'),
    column('name', 'text'),
    ownCodes,
  ],
};

export const tableNames: readonly TableName[] = [
  'person',
  'study_right',
  'period',
  'credit',
  'spell',
  'plan',
  'workplace',
  'outcome',
  'response',
  'answer',
  'own_column',
];

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
