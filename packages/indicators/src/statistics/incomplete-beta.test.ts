import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { betaTails } from './incomplete-beta.js';

/** By mpmath 1.3 with 60 digits, rounded to 17. */
const tails: readonly (readonly [a: number, b: number, x: number, lower: number, upper: number])[] = [
  [0.5, 0.5, 0.25, 1 / 3, 2 / 3],
  [2, 3, 0.1, 0.0523, 0.9477],
  [10, 0.5, 0.9, 0.15164090963470997, 0.84835909036529003],
  [50, 60, 0.4, 0.12470685834310036, 0.87529314165689964],
  [50, 60, 0.5, 0.83090729390166941, 0.16909270609833059],
  [3.5, 200, 0.01, 0.22544232940472054, 0.77455767059527946],
  [1, 1, 0.3, 0.3, 0.7],
  [300.5, 0.5, 0.999, 0.4382726856320491, 0.5617273143679509],
  [8, 3, 0.95, 0.9884964426207031, 0.011503557379296903],
];

const shape = fc.double({ min: 0.1, max: 300, noNaN: true });

describe('the incomplete beta function', () => {
  it.each(tails)('of shapes %d and %d at %d is right to 13 digits, on both sides', (a, b, x, lower, upper) => {
    expectClose(betaTails(a, b, x, 1 - x).lower, lower, 1e-13);
    expectClose(betaTails(a, b, x, 1 - x).upper, upper, 1e-13);
  });

  it('has nothing below 0 and nothing above 1', () => {
    expect(betaTails(2, 3, 0, 1)).toEqual({ lower: 0, upper: 1 });
    expect(betaTails(2, 3, 1, 0)).toEqual({ lower: 1, upper: 0 });
  });

  it('is the same from the other end', () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 1023 }), (a, b, n) => {
        const x = n / 1024;
        const { lower, upper } = betaTails(a, b, x, 1 - x);
        expect(lower + upper).toBeCloseTo(1, 14);
        expect(betaTails(b, a, 1 - x, x).upper).toBeCloseTo(lower, 12);
      }),
    );
  });
});
