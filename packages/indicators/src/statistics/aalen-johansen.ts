import { logLogInterval, normalScore, type Interval, type IntervalOptions } from './interval.js';
import { MonthCountsError, riskSets, type MonthCounts, type RiskSet } from './month-counts.js';

export interface IncidenceStep {
  readonly month: number;
  readonly atRisk: number;
  /** Of the cause. */
  readonly events: number;
  /** The share that has met the cause by the end of the month. */
  readonly incidence: number;
  readonly standardError: number;
  readonly interval?: Interval;
}

export interface IncidenceOptions extends IntervalOptions {
  /**
   * Which of the two is transformed for the interval: the share that has not met the cause (where absent; `cloglog` of R's etm), or the
   * incidence itself (`conf.type = "log-log"` of R's survival, Stata's stcompet). Both are in use, and differ where the incidence is not a half.
   */
  readonly logLogOf?: 'rest' | 'incidence';
}

/** A month's part in the estimate, kept for the variance. */
interface Increment {
  readonly atRisk: number;
  readonly ofAnyCause: number;
  readonly ofTheCause: number;
  /** Still under way before the month. */
  readonly survivalBefore: number;
  readonly incidence: number;
}

function increments(sets: readonly RiskSet[], cause: number): readonly Increment[] {
  let survival = 1;
  let incidence = 0;
  return sets.map(({ atRisk, events }) => {
    const ofTheCause = events[cause] ?? 0;
    const ofAnyCause = events.reduce((sum, count) => sum + count, 0);
    const survivalBefore = survival;
    incidence += (survivalBefore * ofTheCause) / atRisk;
    survival *= (atRisk - ofAnyCause) / atRisk;
    return { atRisk, ofAnyCause, ofTheCause, survivalBefore, incidence };
  });
}

/**
 * Greenwood's variance of the incidence at the last of the months: the delta method where each month is multinomial. With R the incidence
 * still to come after a month, S the share under way before it, n at risk, d of any cause, k of the cause:
 * Σ R² d / (n (n − d)) + S² k (n − k) / n³ − 2 R S k / n².
 */
function variance(months: readonly Increment[], incidence: number): number {
  return months.reduce((sum, { atRisk, ofAnyCause, ofTheCause, survivalBefore, incidence: before }) => {
    const toCome = incidence - before;
    // Where all leave, nothing is to come.
    const ofStaying = ofAnyCause === atRisk ? 0 : (toCome * toCome * ofAnyCause) / (atRisk * (atRisk - ofAnyCause));
    const ofMeeting = (survivalBefore ** 2 * ofTheCause * (atRisk - ofTheCause)) / atRisk ** 3;
    const ofBoth = (2 * toCome * survivalBefore * ofTheCause) / atRisk ** 2;
    return sum + ofStaying + ofMeeting - ofBoth;
  }, 0);
}

/**
 * The share that has met a cause after each month, where meeting another one rules it out: Σ S k / n. Unlike 1 − Kaplan–Meier of the
 * cause alone it does not take those who left for another cause as if they could still meet it.
 * Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous Markov chains based on censored observations,
 * Scandinavian Journal of Statistics 5, 141–150; variance: Andersen, Borgan, Gill and Keiding (1993), Statistical Models Based on
 * Counting Processes, IV.4.1, and Dinse and Larson (1986), Biometrika 73, 379–386; interval by log(−log) of 1 − incidence, as Beyersmann,
 * Allignol and Schumacher (2012), Competing Risks and Multistate Models with R, (4.21). With one cause it is 1 − Kaplan–Meier with its
 * interval. Only months with somebody at risk.
 *
 * @param cause position in `events`
 * @throws {MonthCountsError} where the counts are not those of whole months or there is no such cause
 * @throws {QuantileRangeError} where the level is not between 0 and 1
 */
export function aalenJohansen(
  counts: readonly MonthCounts[],
  cause: number,
  { level = 0.95, logLogOf = 'rest' }: IncidenceOptions = {},
): readonly IncidenceStep[] {
  const z = normalScore(level);
  const sets = riskSets(counts);
  const causes = counts[0]?.events.length;
  if (causes !== undefined && !(Number.isInteger(cause) && cause >= 0 && cause < causes)) {
    throw new MonthCountsError('no-such-cause', 'cause', `a position from 0 to ${String(causes - 1)}`, String(cause));
  }
  const months = increments(sets, cause);
  return sets.map(({ month, atRisk }, position) => {
    const { incidence, ofTheCause } = months[position] ?? { incidence: 0, ofTheCause: 0 };
    // Rounding may leave a variance of nothing just below 0.
    const standardError = Math.sqrt(Math.max(0, variance(months.slice(0, position + 1), incidence)));
    const interval = incidenceInterval(incidence, standardError, z, logLogOf);
    return {
      month,
      atRisk,
      events: ofTheCause,
      incidence,
      standardError,
      ...(interval === undefined ? {} : { interval }),
    };
  });
}

function incidenceInterval(
  incidence: number,
  standardError: number,
  z: number,
  logLogOf: 'rest' | 'incidence',
): Interval | undefined {
  const notMet = 1 - incidence;
  // All have met the cause: what is left is rounding.
  if (notMet < 1e-12) return undefined;
  if (logLogOf === 'incidence') return logLogInterval(incidence, standardError / incidence, z);
  const interval = logLogInterval(notMet, standardError / notMet, z);
  return interval === undefined ? undefined : { lower: 1 - interval.upper, upper: 1 - interval.lower };
}
