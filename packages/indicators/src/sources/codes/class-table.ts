import type { Reporter } from '../../findings/reporter.js';
import { shapeOf } from '../documents/fields.js';
import { columnsOf, readTable, type TableHead, type TableProblemCode, type TableRow } from '../tables/index.js';
import type { ClassRow, GatheredRows } from './class-rows.js';
import type { CodeFindingCode } from './findings.js';

/** Names that the columns of a table may have; without them a column is known by its place. */
const columns = {
  fi: ['fi', 'nimi fi', 'label fi', 'namn fi', 'luokan nimi', 'nimi'],
  sv: ['sv', 'nimi sv', 'label sv', 'namn sv', 'klassens namn'],
  en: ['en', 'nimi en', 'label en', 'namn en', 'class name'],
} as const;

type ClassTableReporter = Pick<Reporter<CodeFindingCode | TableProblemCode>, 'at' | 'report'>;

/** Code, class and names of the class, row by row; a row without a code or a class gives nothing. */
export async function tableRows(bytes: Uint8Array, reporter: ClassTableReporter): Promise<GatheredRows> {
  const rows: ClassRow[] = [];
  let [read, refused] = [0, 0];
  let at: Readonly<Partial<Record<keyof typeof columns, number>>> = {};
  const reading = readTable(bytes, {
    onProblem({ code, record = 0, line, found, rowLost }) {
      reporter.at(record, line);
      reporter.report(code, '', found);
      if (!rowLost) return;
      read++;
      refused++;
    },
  });
  for await (const part of reading) {
    if ('names' in part) {
      at = columnsAt(part);
      continue;
    }
    read++;
    const row = classRow(part, at);
    if (row !== undefined) rows.push(row);
    else {
      refused++;
      reporter.at(part.record, part.line);
      const [code = '', classId = ''] = part.cells;
      reporter.report('class-missing', '', code === '' ? 'code: –' : classId === '' ? 'class: –' : shapeOf(part.cells));
    }
  }
  return { rows, read, refused };
}

function columnsAt({ names }: TableHead): Readonly<Partial<Record<keyof typeof columns, number>>> {
  const { at } = columnsOf(names, columns);
  return Object.keys(at).length > 0 ? at : { fi: 2, sv: 3, en: 4 };
}

function classRow(
  { cells, record, line }: TableRow,
  at: Readonly<Partial<Record<keyof typeof columns, number>>>,
): ClassRow | undefined {
  const [code, classId] = cells;
  if (code === undefined || code === '' || classId === undefined || classId === '') return undefined;
  const [fi, sv, en] = [at.fi, at.sv, at.en].map((column) => (column === undefined ? '' : (cells[column] ?? '')));
  const label = { ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) };
  return { code, classId, label, record, line, path: '' };
}
