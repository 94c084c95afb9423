import { describe, expect, it } from 'vitest';
import { rootAbove0 } from './root.js';

describe('a root above 0', () => {
  it('is found above the start and below it', () => {
    const square = { value: (x: number) => x * x - 2, slope: (x: number) => 2 * x };
    expect(rootAbove0(square, 0.001)).toBeCloseTo(Math.SQRT2, 15);
    expect(rootAbove0(square, 100)).toBeCloseTo(Math.SQRT2, 15);
  });

  it('is found where Newton’s step would leap away, by halving', () => {
    // arctan (x − 3): from beyond 4.4 or so each step leads further away.
    const bent = { value: (x: number) => Math.atan(x - 3), slope: (x: number) => 1 / (1 + (x - 3) ** 2) };
    expect(rootAbove0(bent, 40)).toBeCloseTo(3, 14);
  });

  it('is found where the slope tells nothing', () => {
    expect(rootAbove0({ value: (x) => x - 5, slope: () => 0 }, 1)).toBeCloseTo(5, 13);
    expect(rootAbove0({ value: (x) => x - 5, slope: () => Number.NaN }, 64)).toBeCloseTo(5, 13);
  });
});
