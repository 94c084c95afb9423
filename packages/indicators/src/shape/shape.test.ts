import { describe, expect, it } from 'vitest';
import { foundText } from './shape-problem.js';
import {
  boolean,
  byStatus,
  isoDate,
  list,
  number,
  object,
  oneOf,
  optional,
  record,
  text,
  type Check,
} from './shape.js';

describe('what was found', () => {
  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [[], 'an array of 0'],
    [[1, 2], 'an array of 2'],
    ['', '""'],
    ['a'.repeat(40), `"${'a'.repeat(40)}"`],
    ['a'.repeat(41), 'a text of 41 characters'],
    [1.5, '1.5'],
    [true, 'true'],
    [{ secret: 1 }, 'an object'],
  ])('%j', (value, found) => {
    expect(foundText(value)).toBe(found);
  });
});

describe('a value is checked', () => {
  it.each<[string, Check, readonly unknown[], readonly unknown[], string]>([
    ['a text', text, ['', 'x'], [1, null, undefined, ['x']], 'string'],
    ['a number', number, [0, -1.5], ['1', null, undefined], 'number'],
    ['true or false', boolean, [true, false], ['true', 0, null, undefined], 'boolean'],
    [
      'a day',
      isoDate,
      ['2024-12-31'],
      [
        '2024-12-311',
        'x2024-12-31',
        '24-12-31',
        '2024-1-31',
        '2024-12-1',
        'abcd-12-31',
        '2024-ab-31',
        '2024-12-ab',
        20241231,
        ['2024-12-31'],
      ],
      'a date such as 2024-12-31',
    ],
    ['one of some', oneOf('a', 2), ['a', 2], ['b', '2', undefined], '"a" or 2'],
  ])('as %s', (_, check, good, bad, expected) => {
    for (const value of good) expect(check(value, 'at')).toBeUndefined();
    for (const value of bad) expect(check(value, 'at')).toEqual({ path: 'at', expected, found: foundText(value) });
  });

  it('or may be missing, but not null', () => {
    expect(optional(number)(undefined, 'at')).toBeUndefined();
    expect(optional(number)(1, 'at')).toBeUndefined();
    expect(optional(number)(null, 'at')).toEqual({ path: 'at', expected: 'number', found: 'null' });
  });

  it('as a list, and the first that is wrong is named', () => {
    const numbers = list(number);
    expect(numbers([], 'at')).toBeUndefined();
    expect(numbers([1, 2], 'at')).toBeUndefined();
    expect(numbers([1, 'x', 'y'], 'at')).toEqual({ path: 'at[1]', expected: 'number', found: '"x"' });
    for (const value of [{ length: 0 }, 'x', undefined])
      expect(numbers(value, 'at')).toEqual({ path: 'at', expected: 'array', found: foundText(value) });
  });

  it('as an object, field by field; what is not known is accepted', () => {
    const check = object<{ a: number; b?: { c: string } }>({ a: number, b: optional(object({ c: text })) });
    expect(check({ a: 1, b: { c: 'x' }, d: 1 }, '')).toBeUndefined();
    expect(check({ a: 1 }, '')).toBeUndefined();
    expect(check({}, '')).toEqual({ path: 'a', expected: 'number', found: 'nothing' });
    expect(check({ a: 1, b: {} }, '')).toEqual({ path: 'b.c', expected: 'string', found: 'nothing' });
    expect(check({ a: 'x', b: {} }, 'top')).toEqual({ path: 'top.a', expected: 'number', found: '"x"' });
    for (const value of [null, [], 'x', undefined])
      expect(check(value, 'at')).toEqual({ path: 'at', expected: 'object', found: foundText(value) });
  });

  it('as an object of any names, and the first value that is wrong is named', () => {
    const lists = record(list(number));
    expect(lists({}, 'at')).toBeUndefined();
    expect(lists({ a: [1], __proto__x: [] }, 'at')).toBeUndefined();
    expect(lists({ a: [1], b: ['x'] }, 'at')).toEqual({ path: 'at.b[0]', expected: 'number', found: '"x"' });
    expect(lists({ a: undefined }, '')).toEqual({ path: 'a', expected: 'array', found: 'nothing' });
    for (const value of [null, [], 'x', undefined])
      expect(lists(value, 'at')).toEqual({ path: 'at', expected: 'object', found: foundText(value) });
  });

  it('as one of several objects, by its status', () => {
    const check = byStatus({ value: object({ value: number }), withheld: object({ least: number }) });
    expect(check({ status: 'value', value: 1 }, 'at')).toBeUndefined();
    expect(check({ status: 'withheld', least: 1 }, 'at')).toBeUndefined();
    expect(check({ status: 'withheld', value: 1 }, 'at')).toEqual({
      path: 'at.least',
      expected: 'number',
      found: 'nothing',
    });
    const expected = '"value" or "withheld"';
    for (const status of ['hidden', 1, undefined, 'toString', 'constructor'])
      expect(check({ status, value: 1 }, 'at')).toEqual({ path: 'at.status', expected, found: foundText(status) });
    for (const value of [null, [], 'value', undefined])
      expect(check(value, 'at')).toEqual({ path: 'at', expected: 'object', found: foundText(value) });
  });
});
