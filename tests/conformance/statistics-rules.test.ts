import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  causeOf,
  endsOfShifts,
  endsOfTrends,
  inTwoOfThree,
  partsOfRuns,
  type Cause,
  type Side,
} from '../../packages/indicators/src/statistics/special-cause.js';

/** NHSRplotthedots’ own cases of the rules of a control chart. */
const file = new URL('../../../shared/reference/statistics/nhs-spc/spc-rule-cases.json', import.meta.url);
const reason = existsSync(file)
  ? undefined
  : 'rules of NHSRplotthedots (../shared/reference/statistics/nhs-spc) are not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

interface RuleCase {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly expected: readonly unknown[];
}

const cases =
  reason === undefined ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly RuleCase[] }).cases : [];

const casesOf = (fn: string): readonly RuleCase[] => cases.filter((one) => one.fn === fn);
const first = ({ args }: RuleCase): readonly number[] => args[0] as readonly number[];
const second = ({ args }: RuleCase): readonly number[] => (args[1] ?? []) as readonly number[];
const sides = (numbers: readonly number[]): readonly Side[] => numbers.map((number) => Math.sign(number) as Side);

describe('the rules as NHSRplotthedots has them', () => {
  test('are fifteen cases of five rules', () => {
    expect(cases).toHaveLength(15);
    expect(new Set(cases.map(({ fn }) => fn)).size).toBe(5);
  });

  test('a shift is known by its seventh point, whichever the side', () => {
    expect(casesOf('ptd_seven_point_one_side_mean')).toHaveLength(3);
    for (const one of casesOf('ptd_seven_point_one_side_mean')) {
      expect(endsOfShifts(sides(first(one)), 7).map((end) => Math.abs(end))).toEqual(one.expected);
    }
  });

  test('what ends in the seventh point holds for the six before', () => {
    expect(casesOf('ptd_part_of_seven_trend')).toHaveLength(3);
    for (const one of casesOf('ptd_part_of_seven_trend')) {
      expect(partsOfRuns(sides(first(one)), 7).map((part) => Math.abs(part))).toEqual(one.expected);
    }
  });

  test('a trend is seven points that rise or fall', () => {
    expect(casesOf('ptd_seven_point_trend')).toHaveLength(3);
    for (const one of casesOf('ptd_seven_point_trend')) expect(endsOfTrends(first(one), 7)).toEqual(one.expected);
  });

  test('two of three near a limit, on one side of the mean', () => {
    expect(casesOf('ptd_two_in_three')).toHaveLength(5);
    for (const one of casesOf('ptd_two_in_three')) {
      const isNear = first(one).map((near) => near === 1);
      expect(inTwoOfThree(isNear, sides(second(one))).map(Number)).toEqual(one.expected);
    }
  });

  test('the most important rule names the point', () => {
    const names: Readonly<Record<string, Cause>> = {
      '7 Point Trend (Increasing)': 'rising',
      '7 Points Above CL': 'shiftAbove',
      '2 in 3 Below CL': 'twoOfThreeBelow',
      'Below LCL': 'belowLimits',
      'Common Cause': 'common',
    };
    const [one] = casesOf('ptd_special_cause_type');
    const outside = one?.args[3] as readonly number[];
    // In the test of NHSRplotthedots the other rules are mocks: points 1 and 2 are in a trend, 3 and 4 in a shift, 5 is of two in three.
    const inTrend = [1, 2];
    const inShift = [3, 4];
    const found = sides(second(one ?? { fn: '', args: [], expected: [] })).map((side, position) =>
      causeOf({
        side,
        isOutside: outside[position] !== 0,
        trend: inTrend.includes(position + 1) ? 1 : 0,
        isTwoOfThree: position + 1 === 5,
        shift: inShift.includes(position + 1) ? side : 0,
      }),
    );
    expect(found).toEqual(one?.expected.map((name) => names[String(name)]));
  });
});
