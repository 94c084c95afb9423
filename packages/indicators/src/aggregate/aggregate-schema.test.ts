import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { aggregateOf } from '../../testing/tables.js';
import type { Aggregate } from './aggregate.js';
import { aggregateSchema, dimensionId, dimensionKey, parseAggregate } from './parse.js';

const schema: object = {
  $id: 'urn:strapetsi:schema:aggregate:1',
  title: 'strapetsi.aggregate',
  description:
    'Exact counts of one indicator, which stay with the provider. What a schema cannot say: each key has one part for each dimension of by.',
  ...z.toJSONSchema(aggregateSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === dimensionId) Object.assign(jsonSchema, { ...z.toJSONSchema(dimensionKey), $schema: undefined });
    },
  }),
};

const isValid = new Ajv2020({ strictTypes: false }).compile(schema);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const full: Aggregate = {
  ...aggregateOf(
    ['school', 'year'],
    { 'a 2023': [12, 12], 'a 2024': [3, 3], 'b 2023': [40, 40] },
    { totals: ['school'] },
  ),
  rule: 'until-2025',
  asOfLatest: '2025-02-15',
  parameters: { days: 14 },
  classifications: [{ id: 'field', version: '2016' }],
  own: { 'own.team': { fi: 'Tiimi' } },
  only: { gender: ['2'], 'own.team': ['a'] },
  providers: [{ id: 'p', label: { fi: 'Opisto' } }],
  exclusions: [{ id: 'nested', count: 3 }],
  findings: [{ code: 'unknown-state', severity: 'warning', count: 6 }],
};
const cells: Aggregate['cells'] = [
  ...full.cells,
  { key: ['b', '2024'], matures: '2026-06-30' },
  { key: ['c', '2024'], n: 1, amounts: [1], codes: ['x'] },
];
const whole: unknown = asJson({ ...full, cells });

/** Whether reader and schema both take it; where they differ, why. Only the reader counts the parts of a key. */
function verdict(json: unknown): boolean | string {
  const read = parseAggregate(json);
  if (read.ok === isValid(json)) return read.ok;
  if (!read.ok && /^cells\[\d+\]\.key$/.test(read.problem.path) && read.problem.expected.includes('one per dimension'))
    return false;
  return read.ok
    ? `the schema refuses it: ${JSON.stringify(isValid.errors)}`
    : `the reader refuses it: ${JSON.stringify(read.problem)}`;
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    path,
    ...inside.flatMap(([name, one]: readonly [string | number, unknown]) => placesIn(one, [...path, name])),
  ];
}

const GONE = Symbol('gone');

function withChange(path: Path, change: unknown): unknown {
  const copy = asJson(whole);
  const around = path.slice(0, -1).reduce<unknown>((one, name) => Reflect.get(one as object, name), copy) as object;
  const last = path.at(-1) ?? '';
  if (change === GONE && Array.isArray(around)) around.splice(Number(last), 1);
  else if (change === GONE) Reflect.deleteProperty(around, last);
  else Reflect.set(around, last, change);
  return copy;
}

describe('the JSON Schema of an aggregate', () => {
  it('is the one that is published', async () => {
    const style = await resolveConfig(import.meta.filename);
    const text = await format(JSON.stringify(schema), { ...style, parser: 'json' });
    await expect(text).toMatchFileSnapshot('../../schemas/aggregate-1.schema.json');
  });

  it('takes an aggregate with everything that may be in one', () => {
    expect(verdict(whole)).toBe(true);
  });

  it.each<[string, Path, unknown]>([
    ['a count that is no whole number', ['cells', 0, 'n'], 1.5],
    ['a count below 0', ['population'], -1],
    ['a dimension that there is not', ['by', 0], 'colour'],
    ['a slice of a dimension that there is not', ['only'], { colour: ['red'] }],
    ['a day that is no day', ['asOf'], '31.1.2025'],
    ['a figure and its day at once, but neither whole', ['cells', 0], { key: ['a', '2023'] }],
    ['another kind of file', ['type'], 'strapetsi.indicator-table'],
    ['a later version', ['schemaVersion'], 2],
    ['no counts of records', ['records'], GONE],
  ])('refuses with the reader %s', (_, path, change) => {
    expect(verdict(withChange(path, change))).toBe(false);
  });

  it('agrees with the reader on whatever is put in a place, or is missing there', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('school', 'own.team', 'own.', 'own', '2024-12-31', 0, 1, 1.5, -1, GONE),
    );
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(whole).slice(1)), anything, (path, change) => {
        expect(typeof verdict(withChange(path, change))).toBe('boolean');
      }),
      { numRuns: 1500 },
    );
  });
});
