/**
 * Who left in a whole month since the start, and why: what the measure `timeToEvent` counts. A month n holds those whose
 * n whole months had passed and whose month n + 1 had not.
 *
 * Ties: what happens in a month happens before the censoring of that month, so that those who are censored in it are at
 * risk all through it (Kaplan and Meier 1958); several events of a month happen at once.
 */
export interface MonthCounts {
  /** Of pooled months the last one. */
  readonly month: number;
  /** At risk in the month. Where absent, all who leave in it or later; to be given where some enter late. */
  readonly atRisk?: number;
  readonly censored: number;
  /** By cause, in the order of the measure's causes. */
  readonly events: readonly number[];
}

export type MonthCountsErrorCode = 'amounts' | 'count' | 'causes' | 'month-order' | 'at-risk' | 'no-such-cause';

/** Counts per month that no estimate can be made of. */
export class MonthCountsError extends Error {
  override readonly name = 'MonthCountsError';
  constructor(
    readonly code: MonthCountsErrorCode,
    readonly path: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${path}: expected ${expected}, found ${found}`);
  }
}

/** All who leave in a month. */
export function exits({ censored, events }: MonthCounts): number {
  return events.reduce((sum, count) => sum + count, censored);
}

/**
 * The amounts of a cell of `timeToEvent`, for each month one number for censored and one for each cause, as counts per month.
 * @throws {MonthCountsError} where the amounts are not whole months of whole numbers
 */
export function monthCountsOf(amounts: readonly number[], causes: number): readonly MonthCounts[] {
  const width = causes + 1;
  if (!Number.isInteger(causes) || causes < 1 || amounts.length % width !== 0) {
    const expected = `for each month ${String(width)} numbers`;
    throw new MonthCountsError('amounts', 'amounts', expected, `${String(amounts.length)} numbers`);
  }
  const counts = Array.from({ length: amounts.length / width }, (_, month) => {
    const [censored = 0, ...events] = amounts.slice(month * width, (month + 1) * width);
    return { month, censored, events };
  });
  assertMonthCounts(counts);
  return counts;
}

function assertWhole(value: number, path: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new MonthCountsError('count', path, 'a whole number from 0 up', String(value));
  }
}

/** Throws `MonthCountsError` where counts are not whole, months do not ascend, or more leave than are at risk. */
export function assertMonthCounts(counts: readonly MonthCounts[]): void {
  const causes = counts[0]?.events.length ?? 0;
  let before = -1;
  for (const [position, one] of counts.entries()) {
    const path = `counts[${String(position)}]`;
    assertWhole(one.month, `${path}.month`);
    assertWhole(one.censored, `${path}.censored`);
    for (const [cause, count] of one.events.entries()) assertWhole(count, `${path}.events[${String(cause)}]`);
    if (one.events.length !== causes || causes === 0) {
      const expected = causes === 0 ? 'at least one cause' : `${String(causes)} causes`;
      throw new MonthCountsError('causes', `${path}.events`, expected, String(one.events.length));
    }
    if (one.month <= before) {
      throw new MonthCountsError('month-order', `${path}.month`, `a month after ${String(before)}`, String(one.month));
    }
    before = one.month;
    if (one.atRisk !== undefined) assertAtRisk(one, one.atRisk, path);
  }
}

function assertAtRisk(one: MonthCounts, atRisk: number, path: string): void {
  assertWhole(atRisk, `${path}.atRisk`);
  if (atRisk < exits(one)) {
    const expected = `at least the ${String(exits(one))} who leave`;
    throw new MonthCountsError('at-risk', `${path}.atRisk`, expected, String(atRisk));
  }
}

/** A month with what is at risk in it said. */
export interface RiskSet extends MonthCounts {
  readonly atRisk: number;
}

/** The months with somebody at risk, and how many. The counts are checked. */
export function riskSets(counts: readonly MonthCounts[]): readonly RiskSet[] {
  assertMonthCounts(counts);
  let leaving = 0;
  const sets: RiskSet[] = [];
  for (const one of [...counts].reverse()) {
    leaving += exits(one);
    const atRisk = one.atRisk ?? leaving;
    if (atRisk > 0) sets.push({ ...one, atRisk });
  }
  return sets.reverse();
}

/** Throws `MonthCountsError` where numbers at risk are given: how many are still there later cannot be told from who leaves. */
export function assertNobodyEntersLate(counts: readonly MonthCounts[], path: string): void {
  const late = counts.findIndex(({ atRisk }) => atRisk !== undefined);
  if (late < 0) return;
  const at = `${path}[${String(late)}].atRisk`;
  throw new MonthCountsError('at-risk', at, 'nobody who enters late', 'numbers at risk');
}

/**
 * The first `months` months alone: who leaves later is censored in the last of them, where the tie rule keeps them at risk
 * to its end. Estimates within so many months do not change. Pool afterwards, never before.
 * @throws {MonthCountsError} where counts are not whole, months do not ascend or somebody enters late
 */
export function truncated(counts: readonly MonthCounts[], months: number): readonly MonthCounts[] {
  assertMonthCounts(counts);
  assertNobodyEntersLate(counts, 'counts');
  const last = months - 1;
  const later = counts.filter(({ month }) => month > last);
  const staying = later.reduce((sum, one) => sum + exits(one), 0);
  const before = counts.filter(({ month }) => month < last);
  const at = counts.find(({ month }) => month === last);
  if (staying === 0) return at === undefined ? before : [...before, at];
  const none = (counts[0]?.events ?? []).map(() => 0);
  return [...before, { month: last, ...at, events: at?.events ?? none, censored: (at?.censored ?? 0) + staying }];
}
