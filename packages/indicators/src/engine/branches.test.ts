import { describe, expect, it } from 'vitest';
import type { Expr } from '../definitions/definition.js';
import { boundOf, branchesOf, conjunction, dominated } from './branches.js';

const [a, b, c] = ['a', 'b', 'c'].map((name): Expr => ({ column: name }));
const checkpoint: Expr = { param: 'checkpoint.day' };

describe('conditions that must all hold', () => {
  it('are taken apart, however deep they stand', () => {
    expect(conjunction({ all: [a!, { all: [b!, { all: [] }, { all: [c!] }] }] })).toEqual([a, b, c]);
    expect(conjunction({ any: [a!, b!] })).toEqual([{ any: [a, b] }]);
    expect(conjunction(1)).toEqual([1]);
  });
});

describe('the smallest value over all that fit, as branches', () => {
  const when =
    (...cases: readonly (readonly [Expr, Expr])[]) =>
    (otherwise: Expr): Expr => ({ when: cases, otherwise });

  it('has one for each alternative of each case, with what must hold for all', () => {
    const value = when([{ any: [a!, b!] }, 1], [c!, 2])(3);
    expect(branchesOf({ all: [a!, { any: [b!, c!] }] }, value, 9)).toEqual([
      { conditions: [a, b, a], value: 1 },
      { conditions: [a, b, b], value: 1 },
      { conditions: [a, c, a], value: 1 },
      { conditions: [a, c, b], value: 1 },
      { conditions: [a, b, c], value: 2 },
      { conditions: [a, c, c], value: 2 },
      { conditions: [a, b], value: 3 },
      { conditions: [a, c], value: 3 },
    ]);
  });

  it('has none for a case that never holds, and no condition for one that always does', () => {
    expect(branchesOf(a!, when([0, 1], [1, 2])(3), 9)).toEqual([
      { conditions: [a], value: 2 },
      { conditions: [a], value: 3 },
    ]);
    expect(branchesOf(1, 5, 9)).toEqual([{ conditions: [], value: 5 }]);
  });

  it('has none for values that are not below what rows get otherwise', () => {
    expect(branchesOf(a!, when([b!, 1], [c!, 9])(9), 9)).toEqual([{ conditions: [a, b], value: 1 }]);
  });

  it.each<[string, Expr, number]>([
    ['a value that is no number', a!, 9],
    ['cases of which a later one is smaller', when([a!, 2], [b!, 1])(3), 9],
    ['what is otherwise smaller than a case', when([a!, 2])(1), 9],
    ['a case that is no number', when([a!, b!])(9), 9],
    ['what is otherwise no number', when([a!, 1])(b!), 9],
    ['a case above what rows get otherwise', when([a!, 1])(10), 9],
    ['a single value above it', 10, 9],
  ])('is one as a whole for %s', (_, value, otherwise) => {
    expect(branchesOf({ all: [a!, { any: [b!, c!] }] }, value, otherwise)).toEqual([
      { conditions: [a, { any: [b, c] }], value },
    ]);
  });

  it('takes equal cases one after the other, and has at most 31', () => {
    const many = (count: number): Expr => ({
      any: Array.from({ length: count }, (_, at): Expr => ({ column: `c${String(at)}` })),
    });
    expect(branchesOf(1, when([many(15), 1], [many(15), 1])(1), 9)).toHaveLength(31);
    expect(branchesOf(1, when([many(15), 1], [many(16), 1])(1), 9)).toHaveLength(1);
  });
});

describe('a bound on the day of a checkpoint', () => {
  const start: Expr = { column: 'otherPeriod.start' };
  it.each<[string, Expr, unknown]>([
    ['at or after a day', { atMost: [start, checkpoint] }, { side: 'from', day: start, beyond: 0 }],
    ['after a day', { less: [start, checkpoint] }, { side: 'from', day: start, beyond: 1 }],
    ['at or before a day', { atMost: [checkpoint, start] }, { side: 'to', day: start, beyond: 0 }],
    ['before a day', { less: [checkpoint, start] }, { side: 'to', day: start, beyond: 1 }],
    ['after a number', { less: [5, checkpoint] }, { side: 'from', day: 5, beyond: 1 }],
    ['a name that changes from one to the next', { atMost: [{ column: 'late' }, checkpoint] }, undefined],
    ['a sum with such a name', { atMost: [checkpoint, { add: [start, { column: 'late' }] }] }, undefined],
    ['something with the day on both sides', { atMost: [{ addMonths: [checkpoint, 1] }, checkpoint] }, undefined],
    ['another comparison', { equal: [start, checkpoint] }, undefined],
    ['days without a checkpoint', { atMost: [start, 5] }, undefined],
    ['a column called as the day', { atMost: [start, { column: 'checkpoint.day' }] }, undefined],
    ['another parameter', { atMost: [start, { param: 'window.start' }] }, undefined],
    ['a number', 1, undefined],
  ])('is found of %s', (_, condition, bound) => {
    expect(boundOf(condition, new Set(['late', '@checkpoint.day']))).toEqual(bound);
  });
});

describe('branches that hold whenever another does', () => {
  const cleared = (...branches: readonly (readonly [number | Expr, ...string[]])[]): readonly (readonly number[])[] =>
    [...dominated(branches.map(([value, ...rest]) => ({ value, rest })))].map((mask) =>
      branches.flatMap((_, bit) => ((mask & (1 << bit)) === 0 ? [bit] : [])),
    );

  it('come after it, ask for all that it asks for, and have no smaller value', () => {
    expect(cleared([1, 'x'], [2, 'x', 'y'], [2, 'y'], [1, 'y', 'x'])).toEqual([[1, 3], [], [], []]);
    expect(cleared([1], [1], [2, 'x'])).toEqual([[1, 2], [2], []]);
    expect(cleared([2], [1])).toEqual([[], []]);
    expect(cleared([a!, 'x'], [1, 'x'])).toEqual([[], []]);
    expect(cleared([1, 'x'], [a!, 'x'])).toEqual([[], []]);
  });
});
