import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOf, standardDeviationOf, type Sums } from './mean.js';

function sumsOf(values: readonly number[]): Sums {
  return {
    n: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  };
}

describe('mean and standard deviation from sums', () => {
  test('grades 1, 2, 3, 5, 5 give 3.2 and 1.7888543819998317 (aipal, kehitysraportti-eivastaajia.json)', () => {
    const sums = sumsOf([1, 2, 3, 5, 5]);
    expect(meanOf(sums)).toBe(3.2);
    expect(standardDeviationOf(sums, 'sample')).toBe(1.7888543819998317);
  });

  test('the same grades as a population: √(64/5 − 3.2²) = √2.56 = 1.6', () => {
    expect(standardDeviationOf(sumsOf([1, 2, 3, 5, 5]), 'population')).toBe(1.6);
  });

  test('equal answers do not spread (aipal: 5 × 4, deviation 0)', () => {
    expect(standardDeviationOf(sumsOf([4, 4, 4, 4, 4]), 'sample')).toBe(0);
    expect(standardDeviationOf(sumsOf([4]), 'population')).toBe(0);
  });

  test('one answer is no sample, and none is nothing', () => {
    expect(standardDeviationOf(sumsOf([4]), 'sample')).toBeUndefined();
    expect(standardDeviationOf(sumsOf([]), 'population')).toBeUndefined();
    expect(meanOf(sumsOf([]))).toBeUndefined();
  });

  test('large numbers close to each other keep their deviation: 10⁷, 10⁷ + 1, 10⁷ + 2 deviate by 1', () => {
    const base = 1e7;
    expect(standardDeviationOf(sumsOf([base, base + 1, base + 2]), 'sample')).toBe(1);
  });

  test('sums of parts give the figures of the whole, in any order', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const [first, second] = [sumsOf(a), sumsOf(b)];
        const joined = {
          n: first.n + second.n,
          sum: first.sum + second.sum,
          squares: first.squares + second.squares,
        };
        const values = [...b, ...a];
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const around = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        expect(meanOf(joined)).toBeCloseTo(mean, 12);
        expect(standardDeviationOf(joined, 'sample')).toBeCloseTo(Math.sqrt(around / (values.length - 1)), 9);
        expect(standardDeviationOf(joined, 'population')).toBeCloseTo(Math.sqrt(around / values.length), 9);
      }),
    );
  });
});
