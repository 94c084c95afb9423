import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FundingPeriodError } from './funding-period.js';
import { nonResponseFactor, nonResponseRuleOf, nonResponseRules } from './non-response.js';
import { responseRate } from './response-rate.js';

const periods = ['2018-2019', '2019-2020', '2020-2021', '2022-2023', '2023-2024', '2024-2025', '2030-2031'];
const factor = (period: string, answered: number, asked: number) => nonResponseFactor(period, { asked, answered });

describe('the correction of non-response', () => {
  test('2018–2019: 1 + 15/16 · v − 25/32 · v² below 0.8', () => {
    // v = 1/2: 1 + 15/32 − 25/128 = 163/128
    expect(factor('2018-2019', 50, 100)).toBe(163 / 128);
    expect(factor('2018-2019', 90, 100)).toBe(10 / 9);
  });

  test('2019–2024: flat up to 0.2, a line up to 0.7, then 1 / v', () => {
    expect(factor('2021-2022', 1, 100)).toBe(857 / 350);
    // v = 1/2: 10/7 + 2.04 · 0.2 = 10/7 + 0.408 = 1285.6/700
    expect(factor('2021-2022', 50, 100)).toBe(6428 / 3500);
    expect(factor('2021-2022', 75, 100)).toBe(4 / 3);
  });

  test('from 2024: a line up to 0.6, then 1 / v', () => {
    // v = 1/2: 5/3 + 0.2 = 28/15
    expect(factor('2024-2025', 50, 100)).toBe(28 / 15);
    expect(factor('2024-2025', 0, 100)).toBe(43 / 15);
    expect(factor('2024-2025', 80, 100)).toBe(1.25);
  });

  test('the rules meet at their joints, so that one reply more or less is no leap', () => {
    expect(factor('2018-2019', 8, 10)).toBe(1.25);
    expect(factor('2019-2020', 7, 10)).toBe(10 / 7);
    expect(factor('2019-2020', 2, 10)).toBe(857 / 350);
    expect(factor('2024-2025', 6, 10)).toBe(5 / 3);
    const joints: readonly (readonly [string, number])[] = [
      ['2018-2019', 8],
      ['2019-2020', 7],
      ['2019-2020', 2],
      ['2024-2025', 6],
    ];
    for (const [period, tenths] of joints) {
      const at = factor(period, tenths * 1_000_000, 10_000_000) ?? 0;
      const below = factor(period, tenths * 1_000_000 - 1, 10_000_000) ?? 0;
      const above = factor(period, tenths * 1_000_000 + 1, 10_000_000) ?? 0;
      expect(Math.abs(at - below)).toBeLessThan(1e-6);
      expect(Math.abs(at - above)).toBeLessThan(1e-6);
    }
  });

  test('a joint is a joint for whole numbers that no binary fraction hits: 21 of 30 is 0.7, 12 of 20 is 0.6', () => {
    expect(factor('2023-2024', 21, 30)).toBe(30 / 21);
    expect(factor('2024-2025', 12, 20)).toBe(20 / 12);
  });

  test('where everybody answers, points stay as they are', () => {
    for (const period of periods) expect(factor(period, 17, 17)).toBe(1);
  });

  test('from 2019 on, more replies never raise the factor, and points × factor never fall with them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periods.slice(1)),
        fc.integer({ min: 1, max: 2000 }),
        fc.nat(1999),
        (period, asked, some) => {
          const answered = some % asked;
          const [less = 0, more = 0] = [factor(period, answered, asked), factor(period, answered + 1, asked)];
          expect(more).toBeLessThanOrEqual(less);
          expect((answered + 1) * more).toBeGreaterThanOrEqual(answered * less - 1e-9);
        },
      ),
    );
  });

  test('where nobody was asked there is neither rate nor factor', () => {
    expect(factor('2024-2025', 0, 0)).toBeUndefined();
    expect(responseRate({ asked: 0, answered: 3 })).toBeUndefined();
  });

  test('each funding period has the rule of its time, and no other text has one', () => {
    expect(periods.map((period) => nonResponseRuleOf(period).id)).toEqual([
      '2018-2019',
      '2019-2024',
      '2019-2024',
      '2019-2024',
      '2019-2024',
      'from-2024',
      'from-2024',
    ]);
    expect(() => nonResponseRuleOf('2017-2018')).toThrow(FundingPeriodError);
    expect(nonResponseRules.map(({ first, last }) => [first, last])).toEqual([
      ['2018-2019', '2018-2019'],
      ['2019-2020', '2023-2024'],
      ['2024-2025', undefined],
    ]);
  });
});

describe('response rate', () => {
  test('300 replies of 400 persons, and 90 days of 120, are both 75 %', () => {
    expect(responseRate({ asked: 400, answered: 300 })).toBe(0.75);
    expect(responseRate({ asked: 120, answered: 90 })).toBe(0.75);
  });
});
