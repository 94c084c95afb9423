import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readTable } from '../read-table.js';
import type { TableHead, TableOptions, TableProblem } from '../table.js';

async function read(source: Uint8Array, options: TableOptions = {}) {
  const problems: TableProblem[] = [];
  const cells: (readonly string[])[] = [];
  const lines: number[] = [];
  let head: TableHead | undefined;
  for await (const part of readTable(source, { ...options, onProblem: (problem) => problems.push(problem) })) {
    if ('names' in part) head = part;
    else {
      cells.push(part.cells);
      lines.push(part.line);
    }
  }
  return { head, names: head?.names, cells, lines, codes: problems.map(({ code }) => code) };
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);

interface Made {
  /** XML of the rows of each sheet. */
  readonly sheets: readonly string[];
  readonly names?: readonly string[];
  /** Attributes of each sheet in the workbook. */
  readonly states?: readonly string[];
  readonly sharedTexts?: string;
  readonly styles?: string;
  readonly properties?: string;
  /** Prefix of all elements, as some writers have it. */
  readonly prefix?: string;
}

/** A workbook of hand-written parts. */
function workbook({
  sheets,
  names = [],
  states = [],
  sharedTexts,
  styles,
  properties = '',
  prefix = '',
}: Made): Uint8Array {
  const p = prefix === '' ? '' : `${prefix}:`;
  const xmlns = `xmlns${prefix === '' ? '' : `:${prefix}`}="${MAIN}"`;
  const related = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  if (sharedTexts !== undefined)
    related.push(`<Relationship Id="s" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
  if (styles !== undefined) related.push(`<Relationship Id="t" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
  const relations = (list: string): Uint8Array =>
    xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`);
  const entries = sheets.map(
    (_, i) =>
      `<${p}sheet name="${names[i] ?? `Taul${i + 1}`}" sheetId="${i + 1}" ${states[i] ?? ''} r:id="rId${i + 1}"/>`,
  );
  return zipSync({
    '[Content_Types].xml': xml('<Types/>'),
    '_rels/.rels': relations(`<Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': xml(
      `<${p}workbook ${xmlns} xmlns:r="${RELATIONS}">${properties}<${p}sheets>${entries.join('')}</${p}sheets></${p}workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(related.join('')),
    ...Object.fromEntries(
      sheets.map((rows, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        xml(
          `<${p}worksheet ${xmlns}><${p}cols><${p}col min="1"/></${p}cols><${p}sheetData>${rows}</${p}sheetData><${p}mergeCells/></${p}worksheet>`,
        ),
      ]),
    ),
    ...(sharedTexts === undefined ? {} : { 'xl/sharedStrings.xml': xml(`<sst xmlns="${MAIN}">${sharedTexts}</sst>`) }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': xml(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`) }),
  });
}

const inline = (ref: string, value: string): string => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const head = `<row r="1">${inline('A1', 'Nimi')}${inline('B1', 'Arvo')}</row>`;

/** One cell below the head of a table with columns Nimi and Arvo. */
async function valueOf(cell: string, made: Omit<Made, 'sheets'> = {}): Promise<string | undefined> {
  const { cells } = await read(workbook({ ...made, sheets: [`${head}<row r="2">${inline('A2', 'x')}${cell}</row>`] }));
  return cells[0]?.[1];
}

describe('a workbook', () => {
  test('as write-excel-file writes it', async () => {
    const table = await writeExcelFile([
      [{ value: 'Raportti' }, null, null, null, null],
      ['Oid', 'Päivä', 'Luku', 'Onko', 'Teksti'].map((value) => ({ value })),
      [
        { value: '1.2.246.562.15.1' },
        { value: new Date('2024-02-29T00:00:00Z'), format: 'dd.mm.yyyy' },
        { value: 0.1 + 0.2 },
        { value: true },
        { value: 'a & b < "c"\nä' },
      ],
      [{ value: '1.2.246.562.15.2' }, null, { value: 1234567890123 }, { value: false }, null],
    ]).toBuffer();
    const { head: found, cells, codes, lines } = await read(new Uint8Array(table));
    expect(found).toMatchObject({ names: ['Oid', 'Päivä', 'Luku', 'Onko', 'Teksti'], above: [['Raportti']], line: 2 });
    expect(cells).toEqual([
      ['1.2.246.562.15.1', '2024-02-29', '0.3', 'true', 'a & b < "c"\nä'],
      ['1.2.246.562.15.2', '', '1234567890123', 'false', ''],
    ]);
    expect(lines).toEqual([3, 4]);
    expect(codes).toEqual([]);
  });

  // Opetushallitus/koski, ExcelWriter.scala: texts in the cells, headings over groups of columns, yes and no as 1 and 0.
  test('as KOSKI’s reports are: inline texts, a row of merged headings above the head, gaps', async () => {
    const rows =
      `<row r="1">${inline('A1', 'Opiskeluoikeus')}${inline('D1', 'Laajuudet')}</row>` +
      `<row r="2" ht="25.0">${inline('A2', 'Opiskeluoikeuden oid')}${inline('B2', 'Päivä')}${inline('C2', 'Ostettu')}${inline('D2', 'Laajuus')}${inline('E2', 'Muu')}</row>` +
      `<row r="3">${inline('A3', '1.2')}<c r="B3" s="1"><v>45351.0</v></c><c r="C3" s="2"><v>1.0</v></c><c r="E3"><v>1.0E-4</v></c></row>`;
    const { names, cells, codes } = await read(
      workbook({
        sheets: [rows, ''],
        styles:
          '<numFmts><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="&quot;kyllä&quot;;;&quot;ei&quot;;"/></numFmts>' +
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>',
      }),
    );
    expect(names).toEqual(['Opiskeluoikeuden oid', 'Päivä', 'Ostettu', 'Laajuus', 'Muu']);
    expect(cells).toEqual([['1.2', '2024-02-29', '1', '', '0.0001']]);
    expect(codes).toEqual([]);
  });

  test('whose elements have a prefix', async () => {
    const cell = (ref: string, value: string): string => `<x:c r="${ref}" t="str"><x:v>${value}</x:v></x:c>`;
    const { names, cells } = await read(
      workbook({
        prefix: 'x',
        sheets: [
          `<x:row>${cell('A1', 'a')}${cell('B1', 'b')}</x:row><x:row>${cell('A2', 'row>')}${cell('B2', '2')}</x:row>`,
        ],
      }),
    );
    expect(names).toEqual(['a', 'b']);
    expect(cells).toEqual([['row>', '2']]);
  });

  test('of many rows, longer than what is read at once', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `<row r="${i + 2}">${inline(`A${i + 2}`, `åäö ${i}`)}<c r="B${i + 2}"><v>${i}</v></c></row>`,
    );
    const { cells, codes } = await read(workbook({ sheets: [head + rows.join('')] }));
    expect(codes).toEqual([]);
    expect(cells).toHaveLength(30_000);
    expect(cells.every(([name, value], i) => name === `åäö ${i}` && value === String(i))).toBe(true);
  });
});

describe('a cell', () => {
  test('with a shared text has its runs put together, without readings', async () => {
    const sharedTexts =
      '<si><t>yksi</t></si><si><r><rPr><b/></rPr><t>kak</t></r><r><t xml:space="preserve">si </t></r><rPh><t>lukutapa</t></rPh></si><si/><si><t>A &amp; O &#228;</t></si>';
    const shared = (n: number) => valueOf(`<c r="B2" t="s"><v>${n}</v></c>`, { sharedTexts });
    expect(await shared(0)).toBe('yksi');
    expect(await shared(1)).toBe('kaksi');
    expect(await shared(2)).toBe('');
    expect(await shared(3)).toBe('A & O ä');
  });

  test.each([
    ['<c r="B2"><v>3</v></c>', '3'],
    ['<c r="B2"><v>1.5E-3</v></c>', '0.0015'],
    ['<c r="B2"><v>1.2345678901234E13</v></c>', '12345678901234'],
    ['<c r="B2"><v>-2.50</v></c>', '-2.5'],
    ['<c r="B2"><v>0.1</v></c>', '0.1'],
    ['<c r="B2"><v>1E21</v></c>', '1000000000000000000000'],
    ['<c r="B2"><v>-0</v></c>', '0'],
    ['<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
    ['<c r="B2" t="str"><f>A2</f><v>teksti</v></c>', 'teksti'],
    ['<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c r="B2" t="d"><v>2024-02-29T00:00:00</v></c>', '2024-02-29'],
    ['<c r="B2"/>', ''],
    ['<c t="b"><v>1</v></c>', 'true'],
  ])('%s is %j', async (cell, text) => {
    expect(await valueOf(cell)).toBe(text);
  });

  // Serial numbers and their days as Excel shows them; 60 is the 29 February 1900 that never was.
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [45351, '2024-02-29'],
    [45657.99, '2024-12-31'],
    [2958465, '9999-12-31'],
  ])('with the serial number %d in a format of days is %s', async (serial, day) => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    expect(await valueOf(`<c r="B2" s="1"><v>${serial}</v></c>`, { styles })).toBe(day);
    expect(await valueOf(`<c r="B2"><v>${serial}</v></c>`, { styles })).toBe(String(serial));
  });

  test('counts days from 1904 where the workbook does', async () => {
    const made = { styles: '<cellXfs><xf numFmtId="14"/></cellXfs>', properties: '<workbookPr date1904="1"/>' };
    expect(await valueOf('<c r="B2" s="0"><v>43889</v></c>', made)).toBe('2024-02-29');
  });

  test.each([
    ['d.m.yyyy', true],
    ['[$-40B]d. mmmm yyyy;@', true],
    ['mmm', true],
    ['yyyy\\-mm\\-dd hh:mm', true],
    ['hh:mm:ss', false],
    ['[h]:mm', false],
    ['#,##0.00 "kpl/d"', false],
    ['[Red]-0.0', false],
    ['0.00_d', false],
    ['General', false],
    ['0.00E+00', false],
  ])('in the format %s is a day: %s', async (format, isDay) => {
    const code = format.replaceAll('"', '&quot;');
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    expect(await valueOf('<c r="B2" s="0"><v>45351</v></c>', { styles })).toBe(isDay ? '2024-02-29' : '45351');
  });
});

describe('a sheet', () => {
  const sheet = (name: string): string =>
    `<row r="1">${inline('A1', name)}${inline('B1', 'b')}</row><row r="2">${inline('A2', 'x')}</row>`;
  const three = workbook({
    sheets: ['a', 'c', 'd'].map(sheet),
    names: ['Piilo', 'Tiedot', 'Ohje'],
    states: ['state="hidden"'],
  });

  test('is the first that is not hidden, or the one asked for by name or place', async () => {
    expect((await read(three)).names).toEqual(['c', 'b']);
    expect((await read(three, { sheet: ' ohje' })).names).toEqual(['d', 'b']);
    expect((await read(three, { sheet: 2 })).names).toEqual(['d', 'b']);
  });

  test('that is not there is told', async () => {
    expect((await read(three, { sheet: 'Puuttuu' })).codes).toEqual(['no-such-sheet']);
    expect((await read(three, { sheet: 4 })).codes).toEqual(['no-such-sheet']);
  });

  test('has its rows filled up, and what stands right of the head is left out, without remark: cells know their columns', async () => {
    const { cells, codes } = await read(
      workbook({
        sheets: [
          `${head}<row r="2">${inline('A2', 'x')}</row><row r="4">${inline('B4', 'y')}${inline('AB4', 'muistiinpano')}</row>`,
        ],
      }),
    );
    expect(cells).toEqual([
      ['x', ''],
      ['', 'y'],
    ]);
    expect(codes).toEqual([]);
  });

  test('without rows is empty', async () => {
    expect((await read(workbook({ sheets: [''] }))).codes).toEqual(['empty-file']);
  });
});

describe('what cannot be read', () => {
  const whole = workbook({ sheets: [head] });

  test('a workbook that is cut off', async () => {
    expect((await read(whole.slice(0, whole.length - 40))).codes).toEqual(['damaged-workbook']);
  });

  test('a sheet whose XML breaks', async () => {
    const { codes, names } = await read(workbook({ sheets: [`${head}<row r="2"><c r="A2"></row>`] }));
    expect(names ?? []).toEqual([]);
    expect(codes).toEqual(['damaged-workbook']);
  });

  test('a zip file of something else', async () => {
    expect((await read(zipSync({ 'content.xml': strToU8('<office/>') }))).codes).toEqual(['not-a-table']);
  });
});
