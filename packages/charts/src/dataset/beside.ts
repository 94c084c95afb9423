import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Frame, Geometry, Part } from '../layout/frame.js';

/** A column of the data table for what stands beside the figures of a series. */
export interface BesideColumn {
  readonly label: string;
  /** By category. */
  readonly texts: readonly string[];
}

/** What stands beside the figures: their intervals, targets, others' figures and events; in words and as something to draw. */
export interface Beside {
  /** Of the summary. */
  readonly sentences: readonly string[];
  readonly columns: readonly BesideColumn[];
  /** px wanted above the plot. */
  readonly headroom: (frame: Frame) => number;
  /** Over a plot, with the key that explains it from `top` down. */
  readonly draw: (frame: Frame, geometry: Geometry, top: number) => Part;
}

/** Whether a table has anything that stands beside its figures: pages load what draws it only then. */
export function hasBeside({ cells, targets, benchmarks, annotations }: IndicatorTable): boolean {
  return (
    targets !== undefined ||
    benchmarks !== undefined ||
    annotations !== undefined ||
    cells.some((cell) => cell.status === 'value' && cell.interval !== undefined)
  );
}
