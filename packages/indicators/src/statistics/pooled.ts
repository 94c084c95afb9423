import { assertMonthCounts, assertNobodyEntersLate, MonthCountsError, type MonthCounts } from './month-counts.js';

/** Neighbouring months as one: what happened in any of them is known at the end of the last. */
export interface PooledMonths extends MonthCounts {
  readonly firstMonth: number;
}

/**
 * Neighbouring months joined until every count, of each cause and of the censored, is 0 or at least `minimum`: an estimate made of these
 * is a function of counts that may be published. `undefined` where no joining can do it, because a count is too small in all
 * months together.
 *
 * A month is closed as soon as it can be, from the start; the last months that cannot be closed join the ones before. Whoever knows
 * this rule learns of a month inside joined ones that some count of it lies from 1 to `minimum` − 1, and no more.
 * By the tie rule those censored in joined months are at risk to their end, so that joining makes fewer seem to leave where some are
 * censored in between; where nobody is, the last estimate is unchanged.
 * To estimate what happens within so many months, first `truncated`, then pooled.
 *
 * @param minimum smallest count that is shown: a disclosure policy's `minimum`
 * @throws {MonthCountsError} where the counts are not those of whole months, somebody enters late, or the minimum is not a whole number from 1 up
 */
export function pooled(counts: readonly MonthCounts[], minimum: number): readonly PooledMonths[] | undefined {
  assertMonthCounts(counts);
  if (!Number.isInteger(minimum) || minimum < 1) {
    throw new MonthCountsError('count', 'minimum', 'a whole number from 1 up', String(minimum));
  }
  assertNobodyEntersLate(counts, 'counts');
  const closed: PooledMonths[] = [];
  let open: PooledMonths | undefined;
  for (const month of counts) {
    open = open === undefined ? { ...month, firstMonth: month.month } : joined(open, month);
    if (!isPublishable(open, minimum)) continue;
    closed.push(open);
    open = undefined;
  }
  while (open !== undefined) {
    const before = closed.pop();
    if (before === undefined) return undefined;
    open = joined(before, open);
    if (!isPublishable(open, minimum)) continue;
    closed.push(open);
    open = undefined;
  }
  return closed;
}

function isPublishable({ censored, events }: MonthCounts, minimum: number): boolean {
  return [censored, ...events].every((count) => count === 0 || count >= minimum);
}

function joined(before: PooledMonths, after: MonthCounts): PooledMonths {
  return {
    firstMonth: before.firstMonth,
    month: after.month,
    censored: before.censored + after.censored,
    events: before.events.map((count, cause) => count + (after.events[cause] ?? 0)),
  };
}
