import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../days/day.js';
import {
  addCode,
  addPersonDays,
  addRows,
  countRows,
  finishedCells,
  makeRoom,
  membersOf,
  newCells,
  positionOf,
  toPositions,
  type Cells,
} from './cells.js';

function add(cells: Cells, key: readonly number[], amount: number): void {
  const position = positionOf(
    cells,
    key.reduce((sum, member, at) => sum + member * (cells.steps[at] ?? 0), 0),
  );
  expect(membersOf(cells, position)).toEqual(key);
  cells.amounts[position] = (cells.amounts[position] ?? 0) + amount;
}

const held = (cells: Cells): readonly (readonly [readonly number[], number | undefined])[] =>
  finishedCells(cells).map(({ members, amounts }) => [members, amounts[0]]);

describe('cells', () => {
  it('keep what they hold when dimensions gain members', () => {
    const cells = newCells([2, 3], 1);
    add(cells, [1, 2], 5);
    add(cells, [0, 1], 7);
    expect(makeRoom(cells, [2, 3])).toBe(false);
    expect(makeRoom(cells, [2, 100])).toBe(true);
    add(cells, [1, 99], 1);
    expect(held(cells)).toEqual([
      [[0, 1], 7],
      [[1, 2], 5],
      [[1, 99], 1],
    ]);
  });

  it('get places as they are met where there could be too many, before and after growing', () => {
    const cells = newCells([3000, 3000], 1);
    expect(cells.dense).toBe(false);
    for (let i = 0; i < 3000; i++) add(cells, [i, 2999 - i], i);
    makeRoom(cells, [5000, 3000]);
    add(cells, [4999, 0], 1);
    add(cells, [2999, 0], 1);
    expect(finishedCells(cells)).toHaveLength(3000);
    expect(held(cells).find(([[first]]) => first === 2999)).toEqual([[2999, 0], 3000]);
  });

  it('go over from one way to the other when they grow', () => {
    const cells = newCells([2], 1);
    add(cells, [1], 4);
    makeRoom(cells, [4_000_000]);
    expect(cells.dense).toBe(false);
    expect(held(cells)).toEqual([[[1], 4]]);
  });
});

describe('what cells hold', () => {
  it('is given for cells that have persons, an amount other than 0, or a day from which they can be looked at', () => {
    const cells = newCells([6], 2);
    cells.n[1] = 3;
    cells.amounts[2 * 2 + 1] = -4;
    cells.matures[3] = 20_000;
    cells.n[4] = 1;
    cells.codes.set(4, new Set(['b', 'a', 'c']));
    expect(finishedCells(cells)).toEqual([
      { members: [1], n: 3, amounts: [0, 0], matures: undefined, codes: undefined },
      { members: [2], n: 0, amounts: [0, -4], matures: undefined, codes: undefined },
      { members: [3], n: 0, amounts: [0, 0], matures: 20_000, codes: undefined },
      { members: [4], n: 1, amounts: [0, 0], matures: undefined, codes: ['a', 'b', 'c'] },
    ]);
  });

  it('comes along when dimensions gain members, all of it', () => {
    const cells = newCells([2, 2], 2);
    cells.n[3] = 7;
    cells.amounts.set([5, 6], 3 * 2);
    cells.last[3] = 99;
    cells.codes.set(3, new Set(['x']));
    cells.matures[1] = 20_000;
    expect(makeRoom(cells, [3, 2])).toBe(true);
    const at = positionOf(cells, 1 * cells.steps[0]! + 1 * cells.steps[1]!);
    expect([cells.n[at], cells.amounts[at * 2], cells.amounts[at * 2 + 1], cells.last[at]]).toEqual([7, 5, 6, 99]);
    expect(finishedCells(cells)).toEqual([
      { members: [1, 0], n: 0, amounts: [0, 0], matures: 20_000, codes: undefined },
      { members: [1, 1], n: 7, amounts: [5, 6], matures: undefined, codes: ['x'] },
    ]);
    // A cell without a person has nobody as its last one.
    expect(cells.last[positionOf(cells, 0)]).toBe(-1);
  });

  it('makes room for twice as many members when a dimension has grown, and for as many as there are at first', () => {
    const cells = newCells([3, 4], 1);
    expect([cells.capacities, cells.steps]).toEqual([
      [3, 4],
      [1, 3],
    ]);
    expect(makeRoom(cells, [5, 4])).toBe(true);
    expect([cells.capacities, cells.steps]).toEqual([
      [10, 4],
      [1, 10],
    ]);
    expect(makeRoom(cells, [10, 3])).toBe(false);
    const empty = newCells([0], 1);
    makeRoom(empty, [3]);
    expect(empty.capacities).toEqual([3]);
  });

  it('is one cell without dimensions', () => {
    const cells = newCells([], 1);
    expect(makeRoom(cells, [])).toBe(false);
    cells.n[positionOf(cells, 0)] = 2;
    expect(finishedCells(cells)).toMatchObject([{ members: [], n: 2, amounts: [0] }]);
  });

  it('is refused where a sum is no exact integer any more, above nothing or below', () => {
    for (const sign of [1, -1]) {
      const cells = newCells([1], 1);
      cells.amounts[0] = sign * Number.MAX_SAFE_INTEGER;
      expect(finishedCells(cells)).toHaveLength(1);
      cells.amounts[0] = sign * 2 ** 53;
      expect(() => finishedCells(cells)).toThrow(
        expect.objectContaining({ name: 'AmountOverflowError', found: String(sign * 2 ** 53) }),
      );
    }
  });
});

describe('adding to cells', () => {
  it('finds the places of keys as they are met, and no more than are asked for', () => {
    const sparse = newCells([3000, 3000], 1);
    const places = Int32Array.of(9, 9, 9, 9, 9);
    toPositions(sparse, Float64Array.of(8, 5_000_000, 8, 0, 77), places, 4);
    expect([...places]).toEqual([0, 1, 0, 2, 9]);
    // 5,000,000 = 1666 × 3000 + 2000
    expect([0, 1, 2].map((at) => membersOf(sparse, at))).toEqual([
      [8, 0],
      [2000, 1666],
      [0, 0],
    ]);
    const dense = new Int32Array(2);
    toPositions(newCells([3], 1), Float64Array.of(2, 1), dense, 2);
    expect([...dense]).toEqual([2, 1]);
  });

  it('has room for more than 1,024 places as they are met', () => {
    const sparse = newCells([3000, 3000], 2);
    for (let key = 0; key < 1500; key++) {
      const at = positionOf(sparse, key * 5);
      sparse.n[at] = key + 1;
      sparse.amounts[at * 2 + 1] = key;
      sparse.last[at] = key;
      sparse.matures[at] = key;
    }
    const at = positionOf(sparse, 100 * 5);
    expect([sparse.n[at], sparse.amounts[at * 2 + 1], sparse.last[at], sparse.matures[at]]).toEqual([
      101, 100, 100, 100,
    ]);
    expect(finishedCells(sparse)).toHaveLength(1500);
  });

  it('days: a person once in a cell, above zero, nothing of what is missing', () => {
    const cells = newCells([2], 1);
    // Rights 0 and 1 of person 0, right 2 of person 1; the seventh row is not asked for.
    const rights = Int32Array.of(0, 0, 1, 1, 2, 2, 0);
    const positions = Int32Array.of(0, 1, 0, 0, 0, 1, 1);
    const amounts = Float64Array.of(5, 3, 2, NO_DAY, 0, -1, 100);
    addPersonDays(cells, positions, amounts, rights, Int32Array.of(0, 0, 1), 10, 6);
    expect([...cells.amounts]).toEqual([7, 2]);
    expect([...cells.n]).toEqual([1, 1]);
    expect([...cells.last]).toEqual([10, 10]);
  });

  it('rows by category, up to the first whose code has none', () => {
    const cells = newCells([2], 3);
    const table = Int32Array.of(2, -1, 0);
    expect(addRows(cells, Int32Array.of(1, 1, 0), Float64Array.of(0, 2, 2), table, 3)).toBe(-1);
    expect([...cells.amounts]).toEqual([1, 0, 0, 1, 0, 1]);
    countRows(cells);
    expect([...cells.n]).toEqual([1, 2]);
    expect(addRows(cells, Int32Array.of(0, 0, 0), Float64Array.of(2, 1, 2), table, 3)).toBe(1);
    expect(addRows(cells, Int32Array.of(0), Float64Array.of(3), table, 1)).toBe(0);
    countRows(cells);
    expect([...cells.n]).toEqual([2, 2]);
  });

  it('codes, each once in a cell', () => {
    const cells = newCells([2], 0);
    for (const [cell, code] of [
      [0, 'b'],
      [1, 'c'],
      [0, 'a'],
      [0, 'b'],
    ] as const)
      addCode(cells, cell, code);
    expect([...cells.codes].map(([cell, codes]) => [cell, ...codes])).toEqual([
      [0, 'b', 'a'],
      [1, 'c'],
    ]);
  });
});
