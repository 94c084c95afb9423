import { describe, expect, it } from 'vitest';
import {
  causeOf,
  endsOfShifts,
  endsOfTrends,
  inTwoOfThree,
  partsOfRuns,
  sideOf,
  type RulesMet,
} from './special-cause.js';

describe('a shift', () => {
  it('ends where the last so many points are on one side of the mean', () => {
    expect(endsOfShifts([1, 1, 1, 1, -1, -1, -1], 3)).toEqual([0, 0, 1, 1, 0, 0, -1]);
  });

  it('is broken by a point on the mean, and points on the mean are none', () => {
    expect(endsOfShifts([1, 1, 0, 1, 1], 3)).toEqual([0, 0, 0, 0, 0]);
    expect(endsOfShifts([0, 0, 0, 0], 3)).toEqual([0, 0, 0, 0]);
    expect(endsOfShifts([], 3)).toEqual([]);
  });
});

describe('a trend', () => {
  it('ends where each of the last so many points is higher than the one before', () => {
    expect(endsOfTrends([5, 1, 2, 3, 4, 3, 2, 1], 4)).toEqual([0, 0, 0, 0, 1, 0, 0, -1]);
  });

  it('is broken by two equal points', () => {
    expect(endsOfTrends([1, 2, 3, 3, 4, 5], 4)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the points of runs', () => {
  it('are the end and those before it', () => {
    expect(partsOfRuns([0, 0, 0, 0, 1, 0, 0], 3)).toEqual([0, 0, 1, 1, 1, 0, 0]);
  });

  it('belong at a peak to the run that begins there, and otherwise to their own, whatever comes after', () => {
    // Rises to the third point and falls from it.
    expect(partsOfRuns([0, 0, 1, 0, -1], 3)).toEqual([1, 1, -1, -1, -1]);
    // Two rises with two equal points between them.
    expect(partsOfRuns([0, 0, 1, 0, 0, 1], 3)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('two of three near a limit', () => {
  it('makes the third belong to them, and not the ones beyond', () => {
    const sides = [1, 1, 1, 1, 1] as const;
    expect(inTwoOfThree([false, true, false, true, false], sides)).toEqual([false, true, true, true, false]);
    expect(inTwoOfThree([true, true, false, false, false], sides)).toEqual([true, true, true, false, false]);
    expect(inTwoOfThree([false, false, false, true, true], sides)).toEqual([false, false, true, true, true]);
  });

  it('wants all three on one side of the mean, and three', () => {
    expect(inTwoOfThree([true, false, true], [1, -1, 1])).toEqual([false, false, false]);
    expect(inTwoOfThree([true, true, true], [0, 0, 0])).toEqual([false, false, false]);
    expect(inTwoOfThree([true, true], [-1, -1])).toEqual([false, false]);
    expect(inTwoOfThree([true, true, true], [-1, -1, -1])).toEqual([true, true, true]);
  });
});

describe('what a point is called', () => {
  const ordinary: RulesMet = { side: 1, isOutside: false, trend: 0, isTwoOfThree: false, shift: 0 };
  const all: RulesMet = { side: 1, isOutside: true, trend: 1, isTwoOfThree: true, shift: 1 };

  it('is the most important rule that it meets', () => {
    expect(causeOf(all)).toBe('aboveLimits');
    expect(causeOf({ ...all, isOutside: false })).toBe('rising');
    expect(causeOf({ ...all, isOutside: false, trend: 0 })).toBe('twoOfThreeAbove');
    expect(causeOf({ ...ordinary, shift: 1 })).toBe('shiftAbove');
    expect(causeOf(ordinary)).toBe('common');
  });

  it('says the side, and of a trend its direction', () => {
    expect(causeOf({ ...all, side: -1 })).toBe('belowLimits');
    expect(causeOf({ ...ordinary, trend: -1 })).toBe('falling');
    expect(causeOf({ ...ordinary, side: -1, trend: 1 })).toBe('rising');
    expect(causeOf({ ...ordinary, side: -1, isTwoOfThree: true })).toBe('twoOfThreeBelow');
    expect(causeOf({ ...ordinary, side: -1, shift: -1 })).toBe('shiftBelow');
  });

  it('has a side of above, below or at the mean', () => {
    expect([2.5, -0.1, 0, -0].map(sideOf)).toEqual([1, -1, 0, 0]);
  });
});
