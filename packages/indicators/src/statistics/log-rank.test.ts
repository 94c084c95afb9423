import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { randomMonthCounts } from '../../testing/random-month-counts.js';
import { logRankTest } from './log-rank.js';
import { MonthCountsError, type MonthCounts } from './month-counts.js';

/** Times with a + are censored. */
function countsOf(times: string): readonly MonthCounts[] {
  const all = times
    .split(' ')
    .map((time) => ({ month: Number(time.replace('+', '')), isCensored: time.endsWith('+') }));
  const months = [...new Set(all.map(({ month }) => month))].sort((a, b) => a - b);
  return months.map((month) => {
    const leaving = all.filter((one) => one.month === month);
    const censored = leaving.filter(({ isCensored }) => isCensored).length;
    return { month, censored, events: [leaving.length - censored] };
  });
}

/** `aml` of R's survival, Miller (1981). */
const maintained = countsOf('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
const notMaintained = countsOf('5 5 8 8 12 16+ 23 27 30 33 43 45');

/** Remission under 6-MP and without it, Freireich et al. (1963). */
const sixMp = countsOf('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const control = countsOf('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

/** Three groups that have the same causes. */
const randomGroups = fc
  .tuple(randomMonthCounts, randomMonthCounts, randomMonthCounts)
  .map((groups) =>
    groups.map((counts) => counts.map((one) => ({ ...one, events: [one.events.reduce((a, b) => a + b, 0)] }))),
  );

describe('the log-rank test', () => {
  it('is as R’s survdiff prints it for aml', () => {
    // survival 2.34, tests/doaml.Rout.save: observed 7 and 11, expected 10.69 and 7.31, Chisq= 3.4 on 1 degrees of freedom, p= 0.0653.
    const found = logRankTest([maintained, notMaintained]);
    expect(found?.groups.map(({ observed, expected }) => [observed, expected.toFixed(2)])).toEqual([
      [7, '10.69'],
      [11, '7.31'],
    ]);
    expect(found?.chiSquare.toFixed(1)).toBe('3.4');
    expect(found?.degreesOfFreedom).toBe(1);
    expect(found?.p.toFixed(4)).toBe('0.0653');
  });

  it('does not count a group that has left before anything happened, as R’s survdiff', () => {
    // survival 3.2, tests/difftest.Rout.save: the same χ², expected 0 in the group that is tacked on.
    const dummy = countsOf('1+ 2+ 2+ 3+ 3+ 3+ 4+');
    const found = logRankTest([dummy, maintained, notMaintained]);
    expect(found?.groups[0]).toEqual({ observed: 0, expected: 0 });
    expect(found?.degreesOfFreedom).toBe(1);
    expectClose(found?.chiSquare, logRankTest([maintained, notMaintained])?.chiSquare ?? 0, 1e-13);
    expectClose(logRankTest([maintained, notMaintained, dummy])?.chiSquare, found?.chiSquare ?? 0, 1e-13);
    expectClose(logRankTest([maintained, [], notMaintained])?.chiSquare, found?.chiSquare ?? 0, 1e-13);
  });

  it('is the textbook’s for remission under 6-MP', () => {
    // Kleinbaum and Klein (2012), Survival Analysis, chapter 2: expected 19.25 and 10.75, log-rank 16.79.
    const found = logRankTest([sixMp, control]);
    expect(found?.groups.map(({ observed, expected }) => [observed, expected.toFixed(2)])).toEqual([
      [9, '19.25'],
      [21, '10.75'],
    ]);
    expect(found?.chiSquare.toFixed(2)).toBe('16.79');
    expectClose(found?.p, 4.169e-5, 1e-3);
  });

  it('is worked out by hand for three groups', () => {
    // Two of six leave in month 1, both of the first group; 2/3 expected in each. V = 2 · 4 / 5 · 1/3 (δ − 1/3): 16/45 and −8/45. With
    // (4/3, −2/3) and V⁻¹ = 45/192 (16 8; 8 16): 45/192 (256 − 128 + 64) / 9 = 5; p = e^−2.5.
    const found = logRankTest([countsOf('1 1'), countsOf('2+ 2+'), countsOf('2+ 2+')]);
    expect(found?.degreesOfFreedom).toBe(2);
    expectClose(found?.chiSquare, 5, 1e-13);
    expectClose(found?.p, Math.exp(-2.5), 1e-12);
  });

  it('is worked out by hand for four groups of which one has all that happens', () => {
    // Of one month χ² = Σ (O − E)² / pₖ · (n − 1) / (d (n − d)): (1.5² + 3 · 0.5²) / 0.25 · 7 / 12 = 7.
    const stay = countsOf('2+ 2+');
    for (const groups of [
      [countsOf('1 1'), stay, stay, stay],
      [stay, stay, stay, countsOf('1 1')],
    ]) {
      expect(logRankTest(groups)?.degreesOfFreedom).toBe(3);
      expectClose(logRankTest(groups)?.chiSquare, 7, 1e-12);
    }
  });

  it('is told nothing by the last who is left alone', () => {
    // Month 1: 1 of 3 and 2; expected 0.6, variance 0.24. Month 2: one of 2 and 2; 0.5, 0.25. Month 5: of one. (1 − 1.1)² / 0.49.
    const found = logRankTest([countsOf('1 2+ 3+'), countsOf('2 5')]);
    expectClose(found?.chiSquare, 0.01 / 0.49, 1e-12);
    expect(found?.groups[1]).toMatchObject({ observed: 2 });
    expectClose(found?.groups[1]?.expected, 0.4 + 0.5 + 1, 1e-14);
  });

  it('looks at one cause alone where it is asked for: the others are censored', () => {
    const first = [
      { month: 1, censored: 0, events: [2, 1] },
      { month: 4, censored: 2, events: [0, 0] },
    ];
    const second = [
      { month: 1, censored: 1, events: [0, 2] },
      { month: 4, censored: 2, events: [0, 0] },
    ];
    const onlyFirst = (counts: readonly MonthCounts[]): readonly MonthCounts[] =>
      counts.map(({ month, censored, events: [met = 0, other = 0] }) => ({
        month,
        censored: censored + other,
        events: [met],
      }));
    expect(logRankTest([first, second], { cause: 0 })).toEqual(logRankTest([onlyFirst(first), onlyFirst(second)]));
    expect(logRankTest([first, second], { cause: 1 })?.groups.map(({ observed }) => observed)).toEqual([1, 2]);
    expect(logRankTest([first, second])?.groups.map(({ observed }) => observed)).toEqual([3, 2]);
  });

  it('is none where there are no two groups to compare, or all leave at once', () => {
    expect(logRankTest([])).toBeUndefined();
    expect(logRankTest([maintained])).toBeUndefined();
    expect(logRankTest([countsOf('3+ 4+'), countsOf('2+ 9+')])).toBeUndefined();
    expect(logRankTest([countsOf('3 3'), countsOf('3 3 3')])).toBeUndefined();
    expect(logRankTest([countsOf('1+'), countsOf('5 6')])).toBeUndefined();
  });

  it('finds no difference between two groups that are the same', () => {
    expect(logRankTest([maintained, maintained])?.chiSquare).toBeCloseTo(0, 14);
    expect(logRankTest([maintained, maintained])?.p).toBeCloseTo(1, 6);
  });

  it('does not change with the order of the groups; as many are expected as observed in all', () => {
    fc.assert(
      fc.property(randomGroups, (groups) => {
        const [found, other] = [logRankTest(groups), logRankTest([...groups].reverse())];
        expect(other?.degreesOfFreedom).toBe(found?.degreesOfFreedom);
        if (found === undefined) return;
        expectClose(1 + (other?.chiSquare ?? Number.NaN), 1 + found.chiSquare, 1e-8);
        const excess = found.groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0);
        expect(excess).toBeCloseTo(0, 9);
        expect(found.chiSquare).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is (O − E)² / V for two groups', () => {
    fc.assert(
      fc.property(randomGroups, ([first = [], second = []]) => {
        const found = logRankTest([first, second]);
        if (found === undefined) return;
        // Month after month by itself, from whoever leaves in it or later.
        const from = (counts: readonly MonthCounts[], month: number): number =>
          counts.reduce((sum, one) => sum + (one.month < month ? 0 : one.censored + (one.events[0] ?? 0)), 0);
        const at = (counts: readonly MonthCounts[], month: number): number =>
          counts.find((one) => one.month === month)?.events[0] ?? 0;
        let [excess, variance] = [0, 0];
        for (let month = 0; month < 40; month += 1) {
          const [a, b] = [from(first, month), from(second, month)];
          const d = at(first, month) + at(second, month);
          if (a + b < 1) continue;
          excess += at(first, month) - (d * a) / (a + b);
          if (a + b > 1) variance += (d * (a + b - d) * a * b) / ((a + b - 1) * (a + b) ** 2);
        }
        expectClose(1 + found.chiSquare, 1 + (excess * excess) / variance, 1e-9);
      }),
    );
  });

  it('refuses late entries, other causes and a cause that there is not', () => {
    const late = [{ month: 0, atRisk: 9, censored: 0, events: [5] }];
    const twoCauses = [{ month: 0, censored: 0, events: [1, 2] }];
    const fails = (test: () => unknown, expected: object): void => {
      expect(test).toThrow(MonthCountsError);
      expect(test).toThrow(expect.objectContaining(expected));
    };
    fails(() => logRankTest([maintained, late]), { code: 'at-risk', path: 'groups[1][0].atRisk' });
    fails(() => logRankTest([maintained, twoCauses]), {
      code: 'causes',
      path: 'groups[1][0].events',
      expected: '1 causes',
      found: '2',
    });
    fails(() => logRankTest([[], maintained, twoCauses]), { code: 'causes', path: 'groups[2][0].events' });
    for (const cause of [-1, 1, 0.5]) {
      fails(() => logRankTest([maintained, control], { cause }), {
        code: 'no-such-cause',
        expected: 'a position from 0 to 0',
      });
    }
    fails(() => logRankTest([[{ month: 0, censored: -1, events: [0] }]]), { code: 'count' });
  });
});
