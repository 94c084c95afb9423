import * as z from 'zod/mini';
import { dimensionIds, type DimensionId } from '../definitions/definition.js';
import { schemaProblem, type SchemaIssue } from '../shape/schema-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { upgraded, type KnownVersions } from '../shape/version.js';
import type { Aggregate } from './aggregate.js';

export type ParsedAggregate =
  { readonly ok: true; readonly aggregate: Aggregate } | { readonly ok: false; readonly problem: ShapeProblem };

const count = z.int().check(z.nonnegative());
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const ownId = z.templateLiteral(['own.', z.string()]);
export const dimensionKey = z.union([z.enum(dimensionIds), ownId]);
export const dimensionId = z.custom<DimensionId>((value) => dimensionKey.safeParse(value).success);
const label = z.object({
  fi: z.exactOptional(z.string()),
  sv: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});
const member = z.object({ id: z.string(), label });
/** What an aggregate in a file is, but for the parts of its keys. */
export const aggregateSchema = z.object({
  type: z.literal('strapetsi.aggregate'),
  schemaVersion: z.literal(1),
  indicator: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  rule: z.exactOptional(z.string()),
  period: z.object({ from: isoDate, to: isoDate }),
  asOf: isoDate,
  asOfLatest: z.exactOptional(isoDate),
  parameters: z.exactOptional(z.record(z.string(), z.int())),
  classifications: z.exactOptional(z.array(z.object({ id: z.string(), version: z.string() }))),
  own: z.exactOptional(z.record(z.string(), label)),
  only: z.partialRecord(dimensionKey, z.array(z.string())),
  by: z.array(dimensionId),
  totals: z.exactOptional(z.array(dimensionId)),
  members: z.partialRecord(dimensionKey, z.array(member)),
  providers: z.array(member),
  cells: z.array(
    z.union([
      z.object({
        key: z.array(z.string()),
        n: count,
        amounts: z.array(count),
        codes: z.exactOptional(z.array(z.string())),
      }),
      z.object({ key: z.array(z.string()), matures: isoDate }),
    ]),
  ),
  population: count,
  exclusions: z.array(z.object({ id: z.string(), count })),
  findings: z.array(z.object({ code: z.string(), severity: z.string(), count })),
  records: z.object({ read: count, facts: count, refused: count }),
});

function expectedText({ code }: SchemaIssue): string {
  switch (code) {
    case 'invalid_format':
      return 'a date such as 2024-12-31';
    case 'custom':
      return [...dimensionIds.map((id) => JSON.stringify(id)), 'own.NAME'].join(' or ');
    case 'invalid_union':
      return 'figures or the day from which there are some';
    default:
      return 'a whole number from 0 up';
  }
}

/** The versions of an aggregate that are read. */
export const aggregateVersions: KnownVersions = { newest: 1, steps: [] };

/**
 * Reads an aggregate from a file, every shape checked; unknown fields are accepted and dropped, and an older version is given as the newest
 * has it. Never throws.
 */
export function parseAggregate(json: unknown): ParsedAggregate {
  const file = upgraded(json, aggregateVersions);
  if (!file.ok) return file;
  const read = z.safeParse(aggregateSchema, file.json);
  if (!read.success) return { ok: false, problem: schemaProblem(file.json, read.error, 'an aggregate', expectedText) };
  const parsed: Aggregate = read.data;
  const wrong = parsed.cells.findIndex(({ key }) => key.length !== parsed.by.length);
  if (wrong >= 0) {
    const found = `${String(parsed.cells[wrong]?.key.length)} parts`;
    const expected = `${String(parsed.by.length)} parts, one per dimension of by`;
    return { ok: false, problem: { path: `cells[${String(wrong)}].key`, expected, found } };
  }
  return { ok: true, aggregate: parsed };
}
