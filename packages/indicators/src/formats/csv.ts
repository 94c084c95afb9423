import type { Lang } from '@strapetsi/text';
import type { IndicatorTable, TableDimension } from '../publication/indicator-table.js';
import { csvLine, type CsvDialect } from './csv-line.js';
import { tableColumns } from './table-columns.js';

export interface CsvOptions {
  /** `excel` unless given. */
  readonly dialect?: CsvDialect;
  /** Whether the text begins with U+FEFF, without which Excel takes it for Windows-1252 when it is opened by a click. */
  readonly byteOrderMark?: boolean;
  /** Also the ids of members and the code of the status, in columns of their own that are named by codes. */
  readonly ids?: boolean;
  /** The dimension whose members are columns; unless given, each figure has a row of its own. */
  readonly across?: TableDimension['id'];
}

/**
 * A published table as CSV (RFC 4180), in one language. A row for each figure, which is what pivot tables and programs read: its
 * dimensions, the figure with all its digits (a share 0–1), its unit, in words why there is none, and where some figure has them the range
 * of a withheld one, the day from which there is one, the interval, numerator, persons, target and benchmarks. With `across` a row for
 * each combination of the other dimensions, with figures or words in their place, as people read it. Texts that a spreadsheet would
 * run as a formula stand after an apostrophe.
 *
 * @throws NoSuchDimensionError where the table has no dimension `across`
 *
 * @example
 * import { readFileSync } from 'node:fs';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const [table] = published.ok ? published.tables : [];
 * if (table === undefined) throw new Error('no table');
 * const [head, east, west] = toCsv(table, 'fi', { across: 'year' }).split('\r\n');
 * head; // → 'Oppilaitos;2023;2024;2025'
 * [east, west].map((line) => line?.split(';').slice(0, 2)); // → [['Itä', '6'], ['Länsi', '10']]
 */
export function toCsv(table: IndicatorTable, lang: Lang, options: CsvOptions = {}): string {
  const { dialect = 'excel', byteOrderMark = false } = options;
  const columns = tableColumns(table, lang, options, options.across !== undefined);
  const rows = (columns[0]?.entries ?? []).map((_, row) => columns.map(({ entries }) => entries[row]));
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => csvLine(row, dialect));
  return `${byteOrderMark ? '\uFEFF' : ''}${lines.join('')}`;
}
