import { fold } from '../tables/columns.js';
import { columnsNamed, foundColumn, neededColumns, positionsOf, type ColumnNames } from './mapped-columns.js';
import type { MappedTable, Mapping } from './mapping.js';

const baseName = (file: string): string => file.split(/[/\\]/).at(-1) ?? file;

/** Whether a file's name fits a pattern in which `*` stands for anything. */
function fits(pattern: string, file: string): boolean {
  const parts = fold(pattern).split('*');
  const name = fold(baseName(file));
  const [first = '', ...others] = parts;
  if (others.length === 0) return name === first;
  const last = others.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  const end = name.length - last.length;
  return others.every((part) => {
    const next = name.indexOf(part, at);
    at = next + part.length;
    return next >= 0 && at <= end;
  });
}

function hasAll(columns: readonly ColumnNames[], names: readonly string[]): boolean {
  const positions = positionsOf(names);
  return columns.every((column) => foundColumn(column, positions) !== undefined);
}

/** Whether a row of names may be the head of one of the tables. */
export const isHeadOfAny = (tables: readonly MappedTable[], names: readonly string[]): boolean =>
  tables.some((table) => {
    const columns = neededColumns(table);
    return columns.length > 0 ? hasAll(columns, names) : hasAll(columnsNamed(table), names);
  });

/**
 * The tables that a file may be, by its name. Those with a pattern that fits; where none does, those without one.
 */
export function tablesFor(mapping: Mapping, file: string | undefined): readonly MappedTable[] {
  const named = mapping.tables.filter(
    (table) => file !== undefined && table.file !== undefined && fits(table.file, file),
  );
  return named.length > 0 ? named : mapping.tables.filter((table) => table.file === undefined || file === undefined);
}

/**
 * Which of the tables a file is, by its columns: the one that has all its columns there, and of several the one that names most.
 * A single candidate is taken as it is, so that it can be said which columns it lacks.
 */
export function chooseTable(tables: readonly MappedTable[], names: readonly string[]): MappedTable | undefined {
  if (tables.length === 1) return tables[0];
  const fitting = (columns: (table: MappedTable) => readonly ColumnNames[]): readonly MappedTable[] =>
    tables.filter((table) => columns(table).length > 0 && hasAll(columns(table), names));
  const whole = fitting(columnsNamed);
  const best = whole.length > 0 ? whole : fitting(neededColumns);
  return [...best].sort((a, b) => columnsNamed(b).length - columnsNamed(a).length)[0];
}
