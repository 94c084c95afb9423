/**
 * Classes of the drawing. Each carries a `color`; what is drawn inside uses `currentColor`, so that a style sheet changes a colour
 * (dark, forced colours, print) with one `color` declaration.
 */
export const classNames = {
  /** The `<svg>` itself. */
  chart: 's-chart',
  text: 's-text',
  quiet: 's-quiet',
  grid: 's-grid',
  axis: 's-axis',
  /** Around what is drawn over other shapes, in the colour of the surface. */
  halo: 's-halo',
} as const;

/** The class of a series by its position; the ninth looks like the first. */
export function seriesClass(series: number): string {
  return `s-series-${(series % 8) + 1}`;
}
