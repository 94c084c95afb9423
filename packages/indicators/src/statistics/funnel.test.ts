import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { randomShare } from '../../testing/random-share.js';
import { StatisticsInputError } from './errors.js';
import { exactPoissonInterval } from './exact-poisson.js';
import { funnelPosition, rateFunnel, rateFunnelLimits, shareFunnel, shareFunnelLimits } from './funnel.js';
import { wilsonInterval } from './wilson.js';

const z95 = 1.959963984540054;
const z998 = 3.090232306167813;

describe('funnel limits of shares', () => {
  it('are θ ± z √(θ (1 − θ) / n)', () => {
    // √(0.8 · 0.2 / 100) = 0.04.
    const { inner, outer } = shareFunnelLimits(0.8, 100);
    expectClose(inner.lower, 0.8 - z95 * 0.04, 1e-14);
    expectClose(inner.upper, 0.8 + z95 * 0.04, 1e-14);
    expectClose(outer.lower, 0.8 - z998 * 0.04, 1e-14);
    expectClose(outer.upper, 0.8 + z998 * 0.04, 1e-14);
  });

  it('are cut at 0 and 1', () => {
    expect(shareFunnelLimits(0.1, 2).inner.lower).toBe(0);
    expect(shareFunnelLimits(0.9, 2).outer.upper).toBe(1);
    expect(shareFunnelLimits(0, 10)).toEqual({ inner: { lower: 0, upper: 0 }, outer: { lower: 0, upper: 0 } });
    expect(shareFunnelLimits(1, 10)).toEqual({ inner: { lower: 1, upper: 1 }, outer: { lower: 1, upper: 1 } });
  });

  it('are widened φ times in variance, or by τ², and never narrowed', () => {
    expectClose(shareFunnelLimits(0.5, 100, { kind: 'multiplicative', phi: 4 }).inner.upper, 0.5 + z95 * 0.1, 1e-14);
    // 0.0025 + 0.0039 = 0.08².
    expectClose(
      shareFunnelLimits(0.5, 100, { kind: 'additive', tauSquared: 0.0039 }).outer.lower,
      0.5 - z998 * 0.08,
      1e-13,
    );
    expect(shareFunnelLimits(0.5, 100, { kind: 'multiplicative', phi: 0.3 })).toEqual(shareFunnelLimits(0.5, 100));
  });

  it('leave out a share just where its Wilson interval leaves out the target', () => {
    fc.assert(
      fc.property(randomShare, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (share, target) => {
        const value = share.numerator / share.denominator;
        const { inner } = shareFunnelLimits(target, share.denominator);
        const { lower, upper } = wilsonInterval(share);
        const margin = Math.min(Math.abs(lower - target), Math.abs(upper - target));
        if (margin > 1e-9) expect(value < inner.lower || value > inner.upper).toBe(target < lower || target > upper);
      }),
    );
  });

  it('refuse what is no share and no number of persons', () => {
    for (const target of [-0.1, 1.1, Number.NaN]) {
      expect(() => shareFunnelLimits(target, 10)).toThrow(StatisticsInputError);
      expect(() => shareFunnelLimits(target, 10)).toThrow(expect.objectContaining({ path: 'target' }));
    }
    expect(() => shareFunnelLimits(0.5, 0)).toThrow(expect.objectContaining({ path: 'denominator' }));
  });
});

describe('funnel limits of rates', () => {
  /**
   * Funnels of ratios by PHEindicatormethods, in the test data of its Python sister PHStatsMethods (8ec5866): events, and the expected
   * counts at which they lie just at the lower limit and just at the upper, 95 % and 99.8 %. It stops its search at 2 · 10⁻⁷ or so.
   */
  const byPhe: readonly (readonly [
    events: number,
    atLower95: number,
    atUpper95: number,
    atLower998: number,
    atUpper998: number,
  ])[] = [
    [1, 5.571644585, 0.025317898, 9.233410143, 0.001000547],
    [5, 11.6683331, 1.623486324, 16.45474478, 0.739371928],
    [20, 30.88838097, 12.21651877, 38.04188668, 8.958211233],
    [100, 121.6268111, 81.36400699, 134.9243187, 71.92139974],
    [716, 770.4222128, 664.5083011, 802.60414, 636.1521174],
  ];

  it.each(byPhe)('of %d events are as PHEindicatormethods has them', (events, lower95, upper95, lower998, upper998) => {
    // It comes to within 10⁻⁶ at one event.
    const near = events === 1 ? 6e-4 : 2e-6;
    expectClose(rateFunnelLimits(1, lower95).inner.lower * lower95, events, near);
    expectClose(rateFunnelLimits(1, upper95).inner.upper * upper95, events, near);
    expectClose(rateFunnelLimits(1, lower998).outer.lower * lower998, events, near);
    expectClose(rateFunnelLimits(1, upper998).outer.upper * upper998, events, near);
  });

  it('are where the exact interval of the count ends at what is expected', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 1000 }), (count, years) => {
        const { lower, upper } = exactPoissonInterval(count);
        expectClose(rateFunnelLimits(lower / years, years).inner.upper, count / years, 1e-10);
        expectClose(rateFunnelLimits(upper / years, years).inner.lower, count / years, 1e-10);
      }),
    );
  });

  it('are 0 below where no event at all is no surprise', () => {
    // e⁻³·⁶ = 0.027, e⁻³·⁸ = 0.022.
    expect(rateFunnelLimits(1, 3.6).inner.lower).toBe(0);
    expect(rateFunnelLimits(1, 3.8).inner.lower).toBeGreaterThan(0);
    expect(rateFunnelLimits(0, 5)).toEqual({ inner: { lower: 0, upper: 0 }, outer: { lower: 0, upper: 0 } });
    expect(rateFunnelLimits(1e-9, 5).inner.upper).toBeGreaterThan(0);
  });

  it('are widened on the scale of the rate, cut at 0 and not above', () => {
    // θ / n = 0.04: √(4 · 0.04) = 0.4; √(0.04 + 0.05) = 0.3.
    const wider = rateFunnelLimits(4, 100, { kind: 'multiplicative', phi: 4 });
    expectClose(wider.inner.lower, 4 - z95 * 0.4, 1e-14);
    expectClose(wider.outer.upper, 4 + z998 * 0.4, 1e-14);
    expectClose(rateFunnelLimits(4, 100, { kind: 'additive', tauSquared: 0.05 }).inner.upper, 4 + z95 * 0.3, 1e-14);
    expect(rateFunnelLimits(0.1, 1, { kind: 'additive', tauSquared: 4 }).inner.lower).toBe(0);
  });

  it('refuse a target below 0 and no denominator', () => {
    expect(() => rateFunnelLimits(-1, 10)).toThrow(expect.objectContaining({ path: 'target' }));
    expect(() => rateFunnelLimits(1, 0)).toThrow(expect.objectContaining({ path: 'denominator' }));
  });
});

describe('the place in a funnel', () => {
  const limits = { inner: { lower: 4, upper: 6 }, outer: { lower: 3, upper: 7 } };
  it.each([
    [2.9, 'belowOuter'],
    [3, 'belowInner'],
    [3.9, 'belowInner'],
    [4, 'within'],
    [6, 'within'],
    [6.1, 'aboveInner'],
    [7, 'aboveInner'],
    [7.1, 'aboveOuter'],
  ] as const)('of %d is %s', (value, position) => {
    expect(funnelPosition(value, limits)).toBe(position);
  });
});

describe('a funnel of shares', () => {
  /** Half of 400 in all; √(0.25 / 100) = 0.05, so that scores are −4, 0, 0, 4. */
  const four = [30, 50, 50, 70].map((numerator) => ({ numerator, denominator: 100 }));

  it('has the share of all together as its target, and each provider in its place', () => {
    const { target, points } = shareFunnel(four);
    expect(target).toBe(0.5);
    expect(points.map(({ value, position }) => [value, position])).toEqual([
      [0.3, 'belowOuter'],
      [0.5, 'within'],
      [0.5, 'within'],
      [0.7, 'aboveOuter'],
    ]);
    expect(points[0]?.limits).toEqual(shareFunnelLimits(0.5, 100));
  });

  it('tells overdispersion, and widens for it where asked', () => {
    const found = shareFunnel(four, { winsorise: 0 });
    // 32 / 4; w = 400: (32 − 3) / (1600 − 400).
    expect(found.overdispersion.phi).toBeCloseTo(8, 12);
    expect(found.overdispersion.tauSquared).toBeCloseTo(29 / 1200, 14);
    const [multiplicative, additive] = [
      shareFunnel(four, { winsorise: 0, widen: 'multiplicative' }),
      shareFunnel(four, { winsorise: 0, widen: 'additive' }),
    ];
    expectClose(multiplicative.points[0]?.limits.inner.lower, 0.5 - z95 * 0.05 * Math.sqrt(8), 1e-12);
    expectClose(additive.points[0]?.limits.inner.lower, 0.5 - z95 * Math.sqrt(0.0025 + 29 / 1200), 1e-12);
    expect(additive.points.map(({ position }) => position)).toEqual(['within', 'within', 'within', 'within']);
  });

  it('winsorises a tenth at each end where nothing else is said', () => {
    // The tenth of −4, 0, 0, 4 is −4 + 0.3 · 4 = −2.8: φ = 2 · 7.84 / 4.
    expect(shareFunnel(four).overdispersion.phi).toBeCloseTo(3.92, 12);
  });

  it('takes a target from elsewhere', () => {
    const { target, points } = shareFunnel(four, { target: 0.4 });
    expect(target).toBe(0.4);
    expect(points.map(({ position }) => position)).toEqual(['belowInner', 'aboveInner', 'aboveInner', 'aboveOuter']);
  });

  it('has nothing to say of chance where all are at 0 or all at 1', () => {
    for (const numerator of [0, 10]) {
      const found = shareFunnel(
        [
          { numerator, denominator: 10 },
          { numerator, denominator: 10 },
        ],
        { widen: 'additive' },
      );
      expect(found.overdispersion).toEqual({ phi: 0, tauSquared: 0, scores: [0, 0] });
      expect(found.points.map(({ position }) => position)).toEqual(['within', 'within']);
    }
  });

  it('refuses none, what is no share and a target that is none', () => {
    expect(() => shareFunnel([])).toThrow(expect.objectContaining({ code: 'length', path: 'counts' }));
    expect(() => shareFunnel([{ numerator: 2, denominator: 1 }])).toThrow(
      expect.objectContaining({ path: 'shares[0].numerator' }),
    );
    expect(() => shareFunnel(four, { target: 1.2 })).toThrow(expect.objectContaining({ path: 'target' }));
  });
});

describe('a funnel of rates', () => {
  it('has the rate of all together as its target, and each provider in its place', () => {
    // 80 events in 400; 20 are expected of each: 12.22 to 30.89 is its exact interval.
    const { target, points, overdispersion } = rateFunnel(
      [5, 20, 20, 35].map((numerator) => ({ numerator, denominator: 100 })),
      { winsorise: 0 },
    );
    expect(target).toBe(0.2);
    expect(points.map(({ position }) => position)).toEqual(['belowOuter', 'within', 'within', 'aboveInner']);
    // Scores ∓15 / √20: 2 · 225 / 20 / 4.
    expect(overdispersion.phi).toBeCloseTo(5.625, 12);
  });

  it('takes ratios of observed to expected beside 1, with limits widened where asked', () => {
    const rates = [8, 16, 24].map((numerator) => ({ numerator, denominator: 16 }));
    const { points, overdispersion } = rateFunnel(rates, { target: 1, widen: 'multiplicative', winsorise: 0 });
    // Scores ∓2, 0: φ = 8 / 3; √(8/3 / 16) = 0.408.
    expect(overdispersion.phi).toBeCloseTo(8 / 3, 12);
    expectClose(points[1]?.limits.inner.upper, 1 + z95 * Math.sqrt(1 / 6), 1e-12);
  });

  it('refuses what is no rate, and a target below 0', () => {
    const rate = { numerator: 1, denominator: 1 };
    expect(() => rateFunnel([rate, { numerator: 0.5, denominator: 1 }])).toThrow(
      expect.objectContaining({ path: 'rates[1].numerator' }),
    );
    expect(() => rateFunnel([{ numerator: 1, denominator: 0 }])).toThrow(
      expect.objectContaining({ path: 'rates[0].denominator' }),
    );
    expect(() => rateFunnel([rate], { target: -1 })).toThrow(expect.objectContaining({ path: 'target' }));
  });
});
