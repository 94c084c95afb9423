import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, inverseOf, isAtLeast, minus, plus, rational, roundHalfUp, times, toNumber } from './rational.js';

const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const above = fc.integer({ min: 1, max: 1_000_000 });
const fraction = fc.tuple(whole, above).map(([a, b]) => rational(a, b));

describe('fractions', () => {
  test('a half goes upwards, below zero too', () => {
    const halves = [
      rational(1, 2),
      rational(-1, 2),
      rational(67, 2),
      rational(-25, 2),
      rational(25, 2),
      rational(-3, 4),
    ];
    expect(halves.map(roundHalfUp)).toEqual([1, 0, 34, -12, 13, -1]);
  });

  test('a negative denominator moves its sign up, and zero is refused', () => {
    expect(rational(3, -4)).toEqual(rational(-3, 4));
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => inverseOf(rational(0))).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
  });

  test('a number is the fraction that it is, not the one that was written', () => {
    expect(exactly(0.625)).toEqual(rational(5, 8));
    expect(exactly(-3)).toEqual(rational(-3));
    expect(isAtLeast(exactly(0.1), rational(1, 10))).toBe(true);
    expect(isAtLeast(rational(1, 10), exactly(0.1))).toBe(false);
    expect(() => exactly(Number.NaN)).toThrow(RangeError);
    expect(() => exactly(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  test('every number of a usual size comes back as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 1e-12, max: 1e15 }), fc.boolean(), (size, below) => {
        const value = below ? -size : size;
        expect(toNumber(exactly(value))).toBe(value);
      }),
    );
    expect(toNumber(exactly(0))).toBe(0);
  });

  test('division is right where the parts are larger than numbers hold', () => {
    const third = rational(10n ** 40n, 3n * 10n ** 40n);
    expect(toNumber(third)).toBe(1 / 3);
    expect(toNumber(rational(-(10n ** 40n), 3n * 10n ** 40n))).toBe(-1 / 3);
    expect(toNumber(rational(10n ** 40n, 7n))).toBeCloseTo(1e40 / 7, -27);
  });

  test('the laws of arithmetic hold', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        const same = (x: typeof a, y: typeof a) => x.numerator * y.denominator === y.numerator * x.denominator;
        expect(same(plus(a, b), plus(b, a))).toBe(true);
        expect(same(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true);
        expect(same(minus(plus(a, b), b), a)).toBe(true);
        expect(isAtLeast(plus(a, times(b, b)), a)).toBe(true);
      }),
    );
  });
});
