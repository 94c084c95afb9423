import { isSequence, type Dataset } from './dataset.js';

export type ChartKind = 'bar' | 'line';

/** Beyond this a line chart is a tangle: there are as many colours, dashes and marker shapes. */
export const MOST_LINES = 8;

/** Why a kind of chart would mislead. `unorderedLine`: a line would join what has no order. */
export type Refusal = 'unorderedLine' | 'tooManyLines';

const reasons: Readonly<Record<Refusal, string>> = {
  unorderedLine: 'a line would join categories that have no order; use bars',
  tooManyLines: `more than ${String(MOST_LINES)} lines cannot be told apart; use bars or a coarser table`,
};

/** A kind of chart was asked for that would mislead. */
export class ChartRefusedError extends Error {
  override readonly name = 'ChartRefusedError';
  readonly path = 'kind';
  readonly expected = 'bar';
  constructor(readonly code: Refusal) {
    super(`This table is not drawn as lines: ${reasons[code]}`);
  }
}

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
