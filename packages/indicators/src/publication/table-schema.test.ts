import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it, vi } from 'vitest';
import { anyTable } from '../../testing/random-tables.js';
import { discontinuation } from '../../testing/exported-table.js';
import type { Written } from '../../testing/schema-words.js';
import { aggregateOf } from '../../testing/tables.js';
import { students } from '../definitions/students.js';
import type { IndicatorTable } from './indicator-table.js';
import { parsePublished } from './parse.js';
import { minimumPolicy, vipunen } from './policy.js';
import { publish } from './publish.js';

/** The shape of a table, told in the words that write a schema. */
async function writtenSchema(): Promise<object> {
  vi.resetModules();
  vi.doMock('../shape/shape.js', () => import('../../testing/schema-words.js'));
  const { tableShape } = await import('./parse.js');
  vi.doUnmock('../shape/shape.js');
  vi.resetModules();
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:strapetsi:schema:indicator-table:1',
    title: 'strapetsi.indicator-table',
    description:
      'A published table of one indicator. What a schema cannot say: there are as many cells as the product of the numbers of members, row-major over dimensions, and as many in each benchmark; the cell of a target is a position among them.',
    ...(tableShape as unknown as Written).schema,
  };
}

const schema = await writtenSchema();
const isValid = new Ajv2020().compile(schema);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What no schema can say, and only the reader refuses. */
const ONLY_READ = /^(cells|benchmarks\[\d+\]\.cells|targets\[\d+\]\.cell)$/;

/** Whether the reader and the schema both take it; where they differ, why. */
function verdict(json: unknown): boolean | string {
  const read = parsePublished(json);
  if (read.ok === isValid(json)) return read.ok;
  if (!read.ok && ONLY_READ.test(read.problem.path) && /^\d+ cells|^a position/.test(read.problem.expected))
    return false;
  return read.ok
    ? `the schema refuses it: ${JSON.stringify(isValid.errors)}`
    : `the reader refuses it: ${JSON.stringify(read.problem)}`;
}

/** With everything that may be there. */
const full: IndicatorTable = {
  ...discontinuation,
  rule: 'until-2025',
  parameters: { days: 14 },
  asOfLatest: '2025-02-15',
  indicator: {
    ...discontinuation.indicator,
    sources: [{ title: { fi: 'Laki', sv: 'Lag', en: 'Act' }, reference: '531/2017' }],
  },
  only: [
    {
      dimension: 'gender',
      label: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
      members: [{ id: '2', label: {}, from: '2024-01-01', to: '2024-12-31' }],
    },
  ],
  exclusions: [
    { id: 'nested', label: { fi: 'a', sv: 'b', en: 'c' }, count: { status: 'withheld', range: { from: 1, to: 4 } } },
  ],
  findings: [{ code: 'unknown-state', count: { status: 'value', value: 6 } }],
  notes: [{ fi: 'a', sv: 'b', en: 'c' }],
  targets: [{ cell: 0, value: 0.2, reached: false, source: { fi: 'Strategia' }, decidedBy: { fi: 'Hallitus' } }],
  benchmarks: [
    {
      id: 'network',
      kind: 'network',
      label: { fi: 'Verkosto' },
      source: { fi: 'Verkosto' },
      reference: 'https://example.org',
      asOf: '2025-01-31',
      cells: [
        { status: 'value', value: 0.2, mark: 'p' },
        ...discontinuation.cells.slice(1).map(() => ({ status: 'noData' }) as const),
      ],
    },
  ],
  annotations: [{ date: '2024-08-01', text: { fi: 'Uusi' } }],
};

type Path = readonly (string | number)[];

/** Every place in a JSON value, the whole first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    path,
    ...inside.flatMap(([name, one]: readonly [string | number, unknown]) => placesIn(one, [...path, name])),
  ];
}

const GONE = Symbol('gone');

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((one, name) => Reflect.get(one as object, name), value);
}

/** The same with another value in one place, or without it. */
function withChange(value: unknown, path: Path, change: unknown): unknown {
  const copy = asJson(value);
  const last = path.at(-1);
  if (last === undefined) return change;
  const around = valueAt(copy, path.slice(0, -1)) as object;
  if (change === GONE && Array.isArray(around)) around.splice(Number(last), 1);
  else if (change === GONE) Reflect.deleteProperty(around, last);
  else Reflect.set(around, last, change);
  return copy;
}

describe('the JSON Schema of an indicator table', () => {
  it('is the one that is published', async () => {
    const style = await resolveConfig(import.meta.filename);
    const text = await format(JSON.stringify(schema), { ...style, parser: 'json' });
    await expect(text).toMatchFileSnapshot('../../schemas/indicator-table-1.schema.json');
  });

  it('takes every table that the reader takes, and that publish makes', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(verdict(asJson(table))).toBe(true);
      }),
      { numRuns: 200 },
    );
    const aggregate = aggregateOf(
      ['school', 'year'],
      { 'a 2023': [12, 12], 'a 2024': [3, 3], 'b 2023': [40, 40] },
      { totals: ['school'] },
    );
    for (const policy of [vipunen, minimumPolicy(5)])
      expect(verdict(asJson(publish(aggregate, { definition: students, policy })))).toBe(true);
  });

  it('refuses with the reader every value of another type, wherever it stands', () => {
    expect(verdict(asJson(full))).toBe(true);
    const values: readonly unknown[] = ['text', 7, true, null, [], {}];
    const typeOf = (value: unknown): string =>
      Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    const places = placesIn(full);
    expect(places.length).toBeGreaterThan(200);
    const taken = places.flatMap((path) => {
      const now = valueAt(full, path);
      return values
        .filter((value) => typeOf(value) !== typeOf(now))
        .map((value) => [path.join('.'), value, verdict(withChange(full, path, value))] as const)
        .filter(([, , both]) => both !== false);
    });
    expect(taken).toEqual([]);
  });

  it('agrees with the reader on what may be missing, wherever it stands', () => {
    const named = placesIn(full).filter((path) => typeof path.at(-1) === 'string');
    const answers = named.map((path) => [path.join('.'), verdict(withChange(full, path, GONE))] as const);
    expect(answers.filter(([, both]) => typeof both === 'string')).toEqual([]);
    // The optional fields of the contract, of which `full` has each somewhere; `asOf` is that of a benchmark.
    const optional = new Set(answers.filter(([, both]) => both === true).map(([place]) => place.split('.').at(-1)));
    expect(optional).toEqual(
      new Set([
        ...['annotations', 'asOf', 'asOfLatest', 'benchmarks', 'days', 'en', 'fi', 'from', 'interval', 'mark'],
        ...['n', 'parameters', 'range', 'reached', 'reference', 'rule', 'sv', 'targets', 'to', 'x'],
      ]),
    );
  });

  it('agrees with the reader on whatever else is put in a place', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        'value',
        'withheld',
        'noData',
        'primary',
        'time',
        'network',
        '2024-12-31',
        '2024-1-1',
        1,
        2,
        GONE,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(full).slice(1)), anything, (path, change) => {
        expect(typeof verdict(withChange(full, path, change))).toBe('boolean');
      }),
      { numRuns: 1500 },
    );
  });
});
