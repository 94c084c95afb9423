import { describe, expect, it } from 'vitest';
import { incidenceWithin } from './incidence-within.js';
import { monthCountsOf } from './month-counts.js';

/** For each month censored, graduated, left. */
const amounts = (...months: readonly (readonly [number, number, number])[]) => monthCountsOf(months.flat(), 2);

describe('the incidence within so many months', () => {
  it('counts what happened before they had passed, and not what happened after', () => {
    // 10 start. Month 1: one leaves. Month 2: four graduate, 4/10. Month 3: three of five graduate.
    const counts = amounts([0, 0, 0], [0, 0, 1], [0, 4, 0], [2, 3, 0]);
    expect(incidenceWithin(counts, 0, 3)).toMatchObject({ status: 'value', incidence: 0.4, atRisk: 9 });
    expect(incidenceWithin(counts, 0, 4)).toMatchObject({ status: 'value', atRisk: 5 });
  });

  it('tells a cohort that has not had its time by those who have', () => {
    // 10 start, 5 of them are followed for one month only. Month 1 of the others: 2 of 5 graduate, 2/5.
    const counts = amounts([5, 0, 0], [3, 2, 0]);
    expect(incidenceWithin(counts, 0, 2)).toMatchObject({ status: 'value', incidence: 0.4, atRisk: 5 });
  });

  it('is immature where nobody has been followed so far', () => {
    expect(incidenceWithin(amounts([5, 0, 0], [3, 2, 0], [0, 0, 0]), 0, 3)).toEqual({
      status: 'immature',
      followed: 2,
    });
  });

  it('is final where all have left, however short the time', () => {
    expect(incidenceWithin(amounts([0, 1, 1], [0, 2, 0]), 0, 36)).toMatchObject({ status: 'value', incidence: 0.75 });
  });

  it('has no data where nobody has started', () => {
    expect(incidenceWithin(amounts([0, 0, 0]), 0, 36)).toEqual({ status: 'noData' });
    expect(incidenceWithin([], 0, 36)).toEqual({ status: 'noData' });
  });

  it('is as sure as those who have been followed are many', () => {
    // Without censoring: √(0.4 · 0.6 / 10).
    const within = incidenceWithin(amounts([0, 4, 0], [6, 0, 0]), 0, 2);
    expect(within).toMatchObject({ status: 'value', incidence: 0.4 });
    if (within.status === 'value') expect(within.standardError).toBeCloseTo(Math.sqrt(0.024), 14);
  });
});
