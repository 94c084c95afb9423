import type { IndicatorTable } from '@strapetsi/indicators/table';
import { chartDataset, type DatasetOptions } from './dataset/dataset.js';
import type { LayoutOptions } from './layout/layout-kind.js';
import { layoutChart } from './layout/layout-chart.js';
import { printSvg } from './print-svg.js';

/**
 * A published table as an SVG string, the same bytes in Node and in every browser.
 *
 *     renderChart(table, { id: 'years', language: finnish, width: 320 })
 *
 * @throws NoSuchDimensionError, ChartRefusedError, ChartIdError
 */
export function renderChart(table: IndicatorTable, options: DatasetOptions & LayoutOptions): string {
  return printSvg(layoutChart(chartDataset(table, options), options));
}
