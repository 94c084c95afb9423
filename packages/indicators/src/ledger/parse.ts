import { parseAggregate } from '../aggregate/parse.js';
import { parsePublished } from '../publication/parse.js';
import type { Policy } from '../publication/policy.js';
import { isoDate, list, number, object, oneOf, optional, text, type Check } from '../shape/shape.js';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';
import type { Ledger } from './ledger.js';

export type ParsedLedger =
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly problem: ShapeProblem };

const truth: Check = (value, path) =>
  typeof value === 'boolean' ? undefined : { path, expected: 'true or false', found: foundText(value) };

const policy = object<Policy>({
  id: text,
  label: object({ fi: text, sv: text, en: text }),
  reference: text,
  minimum: number,
  hidesZero: optional(truth),
  protects: list(oneOf('n', 'x', 'rest')),
  roundTo: number,
  saysRange: truth,
  dominance: optional(number),
});

const aggregate: Check = (value, path) => {
  const parsed = parseAggregate(value);
  return parsed.ok ? undefined : inside(parsed.problem, path);
};

const table: Check = (value, path) => {
  const parsed = parsePublished(value);
  return parsed.ok ? undefined : inside(parsed.problem, path);
};

function inside(problem: ShapeProblem, path: string): ShapeProblem {
  return { ...problem, path: problem.path === '' ? path : `${path}.${problem.path}` };
}

const ledger = object<Ledger>({
  type: oneOf('strapetsi.ledger'),
  schemaVersion: oneOf(1),
  entries: list(
    object<Ledger['entries'][number]>({ releasedOn: isoDate, policy, tables: list(object({ aggregate, table })) }),
  ),
});

/** Reads a ledger from a file, every shape in it checked; unknown fields are accepted. Never throws. */
export function parseLedger(json: unknown): ParsedLedger {
  const problem = ledger(json, '');
  return problem === undefined ? { ok: true, ledger: json as Ledger } : { ok: false, problem };
}
