import { describe, expect, it } from 'vitest';
import { StatisticsInputError } from './errors.js';
import { meanOfNumbers, sampleOf, sum } from './sample.js';

describe('a sample', () => {
  it('is how many, their mean and the standard deviation of a sample', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: deviations −3, −1, −1, −1, 0, 0, 2, 4; 9 + 1 + 1 + 1 + 4 + 16 = 32, over 7.
    expect(sampleOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ n: 8, mean: 5, standardDeviation: Math.sqrt(32 / 7) });
  });

  it('of one number has no standard deviation, and of equal numbers 0', () => {
    expect(sampleOf([7])).toEqual({ n: 1, mean: 7 });
    expect(sampleOf([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, standardDeviation: 0 });
  });

  it('refuses none, and what is no number', () => {
    expect(() => sampleOf([])).toThrow(
      expect.objectContaining({ code: 'length', path: 'values', expected: '1 or more numbers', found: '0' }),
    );
    expect(() => sampleOf([1, Number.NaN])).toThrow(StatisticsInputError);
    expect(() => sampleOf([1, Infinity])).toThrow(expect.objectContaining({ path: 'values[1]', found: 'Infinity' }));
  });
});

describe('sums and means', () => {
  it('keep what would be lost beside a large number, whichever comes first', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum([1e100, 1, 1, -1e100])).toBe(2);
    expect(sum([])).toBe(0);
  });

  it('of equal numbers are exactly the number', () => {
    for (const value of [0.1, 1 / 3, 87.3, 1e-7, 12_345.678]) {
      for (const length of [2, 3, 7, 12, 49, 360]) {
        expect(meanOfNumbers(Array.from({ length }, () => value))).toBe(value);
      }
    }
  });
});
