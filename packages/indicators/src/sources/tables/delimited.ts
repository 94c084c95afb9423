/** One record of a text table, as it was found. */
export interface DelimitedRecord {
  readonly cells: readonly string[];
  /** Whether a quoted cell held a quotation mark that was not doubled. */
  readonly strayQuote: boolean;
}

/** A record that is complete, one that needs more text, or a quotation mark that never closes. */
export type Parsed =
  | { readonly kind: 'record'; readonly record: DelimitedRecord; readonly next: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'unclosed'; /** Where the next line begins. */ readonly next: number };

const QUOTE = '"';

/** A quoted cell of more characters is taken for one whose closing quotation mark is missing. */
const LONGEST_QUOTED = 128 * 1024;

const RETURN = 13;
const FEED = 10;

/** Where the line ends; the text's end where no line break follows. */
function endOfLine(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === FEED || c === RETURN) break;
  }
  return at;
}

/** After the line break at `at`; the text's end where it ends there. */
function afterBreak(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === FEED ? at + 2 : at + 1;
}

/** Where the quoted cell that opens at `open` is closed; -1 where it is not in this text. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf(QUOTE, open + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return -1;
}

/** Where the cell ends: at a separator, a line break or the text's end. */
function endOfCell(text: string, from: number, separator: string): number {
  const separates = separator.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === separates || c === FEED || c === RETURN) break;
  }
  return at;
}

/**
 * The record that begins at `from`: cells between separators, as RFC 4180 has them. A quotation mark counts only where a cell
 * begins with it; inside it is doubled. A cell whose closing mark is followed by other text keeps that text, unless a line break
 * stands in it: then its own closing mark is missing, and what seemed to close it opens another.
 * @param whole whether no text follows
 */
export function parseRecord(text: string, from: number, separator: string, whole: boolean): Parsed {
  const cells: string[] = [];
  let strayQuote = false;
  for (let at = from; ;) {
    let cell: string;
    if (text[at] === QUOTE) {
      const open = at;
      const close = closingQuote(text, open);
      // A mark at the very end may be the first of two.
      const undecided = close < 0 || (close === text.length - 1 && !whole);
      if (undecided && !whole && text.length - open < LONGEST_QUOTED) return { kind: 'more' };
      const end = close < 0 ? close : endOfCell(text, close + 1, separator);
      const trailing = text.slice(close + 1, end).trim();
      if (end < 0 || close - open > LONGEST_QUOTED || (trailing !== '' && linesIn(text, open, close) > 0))
        return { kind: 'unclosed', next: afterBreak(text, endOfLine(text, open)) };
      if (trailing !== '') strayQuote = true;
      cell = text.slice(open + 1, close).replaceAll('""', QUOTE) + (trailing === '' ? '' : text.slice(close, end));
      at = end;
    } else {
      const end = endOfCell(text, at, separator);
      cell = text.slice(at, end);
      at = end;
    }
    if (at >= text.length && !whole) return { kind: 'more' };
    cells.push(cell);
    if (at >= text.length) return { kind: 'record', record: { cells, strayQuote }, next: text.length };
    if (text[at] === separator) {
      at++;
      continue;
    }
    // A carriage return at the very end may be followed by a line feed.
    if (text.charCodeAt(at) === RETURN && at + 1 === text.length && !whole) return { kind: 'more' };
    return { kind: 'record', record: { cells, strayQuote }, next: afterBreak(text, at) };
  }
}

/** Line breaks within a part of a text. */
export function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = endOfLine(text, from); at < to; at = endOfLine(text, afterBreak(text, at))) lines++;
  return lines;
}

const SEPARATORS = [';', '\t', ',', '|'] as const;
const LOOKED_AT = 50;

/** How many of the first records have the commonest number of cells above one, and that number. */
function fitOf(text: string, separator: string): { readonly records: number; readonly cells: number } {
  const byCells = new Map<number, number>();
  let at = 0;
  for (let n = 0; n < LOOKED_AT && at < text.length; n++) {
    const parsed = parseRecord(text, at, separator, true);
    if (parsed.kind === 'more') break;
    at = parsed.next;
    const cells = parsed.kind === 'record' ? parsed.record.cells.length : 0;
    if (cells > 1) byCells.set(cells, (byCells.get(cells) ?? 0) + 1);
  }
  let best = { records: 0, cells: 0 };
  for (const [cells, records] of byCells) {
    if (records > best.records || (records === best.records && cells > best.cells)) best = { records, cells };
  }
  return best;
}

/** The separator by which most of the first records have the same number of cells; a semicolon where a table has one column. */
export function separatorOf(text: string): string {
  let best: { separator: string; records: number; cells: number } = { separator: ';', records: 0, cells: 0 };
  for (const separator of SEPARATORS) {
    const fit = fitOf(text, separator);
    if (fit.records > best.records || (fit.records === best.records && fit.cells > best.cells))
      best = { separator, ...fit };
  }
  return best.separator;
}
