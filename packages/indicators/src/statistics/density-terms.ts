/**
 * Terms of the Poisson and the binomial distribution, for real arguments, by Loader's saddle-point form: no difference of nearly equal
 * logarithms is taken, so that a term keeps some 15 digits however large its arguments.
 * Loader, C. (2000), Fast and accurate computation of binomial probabilities.
 */

/** Coefficients of Stirling's series in 1/n, 1/n³, …: B₂ₖ / (2k (2k − 1)). */
const stirlingSeries = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

/** From here on the series has 16 digits. */
const SERIES_FROM = 16;

/** What changes no digit of a sum. */
const NOTHING_MORE = 2 ** -54;

/** ln Γ(n + 1) less Stirling's formula, (n + ½) ln n − n + ½ ln 2π. Below `SERIES_FROM` by the step from n to n + 1. */
function stirlingError(n: number): number {
  if (n < SERIES_FROM) return (n + 0.5) * Math.log1p(1 / n) - 1 + stirlingError(n + 1);
  const inverseSquare = 1 / (n * n);
  return stirlingSeries.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / n;
}

/** x ln (x / m) + m − x, also where x is near m: there ln (x / m) is 2 (v + v³/3 + v⁵/5 + …), v = (x − m) / (x + m). */
function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x;
  let power = 2 * x * v;
  let sum = (x - m) * v;
  for (let odd = 3; Math.abs(power) > NOTHING_MORE * Math.abs(sum); odd += 2) {
    power *= v * v;
    sum += power / odd;
  }
  return sum;
}

/** mˣ e⁻ᵐ / Γ(x + 1), x and m above 0. */
export function poissonTerm(x: number, m: number): number {
  return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/** Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) pᵃ qᵇ, with q = 1 − p given so that it keeps its digits; all above 0. */
export function binomialTerm(a: number, b: number, p: number, q: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}
