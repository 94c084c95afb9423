import type { BoundTable } from './bound-table.js';
import type { RowCells, ShownValue } from './row-cells.js';

/** One field of a row as it is read. */
export interface PreviewField extends ShownValue {
  /** `period.state`, `own.campus`, `questions.q1`. */
  readonly field: string;
  /** Name of its column in the mapping; absent where the mapping gives the value itself. */
  readonly column?: string;
}

/** A row as it is read. */
export interface PreviewRow {
  /** Which of the files, from 0, and its name. */
  readonly file: number;
  readonly name?: string;
  readonly record: number;
  readonly line: number;
  /** Whether it was refused. A row that was not may still be so when all rows are put together. */
  readonly refused: boolean;
  readonly fields: readonly PreviewField[];
}

/** The fields of the row that was set last. */
export function previewOf(table: BoundTable, row: RowCells): readonly PreviewField[] {
  const fieldOf = (field: string, column: string | undefined, shown: ShownValue): PreviewField => ({
    field,
    ...(column === undefined ? {} : { column }),
    ...shown,
  });
  return [
    ...Array.from(table.fields, ([field, { column }]) => fieldOf(field, column, row.shown(field))),
    ...Array.from(table.own, ([name, { column }]) => fieldOf(`own.${name}`, column, row.shownOwn(name))),
    ...table.questions.map((each) => fieldOf(`questions.${each.key}`, each.column, row.shownAnswer(each))),
  ];
}
