import { object, type Check } from '../shape/shape.js';
import { contextProblem, contextShape } from './context-shape.js';
import type { IndicatorTable } from './indicator-table.js';
import { cellCount, figureFields, parseTables, type ParsedPublication } from './parse-figures.js';

export type { ParsedPublication };

/** What a table must have and look like; its JSON Schema is written from this too (`table-schema.test.ts`). */
export const tableShape = object<IndicatorTable>({ ...figureFields, ...contextShape });

/** The shape, as many cells as the dimensions have combinations, and what stands beside them in its place. */
const indicatorTable: Check = (value, path) =>
  tableShape(value, path) ?? cellCount(value as IndicatorTable, path) ?? contextProblem(value as IndicatorTable, path);

/**
 * Reads what a web server sent: one `IndicatorTable` or a `Release` of several, with every shape checked and the number of cells.
 * Unknown fields are accepted; of an older version, the table is given as the newest has it. Never throws.
 */
export function parsePublished(json: unknown): ParsedPublication {
  return parseTables(json, indicatorTable);
}
