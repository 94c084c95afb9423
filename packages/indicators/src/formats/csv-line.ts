/** `excel`: semicolons and a decimal comma, as Excel reads in Finland and Sweden. `plain`: commas and a decimal point, as programs do. */
export type CsvDialect = 'excel' | 'plain';

/**
 * What a spreadsheet would run as a formula, after blanks too, in full width too, and what begins with a control character
 * (OWASP, CSV Injection).
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;

export function startsFormula(text: string): boolean {
  return FORMULA.test(text);
}

function fieldOf(value: number | string | undefined, dialect: CsvDialect): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return dialect === 'excel' ? String(value).replace('.', ',') : String(value);
  const text = startsFormula(value) ? `'${value}` : value;
  return /[;,\t"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A line with its end. Numbers stay numbers, negative ones too. No library: csv-stringify 6.9 lets a formula through that begins with a
 * blank, and would bring 10 kB to a page.
 */
export function csvLine(row: readonly (number | string | undefined)[], dialect: CsvDialect): string {
  return `${row.map((value) => fieldOf(value, dialect)).join(dialect === 'excel' ? ';' : ',')}\r\n`;
}
