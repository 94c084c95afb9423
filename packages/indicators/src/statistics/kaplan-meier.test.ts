import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomMonthCounts } from '../../testing/random-month-counts.js';
import { kaplanMeier } from './kaplan-meier.js';
import type { MonthCounts } from './month-counts.js';
import { QuantileRangeError } from './normal-quantile.js';
import { survivalQuantile } from './time-quantile.js';

/** Times with a + are censored. */
function countsOf(times: string): readonly MonthCounts[] {
  const all = times.split(' ').map((time) => ({ month: Number(time.replace('+', '')), censored: time.endsWith('+') }));
  const months = [...new Set(all.map(({ month }) => month))].sort((a, b) => a - b);
  return months.map((month) => {
    const leaving = all.filter((one) => one.month === month);
    const censored = leaving.filter((one) => one.censored).length;
    return { month, censored, events: [leaving.length - censored] };
  });
}

/** Weeks of remission under 6-MP and without it, Freireich et al. (1963), Blood 21, 699–716. */
const sixMp = countsOf('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const control = countsOf('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

/** Weeks to relapse, acute myelogenous leukaemia: `aml` of R's survival, from Miller (1981), Survival Analysis, p. 49. */
const maintained = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
const notMaintained = '5 5 8 8 12 16+ 23 27 30 33 43 45';
const aml = countsOf(`${maintained} ${notMaintained}`);

/**
 * All of `aml` together by R's survfit with conf.type = "log-log": week, at risk, events, survival, standard error of its logarithm,
 * lower, upper. JuliaStats/Survival.jl b936f70 (MIT), test/data/refs/leukemia_km.csv.
 */
const amlByR: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [5, 23, 2, 0.91304347826087, 0.0643489452087787, 0.694947537532059, 0.977515669900713],
  [8, 21, 2, 0.826086956521739, 0.095672974646988, 0.600610411237199, 0.930903558387115],
  [9, 19, 1, 0.782608695652174, 0.109896745565965, 0.554211506668729, 0.903207489881887],
  [12, 18, 1, 0.739130434782609, 0.1238760208523, 0.509209438754219, 0.873375781697676],
  [13, 17, 1, 0.695652173913043, 0.137919321091843, 0.465641749762004, 0.841721291391763],
  [16, 15, 0, 0.695652173913043, 0.137919321091843, 0.465641749762004, 0.841721291391763],
  [18, 14, 1, 0.645962732919255, 0.156576641377123, 0.413952950717117, 0.805307764482079],
  [23, 13, 2, 0.546583850931677, 0.196219924092724, 0.319250413971187, 0.726449173820633],
  [27, 11, 1, 0.496894409937888, 0.218158583837225, 0.275565628012137, 0.684213788447816],
  [28, 10, 0, 0.496894409937888, 0.218158583837225, 0.275565628012137, 0.684213788447816],
  [30, 9, 1, 0.44168391994479, 0.247955755308789, 0.227381168462543, 0.637092687459888],
  [31, 8, 1, 0.386473429951691, 0.281672148867962, 0.182836618648628, 0.58747691441794],
  [33, 7, 1, 0.331262939958592, 0.321167749404293, 0.141825693481738, 0.535273789989068],
  [34, 6, 1, 0.276052449965493, 0.369434779887807, 0.104441343233593, 0.480284660416562],
  [43, 5, 1, 0.220841959972395, 0.431835682396386, 0.0709966489828616, 0.422167443380925],
  [45, 4, 1, 0.165631469979296, 0.519437570766772, 0.0421142812615769, 0.360361360273183],
  [48, 2, 1, 0.082815734989648, 0.877391241080104, 0.00695596679853646, 0.286760367980918],
  [161, 1, 0, 0.082815734989648, 0.877391241080104, 0.00695596679853646, 0.286760367980918],
];

/** Within 1e-9 of what is expected, relative to it. */
function expectClose(found: number | undefined, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) / expected - 1)).toBeLessThan(1e-9);
}

describe('Kaplan–Meier', () => {
  it('gives the textbook table of remission under 6-MP', () => {
    // Week, at risk, events, survival, standard error: Klein and Moeschberger (2003), Survival Analysis, section 4.2.
    expect(
      kaplanMeier(sixMp)
        .filter(({ events }) => events > 0)
        .map((step) => [
          step.month,
          step.atRisk,
          step.events,
          step.survival.toFixed(3),
          step.standardError?.toFixed(4) ?? '',
        ]),
    ).toEqual([
      [6, 21, 3, '0.857', '0.0764'],
      [7, 17, 1, '0.807', '0.0869'],
      [10, 15, 1, '0.753', '0.0963'],
      [13, 12, 1, '0.690', '0.1068'],
      [16, 11, 1, '0.627', '0.1141'],
      [22, 7, 1, '0.538', '0.1282'],
      [23, 6, 1, '0.448', '0.1346'],
    ]);
  });

  it('gives the first weeks of the control group as Stata lists them, with their intervals', () => {
    // Germán Rodríguez, Pop 509, The Gehan survival data: sts list.
    const [week1, week2] = kaplanMeier(control);
    expect(week1?.survival).toBeCloseTo(0.9048, 4);
    expect(week1?.standardError).toBeCloseTo(0.0641, 4);
    expect(week1?.interval?.lower).toBeCloseTo(0.67, 4);
    expect(week1?.interval?.upper).toBeCloseTo(0.9753, 4);
    expect(week2?.survival).toBeCloseTo(0.8095, 4);
    expect(week2?.interval?.lower).toBeCloseTo(0.5689, 4);
    expect(week2?.interval?.upper).toBeCloseTo(0.9239, 4);
  });

  it('agrees with R to nine digits, in survival, error and log-log interval', () => {
    const steps = kaplanMeier(aml);
    expect(steps).toHaveLength(amlByR.length);
    for (const [position, [week, atRisk, events, survival, errorOfLog, lower, upper]] of amlByR.entries()) {
      const step = steps[position];
      expect([step?.month, step?.atRisk, step?.events]).toEqual([week, atRisk, events]);
      expectClose(step?.survival, survival);
      expectClose(step?.standardError, survival * errorOfLog);
      expectClose(step?.interval?.lower, lower);
      expectClose(step?.interval?.upper, upper);
    }
  });

  it('has neither error nor interval where nobody is left, and no interval where nothing has happened', () => {
    const last = kaplanMeier(countsOf(notMaintained)).at(-1);
    expect(last).toEqual({ month: 45, atRisk: 1, events: 1, censored: 0, survival: 0 });
    expect(kaplanMeier(countsOf('3+ 4'))[0]).toEqual({
      month: 3,
      atRisk: 2,
      events: 0,
      censored: 1,
      survival: 1,
      standardError: 0,
    });
  });

  it('takes events of a month before the censoring of that month', () => {
    // 4 at risk in month 2: 1 of 4 leaves, though 2 are censored in the same month.
    expect(kaplanMeier(countsOf('2 2+ 2+ 5'))[0]?.survival).toBe(0.75);
  });

  it('is the share that has not left where nobody is censored, with the error of a binomial share', () => {
    // Ten, of whom three have left by month 2: 0.7, √(0.7 · 0.3 / 10).
    const step = kaplanMeier(countsOf('0 1 2 3 3 3 4 4 9 9'))[2];
    expect(step?.survival).toBeCloseTo(0.7, 14);
    expect(step?.standardError).toBeCloseTo(Math.sqrt(0.021), 14);
  });

  it('narrows with a lower level and refuses a level that is none', () => {
    const widths = [0.8, 0.95, 0.99].map((level) => {
      const interval = kaplanMeier(aml, { level })[3]?.interval;
      return (interval?.upper ?? 0) - (interval?.lower ?? 0);
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(() => kaplanMeier(aml, { level: 95 })).toThrow(QuantileRangeError);
  });

  it('never rises, lies within its interval, and its interval within 0 and 1', () => {
    fc.assert(
      fc.property(randomMonthCounts, (counts) => {
        let before = 1;
        for (const { survival, interval } of kaplanMeier(counts)) {
          expect(survival).toBeLessThanOrEqual(before);
          before = survival;
          if (interval === undefined) continue;
          expect(interval.lower).toBeGreaterThanOrEqual(0);
          expect(interval.lower).toBeLessThanOrEqual(survival);
          expect(interval.upper).toBeGreaterThanOrEqual(survival);
          expect(interval.upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the quantile of what has happened to all', () => {
  it('is the median that R gives for each group of aml', () => {
    // survival 2.34 (LGPL), tests/doaml.Rout.save: 31 and 23 weeks.
    expect(survivalQuantile(kaplanMeier(countsOf(maintained)), 0.5)).toMatchObject({ status: 'reached', month: 31 });
    expect(survivalQuantile(kaplanMeier(countsOf(notMaintained)), 0.5)).toMatchObject({ status: 'reached', month: 23 });
  });

  it('has the interval that SAS gives for a quartile by log-log', () => {
    // Days to relapse or death, patients with ALL: Klein and Moeschberger (2003), table D.1. SAS/STAT, The LIFETEST procedure, product-limit
    // method, confidence limits for the 25th percentile: LOGLOG 86 to 230; the estimate is 122.
    const days =
      '2081+ 1602+ 1496+ 1462+ 1433+ 1377+ 1330+ 996+ 226+ 1199+ 1111+ 530+ 1182+ 1167+ 418 383 276 104 609 172 487 662 194 230 526 122 129 74 122 86 466 192 109 55 1 107 110 332';
    expect(survivalQuantile(kaplanMeier(countsOf(days)), 0.25)).toEqual({
      status: 'reached',
      month: 122,
      lower: 86,
      upper: 230,
    });
  });

  it('is not reached where too many are censored, and may have no upper end', () => {
    expect(survivalQuantile(kaplanMeier(sixMp), 0.9)).toMatchObject({ status: 'notReached' });
    expect(survivalQuantile(kaplanMeier(sixMp), 0.5)).toMatchObject({ status: 'reached', month: 23 });
    expect(survivalQuantile(kaplanMeier(sixMp), 0.5)).not.toHaveProperty('upper');
  });

  it('is reached by exactly half, in spite of rounding', () => {
    // 23/24 · 22/23 · … · 12/13 is just above 0.5 in floating point.
    const weeks = Array.from({ length: 24 }, (_, position) => position + 1).join(' ');
    expect(survivalQuantile(kaplanMeier(countsOf(weeks)), 0.5)).toMatchObject({ month: 12 });
  });

  it('refuses a share that is none', () => {
    for (const share of [0, 1, Number.NaN]) {
      expect(() => survivalQuantile(kaplanMeier(sixMp), share)).toThrow(QuantileRangeError);
    }
  });
});
