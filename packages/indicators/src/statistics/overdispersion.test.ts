import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StatisticsInputError } from './errors.js';
import { overdispersion, type Scored } from './overdispersion.js';

const withErrors = (standardError: number, ...values: readonly number[]): readonly Scored[] =>
  values.map((value) => ({ value, standardError }));

describe('overdispersion', () => {
  it('is worked out by hand for different errors', () => {
    // Scores 1, −1, 3: φ = 11 / 3. w = 4, 1, 1/4: Σ = 5.25, Σ w² = 17.0625; τ² = (11 − 2) / (5.25 − 3.25) = 4.5.
    const providers = [
      { value: 10.5, standardError: 0.5 },
      { value: 9, standardError: 1 },
      { value: 16, standardError: 2 },
    ];
    const { phi, tauSquared, scores } = overdispersion(providers, 10, { winsorise: 0 });
    expect(scores).toEqual([1, -1, 3]);
    expect(phi).toBeCloseTo(11 / 3, 14);
    expect(tauSquared).toBeCloseTo(4.5, 14);
  });

  it('draws in a tenth of the scores at each end unless told otherwise', () => {
    // Eleven scores −10, −4 … 4, 20: the second and the tenth are the tenths, ∓4.
    const scores = [-10, -4, -3, -2, -1, 0, 1, 2, 3, 4, 20];
    const found = overdispersion(withErrors(1, ...scores), 0);
    expect(found.scores).toEqual([-4, -4, -3, -2, -1, 0, 1, 2, 3, 4, 4]);
    // 2 (16 + 16 + 9 + 4 + 1) = 92 over 11; τ² = (92 − 10) / (11 − 1).
    expect(found.phi).toBeCloseTo(92 / 11, 13);
    expect(found.tauSquared).toBeCloseTo(8.2, 13);
    // At a quarter: (10 · 0.25 = 2.5) halfway from −3 to −2.
    expect(overdispersion(withErrors(1, ...scores), 0, { winsorise: 0.25 }).scores[0]).toBe(-2.5);
  });

  it('keeps the scores in the order given', () => {
    expect(overdispersion(withErrors(2, 9, 1, 5), 5, { winsorise: 0 }).scores).toEqual([2, -2, 0]);
  });

  it('has no variance beyond chance where there is no more than chance, or one provider', () => {
    expect(overdispersion(withErrors(1, 0.5, -0.5, 0.1), 0).tauSquared).toBe(0);
    expect(overdispersion(withErrors(1, 7), 0)).toEqual({ phi: 49, tauSquared: 0, scores: [7] });
    // φ = 2 / 3: I φ is just I − 1.
    expect(overdispersion(withErrors(1, 1, -1, 0), 0, { winsorise: 0 }).tauSquared).toBe(0);
  });

  it('is in the unit of the values: twice the unit, four times τ², the same φ', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    const standardError = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.record({ value, standardError }), { minLength: 2, maxLength: 40 }), (providers) => {
        const one = overdispersion(providers, 1);
        const two = overdispersion(
          providers.map((provider) => ({ value: 2 * provider.value, standardError: 2 * provider.standardError })),
          2,
        );
        expect(two.phi / one.phi).toBeCloseTo(1, 9);
        expect(two.tauSquared).toBeCloseTo(4 * one.tauSquared, 6);
      }),
    );
  });

  it.each([
    [[], 0, {}, 'providers'],
    [withErrors(0, 1), 0, {}, 'providers[0].standardError'],
    [withErrors(1, Number.NaN), 0, {}, 'providers[0].value'],
    [withErrors(1, 1), Number.NaN, {}, 'target'],
    [withErrors(1, 1), 0, { winsorise: 0.5 }, 'winsorise'],
    [withErrors(1, 1), 0, { winsorise: -0.1 }, 'winsorise'],
  ])('refuses %o beside %d with %o', (providers, target, options, path) => {
    expect(() => overdispersion(providers, target, options)).toThrow(StatisticsInputError);
    expect(() => overdispersion(providers, target, options)).toThrow(expect.objectContaining({ path }));
  });
});
