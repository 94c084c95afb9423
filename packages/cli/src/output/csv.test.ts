import { expect, it } from 'vitest';
import { csvOf } from './csv.js';

it('is read by Excel as it is set in Finland: byte-order mark, semicolons, quotation marks doubled', () => {
  expect(
    csvOf([
      ['a', 'b'],
      ['x;y', 'sanoi "hei"'],
      ['rivi\ntoinen', 1.5],
    ]),
  ).toBe('\uFEFFa;b\r\n"x;y";"sanoi ""hei"""\r\n"rivi\ntoinen";1.5\r\n');
});

it.each(['=1+1', '+358', '-1', '@SUM(A1)', '\tx'])('has no formula: %s is text', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
});
