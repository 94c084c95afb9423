import type * as z from 'zod/mini';
import { foundText, type ShapeProblem } from '../shape/shape-problem.js';

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    // A coefficient's id has a point of its own.
    const name = String(part);
    if (name.includes('.')) return `${text}["${name}"]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    json,
  );
}

function expectedText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'invalid_format':
      return 'a date such as 2026-12-31';
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `at least ${String(issue.minimum)}`
        : `at least ${String(issue.minimum)} characters or parts`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    case 'invalid_union':
      return 'one of the forms that the documentation names';
    default:
      return 'a known name';
  }
}

/** The first thing that is wrong, said by place, expected and found. A name that is not known is the place itself. */
export function schemaProblem(json: unknown, { issues: [issue] }: z.core.$ZodError, whole: string): ShapeProblem {
  if (issue === undefined) return { path: '', expected: whole, found: foundText(json) };
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return { path: pathText([...issue.path, name]), expected: 'a known name', found: foundText(name) };
  }
  return { path: pathText(issue.path), expected: expectedText(issue), found: foundText(valueAt(json, issue.path)) };
}
