import { describe, expect, test } from 'vitest';
import { netPromoterScore, promotersOf } from './net-promoter-score.js';

describe('net promoter score', () => {
  test('9 and 10 promote, 0 to 6 detract, 7 and 8 only count', () => {
    // Of 0 … 10:      0  1  2  3  4  5  6  7  8  9 10
    const counts = [1, 0, 0, 0, 0, 0, 2, 3, 4, 5, 6];
    expect(promotersOf(counts)).toEqual({ promoters: 11, detractors: 3, n: 21 });
    // (11 − 3) / 21 = 38.095 %
    expect(netPromoterScore(promotersOf(counts))).toBe(38);
  });

  test('a half goes up on both sides of zero, as Math/round does it', () => {
    // 1/8 = 12.5 %, −1/8 = −12.5 %
    expect(netPromoterScore({ promoters: 4, detractors: 3, n: 8 })).toBe(13);
    expect(netPromoterScore({ promoters: 3, detractors: 4, n: 8 })).toBe(-12);
  });

  test('the ends are 100 and −100', () => {
    expect(netPromoterScore({ promoters: 7, detractors: 0, n: 7 })).toBe(100);
    expect(netPromoterScore({ promoters: 0, detractors: 7, n: 7 })).toBe(-100);
  });

  test('without answers there is no score', () => {
    expect(netPromoterScore(promotersOf([]))).toBeUndefined();
  });
});
