import { logLogInterval, normalScore, type Interval, type IntervalOptions } from './interval.js';
import { riskSets, type MonthCounts } from './month-counts.js';

export interface SurvivalStep {
  readonly month: number;
  readonly atRisk: number;
  /** Of any cause. */
  readonly events: number;
  readonly censored: number;
  /** The share that has met no cause by the end of the month. */
  readonly survival: number;
  /** By Greenwood's formula; absent where nobody is left. */
  readonly standardError?: number;
  readonly interval?: Interval;
}

/**
 * The share still under way after each month, whatever the cause of leaving: the product of 1 − d / n over the months.
 * Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, JASA 53, 457–481; variance by Greenwood (1926);
 * interval by log(−log). Only months with somebody at risk.
 * @throws {MonthCountsError} where the counts are not those of whole months
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 */
export function kaplanMeier(
  counts: readonly MonthCounts[],
  { level = 0.95 }: IntervalOptions = {},
): readonly SurvivalStep[] {
  const z = normalScore(level);
  let survival = 1;
  let greenwood = 0;
  return riskSets(counts).map(({ month, atRisk, censored, events: byCause }) => {
    const events = byCause.reduce((sum, count) => sum + count, 0);
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const step = { month, atRisk, events, censored, survival };
    if (survival === 0) return step;
    const standardErrorOfLog = Math.sqrt(greenwood);
    const interval = logLogInterval(survival, standardErrorOfLog, z);
    return { ...step, standardError: survival * standardErrorOfLog, ...(interval === undefined ? {} : { interval }) };
  });
}
