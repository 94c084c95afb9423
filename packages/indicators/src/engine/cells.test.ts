import { describe, expect, it } from 'vitest';
import { finishedCells, makeRoom, membersOf, newCells, positionOf, type Cells } from './cells.js';

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
