import { IndicatorChart } from './indicator-chart.component.js';

const tag = 'strapetsi-indicator-chart';
const defined = customElements.get(tag);

if (defined === undefined) {
  customElements.define(tag, IndicatorChart);
} else if (defined !== IndicatorChart) {
  console.warn(`<${tag}> is already defined by another copy of @strapetsi/components on this page; that copy is used.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'strapetsi-indicator-chart': IndicatorChart;
  }
}

export { IndicatorChart };
