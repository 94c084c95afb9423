export { IndicatorChart } from './indicator-chart/indicator-chart.component.js';
