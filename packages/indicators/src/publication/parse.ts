import * as z from 'zod/mini';
import { foundText, shapeProblem, type ShapeProblem } from '../shape/shape-problem.js';
import type { IndicatorTable, Release } from './indicator-table.js';

export type ParsedPublication =
  | { readonly ok: true; readonly tables: readonly IndicatorTable[] }
  | { readonly ok: false; readonly problem: ShapeProblem };

const dataText = z.object({
  fi: z.exactOptional(z.string()),
  sv: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});
const text = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const range = z.object({ from: z.number(), to: z.number() });
const count = z.discriminatedUnion('status', [
  z.object({ status: z.literal('value'), value: z.number() }),
  z.object({ status: z.literal('withheld'), range: z.exactOptional(range) }),
]);
const cell = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('value'),
    value: z.number(),
    n: z.exactOptional(count),
    x: z.exactOptional(count),
  }),
  z.object({
    status: z.literal('withheld'),
    reason: z.enum(['primary', 'complementary']),
    range: z.exactOptional(range),
    n: z.exactOptional(count),
  }),
  z.object({ status: z.literal('immature'), matures: isoDate }),
  z.object({ status: z.literal('notApplicable') }),
  z.object({ status: z.literal('noData') }),
]);
const member = z.object({
  id: z.string(),
  label: dataText,
  from: z.exactOptional(isoDate),
  to: z.exactOptional(isoDate),
});
const dimension = z.object({
  id: z.enum([
    'year',
    'month',
    'provider',
    'school',
    'location',
    'qualification',
    'gender',
    'ageGroup',
    'funding',
    'cohort',
    'checkpoint',
    'started',
    'state',
  ]),
  label: text,
  scale: z.enum(['time', 'ordinal', 'nominal']),
  members: z.array(member),
});
const indicatorTable = z.object({
  type: z.literal('strapetsi.indicator-table'),
  schemaVersion: z.literal(1),
  indicator: z.object({
    id: z.string(),
    version: z.string(),
    hash: z.string(),
    name: text,
    meaning: text,
    direction: z.enum(['higherIsBetter', 'lowerIsBetter', 'neither']),
    sources: z.array(z.object({ title: text, reference: z.string() })),
  }),
  figure: z.object({
    id: z.string(),
    label: text,
    unit: z.enum(['studentYears', 'days', 'share', 'students']),
    decimals: z.number(),
  }),
  period: z.object({ from: isoDate, to: isoDate }),
  asOf: isoDate,
  providers: z.array(member),
  policy: z.object({ id: z.string(), label: text, reference: z.string() }),
  only: z.array(z.object({ dimension: z.string(), label: text, members: z.array(member) })),
  dimensions: z.array(dimension),
  cells: z.array(cell),
  population: count,
  exclusions: z.array(z.object({ id: z.string(), label: text, count })),
  findings: z.array(z.object({ code: z.string(), count })),
  notes: z.array(text),
});
const release = z.object({
  type: z.literal('strapetsi.release'),
  schemaVersion: z.literal(1),
  tables: z.array(indicatorTable),
});

function cellCountProblem(
  tables: readonly IndicatorTable[],
  path: (index: number) => string,
): ShapeProblem | undefined {
  for (const [index, table] of tables.entries()) {
    const expected = table.dimensions.reduce((product, { members }) => product * members.length, 1);
    if (table.cells.length !== expected) {
      return {
        path: path(index),
        expected: `${String(expected)} cells, the product of the member counts`,
        found: `${String(table.cells.length)} cells`,
      };
    }
  }
  return undefined;
}

/**
 * Reads what a web server sent: one `IndicatorTable` or a `Release` of several, with every shape checked and the number of cells.
 * Unknown fields are accepted and dropped. Never throws.
 */
export function parsePublished(json: unknown): ParsedPublication {
  const type: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'type') : undefined;
  if (type === 'strapetsi.release') {
    const read = z.safeParse(release, json);
    if (!read.success) return { ok: false, problem: shapeProblem(json, read.error) };
    const parsed: Release = read.data;
    const problem = cellCountProblem(parsed.tables, (index) => `tables[${String(index)}].cells`);
    return problem === undefined ? { ok: true, tables: parsed.tables } : { ok: false, problem };
  }
  if (type !== 'strapetsi.indicator-table') {
    const expected = '"strapetsi.indicator-table" or "strapetsi.release"';
    return { ok: false, problem: { path: 'type', expected, found: foundText(type) } };
  }
  const read = z.safeParse(indicatorTable, json);
  if (!read.success) return { ok: false, problem: shapeProblem(json, read.error) };
  const parsed: IndicatorTable = read.data;
  const problem = cellCountProblem([parsed], () => 'cells');
  return problem === undefined ? { ok: true, tables: [parsed] } : { ok: false, problem };
}
