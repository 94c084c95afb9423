import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import sirv from 'sirv';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './demo-page.js';

const root = resolve(import.meta.dirname, '../..');
const example = (name: string): string => join(root, 'examples', name);

let folder: string;
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strapetsi-examples-'));
  for (const file of ['index.html', 'table.json']) copyFileSync(example(`plain-html/${file}`), join(folder, file));
  await build({
    // The file that the package has in cdn/ under this name.
    entryPoints: { 'indicator-chart.global': join(root, 'packages/components/src/indicator-chart/indicator-chart.ts') },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['@strapetsi/source', 'browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: join(root, 'tsconfig.base.json'),
  });
  const files = sirv(folder, { dev: true });
  server = createServer((request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
    );
    files(request, response);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const at = server.address();
  address = `http://localhost:${String(typeof at === 'object' ? at?.port : at)}/`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('The plain page', () => {
  it('needs a script, a table and a tag, and breaks no rule of a strict policy', async () => {
    const { page, violations, complaints } = await openPage(browser, address);
    const chart = page.locator('strapetsi-indicator-chart');
    expect(await chart.locator('h2').textContent()).toBe('Opiskelijavuodet vuosittain');
    expect((await chart.locator('svg').textContent()) ?? '').toContain('2025');
    await chart.getByRole('button').click();
    expect(await chart.locator('[part=table] tbody tr').count()).toBe(7);
    expect(await violations()).toEqual([]);
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.context().close();
  });
});

describe('The report', () => {
  it('is a picture of the published table, made in Node', async () => {
    await build({
      entryPoints: [example('node-report/report.mjs')],
      outfile: join(folder, 'report.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      conditions: ['@strapetsi/source'],
      tsconfig: join(root, 'tsconfig.base.json'),
    });
    const picture = join(folder, 'chart.svg');
    await promisify(execFile)(process.execPath, [
      join(folder, 'report.mjs'),
      example('node-report/table.json'),
      picture,
    ]);
    const svg = readFileSync(picture, 'utf8');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('Yrkesinstitutet Nordsund');
    expect(svg).toContain('Visas inte');
  });
});
