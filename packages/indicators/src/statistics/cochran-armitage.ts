import { normalBeyond } from './chi-square.js';
import { StatisticsInputError } from './errors.js';
import { assertNumber, assertShareOf, type Share } from './input.js';
import { sum } from './sample.js';

export interface ShareTrend {
  /** Above 0 where shares rise with the score. */
  readonly z: number;
  /** z², of one degree of freedom. */
  readonly chiSquare: number;
  /** Two-sided: how often shares would rise or fall as much where they do neither. */
  readonly p: number;
}

export interface OrderedShare extends Share {
  /** Where the group stands on its scale: 2021, 2022, …; its position where absent. */
  readonly score?: number;
}

/**
 * Whether shares rise or fall over ordered groups of different persons, such as cohorts or years of entrants: the test for trend of Cochran (1954),
 * Biometrics 10, 417–451, and Armitage (1955), Biometrics 11, 375–386, as R's `prop.trend.test`.
 * z = Σ (s − s̄) (x − n p) / √(p (1 − p) Σ n (s − s̄)²), p and s̄ over all.
 * For one figure per time, without its n, see `mannKendall`. `undefined` where all shares together are 0 or 1, or all scores the same.
 * @throws {StatisticsInputError} where there are fewer than two groups, one is no share of more than 0, or a score is no number
 *
 * @example
 * // 30, 40 and 50 of 100: p = 0.4, 20 / √(0.24 · 200).
 * const trend = cochranArmitage([30, 40, 50].map((numerator) => ({ numerator, denominator: 100 })));
 * trend?.z.toFixed(4); // → '2.8868'
 * trend?.p.toFixed(4); // → '0.0039'
 */
export function cochranArmitage(groups: readonly OrderedShare[]): ShareTrend | undefined {
  if (groups.length < 2) {
    throw new StatisticsInputError('length', 'groups', 'at least two', String(groups.length));
  }
  const scored = groups.map((group, position) => {
    const { numerator: x, denominator: n, score = position } = group;
    assertShareOf(group, `groups[${String(position)}]`);
    assertNumber(score, `groups[${String(position)}].score`);
    return { x, n, score };
  });
  const all = sum(scored.map(({ n }) => n));
  const share = sum(scored.map(({ x }) => x)) / all;
  const middle = sum(scored.map(({ n, score }) => n * score)) / all;
  const spread = sum(scored.map(({ n, score }) => n * (score - middle) ** 2));
  const variance = share * (1 - share) * spread;
  if (!(variance > 0)) return undefined;
  const z = sum(scored.map(({ x, n, score }) => (score - middle) * (x - n * share))) / Math.sqrt(variance);
  return { z, chiSquare: z * z, p: normalBeyond(z) };
}
