import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAxis } from './number-axis.js';

const years = { unit: 'studentYears', decimals: 1 } as const;
const share = { unit: 'share', decimals: 1 } as const;
const students = { unit: 'students', decimals: 0 } as const;

describe('an axis of numbers', () => {
  it('goes from 0 to a round number at or above the highest value', () => {
    expect(numberAxis(1571.3, years, 6).ticks).toEqual([0, 500, 1000, 1500, 2000]);
    expect(numberAxis(0.696, share, 6).ticks.at(-1)).toBeCloseTo(0.8, 12);
    expect(numberAxis(1, share, 5).ticks).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
  });

  it('does not add a step above a value that is round itself', () => {
    expect(numberAxis(100, years, 5).top).toBe(100);
    expect(numberAxis(0.3, share, 3).top).toBeCloseTo(0.3, 12);
  });

  it('writes no more decimals than its steps have', () => {
    expect(numberAxis(0.05, share, 5).form.decimals).toBe(0);
    expect(numberAxis(0.004, share, 4).form.decimals).toBe(1);
    expect(numberAxis(3.2, years, 8).form.decimals).toBe(1);
    expect(numberAxis(3000, years, 4).form.decimals).toBe(0);
  });

  it('counts persons and days in whole ones', () => {
    expect(numberAxis(2, students, 6).ticks).toEqual([0, 1, 2]);
  });

  it('is there even where there is no value', () => {
    expect(numberAxis(0, share, 5).top).toBe(1);
  });

  it('reaches any value in at most as many steps as there is room for', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 8 }), (highest, count) => {
        const { ticks, top } = numberAxis(highest, years, count);
        expect(top).toBeGreaterThanOrEqual(highest * (1 - 1e-8));
        expect(ticks.length - 1).toBeLessThanOrEqual(count);
        expect(highest / top).toBeGreaterThan(0.4 / 2);
      }),
    );
  });
});
