import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const source = resolve(import.meta.dirname, 'site');

/**
 * Writes the page in both languages, with the published figures in it.
 *
 * @param {string} folder
 * @param {import('./site/texts.js').Subject} subject
 * @param {boolean} fictional
 */
export async function writePages(folder, subject, fictional) {
  const site = resolve(folder, 'site');
  // Built a moment ago, and perhaps not for the first time in this process.
  const built = `${pathToFileURL(resolve(folder, 'build/page.mjs')).href}?${String(performance.now())}`;
  /** @type {typeof import('./site/page.js')} */
  const { renderPage } = await import(built);
  const release = JSON.parse(await readFile(resolve(site, 'indicators.json'), 'utf8'));
  await mkdir(resolve(site, 'sv'), { recursive: true });
  await writeFile(resolve(site, 'index.html'), renderPage({ lang: 'fi', subject, release, fictional }));
  await writeFile(resolve(site, 'sv/index.html'), renderPage({ lang: 'sv', subject, release, fictional }));
  for (const file of ['intranet.css', 'mark.svg']) await copyFile(resolve(source, file), resolve(site, file));
}
