import type { IndicatorTable } from '@strapetsi/indicators/table';
import { withBeside } from './beside/with-beside.js';
import { hasBeside } from './dataset/beside.js';
import { chartDataset, type DatasetOptions } from './dataset/chart-dataset.js';
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
  const plain = chartDataset(table, options);
  const dataset = hasBeside(table) ? withBeside(plain, table) : plain;
  return printSvg(layoutChart(dataset, options));
}
