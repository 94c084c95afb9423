import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlChart, variationOf, type ControlChart } from './control-chart.js';
import type { Cause } from './special-cause.js';
import { StatisticsInputError } from './errors.js';

/**
 * Attendances of accident and emergency departments in England, April 2016 to March 2019, and the share seen within four hours: `ae_attendances` of
 * NHSRdatasets (Open Government Licence). Limits and types of points by NHSRplotthedots 0c096d8 (MIT), tests/testthat/_snaps/integration_tests.md,
 * decoded from R's serialised form: every digit of the doubles.
 */
const attendances = [
  1867781, 2070340, 1958802, 2079034, 1932901, 1952464, 2001816, 1907871, 1944567, 1895272, 1735619, 2015834, 1949762,
  2066789, 1994056, 2073944, 1924663, 1925961, 2044137, 1976971, 2003954, 2000086, 1820012, 2049785, 1984369, 2164458,
  2093942, 2179896, 1997854, 2005695, 2079492, 2037847, 2047518, 2113413, 1954947, 2167550,
];
const withinFourHours = [
  0.9003512724457525, 0.9027555860390081, 0.9055994429248081, 0.9028524786030435, 0.909763097023593, 0.9064786853944554,
  0.8905308979446662, 0.8837903610883545, 0.8617594559611471, 0.851413411900772, 0.8753090395991286, 0.9000949482943537,
  0.9051525263083392, 0.8970035160821932, 0.9072518525056468, 0.9034785895858326, 0.9029928875860346,
  0.8966609396555797, 0.8994186788850258, 0.8876655246839736, 0.8498503458662225, 0.8529918213516818,
  0.8504476893558943, 0.8462121637147311, 0.8857248828216929, 0.9039011151983545, 0.9076297242234981,
  0.8931949047110505, 0.8972702710007838, 0.8894368286304747, 0.8900933497219513, 0.8760446687116353,
  0.8644632183941728, 0.843525141560121, 0.8422525009629417, 0.8660427671795345,
];

const causes = ({ phases }: ControlChart): readonly Cause[] =>
  phases.flatMap(({ points }) => points.map(({ cause }) => cause));
const times = (count: number, variation: string): readonly string[] => Array.from({ length: count }, () => variation);

describe('a control chart as NHSRplotthedots makes it', () => {
  it('of attendances has its limits, and nothing out of the ordinary', () => {
    const [phase, ...more] = controlChart(attendances, { direction: 'higherIsBetter' }).phases;
    expect(more).toEqual([]);
    expect(phase?.limits?.mean).toBe(2000538.9444444445);
    expect(phase?.limits?.limits.lower).toBeCloseTo(1731844.3644444444, 8);
    expect(phase?.limits?.limits.upper).toBeCloseTo(2269233.5244444446, 8);
    expect(new Set(phase?.points.map(({ variation }) => variation))).toEqual(new Set(['common']));
    expect(phase?.isShort).toBe(false);
  });

  it('with new limits from April 2017 has two phases', () => {
    const [first, second] = controlChart(attendances, { rebaseAt: [12] }).phases;
    expect([first?.from, second?.from]).toEqual([0, 12]);
    expect([first?.points.length, second?.points.length]).toEqual([12, 24]);
    expect([first?.isShort, second?.isShort]).toEqual([true, false]);
    expect(first?.limits?.mean).toBeCloseTo(1946858.4166666667, 8);
    expect(first?.limits?.limits.lower).toBeCloseTo(1639947.374848485, 8);
    expect(first?.limits?.limits.upper).toBeCloseTo(2253769.4584848485, 8);
    expect(second?.limits?.mean).toBeCloseTo(2027379.2083333333, 8);
    expect(second?.limits?.limits.lower).toBeCloseTo(1772921.0639855072, 8);
    expect(second?.limits?.limits.upper).toBeCloseTo(2281837.3526811595, 8);
  });

  it('of the four-hour share with the first twelve months as baseline finds what has changed', () => {
    const [phase] = controlChart(withinFourHours, { direction: 'higherIsBetter', baseline: 12 }).phases;
    expect(phase?.limits?.mean).toBeCloseTo(0.8908915564349236, 15);
    expect(phase?.limits?.limits.lower).toBeCloseTo(0.8614049789074258, 14);
    expect(phase?.limits?.limits.upper).toBeCloseTo(0.9203781339624213, 14);
    expect(phase?.points.map(({ variation }) => variation)).toEqual([
      ...times(9, 'common'),
      ...times(1, 'concern'),
      ...times(1, 'common'),
      ...times(8, 'improvement'),
      ...times(1, 'common'),
      ...times(4, 'concern'),
      ...times(5, 'common'),
      ...times(7, 'concern'),
    ]);
  });

  it('does not call two points near opposite limits two of three', () => {
    // tests/testthat/test-ptd_spc_standard.R: 1 and −1 in turn, then 5.5 and −5.5.
    const values = [...Array.from({ length: 14 }, (_, n) => (n % 2 === 0 ? 1 : -1)), 5.5, -5.5];
    expect(causes(controlChart(values)).slice(-2)).toEqual(['common', 'common']);
  });
});

describe('the rules on a series', () => {
  /** Mean 0, neighbours differ by 2: limits ±5.32, near ±3.55. */
  const steady = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 1 : -1));
  const after = (...values: readonly number[]): readonly Cause[] =>
    causes(controlChart([...steady, ...values], { baseline: steady.length })).slice(steady.length);

  it('find a point beyond a limit, and not one at it', () => {
    const limit = 2.66 * 2;
    expect(after(limit)).toEqual(['common']);
    expect(after(limit + 1e-9)).toEqual(['aboveLimits']);
    expect(after(-limit)).toEqual(['common']);
    expect(after(-limit - 1e-9)).toEqual(['belowLimits']);
  });

  it('find two of three between two and three sigma, the near ones alone', () => {
    expect(after(4, 1, 4)).toEqual(['twoOfThreeAbove', 'common', 'twoOfThreeAbove']);
    expect(after(-4, -4, -1)).toEqual(['twoOfThreeBelow', 'twoOfThreeBelow', 'common']);
    expect(after(3.5, 3.5, 3.5)).toEqual(['common', 'common', 'common']);
    // What lies outside is no near one.
    expect(after(6, 4, 1)).toEqual(['aboveLimits', 'common', 'common']);
  });

  it('find seven points on one side, all of them', () => {
    expect(after(2, 1, 2, 1, 2, 1)).toEqual(times(6, 'common'));
    expect(after(-0.5, -1, -2, -1, -2, -1, -2)).toEqual(times(7, 'shiftBelow'));
  });

  it('find six or eight points where these are asked for', () => {
    const chart = (shift: number): readonly Cause[] =>
      causes(controlChart([...steady, 2, 1, 2, 1, 2, 1, 2], { baseline: 20, shift })).slice(20);
    expect(chart(6)).toEqual(times(7, 'shiftAbove'));
    expect(chart(8)).toEqual(times(7, 'common'));
  });

  it('find seven points that rise or fall, the first among them', () => {
    expect(after(-3, -2, -1, 0, 1, 2)).toEqual(times(6, 'common'));
    expect(after(-3, -2, -1, 0, 1, 2, 3)).toEqual(times(7, 'rising'));
    expect(causes(controlChart([...steady, -3, -2, -1, 0, 1], { baseline: 20, trend: 5 })).slice(20)).toEqual(
      times(5, 'rising'),
    );
  });

  it('see one phase at a time', () => {
    const values = [...steady, 2, 1, 2, 1, 2, 1, 2];
    expect(causes(controlChart(values, { baseline: 20, rebaseAt: [23] })).slice(20)).not.toContain('shiftAbove');
    expect(controlChart(values, { rebaseAt: [23, 5, 23] }).phases.map(({ from }) => from)).toEqual([0, 5, 23]);
  });

  it('have no limits of one point, and still a shape', () => {
    expect(controlChart([7])).toEqual({
      phases: [{ from: 0, points: [{ value: 7, cause: 'common', variation: 'common' }], isShort: true }],
    });
    expect(controlChart([7, 8, 9], { rebaseAt: [2] }).phases[1]).not.toHaveProperty('limits');
  });

  it('find nothing where nothing varies, whatever the digits', () => {
    expect(new Set(causes(controlChart(Array.from({ length: 30 }, () => 0.1))))).toEqual(new Set(['common']));
  });

  it('warn of limits made of fewer than 13 points', () => {
    expect(controlChart(steady.slice(0, 12)).phases[0]?.isShort).toBe(true);
    expect(controlChart(steady.slice(0, 13)).phases[0]?.isShort).toBe(false);
  });

  it('screen outlying ranges unless told not to', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 11, 1];
    expect(controlChart(values).phases[0]?.limits?.movingRange).toBe(1);
    expect(controlChart(values, { screenOutliers: false }).phases[0]?.limits?.movingRange).toBe(3);
  });

  it('mirror each other when the series is turned over', () => {
    const turned: Readonly<Record<Cause, Cause>> = {
      common: 'common',
      aboveLimits: 'belowLimits',
      belowLimits: 'aboveLimits',
      rising: 'falling',
      falling: 'rising',
      twoOfThreeAbove: 'twoOfThreeBelow',
      twoOfThreeBelow: 'twoOfThreeAbove',
      shiftAbove: 'shiftBelow',
      shiftBelow: 'shiftAbove',
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const found = causes(controlChart(values));
        expect(causes(controlChart(values.map((value) => -value)))).toEqual(found.map((cause) => turned[cause]));
      }),
    );
  });
});

describe('what a point means', () => {
  const up = ['aboveLimits', 'rising', 'twoOfThreeAbove', 'shiftAbove'] as const;
  const down = ['belowLimits', 'falling', 'twoOfThreeBelow', 'shiftBelow'] as const;

  it('depends on which direction is better', () => {
    for (const cause of up) {
      expect(variationOf(cause, 'higherIsBetter')).toBe('improvement');
      expect(variationOf(cause, 'lowerIsBetter')).toBe('concern');
      expect(variationOf(cause, 'neither')).toBe('high');
    }
    for (const cause of down) {
      expect(variationOf(cause, 'higherIsBetter')).toBe('concern');
      expect(variationOf(cause, 'lowerIsBetter')).toBe('improvement');
      expect(variationOf(cause, 'neither')).toBe('low');
    }
    for (const direction of ['higherIsBetter', 'lowerIsBetter', 'neither'] as const) {
      expect(variationOf('common', direction)).toBe('common');
    }
  });

  it('is neither better nor worse where no direction is said', () => {
    expect(controlChart([1, 2, 3, 4, 5, 6, 7]).phases[0]?.points.at(-1)?.variation).toBe('high');
  });
});

describe('a chart', () => {
  it.each([
    [[], {}, 'values'],
    [[1, Number.NaN], {}, 'values[1]'],
    [[1, 2, 3], { baseline: 1 }, 'baseline'],
    [[1, 2, 3], { baseline: 2.5 }, 'baseline'],
    [[1, 2, 3], { shift: 1 }, 'shift'],
    [[1, 2, 3], { trend: 2 }, 'trend'],
    [[1, 2, 3], { rebaseAt: [0] }, 'rebaseAt[0]'],
    [[1, 2, 3], { rebaseAt: [1, 3] }, 'rebaseAt[1]'],
    [[1, 2, 3], { rebaseAt: [1.5] }, 'rebaseAt[0]'],
  ])('of %o with %o is refused', (values, options, path) => {
    expect(() => controlChart(values, options)).toThrow(StatisticsInputError);
    expect(() => controlChart(values, options)).toThrow(expect.objectContaining({ path }));
  });

  it('says at which positions new limits may begin', () => {
    expect(() => controlChart([1, 2, 3], { rebaseAt: [7] })).toThrow(
      expect.objectContaining({ code: 'no-such-position', expected: 'a position from 1 to 2', found: '7' }),
    );
  });

  it('takes the least of what it may be asked for', () => {
    expect(causes(controlChart([1, 2, 3], { baseline: 2, shift: 2, trend: 3, rebaseAt: [2] }))).toHaveLength(3);
    expect(controlChart([1, 5, 9], { baseline: 2 }).phases[0]?.limits?.mean).toBe(3);
  });
});
