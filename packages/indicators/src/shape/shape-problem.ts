import type * as z from 'zod/mini';

/** Where a JSON file of ours is not what it should be. */
export interface ShapeProblem {
  /** Path inside the JSON, such as `tables[0].cells[3].status`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

/** The type of a value and, where it is short, the value: aggregates and published tables hold no person's data. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${String(value.length)}`;
  if (typeof value === 'string')
    return value.length <= 40 ? `"${value}"` : `a text of ${String(value.length)} characters`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return 'an object';
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
      return 'a date such as 2024-12-31';
    case 'invalid_union':
      return 'one of the known kinds';
    default:
      return 'another value';
  }
}

/** The first thing that is wrong, said by place, expected and found. */
export function shapeProblem(json: unknown, error: z.core.$ZodError): ShapeProblem {
  const issue = error.issues[0];
  if (issue === undefined) return { path: '', expected: 'another value', found: foundText(json) };
  return { path: pathText(issue.path), expected: expectedText(issue), found: foundText(valueAt(json, issue.path)) };
}
