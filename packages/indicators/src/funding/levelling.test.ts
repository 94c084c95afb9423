import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelledShare, levellingCoefficient, type ChangeLimits, type ShareToLevel } from './levelling.js';

const of2026: ChangeLimits = { minimum: 0.95, maximum: 1.1 };

function coefficientOf(shares: readonly ShareToLevel[], limits = of2026): number {
  const levelling = levellingCoefficient(shares, limits);
  return levelling.status === 'solved' ? levelling.coefficient : Number.NaN;
}

/** Shares that are one whole before and after, with some new and some closed providers. */
const networks: fc.Arbitrary<readonly ShareToLevel[]> = fc
  .array(fc.record({ unlimited: fc.integer({ min: 0, max: 1000 }), previous: fc.integer({ min: 0, max: 1000 }) }), {
    minLength: 2,
    maxLength: 12,
  })
  .filter((shares) => shares.some(({ unlimited, previous }) => unlimited > 0 && previous > 0))
  .map((shares) => {
    const total = (of: keyof ShareToLevel): number => shares.reduce((sum, share) => sum + share[of], 0);
    const [unlimited, previous] = [total('unlimited'), total('previous')];
    return shares.map((share) => ({ unlimited: share.unlimited / unlimited, previous: share.previous / previous }));
  });
const limitsOfAnyYear: fc.Arbitrary<ChangeLimits> = fc.record({
  minimum: fc.double({ min: 0.8, max: 1, noNaN: true }),
  maximum: fc.double({ min: 1, max: 1.3, noNaN: true }),
});

describe('the levelling coefficient', () => {
  it('is 1 where nobody meets a limit', () => {
    expect(
      coefficientOf([
        { unlimited: 0.52, previous: 0.5 },
        { unlimited: 0.3, previous: 0.3 },
        { unlimited: 0.18, previous: 0.2 * 0.94 },
      ]),
    ).toBeCloseTo(1, 14);
  });

  it('by hand: one falls to its lower limit, and two pay for it', () => {
    // Limits 0.475–0.55, 0.285–0.33, 0.19–0.22. The third may not fall below 0.19; the others share 0.81 as 0.54 : 0.32, t = 0.81 / 0.86.
    const shares = [
      { unlimited: 0.54, previous: 0.5 },
      { unlimited: 0.32, previous: 0.3 },
      { unlimited: 0.14, previous: 0.2 },
    ];
    const t = coefficientOf(shares);
    expect(t).toBeCloseTo(0.81 / 0.86, 14);
    expect(shares.map((share) => levelledShare(share, of2026, t))).toEqual([
      expect.closeTo(0.5086046511627907, 14),
      expect.closeTo(0.3013953488372093, 14),
      0.19,
    ]);
  });

  it('by hand: one meets its upper and one its lower limit, and a third takes the rest', () => {
    // Limits 0.38–0.44, 0.38–0.44, 0.19–0.22: 0.44 and 0.38 are held, 0.18 is less than the least of the third, so all but the first are
    // at their least: 0.38 + 0.19 = 0.57, and the first takes 0.43 of 0.6: t = 0.43 / 0.6.
    const shares = [
      { unlimited: 0.6, previous: 0.4 },
      { unlimited: 0.22, previous: 0.4 },
      { unlimited: 0.18, previous: 0.2 },
    ];
    const t = coefficientOf(shares);
    expect(t).toBeCloseTo(0.43 / 0.6, 14);
    expect(shares.map((share) => levelledShare(share, of2026, t))).toEqual([expect.closeTo(0.43, 14), 0.38, 0.19]);
  });

  it('by hand: a new provider has no limits, and a provider with nothing to count keeps its least', () => {
    // Limits 0.57–0.66 and 0.38–0.44 of the old ones; the second has nothing this year and keeps 0.38. The first and the new one share
    // 0.62 as 0.9 : 0.1: 0.558 is below 0.57, so the first is held at 0.57 and the new one has 0.05: t = 0.5.
    const shares = [
      { unlimited: 0.9, previous: 0.6 },
      { unlimited: 0, previous: 0.4 },
      { unlimited: 0.1, previous: 0 },
    ];
    const t = coefficientOf(shares);
    expect(t).toBeCloseTo(0.5, 13);
    expect(shares.map((share) => levelledShare(share, of2026, t))).toEqual([0.57, 0.38, expect.closeTo(0.05, 13)]);
  });

  it('tells the smallest of several that give the same shares', () => {
    // Both are held, at 0.55 and 0.45, from t = 1.1 · 0.5 / 0.9 to 0.9 · 0.5 / 0.1.
    const shares = [
      { unlimited: 0.9, previous: 0.5 },
      { unlimited: 0.1, previous: 0.5 },
    ];
    const t = coefficientOf(shares, { minimum: 0.9, maximum: 1.1 });
    expect(t).toBeCloseTo(0.55 / 0.9, 14);
  });

  it('does not exist where the least or the most is another whole, and says what it is', () => {
    const shares = [
      { unlimited: 0.5, previous: 0.6 },
      { unlimited: 0.5, previous: 0.6 },
    ];
    expect(levellingCoefficient(shares, of2026)).toEqual({
      status: 'minimaAboveWhole',
      total: expect.closeTo(1.14, 14),
    });
    // Most of the old provider with nothing to count is its least: 1.1 · 0.5 + 0.95 · 0.5 is 1.025, but 1.1 · 0.3 + 0.95 · 0.7 is 0.995.
    const closing = [
      { unlimited: 1, previous: 0.3 },
      { unlimited: 0, previous: 0.7 },
    ];
    expect(levellingCoefficient(closing, of2026)).toEqual({
      status: 'maximaBelowWhole',
      total: expect.closeTo(0.995, 14),
    });
  });

  it('holds everybody where no change is allowed', () => {
    const shares = [
      { unlimited: 0.7, previous: 0.5 },
      { unlimited: 0.3, previous: 0.5 },
    ];
    const t = coefficientOf(shares, { minimum: 1, maximum: 1 });
    expect(shares.map((share) => levelledShare(share, { minimum: 1, maximum: 1 }, t))).toEqual([0.5, 0.5]);
  });

  it('makes one whole, within the limits, in any network', () => {
    fc.assert(
      fc.property(networks, limitsOfAnyYear, (shares, limits) => {
        const levelling = levellingCoefficient(shares, limits);
        if (levelling.status !== 'solved') {
          // There is none only where what may rise cannot make up for what is held down.
          expect(levelling.status).toBe('maximaBelowWhole');
          expect(levelling.total).toBeLessThan(1);
          return;
        }
        const levelled = shares.map((share) => levelledShare(share, limits, levelling.coefficient));
        expect(levelled.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        for (const [position, { previous }] of shares.entries()) {
          if (previous === 0) continue;
          expect(levelled[position]).toBeGreaterThanOrEqual(limits.minimum * previous - 1e-12);
          expect(levelled[position]).toBeLessThanOrEqual(limits.maximum * previous + 1e-12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never rises with a limit: a higher least or most leaves less, or needs less, to be levelled', () => {
    fc.assert(
      fc.property(
        networks,
        limitsOfAnyYear,
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        fc.constantFrom('minimum' as const, 'maximum' as const),
        (shares, limits, more, which) => {
          const higher = { ...limits, [which]: limits[which] + more };
          if (higher.minimum > 1) return;
          const [before, after] = [levellingCoefficient(shares, limits), levellingCoefficient(shares, higher)];
          if (before.status !== 'solved') return;
          expect(after.status).toBe('solved');
          if (after.status === 'solved')
            expect(after.coefficient).toBeLessThanOrEqual(before.coefficient + 1e-9 * before.coefficient);
        },
      ),
    );
  });

  it('is such that a share never falls when the coefficient rises', () => {
    fc.assert(
      fc.property(
        networks,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (shares, a, b) => {
          for (const share of shares) {
            const [low, high] = [Math.min(a, b), Math.max(a, b)];
            expect(levelledShare(share, of2026, high)).toBeGreaterThanOrEqual(levelledShare(share, of2026, low));
          }
        },
      ),
    );
  });
});
