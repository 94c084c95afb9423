import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomMonthCounts } from '../../testing/random-month-counts.js';
import { exits, MonthCountsError, monthCountsOf, riskSets, truncated } from './month-counts.js';

describe('counts per month', () => {
  it('are read from the amounts of a cell: censored, then one number per cause, month by month', () => {
    expect(monthCountsOf([4, 1, 0, 3, 0, 2], 2)).toEqual([
      { month: 0, censored: 4, events: [1, 0] },
      { month: 1, censored: 3, events: [0, 2] },
    ]);
  });

  it('put at risk in a month whoever leaves in it or later, the censored of the month among them', () => {
    // 4 + 1 + 3 + 2 = 10 leave in months 0 and 1, 3 + 2 = 5 in month 1.
    expect(riskSets(monthCountsOf([4, 1, 0, 3, 0, 2], 2)).map(({ atRisk }) => atRisk)).toEqual([10, 5]);
  });

  it('stop where nobody is at risk any more', () => {
    expect(riskSets(monthCountsOf([0, 2, 0, 1, 0, 0], 1)).map(({ month }) => month)).toEqual([0, 1]);
    expect(riskSets(monthCountsOf([0, 0], 1))).toEqual([]);
  });

  it('take numbers at risk that are said, where some enter late', () => {
    const counts = [
      { month: 3, atRisk: 8, censored: 0, events: [1] },
      { month: 4, atRisk: 20, censored: 0, events: [2] },
    ];
    expect(riskSets(counts).map(({ atRisk }) => atRisk)).toEqual([8, 20]);
  });

  it.each([
    ['amounts', () => monthCountsOf([1, 2, 3], 1)],
    ['count', () => monthCountsOf([1.5, 2], 1)],
    ['count', () => monthCountsOf([-1, 2], 1)],
    ['causes', () => riskSets([{ month: 0, censored: 1, events: [] }])],
    [
      'causes',
      () =>
        riskSets([
          { month: 0, censored: 1, events: [1] },
          { month: 1, censored: 1, events: [1, 2] },
        ]),
    ],
    [
      'month-order',
      () =>
        riskSets([
          { month: 1, censored: 1, events: [1] },
          { month: 1, censored: 1, events: [1] },
        ]),
    ],
    ['at-risk', () => riskSets([{ month: 0, atRisk: 2, censored: 1, events: [2] }])],
  ])('are refused with the code %s', (code, read) => {
    expect(read).toThrow(MonthCountsError);
    expect(read).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [{ month: 0.5, censored: 0, events: [1] }, 'counts[0].month', '0.5'],
    [{ month: 0, censored: -1, events: [1] }, 'counts[0].censored', '-1'],
    [{ month: 0, censored: 0, events: [1, Number.NaN] }, 'counts[0].events[1]', 'NaN'],
    [{ month: 0, censored: 0, events: [] }, 'counts[0].events', '0'],
    [{ month: 0, atRisk: 1.5, censored: 0, events: [1] }, 'counts[0].atRisk', '1.5'],
    [{ month: 0, atRisk: 1, censored: 1, events: [1] }, 'counts[0].atRisk', '1'],
  ])('name the place of what is wrong in %o', (one, path, found) => {
    expect(() => riskSets([one])).toThrow(expect.objectContaining({ path, found }));
  });

  it('have at least one cause, and a whole number of them', () => {
    for (const causes of [0, -1, 0.5]) {
      expect(() => monthCountsOf([1, 2, 3], causes)).toThrow(expect.objectContaining({ code: 'amounts' }));
    }
    expect(() => riskSets([{ month: 0, censored: 0, events: [] }])).toThrow(
      expect.objectContaining({ expected: 'at least one cause' }),
    );
  });
});

describe('the first months alone', () => {
  it('censor in the last of them whoever leaves later', () => {
    // Within two months: 1 graduated in month 0; in month 1 one left and 2 are censored, and the 5 of months 2 and 3 stay.
    expect(truncated(monthCountsOf([0, 1, 0, 2, 0, 1, 1, 2, 0, 0, 0, 2], 2), 2)).toEqual([
      { month: 0, censored: 0, events: [1, 0] },
      { month: 1, censored: 7, events: [0, 1] },
    ]);
  });

  it('say the last month even where nobody left in it', () => {
    const counts = [
      { month: 0, censored: 0, events: [1] },
      { month: 9, censored: 3, events: [0] },
    ];
    expect(truncated([], 4)).toEqual([]);
    expect(truncated(counts, 4)).toEqual([
      { month: 0, censored: 0, events: [1] },
      { month: 3, censored: 3, events: [0] },
    ]);
  });

  it('are none where somebody enters late: who is still there cannot be told', () => {
    const late = [{ month: 0, atRisk: 9, censored: 0, events: [5] }];
    expect(() => truncated(late, 1)).toThrow(expect.objectContaining({ code: 'at-risk', path: 'counts[0].atRisk' }));
  });

  it('hold everybody, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(randomMonthCounts, fc.integer({ min: 1, max: 40 }), (counts, months) => {
        const total = (of: typeof counts): number => of.reduce((sum, one) => sum + exits(one), 0);
        const within = truncated(counts, months);
        expect(total(within)).toBe(total(counts));
        expect(within.every(({ month }) => month < months)).toBe(true);
        expect(truncated(within, months)).toEqual(within);
      }),
    );
  });
});
