import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { formatNumber, formatShare, type Lang } from '@strapetsi/text';
import type { Cell, IndicatorTable, Release } from '@strapetsi/indicators';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './demo-page.js';
import { startDemo, type Demo } from './demo-server.js';

const pages = [
  ['fi', '/'],
  ['sv', '/sv/'],
] as const;
const charts = ['student-years', 'completion', 'schools'] as const;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo: Demo;
let browser: Browser;
let release: Release;

beforeAll(async () => {
  demo = await startDemo('--students', '4000');
  browser = await launchChromium();
  release = JSON.parse(readFileSync(demo.at('site/indicators.json'), 'utf8')) as Release;
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

function tableOf(id: (typeof charts)[number]): IndicatorTable {
  const table = release.tables[charts.indexOf(id)];
  if (table === undefined) throw new Error(`The release has no table for ${id}.`);
  return table;
}

function chartOf(page: Page, id: (typeof charts)[number]): Locator {
  return page.locator(`#${id} strapetsi-indicator-chart`);
}

/** A figure as a reader sees it. */
function written(cell: Cell | undefined, { figure }: IndicatorTable, lang: Lang): string | undefined {
  if (cell?.status !== 'value') return undefined;
  return figure.unit === 'share'
    ? formatShare(cell.value, lang, figure.decimals)
    : formatNumber(cell.value, lang, figure.decimals);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Texts of the first column of figures, row by row. */
async function figuresIn(table: Locator): Promise<readonly string[]> {
  return (await table.locator('tbody tr td:nth-of-type(1)').allTextContents()).map(plain);
}

describe('The demo', () => {
  it('says what it does and where the page is', () => {
    for (const step of [
      'Building',
      'Making sample data',
      'Calculating',
      'Publishing',
      'Writing the pages',
      'Ready in',
    ]) {
      expect(demo.said).toContain(step);
    }
  });

  it('publishes what the command line gives of the same documents, and nothing else', async () => {
    const [calculated, again] = [demo.at('data/student-years.json'), demo.at('data/again.json')];
    await demo.strapetsi('calculate', demo.at('data/koski.ndjson.gz'), '--indicator', 'student-years', '--by', 'year', '--from', '2019', '--to', '2025', '--as-of', '2026-10-31', '-o', again); // prettier-ignore
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(calculated, 'utf8'));
    expect(JSON.parse(await demo.strapetsi('publish', again))).toEqual(tableOf('student-years'));
  });

  it('has figures of every kind that it is there to show', () => {
    expect(tableOf('student-years').cells).toHaveLength(7);
    expect(tableOf('student-years').cells.every(({ status }) => status === 'value')).toBe(true);
    const completion = tableOf('completion').cells.map(({ status }) => status);
    expect(completion.filter((status) => status === 'value').length).toBeGreaterThan(5);
    expect(tableOf('schools').cells.some(({ status }) => status === 'withheld')).toBe(true);
    expect(tableOf('schools').cells.some(({ status }) => status === 'value')).toBe(true);
  });

  it('takes the next free port where the one asked for is taken', async () => {
    const port = new URL(demo.address).port;
    const second = await startDemo('--students', '50', '--port', port);
    expect(second.said).toContain(`Port ${port} is taken`);
    expect(second.address).not.toBe(demo.address);
    await second.stop();
  });
});

describe.each(pages)('The page in %s', (lang, path) => {
  it('shows the published figures in the page itself, in the charts and in their data tables', async () => {
    const { page } = await openPage(browser, demo.address + path);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    for (const id of charts) {
      const table = tableOf(id);
      const chart = chartOf(page, id);
      const expected = table.cells.map((cell) => written(cell, table, lang));
      const inPage = await figuresIn(chart.locator('> table'));
      expect(inPage).toHaveLength(table.cells.length);
      await chart.getByRole('button').click();
      const inChart = await figuresIn(chart.locator('[part=table]'));
      expect(inChart).toEqual(inPage);
      expected.forEach((text, index) => text !== undefined && expect(inPage[index]).toBe(plain(text)));
      const drawing = plain((await chart.locator('svg').first().textContent()) ?? '');
      if (id !== 'completion')
        for (const text of expected) if (text !== undefined) expect(drawing).toContain(plain(text));
      await chart.getByRole('button').click();
      expect(await chart.locator('[part=table]').count()).toBe(0);
    }
    await page.context().close();
  });

  it('leads through a chart by keyboard, says each figure, and lets go', async () => {
    const { page } = await openPage(browser, demo.address + path);
    const table = tableOf('student-years');
    const chart = chartOf(page, 'student-years');
    const said = chart.locator('[aria-live=polite]');
    const tooltip = chart.locator('[part=tooltip]');
    expect(await said.textContent()).toBe('');
    await page.locator('.sections a').last().focus();
    for (let tabs = 0; tabs < 10 && !(await chart.locator('[part=plot]:focus').count()); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    const last = plain(written(table.cells.at(-1), table, lang) ?? '');
    await expect.poll(async () => plain((await said.textContent()) ?? '')).toContain(last);
    expect(plain((await tooltip.textContent()) ?? '')).toContain(last);
    await page.keyboard.press('Home');
    const first = plain(written(table.cells[0], table, lang) ?? '');
    await expect.poll(async () => plain((await said.textContent()) ?? '')).toContain(first);
    await page.keyboard.press('Escape');
    expect(await tooltip.count()).toBe(0);
    await page.keyboard.press('Tab');
    expect(await chart.locator('[part=table-button]:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await chart.locator('[part=table]').count()).toBe(1);
    await page.context().close();
  });

  it('shows the figure under the pointer', async () => {
    const { page } = await openPage(browser, demo.address + path);
    const chart = chartOf(page, 'student-years');
    const plot = chart.locator('[part=plot]');
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    if (box === null) throw new Error('The plot has no place on the page.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const figures = tableOf('student-years').cells.map((cell) =>
      plain(written(cell, tableOf('student-years'), lang) ?? ''),
    );
    const tooltip = plain((await chart.locator('[part=tooltip]').textContent()) ?? '');
    expect(
      figures.some((figure) => tooltip.includes(figure)),
      tooltip,
    ).toBe(true);
    await page.context().close();
  });

  it('breaks no rule of the content security policy and asks no other origin, used with real clicks and keys', async () => {
    const { page, violations, complaints, requests } = await openPage(browser, demo.address + path);
    for (const id of charts) {
      const chart = chartOf(page, id);
      await chart.getByRole('button').click();
      await chart.locator('[part=plot]').click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
    }
    await page.locator('.sections a').last().click();
    await page.locator('.languages a').click();
    await page.waitForLoadState('networkidle');
    await page.mouse.wheel(0, 2_000);
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.length).toBeGreaterThan(5);
    for (const request of requests) expect(new URL(request).origin).toBe(demo.address);
    // The watch itself: an inline style is reported.
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(async () => (await violations()).length).toBe(1);
    await page.context().close();
  });

  it('is served under the strict policy', async () => {
    const policy = (await fetch(demo.address + path)).headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
  });

  it('shows every figure without script', async () => {
    const { page } = await openPage(browser, demo.address + path, { javaScriptEnabled: false });
    for (const id of charts) {
      const table = chartOf(page, id).locator('> table');
      expect(await table.isVisible()).toBe(true);
      expect(await figuresIn(table)).toHaveLength(tableOf(id).cells.length);
    }
    await page.context().close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)('is clean by axe, %s, %i px wide, with tables open', async (colorScheme, width) => {
    const { page } = await openPage(browser, demo.address + path, { colorScheme, viewport: { width, height: 800 } });
    for (const id of charts) await chartOf(page, id).getByRole('button').click();
    await page.evaluate(axe);
    const broken = await page.evaluate(async () => {
      const engine: {
        run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      } = Reflect.get(window, 'axe');
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await engine.run({ runOnly: rules });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    });
    expect(broken).toEqual([]);
    await page.context().close();
  });

  it('fits 320 px without sideways scroll', async () => {
    const { page } = await openPage(browser, demo.address + path, { viewport: { width: 320, height: 700 } });
    for (const id of charts) await chartOf(page, id).getByRole('button').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it('leads to the other language, in which nothing is left of this one', async () => {
    const { page } = await openPage(browser, demo.address + path);
    const other = lang === 'fi' ? 'sv' : 'fi';
    const headings = await page.locator('h2').allTextContents();
    await page.locator('.languages a').click();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('html').getAttribute('lang')).toBe(other);
    expect((await page.locator('h2').allTextContents()).some((heading) => headings.includes(heading))).toBe(false);
    for (const id of charts) {
      const figure = chartOf(page, id).locator('[part=base]');
      expect(await figure.getAttribute('lang')).toBe(other);
      expect(await chartOf(page, id).getByRole('button').textContent()).toContain(
        other === 'fi' ? 'taulukko' : 'tabell',
      );
    }
    await page.context().close();
  });
});
