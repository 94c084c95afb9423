import { chooseKind } from '../dataset/choose-kind.js';
import type { Dataset } from '../dataset/dataset.js';
import { ChartRefusedError } from '../dataset/refused-error.js';
import { kinds } from '../kinds/kinds.js';
import type { Scene } from '../scene.js';
import { layoutKind, type LayoutOptions } from './layout-kind.js';

/** An id that cannot stand in `id` and `url(#…)`. */
export class ChartIdError extends Error {
  override readonly name = 'ChartIdError';
  readonly code = 'chart-id';
  readonly path = 'id';
  readonly expected = 'a letter, then letters, digits, - and _';
  constructor(readonly found: string) {
    super(`The id of a chart must be a letter, then letters, digits, - and _, but it is ${JSON.stringify(found)}`);
  }
}

/**
 * The chart as shapes and texts with their places. Pure: the same dataset and options give the same scene anywhere.
 * @throws ChartRefusedError where the kind would mislead.
 * @throws ChartIdError where the id is no id.
 */
export function layoutChart(dataset: Dataset, options: LayoutOptions): Scene {
  const kind = kinds[options.kind ?? chooseKind(dataset)];
  if (!/^[A-Za-z][\w-]*$/.test(options.id)) throw new ChartIdError(options.id);
  const reason = kind.refusal(dataset);
  if (reason !== undefined) throw new ChartRefusedError(kind.id, reason);
  return layoutKind(dataset, kind, options);
}
