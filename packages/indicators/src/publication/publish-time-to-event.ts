import type { IsoDate } from '../days/day.js';
import type { Figure, Measure } from '../definitions/definition.js';
import { aalenJohansen } from '../statistics/aalen-johansen.js';
import { incidenceWithin } from '../statistics/incidence-within.js';
import { monthCountsOf, truncated, type MonthCounts } from '../statistics/month-counts.js';
import { pooled } from '../statistics/pooled.js';
import { incidenceQuantile } from '../statistics/time-quantile.js';
import type { Cell } from './indicator-table.js';
import type { Policy } from './policy.js';
import { publishAmount, publishCount } from './publish-cell.js';

interface TimedCell {
  readonly n: number;
  readonly amounts: readonly number[];
}

type TimeToEvent = Extract<Measure, { kind: 'timeToEvent' }>;

function causeAt({ causes }: TimeToEvent, cause: number): number {
  return causes.findIndex(({ code }) => code === cause);
}

/** Months joined until every count may be shown; nothing where no joining can do it. */
function publishable(counts: readonly MonthCounts[], n: number, policy: Policy): readonly MonthCounts[] | undefined {
  return publishCount(n, policy).status === 'withheld' ? undefined : pooled(counts, policy.minimum);
}

function withheld(n: number, policy: Policy): Cell {
  return { status: 'withheld', reason: 'primary', n: publishCount(n, policy) };
}

/**
 * The share that has met the cause before so many months are over, with its interval, estimated from counts that may be shown;
 * immature where nobody has been followed as long.
 */
export function publishIncidence(
  { n, amounts }: TimedCell,
  { cause, withinMonths, decimals }: Extract<Figure, { kind: 'incidence' }>,
  measure: Measure,
  policy: Policy,
  matures: IsoDate,
): Cell {
  if (measure.kind !== 'timeToEvent' || n === 0) return { status: 'noData' };
  const counts = monthCountsOf(amounts, measure.causes.length);
  const wanted = causeAt(measure, cause);
  const { status } = incidenceWithin(counts, wanted, withinMonths);
  if (status === 'noData') return { status };
  if (status === 'immature') return { status, matures };
  const shown = publishable(truncated(counts, withinMonths), n, policy);
  const last = shown === undefined ? undefined : aalenJohansen(shown, wanted).at(-1);
  if (last === undefined) return withheld(n, policy);
  const rounded = (share: number): number => Number(share.toFixed(decimals + 2));
  const interval =
    last.interval === undefined
      ? {}
      : { interval: { from: rounded(last.interval.lower), to: rounded(last.interval.upper) } };
  return { status: 'value', value: rounded(last.incidence), ...interval, n: publishCount(n, policy) };
}

/** The whole months after which the quantile of all have met the cause; no data where it has not been reached. */
export function publishTimeQuantile(
  { n, amounts }: TimedCell,
  { cause, quantile, decimals }: Extract<Figure, { kind: 'timeQuantile' }>,
  measure: Measure,
  policy: Policy,
): Cell {
  if (measure.kind !== 'timeToEvent' || n === 0) return { status: 'noData' };
  const shown = publishable(monthCountsOf(amounts, measure.causes.length), n, policy);
  if (shown === undefined) return withheld(n, policy);
  const reached = incidenceQuantile(aalenJohansen(shown, causeAt(measure, cause)), quantile);
  if (reached.status === 'notReached') return { status: 'noData' };
  const { month, lower, upper } = reached;
  const interval = lower === undefined || upper === undefined ? {} : { interval: { from: lower, to: upper } };
  const cell = publishAmount(n, month, decimals, policy);
  return cell.status === 'value' ? { ...cell, ...interval } : cell;
}
