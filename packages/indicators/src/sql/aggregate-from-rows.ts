import { byCodeUnits, byKey } from '../aggregate/add.js';
import type { Aggregate, AggregateCell } from '../aggregate/aggregate.js';
import { isoFromDay } from '../days/calendar.js';
import { UnexpectedSqlRowError } from './errors.js';
import type { SqlRequest } from './run.js';

/** A row as a database client gives it: whole numbers as number or bigint, NULL as null. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** The part of an aggregate that the tables can tell; labels, findings and counts of records are not in them. */
export type SqlFigures = Pick<Aggregate, 'cells' | 'population' | 'exclusions'>;

/**
 * The figures in the rows of a statement that `toSql` made for the same request, in the order they have in an aggregate: equal
 * figures are equal bytes, whether they come from the engine or from a database.
 *
 * @throws {UnexpectedSqlRowError} where a row is not one of that statement
 */
export function figuresFromRows(rows: readonly SqlRow[], { by }: Pick<SqlRequest, 'by'>): SqlFigures {
  const cells: AggregateCell[] = [];
  const exclusions: { readonly id: string; readonly count: number }[] = [];
  let population: number | undefined;
  rows.forEach((row, index) => {
    const path = `rows[${String(index)}]`;
    const key = (): string[] => by.map((id) => textOf(row, id, path));
    const part = textOf(row, 'part', path);
    if (part === 'cell') {
      const amounts = Object.keys(row)
        .filter((name) => name.startsWith('amount_'))
        .map((name) => wholeOf(row, name, path));
      cells.push({ key: key(), n: wholeOf(row, 'n', path), amounts });
    } else if (part === 'immature') cells.push({ key: key(), matures: isoFromDay(wholeOf(row, 'matures', path)) });
    else if (part === 'population') population = wholeOf(row, 'n', path);
    else if (part === 'excluded') {
      exclusions.push({ id: textOf(row, 'exclusion', path), count: wholeOf(row, 'n', path) });
    } else {
      throw new UnexpectedSqlRowError(`${path}.part`, JSON.stringify(part), 'cell, immature, population or excluded');
    }
  });
  if (population === undefined) throw new UnexpectedSqlRowError('rows', 'without a population', 'a row of population');
  return { cells: cells.sort(byKey), population, exclusions: exclusions.sort((a, b) => byCodeUnits(a.id, b.id)) };
}

function textOf(row: SqlRow, name: string, path: string): string {
  const value = row[name];
  if (typeof value === 'string') return value;
  throw new UnexpectedSqlRowError(`${path}.${name}`, kindOf(value), 'text');
}

function wholeOf(row: SqlRow, name: string, path: string): number {
  const value = row[name];
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new UnexpectedSqlRowError(`${path}.${name}`, kindOf(value), 'a whole number of at most 9007199254740991');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'missing';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : `of type ${typeof value}`;
}
