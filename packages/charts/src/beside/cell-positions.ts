import type { IndicatorTable } from '@strapetsi/indicators/table';
import { combinationsOf, stridesOf, type Dataset } from '../dataset/dataset.js';

/** Positions in the table's `cells`, by series, then by category. */
export type CellPositions = readonly (readonly number[])[];

/** Where in the table the points of its dataset come from. */
export function cellPositions(table: IndicatorTable, { axis, language }: Dataset): CellPositions {
  const stride = stridesOf(table.dimensions)[axis.position] ?? 1;
  const length = table.dimensions[axis.position]?.members.length ?? 1;
  return combinationsOf(table, axis.position, language.lang).map(({ offset }) =>
    Array.from({ length }, (_, index) => offset + index * stride),
  );
}
