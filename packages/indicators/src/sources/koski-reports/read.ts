import type { Finding } from '../../findings/finding.js';
import { createReporter } from '../../findings/reporter.js';
import type { ByteSource } from '../documents/bytes.js';
import { isPersonal, shapeOf } from '../documents/fields.js';
import { createPseudonyms, type Pseudonymise } from '../documents/pseudonyms.js';
import { readTable } from '../tables/read-table.js';
import type { TableRow } from '../tables/table.js';
import { cellsOf } from './cells.js';
import { reportColumns } from './columns.js';
import { koskiReportFindings, type KoskiReportFindingCode, type KoskiReportReporter } from './findings.js';
import { isReportHead, knownReport, type KnownReport } from './kind.js';
import type { CreditRow, KoskiReportKind, KoskiReportRow, StudentYearRow } from './report.js';

export interface ReadReportOptions {
  /** The secret of the pseudonyms, as for `readKoski`. */
  readonly pseudonymKey: string | Uint8Array;
  /** The file's name, for findings. */
  readonly file?: string;
  readonly onFinding?: (finding: Finding) => void;
}

/** Counts of one reading: `read === rows + refused`. */
export interface ReadReportSummary {
  /** Absent where the file is none of the known reports. */
  readonly kind?: KoskiReportKind;
  /** Rows below the head. */
  readonly read: number;
  readonly rows: number;
  readonly refused: number;
  readonly findings: Readonly<Partial<Record<KoskiReportFindingCode, number>>>;
}

type Cells = ReturnType<typeof cellsOf>;

const RIGHT_OID = /^1\.2\.246\.562\.15\.\d+$/;
const LEARNER_OID = /^\d+(\.\d+){5,}$/;
/** As in `readKoski`: ids of a student system that could name somebody travel as pseudonyms. */
const SAFE_SOURCE_ID = /^[\w.:/-]{0,40}:[\w.:/-]*\d[\w.:/-]*$/;

function sourceKeyOf(cells: Cells, pseudonymise: Pseudonymise): string | undefined {
  const id = cells.text('sourceId');
  if (id === '') return undefined;
  const named = `${cells.text('sourceSystem')}:${id}`;
  return SAFE_SOURCE_ID.test(named) && named.length <= 80 && !isPersonal(named) ? named : pseudonymise('right', named);
}

/** What is kept of a row's learner: a pseudonym, and nothing of the names. */
function personOf(cells: Cells, record: number, pseudonymise: Pseudonymise, reporter: KoskiReportReporter): string {
  const oid = cells.text('learnerOid');
  if (LEARNER_OID.test(oid)) return pseudonymise('oid', oid);
  const identityCode = cells.text('identityCode').toUpperCase();
  if (identityCode !== '') return pseudonymise('hetu', identityCode);
  reporter.report('no-learner', reportColumns.learnerOid[0], shapeOf(oid === '' ? undefined : oid));
  return `file:${record}`;
}

const present = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Reads the rows of one report; `undefined` for a row that is refused. */
function createRowReader(
  { kind, at }: KnownReport,
  pseudonymise: Pseudonymise,
  reporter: KoskiReportReporter,
): (row: TableRow) => KoskiReportRow | undefined {
  const met = new Set<string>();

  function baseOf(cells: Cells, record: number) {
    const rightOid = cells.text('rightOid');
    if (!RIGHT_OID.test(rightOid)) {
      reporter.report('right-oid-invalid', reportColumns.rightOid[0], shapeOf(rightOid === '' ? undefined : rightOid));
      return undefined;
    }
    // In the reports of credits each performance of a right has a row.
    if (kind === 'student-years' && met.has(rightOid)) {
      reporter.report('right-met-again', reportColumns.rightOid[0], '2 × oid');
      return undefined;
    }
    const nestedIn = cells.text('nestedIn');
    return {
      rightOid,
      person: personOf(cells, record, pseudonymise, reporter),
      purchased: cells.yes('purchased'),
      ...present<Pick<KoskiReportRow, 'sourceKey' | 'nestedIn' | 'start' | 'updated'>>({
        sourceKey: sourceKeyOf(cells, pseudonymise),
        nestedIn: nestedIn === '' ? undefined : nestedIn,
        start: cells.day('start'),
        updated: cells.day('updated'),
      }),
    };
  }

  function studentYearRow(
    cells: Cells,
  ): Omit<StudentYearRow, keyof NonNullable<ReturnType<typeof baseOf>>> | undefined {
    const studentDays = present<StudentYearRow['studentDays']>({
      'until-2025': cells.studentDays('daysUntil2025'),
      'from-2026': cells.studentDays('daysFrom2026'),
    });
    if (Object.keys(studentDays).length === 0) return undefined;
    const parts = present<
      Pick<StudentYearRow, 'presentOrGraduated' | 'holidayCounted' | 'holidayOther' | 'averagePercent'>
    >({
      presentOrGraduated: cells.number('presentOrGraduated'),
      holidayCounted: cells.number('holidayCounted'),
      holidayOther: cells.number('holidayOther'),
      averagePercent: cells.number('averagePercent'),
    });
    return { kind: 'student-years', studentDays, ...parts };
  }

  function creditRow(
    cells: Cells,
    of: CreditRow['kind'],
  ): Omit<CreditRow, keyof NonNullable<ReturnType<typeof baseOf>>> | undefined {
    const total = cells.credits('total');
    if (total === undefined) return undefined;
    const parts = present<Pick<CreditRow, 'vocational' | 'common' | 'commonAreas'>>({
      vocational: cells.credits('vocational'),
      common: cells.credits('common'),
      commonAreas: cells.credits('commonAreas'),
    });
    return { kind: of, total, otherProvider: cells.text('otherProvider') !== '', ...parts };
  }

  return ({ cells: texts, record, line }) => {
    reporter.at(record, line);
    const cells = cellsOf(texts, at, reporter);
    const base = baseOf(cells, record);
    if (base === undefined) return undefined;
    const figures = kind === 'student-years' ? studentYearRow(cells) : creditRow(cells, kind);
    if (figures === undefined) {
      reporter.report('no-figure', kind, '–');
      return undefined;
    }
    met.add(base.rightOid);
    return { ...base, ...figures };
  };
}

/**
 * Reads one of KOSKI's own reports of vocational education, as XLSX or CSV, with Finnish or Swedish headings or the field names
 * of the data transfer service: student years, qualification, or partial qualification, told apart by the columns. Names and
 * identity codes never leave the reader; learners become pseudonyms, the same as `readKoski` makes with the same key.
 * What cannot be read becomes a finding. A file that is none of these reports gives no row.
 * @throws {PseudonymKeyError} at once, where the key has fewer than 16 bytes
 */
export function readKoskiReport(
  source: ByteSource,
  options: ReadReportOptions,
): AsyncGenerator<KoskiReportRow, ReadReportSummary> {
  return readRows(source, options, createPseudonyms(options.pseudonymKey));
}

async function* readRows(
  source: ByteSource,
  { file, onFinding }: ReadReportOptions,
  pseudonymise: Pseudonymise,
): AsyncGenerator<KoskiReportRow, ReadReportSummary> {
  const reporter = createReporter<KoskiReportFindingCode>(koskiReportFindings, file, onFinding);
  const counts = { read: 0, rows: 0, refused: 0 };
  let known: KnownReport | undefined;
  let readRow: ReturnType<typeof createRowReader> | undefined;
  const parts = readTable(source, {
    isHead: isReportHead,
    onProblem({ code, record, line, found, rowLost }) {
      reporter.at(record ?? 0, line);
      reporter.report(code, '', found);
      if (!rowLost) return;
      counts.read++;
      counts.refused++;
    },
  });
  for await (const part of parts) {
    if ('names' in part) {
      reporter.at(0, part.line);
      known = knownReport(part.names, part.line, reporter);
      if (known === undefined) break;
      reporter.report('sums-without-periods', '', known.kind);
      readRow = createRowReader(known, pseudonymise, reporter);
      continue;
    }
    const row = readRow?.(part);
    counts.read++;
    if (row === undefined) counts.refused++;
    else {
      counts.rows++;
      yield row;
    }
  }
  const findings: ReadReportSummary['findings'] = Object.fromEntries(reporter.counts);
  return { ...(known === undefined ? {} : { kind: known.kind }), ...counts, findings };
}
