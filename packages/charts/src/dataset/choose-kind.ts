import type { ChartKind } from '../kinds/kind.js';
import { MOST_LINES, MOST_TEXTURES } from '../layout/frame.js';
import { isSequence, type Dataset } from './dataset.js';

/** Parts of a whole on top of each other; lines over time and checkpoints; else bars, which show every dataset. */
export function chooseKind(dataset: Dataset): ChartKind {
  if (dataset.areParts && dataset.series.length <= MOST_TEXTURES) return 'stacked-100';
  const hasLine = isSequence(dataset) && dataset.axis.categories.length > 1;
  return hasLine && dataset.series.length <= MOST_LINES ? 'line' : 'bar';
}
