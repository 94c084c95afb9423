const WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;
/** Real business ids are far below. */
const FIRST = 9_000_000;

/** The n-th business id that nobody has, with the right check digit: `n` from 0 to 90 000. */
export function artificialBusinessId(n: number): string {
  // Numbers whose check digit would be 10 are not given out.
  for (let number = FIRST + n * 11; ; number++) {
    const digits = String(number);
    const remainder = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
    if (remainder !== 1) return `${digits}-${remainder === 0 ? 0 : 11 - remainder}`;
  }
}
