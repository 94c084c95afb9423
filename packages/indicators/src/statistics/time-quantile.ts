import type { IncidenceStep } from './aalen-johansen.js';
import type { SurvivalStep } from './kaplan-meier.js';
import { assertShare } from './normal-quantile.js';

/**
 * When a share of all has met the cause, in whole months completed: 33 says at 33 months, before 34. `lower` and `upper` are the ends of
 * the interval; without `upper` the follow-up is too short to tell it.
 */
export type TimeQuantile =
  | { readonly status: 'reached'; readonly month: number; readonly lower?: number; readonly upper?: number }
  | { readonly status: 'notReached'; readonly lower?: number };

/** What is below by rounding alone is reached: shares of whole persons lie further apart. */
const ROUNDING = 1e-9;

interface Reached {
  readonly month: number;
  readonly share: number;
  /** Of the share. */
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

function quantileOf(steps: readonly Reached[], quantile: number): TimeQuantile {
  assertShare(quantile, 'quantile');
  const reached = (value: number | undefined): boolean => value !== undefined && value >= quantile - ROUNDING;
  const month = steps.find(({ share }) => reached(share))?.month;
  const lower = steps.find((step) => reached(step.upper))?.month;
  const upper = steps.find((step) => reached(step.lower))?.month;
  const from = lower === undefined ? {} : { lower };
  if (month === undefined) return { status: 'notReached', ...from };
  return { status: 'reached', month, ...from, ...(upper === undefined ? {} : { upper }) };
}

/**
 * The first month by which a share of all has met the cause, competing causes taken into account: it is not reached where more than the
 * rest leave otherwise. The interval ends where those of the incidence reach the share (Brookmeyer and Crowley 1982,
 * Biometrics 38, 29–41; for incidences Peng and Fine 2007, Biostatistics 8, 400–417).
 * @throws {QuantileRangeError} where the share is not between 0 and 1
 */
export function incidenceQuantile(steps: readonly IncidenceStep[], quantile: number): TimeQuantile {
  return quantileOf(
    steps.map(({ month, incidence, interval }) => ({
      month,
      share: incidence,
      lower: interval?.lower,
      upper: interval?.upper,
    })),
    quantile,
  );
}

/**
 * The first month by which a share of all has left, whatever the cause; 0.5 is the median. Where the curve runs level at just that
 * share, its first month: some programs give the middle of the level part. Interval by Brookmeyer and Crowley (1982).
 * @throws {QuantileRangeError} where the share is not between 0 and 1
 */
export function survivalQuantile(steps: readonly SurvivalStep[], quantile: number): TimeQuantile {
  return quantileOf(
    steps.map(({ month, survival, interval }) => ({
      month,
      share: 1 - survival,
      lower: interval === undefined ? undefined : 1 - interval.upper,
      upper: interval === undefined ? undefined : 1 - interval.lower,
    })),
    quantile,
  );
}
