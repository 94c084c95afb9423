import { expect, it } from 'vitest';
import { columnLetters, sheetXml } from './sheet-xml.js';
import type { Sheet, SheetCell } from './sheet.js';
import { createStyleBook } from './styles.js';

const sheetOf = (...rows: readonly (readonly SheetCell[])[]): Sheet => ({ name: 'A', widths: [], frozenRows: 0, rows });
const textsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text ?? '');

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  // The last column of Excel.
  [16_383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

it('what XML cannot hold is left out, and what Excel would read as a code is written so that it is not', () => {
  const texts = ['a\u0000b', '\ud800x', '<&">', 'a\r\nb\rc', '_x0041_', '_x41_', '\ufffe', '😀'];
  const xml = sheetXml(sheetOf(texts.map((value) => ({ value }))), createStyleBook(), true);
  const held = ['ab', 'x', '&lt;&amp;&quot;&gt;', 'a\nb\nc', '_x005F_x0041_', '_x41_', '', '😀'];
  expect(textsOf(xml)).toEqual(held);
});

it('a text that is longer than a cell of Excel ends in three points', () => {
  const xml = sheetXml(
    sheetOf([{ value: 'a'.repeat(32_767) }, { value: 'b'.repeat(32_768) }]),
    createStyleBook(),
    true,
  );
  expect(textsOf(xml)).toEqual(['a'.repeat(32_767), `${'b'.repeat(32_766)}…`]);
});

it('more columns than Excel has are refused', () => {
  const row = Array.from({ length: 16_385 }, (): SheetCell => ({ value: 1 }));
  expect(() => sheetXml(sheetOf(row), createStyleBook(), true)).toThrow(RangeError);
  expect(sheetXml(sheetOf(row.slice(1)), createStyleBook(), true)).toContain('r="XFD1"');
});

it('each style is there once, and a text that begins as a formula is marked as a text', () => {
  const styles = createStyleBook();
  const bold = { isBold: true };
  const xml = sheetXml(
    sheetOf([{ value: '=1', style: bold }, { value: 'a', style: bold }, { value: '=2', style: bold }, { value: -1 }]),
    styles,
    true,
  );
  expect([...xml.matchAll(/ s="(\d+)"/g)].map(([, number]) => number)).toEqual(['1', '2', '1', '0']);
  const xfs = [...styles.xml().matchAll(/<xf [^>]*applyFont[^>]*>/g)].map(([xf]) => xf);
  expect(xfs).toHaveLength(3);
  expect(xfs.map((xf) => xf.includes('quotePrefix="1"'))).toEqual([false, true, false]);
  expect(xfs.map((xf) => xf.includes('fontId="1"'))).toEqual([false, true, true]);
});
