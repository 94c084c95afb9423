import { chiSquareAbove } from './chi-square.js';
import { assertNobodyEntersLate, MonthCountsError, riskSets, type MonthCounts } from './month-counts.js';

export interface LogRankGroup {
  /** Who met it. */
  readonly observed: number;
  /** Who would have, had it happened in every group as in all together. */
  readonly expected: number;
}

export interface LogRankTest {
  readonly chiSquare: number;
  /** Groups that could be compared, less one. */
  readonly degreesOfFreedom: number;
  /** How often groups would differ as much where they do not differ. */
  readonly p: number;
  /** In the order given. */
  readonly groups: readonly LogRankGroup[];
}

export interface LogRankOptions {
  /** Position in `events`: the others count as censored. Where absent, any cause. */
  readonly cause?: number;
}

/** At one month: how many of each group are at risk, and how many meet it. */
interface Month {
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
}

/**
 * Whether it happens as fast in every group, over the whole time: the log-rank test of Mantel (1966), Cancer Chemotherapy Reports 50, 163–170,
 * as R's `survdiff`. In each month each group is expected to have its part of the events, d nₖ / n, with the variance of drawing d of n without
 * putting back, d (n − d) / (n − 1) · nₖ / n (δₖₗ − nₗ / n); χ² = (O − E)ᵀ V⁻¹ (O − E) over all groups with anything expected but one.
 * With a cause it compares what happens to those still there, not the shares that `aalenJohansen` estimates.
 * `undefined` where fewer than two groups can be compared.
 *
 * @param groups counts per month of each, all with the same causes
 * @throws {MonthCountsError} where counts are not those of whole months, causes differ, somebody enters late or there is no such cause
 *
 * @example
 * // Two of three have left by month 1 in one group, nobody of three by month 4 in the other.
 * const early = [{ month: 1, censored: 1, events: [2] }];
 * const late = [{ month: 4, censored: 3, events: [0] }];
 * // Month 1: 2 of 6 leave, 1 expected in each group; variance 2 · 4 / 5 · ½ · ½ = 0.4; (2 − 1)² / 0.4.
 * logRankTest([early, late])?.chiSquare.toFixed(6); // → '2.500000'
 */
export function logRankTest(
  groups: readonly (readonly MonthCounts[])[],
  { cause }: LogRankOptions = {},
): LogRankTest | undefined {
  const months = monthsOf(groups, cause);
  const totals = groups.map((_, group) => ({
    observed: months.reduce((sum, { events }) => sum + (events[group] ?? 0), 0),
    expected: months.reduce((sum, month) => sum + expectedIn(month, group), 0),
  }));
  const compared = totals.flatMap(({ expected }, group) => (expected > 0 ? [group] : []));
  const kept = compared.slice(0, -1);
  if (kept.length === 0) return undefined;
  const excess = kept.map((group) => (totals[group]?.observed ?? 0) - (totals[group]?.expected ?? 0));
  const covariance = kept.map((row) =>
    kept.map((column) => months.reduce((sum, month) => sum + covarianceIn(month, row, column), 0)),
  );
  const chiSquare = quadraticForm(covariance, excess);
  if (chiSquare === undefined) return undefined;
  return { chiSquare, degreesOfFreedom: kept.length, p: chiSquareAbove(chiSquare, kept.length), groups: totals };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function expectedIn({ atRisk, events }: Month, group: number): number {
  return (total(events) * (atRisk[group] ?? 0)) / total(atRisk);
}

function covarianceIn({ atRisk, events }: Month, row: number, column: number): number {
  const [n, d] = [total(atRisk), total(events)];
  if (n === 1) return 0;
  const [ofRow, ofColumn] = [(atRisk[row] ?? 0) / n, (atRisk[column] ?? 0) / n];
  return ((d * (n - d)) / (n - 1)) * ofRow * ((row === column ? 1 : 0) - ofColumn);
}

/** The months in which something happens in any group. */
function monthsOf(groups: readonly (readonly MonthCounts[])[], cause: number | undefined): readonly Month[] {
  const first = groups.find((counts) => counts.length > 0);
  const sets = groups.map((counts, group) => {
    assertComparable(counts, first, `groups[${String(group)}]`, cause);
    return riskSets(counts);
  });
  const met = (events: readonly number[]): number => (cause === undefined ? total(events) : (events[cause] ?? 0));
  const happening = new Set(
    sets.flatMap((months) => months.filter(({ events }) => met(events) > 0).map(({ month }) => month)),
  );
  return [...happening].map((month) => ({
    // The first month listed from here on has the same at risk: nobody leaves in between.
    atRisk: sets.map((months) => months.find((one) => one.month >= month)?.atRisk ?? 0),
    events: sets.map((months) => met(months.find((one) => one.month === month)?.events ?? [])),
  }));
}

function assertComparable(
  counts: readonly MonthCounts[],
  first: readonly MonthCounts[] | undefined,
  path: string,
  cause: number | undefined,
): void {
  assertNobodyEntersLate(counts, path);
  const causes = counts[0]?.events.length;
  const expected = first?.[0]?.events.length ?? causes;
  if (causes !== expected && causes !== undefined) {
    throw new MonthCountsError('causes', `${path}[0].events`, `${String(expected)} causes`, String(causes));
  }
  if (cause === undefined || causes === undefined || (Number.isInteger(cause) && cause >= 0 && cause < causes)) return;
  throw new MonthCountsError('no-such-cause', 'cause', `a position from 0 to ${String(causes - 1)}`, String(cause));
}

/** xᵀ A⁻¹ x of a symmetric positive definite A, by its Cholesky factor; `undefined` where A has no inverse. */
function quadraticForm(matrix: readonly (readonly number[])[], x: readonly number[]): number | undefined {
  const rows: number[][] = [];
  const solved: number[] = [];
  for (const [i, row] of matrix.entries()) {
    const factor: number[] = [];
    for (let j = 0; j < i; j += 1) {
      const other = rows[j] ?? [];
      factor.push(((row[j] ?? 0) - product(factor, other)) / (other[j] ?? 1));
    }
    const pivot = (row[i] ?? 0) - product(factor, factor);
    // What is left of a pivot by rounding is none.
    if (!(pivot > 1e-12 * (row[i] ?? 0))) return undefined;
    solved.push(((x[i] ?? 0) - product(factor, solved)) / Math.sqrt(pivot));
    rows.push([...factor, Math.sqrt(pivot)]);
  }
  return product(solved, solved);
}

/** Σ aᵢ bᵢ over the shorter of the two. */
function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, position) => sum + value * (b[position] ?? 0), 0);
}
