import { expect } from '@open-wc/testing';
import { storedCharts } from '../golden/charts.js';
import { renderChart } from './render-chart.js';

/** px by which engines round the advances of letters. */
const ROUNDING = 1;

/** Of an em: how far the tail of a j reaches to the left, which Firefox counts in. */
const OVERHANG = 0.1;

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
      // Cells of advance width by ascent and descent, in the drawing's own px.
      const texts = [...svg.querySelectorAll('text')].map((text) => {
        const { x, y, width, height } = text.getBBox();
        return {
          text: text.textContent ?? '',
          size: Number(text.getAttribute('font-size')),
          box: { left: x, right: x + width, bottom: y + height },
        };
      });
      texts.forEach(({ text, size, box }, index) => {
        expect(box.left, `${name}: ${text}`).to.be.at.least(-OVERHANG * size);
        expect(box.right, `${name}: ${text}`).to.be.at.most(options.width + OVERHANG * size);
        for (const other of texts.slice(index + 1)) {
          const isBeside = box.right <= other.box.left + ROUNDING || other.box.right <= box.left + ROUNDING;
          // Cells of lines may touch, because fonts differ in what they add above and below; the letters stand a size apart.
          const isApart = Math.abs(box.bottom - other.box.bottom) >= size - ROUNDING;
          expect(isBeside || isApart, `${name}: ${text} | ${other.text}`).to.equal(true);
        }
      });
    }
  });
});
