import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  completionBySchool,
  completionOverCheckpoints,
  studentYearsByYear,
} from '../../packages/charts/src/sample-tables.js';
import { serveElement, type ElementSite } from './element-page.js';

/** A node of Chromium's accessibility tree, as far as the tests read it. */
interface AxNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

const langs = ['fi', 'sv'] as const;
const pageTable = `<table data-unit="students"><caption>Opiskelijat</caption><thead><tr><th scope="col">Yksikkö</th><th scope="col">Opiskelijat</th></tr></thead>
  <tbody><tr><th scope="row">Turku</th><td>1 234</td></tr><tr><th scope="row">Salo</th><td>1–4</td></tr></tbody></table>`;

function pageOf(lang: string, charts: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Sivu</title><link rel="stylesheet" href="/page.css">
    <script type="module" src="/element.js"></script></head><body><main><h1>Sivu</h1>${charts}</main></body></html>`;
}

const threeCharts = `
  <strapetsi-indicator-chart id="years" src="/release.json" indicator="student-years" heading-level="2"></strapetsi-indicator-chart>
  <strapetsi-indicator-chart id="cohorts" src="/release.json" indicator="completion-by-cohort" by="checkpoint" heading-level="2"></strapetsi-indicator-chart>
  <strapetsi-indicator-chart id="schools" src="/release.json" indicator="completion-by-cohort" by="school" heading-level="2"></strapetsi-indicator-chart>`;

const files = {
  ...Object.fromEntries(langs.map((lang) => [`/${lang}.html`, pageOf(lang, threeCharts)])),
  '/table.html': pageOf('fi', `<strapetsi-indicator-chart>${pageTable}</strapetsi-indicator-chart>`),
  '/late.html': pageOf('sv', '<strapetsi-indicator-chart src="/late.json"></strapetsi-indicator-chart>'),
  '/late.json': { hold: true },
  '/page.css': ':root { color-scheme: light dark; } main { max-width: 45rem; }',
  '/release.json': JSON.stringify({
    type: 'strapetsi.release',
    schemaVersion: 1,
    tables: [studentYearsByYear, completionOverCheckpoints, completionBySchool],
  }),
} as const;

let site: ElementSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveElement(files);
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function withPage(
  path: string,
  test: (page: Page) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context: BrowserContext = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(site.origin + path);
    await test(page);
  } finally {
    await context.close();
  }
}

async function allDrawn(page: Page): Promise<void> {
  for (const chart of await page.locator('strapetsi-indicator-chart').all()) await chart.locator('svg').waitFor();
}

/** The accessibility tree in reading order, without what is ignored. */
async function axTree(page: Page): Promise<readonly AxNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const text = (value: { value?: unknown } | undefined): string =>
    typeof value?.value === 'string' ? value.value : '';
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (id: string): readonly AxNode[] => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const self = { role: text(node.role), name: text(node.name), description: text(node.description) };
    return [...(node.ignored ? [] : [self]), ...(node.childIds ?? []).flatMap(walk)];
  };
  return walk(nodes[0]?.nodeId ?? '');
}

describe.each(langs)('Three charts on a page in %s', (lang) => {
  it('C2, C4: each plot has the visible title as its name and the summary as its description, and every mark is a named node', async () => {
    await withPage(`/${lang}.html`, async (page) => {
      await allDrawn(page);
      const tree = await axTree(page);
      const plots = tree.filter(({ role }) => role === 'application');
      const headings = await page.locator('strapetsi-indicator-chart h2').allInnerTexts();
      expect(plots.map(({ name }) => name)).toEqual(headings);
      const summaries = await page.locator('strapetsi-indicator-chart .summary').allTextContents();
      expect(plots.map(({ description }) => description)).toEqual(summaries);
      for (const summary of summaries) expect(summary).toMatch(/\d/);

      const names = tree.map(({ name }) => name);
      const marks = await page.locator('svg [role="graphics-symbol"]').all();
      const cells = [studentYearsByYear, completionOverCheckpoints, completionBySchool].flatMap((table) => table.cells);
      expect(marks.length).toBe(cells.length);
      for (const mark of marks) expect(names).toContain(await mark.getAttribute('aria-label'));
    });
  });

  it('C9: the live regions are there and empty on load', async () => {
    await withPage(`/${lang}.html`, async (page) => {
      await allDrawn(page);
      const regions = await page.locator('strapetsi-indicator-chart [aria-live="polite"]').allTextContents();
      expect(regions.map((text) => text.trim())).toEqual(['', '', '']);
    });
  });

  it('C20: the tree speaks one language, and says so', async () => {
    const other = lang === 'fi' ? 'sv' : 'fi';
    const namesIn = async (of: string): Promise<readonly string[]> => {
      let found: readonly string[] = [];
      await withPage(`/${of}.html`, async (page) => {
        await allDrawn(page);
        expect(await page.locator('strapetsi-indicator-chart figure').first().getAttribute('lang')).toBe(of);
        found = (await axTree(page)).flatMap(({ name, description }) => [name, description]);
      });
      return found;
    };
    const inOther = new Set(await namesIn(other));
    const shared = (await namesIn(lang)).filter((text) => inOther.has(text) && /\p{L}{3}/u.test(text));
    expect(new Set(shared)).toEqual(new Set(['Sivu']));
  });

  it('C26: is read as title, summary, chart, button, table, notes', async () => {
    await withPage(`/${lang}.html`, async (page) => {
      await allDrawn(page);
      const chart = page.locator('#schools');
      await chart.getByRole('button').click();
      await chart.locator('table').waitFor();
      await chart.locator('summary').click();
      const tree = await axTree(page);
      const title = await chart.locator('h2').innerText();
      // Two of the charts have one title; this is the later one.
      const start = tree.findLastIndex(({ role, name }) => role === 'heading' && name === title);
      const order = ['heading', 'paragraph', 'application', 'button', 'table', 'list'];
      const places = order.map((role) => tree.findIndex((node, index) => index >= start && node.role === role));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });
  });
});

describe('Under a strict content security policy', () => {
  it('nothing is refused, thrown or asked for elsewhere while a reader uses mouse and keyboard', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => requests.push(new URL(request.url()).origin));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.goto(`${site.origin}/sv.html`);
    await allDrawn(page);
    for (const chart of await page.locator('strapetsi-indicator-chart').all()) {
      await chart.locator('svg [role="graphics-symbol"]').first().hover({ force: true });
      await chart.locator('.tooltip').waitFor();
      await chart.getByRole('button').click();
      await chart.locator('table').waitFor();
      await chart.locator('.plot').click();
      await page.keyboard.press('ArrowRight');
    }
    await page.setViewportSize({ width: 360, height: 640 });
    await page.evaluate(() => {
      document.documentElement.lang = 'fi';
    });
    await page.getByText('Näytä taulukkona').first().waitFor();
    await context.close();
    expect(faults).toEqual([]);
    expect(new Set(requests)).toEqual(new Set([site.origin]));
  });
});

describe('Without a drawing', () => {
  it('C27: an answer that does not come leaves a sentence and a busy element, and leaving gives the request up', async () => {
    await withPage('/late.html', async (page) => {
      const chart = page.locator('strapetsi-indicator-chart');
      await chart.getByRole('status').filter({ hasText: /\S/ }).waitFor();
      expect(await chart.getByRole('status').innerText()).toMatch(/laddas/);
      expect(await chart.locator('figure').getAttribute('aria-busy')).toBe('true');
      expect((await axTree(page)).some(({ name }) => /laddas/.test(name))).toBe(true);
      await chart.evaluate((element) => {
        element.remove();
      });
      await expect.poll(() => site.abandoned).toContain('/late.json');
    });
  });

  it('C30: without script the reader has the table', async () => {
    await withPage(
      '/table.html',
      async (page) => {
        expect(await page.getByRole('table', { name: 'Opiskelijat' }).isVisible()).toBe(true);
        expect(await page.getByRole('cell', { name: '1 234' }).isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  it('C30: with script the chart stands in its place', async () => {
    await withPage('/table.html', async (page) => {
      await allDrawn(page);
      expect(await page.locator('strapetsi-indicator-chart > table').isVisible()).toBe(false);
    });
  });
});

describe('In forced colours', () => {
  it('C22: text and focus keep their contrast, and the tooltip has an edge', async () => {
    await withPage(
      '/fi.html',
      async (page) => {
        await allDrawn(page);
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowRight');
        const chart = page.locator('#years');
        const colours = await chart.evaluate((element) => {
          const style = (selector: string): CSSStyleDeclaration => {
            const found = element.shadowRoot?.querySelector(selector);
            if (!found) throw new Error(selector);
            return getComputedStyle(found);
          };
          return {
            surface: style('figure').backgroundColor,
            text: style('svg text').fill,
            ring: style('.ring').outlineColor,
            edge: style('.tooltip').borderTopWidth,
          };
        });
        expect(colours.text).not.toBe(colours.surface);
        expect(colours.ring).not.toBe(colours.surface);
        expect(parseFloat(colours.edge)).toBeGreaterThanOrEqual(1);
      },
      { forcedColors: 'active' },
    );
  });
});

describe('In a dark page', () => {
  it('C13: the chart is dark where the page is, and light on a page that is light', async () => {
    const surfaceOn = async (path: string): Promise<string> => {
      let surface = '';
      await withPage(
        path,
        async (page) => {
          await page.locator('figure').first().waitFor();
          surface = await page
            .locator('figure')
            .first()
            .evaluate((figure) => getComputedStyle(figure).backgroundColor);
        },
        { colorScheme: 'dark' },
      );
      return surface;
    };
    expect(await surfaceOn('/fi.html')).toBe('rgb(22, 32, 43)');
  });
});
