import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatisticsInputError } from './errors.js';
import { mannKendall } from './mann-kendall.js';

describe('the trend of a series', () => {
  it('is as R’s cor.test(method = "kendall") prints it for nine tins of tuna', () => {
    // Hollander and Wolfe (1973), page 187, panel scores in the order of the Hunter L measure: T = 26, p-value = 0.1194, tau 0.4444444.
    const found = mannKendall([2.5, 4, 2.6, 3.6, 2.8, 3.1, 5.2, 5, 3.8]);
    expect(found?.s).toBe(26 - 10);
    expect(found?.tau.toFixed(7)).toBe('0.4444444');
    expect(found?.p.toFixed(4)).toBe('0.1194');
    expect(found?.method).toBe('exact');
  });

  it('counts all orders: of four numbers 1, 3, 5, 6, 5, 3, 1 have 0 to 6 falling pairs', () => {
    expect(mannKendall([1, 2, 3, 4])?.p).toBeCloseTo(2 / 24, 14);
    expect(mannKendall([4, 3, 2, 1])?.p).toBeCloseTo(2 / 24, 14);
    expect(mannKendall([1, 2, 4, 3])?.p).toBeCloseTo(8 / 24, 14);
    expect(mannKendall([2, 1, 4, 3])?.p).toBeCloseTo(18 / 24, 14);
    expect(mannKendall([2, 4, 1, 3])?.p).toBe(1);
    expect(mannKendall([1, 2])?.p).toBe(1);
  });

  it('is normal from fifty numbers on, where s of as many is z times √(n (n − 1) (2n + 5) / 18)', () => {
    const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, position) => position);
    expect(mannKendall(upTo(49))?.method).toBe('exact');
    const found = mannKendall(upTo(50));
    // 1225 / √(50 · 49 · 105 / 18).
    expect(found?.method).toBe('normal');
    expect(found?.z).toBeCloseTo(1225 / Math.sqrt((50 * 49 * 105) / 18), 12);
    expect(found?.tau).toBe(1);
  });

  it('takes less variance where numbers are equal', () => {
    // 1, 2, 2, 3: five pairs rise, one is equal; (4 · 3 · 13 − 2 · 1 · 9) / 18 = 23/3; τ-b 5 / √(6 · 5).
    const found = mannKendall([1, 2, 2, 3]);
    expect(found?.s).toBe(5);
    expect(found?.z).toBeCloseTo(5 / Math.sqrt(23 / 3), 13);
    expect(found?.tau).toBeCloseTo(5 / Math.sqrt(30), 14);
    expect(found?.method).toBe('normal');
    // Beyond ±1.80579: 0.07095.
    expect(found?.p).toBeCloseTo(0.07095, 5);
    // With 4 for 5: beyond ±1.44463, 0.14856.
    expect(mannKendall([1, 2, 2, 3], { continuity: true })?.p).toBeCloseTo(0.14856, 5);
    expect(mannKendall([1, 2, 2, 1], { continuity: true })?.p).toBe(1);
  });

  it('is none where nothing varies', () => {
    expect(mannKendall([5, 5, 5])).toBeUndefined();
  });

  it('turns with the order and does not change with the scale', () => {
    const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, (series) => {
        const found = mannKendall(series);
        const turned = mannKendall([...series].reverse());
        const cubed = mannKendall(series.map((value) => value ** 3));
        expect(cubed).toEqual(found);
        if (found === undefined) return;
        expect(turned?.s).toBe(0 - found.s);
        expect(turned?.p).toBeCloseTo(found.p, 12);
        expect(Math.abs(found.tau)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('comes near the normal p for a long series that is exact', () => {
    // 40 numbers, every fourth pair of neighbours turned round: z 8.97.
    const series = Array.from({ length: 40 }, (_, n) => (n * 17) % 41);
    const found = mannKendall(series);
    const z = found?.z ?? Number.NaN;
    // Abramowitz and Stegun (1964), 26.2.17, is off by less than 7.5 · 10⁻⁸.
    const t = 1 / (1 + 0.2316419 * Math.abs(z));
    const tail =
      (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
      t *
      (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    expect(Math.abs((found?.p ?? Number.NaN) - 2 * tail)).toBeLessThan(0.02);
  });

  it('refuses fewer than two numbers, and what is none', () => {
    expect(() => mannKendall([1])).toThrow(StatisticsInputError);
    expect(() => mannKendall([1, Number.NaN])).toThrow(expect.objectContaining({ path: 'values[1]' }));
  });
});
