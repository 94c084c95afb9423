import * as z from 'zod/mini';
import { parseDay } from '../../days/calendar.js';
import { schemaProblem, type SchemaIssue } from '../../shape/schema-problem.js';
import { foundText, type ShapeProblem } from '../../shape/shape-problem.js';

const name = z.string().check(z.minLength(1));
const isoDate = z.string().check(z.refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== undefined));
/** In one of the languages at least; the others carry their mark. */
const text = z
  .strictObject({ fi: z.exactOptional(name), sv: z.exactOptional(name), en: z.exactOptional(name) })
  .check(z.refine((words) => Object.keys(words).length > 0));
const target = z.strictObject({
  /** Id of an indicator, and of a figure of it. */
  indicator: name,
  figure: name,
  /** Member by dimension; of all others it is for all together. */
  slice: z.exactOptional(z.record(z.string(), name)),
  /** First and last day of a window, such as a year, or of the whole table. */
  period: z.strictObject({ from: isoDate, to: isoDate }),
  /** In the figure’s unit; a share is 0–1. */
  value: z.number(),
  /** Where it stands, such as a strategy. */
  source: text,
  /** A role or a body, never a person’s name. */
  decidedBy: text,
});
const event = z.strictObject({
  date: isoDate,
  text,
  /** Ids of the indicators that it matters to; all where absent. */
  indicators: z.exactOptional(z.array(name)),
});
const file = z.strictObject({
  type: z.literal('strapetsi.targets'),
  schemaVersion: z.literal(1),
  targets: z.array(target),
  events: z.exactOptional(z.array(event)),
});

export type Target = z.infer<typeof target>;
export type TargetEvent = z.infer<typeof event>;
/** What somebody decided that figures should be, and what happened meanwhile: the content of `targets.json`. */
export type TargetList = z.infer<typeof file>;

export type ParsedTargets =
  { readonly ok: true; readonly targets: TargetList } | { readonly ok: false; readonly problem: ShapeProblem };

function expectedText({ path }: SchemaIssue): string {
  const last = path.at(-1);
  if (last === 'from' || last === 'to' || last === 'date') return 'a day such as 2026-12-31';
  if (last === 'source' || last === 'decidedBy' || last === 'text') return 'a text in fi, sv or en';
  return 'a text';
}

/**
 * Reads targets and events from JSON: every shape checked, no unknown names. Never throws.
 *
 * @example
 * const parsed = parseTargets({ type: 'strapetsi.targets', schemaVersion: 1, targets: [], events: [{ date: '2026-13-01' }] });
 * parsed.ok || parsed.problem; // → { path: 'events[0].date', expected: 'a day such as 2026-12-31', found: '"2026-13-01"' }
 */
export function parseTargets(json: unknown): ParsedTargets {
  const read = z.safeParse(file, json);
  if (!read.success) return { ok: false, problem: schemaProblem(json, read.error, 'targets', expectedText) };
  const wrong = read.data.targets.findIndex(({ period }) => period.from > period.to);
  if (wrong < 0) return { ok: true, targets: read.data };
  const { from = '', to } = read.data.targets[wrong]?.period ?? {};
  const path = `targets[${String(wrong)}].period.to`;
  return { ok: false, problem: { path, expected: `a day from ${from} on`, found: foundText(to) } };
}
