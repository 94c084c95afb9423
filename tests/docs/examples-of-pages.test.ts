import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  parseBenchmarkDescription,
  parseFundingCoefficients,
  parseMapping,
  parseSurveyDescription,
  parseTargets,
} from '@strapetsi/indicators';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../packages/cli/testing/run-command.js';
import { checkMarkup } from './check-markup.js';
import { collegeFiles } from './college.js';
import { allExamples, blocksOf, docstringsOf, root, type Example, type Kind } from './examples.js';
import { runCommands } from './run-commands.js';

/** Commands, markup and files that pages show; and no block of a page is passed over. */
const ofKind = (kind: Kind): readonly (readonly [place: string, example: Example])[] =>
  allExamples()
    .filter((example) => example.kind === kind)
    .map((example) => [`${example.file}:${String(example.line)}`, example]);

const commands = ofKind('sh').map(([, block]) => block);
const sessions = [...new Set(commands.map(({ file }) => file))];

async function inFolder(work: () => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'strapetsi-session-'));
  const before = process.cwd();
  for (const [name, content] of await collegeFiles()) writeFileSync(join(folder, name), content);
  process.chdir(folder);
  try {
    await work();
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

// The blocks of a page are one session: a later command takes what an earlier one wrote.
it.each(sessions)('the commands of %s can be done', { timeout: 60_000 }, async (page) => {
  await inFolder(async () => {
    for (const block of commands.filter(({ file }) => file === page))
      expect(await runCommands(block)).toBeGreaterThan(0);
  });
});

it.each(ofKind('html'))('the elements of %s are there, with their attributes', (_, example) => {
  expect(checkMarkup(example)).toBeGreaterThan(0);
});

const parsers: Readonly<Record<string, (json: unknown) => { readonly ok: boolean }>> = {
  'strapetsi.survey-description': parseSurveyDescription,
  'strapetsi.funding-coefficients': parseFundingCoefficients,
  'strapetsi.mapping': parseMapping,
  'strapetsi.targets': parseTargets,
  'strapetsi.benchmark': parseBenchmarkDescription,
};

it.each(ofKind('json'))('the file of %s is one that its reader takes', (_, { code }) => {
  const json = JSON.parse(code) as { readonly type?: unknown };
  const parsed = parsers[String(json.type)]?.(json);
  expect(parsed?.ok, JSON.stringify(parsed)).toBe(true);
});

it.each(['README.md', 'packages/cli/README.md'])('%s names every command', async (page) => {
  const { output } = await runCommand(['--help']);
  const known = [...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
  expect(known.length).toBeGreaterThan(10);
  const text = readFileSync(`${root}${page}`, 'utf8');
  expect(known.filter((name) => !new RegExp(`^\\|.*\`(strapetsi )?${name}\\b`, 'm').test(text))).toEqual([]);
});

describe('an example that would not be looked at is refused', () => {
  it.each([
    [
      'a block of a language that nobody runs',
      '# Page\n\n```python\nprint(1)\n```\n',
      'page.md:3: a block of "python"',
    ],
    ['a block that names no language', '```\nx\n```\n', 'page.md:1: a block of ""'],
    ['notation on a page that is not of definitions', '```jsonc\n{}\n```\n', 'page.md:1: a block of "jsonc"'],
    ['a block that does not end', 'a\n```ts\nx\n', 'page.md:2: a block that does not end'],
  ])('%s', (_, page, message) => {
    expect(() => blocksOf('page.md', page)).toThrow(message);
  });

  it('code on the line of @example', () => {
    expect(() => docstringsOf('a.ts', '/**\n * Doubles.\n * @example double(1)\n */')).toThrow('a.ts:3');
  });
});

describe('an example that is wrong is told with its place', () => {
  const block = (kind: Kind, code: string): Example => ({ file: 'page.md', line: 7, kind, code });

  it('where a command cannot be done', async () => {
    await expect(runCommands(block('sh', 'strapetsi publish nowhere.json\n'))).rejects.toThrow(
      'page.md:7: strapetsi publish nowhere.json: exit code 2',
    );
    await expect(runCommands(block('sh', 'npm ci\nnpm run nothing\n'))).rejects.toThrow('page.md:8: npm run nothing');
    await expect(runCommands(block('sh', 'make\n'))).rejects.toThrow('page.md:7: make: unknown');
  });

  it('where there is no such element or attribute', () => {
    expect(() => checkMarkup(block('html', '\n<strapetsi-indicator-chart colour="red">\n'))).toThrow(
      'page.md:8: <strapetsi-indicator-chart> has no attribute colour',
    );
    expect(() => checkMarkup(block('html', '<strapetsi-map>\n'))).toThrow('page.md:7: there is no <strapetsi-map>');
    expect(() => checkMarkup(block('html', '<td data-figure="1">\n'))).toThrow('page.md:7: nothing reads data-figure');
  });
});
