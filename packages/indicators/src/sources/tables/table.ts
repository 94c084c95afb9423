import type { Shown } from '../../findings/reporter.js';
import type { TableProblemCode } from './problems.js';

/** The names of a table's columns. */
export interface TableHead {
  /** As they stand, trimmed; empty where a column has none. */
  readonly names: readonly string[];
  /** Filled cells of the rows above the head, such as a report's title and time. */
  readonly above: readonly (readonly string[])[];
  /** From 1: the line of a text file, the row number of a sheet. */
  readonly line: number;
}

/** A row below the head. Blank rows are none. */
export interface TableRow {
  /** 1 for the first row after the head; rows that were refused are counted too. */
  readonly record: number;
  /** From 1: the line of a text file where the row begins, the row number of a sheet. */
  readonly line: number;
  /** Trimmed, and as many as the head has. Of a sheet: days as `YYYY-MM-DD`, numbers in plain notation with a point, `true`, `false`. */
  readonly cells: readonly string[];
}

/** Something about a file or one of its rows that a table could not be made of, or that is worth knowing. */
export interface TableProblem {
  readonly code: TableProblemCode;
  /** Absent where the whole file is meant. */
  readonly record?: number;
  readonly line?: number;
  /** Never a cell's text: cells may be personal. */
  readonly found: Shown;
  /** Whether a row was lost by it: who counts rows counts it as read and refused. */
  readonly rowLost: boolean;
}

export interface TableOptions {
  /** Of a workbook: the sheet's name, or its place from 1. The first sheet unless given. */
  readonly sheet?: string | number;
  /** Of a text file: one character. Found out unless given. */
  readonly separator?: string;
  /**
   * Whether a row is the head. The first of the first 100 rows that it accepts is taken; where it accepts none, or is not given,
   * the head is known by its shape.
   */
  readonly isHead?: (names: readonly string[]) => boolean;
  readonly onProblem?: (problem: TableProblem) => void;
  /** Bytes taken from the source so far, before unpacking. */
  readonly onBytes?: (bytes: number) => void;
}
