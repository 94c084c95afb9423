import type * as z from 'zod/mini';
import { foundText, type ShapeProblem } from './shape-problem.js';

export type SchemaIssue = z.core.$ZodIssue;

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** `values["limit.minimum"].value`, `cells[3].key` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    const name = String(part);
    if (!PLAIN_NAME.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    json,
  );
}

/**
 * The first thing that is wrong, said by place, expected and found. A name that is not known is the place itself.
 * @param whole what the file should be
 * @param expectedText what was expected, where a type or one of some values says it not
 */
export function schemaProblem(
  json: unknown,
  { issues: [issue] }: z.core.$ZodError,
  whole: string,
  expectedText: (issue: SchemaIssue) => string,
): ShapeProblem {
  if (issue === undefined) return { path: '', expected: whole, found: foundText(json) };
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return { path: pathText([...issue.path, name]), expected: 'a known name', found: foundText(name) };
  }
  const found = foundText(valueAt(json, issue.path));
  return { path: pathText(issue.path), expected: knownText(issue) ?? expectedText(issue), found };
}

function knownText(issue: SchemaIssue): string | undefined {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  return issue.code === 'too_big' ? `at most ${String(issue.maximum)}` : undefined;
}
