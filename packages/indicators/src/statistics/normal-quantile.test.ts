import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile, QuantileRangeError } from './normal-quantile.js';

/** Roots of Φ(x) = p found with 50 digits (mpmath 1.3), rounded to 17. */
const roots: readonly (readonly [probability: number, quantile: number])[] = [
  [1e-300, -37.047096299361199],
  [1e-20, -9.2623400897984076],
  [1e-10, -6.3613409024040562],
  [0.00001, -4.2648907939228246],
  [0.001, -3.0902323061678135],
  [0.005, -2.5758293035489008],
  [0.025, -1.9599639845400542],
  [0.05, -1.6448536269514727],
  [0.075, -1.4395314709384559],
  [0.1, -1.2815515655446004],
  [0.25, -0.67448975019608174],
  [0.4, -0.25334710313579974],
  [0.6, 0.25334710313579974],
  [0.75, 0.67448975019608174],
  [0.9, 1.2815515655446006],
  [0.925, 1.4395314709384562],
  [0.95, 1.6448536269514723],
  [0.975, 1.9599639845400539],
  [0.99, 2.3263478740408408],
  [0.995, 2.5758293035489005],
  [0.9995, 3.2905267314919258],
  [0.99999, 4.2648907939238408],
];

/** Φ by its Taylor series at 0 (Abramowitz and Stegun 26.2.10), exact enough for |x| ≤ 4. */
function normalDistribution(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n += 1) {
    term *= (-x * x * (2 * n - 1)) / (2 * n * (2 * n + 1));
    sum += term;
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

describe('the normal quantile', () => {
  it.each(roots)('of %d is right to 1e-14', (probability, quantile) => {
    expect(Math.abs(normalQuantile(probability) / quantile - 1)).toBeLessThan(1e-14);
  });

  it('agrees with the check values printed with algorithm AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 14);
  });

  it('is 0 at one half', () => {
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('is undone by the distribution, summed by its series', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), (probability) => {
        expect(normalDistribution(normalQuantile(probability))).toBeCloseTo(probability, 12);
      }),
    );
  });

  it('has the same size and the other sign on the other side', () => {
    fc.assert(
      // Multiples of 2⁻²⁰, so that 1 − p is exact.
      fc.property(fc.integer({ min: 1, max: 2 ** 19 }), (n) => {
        const probability = n / 2 ** 20;
        expect(normalQuantile(1 - probability)).toBe(-normalQuantile(probability) + 0);
      }),
    );
  });

  it('refuses 0, 1 and what is no probability', () => {
    for (const probability of [0, 1, -0.1, 1.1, Number.NaN]) {
      expect(() => normalQuantile(probability)).toThrow(QuantileRangeError);
      expect(() => normalQuantile(probability)).toThrow(
        expect.objectContaining({ name: 'QuantileRangeError', path: 'probability', found: String(probability) }),
      );
    }
  });
});
