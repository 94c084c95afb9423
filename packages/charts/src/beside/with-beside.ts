import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Dataset } from '../dataset/dataset.js';
import type { Point } from '../dataset/point.js';
import { NOTHING } from '../layout/frame.js';
import { arranged, type Arranged } from './arranged.js';
import { cellPositions } from './cell-positions.js';
import { drawBeside, headroom } from './draw-beside.js';
import { besidesText, columnsOf, sentencesOf } from './words.js';

/** The furthest of what stands beside a point. */
function reachOf({ intervals, targets, others }: Arranged, series: number, category: number): number {
  return Math.max(
    0,
    intervals[series]?.[category]?.to ?? 0,
    targets[series]?.[category]?.value ?? 0,
    ...others.map(({ points }) => points[series]?.[category]?.value ?? 0),
  );
}

function withBesides(point: Point, beside: Arranged, series: number, category: number, dataset: Dataset): Point {
  const besides = besidesText(beside, series, category, dataset);
  const reach = reachOf(beside, series, category);
  return { ...point, ...(besides === undefined ? {} : { besides }), ...(reach > NOTHING ? { reach } : {}) };
}

/**
 * The dataset with what stands beside its figures in the table: intervals, targets, benchmarks and events, in the names of its points, the
 * summary and the data table, and to be drawn over the plot. `dataset` must be of that table.
 */
export function withBeside(dataset: Dataset, table: IndicatorTable): Dataset {
  const beside = arranged(table, dataset, cellPositions(table, dataset));
  return {
    ...dataset,
    points: dataset.points.map((ofSeries, series) =>
      ofSeries.map((point, category) => withBesides(point, beside, series, category, dataset)),
    ),
    beside: {
      sentences: sentencesOf(beside, dataset),
      columns: columnsOf(beside, dataset),
      headroom: (frame) => headroom(frame, beside),
      draw: (frame, geometry, top) => drawBeside(frame, geometry, beside, top),
    },
  };
}
