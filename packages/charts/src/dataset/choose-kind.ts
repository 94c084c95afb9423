import { isSequence, type Dataset } from './dataset.js';

export type ChartKind = 'bar' | 'line';

/** Beyond this a line chart is a tangle: there are as many colours, dashes and marker shapes. */
export const MOST_LINES = 8;

/** Why a kind of chart would mislead. `unorderedLine`: a line would join what has no order. */
export type Refusal = 'unorderedLine' | 'tooManyLines';

/** Why the dataset is not drawn so, or nothing. Bars show every dataset. */
export function refusal(dataset: Dataset, kind: ChartKind): Refusal | undefined {
  if (kind === 'bar') return undefined;
  if (dataset.axis.scale === 'nominal') return 'unorderedLine';
  return dataset.series.length > MOST_LINES ? 'tooManyLines' : undefined;
}

/** Lines over time and checkpoints, else bars. */
export function chooseKind(dataset: Dataset): ChartKind {
  const hasLine = isSequence(dataset) && dataset.axis.categories.length > 1;
  return hasLine && refusal(dataset, 'line') === undefined ? 'line' : 'bar';
}
