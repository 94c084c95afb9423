import { bytesOf, type ByteSource } from '../documents/bytes.js';
import { delimitedRows } from './delimited-rows.js';
import { headAmong, isBlank, LOOKED_AT } from './head.js';
import { cellsOf, kindOfOther } from './problems.js';
import type { RawRow, TellOfFile } from './raw-row.js';
import type { TableHead, TableOptions, TableProblem, TableRow } from './table.js';
import { textBlocks } from './text-blocks.js';
import { workbookRows } from './xlsx/workbook.js';

const NOTHING = '–';

async function* chained<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

const isZip = (head: Uint8Array): boolean => head[0] === 80 && head[1] === 75 && head[2] === 3 && head[3] === 4;

/** A compound file: what old Excel wrote, and what a workbook with a password is wrapped in. */
const isCompound = (head: Uint8Array): boolean =>
  head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;

/** The rows of whatever kind of file it is. */
async function* rawRows(
  source: ByteSource,
  options: TableOptions,
  tell: TellOfFile,
): AsyncGenerator<readonly RawRow[]> {
  const pieces = bytesOf(source, {
    taken: (bytes) => options.onBytes?.(bytes),
    damagedGzip: () => tell('damaged-gzip', 'gzip'),
    utf16: () => tell('utf-16', 'UTF-16'),
  });
  const first = await pieces.next();
  if (first.done === true) return;
  const head = first.value.subarray(0, 64);
  const other = kindOfOther(head);
  if (isCompound(head) || (other !== undefined && !isZip(head))) {
    await pieces.return(undefined);
    if (isCompound(head)) tell('locked-workbook', 'compound file');
    else if (other !== undefined) tell('not-a-table', other);
    return;
  }
  const bytes = chained(first.value, pieces);
  if (isZip(head)) {
    yield* workbookRows(bytes, options.sheet, tell);
    return;
  }
  const blocks = textBlocks(bytes, () => tell('not-utf-8', 'Latin-1, Windows-1252'));
  yield* delimitedRows(blocks, options.separator);
}

const trimmed = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim());

/** Makes rows of the head's width, or tells why a row is lost. */
function createRowReader(columns: number, tell: (problem: TableProblem) => void) {
  let record = 0;

  function rowOf(raw: RawRow): TableRow | undefined {
    const { line } = raw;
    const at = { record, line };
    if (raw.kind === 'lost') {
      tell({ ...at, code: raw.code, found: raw.found, rowLost: true });
      return undefined;
    }
    const cells = trimmed(raw.cells);
    while (cells.length > columns && (raw.placed || cells.at(-1) === '')) cells.pop();
    if (cells.length > columns || (cells.length < columns && raw.strayQuote)) {
      const code = cells.length > columns ? 'row-too-long' : 'row-broken';
      tell({ ...at, code, found: cellsOf(cells.length, columns), rowLost: true });
      return undefined;
    }
    if (cells.length < columns && !raw.placed)
      tell({ ...at, code: 'row-short', found: cellsOf(cells.length, columns), rowLost: false });
    while (cells.length < columns) cells.push('');
    if (raw.strayQuote) tell({ ...at, code: 'stray-quote', found: '"', rowLost: false });
    return { record, line, cells };
  }

  return {
    get records() {
      return record;
    },
    *rows(raws: readonly RawRow[]): Generator<TableRow> {
      for (const raw of raws) {
        if (raw.kind === 'row' && isBlank(raw.cells)) continue;
        record++;
        const row = rowOf(raw);
        if (row !== undefined) yield row;
      }
    },
  };
}

/** Columns on the right of a sheet that have no name are none of the table's. */
function namesOf(head: Extract<RawRow, { kind: 'row' }>): readonly string[] {
  const names = trimmed(head.cells);
  while (head.placed && names.at(-1) === '') names.pop();
  return names;
}

/** Puts the first rows together until the head is known among them, and makes rows of those that follow. */
function createAssembler(options: TableOptions, tell: (problem: TableProblem) => void) {
  let first: RawRow[] = [];
  let reader: ReturnType<typeof createRowReader> | undefined;

  function* opened(): Generator<TableHead | TableRow> {
    const rows = first.filter((raw) => raw.kind === 'row');
    const head = rows[headAmong(rows, options.isHead)];
    if (head === undefined) return;
    const names = namesOf(head);
    const at = first.indexOf(head);
    const above: string[][] = [];
    for (const raw of first.slice(0, at)) {
      if (raw.kind === 'row') above.push(trimmed(raw.cells).filter((cell) => cell !== ''));
      else tell({ code: raw.code, line: raw.line, found: raw.found, rowLost: false });
    }
    yield { names, above, line: head.line };
    const following = first.slice(at + 1);
    first = [];
    reader = createRowReader(names.length, tell);
    yield* reader.rows(following);
  }

  return {
    /** How many rows there were below the head; `undefined` where there was no head. */
    get records(): number | undefined {
      return reader?.records;
    },
    *push(rows: readonly RawRow[]): Generator<TableHead | TableRow> {
      if (reader !== undefined) {
        yield* reader.rows(rows);
        return;
      }
      for (const raw of rows) if (raw.kind === 'lost' || !isBlank(raw.cells)) first.push(raw);
      if (first.length >= LOOKED_AT) yield* opened();
    },
    *end(): Generator<TableHead | TableRow> {
      if (reader === undefined) yield* opened();
    },
  };
}

/**
 * Reads a table: CSV (separated by `;`, `,`, tab or `|`; UTF-8, UTF-16 or Windows-1252; plain or gzip) or XLSX, told by the
 * content. The first part is the head, `{ names, … }`; each further one a row, `{ record, line, cells }`. Text is read as it
 * streams; of a workbook the packed file, its shared texts and the sheet are held in memory. What cannot be read is told to
 * `onProblem` and never stops the reading; a file that is no table gives nothing. Errors of the source itself are thrown on.
 */
export async function* readTable(
  source: ByteSource,
  options: TableOptions = {},
): AsyncGenerator<TableHead | TableRow, void> {
  let fileLost = false;
  const tell = (problem: TableProblem): void => options.onProblem?.(problem);
  const table = createAssembler(options, tell);
  const batches = rawRows(source, options, (code, found) => {
    fileLost ||= code !== 'utf-16' && code !== 'not-utf-8';
    tell({ code, found, rowLost: false });
  });
  for await (const rows of batches) yield* table.push(rows);
  yield* table.end();
  if (fileLost) return;
  if (table.records === undefined) tell({ code: 'empty-file', found: NOTHING, rowLost: false });
  else if (table.records === 0) tell({ code: 'no-rows', found: '0', rowLost: false });
}
