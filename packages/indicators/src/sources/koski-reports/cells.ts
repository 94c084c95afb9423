import type { Day } from '../../days/day.js';
import { parseDecimal, parseScaled, parseTableDay, parseYesNo } from '../tables/values.js';
import type { ReportColumn } from './columns.js';
import type { KoskiReportReporter } from './findings.js';
import { reportColumns } from './columns.js';
import type { ShownCredits, ShownFigure } from './report.js';

const MILLIONTHS = 6;
const THOUSANDTHS = 3;

/** KOSKI shows student days with one decimal, and a CSV that Excel saves holds what is shown. */
const HALF_OF_ONE_DECIMAL = 50_000;
/** The last digit of a number that was stored in binary. */
const LAST_DIGIT = 1;

const ONE_DECIMAL = /[.,]\d$/;

/** Cells of a row by their column, each read as what it should be; what it is not is reported, and left out. */
export function cellsOf(
  cells: readonly string[],
  at: Readonly<Partial<Record<ReportColumn, number>>>,
  reporter: KoskiReportReporter,
) {
  const text = (column: ReportColumn): string => {
    const position = at[column];
    return position === undefined ? '' : (cells[position] ?? '');
  };

  /** Runs a parser on a cell that is not empty. */
  function parsed<T>(
    column: ReportColumn,
    parse: (cell: string) => T | undefined,
    code: 'figure-invalid' | 'date-invalid',
  ): T | undefined {
    const cell = text(column);
    if (cell === '') return undefined;
    const value = parse(cell);
    if (value === undefined) reporter.report(code, reportColumns[column][0], `string(${cell.length})`);
    return value;
  }

  return {
    text,
    yes: (column: ReportColumn): boolean => parseYesNo(text(column)) === true,
    day: (column: ReportColumn): Day | undefined => parsed(column, parseTableDay, 'date-invalid'),
    number: (column: ReportColumn): number | undefined => parsed(column, parseDecimal, 'figure-invalid'),
    studentDays: (column: ReportColumn): ShownFigure | undefined => parsed(column, shownFigure, 'figure-invalid'),
    credits: (column: ReportColumn): ShownCredits | undefined => parsed(column, shownCredits, 'figure-invalid'),
  };
}

function shownFigure(cell: string): ShownFigure | undefined {
  const figure = parseScaled(cell, MILLIONTHS);
  if (figure === undefined) return undefined;
  return { figure, within: ONE_DECIMAL.test(cell) ? HALF_OF_ONE_DECIMAL : LAST_DIGIT };
}

const WITH_RAISED = /^([^()]+?)\s*(?:\((?:[\p{L}\s]*?)\s*(\d[\d.,\s]*?)\s*[\p{L}\s]*\))?$/u;

/** `65.0 (54.0)`: so many points, of which so many raised. */
function shownCredits(cell: string): ShownCredits | undefined {
  const [, all = '', ofWhich] = WITH_RAISED.exec(cell) ?? [];
  const points = parseScaled(all, THOUSANDTHS);
  const raised = ofWhich === undefined ? 0 : parseScaled(ofWhich, THOUSANDTHS);
  return points === undefined || raised === undefined ? undefined : { points, raised };
}
