import writeExcelFile from 'write-excel-file/node';
import { dayFromIso } from '../src/days/calendar.js';

/** A cell of a report as KOSKI writes it: text, whole number, decimal, day, yes or no, or nothing. */
export type ReportCell = string | number | { readonly decimal: number } | { readonly day: string } | boolean | null;

export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Days between the first day of Excel's calendar and of ours. */
const EXCEL_DAY_0 = 25_569;

/** As KOSKI's ExcelWriter does: decimals as `#.0`, days as serial numbers, yes and no as 1 and 0 with a format of words. */
function xlsxCell(cell: ReportCell) {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { value: cell ? 1 : 0, type: Number, format: '"kyllä";;"ei";' };
  if (typeof cell !== 'object') return { value: cell, type: typeof cell === 'number' ? Number : String };
  if ('day' in cell) return { value: dayFromIso(cell.day) + EXCEL_DAY_0, type: Number, format: 'yyyy-MM-dd' };
  return { value: cell.decimal, type: Number, ...(cell.decimal === 0 ? {} : { format: '#.0' }) };
}

/** A workbook of the report and, where KOSKI's instructions are given, a second sheet of them. */
export async function reportAsXlsx({ head, rows }: ReportTable, instructions?: string): Promise<Uint8Array> {
  const data = [head.map((name) => ({ value: name, type: String })), ...rows.map((row) => row.map(xlsxCell))];
  const second =
    instructions === undefined ? [] : [{ sheet: 'Ohjeet', data: [[{ value: instructions, type: String }]] }];
  const buffer = await writeExcelFile([{ sheet: 'Opiskeluoikeudet', data }, ...second]).toBuffer();
  return new Uint8Array(buffer);
}

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || text.includes('"') || text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text;

/** As a Finnish Excel saves what it shows: semicolons, decimal commas, one decimal, 31.12.2025, kyllä and ei. */
export function reportAsExcelCsv({ head, rows }: ReportTable): string {
  const shown = (cell: ReportCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'boolean') return cell ? 'kyllä' : 'ei';
    if (typeof cell !== 'object') return String(cell);
    if ('day' in cell) return cell.day.split('-').reverse().map(Number).join('.');
    if (cell.decimal === 0) return '0';
    // The format #.0 shows no zero before the comma.
    return cell.decimal.toFixed(1).replace('.', ',').replace(/^0/, '');
  };
  const lines = [head, ...rows.map((row) => row.map(shown))];
  return `\ufeff${lines.map((cells) => cells.map((cell) => quoted(cell, ';')).join(';')).join('\r\n')}\r\n`;
}

/** As the data transfer service (massaluovutus) writes it: commas, ISO days, true and false, doubles as Java writes them. */
export function reportAsTransferCsv({ head, rows }: ReportTable): string {
  const written = (cell: ReportCell): string => {
    if (cell === null) return '';
    if (typeof cell !== 'object') return String(cell);
    if ('day' in cell) return cell.day;
    return Number.isInteger(cell.decimal) ? `${cell.decimal}.0` : String(cell.decimal);
  };
  const lines = [head, ...rows.map((row) => row.map(written))];
  return lines.map((cells) => `${cells.map((cell) => quoted(cell, ',')).join(',')}\r\n`).join('');
}
