import type { RawRow } from '../raw-row.js';
import { dayText, plainNumber } from './cell-text.js';
import { scanXml } from './xml.js';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly sharedTexts: readonly string[];
  /** Positions of cell styles that show days. */
  readonly dayStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

const PIECE = 256 * 1024;
const SHEET_DATA = /<(?:[\w.-]+:)?sheetData\b([^>]*)>/;
const END_OF_DATA = /<\/(?:[\w.-]+:)?sheetData\s*>/;
const END_OF_ROW = /<\/(?:[\w.-]+:)?row\s*>/g;

/** Days that a serial number can be (1900–9999). */
const LAST_SERIAL = 2_958_465;

/** `AB12` → 27; `undefined` where a cell does not say where it is. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function textOfCell(type: string | undefined, style: number, value: string, context: SheetContext): string {
  switch (type) {
    case 's':
      return context.sharedTexts[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'd':
      return value.slice(0, 10);
    case 'inlineStr':
    case 'str':
    case 'e':
      return value;
    default: {
      const serial = Number(value);
      const isDay = context.dayStyles.has(style) && value !== '' && serial >= 0 && serial <= LAST_SERIAL;
      return isDay ? dayText(serial, context.from1904) : plainNumber(value);
    }
  }
}

/** Takes the XML of whole rows and gives the rows. */
function createRowScanner(context: SheetContext): (xml: string) => RawRow[] {
  let line = 0;

  return (xml) => {
    const rows: RawRow[] = [];
    let cells: string[] = [];
    let column = -1;
    let type: string | undefined;
    let style = 0;
    let value = '';
    let inValue = false;
    let inPhonetic = false;
    scanXml(`<rows>${xml}</rows>`, {
      open(name, attribute) {
        if (name === 'row') {
          line = Number(attribute('r') ?? line + 1);
          cells = [];
          column = -1;
        } else if (name === 'c') {
          column = columnOf(attribute('r')) ?? column + 1;
          type = attribute('t');
          style = Number(attribute('s') ?? 0);
          value = '';
        } else if (name === 'rPh') inPhonetic = true;
        else if ((name === 'v' || name === 't') && !inPhonetic) inValue = true;
      },
      text(text) {
        if (inValue) value += text;
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'rPh') inPhonetic = false;
        else if (name === 'c') {
          while (cells.length < column) cells.push('');
          cells[column] = textOfCell(type, style, value, context);
        } else if (name === 'row') rows.push({ kind: 'row', line, cells, strayQuote: false, placed: true });
      },
    });
    return rows;
  };
}

function endOfLastRow(xml: string): number {
  let end = 0;
  for (const found of xml.matchAll(END_OF_ROW)) end = found.index + found[0].length;
  return end;
}

/**
 * The rows of a sheet, read piece by piece: the XML of a sheet as one tree would be many times its size.
 * @throws {DamagedXmlError} where it breaks the grammar of XML or ends within the rows
 */
export function* sheetRows(bytes: Uint8Array, context: SheetContext): Generator<readonly RawRow[], boolean> {
  const decoder = new TextDecoder();
  const scan = createRowScanner(context);
  let xml = '';
  let inData = false;
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    xml += decoder.decode(piece, { stream: at + PIECE < bytes.length });
    if (!inData) {
      const begin = SHEET_DATA.exec(xml);
      if (begin === null) continue;
      if (begin[1]?.endsWith('/') === true) return true;
      xml = xml.slice(begin.index + begin[0].length);
      inData = true;
    }
    const end = endOfLastRow(xml);
    if (end > 0) yield scan(xml.slice(0, end));
    xml = xml.slice(end);
    if (END_OF_DATA.test(xml)) return true;
  }
  return false;
}
