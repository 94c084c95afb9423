import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { gammaQuantile, gammaTails } from './incomplete-gamma.js';

/** P and Q by mpmath 1.3 with 60 digits, rounded to 17. */
const tails: readonly (readonly [shape: number, x: number, lower: number, upper: number])[] = [
  [0.5, 0.01, 0.11246291601828489, 0.88753708398171511],
  [0.5, 2, 0.95449973610364159, 0.045500263896358414],
  [1, 0.001, 0.00099950016662500835, 0.99900049983337499],
  [2, 30, 0.99999999999709914, 2.9008631203404541e-12],
  [3.7, 3.7, 0.56917293524719541, 0.43082706475280459],
  [9.5, 20, 0.99672768288122025, 0.0032723171187797512],
  [15.5, 15, 0.48270345068510422, 0.51729654931489578],
  [16.25, 17, 0.60478864056634977, 0.39521135943365023],
  [100, 70, 0.00043037259497989086, 0.99956962740502011],
  [100, 101, 0.55289629343451125, 0.44710370656548875],
  [1000, 1100, 0.99894067674607002, 0.0010593232539299773],
  [2000, 1900, 0.011695820381150113, 0.98830417961884989],
];

/** Roots found by mpmath 1.3 with 60 digits. Above a shape of 938 upper quantiles of some libraries are wrong. */
const quantiles: readonly (readonly [shape: number, probability: number, side: 'below' | 'above', x: number])[] = [
  [1, 0.025, 'below', 0.025317807984289877],
  [5, 0.025, 'below', 1.6234863901184206],
  [6, 0.025, 'above', 11.66833207932267],
  [2, 0.001, 'below', 0.045402017769489557],
  [10, 0.001, 'above', 22.657373309062931],
  [0.5, 0.05, 'above', 1.9207294103470629],
  [938, 0.025, 'above', 998.96886361759775],
  [1000, 0.001, 'above', 1100.5780982933146],
  [1000, 1e-12, 'below', 793.43922661707684],
];

const shape = fc.double({ min: 0.5, max: 500, noNaN: true });

describe('the incomplete gamma functions', () => {
  it.each(tails)('of shape %d at %d are right to 13 digits, the small side too', (a, x, lower, upper) => {
    expectClose(gammaTails(a, x).lower, lower, 1e-13);
    expectClose(gammaTails(a, x).upper, upper, 1e-13);
  });

  it('have nothing below 0', () => {
    expect(gammaTails(3, 0)).toEqual({ lower: 0, upper: 1 });
  });

  it('are sums of Poisson terms: at least 3 of a mean of 2 come up with 1 − 5 e⁻²', () => {
    expectClose(gammaTails(3, 2).lower, 1 - 5 * Math.exp(-2), 1e-14);
  });

  it('leave nothing over, and rise', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0.01, max: 1000, noNaN: true }), (a, x) => {
        const { lower, upper } = gammaTails(a, x);
        expect(lower + upper).toBeCloseTo(1, 14);
        expect(gammaTails(a, x * 1.1).lower).toBeGreaterThanOrEqual(lower);
      }),
    );
  });
});

describe('the gamma quantile', () => {
  it.each(quantiles)('of shape %d with %d %s is right to 14 digits', (a, probability, side, x) => {
    expectClose(gammaQuantile(a, probability, side), x, 2e-14);
  });

  it('is undone by the distribution', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 1e-9, max: 0.999, noNaN: true }), (a, probability) => {
        expectClose(gammaTails(a, gammaQuantile(a, probability, 'below')).lower, probability, 1e-11);
        expectClose(gammaTails(a, gammaQuantile(a, probability, 'above')).upper, probability, 1e-11);
      }),
    );
  });
});
