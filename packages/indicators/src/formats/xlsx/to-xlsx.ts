import type { Lang, LocalizedText } from '@strapetsi/text';
import type { IndicatorTable } from '../../publication/indicator-table.js';
import { tableColumns, type Column, type ColumnOptions, type NumberStyle } from '../table-columns.js';
import { aboutRows } from './about-rows.js';
import { sheetNames } from './sheet-names.js';
import type { Sheet, SheetCell } from './sheet.js';
import { workbookFile } from './workbook.js';

export type XlsxOptions = ColumnOptions;

const about: Required<LocalizedText> = { fi: 'Tietoja taulukosta', sv: 'Om tabellen', en: 'About' };
const sheetName: Required<LocalizedText> = { fi: 'Taulukko', sv: 'Tabell', en: 'Table' };

/** Widths in digits: a column is as wide as its longest text, within limits; some room is left at its edges. */
const [NARROWEST, WIDEST, ROOM] = [8, 48, 2];
const ABOUT_WIDTHS = [36, 100];

/** Excel writes it by the country’s own rules: `#,##0.0` is shown as 1 234,5 in Finland. */
function formatOf({ isShare, decimals }: NumberStyle): string {
  const fraction = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  return isShare ? `0${fraction} %` : `#,##0${fraction}`;
}

function widthOf({ name, entries }: Column): number {
  const longest = entries.reduce<number>((most, entry) => Math.max(most, String(entry ?? '').length), name.length);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + ROOM));
}

function cellsOf({ entries, style }: Column): readonly (SheetCell | undefined)[] {
  return entries.map((value) => {
    if (value === undefined) return undefined;
    return typeof value === 'number' && style !== undefined ? { value, style: { format: formatOf(style) } } : { value };
  });
}

function tableSheet(table: IndicatorTable, name: string, lang: Lang, options: ColumnOptions): Sheet {
  const columns = tableColumns(table, lang, options, true);
  const cells = columns.map(cellsOf);
  const head = columns.map((column): SheetCell => ({ value: column.name, style: { isBold: true, wraps: true } }));
  const rows = (cells[0] ?? []).map((_, row) => cells.map((column) => column[row]));
  return { name, widths: columns.map(widthOf), frozenRows: 1, rows: [head, ...rows] };
}

function aboutSheet(tables: readonly IndicatorTable[], names: readonly string[], name: string, lang: Lang): Sheet {
  const rows = tables.flatMap((table, at): Sheet['rows'] => [
    ...(at === 0 ? [] : [[]]),
    [{ value: names[at] ?? '', style: { isBold: true } }],
    ...aboutRows(table, lang).map(([heading, text]) => [
      heading === '' ? undefined : { value: heading, style: { wraps: true } },
      { value: text, style: { wraps: true } },
    ]),
  ]);
  return { name, widths: ABOUT_WIDTHS, frozenRows: 0, rows };
}

/**
 * Published tables as an XLSX workbook, in one language: a sheet for each, with a row for each figure or with the members of `across` as columns,
 * and a last one that says what the figures are, of whom and when, by which rule, and how small groups are protected. Numbers
 * are numbers with all their digits, shown as the figure is; where there is none, its place says why. No cell is a formula, nor becomes one
 * when it is edited.
 *
 * @throws NoSuchDimensionError where a table has no dimension `across`
 * @throws RangeError where a table has more figures than a sheet has rows
 *
 * @example
 * import { readFileSync } from 'node:fs';
 * import { toXlsx } from '@strapetsi/indicators/xlsx';
 *
 * const published = parsePublished(JSON.parse(readFileSync('student-years.json', 'utf8')));
 * const workbook = toXlsx(published.ok ? published.tables : [], 'sv', { across: 'year' });
 *
 * const read = [];
 * for await (const row of readTable(workbook)) read.push('names' in row ? row.names : row.cells.slice(0, 2));
 * read; // → [['Läroanstalt', '2023', '2024', '2025'], ['Öst', '6'], ['Väst', '10']]
 */
export function toXlsx(tables: readonly IndicatorTable[], lang: Lang, options: XlsxOptions = {}): Uint8Array {
  const wanted = [...tables.map(({ indicator }) => indicator.name[lang]), about[lang]];
  const names = sheetNames(wanted, sheetName[lang]);
  const sheets = tables.map((table, at) => tableSheet(table, names[at] ?? '', lang, options));
  return workbookFile([...sheets, aboutSheet(tables, names, names.at(-1) ?? '', lang)]);
}
