import { fold } from '../tables/columns.js';
import { fieldNames, tablePlans } from './fields.js';
import type { ColumnSource, FieldSource, MappedTable } from './mapping.js';

/** A column by the names that it may have. */
export type ColumnNames = ColumnSource['column'];

export const namesOf = (column: ColumnNames): readonly string[] => (typeof column === 'string' ? [column] : column);

/** The column that a field comes from; `undefined` where the mapping gives the value itself. */
export function columnOf(source: FieldSource): ColumnNames | undefined {
  if (typeof source === 'string') return source;
  return 'column' in source ? source.column : undefined;
}

/** Positions of a table's columns by their folded names. */
export type Positions = ReadonlyMap<string, readonly number[]>;

export function positionsOf(names: readonly string[]): Positions {
  const positions = new Map<string, number[]>();
  names.forEach((name, at) => {
    const folded = fold(name);
    const known = positions.get(folded);
    if (known === undefined) positions.set(folded, [at]);
    else known.push(at);
  });
  return positions;
}

/** A column of a file, by the name that the mapping has for it. */
export interface FoundColumn {
  readonly name: string;
  readonly at: number;
  /** Whether the file has several of this name; the first is taken. */
  readonly isTwice: boolean;
}

/** The first of a column's names that a file has. */
export function foundColumn(column: ColumnNames, positions: Positions): FoundColumn | undefined {
  for (const name of namesOf(column)) {
    const [at, ...others] = positions.get(fold(name)) ?? [];
    if (at !== undefined) return { name, at, isTwice: others.length > 0 };
  }
  return undefined;
}

/** Columns without which a table cannot be read. */
export function neededColumns(table: MappedTable): readonly ColumnNames[] {
  return tablePlans[table.of].needed.flatMap((field) => {
    const source = table.fields[field];
    if (source === undefined || (typeof source === 'object' && 'default' in source)) return [];
    const column = columnOf(source);
    return column === undefined ? [] : [column];
  });
}

/** All columns that a table names. */
export function columnsNamed(table: MappedTable): readonly ColumnNames[] {
  const ofFields = fieldNames.flatMap((field) => {
    const source = table.fields[field];
    const column = source === undefined ? undefined : columnOf(source);
    return column === undefined ? [] : [column];
  });
  const others = [...Object.values(table.own ?? {}), ...Object.values(table.questions ?? {})];
  return [...ofFields, ...others.map(({ column }) => column)];
}
