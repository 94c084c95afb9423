/**
 * What of a control chart is more than ordinary variation: the four rules of the NHS programme Making Data Count, as NHSRplotthedots
 * (050b07d, MIT) applies them. In order of importance: outside the limits, a trend, two of three near a limit, a shift.
 */
export type Cause =
  | 'common'
  | 'aboveLimits'
  | 'belowLimits'
  | 'rising'
  | 'falling'
  | 'twoOfThreeAbove'
  | 'twoOfThreeBelow'
  | 'shiftAbove'
  | 'shiftBelow';

/** −1 below, 1 above, 0 at. */
export type Side = -1 | 0 | 1;

export function sideOf(difference: number): Side {
  if (difference === 0) return 0;
  return difference > 0 ? 1 : -1;
}

/** Whether the last so many points up to each are on the same side of the mean; a point on the mean is on neither. */
export function endsOfShifts(sides: readonly Side[], length: number): readonly Side[] {
  let run = 0;
  return sides.map((side, position) => {
    run = side === sides[position - 1] ? run + 1 : 1;
    return run >= length ? side : 0;
  });
}

/** Whether each of the last so many points up to each is higher than the one before (1), or lower (−1). */
export function endsOfTrends(values: readonly number[], length: number): readonly Side[] {
  const steps = values.map((value, position) => sideOf(value - (values[position - 1] ?? value)));
  return endsOfShifts(steps, length - 1);
}

/** The side of the last of the runs that a point is part of; a run has so many points and is known by its end. */
export function partsOfRuns(ends: readonly Side[], length: number): readonly Side[] {
  return ends.map((_, position) => ends.slice(position, position + length).findLast((end) => end !== 0) ?? 0);
}

/** Whether a point is one of three neighbours on one side of the mean of which two or three are near a limit. */
export function inTwoOfThree(isNear: readonly boolean[], sides: readonly Side[]): readonly boolean[] {
  const holds = (first: number): boolean => {
    const three = [first, first + 1, first + 2];
    const side = sides[first];
    const onOneSide = side !== undefined && side !== 0 && three.every((position) => sides[position] === side);
    return onOneSide && three.filter((position) => isNear[position] === true).length >= 2;
  };
  return sides.map((_, position) => [position - 2, position - 1, position].some(holds));
}

/** What the rules say of one point. */
export interface RulesMet {
  /** Of the mean. */
  readonly side: Side;
  readonly isOutside: boolean;
  readonly trend: Side;
  /** Near a limit, and part of two of three that are. */
  readonly isTwoOfThree: boolean;
  readonly shift: Side;
}

/** The most important rule that a point meets. */
export function causeOf({ side, isOutside, trend, isTwoOfThree, shift }: RulesMet): Cause {
  const isAbove = side > 0;
  if (isOutside) return isAbove ? 'aboveLimits' : 'belowLimits';
  if (trend !== 0) return trend > 0 ? 'rising' : 'falling';
  if (isTwoOfThree) return isAbove ? 'twoOfThreeAbove' : 'twoOfThreeBelow';
  if (shift !== 0) return isAbove ? 'shiftAbove' : 'shiftBelow';
  return 'common';
}
