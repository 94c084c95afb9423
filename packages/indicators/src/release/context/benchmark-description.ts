import * as z from 'zod/mini';
import { schemaProblem } from '../../shape/schema-problem.js';
import type { ShapeProblem } from '../../shape/shape-problem.js';

const name = z.string().check(z.minLength(1));
const text = z.strictObject({ fi: z.exactOptional(name), sv: z.exactOptional(name), en: z.exactOptional(name) });
const file = z.strictObject({
  type: z.literal('strapetsi.benchmark'),
  schemaVersion: z.literal(1),
  /** What the benchmark is called in charts and reports of problems. */
  id: name,
  /** Where the statistics do not say it themselves. */
  label: z.exactOptional(text),
  source: z.exactOptional(text),
  /** Names of JSON-stat files, the same dataset by language. */
  files: z.strictObject({ fi: z.exactOptional(name), sv: z.exactOptional(name), en: z.exactOptional(name) }),
  /** Which tables it is for: those of this figure that are cut by the dimensions of the mapping. */
  indicator: name,
  figure: name,
  /** Members by dimension, where it is for tables of some only. */
  only: z.exactOptional(z.record(z.string(), z.array(name))),
  mapping: z.strictObject({
    dimensions: z.record(
      z.string(),
      z.union([
        z.literal('any'),
        z.strictObject({ to: name, members: z.union([z.literal('same'), z.record(z.string(), name)]) }),
      ]),
    ),
    fixed: z.exactOptional(z.record(z.string(), name)),
    perUnit: z.exactOptional(z.number().check(z.positive())),
  }),
});

/** Somebody else’s statistics and how their cells are found for tables of ours: the content of a benchmark file. */
export type BenchmarkDescription = z.infer<typeof file>;

export type ParsedBenchmarkDescription =
  | { readonly ok: true; readonly description: BenchmarkDescription }
  | { readonly ok: false; readonly problem: ShapeProblem };

/**
 * Reads the description of a benchmark from JSON: every shape checked, no unknown names. Never throws.
 *
 * @example
 * const parsed = parseBenchmarkDescription({ type: 'strapetsi.benchmark', schemaVersion: 1, id: 'vipunen', files: {} });
 * parsed.ok || parsed.problem; // → { path: 'indicator', expected: 'string', found: 'nothing' }
 */
export function parseBenchmarkDescription(json: unknown): ParsedBenchmarkDescription {
  const read = z.safeParse(file, json);
  if (!read.success) {
    const problem = schemaProblem(json, read.error, 'a benchmark', ({ path }) =>
      path.includes('dimensions') ? '"any" or {to, members}' : 'a text, or a number above 0',
    );
    return { ok: false, problem };
  }
  const { files } = read.data;
  if (Object.keys(files).length > 0) return { ok: true, description: read.data };
  return { ok: false, problem: { path: 'files', expected: 'a file for fi, sv or en', found: 'none' } };
}
