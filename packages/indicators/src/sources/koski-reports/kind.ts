import { columnsOf, nearest } from '../tables/columns.js';
import { reportColumns, withoutExample, type ReportColumn } from './columns.js';
import type { KoskiReportReporter } from './findings.js';
import type { KoskiReportKind } from './report.js';

/** Which report it is, and where its columns are. */
export interface KnownReport {
  readonly kind: KoskiReportKind;
  readonly at: Readonly<Partial<Record<ReportColumn, number>>>;
}

const columnsAmong = (names: readonly string[]) => columnsOf<ReportColumn>(names.map(withoutExample), reportColumns);

/** Whether a row can be the head: a report has its study rights in a column of their own. */
export function isReportHead(names: readonly string[]): boolean {
  const { at } = columnsAmong(names);
  return at.rightOid !== undefined || kindBy(at) !== undefined;
}

function kindBy(at: KnownReport['at']): KoskiReportKind | undefined {
  if (at.daysUntil2025 !== undefined || at.daysFrom2026 !== undefined || at.presentOrGraduated !== undefined)
    return 'student-years';
  if (at.total === undefined && at.vocational === undefined && at.common === undefined) return undefined;
  return at.weightedMean === undefined && at.mandatoryVocationalCount === undefined
    ? 'partial-qualification'
    : 'qualification';
}

/** Columns of which one at least is needed, by kind of report. */
const needed: Readonly<Record<KoskiReportKind, readonly (readonly ReportColumn[])[]>> = {
  'student-years': [['rightOid'], ['daysUntil2025', 'daysFrom2026']],
  qualification: [['rightOid'], ['total']],
  'partial-qualification': [['rightOid'], ['total']],
};

/**
 * Tells by the columns which report a table is. Columns that are not known are left alone.
 * @returns `undefined`, reported, where it is none, or lacks a column without which it is of no use
 */
export function knownReport(
  names: readonly string[],
  line: number,
  reporter: KoskiReportReporter,
): KnownReport | undefined {
  const { at, twice } = columnsAmong(names);
  for (const column of twice) reporter.report('column-twice', reportColumns[column][0], '2 ×', line);
  const kind = kindBy(at);
  if (kind === undefined) {
    const distinguishing: readonly ReportColumn[] = ['rightOid', 'daysUntil2025', 'daysFrom2026', 'total'];
    reporter.report('not-a-koski-report', '', foundInstead(names, distinguishing), line);
    return undefined;
  }
  const missing = needed[kind].filter((columns) => columns.every((column) => at[column] === undefined));
  for (const columns of missing)
    reporter.report(
      'column-missing',
      columns.map((column) => reportColumns[column][0]).join(' | '),
      foundInstead(names, columns),
      line,
    );
  return missing.length === 0 ? { kind, at } : undefined;
}

/** The heading nearest to what was looked for, or how many columns there are: never another heading, which may be no heading at all. */
function foundInstead(names: readonly string[], columns: readonly ReportColumn[]) {
  const wanted = columns.flatMap((column) => reportColumns[column]);
  const near = nearest(names.map(withoutExample), wanted);
  if (near !== undefined)
    return { notation: near, fi: `lähinnä ”${near}”`, sv: `närmast ”${near}”`, en: `nearest is “${near}”` };
  const n = names.length;
  return { notation: `${n} columns`, fi: `sarakkeita ${n}`, sv: `kolumner: ${n}`, en: `${n} columns` };
}
