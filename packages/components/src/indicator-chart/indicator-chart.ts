import { IndicatorChart } from './indicator-chart.component.js';

const defined = customElements.get('strapetsi-indicator-chart');

if (defined === undefined) {
  customElements.define('strapetsi-indicator-chart', IndicatorChart);
} else if (defined !== IndicatorChart) {
  console.warn(
    '<strapetsi-indicator-chart> is already defined by another copy of @strapetsi/components on this page; that copy is used.',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'strapetsi-indicator-chart': IndicatorChart;
  }
}

export { IndicatorChart };
