import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimumPolicy, PolicyError, vipunen } from './policy.js';
import { publishAmount, publishCount, publishShare } from './publish-cell.js';

// Source of the figures: CSCfi/antero e14a7bf3 (MIT), tabular/Keskeyttäneet ammatillinen koulutus: IF(lkm=0,BLANK(),IF(lkm<5,"1-4",MROUND(lkm,3))).
const shownByVipunen: readonly (readonly [number, number | '1-4'])[] = [
  [1, '1-4'],
  [2, '1-4'],
  [3, '1-4'],
  [4, '1-4'],
  [5, 6],
  [6, 6],
  [7, 6],
  [8, 9],
];

describe('publishing one cell', () => {
  it.each(shownByVipunen)('shows a count of %i as Vipunen does', (n, shown) => {
    expect(publishCount(n, vipunen)).toEqual(
      shown === '1-4' ? { status: 'withheld', range: { from: 1, to: 4 } } : { status: 'value', value: shown },
    );
  });

  it('makes a share of the rounded counts, so that 29 of 31 is 30 of 30', () => {
    expect(publishShare(31, 29, vipunen)).toEqual({
      status: 'value',
      value: 1,
      n: { status: 'value', value: 30 },
      x: { status: 'value', value: 30 },
    });
  });

  it('says 25–100 % where the whole is 1–4, and 1/n–4/n where the part is', () => {
    expect(publishShare(3, 2, vipunen)).toMatchObject({ status: 'withheld', range: { from: 0.25, to: 1 } });
    expect(publishShare(60, 4, vipunen)).toMatchObject({ status: 'withheld', range: { from: 1 / 60, to: 4 / 60 } });
  });

  it('withholds a magnitude of a small group without any span', () => {
    expect(publishAmount(4, 3.25, 1, vipunen)).toEqual({
      status: 'withheld',
      reason: 'primary',
      n: { status: 'withheld', range: { from: 1, to: 4 } },
    });
    expect(publishAmount(0, 0, 1, vipunen)).toMatchObject({ status: 'value', value: 0 });
  });

  it('has no share of nobody', () => {
    expect(publishShare(0, 0, vipunen)).toEqual({ status: 'noData' });
  });

  it('withholds below one’s own minimum, from both sides, and says the span', () => {
    const ten = minimumPolicy(10);
    expect(ten).toMatchObject({ id: 'minimum-10', minimum: 10, roundTo: 1 });
    for (const text of Object.values(ten.label)) expect(text).toContain('10');
    expect(publishCount(9, ten)).toEqual({ status: 'withheld', range: { from: 1, to: 9 } });
    expect(publishCount(10, ten)).toEqual({ status: 'value', value: 10 });
    expect(publishShare(9, 3, ten)).toEqual({
      status: 'withheld',
      reason: 'primary',
      n: { status: 'withheld', range: { from: 1, to: 9 } },
    });
    const n = { status: 'value', value: 100 };
    expect(publishShare(100, 9, ten)).toEqual({
      status: 'withheld',
      reason: 'primary',
      range: { from: 0.01, to: 0.09 },
      n,
    });
    expect(publishShare(100, 91, ten)).toEqual({
      status: 'withheld',
      reason: 'primary',
      range: { from: 1 - 0.09, to: 1 - 0.01 },
      n,
    });
    expect(publishShare(100, 90, ten)).toEqual({ status: 'value', value: 0.9, n, x: { status: 'value', value: 90 } });
    expect(publishShare(100, 100, ten)).toMatchObject({ status: 'value', value: 1 });
    expect(publishShare(100, 0, ten)).toMatchObject({ status: 'value', value: 0 });
  });

  it('says no span where the policy does not', () => {
    const silent = { ...vipunen, saysRange: false };
    expect(publishCount(3, silent)).toEqual({ status: 'withheld' });
    expect(publishShare(60, 4, silent)).toEqual({
      status: 'withheld',
      reason: 'primary',
      n: { status: 'value', value: 60 },
    });
    expect(publishShare(4, 4, silent)).toEqual({ status: 'withheld', reason: 'primary', n: { status: 'withheld' } });
  });

  it('gives no span to a part of nobody in a small whole, which Vipunen shows as blank', () => {
    expect(publishShare(4, 0, vipunen)).toEqual({
      status: 'withheld',
      reason: 'primary',
      n: { status: 'withheld', range: { from: 1, to: 4 } },
    });
  });

  it('does not let Vipunen’s rule hide the rest, which it does not protect', () => {
    expect(publishShare(60, 58, vipunen)).toMatchObject({ status: 'value', value: 57 / 60 });
  });

  it.each([1, 0, -5, 2.5, 1001, Number.NaN])('refuses a minimum of %d', (k) => {
    expect(() => minimumPolicy(k)).toThrow(PolicyError);
    expect(() => minimumPolicy(k)).toThrow(String(k));
  });

  it.each([2, 1000])('takes a minimum of %d', (k) => {
    expect(minimumPolicy(k).minimum).toBe(k);
  });

  it('never shows two different small counts differently, whatever the whole', () => {
    const policy = fc.oneof(fc.constant(vipunen), fc.integer({ min: 2, max: 50 }).map(minimumPolicy));
    fc.assert(
      fc.property(policy, fc.nat(200), fc.nat(200), fc.nat(200), (rule, extra, a, b) => {
        const small = (seed: number): number => 1 + (seed % (rule.minimum - 1));
        const whole = 2 * rule.minimum + extra;
        expect(publishCount(small(a), rule)).toEqual(publishCount(small(b), rule));
        expect(publishShare(whole, small(a), rule)).toEqual(publishShare(whole, small(b), rule));
        if (rule.protects.includes('rest')) {
          expect(publishShare(whole, whole - small(a), rule)).toEqual(publishShare(whole, whole - small(b), rule));
        }
      }),
    );
  });

  it('puts the true share inside the span that it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 400 }), fc.nat(400), (k, n, x) => {
        const cell = publishShare(n, x % (n + 1), minimumPolicy(k));
        if (cell.status !== 'withheld' || cell.range === undefined) return;
        const share = (x % (n + 1)) / n;
        expect(cell.range.from).toBeLessThanOrEqual(share + 1e-12);
        expect(cell.range.to).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });
});
