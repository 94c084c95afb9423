import type { ChartKind } from '../kinds/kind.js';
import { isSequence, type Dataset } from './dataset.js';

/** Beyond this a line chart is a tangle: there are as many colours, dashes and marker shapes. */
export const MOST_LINES = 8;

/** Lines over time and checkpoints, else bars, which show every dataset. */
export function chooseKind(dataset: Dataset): ChartKind {
  const hasLine = isSequence(dataset) && dataset.axis.categories.length > 1;
  return hasLine && dataset.series.length <= MOST_LINES ? 'line' : 'bar';
}
