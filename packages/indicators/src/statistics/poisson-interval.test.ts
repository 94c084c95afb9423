import { describe, expect, it } from 'vitest';
import { byarInterval } from './byar.js';
import { StatisticsInputError } from './errors.js';
import { exactPoissonInterval } from './exact-poisson.js';
import { QuantileRangeError } from './normal-quantile.js';
import { poissonInterval } from './poisson-interval.js';
import { rateInterval } from './rate-interval.js';

describe('the interval of a count', () => {
  it('is exact up to nine events and Byar’s from ten, at any level', () => {
    for (const level of [0.9, 0.95, 0.998]) {
      for (const count of [0, 1, 9]) {
        expect(poissonInterval(count, { level })).toEqual({
          ...exactPoissonInterval(count, { level }),
          method: 'exact',
        });
      }
      for (const count of [10, 11, 5000]) {
        expect(poissonInterval(count, { level })).toEqual({ ...byarInterval(count, { level }), method: 'byar' });
      }
    }
  });

  it('is of 95 per cent where nothing else is said', () => {
    expect(poissonInterval(7)).toEqual(poissonInterval(7, { level: 0.95 }));
    expect(poissonInterval(70)).toEqual(poissonInterval(70, { level: 0.95 }));
  });

  it('refuses what is no count, and a level that is none', () => {
    for (const count of [-1, 10.5, Number.NaN]) expect(() => poissonInterval(count)).toThrow(StatisticsInputError);
    for (const count of [5, 50]) expect(() => poissonInterval(count, { level: 95 })).toThrow(QuantileRangeError);
  });
});

describe('a rate with its interval', () => {
  it('is the count and its interval over the denominator', () => {
    // 65 in 250 years: 0.26 a year; Byar 50.163187710459454 to 82.84913854593984 (PHEindicatormethods).
    const { rate, interval, method } = rateInterval({ numerator: 65, denominator: 250 });
    expect(rate).toBe(0.26);
    expect(interval.lower).toBeCloseTo(50.163187710459454 / 250, 14);
    expect(interval.upper).toBeCloseTo(82.84913854593984 / 250, 14);
    expect(method).toBe('byar');
    const perHundred = rateInterval({ numerator: 65, denominator: 250 }, { per: 100, level: 0.8 });
    expect(perHundred.rate).toBe(26);
    expect(perHundred.interval.lower).toBeCloseTo((byarInterval(65, { level: 0.8 }).lower ?? 0) / 2.5, 12);
  });

  it('refuses what is no count, no time and no unit', () => {
    expect(() => rateInterval({ numerator: 0.5, denominator: 1 })).toThrow(
      expect.objectContaining({ path: 'rate.numerator' }),
    );
    expect(() => rateInterval({ numerator: 5, denominator: 0 })).toThrow(
      expect.objectContaining({ path: 'rate.denominator' }),
    );
    expect(() => rateInterval({ numerator: 5, denominator: 1 }, { per: 0 })).toThrow(
      expect.objectContaining({ path: 'per', found: '0' }),
    );
  });
});
