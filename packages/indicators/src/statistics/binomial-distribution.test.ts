import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAtLeast, binomialAtMost } from './binomial-distribution.js';

/** Term after term, from n choose 0 on. */
function sumUpTo(k: number, n: number, p: number): number {
  let choose = 1;
  let sum = 0;
  for (let i = 0; i <= k; i += 1) {
    sum += choose * p ** i * (1 - p) ** (n - i);
    choose = (choose * (n - i)) / (i + 1);
  }
  return sum;
}

describe('the binomial distribution', () => {
  it('of ten coins gives two or fewer heads 56 times of 1,024, and eight or more as often', () => {
    // 1 + 10 + 45.
    expect(binomialAtMost(2, 10, 0.5)).toBeCloseTo(56 / 1024, 15);
    expect(binomialAtLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 15);
  });

  it('is sure at its ends', () => {
    expect([binomialAtMost(-1, 4, 0.3), binomialAtMost(4, 4, 0.3)]).toEqual([0, 1]);
    expect([binomialAtLeast(0, 4, 0.3), binomialAtLeast(5, 4, 0.3)]).toEqual([1, 0]);
    expect(binomialAtMost(0, 1, 0.3)).toBeCloseTo(0.7, 15);
    expect(binomialAtLeast(1, 1, 0.3)).toBeCloseTo(0.3, 15);
  });

  it('is the sum of its terms', () => {
    const cases = fc
      .integer({ min: 1, max: 40 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(cases, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([k, n], p) => {
        expect(binomialAtMost(k, n, p)).toBeCloseTo(sumUpTo(k, n, p), 11);
        expect(binomialAtMost(k, n, p) + binomialAtLeast(k + 1, n, p)).toBeCloseTo(1, 13);
      }),
    );
  });
});
