import * as indicators from '@strapetsi/indicators';
import * as sql from '@strapetsi/indicators/sql';
import * as xlsx from '@strapetsi/indicators/xlsx';
import { beforeAll, expect, it } from 'vitest';
import { checkModules, namesIn, type CompilerMessage } from './compile.js';
import { root, type Example } from './examples.js';
import { moduleExamples, wholeModule } from './whole-module.js';

/** Every example of the guide, the READMEs, the pages of `docs` and the docstrings compiles, with what is published and nothing else. */
const modules = moduleExamples();

const pathOf = ({ file, line, kind }: Example): string =>
  `${root}reports/${file.replaceAll(/[^\w]/g, '-')}-${String(line)}.${kind === 'js' ? 'mjs' : 'ts'}`;

const published = /^(@strapetsi\/(text|indicators|charts|components)(\/[\w/-]+)?|node:[\w/]+|@duckdb\/node-api)$/;

const wrong = `${root}reports/wrong-example.ts`;
const wrongCode =
  "import { dayFromIso } from '@strapetsi/indicators';\n\nexport const day: string = dayFromIso('2025-09-20');\n";

let messagesOf: (path: string) => readonly CompilerMessage[];

beforeAll(() => {
  // A module without imports is one all the same.
  const texts = modules.map(([, example]) => [pathOf(example), `${wholeModule(example)}\nexport {};\n`] as const);
  messagesOf = checkModules(new Map([...texts, [wrong, wrongCode]]));
}, 60_000);

it.each(modules)('%s', { timeout: 60_000 }, (_, example) => {
  const told = messagesOf(pathOf(example)).map(
    ({ line, text }) => `${example.file}:${String(example.line + line)}: ${text}`,
  );
  expect(told).toEqual([]);
  const imported = [...example.code.matchAll(/\bfrom '([^']+)'|\bimport '([^']+)'/g)].map(([, a, b]) => a ?? b ?? '');
  expect(imported.filter((name) => !published.test(name))).toEqual([]);
});

it('every function that the package exports is in an example', () => {
  const used = new Set(modules.flatMap(([, { code }]) => [...namesIn(code)]));
  const functions = Object.entries({ ...indicators, ...sql, ...xlsx }).filter(
    ([, value]) => typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)),
  );
  expect(functions.length).toBeGreaterThan(100);
  expect(functions.map(([name]) => name).filter((name) => !used.has(name))).toEqual([]);
});

it('an example that does not compile is told with its line', { timeout: 60_000 }, () => {
  expect(messagesOf(wrong)).toEqual([{ line: 2, text: "Type 'number' is not assignable to type 'string'." }]);
});
