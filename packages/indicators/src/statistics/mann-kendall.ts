import { normalBeyond } from './chi-square.js';
import { assertNumbers } from './input.js';

export interface SeriesTrend {
  /** Pairs in which the later is higher, less those in which it is lower. */
  readonly s: number;
  /** Kendall's τ-b: 1 where it rises from time to time, −1 where it falls. */
  readonly tau: number;
  /** s / √variance, with the variance for ties. */
  readonly z: number;
  /** Two-sided: how often a series in random order would rise or fall as much. */
  readonly p: number;
  /** `exact`: over all orders of the numbers, where no two are equal and there are fewer than 50. */
  readonly method: 'exact' | 'normal';
}

export interface MannKendallOptions {
  /** Takes 1 from |s| for the normal p, as Kendall (1975) and Gilbert (1987) do and base R does not; `false` where absent. */
  readonly continuity?: boolean;
}

/** From so many on R takes the normal distribution. */
const EXACT_BELOW = 50;

/**
 * Whether a series of figures at equal steps of time rises or falls, whatever the shape: Mann (1945), Nonparametric tests against trend,
 * Econometrica 13, 245–259; Kendall (1975), Rank Correlation Methods. Variance (n (n − 1) (2n + 5) − Σ t (t − 1) (2t + 5)) / 18 over groups
 * of t equal numbers. p as R's `cor.test(times, values, method = "kendall")`: exact without ties below 50 numbers, normal otherwise.
 * It takes each time as one number and knows nothing of its n: for shares of known size `cochranArmitage` sees more.
 * Figures of one time that depend on those before (a stock of students) make p too small.
 * `undefined` where all numbers are the same.
 * @throws {StatisticsInputError} where there are fewer than two numbers, or one is not finite
 *
 * @example
 * // Of 6 pairs 5 rise and 1 falls; of the 24 orders 1 + 3 do at least as much, on both sides.
 * const trend = mannKendall([61, 63, 62, 66]);
 * trend?.s; // → 4
 * trend?.p.toFixed(4); // → '0.3333'
 */
export function mannKendall(
  values: readonly number[],
  { continuity = false }: MannKendallOptions = {},
): SeriesTrend | undefined {
  assertNumbers(values, 'values', 2);
  const n = values.length;
  const s = values.reduce(
    (sum, value, position) =>
      values.slice(position + 1).reduce((pairs, later) => pairs + Math.sign(later - value), sum),
    0,
  );
  const ties = tiesOf(values);
  const pairs = (n * (n - 1)) / 2;
  const tied = ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  if (tied === pairs) return undefined;
  const variance = (spread(n) - ties.reduce((sum, t) => sum + spread(t), 0)) / 18;
  const tau = s / Math.sqrt(pairs * (pairs - tied));
  const z = s / Math.sqrt(variance);
  if (tied === 0 && n < EXACT_BELOW) return { s, tau, z, p: exactP(n, s), method: 'exact' };
  const counted = continuity ? Math.max(0, Math.abs(s) - 1) : s;
  return { s, tau, z, p: normalBeyond(counted / Math.sqrt(variance)), method: 'normal' };
}

function spread(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

/** How many are equal, for each number that is there. */
function tiesOf(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** The share of all orders of n numbers with |s| as large; the orders by their falling pairs, number after number. */
function exactP(n: number, s: number): number {
  let shares: readonly number[] = [1];
  for (let size = 2; size <= n; size += 1) {
    const longer = new Array<number>(shares.length + size - 1).fill(0);
    for (const [falling, share] of shares.entries()) {
      for (let more = 0; more < size; more += 1) longer[falling + more] = (longer[falling + more] ?? 0) + share / size;
    }
    shares = longer;
  }
  const fallingAtMost = (shares.length - 1 - Math.abs(s)) / 2;
  const oneSide = shares.slice(0, fallingAtMost + 1).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * oneSide);
}
