import { expect, it } from 'vitest';
import { NO_DAY } from '../days/day.js';
import { byHalfYear } from './half-years.js';

it('what belongs to a half-year is made once, and each time outside the years of the table', () => {
  const asked: number[] = [];
  const doubled = byHalfYear((halfYear) => {
    asked.push(halfYear);
    return halfYear * 2;
  });
  const halfYears = [4046, 4047, 4046, 20_000, 20_000, NO_DAY];
  expect(halfYears.map(doubled)).toEqual(halfYears.map((halfYear) => halfYear * 2));
  expect(asked).toEqual([4046, 4047, 20_000, 20_000, NO_DAY]);
});
