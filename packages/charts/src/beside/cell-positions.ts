import type { IndicatorTable } from '@strapetsi/indicators/table';
import { axisIndexOf, combinationsOf, stridesOf, type DatasetOptions } from '../dataset/dataset.js';

/** Positions in the table's `cells`, by series, then by category. */
export type CellPositions = readonly (readonly number[])[];

/** Where in the table the points of its dataset come from. */
export function cellPositions(table: IndicatorTable, { language, by }: DatasetOptions): CellPositions {
  const axisIndex = axisIndexOf(table, by);
  const stride = stridesOf(table.dimensions)[axisIndex] ?? 1;
  const length = table.dimensions[axisIndex]?.members.length ?? 1;
  return combinationsOf(table, axisIndex, language.lang).map(({ offset }) =>
    Array.from({ length }, (_, index) => offset + index * stride),
  );
}
