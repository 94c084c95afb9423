import { fixture, waitUntil } from '@open-wc/testing';
import type { IndicatorChart } from '@strapetsi/components/indicator-chart';
import type { TemplateResult } from 'lit';

export function part<E extends Element = HTMLElement>(chart: Element, selector: string): E {
  const found = chart.shadowRoot?.querySelector<E>(selector);
  if (found === null || found === undefined) throw new Error(`The chart has no ${selector}.`);
  return found;
}

export function has(chart: Element, selector: string): boolean {
  return chart.shadowRoot?.querySelector(selector) !== null;
}

/** The text of a part as a reader sees it, without the white space of its template. */
export function textIn(chart: Element, selector: string): string {
  return part(chart, selector)
    .textContent.replace(/[ \n]+/g, ' ')
    .trim();
}

export async function drawn(chart: Element): Promise<void> {
  await waitUntil(() => has(chart, '.plot svg'), 'the chart is not drawn', { timeout: 10_000 });
}

/** Puts the template on the page and waits until all its charts stand. */
export async function chartsOf(template: TemplateResult): Promise<readonly IndicatorChart[]> {
  const page = await fixture<HTMLElement>(template);
  const charts = [...page.querySelectorAll('strapetsi-indicator-chart')];
  if (page.matches('strapetsi-indicator-chart')) charts.push(page as IndicatorChart);
  for (const chart of charts) await drawn(chart);
  return charts;
}

export async function chartOf(template: TemplateResult): Promise<IndicatorChart> {
  const [chart] = await chartsOf(template);
  if (chart === undefined) throw new Error('The template has no chart.');
  return chart;
}
