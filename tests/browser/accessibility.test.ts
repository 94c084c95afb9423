import '@strapetsi/components/indicator-chart';
import 'axe-core/axe.min.js';
import { aTimeout, expect, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AxeResults, RunOptions } from 'axe-core';
import { chartDataset, dataTable, layoutChart } from '@strapetsi/charts';
import { finnish } from '@strapetsi/charts/languages/fi';
import {
  completionByGender,
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
  studentYearsByYearAndSchool,
} from '../../packages/charts/src/sample-tables.js';
import { chartOf, chartsOf, has, part, textIn } from './chart.js';
import { backgroundOf, contrast, rgbOf } from './contrast.js';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

async function violationsIn(page: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(page, rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

function pageOf(element: Element): Element {
  const page = element.closest('main');
  if (page === null) throw new Error('The chart is not in a page.');
  return page;
}

const tables = {
  completionByGender,
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
  studentYearsByYearAndSchool,
};
const schemes = ['light', 'dark'] as const;

/** Elements of the chart that hold text of their own and are rendered for the eye. */
function textElements(chart: Element): readonly Element[] {
  return [...(chart.shadowRoot?.querySelectorAll('*') ?? [])].filter(
    (element) =>
      element.closest('.unseen, desc, title, .em') === null &&
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );
}

function colourOf(element: Element): string {
  const style = getComputedStyle(element);
  return element instanceof SVGElement ? style.fill : style.color;
}

describe('Accessibility', () => {
  for (const scheme of schemes) {
    it(`C1: axe finds nothing on a page with three bar charts and three line charts, in ${scheme} colours`, async () => {
      for (const kind of ['bar', 'line']) {
        const [first] = await chartsOf(
          html`<main lang="fi" class=${scheme}>
            <h1>Indikaattorit</h1>
            ${[studentYearsByYear, studentYearsByYearAndSchool, completionOverCheckpoints].map(
              (table, index) =>
                html`<strapetsi-indicator-chart
                  kind=${kind}
                  heading-level="2"
                  heading=${`Kaavio ${String(index)}`}
                  .table=${table}
                ></strapetsi-indicator-chart>`,
            )}
          </main>`,
        );
        if (first === undefined) throw new Error('no chart');
        const page = pageOf(first) as HTMLElement;
        page.style.colorScheme = scheme;
        for (const chart of page.querySelectorAll('strapetsi-indicator-chart')) part(chart, 'button').click();
        await waitUntil(() =>
          [...page.querySelectorAll('strapetsi-indicator-chart')].every((chart) => has(chart, 'table')),
        );
        expect(await violationsIn(page)).to.deep.equal([]);
        fixtureCleanup();
      }
    });
  }

  it('C1: axe finds nothing in a chart in focus, with an error, while loading and without a heading', async () => {
    const main = await chartOf(
      html`<main lang="sv">
        <h1>Indikatorer</h1>
        <strapetsi-indicator-chart .table=${completionBySchool} kind="pie"></strapetsi-indicator-chart>
        <section></section>
      </main>`,
    );
    const page = pageOf(main);
    const failing = document.createElement('strapetsi-indicator-chart');
    failing.src = '/no-such-release.json';
    page.append(failing);
    await waitUntil(() => has(failing, '.fault'));
    part(main, '.plot').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(await violationsIn(page)).to.deep.equal([]);
  });

  for (const [name, table] of Object.entries(tables)) {
    it(`C3: the table has a caption and scopes, and every mark says what its cell says (${name})`, async () => {
      const chart = await chartOf(
        html`<div lang="fi"><strapetsi-indicator-chart .table=${table}></strapetsi-indicator-chart></div>`,
      );
      part(chart, 'button').click();
      await waitUntil(() => has(chart, 'table'));
      const element = part<HTMLTableElement>(chart, 'table');
      expect(element.caption?.textContent.trim()).to.equal(textIn(chart, '.title'));
      for (const header of element.querySelectorAll('th')) expect(header.scope).to.be.oneOf(['col', 'row']);

      const dataset = chartDataset(table, { language: finnish });
      const { marks } = layoutChart(dataset, { id: 'chart' });
      const cells = [...element.tBodies]
        .flatMap((body) => [...body.rows])
        .map((row) => [...row.cells].map((cell) => cell.textContent));
      expect(cells).to.deep.equal(dataTable(dataset).rows.map((row) => row.map(({ text }) => text)));
      expect(marks.length).to.equal(table.cells.length);
      const drawn = [...part(chart, 'svg').querySelectorAll('[role="graphics-symbol"]')].map((mark) =>
        mark.getAttribute('aria-label'),
      );
      for (const mark of marks) {
        expect(cells[mark.category]?.[mark.series + 1]).to.equal(mark.value);
        expect(mark.name).to.contain(mark.value);
        expect(drawn).to.include(mark.name);
      }
    });
  }

  for (const scheme of schemes) {
    it(`C13: every text is at least 12 px and 4.5:1 against what is behind it, in ${scheme} colours`, async () => {
      for (const table of Object.values(tables)) {
        const chart = await chartOf(
          html`<main lang="fi">
            <strapetsi-indicator-chart kind="pie" .table=${table}></strapetsi-indicator-chart>
          </main>`,
        );
        const page = pageOf(chart) as HTMLElement;
        page.style.colorScheme = scheme;
        page.style.fontSize = '13px';
        part(chart, 'button').click();
        part(chart, '.plot').focus();
        await sendKeys({ press: 'ArrowRight' });
        await waitUntil(() => has(chart, 'table') && has(chart, '.tooltip'));
        const texts = textElements(chart);
        expect(texts.length).to.be.above(10);
        for (const element of texts) {
          const says = element.textContent.trim();
          expect(contrast(rgbOf(colourOf(element)), backgroundOf(element)), says).to.be.at.least(4.5);
          expect(parseFloat(getComputedStyle(element).fontSize), says).to.be.at.least(12);
        }
      }
    });
  }

  for (const scheme of schemes) {
    it(`C14: every series is at least 3:1 against the surface, and so is the ring, in ${scheme} colours`, async () => {
      const chart = await chartOf(
        html`<main lang="fi">
          <strapetsi-indicator-chart .table=${completionOverCheckpoints}></strapetsi-indicator-chart>
        </main>`,
      );
      (pageOf(chart) as HTMLElement).style.colorScheme = scheme;
      part(chart, '.plot').focus();
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => has(chart, '.ring'));
      const surface = backgroundOf(part(chart, 'figure'));
      for (const series of part(chart, 'svg').querySelectorAll('[class^="s-series"]')) {
        expect(contrast(rgbOf(getComputedStyle(series).color), surface)).to.be.at.least(3);
      }
      expect(contrast(rgbOf(getComputedStyle(part(chart, '.ring')).outlineColor), surface)).to.be.at.least(3);
      expect(contrast(rgbOf(getComputedStyle(part(chart, 'button')).color), surface)).to.be.at.least(4.5);
    });
  }

  for (const [width, size] of [
    [320, 16],
    [320, 32],
    [640, 32],
  ] as const) {
    it(`C15: ${String(width)} px with text of ${String(size)} px neither scrolls sideways nor clips or overlaps a text`, async () => {
      for (const table of Object.values(tables)) {
        const chart = await chartOf(
          html`<main lang="fi"><strapetsi-indicator-chart .table=${table}></strapetsi-indicator-chart></main>`,
        );
        const page = pageOf(chart) as HTMLElement;
        page.style.width = `${String(width)}px`;
        page.style.fontSize = `${String(size)}px`;
        const fits = (): boolean =>
          part(chart, 'svg').getBoundingClientRect().width <= part(chart, '.frame').clientWidth;
        await waitUntil(() => fits() && parseFloat(getComputedStyle(part(chart, 'svg text')).fontSize) >= size * 0.8);
        expect(page.scrollWidth, textIn(chart, '.title')).to.be.at.most(page.clientWidth);
        const svg = part(chart, 'svg').getBoundingClientRect();
        const boxes = [...part(chart, 'svg').querySelectorAll('text')].map((text) => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        boxes.forEach(({ text, box }, index) => {
          expect(box.left, text).to.be.at.least(svg.left - 2);
          expect(box.right, text).to.be.at.most(svg.right + 2);
          for (const other of boxes.slice(index + 1)) {
            const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            // Line boxes are taller than letters: a third of one may be shared.
            expect(across > 1 && down > box.height / 3, `${text} / ${other.text}`).to.equal(false);
          }
        });
      }
    });
  }

  it('C16: the text-spacing style sheet clips nothing', async () => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      'main * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    );
    document.adoptedStyleSheets.push(spacing);
    try {
      for (const table of Object.values(tables)) {
        const chart = await chartOf(
          html`<main lang="fi"><strapetsi-indicator-chart .table=${table}></strapetsi-indicator-chart></main>`,
        );
        part(chart, 'button').click();
        await waitUntil(() => has(chart, 'table'));
        part(chart, 'summary').click();
        expect(parseFloat(getComputedStyle(part(chart, 'details')).letterSpacing)).to.be.above(1);
        for (const element of textElements(chart)) {
          if (element instanceof SVGElement || element.closest('.scroll') !== null) continue;
          expect(element.scrollWidth, element.textContent).to.be.at.most(Math.max(element.clientWidth, 1) + 1);
          expect(element.scrollHeight, element.textContent).to.be.at.most(Math.max(element.clientHeight, 1) + 1);
        }
      }
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
    }
  });

  it('C18: targets are at least 24 × 24 px', async () => {
    for (const table of Object.values(tables)) {
      const chart = await chartOf(
        html`<main lang="fi"><strapetsi-indicator-chart .table=${table}></strapetsi-indicator-chart></main>`,
      );
      const button = part(chart, 'button').getBoundingClientRect();
      expect(Math.min(button.width, button.height)).to.be.at.least(24);
      const { marks } = layoutChart(chartDataset(table, { language: finnish }), { id: 'chart', width: 320 });
      for (const { hit, name } of marks) expect(Math.min(hit.width, hit.height), name).to.be.at.least(24);
    }
  });

  it('C19: the button is named by what it shows', async () => {
    const chart = await chartOf(
      html`<main lang="sv"><strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart></main>`,
    );
    expect(textIn(chart, 'button')).to.equal('Visa som tabell');
    expect(part(chart, 'button').hasAttribute('aria-label')).to.equal(false);
  });

  it('C21: nothing moves by itself', async () => {
    const chart = await chartOf(
      html`<main lang="fi"><strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart></main>`,
    );
    part(chart, '.plot').focus();
    await sendKeys({ press: 'ArrowRight' });
    await aTimeout(0);
    expect(part(chart, 'figure').getAnimations({ subtree: true })).to.deep.equal([]);
  });

  it('C24: the text of the drawing grows with the text of the page', async () => {
    const chart = await chartOf(
      html`<main lang="fi"><strapetsi-indicator-chart .table=${completionBySchool}></strapetsi-indicator-chart></main>`,
    );
    const size = (): number => parseFloat(getComputedStyle(part(chart, 'svg text')).fontSize);
    const before = size();
    (pageOf(chart) as HTMLElement).style.fontSize = '24px';
    await waitUntil(() => size() > before);
    expect(size() / before).to.be.closeTo(1.5, 0.1);
  });

  it('C25: the title is a heading of the level the page sets, or a caption, and never an empty heading', async () => {
    const [second, none, wrong] = await chartsOf(
      html`<main lang="fi">
        ${['2', undefined, '9'].map(
          (level) =>
            html`<strapetsi-indicator-chart
              heading="Otsikko"
              .headingLevel=${level}
              .table=${completionBySchool}
            ></strapetsi-indicator-chart>`,
        )}
      </main>`,
    );
    if (second === undefined || none === undefined || wrong === undefined) throw new Error('Three charts were wanted.');
    expect(textIn(second, 'figcaption h2')).to.equal('Otsikko');
    expect(has(none, 'h1, h2, h3, h4, h5, h6')).to.equal(false);
    expect(textIn(none, 'figcaption')).to.equal('Otsikko');
    expect(has(wrong, 'h1, h2, h3, h4, h5, h6')).to.equal(false);
    expect(textIn(wrong, '.notice')).to.contain('heading-level="9"');
  });
});
