import type { Shown } from '../../findings/reporter.js';
import type { TableProblemCode } from './problems.js';

/** A row as the format has it, before it is known where the table's head is; or one that could not be read. */
export type RawRow =
  | {
      readonly kind: 'row';
      readonly line: number;
      readonly cells: readonly string[];
      /** Whether a quoted cell held a quotation mark that was not doubled. */
      readonly strayQuote: boolean;
      /** Whether each cell knows its column, so that a row of another length than the head is nothing to remark. */
      readonly placed: boolean;
    }
  | { readonly kind: 'lost'; readonly line: number; readonly code: TableProblemCode; readonly found: Shown };

/** Tells of something about the whole file. */
export type TellOfFile = (code: TableProblemCode, found: Shown) => void;
