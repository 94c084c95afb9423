import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuantileRangeError } from './normal-quantile.js';
import { sampleOf } from './sample.js';
import { differenceOfMeans } from './welch.js';

/** `sleep` of base R, Student (1908). */
const firstDrug = sampleOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
const secondDrug = sampleOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

describe('the difference of two means', () => {
  it('is as R’s t.test of sleep prints it', () => {
    // t = -1.8608, df = 17.776, p-value = 0.07939; -3.3654832 0.2054832.
    const found = differenceOfMeans(firstDrug, secondDrug);
    expect(found?.difference).toBeCloseTo(-1.58, 14);
    expect(found?.t.toFixed(4)).toBe('-1.8608');
    expect(found?.degreesOfFreedom.toFixed(3)).toBe('17.776');
    expect(found?.p.toFixed(5)).toBe('0.07939');
    expect(found?.interval.lower.toFixed(7)).toBe('-3.3654832');
    expect(found?.interval.upper.toFixed(7)).toBe('0.2054832');
  });

  it('has the degrees of freedom of both together where spreads and sizes are the same', () => {
    // 9 + 9; t = 2 / √(0.9 + 0.9).
    const found = differenceOfMeans({ n: 10, mean: 7, standardDeviation: 3 }, { n: 10, mean: 5, standardDeviation: 3 });
    expect(found?.degreesOfFreedom).toBeCloseTo(18, 12);
    expect(found?.t).toBeCloseTo(2 / Math.sqrt(1.8), 14);
  });

  it('has those of the one that varies where the other does not', () => {
    const varies = { n: 6, mean: 5, standardDeviation: 2 };
    expect(differenceOfMeans(varies, { n: 9, mean: 5, standardDeviation: 0 })?.degreesOfFreedom).toBeCloseTo(5, 14);
    expect(differenceOfMeans({ n: 9, mean: 5, standardDeviation: 0 }, varies)?.degreesOfFreedom).toBeCloseTo(5, 14);
  });

  it('is none of one number, nor where nothing varies', () => {
    const one = { n: 1, mean: 3 };
    const steady = { n: 4, mean: 3, standardDeviation: 0 };
    for (const other of [firstDrug, steady]) {
      expect(differenceOfMeans(one, other)).toBeUndefined();
      expect(differenceOfMeans(other, one)).toBeUndefined();
      expect(differenceOfMeans({ ...one, standardDeviation: 1 }, other)).toBeUndefined();
    }
    expect(differenceOfMeans(steady, { ...steady, mean: 4 })).toBeUndefined();
  });

  it('changes its sign with the order; p is below 5 % just where the interval leaves out 0', () => {
    const values = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [first, second] = [sampleOf(a), sampleOf(b)];
        const found = differenceOfMeans(first, second);
        const other = differenceOfMeans(second, first);
        if (found === undefined) return;
        expect(other?.t).toBeCloseTo(-found.t, 12);
        expect(other?.p).toBeCloseTo(found.p, 12);
        expect(other?.interval.lower).toBeCloseTo(-found.interval.upper, 12);
        const leavesOut0 = found.interval.lower > 0 || found.interval.upper < 0;
        if (Math.abs(found.p - 0.05) > 1e-9) expect(leavesOut0).toBe(found.p < 0.05);
      }),
    );
  });

  it('names the sample that is none', () => {
    expect(() => differenceOfMeans({ n: 0, mean: 1 }, firstDrug)).toThrow(expect.objectContaining({ path: 'first.n' }));
    expect(() => differenceOfMeans(firstDrug, { n: 0, mean: 1 })).toThrow(
      expect.objectContaining({ path: 'second.n' }),
    );
    expect(() => differenceOfMeans({ n: 1, mean: 1 }, firstDrug, { level: 2 })).toThrow(QuantileRangeError);
  });
});
