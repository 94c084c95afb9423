import { foundText, type ShapeProblem } from './shape-problem.js';

/** What makes a file of one version a file of the next. */
export interface VersionStep {
  readonly from: number;
  /** What the file was called and how, for who reads the list of steps. */
  readonly name: string;
  readonly upgrade: (json: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** The versions of a kind of file that are read: `newest`, and those from which steps lead to it. */
export interface KnownVersions {
  readonly newest: number;
  /** Each from the version after the one before; the last leads to `newest`. */
  readonly steps: readonly VersionStep[];
}

export type Upgraded =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: ShapeProblem };

/**
 * A file as its newest version has it. An older one is upgraded step by step, a newer one refused: it may say what this library does not
 * understand. The newest goes through as it is, and what is no object is for its shape to refuse.
 * @param inside place of the file in another, such as `tables[0].`
 */
export function upgraded(json: unknown, { newest, steps }: KnownVersions, inside = ''): Upgraded {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { ok: true, json };
  const found: unknown = Reflect.get(json, 'schemaVersion');
  const known = [...steps.map(({ from }) => from), newest];
  const first = known.findIndex((version) => version === found);
  if (first < 0) {
    const expected = `version ${known.join(' or ')}`;
    return { ok: false, problem: { path: `${inside}schemaVersion`, expected, found: foundText(found) } };
  }
  const file = steps
    .slice(first)
    .reduce<object>((older, { from, upgrade }) => ({ ...upgrade({ ...older }), schemaVersion: from + 1 }), json);
  return { ok: true, json: file };
}
