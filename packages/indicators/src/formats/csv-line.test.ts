import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../testing/random-tables.js';
import { csvLine } from './csv-line.js';

describe('a line of CSV', () => {
  it('for Excel in Finland has semicolons and decimal commas, for programs commas and points', () => {
    expect(csvLine(['Åbo', 1.5, -2, undefined, 0], 'excel')).toBe('Åbo;1,5;-2;;0\r\n');
    expect(csvLine(['Åbo', 1.5, -2, undefined, 0], 'plain')).toBe('Åbo,1.5,-2,,0\r\n');
  });

  it('puts into quotation marks what would end a field or a line in either dialect, and doubles those inside', () => {
    for (const text of ['a;b', 'a,b', 'a\tb', 'a\nb', 'a\rb']) expect(csvLine([text], 'excel')).toBe(`"${text}"\r\n`);
    expect(csvLine(['sanoi "hei"'], 'plain')).toBe('"sanoi ""hei"""\r\n');
  });

  it('keeps a negative number a number, and makes a text of what only looks like one', () => {
    expect(csvLine([-1, -0.5, -0, '-1'], 'excel')).toBe("-1;-0,5;0;'-1\r\n");
  });

  // OWASP, CSV Injection: = + - @ tab, carriage return, line feed, and their full-width forms.
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1+1',
    '\u00a0=1+1',
    '\u3000＝1',
    '\ufeff=1',
    '\u200b@x',
    '\u0000=1',
    '\t\n +1',
  ])('lets no spreadsheet take a text for a formula: %j', (text) => {
    const [field] = parse(csvLine([text, 'b'], 'excel'), { delimiter: ';' })[0] as readonly string[];
    expect(field).toBe(`'${text}`);
  });

  it.each(['a=1', 'Åbo', '1,5', "'x", 'x-y', '5 @ 6', '(1–4)', '–'])('leaves other texts as they are: %j', (text) => {
    const [field] = parse(csvLine([text, 'b'], 'excel'), { delimiter: ';' })[0] as readonly string[];
    expect(field).toBe(text);
  });

  it('is read by another program as it was written, whatever the texts and numbers', () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const row = fc.array(fc.oneof(anyText, number, fc.constant(undefined)), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(row, fc.constantFrom('excel' as const, 'plain' as const), (values, dialect) => {
        const isExcel = dialect === 'excel';
        const options = { delimiter: isExcel ? ';' : ',', relax_column_count: false };
        const [read = []] = parse(csvLine(values, dialect), options) as readonly (readonly string[])[];
        const back = values.map((value, at) => {
          const field = read[at] ?? '';
          if (typeof value === 'number') return Number(isExcel ? field.replace(',', '.') : field);
          return typeof value === 'string' && field === `'${value}` ? value : field;
        });
        expect(back).toEqual(values.map((value) => (value === 0 ? 0 : (value ?? ''))));
      }),
    );
  });
});
