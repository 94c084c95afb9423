import { chooseKind } from '../dataset/choose-kind.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Scene } from '../scene.js';
import { layoutBars } from './bars.js';
import { layoutKind, type LayoutOptions } from './layout-kind.js';
import { layoutLines } from './lines.js';

/**
 * The chart as shapes and texts with their places. Pure: the same dataset and options give the same scene anywhere.
 * @throws ChartRefusedError where the kind would mislead.
 * @throws ChartIdError where the id is no id.
 */
export function layoutChart(dataset: Dataset, options: LayoutOptions): Scene {
  const kind = options.kind ?? chooseKind(dataset);
  return layoutKind(dataset, { ...options, kind }, kind === 'line' ? layoutLines : layoutBars);
}
