import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { QuantileRangeError } from './normal-quantile.js';
import { tBeyond, tScore } from './students-t.js';

/** Roots of the integrated density, mpmath 1.3 with 60 digits. */
const scores: readonly (readonly [degreesOfFreedom: number, level: number, t: number])[] = [
  [1, 0.95, 12.706204736174693],
  [2, 0.95, 4.3026527297494618],
  [3, 0.9, 2.3533634348018241],
  [4.5, 0.95, 2.658912347204403],
  [9, 0.95, 2.262157162798205],
  [9, 0.998, 4.2968056627299179],
  [30, 0.5, 0.68275569332129255],
  [99.3, 0.99, 2.6262498677300876],
  [1000, 0.95, 1.9623390808264081],
  [1_000_000, 0.95, 1.9599663568141067],
];

/** By mpmath 1.3 with 60 digits. */
const beyond: readonly (readonly [t: number, degreesOfFreedom: number, p: number])[] = [
  [2.5, 3, 0.087706647008065547],
  [-2.5, 3, 0.087706647008065547],
  [0.3, 12.7, 0.76903106142097577],
  [6, 40, 4.7264551327881875e-7],
  [12, 8, 2.1438667476887712e-6],
];

describe('Student’s t', () => {
  it.each(scores)('of %d degrees of freedom at the level %d is right to 14 digits', (degreesOfFreedom, level, t) => {
    expectClose(tScore(level, degreesOfFreedom), t, 2e-14);
  });

  it.each(beyond)('of %d with %d degrees of freedom has the right p', (t, degreesOfFreedom, p) => {
    expectClose(tBeyond(t, degreesOfFreedom), p, 1e-13);
  });

  it('is as the table of Fisher and Yates has it', () => {
    // Two-sided 5 %: 5, 10, 20, 60 degrees of freedom.
    expect([5, 10, 20, 60].map((n) => tScore(0.95, n).toFixed(3))).toEqual(['2.571', '2.228', '2.086', '2.000']);
  });

  it('is everything beyond 0, and p is undone by the score', () => {
    expect(tBeyond(0, 7)).toBe(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e4, noNaN: true }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (degreesOfFreedom, level) => {
          expectClose(tBeyond(tScore(level, degreesOfFreedom), degreesOfFreedom), 1 - level, 1e-11);
        },
      ),
    );
  });

  it('refuses a level that is none', () => {
    for (const level of [0, 1, 95]) expect(() => tScore(level, 9)).toThrow(QuantileRangeError);
    expect(() => tScore(95, 9)).toThrow(expect.objectContaining({ path: 'level', found: '95' }));
  });
});
