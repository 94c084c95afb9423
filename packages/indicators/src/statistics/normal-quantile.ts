/** A share that a quantile was asked for is not between 0 and 1. */
export class QuantileRangeError extends Error {
  override readonly name = 'QuantileRangeError';
  readonly code = 'quantile-range';
  constructor(
    readonly path: string,
    readonly found: string,
  ) {
    super(`${path} must be a number above 0 and below 1, but it is ${found}`);
  }
  readonly expected = 'a number above 0 and below 1';
}

/** Throws `QuantileRangeError` where the share is not between 0 and 1. */
export function assertShare(share: number, path: string): void {
  if (!(share > 0 && share < 1)) throw new QuantileRangeError(path, String(share));
}

/** Rational functions of AS 241, highest power first. */
const centre = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ],
] as const;
const nearTail = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
] as const;
const farTail = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
] as const;

type RationalFunction = readonly [numerator: readonly number[], denominator: readonly number[]];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

function ratio([numerator, denominator]: RationalFunction, x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

/**
 * The value below which a standard normal variable falls with the given probability: `normalQuantile(0.975)` is 1.959963984540054.
 * Relative accuracy about 1e-16. Source: Wichura, M. J. (1988), Algorithm AS 241: the percentage points of the normal
 * distribution, Applied Statistics 37, 477–484, PPND16.
 * @throws {QuantileRangeError} where the probability is not between 0 and 1
 *
 * @example
 * normalQuantile(0.975).toFixed(6); // → '1.959964'
 */
export function normalQuantile(probability: number): number {
  assertShare(probability, 'probability');
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const tail = r <= 5 ? ratio(nearTail, r - 1.6) : ratio(farTail, r - 5);
  return q < 0 ? -tail : tail;
}
