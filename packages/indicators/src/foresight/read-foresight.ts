import type { DataText } from '@strapetsi/text';
import * as z from 'zod/mini';
import { foundText } from '../shape/shape-problem.js';
import type { ByteSource } from '../sources/documents/bytes.js';
import {
  columnsOf,
  nearest,
  parseDecimal,
  parseWholeNumber,
  readTable,
  tableFindings,
  type TableHead,
  type TableOptions,
  type TableProblem,
  type TableRow,
} from '../sources/tables/index.js';
import type { ForeseenNeed, Foresight } from './foresight.js';

/** Names by which a column is known: Finnish, Swedish, English. Case and spaces do not matter. */
const columns = {
  code: [
    'Koodi',
    'Tutkintokoodi',
    'Tutkinto',
    'Koulutusala',
    'Kod',
    'Examenskod',
    'Examen',
    'Utbildningsområde',
    'Code',
  ],
  need: [
    'Tarve',
    'Tarve vuodessa',
    'Vuotuinen tarve',
    'Aloitustarve',
    'Behov',
    'Behov per år',
    'Need',
    'Need per year',
  ],
  target: ['Tavoite', 'Mål', 'Målsättning', 'Target'],
  year: ['Vuosi', 'År', 'Year'],
  fi: ['Nimi', 'Nimi suomeksi'],
  sv: ['Namn', 'Namn på svenska', 'Nimi ruotsiksi'],
  en: ['Name', 'Name in English'],
} as const;
type Column = keyof typeof columns;

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const needSchema = z.object({
  code: z.string().check(z.minLength(1)),
  amount: z.number().check(z.nonnegative()),
  year: z.exactOptional(z.int().check(z.gte(FIRST_YEAR), z.lte(LAST_YEAR))),
});
const expectations = {
  code: 'the code of a qualification or field',
  amount: 'a number from 0 up, such as 120 or 12,5',
  year: `a year from ${String(FIRST_YEAR)} to ${String(LAST_YEAR)}`,
} as const;

/** What is wrong with a foresight table, and where. */
export interface ForesightProblem {
  /** From 1: the line of a text file, the row number of a sheet. Absent where the whole file is meant. */
  readonly row?: number;
  /** Its name as it stands in the file, or as it should. */
  readonly column?: string;
  readonly expected: string;
  readonly found: string;
}

export type ForesightReading =
  | { readonly ok: true; readonly foresight: Foresight }
  | { readonly ok: false; readonly problems: readonly [ForesightProblem, ...ForesightProblem[]] };

export interface ReadForesightOptions extends Pick<TableOptions, 'sheet' | 'separator'> {
  readonly id: string;
  readonly label: DataText;
  readonly source: DataText;
}

/**
 * Reads a foresight table, CSV or XLSX: a row for each code with its need (in a year) or target, and the year where it is one year’s.
 * Every row must be right: of a table with a wrong one nothing is taken, and all that is wrong is said. Never throws but what reading
 * bytes throws.
 */
export async function readForesight(source: ByteSource, options: ReadForesightOptions): Promise<ForesightReading> {
  const { id, label, source: publisher, ...tableOptions } = options;
  const problems: ForesightProblem[] = [];
  const rows: TableRow[] = [];
  let head: TableHead | undefined;
  const parts = readTable(source, {
    ...tableOptions,
    isHead: (names) => columnsOf(names, columns).at.code !== undefined,
    onProblem: (problem) => problems.push(...asProblem(problem)),
  });
  for await (const part of parts) {
    if ('names' in part) head = part;
    else rows.push(part);
  }
  if (head !== undefined) {
    const found = columnsFound(head);
    if (Array.isArray(found)) problems.push(...found);
    else {
      const read = readRows(rows, head, found);
      problems.push(...read.problems);
      const [first] = problems;
      if (first === undefined)
        return { ok: true, foresight: { kind: found.kind, id, label, source: publisher, needs: read.needs } };
    }
  }
  const [first = { expected: 'a table of codes with need or target', found: 'nothing' }, ...others] = problems;
  return { ok: false, problems: [first, ...others] };
}

/** What makes rows be lost, or the file no table. */
function asProblem({ code, line, found, rowLost }: TableProblem): readonly ForesightProblem[] {
  const { severity, expected } = tableFindings[code];
  if (!rowLost && severity !== 'error' && severity !== 'refused') return [];
  return [
    { ...(line === undefined ? {} : { row: line }), expected, found: typeof found === 'string' ? found : found.en },
  ];
}

interface Found {
  readonly kind: Foresight['kind'];
  readonly at: Readonly<Partial<Record<Column, number>>>;
}

function columnsFound({ names, line }: TableHead): Found | ForesightProblem[] {
  const { at, twice } = columnsOf(names, columns);
  const nameAt = (column: Column): string => names[at[column] ?? -1] ?? columns[column][0];
  const problems = twice.map((column): ForesightProblem => {
    return { row: line, column: nameAt(column), expected: 'a column only once', found: 'several' };
  });
  const lacking = (column: Column, wanted: readonly string[]): ForesightProblem => {
    const near = nearest(names, wanted);
    return { row: line, column: columns[column][0], expected: wanted.join(' | '), found: near ?? 'no such column' };
  };
  if (at.code === undefined) problems.push(lacking('code', columns.code));
  if (at.need === undefined && at.target === undefined)
    problems.push(lacking('need', [...columns.need, ...columns.target]));
  if (at.need !== undefined && at.target !== undefined)
    problems.push({
      row: line,
      column: nameAt('target'),
      expected: 'need or target, not both',
      found: `${nameAt('need')}, ${nameAt('target')}`,
    });
  return problems.length > 0 ? problems : { kind: at.need === undefined ? 'target' : 'need', at };
}

function readRows(rows: readonly TableRow[], head: TableHead, { kind, at }: Found) {
  const problems: ForesightProblem[] = [];
  const needs: ForeseenNeed[] = [];
  const lines = new Map<string, number>();
  const columnOf = { code: at.code, amount: at[kind], year: at.year } as const;
  for (const { line, cells } of rows) {
    const cell = (position: number | undefined): string => (position === undefined ? '' : (cells[position] ?? ''));
    const [code, amount, year] = [cell(columnOf.code), cell(columnOf.amount), cell(columnOf.year)];
    const record = {
      code,
      amount: parseDecimal(amount) ?? amount,
      ...(columnOf.year === undefined ? {} : { year: parseWholeNumber(year) ?? year }),
    };
    const read = z.safeParse(needSchema, record);
    if (!read.success) {
      for (const { path } of read.error.issues) {
        const field = path[0] === 'amount' || path[0] === 'year' ? path[0] : 'code';
        const name = head.names[columnOf[field] ?? -1] ?? field;
        const found = cell(columnOf[field]);
        problems.push({
          row: line,
          column: name,
          expected: expectations[field],
          found: found === '' ? 'an empty cell' : foundText(found),
        });
      }
      continue;
    }
    const key = JSON.stringify([read.data.code, read.data.year]);
    const before = lines.get(key);
    if (before !== undefined) {
      const expected = columnOf.year === undefined ? 'a code only once' : 'a code only once in a year';
      const column = head.names[columnOf.code ?? -1] ?? 'code';
      problems.push({ row: line, column, expected, found: `${foundText(code)}, as on row ${String(before)}` });
      continue;
    }
    lines.set(key, line);
    const name = Object.fromEntries(
      (['fi', 'sv', 'en'] as const).flatMap((lang) => (cell(at[lang]) === '' ? [] : [[lang, cell(at[lang])] as const])),
    );
    needs.push({ ...read.data, ...(Object.keys(name).length === 0 ? {} : { label: name }) });
  }
  return { problems, needs };
}
