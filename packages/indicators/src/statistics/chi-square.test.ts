import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { chiSquareAbove, normalBeyond } from './chi-square.js';

describe('χ² and z', () => {
  // By mpmath 1.3 with 60 digits.
  it.each([
    [0.5, 1, 0.47950012218695346],
    [11, 5, 0.051379983483069532],
    [60, 3, 5.8782307279069123e-13],
    [700, 2, 9.9295903962649793e-153],
  ])('χ² of %d with %d degrees of freedom has the right p', (chiSquare, degreesOfFreedom, p) => {
    expectClose(chiSquareAbove(chiSquare, degreesOfFreedom), p, 1e-13);
  });

  it('leave one in twenty at the numbers that everybody knows', () => {
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 15);
    expect(chiSquareAbove(5.991464547107979, 2)).toBeCloseTo(0.05, 15);
    expect(normalBeyond(1.959963984540054)).toBeCloseTo(0.05, 15);
    expect(normalBeyond(-1.959963984540054)).toBeCloseTo(0.05, 15);
    expect(normalBeyond(0)).toBe(1);
  });
});
