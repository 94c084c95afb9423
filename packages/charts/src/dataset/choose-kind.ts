import type { ChartKind } from '../kinds/kind.js';
import { MOST_LINES } from '../layout/frame.js';
import { isSequence, type Dataset } from './dataset.js';

/** Lines over time and checkpoints, else bars, which show every dataset. */
export function chooseKind(dataset: Dataset): ChartKind {
  const hasLine = isSequence(dataset) && dataset.axis.categories.length > 1;
  return hasLine && dataset.series.length <= MOST_LINES ? 'line' : 'bar';
}
