import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../documents/bytes.js';
import { readTable } from './read-table.js';
import type { TableHead, TableOptions, TableProblem, TableRow } from './table.js';

async function read(source: ByteSource, options: TableOptions = {}) {
  const problems: TableProblem[] = [];
  const rows: TableRow[] = [];
  let head: TableHead | undefined;
  for await (const part of readTable(source, { ...options, onProblem: (problem) => problems.push(problem) })) {
    if ('names' in part) {
      expect(rows).toEqual([]);
      head = part;
    } else rows.push(part);
  }
  return {
    head,
    names: head?.names,
    rows,
    cells: rows.map(({ cells }) => cells),
    problems,
    codes: problems.map(({ code }) => code),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
  ]);

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const text = 'Nimi;Päivä\nÅsa;1.1.2025\n"Öhman;\näö";2.1.2025\n';
const wanted = {
  names: ['Nimi', 'Päivä'],
  cells: [
    ['Åsa', '1.1.2025'],
    ['Öhman;\näö', '2.1.2025'],
  ],
};

describe('a table of text', () => {
  test('is read from text, bytes, streams, iterables and gzip, with a byte-order mark or none', async () => {
    const bytes = utf8(text);
    async function* bytewise() {
      for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte));
    }
    const packed = await gzip(bytes);
    for (const source of [
      text,
      bytes,
      utf8(`\ufeff${text}`),
      new Blob([new Uint8Array(bytes)]).stream(),
      bytewise(),
      packed,
    ]) {
      const table = await read(source);
      expect(table).toMatchObject(wanted);
      expect(table.problems).toEqual([]);
    }
  });

  test('in Latin-1 is read with one warning, also where only some lines are', async () => {
    const table = await read(latin1(text));
    expect(table).toMatchObject(wanted);
    expect(table.codes).toEqual(['not-utf-8']);
    const mixed = await read(
      new Uint8Array([...utf8('Nimi;Päivä\nÅsa;1.1.2025\n'), ...latin1('"Öhman;\näö";2.1.2025\n')]),
    );
    expect(mixed).toMatchObject(wanted);
    expect(mixed.codes).toEqual(['not-utf-8']);
  });

  test('in UTF-16, as Excel saves Unicode text, is read with a note', async () => {
    const table = await read(utf16(text.replaceAll(';', '\t')));
    expect(table.names).toEqual(wanted.names);
    expect(table.codes).toEqual(['utf-16']);
  });

  test('gives rows as they stream, and closes the source where the reader stops', async () => {
    let cancelled = false;
    let pulled = 0;
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(utf8(pulled++ === 0 ? 'a;b\n' : '1;2\n'.repeat(1000))),
      cancel: () => void (cancelled = true),
    });
    for await (const part of readTable(source)) if ('cells' in part && part.record === 1500) break;
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(10);
  });

  test('numbers its rows without the blank ones, and knows their lines', async () => {
    const { rows } = await read('a;b\n\n1;2\n;\n   \n3;4\n');
    expect(rows).toMatchObject([
      { record: 1, line: 3 },
      { record: 2, line: 6 },
    ]);
  });

  test('that breaks off in a gzip file gives what could be unpacked', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i};${(i * 7919) % 10_007}`);
    const packed = await gzip(utf8(`a;b\n${rows.join('\n')}\n`));
    const table = await read(packed.slice(0, packed.length - 5000));
    expect(table.codes).toContain('damaged-gzip');
    expect(table.rows.length).toBeGreaterThan(1000);
  });
});

describe('a row of another length than the head', () => {
  test('is filled up where cells are missing at its end, with a warning', async () => {
    const { cells, problems } = await read('a;b;c\n1;2\n');
    expect(cells).toEqual([['1', '2', '']]);
    expect(problems).toMatchObject([{ code: 'row-short', record: 1, line: 2, rowLost: false }]);
  });

  test('is refused where it has more cells with something in them: its data would stand in wrong columns', async () => {
    const { cells, problems } = await read('a;b\n1;2;3\n4;5;;\n');
    expect(cells).toEqual([['4', '5']]);
    expect(problems).toMatchObject([{ code: 'row-too-long', record: 1, rowLost: true, found: { notation: '3 ≠ 2' } }]);
  });

  test('is refused where its quotation marks are in disorder and cells are missing', async () => {
    const { cells, codes } = await read('a;b;c\n"1;"2";"3"\n"x "y" z";5;6\n');
    expect(cells).toEqual([['x "y" z"', '5', '6']]);
    expect(codes).toEqual(['row-broken', 'stray-quote']);
  });

  test('every row is given or lost', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', ';', '"', ' ', '\n'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const { rows, problems } = await read(`Yksi;Kaksi;Kolme\n${lines.join('\n')}`, { separator: ';' });
        const lost = problems.flatMap(({ rowLost, record }) => (rowLost ? [record] : []));
        const records = [...rows.map(({ record }) => record), ...lost].sort((a, b) => Number(a) - Number(b));
        expect(records).toEqual(records.map((_, i) => i + 1));
      }),
    );
  });
});

describe('the head', () => {
  test('is found below titles, which are kept', async () => {
    const { head, cells } = await read(
      'Opiskelijavuosiraportti;;;\nAikajakso;1.1.2025–31.12.2025;;\n;;;\nOid;Nimi;Alku;Luku\n1;a;1.1.2025;3\n',
    );
    expect(head).toEqual({
      names: ['Oid', 'Nimi', 'Alku', 'Luku'],
      above: [['Opiskelijavuosiraportti'], ['Aikajakso', '1.1.2025–31.12.2025']],
      line: 4,
    });
    expect(cells).toEqual([['1', 'a', '1.1.2025', '3']]);
  });

  test('is found below headings over groups of columns, and below titles that are half as wide as the table', async () => {
    for (const above of ['Oppija;;Opinnot;', 'Raportti;Ammatillinen;;', 'Raportti;Ammatillinen']) {
      const { names } = await read(`${above}\nOid;Nimi;Alku;Luku\n1;a;1.1.2025;3\n2;b;2.1.2025;3\n`);
      expect(names).toEqual(['Oid', 'Nimi', 'Alku', 'Luku']);
    }
  });

  test('is the first row of a table of words, whatever is wrong with the rows', async () => {
    expect((await read('Koodi;Nimi\nlasna;Läsnä\nloma;Loma;;liikaa\n')).names).toEqual(['Koodi', 'Nimi']);
    expect((await read('Koodi;Nimi;Huom\nlasna;Läsnä;\nloma;Loma;x\n')).names).toEqual(['Koodi', 'Nimi', 'Huom']);
  });

  test('is the one that the reader knows, where it knows one', async () => {
    const text = 'Oppija;Opinnot;Alku;Luku\nOid;Nimi;Alku;Luku\n1;a;1.1.2025;3\n';
    expect((await read(text)).names).toEqual(['Oppija', 'Opinnot', 'Alku', 'Luku']);
    const { names, head } = await read(text, { isHead: (row) => row.includes('Oid') });
    expect(names).toEqual(['Oid', 'Nimi', 'Alku', 'Luku']);
    expect(head?.above).toEqual([['Oppija', 'Opinnot', 'Alku', 'Luku']]);
    expect((await read(text, { isHead: () => false })).names).toEqual(['Oppija', 'Opinnot', 'Alku', 'Luku']);
  });

  test('alone is a table without rows', async () => {
    const { names, codes } = await read('a;b\n');
    expect(names).toEqual(['a', 'b']);
    expect(codes).toEqual(['no-rows']);
  });
});

describe('what is no table', () => {
  test.each([
    ['nothing', '', 'empty-file'],
    ['blank lines', '\n\n;;\n', 'empty-file'],
    ['HTML that calls itself a spreadsheet', '<html><table><tr><td>x</td></tr></table></html>', 'not-a-table'],
    ['JSON', ' {"a": 1}', 'not-a-table'],
    ['PDF', '%PDF-1.7\n', 'not-a-table'],
    ['bytes', 'ab\u0000c', 'not-a-table'],
  ])('%s is told as such', async (_name, source, code) => {
    const table = await read(source);
    expect(table.codes).toEqual([code]);
    expect(table.head).toBeUndefined();
  });

  test('a workbook with a password is told as such', async () => {
    const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    expect((await read(compound)).codes).toEqual(['locked-workbook']);
  });
});

test('no problem holds what stands in a cell', async () => {
  const marker = 'Qvädrix';
  const piece = fc.constantFrom(marker, ';', '"', '\n', '1', ' ');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const { problems } = await read(pieces.join(''));
      expect(JSON.stringify(problems)).not.toContain(marker);
    }),
    { numRuns: 500 },
  );
});
