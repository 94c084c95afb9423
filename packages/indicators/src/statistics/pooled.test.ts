import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomMonthCounts } from '../../testing/random-month-counts.js';
import { aalenJohansen } from './aalen-johansen.js';
import { kaplanMeier } from './kaplan-meier.js';
import { MonthCountsError, monthCountsOf, type MonthCounts } from './month-counts.js';
import { pooled } from './pooled.js';

const minimum = fc.integer({ min: 1, max: 12 });

function totals(counts: readonly MonthCounts[]): readonly number[] {
  return counts.reduce<readonly number[]>(
    (sums, { censored, events }) => [censored, ...events].map((count, position) => count + (sums[position] ?? 0)),
    [],
  );
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least;

describe('pooled months', () => {
  it('join until each count is 0 or at least the minimum', () => {
    // Months 1 and 2: 3 + 4 graduated. Month 4 would leave 2 censored alone, so month 5 joins it.
    const counts = monthCountsOf([0, 0, 0, 3, 0, 4, 0, 0, 2, 0, 6, 8], 1);
    expect(pooled(counts, 5)).toEqual([
      { firstMonth: 0, month: 0, censored: 0, events: [0] },
      { firstMonth: 1, month: 2, censored: 0, events: [7] },
      { firstMonth: 3, month: 3, censored: 0, events: [0] },
      { firstMonth: 4, month: 5, censored: 8, events: [8] },
    ]);
  });

  it('let the last months join the ones before where they are too few', () => {
    const counts = monthCountsOf([0, 6, 0, 0, 5, 0, 0, 2], 1);
    expect(pooled(counts, 5)).toEqual([{ firstMonth: 0, month: 3, censored: 5, events: [8] }]);
  });

  it('are none where a count is too small in all months together', () => {
    expect(pooled(monthCountsOf([0, 6, 3, 0, 9, 0], 2), 5)).toBeUndefined();
  });

  it('refuse late entries and a minimum that is none', () => {
    expect(() => pooled([{ month: 0, atRisk: 9, censored: 0, events: [5] }], 5)).toThrow(MonthCountsError);
    for (const least of [0, 2.5, -1]) expect(() => pooled([], least)).toThrow(MonthCountsError);
  });

  it('show no count from 1 to the minimum less one, whatever the counts', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        for (const { censored, events } of pooled(counts, least) ?? []) {
          for (const count of [censored, ...events]) expect(isSmall(count, least)).toBe(false);
        }
      }),
    );
  });

  it('are none exactly where some total is too small', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        expect(pooled(counts, least) === undefined).toBe(totals(counts).some((total) => isSmall(total, least)));
      }),
    );
  });

  it('hold every month once, in order, and every person', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        const blocks = pooled(counts, least);
        if (blocks === undefined) return;
        expect(totals(blocks)).toEqual(totals(counts));
        expect(blocks[0]?.firstMonth).toBe(counts[0]?.month);
        expect(blocks.at(-1)?.month).toBe(counts.at(-1)?.month);
        for (const [position, { firstMonth, month }] of blocks.entries()) {
          expect(firstMonth).toBeLessThanOrEqual(month);
          if (position > 0) expect(firstMonth).toBe((blocks[position - 1]?.month ?? 0) + 1);
        }
      }),
    );
  });

  it('are closed as early as can be: no beginning of one, but of the last, could have been shown', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        for (const { firstMonth, month } of (pooled(counts, least) ?? []).slice(0, -1)) {
          for (let end = firstMonth; end < month; end += 1) {
            const beginning = totals(counts.slice(firstMonth, end + 1));
            expect(beginning.some((count) => isSmall(count, least))).toBe(true);
          }
        }
      }),
    );
  });

  it('change nothing with a minimum of 1, and nothing when pooled again', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        expect(pooled(counts, 1)).toEqual(counts.map((one) => ({ ...one, firstMonth: one.month })));
        const blocks = pooled(counts, least);
        const again = blocks === undefined ? undefined : pooled(blocks, least);
        expect(again?.map(({ month, censored, events }) => ({ month, censored, events }))).toEqual(
          blocks?.map(({ month, censored, events }) => ({ month, censored, events })),
        );
      }),
    );
  });

  it('leave the last incidence as it was where nobody is censored', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        const complete = counts.map((one) => ({ ...one, censored: 0 }));
        const last = (of: readonly MonthCounts[]): number => aalenJohansen(of, 0).at(-1)?.incidence ?? 0;
        const blocks = pooled(complete, least);
        if (blocks !== undefined) expect(last(blocks)).toBeCloseTo(last(complete), 12);
      }),
    );
  });

  it('make no more seem to leave than have left', () => {
    fc.assert(
      fc.property(randomMonthCounts, minimum, (counts, least) => {
        const staying = (of: readonly MonthCounts[]): number => kaplanMeier(of).at(-1)?.survival ?? 1;
        const blocks = pooled(counts, least);
        if (blocks !== undefined) expect(staying(blocks)).toBeGreaterThanOrEqual(staying(counts) - 1e-12);
      }),
    );
  });
});
