import { langs } from '@strapetsi/text';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import { catalogue } from './catalogue.js';
import type { Definition, Figure } from './definition.js';
import { exclusionsOf } from './exclusions.js';

/** What every definition that is shipped has: a reader, a lawyer and a program can take it up without asking. */
const here = import.meta.dirname;
const oracles = new URL('../../../../tests/oracle/', import.meta.url);
const byId = catalogue.map((definition) => [definition.id, definition] as const);

type Text = Definition['name'];

/** Names in the code, by id: what tests and oracles call a definition. */
const index = readFileSync(`${here}/catalogue.ts`, 'utf8');
const itself = 'catalogue.test.ts';
const tests = readdirSync(here)
  .filter((each) => each.endsWith('.test.ts') && each !== itself && each !== 'hash.test.ts')
  .map((each) => readFileSync(`${here}/${each}`, 'utf8'));
const sources = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

/** The file that imports bind a definition's name from, as `catalogue.ts` does. */
function importOf(definition: Definition): { readonly name: string; readonly file: string } {
  const at = catalogue.indexOf(definition);
  const list = index.slice(index.indexOf('export const catalogue'));
  const name = [...list.matchAll(/^ {2}(\w+),$/gm)][at]?.[1] ?? '';
  const file = [...index.matchAll(/import \{([^}]+)\} from '\.\/([\w-]+)\.js';/g)].find(([, names = '']) =>
    names.split(',').some((one) => one.trim() === name),
  )?.[2];
  return { name, file: file ?? '' };
}

function expectText(text: Text, where: string): void {
  for (const lang of langs) expect(text[lang].trim(), `${where} in ${lang}`).not.toBe('');
}

/** Shares, means and estimates are numbers over numbers: both are said in words. */
const divided: readonly Figure['kind'][] = [
  ...(['partOfWhole', 'quotient', 'share', 'distribution', 'balance', 'mean', 'incidence'] as const),
];

it('ids are of their own, in small letters with hyphens', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

it('every definition in a file of its folder is shipped', () => {
  const listed = new Set(catalogue.map((definition) => importOf(definition).name));
  const named = sources
    .filter((each) => each !== 'definition.ts')
    .flatMap((each) => [
      ...readFileSync(`${here}/${each}`, 'utf8').matchAll(/^export const (\w+)(: Definition)? = (.*)$/gm),
    ])
    .flatMap(([, constant = '', isTyped, start = '']) =>
      isTyped !== undefined || /^(share|shareOfPresence|confirmedPerformances|distribution|recognised\w*)\(/.test(start)
        ? [constant]
        : [],
    );
  expect(named.length).toBeGreaterThanOrEqual(catalogue.length - 4);
  expect(named.filter((constant) => !listed.has(constant))).toEqual([]);
});

describe.each(byId)('%s', (_id, definition) => {
  const { name, file } = importOf(definition);
  const { figures, rules } = definition;

  it('has a name, and what it means in one sentence, in three languages', () => {
    expectText(definition.name, 'name');
    for (const lang of langs) {
      expect(definition.meaning[lang], lang).toMatch(/^\p{Lu}.*\.$/u);
      expect(definition.meaning[lang].split(/[.!?]\s+(?=[\p{Lu}”“])/u), lang).toHaveLength(1);
    }
  });

  it('cites a law or a method for every rule', () => {
    for (const { id, sources: cited, label } of rules) {
      expectText(label, `rule ${id}`);
      expect(cited.length, id).toBeGreaterThan(0);
      for (const { title, reference } of cited) {
        expectText(title, 'source');
        expect(reference).not.toBe('');
      }
    }
  });

  it('says what stands above and below the line of every figure that is a number over a number', () => {
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expectText(figure.label, figure.id);
      if (!divided.includes(figure.kind)) continue;
      for (const side of ['numerator', 'denominator'] as const) {
        const text = figure[side];
        if (text === undefined) throw new Error(`${figure.id} has no ${side}`);
        expectText(text, `${figure.id} ${side}`);
      }
    }
  });

  it('names what it leaves out, its limits and its guesses in three languages, in sentences', () => {
    for (const [id, label] of exclusionsOf(rules)) expectText(label, id);
    for (const text of [...definition.limits, ...definition.unverified]) {
      for (const lang of langs) expect(text[lang], lang).toMatch(/^[\p{Lu}”“"\d].*[.”]$/u);
    }
  });

  it('has cuts with labels, each once, the provider among them, and time where its rows stand in windows', () => {
    const ids = definition.dimensions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const isInWindows = rules.some(({ steps }) => steps.some((step) => 'slice' in step));
    if (isInWindows) expect(ids).toEqual(expect.arrayContaining(['year', 'halfYear']));
    expect(ids).toContain('provider');
    for (const { id, label } of definition.dimensions) expectText(label, id);
  });

  it('has ids of figures, rules and exclusions that are its own', () => {
    const figureIds = figures.map(({ id }) => id);
    expect(new Set(figureIds).size).toBe(figureIds.length);
    const ruleIds = rules.map(({ id }) => id);
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
  });

  it('counts nobody where there is nobody', () => {
    const only: Record<string, readonly string[]> = {};
    for (const id of definition.apart ?? []) only[id] = ['1'];
    if (definition.dimensions.some(({ id }) => id === 'checkpoint')) only['checkpoint'] = ['12'];
    const classifications = ['fieldLevel1', 'fieldLevel2', 'fieldLevel3'].map((id) => {
      return { id, version: '1', label: {}, classes: [], codes: {} };
    });
    const period = { from: '2023-01-01', to: '2024-12-31' };
    const options = { by: [], only, period, asOf: '2028-01-31', classifications };
    const aggregate = calculateInMemory(factsOf([]), definition, options);
    expect(aggregate.population).toBe(0);
    expect(aggregate.cells).toEqual([]);
  });

  it('has cases worked out by hand beside it, at least five in a file that names it', () => {
    const naming = tests.filter((text) => new RegExp(`\\b${name}\\b`).test(text));
    const cases = naming.map((text) => [...text.matchAll(/^\s*(it|test)(\.each)?[(<]/gm)].length);
    expect(Math.max(0, ...cases), file).toBeGreaterThanOrEqual(5);
  });

  it('is compared with a program that knows nothing of it', () => {
    const naming = readdirSync(oracles)
      .filter((each) => each.endsWith('.test.ts') || each === 'agreement.ts')
      .filter((each) => new RegExp(`\\b${name}\\b`).test(readFileSync(new URL(each, oracles), 'utf8')));
    expect(naming).not.toEqual([]);
  });
});
