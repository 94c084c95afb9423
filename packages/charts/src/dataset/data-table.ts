import type { Cell } from '@strapetsi/indicators/table';
import type { Dataset } from './dataset.js';

export interface DataTableCell {
  /** Of a figure: the same string as in the drawing. */
  readonly text: string;
  readonly status: Cell['status'] | 'text';
  /** Set where the cell names its row. */
  readonly header?: true;
}

/** What a real `<table>` holds: a header row, then rows that begin with a header. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataTableCell[])[];
}

/** One row per category, one column per series, those of what stands beside, and a last one for the persons where there is one series and they are told. */
export function dataTable({ language: { msg }, title, axis, series, points, beside }: Dataset): DataTable {
  const only = points.length === 1 ? points[0] : undefined;
  const persons = only?.some((point) => point.persons !== undefined) === true ? only : undefined;
  const columns = beside?.columns ?? [];
  const personsLabel = msg('Persons (n)', { desc: 'Heading of a column' });
  return {
    caption: title,
    columns: [
      axis.label,
      ...series.map(({ label }) => label),
      ...columns.map(({ label }) => label),
      ...(persons === undefined ? [] : [personsLabel]),
    ],
    rows: axis.categories.map(({ label }, category) => [
      { text: label, status: 'text', header: true },
      ...points.flatMap((ofSeries): readonly DataTableCell[] => {
        const point = ofSeries[category];
        return point === undefined ? [] : [{ text: point.text, status: point.status }];
      }),
      ...columns.map(({ texts }) => ({ text: texts[category] ?? '', status: 'text' }) satisfies DataTableCell),
      ...(persons === undefined
        ? []
        : [{ text: persons[category]?.persons ?? '–', status: 'text' } satisfies DataTableCell]),
    ]),
  };
}
