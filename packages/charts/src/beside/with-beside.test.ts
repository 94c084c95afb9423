import { describe, expect, it } from 'vitest';
import { hasBeside } from '../dataset/beside.js';
import { chartDataset } from '../dataset/chart-dataset.js';
import { pointName, type Dataset } from '../dataset/dataset.js';
import { dataTable } from '../dataset/data-table.js';
import { summarySentence } from '../dataset/summary-sentence.js';
import { kinds } from '../kinds/kinds.js';
import type { ChartKind } from '../kinds/kind.js';
import { english } from '../languages/en.js';
import { finnish } from '../languages/fi.js';
import { swedish } from '../languages/sv.js';
import { layoutChart } from '../layout/layout-chart.js';
import { completionBesideTargets, estimatedCompletionByYear } from '../sample-tables-beside.js';
import { completionBySchool } from '../sample-tables.js';
import type { SceneNode } from '../scene.js';
import { withBeside } from './with-beside.js';
import type { IndicatorTable } from '@strapetsi/indicators/table';

function besideOf(table: IndicatorTable, language = english): Dataset {
  return withBeside(chartDataset(table, { language }), table);
}

function allNodes(nodes: readonly SceneNode[]): readonly SceneNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);
}

function drawn(table: IndicatorTable, kind: ChartKind): readonly SceneNode[] {
  return allNodes(layoutChart(besideOf(table), { id: 'chart', kind, width: 800 }).nodes);
}

function ofLook(nodes: readonly SceneNode[], look: Readonly<Record<string, unknown>>): readonly SceneNode[] {
  return nodes.filter(({ attributes }) => Object.entries(look).every(([name, value]) => attributes[name] === value));
}

/** Coordinates of a path, in pairs. */
function corners(node: SceneNode | undefined): readonly (readonly number[])[] {
  return [...String(node?.attributes['d']).matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
}

describe('what stands beside the figures, in words', () => {
  it('is nothing where a table has nothing of it', () => {
    expect(hasBeside(completionBySchool)).toBe(false);
    const table = dataTable(besideOf(completionBySchool));
    expect(table).toEqual(dataTable(chartDataset(completionBySchool, { language: english })));
  });

  it('is in the name of each point that has any', () => {
    const dataset = besideOf(completionBesideTargets);
    expect(pointName(dataset, 0, 0)).toBe(
      'Koivuranta Vocational College: 69.6% (n = 612). Target: 67.0% (reached). Network (90 providers): 64.1%.',
    );
    expect(pointName(dataset, 0, 3)).toMatch(/\. Target: 50\.0%\. Network \(90 providers\): 64\.1%\.$/);
    expect(pointName(besideOf(estimatedCompletionByYear), 0, 4)).toBe(
      '2024: 64.8% (n = 1,263). 95% confidence interval: 61.4–68.1%. Target: 67.0% (not reached). Network (90 providers): 64.3%.',
    );
  });

  it('is columns of the data table, with a dash where there is none', () => {
    const table = dataTable(besideOf(estimatedCompletionByYear));
    expect(table.columns.slice(2, 5)).toEqual(['95% confidence interval', 'Target', 'Network (90 providers)']);
    expect(table.rows[0]?.slice(2, 5).map(({ text }) => text)).toEqual(['58.4–63.8%', '–', '63.1%']);
    expect(table.rows[2]?.slice(1, 5).map(({ text }) => text)).toEqual(['Withheld', '–', '67.0%', '63.8%']);
    expect(table.rows[5]?.slice(2, 5).map(({ text }) => text)).toEqual([
      '60.2–70.3%',
      '67.0% (not reached)',
      'No data',
    ]);
  });

  it('is told in the summary: how many targets are reached, with whom it is compared, what happened', () => {
    const summary = summarySentence(besideOf(completionBesideTargets), kinds.bar);
    expect(summary).toContain('Targets reached: 1 of 3. Compared with: Network (90 providers).');
    expect(summarySentence(besideOf(estimatedCompletionByYear), kinds.line)).toContain(
      'Events: 1 Aug 2022 New qualification requirements; 1 Jan 2024 Guidance was reorganised.',
    );
  });

  it('has no English in the other languages', () => {
    for (const [language, target] of [
      [finnish, 'Tavoite: 67,0 % (ei saavutettu)'],
      [swedish, 'Mål: 67,0 % (inte uppnått)'],
    ] as const) {
      const dataset = besideOf(estimatedCompletionByYear, language);
      const said = [pointName(dataset, 0, 5), summarySentence(dataset, kinds.line)].join(' ').replaceAll('\u00a0', ' ');
      expect(said).toContain(target);
      expect(said).not.toMatch(/confidence|Target|Compared|Events|Network|reached/);
    }
  });
});

describe('what stands beside the figures, drawn', () => {
  it('puts targets and others where their values are, in the proportion of the bars', () => {
    const nodes = drawn(completionBesideTargets, 'bar');
    const [first] = nodes.filter(({ tag }) => tag === 'rect');
    const start = Number(first?.attributes['x']);
    const unit = Number(first?.attributes['width']) / (426 / 612);
    const targets = ofLook(nodes, { 'stroke-width': 2.5 }).slice(0, 4);
    [0.67, 0.67, 0.7, 0.5].forEach((value, index) => {
      expect(targets[index]?.attributes['x1']).toBe(targets[index]?.attributes['x2']);
      expect(Math.abs(Number(targets[index]?.attributes['x1']) - start - value * unit)).toBeLessThan(0.5);
    });
    const others = nodes.filter(({ attributes }) => String(attributes['transform']).startsWith('translate('));
    const places = others
      .slice(-5, -1)
      .map(({ attributes }) => Number(/\((-?[\d.]+)/.exec(String(attributes['transform']))?.[1]));
    for (const place of places) expect(Math.abs(place - start - 0.641 * unit)).toBeLessThan(0.5);
  });

  it('makes a band of neighbouring intervals and breaks it where there is none', () => {
    const nodes = drawn(estimatedCompletionByYear, 'line');
    const paths = ofLook(nodes, { 'fill-opacity': 0.18 }).filter(({ tag }) => tag === 'path');
    expect(paths.map((band) => corners(band).length)).toEqual([4, 6]);
    const ticks = nodes.filter(({ tag, attributes }) => tag === 'line' && attributes['y1'] === attributes['y2']);
    // 0 … 80 %, five lines: the axis stands at 0 and the last gridline at 80.
    const heights = [...new Set(ticks.map(({ attributes }) => Number(attributes['y1'])))].sort((a, b) => a - b);
    const top = heights[0] ?? 0;
    const bottom = Math.max(...ticks.map(({ attributes }) => Number(attributes['y1'])).filter((y) => y < 380));
    const heightOf = (value: number): number => bottom - (value / 0.8) * (bottom - top);
    const [, second] = paths;
    const wanted = [0.66, 0.681, 0.703, 0.602, 0.614, 0.605].map(heightOf);
    corners(second).forEach(([, y], index) => {
      expect(Math.abs((y ?? 0) - (wanted[index] ?? 0))).toBeLessThan(0.5);
    });
  });

  it('stands events at their days between the middles of the years, numbered as in the key', () => {
    const nodes = drawn(estimatedCompletionByYear, 'line');
    const events = ofLook(nodes, { 'stroke-dasharray': '2 3' }).map(({ attributes }) => Number(attributes['x1']));
    const dots = corners(nodes.find(({ attributes }) => attributes['stroke-width'] === 2.25));
    const [first = 0, second = 0] = dots.map(([x]) => x ?? 0);
    const year = second - first;
    // 1.8.2022 is a month past the middle of 2022, and 1.1.2024 half a year before that of 2024.
    expect(events.map((x) => Math.round(((x - first) / year) * 100) / 100)).toEqual([2.08, 3.5]);
    const texts = nodes.flatMap(({ tag, text }) => (tag === 'text' ? [text] : []));
    expect(texts.filter((text) => text === '1')).toHaveLength(2);
  });

  it('makes room: values stand after the furthest of what is drawn', () => {
    const nodes = drawn(completionBesideTargets, 'bar');
    const [, , target] = ofLook(nodes, { 'stroke-width': 2.5 });
    const words = nodes.find(({ text }) => text === '66.7%');
    expect(Number(words?.attributes['x'])).toBeGreaterThan(Number(target?.attributes['x1']) + 6);
  });
});
