import { educations, genders, julyRules, MISSING_CODE, periodStates } from '../facts/codes.js';
import { NO_DAY } from '../days/day.js';
import type { Dictionary, Facts } from '../facts/facts.js';
import { type TableName, tables } from './tables.js';

/** What `id` begins with, so that several batches stand in one database: the numbers of persons and rights loaded before. */
export interface LoadedBefore {
  readonly persons: number;
  readonly rights: number;
}

export type SqlValue = string | number | null;

/**
 * Rows `from` to `to` (exclusive) of a table, column by column in the order of `tables`, as values that any database client takes:
 * codes by name, NULL where something is missing.
 */
export function tableColumns(
  facts: Facts,
  table: TableName,
  { from, to }: { readonly from: number; readonly to: number },
  before: LoadedBefore = { persons: 0, rights: 0 },
): readonly (readonly SqlValue[])[] {
  const cellOf = cellsOf(facts, table, before);
  return tables[table].map(({ name }) => {
    const cell = cellOf[name];
    const column = new Array<SqlValue>(Math.max(0, to - from));
    for (let row = from; row < to; row++) column[row - from] = cell?.(row) ?? null;
    return column;
  });
}

export function rowCount(facts: Facts, table: TableName): number {
  return { person: facts.persons, study_right: facts.rights, period: facts.periods }[table].count;
}

type Cells = Readonly<Record<string, (row: number) => SqlValue | undefined>>;

function cellsOf({ persons, rights, periods, dictionaries }: Facts, table: TableName, before: LoadedBefore): Cells {
  switch (table) {
    case 'person':
      return {
        id: (row) => before.persons + row,
        key: (row) => persons.key[row],
        birthYear: (row) => persons.birthYear[row] || null,
        gender: name(genders, persons.gender),
        motherTongue: key(dictionaries.language, persons.motherTongue),
      };
    case 'study_right':
      return {
        id: (row) => before.rights + row,
        key: (row) => rights.key[row],
        person: (row) => before.persons + (rights.person[row] ?? 0),
        provider: key(dictionaries.provider, rights.provider),
        school: key(dictionaries.school, rights.school),
        location: key(dictionaries.location, rights.location),
        qualification: key(dictionaries.qualification, rights.qualification),
        performanceType: key(dictionaries.performanceType, rights.performanceType),
        education: name(educations, rights.education),
        julyRule: name(julyRules, rights.julyRule),
        tuva: (row) => rights.tuva[row],
        nested: (row) => rights.nested[row],
        purchased: (row) => rights.purchased[row],
        start: day(rights.start),
        end: day(rights.end),
        estimatedEnd: day(rights.estimatedEnd),
        confirmed: day(rights.confirmed),
      };
    case 'period':
      return {
        right: (row) => before.rights + (periods.right[row] ?? 0),
        start: day(periods.start),
        end: day(periods.end),
        stateBegan: day(periods.stateBegan),
        state: name(periodStates, periods.state),
        funding: (row) => (periods.funding[row] === MISSING_CODE ? null : periods.funding[row]),
        share: (row) => periods.share[row],
      };
  }
}

function name(list: readonly string[], column: Uint8Array): (row: number) => SqlValue | undefined {
  return (row) => list[column[row] ?? MISSING_CODE];
}

function key(dictionary: Dictionary, column: Int32Array): (row: number) => SqlValue | undefined {
  return (row) => dictionary.keys[column[row] ?? -1];
}

function day(column: Int32Array): (row: number) => SqlValue | undefined {
  return (row) => (column[row] === NO_DAY ? null : column[row]);
}
