import type { IsoDate } from '../days/day.js';
import type { Figure, Measure } from '../definitions/definition.js';
import type { Cell } from './indicator-table.js';
import type { Policy } from './policy.js';
import { publishAmount } from './publish-cell.js';

type TimeToEvent = Extract<Measure, { kind: 'timeToEvent' }>;

interface Steps {
  /** Cumulative incidence of the cause after each month. */
  readonly incidence: readonly number[];
  /** Months after which nobody is followed any more though some have not left. */
  readonly followed: number;
}

/** Aalen–Johansen over whole months: in a month events come before censoring. */
function stepsOf(amounts: readonly number[], { causes, upToMonths }: TimeToEvent, cause: number): Steps {
  const width = causes.length + 1;
  const wanted = causes.findIndex(({ code }) => code === cause) + 1;
  let atRisk = amounts.reduce((sum, amount) => sum + amount, 0);
  let staying = 1;
  let reached = 0;
  let followed = Infinity;
  const incidence: number[] = [];
  for (let month = 0; month <= upToMonths; month++) {
    const [censored = 0, ...events] = amounts.slice(month * width, (month + 1) * width);
    const all = events.reduce((sum, count) => sum + count, 0);
    if (atRisk > 0) {
      reached += (staying * (events[wanted - 1] ?? 0)) / atRisk;
      staying *= 1 - all / atRisk;
    } else if (staying > 0) followed = Math.min(followed, month);
    incidence.push(reached);
    atRisk -= all + censored;
  }
  return { incidence, followed };
}

/** The share that has met the cause before so many months are over; immature where nobody has been followed as long. */
export function publishIncidence(
  { n, amounts }: { readonly n: number; readonly amounts: readonly number[] },
  { cause, withinMonths }: Extract<Figure, { kind: 'incidence' }>,
  measure: Measure,
  policy: Policy,
  matures: IsoDate,
): Cell {
  if (measure.kind !== 'timeToEvent' || n === 0) return { status: 'noData' };
  const { incidence, followed } = stepsOf(amounts, measure, cause);
  if (followed < withinMonths) return { status: 'immature', matures };
  return publishAmount(n, incidence[withinMonths - 1] ?? 0, 4, policy);
}

/** The whole months after which the quantile of all have met the cause; no data where it has not been reached. */
export function publishTimeQuantile(
  { n, amounts }: { readonly n: number; readonly amounts: readonly number[] },
  { cause, quantile, decimals }: Extract<Figure, { kind: 'timeQuantile' }>,
  measure: Measure,
  policy: Policy,
): Cell {
  if (measure.kind !== 'timeToEvent' || n === 0) return { status: 'noData' };
  const month = stepsOf(amounts, measure, cause).incidence.findIndex((share) => share >= quantile);
  return month < 0 ? { status: 'noData' } : publishAmount(n, month, decimals, policy);
}
