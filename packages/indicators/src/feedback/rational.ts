/** A fraction of whole numbers; the denominator is above zero. Kept exact until a number is asked for. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws {RangeError} where a part is no whole number, or the denominator is zero */
export function rational(numerator: number | bigint, denominator: number | bigint = 1): Rational {
  const above = BigInt(numerator);
  const below = BigInt(denominator);
  if (below === 0n) throw new RangeError('The denominator of a fraction is zero.');
  return below < 0n ? { numerator: -above, denominator: -below } : { numerator: above, denominator: below };
}

/**
 * The very fraction that a number is: 0.5 → 1/2, 0.1 → 3602879701896397 / 2^55.
 * @throws {RangeError} where it is infinite or no number
 */
export function exactly(value: number): Rational {
  let above = value;
  let below = 1n;
  // Doubling is exact, and every finite number becomes whole by it.
  for (; !Number.isInteger(above) && Number.isFinite(above); above *= 2) below *= 2n;
  return rational(above, below);
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws {RangeError} where `a` is zero */
export function inverseOf(a: Rational): Rational {
  return rational(a.denominator, a.numerator);
}

export function isAtLeast(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator >= b.numerator * a.denominator;
}

/** The nearest whole number, a half upwards: 0.5 → 1, −0.5 → 0. */
export function roundHalfUp(a: Rational): number {
  const above = 2n * a.numerator + a.denominator;
  const below = 2n * a.denominator;
  const cut = above / below;
  return Number(above % below < 0n ? cut - 1n : cut);
}

/** More than the 53 bits of a number, so that the division below is the only rounding. */
const BITS = 64n;

function bitsOf(value: bigint): bigint {
  return BigInt(value.toString(2).length);
}

/** The number next to the fraction, within one unit in the last place; for sizes from 10⁻²⁰⁰ to 10²⁰⁰, and 0. */
export function toNumber({ numerator, denominator }: Rational): number {
  const whole = Number(numerator);
  const parts = Number(denominator);
  if (Number.isSafeInteger(whole) && Number.isSafeInteger(parts)) return whole / parts;
  const size = numerator < 0n ? -numerator : numerator;
  const shift = BITS + bitsOf(denominator) - bitsOf(size);
  const scaled = shift >= 0n ? (size << shift) / denominator : size / (denominator << -shift);
  const value = Number(scaled) / 2 ** Number(shift);
  return numerator < 0n ? -value : value;
}
