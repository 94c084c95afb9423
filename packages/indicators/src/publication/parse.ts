import { list, object, text, type Check } from '../shape/shape.js';
import { upgraded, type Upgraded } from '../shape/version.js';
import { contextProblem, contextShape } from './context-shape.js';
import type { IndicatorTable } from './indicator-table.js';
import { cellCount, count, drawnFields, parseTables, words, type ParsedPublication } from './parse-figures.js';
import { releaseVersions, tableVersions } from './versions.js';

export type { ParsedPublication };

/** What a table must have and look like; its JSON Schema is written from this too (`table-schema.test.ts`). */
export const tableShape = object<IndicatorTable>({
  ...drawnFields,
  population: count,
  exclusions: list(object<IndicatorTable['exclusions'][number]>({ id: text, label: words, count })),
  findings: list(object<IndicatorTable['findings'][number]>({ code: text, count })),
  ...contextShape,
});

/** The shape, as many cells as the dimensions have combinations, and what stands beside them in its place. */
const indicatorTable: Check = (value, path) =>
  tableShape(value, path) ?? cellCount(value as IndicatorTable, path) ?? contextProblem(value as IndicatorTable, path);

/** The tables of a release as their newest version has them. */
function upgradedTables(release: unknown): Upgraded {
  const file = upgraded(release, releaseVersions);
  const tables: unknown = file.ok ? Reflect.get(file.json as object, 'tables') : undefined;
  if (!file.ok || !Array.isArray(tables)) return file;
  const read: unknown[] = [];
  for (const [at, table] of tables.entries()) {
    const newest = upgraded(table, tableVersions, `tables[${String(at)}].`);
    if (!newest.ok) return newest;
    read.push(newest.json);
  }
  return { ok: true, json: { ...(file.json as object), tables: read } };
}

/**
 * Reads what a web server sent: one `IndicatorTable` or a `Release` of several, with every shape checked and the number of cells.
 * Unknown fields are accepted; of an older version, the table is given as the newest has it. Never throws.
 */
export function parsePublished(json: unknown): ParsedPublication {
  const type: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'type') : undefined;
  const isTable = type === 'strapetsi.indicator-table';
  const file = isTable
    ? upgraded(json, tableVersions)
    : type === 'strapetsi.release'
      ? upgradedTables(json)
      : undefined;
  if (file?.ok === false) return file;
  return parseTables(file === undefined ? json : file.json, indicatorTable);
}
