import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { byarInterval } from './byar.js';
import { StatisticsInputError } from './errors.js';
import { exactPoissonInterval } from './exact-poisson.js';
import { QuantileRangeError } from './normal-quantile.js';

describe('Byar’s interval', () => {
  it('of 15 events in 400 is that of x and x + 1, not of x + ½', () => {
    // 0.02097–0.06185; with x + ½ it would be 0.02191–0.06029.
    const { lower = Number.NaN, upper } = byarInterval(15);
    expect([(lower / 400).toFixed(5), (upper / 400).toFixed(5)]).toEqual(['0.02097', '0.06185']);
  });

  it('is the formula: of 36 events and z = 1.96 36 (1 − 1/324 − z/18)³ and 37 (1 − 1/333 + z / (3 √37))³', () => {
    const z = 1.959963984540054;
    const { lower, upper } = byarInterval(36);
    expectClose(lower, 36 * (1 - 1 / 324 - z / 18) ** 3, 1e-14);
    expectClose(upper, 37 * (1 - 1 / 333 + z / (3 * Math.sqrt(37))) ** 3, 1e-14);
  });

  it('comes near the exact interval from ten events up: within half a per cent', () => {
    for (const count of [10, 20, 50, 100, 1000]) {
      const [byar, exact] = [byarInterval(count), exactPoissonInterval(count)];
      expectClose(byar.lower, exact.lower, 0.005);
      expectClose(byar.upper, exact.upper, 0.005);
    }
  });

  it('has no lower end at 0, nor where the formula falls below it', () => {
    // 1 − 1/9 − 3.09/3 < 0.
    expect(byarInterval(1, { level: 0.998 })).not.toHaveProperty('lower');
    expect(byarInterval(0)).not.toHaveProperty('lower');
    // (1 − 1/9 + z/3)³.
    expectClose(byarInterval(0).upper, (1 - 1 / 9 + 1.959963984540054 / 3) ** 3, 1e-14);
  });

  it('refuses a count below 0 and a level that is none', () => {
    for (const count of [-1, Number.NaN, Infinity]) {
      expect(() => byarInterval(count)).toThrow(StatisticsInputError);
      expect(() => byarInterval(count)).toThrow(
        expect.objectContaining({ path: 'count', expected: 'a number from 0 up' }),
      );
    }
    expect(() => byarInterval(5, { level: 95 })).toThrow(QuantileRangeError);
  });
});
