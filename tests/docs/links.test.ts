import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './examples.js';

/** Links between pages lead to files and headings that there are. */
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'GLOSSARY.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
];

/** The name by which a heading is linked to: as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function anchorsIn(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)]);
}

function problemOf(page: string, link: string): readonly string[] {
  const [file = '', anchor] = link.split('#', 2);
  const path = file === '' ? join(root, page) : join(root, dirname(page), file);
  if (!existsSync(path)) return [`${link}: no such file`];
  return anchor === undefined || anchorsIn(path).has(anchor) ? [] : [`${link}: no such heading`];
}

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^https?:/.test(link));

it.each(pages)('the links of %s', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  expect(linksIn(text).flatMap((link) => problemOf(page, link))).toEqual([]);
});

it('pages that sources, help and READMEs name by their path are there', () => {
  const files = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /(^[^/]+\/src\/.*\.ts|README\.md)$/.test(path) && !path.includes('node_modules'),
  );
  const named = files.flatMap((path) =>
    [...readFileSync(join(root, 'packages', path), 'utf8').matchAll(/\bdocs\/[\w.-]+\.md/g)].map(([page]) => page),
  );
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named)].filter((page) => !existsSync(join(root, page)))).toEqual([]);
});

it('a link that leads nowhere is found', () => {
  expect(problemOf('docs/definitions.md', 'nothing.md')).toEqual(['nothing.md: no such file']);
  expect(problemOf('docs/definitions.md', '../README.md#nothing')).toEqual(['../README.md#nothing: no such heading']);
});
