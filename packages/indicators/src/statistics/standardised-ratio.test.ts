import { describe, expect, it } from 'vitest';
import { StatisticsInputError } from './errors.js';
import { exactPoissonInterval } from './exact-poisson.js';
import { expectedCount, standardisedRatio, type Stratum } from './standardised-ratio.js';

const stratum = (size: number, numerator: number, denominator: number): Stratum => ({
  size,
  reference: { numerator, denominator },
});

describe('the expected count of a mix', () => {
  it('is each group at the rate of the network', () => {
    // 40 · 0.6 + 10 · 0.8.
    expect(expectedCount([stratum(40, 600, 1000), stratum(10, 400, 500)])).toBe(32);
    expect(expectedCount([])).toBe(0);
  });

  it('is what was observed where the provider is the whole network', () => {
    expect(expectedCount([stratum(300, 200, 300), stratum(7, 3, 7)])).toBe(203);
  });

  it('needs no rate for a group in which the provider has nobody', () => {
    expect(expectedCount([stratum(0, 0, 0), stratum(5, 1, 2)])).toBe(2.5);
    expect(() => expectedCount([stratum(5, 1, 2), stratum(3, 0, 0)])).toThrow(
      expect.objectContaining({ code: 'number', path: 'strata[1].reference.denominator', found: '0' }),
    );
  });

  it.each([
    [stratum(-1, 1, 2), 'strata[0].size'],
    [stratum(1, -1, 2), 'strata[0].reference.numerator'],
    [stratum(1, 1, -2), 'strata[0].reference.denominator'],
    [stratum(0, Number.NaN, 2), 'strata[0].reference.numerator'],
  ])('refuses %o', (one, path) => {
    expect(() => expectedCount([one])).toThrow(StatisticsInputError);
    expect(() => expectedCount([one])).toThrow(expect.objectContaining({ path }));
  });
});

describe('the indirectly standardised ratio', () => {
  it('is observed over expected with Byar’s interval from ten events up', () => {
    // 65 events: 50.163187710459454 to 82.84913854593984 (PHEindicatormethods), over 50.
    const { ratio, interval, method } = standardisedRatio({ observed: 65, expected: 50 });
    expect(ratio).toBe(1.3);
    expect(interval.lower).toBeCloseTo(50.163187710459454 / 50, 14);
    expect(interval.upper).toBeCloseTo(82.84913854593984 / 50, 14);
    expect(method).toBe('byar');
  });

  it('is exact below, also of nothing', () => {
    const none = standardisedRatio({ observed: 0, expected: 4 }, { per: 100 });
    expect(none.ratio).toBe(0);
    expect(none.interval.lower).toBe(0);
    expect(none.interval.upper).toBeCloseTo((-Math.log(0.025) / 4) * 100, 12);
    expect(none.method).toBe('exact');
    const five = standardisedRatio({ observed: 5, expected: 4 }, { level: 0.998 });
    expect(five.interval.lower).toBe(exactPoissonInterval(5, { level: 0.998 }).lower / 4);
  });

  it('refuses what is no count and an expected count of nothing', () => {
    expect(() => standardisedRatio({ observed: 1.5, expected: 1 })).toThrow(expect.objectContaining({ path: 'count' }));
    expect(() => standardisedRatio({ observed: 1, expected: 0 })).toThrow(
      expect.objectContaining({ path: 'expected' }),
    );
    expect(() => standardisedRatio({ observed: 1, expected: 1 }, { per: -1 })).toThrow(
      expect.objectContaining({ path: 'per' }),
    );
  });
});
