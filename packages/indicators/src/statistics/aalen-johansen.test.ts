import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomMonthCounts } from '../../testing/random-month-counts.js';
import { aalenJohansen } from './aalen-johansen.js';
import { incidenceWithin } from './incidence-within.js';
import { kaplanMeier } from './kaplan-meier.js';
import { MonthCountsError, type MonthCounts } from './month-counts.js';
import { incidenceQuantile } from './time-quantile.js';

/** `[time, cause]`, cause 0 for censored. */
function countsOf(
  persons: readonly (readonly [time: number, cause: number])[],
  causes: number,
): readonly MonthCounts[] {
  const months = [...new Set(persons.map(([time]) => time))].sort((a, b) => a - b);
  return months.map((month) => {
    const at = (cause: number): number => persons.filter(([time, why]) => time === month && why === cause).length;
    return { month, censored: at(0), events: Array.from({ length: causes }, (_, position) => at(position + 1)) };
  });
}

/**
 * Pregnancies not exposed to coumarin derivatives, by week: week, at risk, induced abortion, live birth, spontaneous abortion. Women enter
 * late. R's etm (GPL-2), tests/tests.etm.Rout.save 61d89fd: at risk and induced abortions as printed, the others from the printed
 * probabilities, where they are whole to five digits and add up to the printed 20, 924 and 69.
 */
const pregnancies: readonly (readonly [number, number, number, number, number])[] = [
  [4, 18, 0, 0, 0],
  [5, 18, 0, 0, 0],
  [6, 117, 0, 0, 4],
  [7, 261, 2, 0, 7],
  [8, 374, 3, 0, 15],
  [9, 458, 6, 0, 7],
  [10, 515, 4, 0, 10],
  [11, 561, 3, 0, 8],
  [12, 610, 0, 0, 7],
  [13, 645, 1, 0, 1],
  [14, 673, 1, 0, 2],
  [15, 696, 0, 0, 0],
  [16, 714, 0, 0, 0],
  [17, 740, 0, 0, 1],
  [18, 759, 0, 0, 0],
  [19, 781, 0, 0, 2],
  [20, 786, 0, 0, 0],
  [21, 799, 0, 0, 1],
  [22, 810, 0, 0, 0],
  [23, 819, 0, 0, 0],
  [24, 830, 0, 0, 1],
  [25, 841, 0, 0, 1],
  [26, 846, 0, 0, 1],
  [27, 853, 0, 0, 0],
  [28, 860, 0, 0, 0],
  [29, 870, 0, 0, 0],
  [30, 875, 0, 4, 0],
  [31, 880, 0, 3, 0],
  [32, 880, 0, 2, 0],
  [33, 885, 0, 6, 0],
  [34, 885, 0, 11, 0],
  [35, 880, 0, 9, 0],
  [36, 876, 0, 25, 1],
  [37, 857, 0, 36, 0],
  [38, 823, 0, 109, 0],
  [39, 716, 0, 165, 0],
  [40, 554, 0, 280, 0],
  [41, 274, 0, 208, 0],
  [42, 66, 0, 60, 0],
  [43, 6, 0, 6, 0],
];
const pregnancyCounts: readonly MonthCounts[] = pregnancies.map(([month, atRisk, ...events]) => ({
  month,
  atRisk,
  censored: 0,
  events,
}));

/** Printed by etm, tests/test.etmCIF.Rout.save 6560848: cause, week, incidence, variance, lower, upper (ci.fun = "cloglog"). */
const byEtm: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 13, 0.03895488, 8.444048e-5, 0.02448808, 0.06169378],
  [1, 23, 0.04015931, 8.570657e-5, 0.02551262, 0.06293875],
  [1, 43, 0.04015931, 8.570657e-5, 0.02551262, 0.06293875],
  [2, 33, 0.01354288, 1.216141e-5, 0.008169604, 0.02241009],
  [2, 39, 0.3220159, 2.469805e-4, 0.292313907, 0.35391574],
  [2, 43, 0.79905931, 4.922394e-4, 0.753968839, 0.84061317],
  [3, 13, 0.1504675, 4.551293e-4, 0.113597, 0.1979013],
  [3, 23, 0.1570366, 4.553237e-4, 0.1199469, 0.2041947],
  [3, 33, 0.1599039, 4.549788e-4, 0.1227389, 0.2069247],
  [3, 39, 0.1607814, 4.548031e-4, 0.1235965, 0.2077571],
  [3, 43, 0.1607814, 4.548031e-4, 0.1235965, 0.2077571],
];

/** To the digits printed: half a unit of the seventh. */
function expectPrinted(found: number | undefined, printed: number): void {
  expect(Math.abs((found ?? Number.NaN) / printed - 1)).toBeLessThan(5e-7);
}

/** Patients with AML after a bone marrow transplant: months; 1 relapse, 2 death of the transplant. */
const acuteMyeloid: readonly (readonly [number, number])[] = [
  [67, 0],
  [70, 0],
  [4, 0],
  [7, 0],
  [68, 0],
  [10, 2],
  [7, 2],
  [3, 1],
  [4, 1],
  [4, 1],
  [3, 1],
  [3, 1],
  [8, 1],
  [2, 2],
  [35, 0],
  [2, 0],
  [8, 0],
  [32, 0],
];

describe('Aalen–Johansen', () => {
  it.each(byEtm)(
    'agrees with etm on cause %d in week %d, late entries and all',
    (cause, week, incidence, variance, lower, upper) => {
      const step = aalenJohansen(pregnancyCounts, cause - 1).find(({ month }) => month === week);
      expectPrinted(step?.incidence, incidence);
      expectPrinted((step?.standardError ?? Number.NaN) ** 2, variance);
      expectPrinted(step?.interval?.lower, lower);
      expectPrinted(step?.interval?.upper, upper);
    },
  );

  it('agrees with Stata’s stcompet on three causes with censoring and ties', () => {
    // statsmodels 03ec561 (BSD-3), duration/tests/test_survfunc.py, test_incidence: "the standard errors agree with Stata".
    const times = [1, 1, 2, 4, 4, 4, 6, 6, 7, 8, 9, 9, 9, 1, 2, 2, 4, 4];
    const why = [1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const counts = countsOf(
      times.map((time, position) => [time, why[position] ?? 0] as const),
      3,
    );
    const printed = (cause: number, of: 'incidence' | 'standardError'): readonly string[] =>
      aalenJohansen(counts, cause).map((step) => step[of].toFixed(8));
    expect(printed(0, 'incidence')).toEqual(['0.11111111', ...Array<string>(6).fill('0.17037037')]);
    expect(printed(0, 'standardError')).toEqual(['0.07407407', ...Array<string>(6).fill('0.08976251')]);
    const none = '0.00000000';
    expect(printed(1, 'incidence')).toEqual([none, none, ...Array<string>(5).fill('0.20740741')]);
    expect(printed(1, 'standardError')).toEqual([none, none, ...Array<string>(5).fill('0.10610391')]);
    const third = (first: string, later: string): readonly string[] => [none, none, none, first, later, later, later];
    expect(printed(2, 'incidence')).toEqual(third('0.17777778', '0.26666667'));
    expect(printed(2, 'standardError')).toEqual(third('0.11196147', '0.12787781'));
  });

  it('gives the incidences of relapse and death after transplant that cmprsk gives', () => {
    // Scrucca, Santucci and Aversa (2010), Bone Marrow Transplantation 45, 1388–1395, patients with AML; incidences of R's cmprsk as in
    // scikit-survival 0027349 (GPL-3), tests/test_nonparametric.py.
    const counts = countsOf(acuteMyeloid, 2);
    const at = (cause: number, months: readonly number[]): readonly string[] =>
      aalenJohansen(counts, cause)
        .filter(({ month }) => months.includes(month))
        .map(({ incidence }) => incidence.toFixed(8));
    expect(at(0, [2, 3, 4, 7, 8, 70])).toEqual([
      '0.00000000',
      '0.17708333',
      '0.29513889',
      '0.29513889',
      '0.36818576',
      '0.36818576',
    ]);
    expect(at(1, [2, 3, 7, 8, 10, 70])).toEqual([
      '0.05555556',
      '0.05555556',
      '0.12048611',
      '0.12048611',
      '0.20570747',
      '0.20570747',
    ]);
  });

  it('is worked out by hand for five persons', () => {
    // Month 1: 1 of 5 meets the first cause, 1/5. Month 2: one is censored. Month 3: of 3, one meets each cause: 4/5 · 1/3 more, 7/15 in all.
    // Month 4: the last meets the second: 4/5 · 1/3 + 4/5 · 1/3 = 8/15.
    const counts = countsOf(
      [
        [1, 1],
        [2, 0],
        [3, 1],
        [3, 2],
        [4, 2],
      ],
      2,
    );
    expect(aalenJohansen(counts, 0).map(({ incidence }) => incidence.toFixed(12))).toEqual(
      [1 / 5, 1 / 5, 7 / 15, 7 / 15].map((share) => share.toFixed(12)),
    );
    expect(aalenJohansen(counts, 1).at(-1)?.incidence).toBeCloseTo(8 / 15, 14);
  });

  it('has the interval of R’s survival and of stcompet where log(−log) is taken of the incidence', () => {
    // From etm's printed incidence 0.3220159 and variance 2.469805e-4: 1.96 · 0.0157156 / (0.3220159 · 1.1331545) = 0.0844137;
    // 0.3220159 to the powers e^0.0844137 and e^−0.0844137.
    const week39 = aalenJohansen(pregnancyCounts, 1, { logLogOf: 'incidence' }).find(({ month }) => month === 39);
    expect(week39?.interval?.lower).toBeCloseTo(0.2914283, 6);
    expect(week39?.interval?.upper).toBeCloseTo(0.3529508, 6);
    const first = aalenJohansen(pregnancyCounts, 1, { logLogOf: 'incidence' })[0];
    expect(first?.incidence).toBe(0);
    expect(first).not.toHaveProperty('interval');
    const counts = countsOf(acuteMyeloid, 2);
    const within = incidenceWithin(counts, 0, 9, { logLogOf: 'incidence', level: 0.9 });
    const month8 = aalenJohansen(counts, 0, { logLogOf: 'incidence', level: 0.9 }).find(({ month }) => month === 8);
    expect(within).toMatchObject({ incidence: month8?.incidence, interval: month8?.interval });
  });

  it('refuses a cause that there is not', () => {
    for (const cause of [-1, 2, 0.5]) {
      expect(() => aalenJohansen(countsOf(acuteMyeloid, 2), cause)).toThrow(MonthCountsError);
    }
  });

  it('leaves nothing over: incidences of all causes and survival are one', () => {
    fc.assert(
      fc.property(randomMonthCounts, (counts) => {
        const curves = (counts[0]?.events ?? []).map((_, cause) => aalenJohansen(counts, cause));
        for (const [position, { survival }] of kaplanMeier(counts).entries()) {
          const met = curves.reduce((sum, curve) => sum + (curve[position]?.incidence ?? 0), 0);
          expect(met + survival).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('is 1 − Kaplan–Meier with its interval where there is one cause', () => {
    fc.assert(
      fc.property(randomMonthCounts, (counts) => {
        const together = counts.map((one) => ({ ...one, events: [one.events.reduce((sum, count) => sum + count, 0)] }));
        const survival = kaplanMeier(together);
        for (const [position, step] of aalenJohansen(together, 0).entries()) {
          const other = survival[position];
          expect(step.incidence).toBeCloseTo(1 - (other?.survival ?? 0), 12);
          if (other?.standardError !== undefined) expect(step.standardError).toBeCloseTo(other.standardError, 12);
          expect(step.interval === undefined).toBe(other?.interval === undefined);
          if (step.interval === undefined || other?.interval === undefined) continue;
          expect(step.interval.lower).toBeCloseTo(1 - other.interval.upper, 9);
          expect(step.interval.upper).toBeCloseTo(1 - other.interval.lower, 9);
        }
      }),
    );
  });

  it('is a share with the error of a binomial share where nobody is censored', () => {
    fc.assert(
      fc.property(randomMonthCounts, (counts) => {
        const complete = counts.map((one) => ({ ...one, censored: 0 }));
        const all = complete.reduce((sum, { events }) => sum + events.reduce((a, b) => a + b, 0), 0);
        let met = 0;
        const steps = aalenJohansen(complete, 0);
        for (const step of steps) {
          met += step.events;
          const share = met / all;
          expect(step.incidence).toBeCloseTo(share, 12);
          expect(step.standardError ** 2).toBeCloseTo((share * (1 - share)) / all, 12);
        }
      }),
    );
  });
});

describe('the quantile of what has happened by one cause', () => {
  it('is the first month by which the share of all has met it', () => {
    // Live births reach 0.322 in week 39 and 0.563 in week 40 (etm).
    expect(incidenceQuantile(aalenJohansen(pregnancyCounts, 1), 0.5)).toEqual({
      status: 'reached',
      month: 40,
      lower: 40,
      upper: 40,
    });
  });

  it('is not reached where others leave otherwise, whatever the follow-up', () => {
    // In all 0.799 end in a live birth.
    expect(incidenceQuantile(aalenJohansen(pregnancyCounts, 1), 0.85)).toEqual({ status: 'notReached' });
    // The upper end of its interval is 0.8406.
    expect(incidenceQuantile(aalenJohansen(pregnancyCounts, 1), 0.84)).toEqual({ status: 'notReached', lower: 43 });
  });
});
