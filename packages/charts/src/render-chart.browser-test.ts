import { expect } from '@open-wc/testing';
import { storedCharts } from '../golden/charts.js';
import { renderChart } from './render-chart.js';

async function storedFile(name: string): Promise<string> {
  const response = await fetch(new URL(`../golden/${name}.svg`, import.meta.url));
  if (!response.ok) throw new Error(`There is no golden/${name}.svg (${String(response.status)})`);
  return response.text();
}

describe('a chart drawn in this engine', () => {
  for (const { name, table, options } of storedCharts) {
    it(`is ${name}.svg, byte for byte what Node draws`, async () => {
      const here = `${renderChart(table, options)}\n`;
      expect(here === (await storedFile(name)), here).to.equal(true);
    });
  }
});

describe('texts drawn in this engine', () => {
  const frame = document.createElement('div');

  before(() => document.body.append(frame));
  after(() => frame.remove());

  it('take no more room than the layout gave them', () => {
    for (const { name, table, options } of storedCharts) {
      const parsed = new DOMParser().parseFromString(renderChart(table, options), 'image/svg+xml');
      const svg = document.adoptNode(parsed.documentElement);
      frame.replaceChildren(svg);
      const edge = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll('text')].map((text) => ({
        text: text.textContent ?? '',
        box: text.getBoundingClientRect(),
      }));
      boxes.forEach(({ text, box }, index) => {
        expect(box.left, `${name}: ${text}`).to.be.at.least(edge.left - 0.5);
        expect(box.right, `${name}: ${text}`).to.be.at.most(edge.right + 0.5);
        for (const other of boxes.slice(index + 1)) {
          const isBeside = box.right <= other.box.left + 0.5 || other.box.right <= box.left + 0.5;
          // Boxes of lines touch: descenders and ascenders of many fonts reach into the leading.
          const isApart = Math.abs(box.top - other.box.top) >= box.height * 0.8;
          expect(isBeside || isApart, `${name}: ${text} | ${other.text}`).to.equal(true);
        }
      });
    }
  });
});
