import { foundText, type ShapeProblem } from './shape-problem.js';

/**
 * A shape checker of a hundred lines for what a page reads: a schema library would be a third of the bundle.
 * A check gives the first problem, or nothing; unknown fields are accepted.
 */
export type Check = (value: unknown, path: string) => ShapeProblem | undefined;

/** One check for each field of T: the compiler refuses a forgotten one. A field that T may lack is checked where it stands. */
export type Fields<T> = { readonly [K in keyof T]-?: Check };

function problem(path: string, expected: string, value: unknown): ShapeProblem {
  return { path, expected, found: foundText(value) };
}

const primitive =
  (expected: 'string' | 'number' | 'boolean'): Check =>
  (value, path) =>
    typeof value === expected ? undefined : problem(path, expected, value);

export const text: Check = primitive('string');
export const number: Check = primitive('number');
export const boolean: Check = primitive('boolean');

export const isoDate: Check = (value, path) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? undefined
    : problem(path, 'a date such as 2024-12-31', value);

export function oneOf(...allowed: readonly (string | number)[]): Check {
  const expected = allowed.map((one) => JSON.stringify(one)).join(' or ');
  return (value, path) => (allowed.some((one) => one === value) ? undefined : problem(path, expected, value));
}

/** Marks a field that may be missing. */
export function optional(check: Check): Check {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}

export function list(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return problem(path, 'array', value);
    for (const [index, item] of value.entries()) {
      const found = check(item, `${path}[${String(index)}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

export function object<T>(fields: Fields<T>): Check {
  const checks: readonly (readonly [string, Check])[] = Object.entries(fields);
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem(path, 'object', value);
    for (const [name, check] of checks) {
      const found = check(Reflect.get(value, name), path === '' ? name : `${path}.${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** An object of any names, whose values are all of one shape. */
export function record(check: Check): Check {
  return (value, path) =>
    object({})(value, path) ??
    object(Object.fromEntries(Object.keys(value as object).map((name) => [name, check])))(value, path);
}

/** One of several objects, told apart by their `status`. */
export function byStatus(kinds: Readonly<Record<string, Check>>): Check {
  const status = oneOf(...Object.keys(kinds));
  return (value, path) => {
    const notAnObject = object({})(value, path);
    if (notAnObject !== undefined || typeof value !== 'object' || value === null) return notAnObject;
    const kind: unknown = Reflect.get(value, 'status');
    const check = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return check === undefined ? status(kind, `${path}.status`) : check(value, path);
  };
}
