import { describe, expect, test } from 'vitest';
import { InvalidDateError } from '../days/calendar.js';
import { fundingPeriod, FundingPeriodError, fundingPeriodOf } from './funding-period.js';

describe('funding periods', () => {
  test('a period lasts from July to June', () => {
    expect(fundingPeriod('2024-2025')).toEqual({ id: '2024-2025', from: '2024-07-01', to: '2025-06-30' });
  });

  test('30 June and 1 July are in different ones', () => {
    expect(fundingPeriodOf('2024-06-30').id).toBe('2023-2024');
    expect(fundingPeriodOf('2024-07-01').id).toBe('2024-2025');
    expect(fundingPeriodOf('2018-07-01').id).toBe('2018-2019');
  });

  test('what is no period is said to be none', () => {
    for (const text of ['2024', '2024-2026', '2025-2024', '2017-2018', '2024/2025', '', '02024-2025'])
      expect(() => fundingPeriod(text)).toThrow(FundingPeriodError);
    expect(() => fundingPeriodOf('2018-06-30')).toThrow(FundingPeriodError);
    expect(() => fundingPeriodOf('2024-06-31')).toThrow(InvalidDateError);
  });
});
