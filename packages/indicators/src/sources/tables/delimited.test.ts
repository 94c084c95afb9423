import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesIn, parseRecord, separatorOf } from './delimited.js';
import { delimitedRows } from './delimited-rows.js';
import type { RawRow } from './raw-row.js';

async function* inBlocks(blocks: readonly string[]): AsyncGenerator<string> {
  for (const block of blocks) yield await Promise.resolve(block);
}

async function rowsOf(blocks: readonly string[], separator?: string): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of delimitedRows(inBlocks(blocks), separator)) rows.push(...batch);
  return rows;
}

const cellsOf = (rows: readonly RawRow[]) => rows.map((row) => (row.kind === 'row' ? row.cells : row.code));
const read = async (text: string, separator?: string) => cellsOf(await rowsOf([text], separator));

/** As RFC 4180 asks for: quoted where it has to be, or by chance. */
const written = (cell: string, quoted: boolean, separator: string): string =>
  quoted || cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const cell = fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '"', ';', ',', '\n', '\r', '😀'), maxLength: 6 });
const separators = fc.constantFrom(';', ',', '\t', '|');
const lineEnd = fc.constantFrom('\n', '\r\n');

/** A table with at least two columns, and its text. */
const tables = fc
  .record({ separator: separators, end: lineEnd, last: fc.boolean(), columns: fc.integer({ min: 2, max: 5 }) })
  .chain((form) =>
    fc
      .array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: form.columns, maxLength: form.columns }), {
        minLength: 1,
        maxLength: 8,
      })
      .map((rows) => ({
        ...form,
        rows: rows.map((row) => row.map(([each]) => each)),
        text:
          rows
            .map((row) => row.map(([each, quoted]) => written(each, quoted, form.separator)).join(form.separator))
            .join(form.end) + (form.last ? form.end : ''),
      })),
  );

describe('records of a text table', () => {
  test('are what was written, however the text is cut into blocks', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.array(fc.nat(), { maxLength: 4 }), async ({ text, rows, separator }, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
        const blocks = at.slice(1).map((end, i) => text.slice(at[i], end));
        expect(cellsOf(await rowsOf(blocks, separator))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test('are those of csv-parse wherever that one accepts the text', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', '""', ';', ';', '\n', '\n'), maxLength: 40 });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        let theirs: unknown;
        try {
          theirs = parse(given, { delimiter: ';', relax_column_count: true, record_delimiter: '\n' });
        } catch {
          return;
        }
        compared++;
        expect(await read(given, ';')).toEqual(theirs);
      }),
      { numRuns: 2000, seed: 4180 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test('know the line they begin at', async () => {
    const rows = await rowsOf(['a;b\r\n"1\r\n2";x\r\n\r\n3;"4\n', '5\n6"\n7;8'], ';');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5, 8]);
  });

  test('end at a carriage return where a file has no other line ends', async () => {
    expect(await read('a;b\r1;2\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('a quotation mark in the middle of a cell is a character as others', async () => {
    expect(await read('koko;x\n5" putki;1\n')).toEqual([
      ['koko', 'x'],
      ['5" putki', '1'],
    ]);
  });

  test('text after a closing mark stays, and is told', async () => {
    const rows = await rowsOf(['a;b\n"Oy "Aine" Ab";2\n"c"  ;3\n']);
    expect(cellsOf(rows).slice(1)).toEqual([
      ['Oy "Aine" Ab"', '2'],
      ['c', '3'],
    ]);
    expect(rows.map((row) => row.kind === 'row' && row.strayQuote)).toEqual([false, true, false]);
  });
});

describe('a quotation mark that never closes', () => {
  test('loses its own line and no other, where later cells are quoted', async () => {
    expect(await read('a;b\n1;"x\n2;"y"\n3;"z"\n')).toEqual([['a', 'b'], 'quote-not-closed', ['2', 'y'], ['3', 'z']]);
  });

  test('and where none is', async () => {
    expect(await read('a;b\n1;"x\n2;y\n3;z')).toEqual([['a', 'b'], 'quote-not-closed', ['2', 'y'], ['3', 'z']]);
  });

  test('loses the whole record, from its first line, where cells before it are closed over lines', async () => {
    const rows = await rowsOf(['a;b;c\n1;"x\ny";"z\n2;3;4\n']);
    expect(cellsOf(rows)).toEqual([['a', 'b', 'c'], 'quote-not-closed', ['2', '3', '4']]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test('does not make memory grow with the file', async () => {
    let held = 0;
    async function* blocks(): AsyncGenerator<string> {
      yield 'a;b\n1;"x\n';
      for (let i = 0; i < 100; i++) {
        held = i;
        yield await Promise.resolve('22222;3333333\n'.repeat(1000));
      }
    }
    let n = 0;
    for await (const batch of delimitedRows(blocks(), ';')) {
      n += batch.length;
      // 128 × 1024 characters after the mark it is given up: ten blocks of 14,000.
      if (batch.some((row) => row.kind === 'lost')) expect(held).toBeLessThan(12);
    }
    expect(n).toBe(100_002);
  });
});

describe('the separator', () => {
  test.each([
    ['Oid;Nimi;Luku\n1;a;1,5\n2;b;2,5\n', ';'],
    ['oid,name,text\n1,a,"x; y; z"\n2,b,c\n', ','],
    ['oid\tname\n1\tÖ, Å; Ä\n', '\t'],
    ['oid|name\n1|b\n', '|'],
    ['Raportti, jossa on pilkku\nOid;Nimi\n1;x\n2;y\n', ';'],
    ['vain yksi sarake\n1\n2\n', ';'],
  ])('of %j is %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  test('is found for any table of several rows', () => {
    // A cell that holds another separator in every row would be as good a table by that one.
    const plain = fc.string({ unit: fc.constantFrom('a', 'ä', '1', ' '), maxLength: 5 });
    fc.assert(
      fc.property(
        separators,
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 2, max: 20 }),
        plain,
        (by, columns, rows, each) => {
          expect(separatorOf(`${Array(columns).fill(each).join(by)}\n`.repeat(rows))).toBe(by);
        },
      ),
    );
  });

  test('is what Excel’s own first line says', async () => {
    const rows = await rowsOf(['sep=,\na,b;c\n1,2\n']);
    expect(cellsOf(rows)).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ]);
    expect(rows[0]?.line).toBe(2);
  });
});

test('a record that needs more text says so', () => {
  expect(parseRecord('a;"b', 0, ';', false)).toEqual({ kind: 'more' });
  expect(parseRecord('a;b', 0, ';', false)).toEqual({ kind: 'more' });
  expect(parseRecord('a;"b"', 0, ';', false)).toEqual({ kind: 'more' });
  expect(parseRecord('a;b\r', 0, ';', false)).toEqual({ kind: 'more' });
  expect(parseRecord('a;b', 0, ';', true)).toMatchObject({ kind: 'record', next: 3 });
});

test('line breaks are counted once each', () => {
  expect(linesIn('a\r\nb\nc\rd', 0, 8)).toBe(3);
  expect(linesIn('a\r\nb', 0, 1)).toBe(0);
});
