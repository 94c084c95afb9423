import { startsFormula } from '../csv-line.js';
import type { Sheet, SheetCell } from './sheet.js';
import type { StyleBook } from './styles.js';
import { DECLARATION, MAIN, xmlText } from './xml.js';

/** What a cell of Excel holds at most, in UTF-16 units. */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const before = column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1);
  return before + String.fromCharCode(65 + (column % 26));
}

/** A text as a file holds it: `_x0041_` would be read as an A (ECMA-376 part 1, 22.9.2.19). */
function heldText(text: string): string {
  const held = text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
  return xmlText(held.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function cellXml({ value, style = {} }: SheetCell, place: string, styles: StyleBook): string {
  if (typeof value === 'number')
    return `<c r="${place}" s="${String(styles.numberOf(style))}"><v>${String(value)}</v></c>`;
  const number = styles.numberOf(startsFormula(value) ? { ...style, isText: true } : style);
  return `<c r="${place}" s="${String(number)}" t="inlineStr"><is><t xml:space="preserve">${heldText(value)}</t></is></c>`;
}

/**
 * A worksheet (ECMA-376 part 1, 18.3).
 * @throws RangeError where there are more rows or columns than a sheet can have
 */
export function sheetXml({ widths, frozenRows, rows }: Sheet, styles: StyleBook, isFirst: boolean): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > MOST_ROWS || columns > MOST_COLUMNS)
    throw new RangeError(
      `A sheet has at most ${String(MOST_ROWS)} rows and ${String(MOST_COLUMNS)} columns, and this one ${String(rows.length)} and ${String(columns)}`,
    );
  const below = `A${String(frozenRows + 1)}`;
  const pane = `<pane ySplit="${String(frozenRows)}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${frozenRows === 0 ? '' : pane}</sheetView>`;
  const cols = widths.map((width, at) => {
    const column = String(at + 1);
    return `<col min="${column}" max="${column}" width="${String(width)}" customWidth="1"/>`;
  });
  const data = rows.map((row, at) => {
    const number = String(at + 1);
    const cells = row.map((cell, column) =>
      cell === undefined ? '' : cellXml(cell, `${columnLetters(column)}${number}`, styles),
    );
    return `<row r="${number}">${cells.join('')}</row>`;
  });
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews>`,
    widths.length === 0 ? '' : `<cols>${cols.join('')}</cols>`,
    `<sheetData>${data.join('')}</sheetData></worksheet>`,
  ].join('');
}
