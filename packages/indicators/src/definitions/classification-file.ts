import * as z from 'zod/mini';
import { pathText, schemaProblem } from '../shape/schema-problem.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import type { Classification } from './classification.js';

export type ParsedClassification =
  | { readonly ok: true; readonly classification: Classification }
  | { readonly ok: false; readonly problem: ShapeProblem };

const TYPE = 'strapetsi.classification';

const text = z.exactOptional(z.string());
const label = z.object({ fi: text, sv: text, en: text });
const file = z.object({
  type: z.literal(TYPE),
  schemaVersion: z.literal(1),
  id: z.string().check(z.minLength(1)),
  version: z.string().check(z.minLength(1)),
  label,
  classes: z.array(z.object({ id: z.string().check(z.minLength(1)), label })),
  codes: z.record(z.string(), z.string()),
});

/** The first class that is twice, or code whose class is none of them. */
function inconsistency({ classes, codes }: Classification): ShapeProblem | undefined {
  const ids = new Set<string>();
  for (const [at, { id }] of classes.entries()) {
    if (ids.has(id)) return { path: `classes[${at}].id`, expected: 'a class only once', found: foundText(id) };
    ids.add(id);
  }
  for (const [code, id] of Object.entries(codes)) {
    if (!ids.has(id)) return { path: pathText(['codes', code]), expected: 'the id of a class', found: foundText(id) };
  }
  return undefined;
}

/**
 * Reads a classification from JSON of the format `strapetsi.classification`, every shape checked; every code must be in a class that
 * there is, and every class stand once. Unknown fields are dropped. Never throws.
 */
export function parseClassification(json: unknown): ParsedClassification {
  const read = z.safeParse(file, json);
  if (!read.success)
    return {
      ok: false,
      problem: schemaProblem(json, read.error, 'a classification', () => 'a text that is not empty'),
    };
  const { id, version, label: name, classes, codes } = read.data;
  const classification: Classification = { id, version, label: name, classes, codes };
  const problem = inconsistency(classification);
  return problem === undefined ? { ok: true, classification } : { ok: false, problem };
}

/** A classification as JSON of the format `strapetsi.classification`. */
export function printClassification({ id, version, label: name, classes, codes }: Classification): string {
  return `${JSON.stringify({ type: TYPE, schemaVersion: 1, id, version, label: name, classes, codes }, null, 1)}\n`;
}
