import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { pathText, schemaProblem, valueAt } from './schema-problem.js';

describe('a place in a file', () => {
  it.each<[readonly PropertyKey[], string]>([
    [[], ''],
    [['cells'], 'cells'],
    [['cells', 3, 'key'], 'cells[3].key'],
    [[0, 'a'], '[0].a'],
    [['values', 'limit.minimum', 'value'], 'values["limit.minimum"].value'],
    [['a b'], '["a b"]'],
    [['1a'], '["1a"]'],
    [['a-'], '["a-"]'],
    [['-a'], '["-a"]'],
    [['$a_1', '_'], '$a_1._'],
    [['Z'], 'Z'],
    [[''], '[""]'],
  ])('%j is %s', (path, said) => {
    expect(pathText(path)).toBe(said);
  });

  it('holds a value, or nothing where there is no such place', () => {
    const json = { a: [{ b: 1 }, null], c: 'text' };
    expect(valueAt(json, [])).toBe(json);
    expect(valueAt(json, ['a', 0, 'b'])).toBe(1);
    expect(valueAt(json, ['a', 1])).toBeNull();
    expect(valueAt(json, ['a', 1, 'b'])).toBeUndefined();
    expect(valueAt(json, ['c', 'length'])).toBeUndefined();
    expect(valueAt(json, ['d', 'e'])).toBeUndefined();
  });
});

describe('the first thing that is wrong', () => {
  const schema = z.strictObject({
    name: z.string(),
    kind: z.enum(['a', 'b']),
    share: z.number().check(z.maximum(1), z.minimum(0)),
    parts: z.optional(z.array(z.strictObject({ id: z.string() }))),
  });
  const good = { name: 'x', kind: 'a', share: 1 };
  const problem = (json: unknown): unknown => {
    const read = z.safeParse(schema, json);
    return read.success
      ? undefined
      : schemaProblem(json, read.error, 'a description', ({ code }) => `something for ${code}`);
  };

  it.each<[unknown, string, string, string]>([
    [{ ...good, name: 1 }, 'name', 'string', '1'],
    [{ ...good, kind: 'c' }, 'kind', '"a" or "b"', '"c"'],
    [{ ...good, share: 2 }, 'share', 'at most 1', '2'],
    [{ ...good, share: -1 }, 'share', 'something for too_small', '-1'],
    [{ ...good, size: 1 }, 'size', 'a known name', '"size"'],
    [{ ...good, parts: [{ id: 'x' }, { id: 'y', 'a b': 1 }] }, 'parts[1]["a b"]', 'a known name', '"a b"'],
    [{ ...good, parts: [{}] }, 'parts[0].id', 'string', 'nothing'],
    [[], '', 'object', 'an array of 0'],
  ])('of %j is said by place, expected and found', (json, path, expected, found) => {
    expect(problem(json)).toEqual({ path, expected, found });
  });

  it('is the whole where nothing is said of a part', () => {
    expect(problem(good)).toBeUndefined();
    expect(schemaProblem('x', new z.core.$ZodError([]), 'a description', () => '')).toEqual({
      path: '',
      expected: 'a description',
      found: '"x"',
    });
  });
});
