import type { Definition } from '../definitions/definition.js';
import { controlLimits, type ControlLimits } from './control-limits.js';
import { StatisticsInputError } from './errors.js';
import { assertNumbers, assertWhole } from './input.js';
import type { Interval } from './interval.js';
import { causeOf, endsOfShifts, endsOfTrends, inTwoOfThree, partsOfRuns, sideOf, type Cause } from './special-cause.js';

/** Which way the figure is better, as its definition says it. */
export type Direction = Definition['direction'];

/** What a point says: ordinary variation, or more; where neither direction is better, high or low. */
export type Variation = 'common' | 'improvement' | 'concern' | 'high' | 'low';

export interface ControlPoint {
  readonly value: number;
  readonly cause: Cause;
  readonly variation: Variation;
}

/** A stretch of the series with limits of its own. */
export interface ControlPhase {
  /** Position of its first point. */
  readonly from: number;
  readonly points: readonly ControlPoint[];
  /** Absent where its limits would be made of one point. */
  readonly limits?: ControlLimits;
  /** Fewer than 13 points: limits made of so few are not to be trusted much. */
  readonly isShort: boolean;
}

export interface ControlChart {
  readonly phases: readonly ControlPhase[];
}

export interface ControlChartOptions {
  /** `neither` where absent. */
  readonly direction?: Direction;
  /** So many first points of each phase make its limits; all of them where absent. */
  readonly baseline?: number;
  /** Positions at which new limits begin, because something is known to have changed for good. */
  readonly rebaseAt?: readonly number[];
  /** Leaves outlying moving ranges out of the limits; `true` where absent. */
  readonly screenOutliers?: boolean;
  /** So many points on one side of the mean are a shift; 7 where absent, 6 and 8 are also in use. */
  readonly shift?: number;
  /** So many points each above or each below the one before are a trend, the first of them counted; 7 where absent. */
  readonly trend?: number;
}

/** NHSRplotthedots warns below it. */
const SHORT_BELOW = 13;

/**
 * Is this change real? Each figure of a series beside what the process does of itself (XmR chart): limits by `controlLimits`, the rules of
 * the NHS programme Making Data Count by `Cause`, and what they mean by the direction in which the figure is better. As NHSRplotthedots
 * 050b07d with its `rebase`, `fix_after_n_points`, `improvement_direction` and `screen_outliers`. Rules look at one phase at a time.
 *
 * @param values at equal steps of time, without gaps
 * @throws {StatisticsInputError} where there is no figure or one is not finite, a phase would begin at no position after the first, or
 *   a count of points is too small
 *
 * @example
 * // Seven months at 12, above the mean of what were 10 and 11 before.
 * const chart = controlChart([10, 11, 10, 11, 10, 11, 10, 12, 12, 12, 12, 12, 12, 12], {
 *   direction: 'higherIsBetter',
 * });
 * chart.phases[0]?.limits?.mean; // → 11.214285714285714
 * chart.phases[0]?.points.at(-1); // → { value: 12, cause: 'shiftAbove', variation: 'improvement' }
 */
export function controlChart(values: readonly number[], options: ControlChartOptions = {}): ControlChart {
  const { rebaseAt = [], baseline, shift = 7, trend = 7 } = options;
  assertNumbers(values, 'values', 1);
  if (baseline !== undefined) assertWhole(baseline, 'baseline', 2);
  assertWhole(shift, 'shift', 2);
  assertWhole(trend, 'trend', 3);
  for (const [position, at] of rebaseAt.entries()) {
    if (Number.isInteger(at) && at > 0 && at < values.length) continue;
    const expected = `a position from 1 to ${String(values.length - 1)}`;
    throw new StatisticsInputError('no-such-position', `rebaseAt[${String(position)}]`, expected, String(at));
  }
  const starts = [...new Set([0, ...rebaseAt])].sort((a, b) => a - b);
  return {
    phases: starts.map((from, phase) =>
      phaseOf(values.slice(from, starts[phase + 1]), from, { ...options, shift, trend }),
    ),
  };
}

function phaseOf(
  values: readonly number[],
  from: number,
  options: ControlChartOptions & { readonly shift: number; readonly trend: number },
): ControlPhase {
  const { direction = 'neither', baseline, screenOutliers = true, shift, trend } = options;
  const limits = controlLimits(values.slice(0, baseline), { screenOutliers });
  // Of one point that is its own mean.
  const mean = limits?.mean ?? values[0] ?? 0;
  const isBeyond = (value: number, interval: Interval | undefined): boolean =>
    interval !== undefined && (value > interval.upper || value < interval.lower);
  const sides = values.map((value) => sideOf(value - mean));
  const isOutside = values.map((value) => isBeyond(value, limits?.limits));
  const isNear = values.map((value, position) => isOutside[position] === false && isBeyond(value, limits?.nearLimits));
  const shifts = partsOfRuns(endsOfShifts(sides, shift), shift);
  const trends = partsOfRuns(endsOfTrends(values, trend), trend);
  const twoOfThree = inTwoOfThree(isNear, sides);
  const points = values.map((value, position) => {
    const cause = causeOf({
      side: sides[position] ?? 0,
      isOutside: isOutside[position] === true,
      trend: trends[position] ?? 0,
      isTwoOfThree: isNear[position] === true && twoOfThree[position] === true,
      shift: shifts[position] ?? 0,
    });
    return { value, cause, variation: variationOf(cause, direction) };
  });
  return { from, points, isShort: values.length < SHORT_BELOW, ...(limits === undefined ? {} : { limits }) };
}

const higher: readonly Cause[] = ['aboveLimits', 'rising', 'twoOfThreeAbove', 'shiftAbove'];

/** What a cause means where higher figures are better, or lower ones, or neither. */
export function variationOf(cause: Cause, direction: Direction): Variation {
  if (cause === 'common') return 'common';
  const isHigher = higher.includes(cause);
  if (direction === 'neither') return isHigher ? 'high' : 'low';
  return isHigher === (direction === 'higherIsBetter') ? 'improvement' : 'concern';
}
