import type { DimensionId, IndicatorTable } from '@strapetsi/indicators/table';
import type { Language } from '@strapetsi/text';
import { datasetAlong, type Dataset } from './dataset.js';
import { NoSuchDimensionError } from './errors.js';

export interface DatasetOptions {
  readonly language: Language;
  /** The dimension on the axis: the first one where absent. */
  readonly by?: DimensionId | 'state';
}

/**
 * The table along one dimension, the members of the others as series.
 * @throws NoSuchDimensionError where the table has no dimension `by`.
 */
export function chartDataset(table: IndicatorTable, { language, by }: DatasetOptions): Dataset {
  const position = by === undefined ? 0 : table.dimensions.findIndex(({ id }) => id === by);
  if (position >= 0) return datasetAlong(table, position, language);
  const known = table.dimensions.map(({ id }) => id);
  throw new NoSuchDimensionError(known, by ?? '');
}
