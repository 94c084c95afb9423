const PRECISION = 2 ** -52;
const NEARLY_NOTHING = 1e-300;
/** A fraction near the middle of a distribution takes some √(its largest argument). */
const MOST_PARTS = 1_000_000;

/**
 * b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), evaluated forwards by Lentz's method (Lentz 1976, Applied Optics 15, 668–671; Thompson and Barnett
 * 1986 for what to do where a denominator vanishes).
 * @param part aₙ and bₙ, n from 1
 */
export function continuedFraction(
  first: number,
  part: (n: number) => readonly [numerator: number, denominator: number],
): number {
  const notNothing = (x: number): number => (Math.abs(x) < NEARLY_NOTHING ? NEARLY_NOTHING : x);
  let fraction = notNothing(first);
  let c = fraction;
  let d = 0;
  let factor = 0;
  for (let n = 1; n < MOST_PARTS && Math.abs(factor - 1) > PRECISION; n += 1) {
    const [numerator, denominator] = part(n);
    d = 1 / notNothing(denominator + numerator * d);
    c = notNothing(denominator + numerator / c);
    factor = c * d;
    fraction *= factor;
  }
  return fraction;
}
