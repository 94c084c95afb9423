export type { Mark, Scene, SceneNode } from './scene.js';
export {
  chartDataset,
  type Axis,
  type Category,
  type Dataset,
  type DatasetOptions,
  type Series,
} from './dataset/dataset.js';
export { hasBeside, type Beside, type BesideColumn } from './dataset/beside.js';
export type { NumberForm, Point } from './dataset/point.js';
export { NoSuchDimensionError } from './dataset/errors.js';
export { ChartRefusedError } from './dataset/refused-error.js';
export { chooseKind } from './dataset/choose-kind.js';
export { chartKinds, type ChartKind, type Kind, type Refusal } from './kinds/kind.js';
export { dataTable, type DataTable, type DataTableCell } from './dataset/data-table.js';
export { summarySentence } from './dataset/summary-sentence.js';
export { ChartIdError, layoutChart } from './layout/layout-chart.js';
export { layoutKind, type LayoutOptions } from './layout/layout-kind.js';
export type { Frame, LayoutPlot } from './layout/frame.js';
export { classNames, seriesClass } from './look/class-names.js';
export { themes, type Theme, type ThemeName } from './look/theme.js';
export { printSvg, svgAttributes, svgNodes } from './print-svg.js';
export { renderChart } from './render-chart.js';
