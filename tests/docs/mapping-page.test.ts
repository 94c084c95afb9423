import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { root } from './examples.js';

/** The page of mappings names what there is to map: the fields and tables of the published JSON Schema. */
interface Shape {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
}

const page = readFileSync(`${root}docs/mapping.md`, 'utf8');
const schema = JSON.parse(readFileSync(`${root}packages/indicators/schemas/mapping.schema.json`, 'utf8')) as Shape;
const table = schema.properties?.['tables']?.items?.properties ?? {};
const inPage = (pattern: RegExp): readonly string[] =>
  [...new Set([...page.matchAll(pattern)].map(([, name = '']) => name))].sort();

it('names every field, and none that there is not', () => {
  const fields = [...(table['fields']?.propertyNames?.enum ?? [])].sort();
  expect(fields.length).toBeGreaterThan(70);
  expect(inPage(/`([a-z]+\.[a-zA-Z\d]+)`/g).filter((name) => name !== 'd.m')).toEqual(fields);
});

it('has a row for each kind of table', () => {
  const kinds = [...(table['of']?.enum ?? [])].sort();
  expect(inPage(/^\| `([a-z]+)` \|/gm).filter((name) => name !== 'of')).toEqual(kinds);
});

it('names the forms of dates', () => {
  const forms = table['fields'] === undefined ? [] : (schema.properties?.['dates']?.enum ?? []);
  expect(forms.length).toBe(5);
  expect(forms.filter((form) => !page.includes(`\`${form}\``))).toEqual([]);
});
