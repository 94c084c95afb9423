/** How a cell looks. */
export interface CellStyle {
  /** Of a number, as spreadsheets write formats: `#,##0.0`. */
  readonly format?: string;
  readonly isBold?: boolean;
  /** Long text goes on in further lines. */
  readonly wraps?: boolean;
}

/** A number or a text; never a formula. */
export interface SheetCell {
  readonly value: number | string;
  readonly style?: CellStyle;
}

export interface Sheet {
  /** At most 31 UTF-16 units, none of `[ ] : * ? / \`, unlike the names of the others whatever their case. */
  readonly name: string;
  /** Of the columns, in digits of the standard font. */
  readonly widths: readonly number[];
  /** How many rows stay where they are while the others move. */
  readonly frozenRows: number;
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
}
