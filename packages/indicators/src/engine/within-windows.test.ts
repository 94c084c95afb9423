import { describe, expect, it } from 'vitest';
import type { Expr } from '../definitions/definition.js';
import { studentYears } from '../definitions/student-years.js';
import { dayFromIso } from '../days/calendar.js';
import { periodStates } from '../facts/codes.js';
import { evaluate, fold } from './expression.js';
import { ruleWithin, withinSpan } from './within-windows.js';

const first: Expr = { column: 'row.start' };
const last: Expr = { column: 'row.end' };
const share: Expr = { column: 'period.share' };
const year = (number: number) => ({
  from: dayFromIso(`${String(number)}-01-01`),
  to: dayFromIso(`${String(number)}-12-31`),
});
const [july2023, endOf2025] = [dayFromIso('2023-07-01'), dayFromIso('2025-12-31')];
const values = { from: 0, to: 0, asOf: 0, lastMonthEnd: 0 };

describe('an expression within the windows of a rule', () => {
  it.each<[string, Expr, Expr]>([
    ['the later of the first day and an earlier one', { max: [first, july2023] }, first],
    ['the earlier of an earlier day and the last day', { min: [endOf2025, last] }, endOf2025],
    ['days until a day before them', { days: [first, endOf2025] }, 0],
    ['days of July until a day before them', { daysInMonth: [first, endOf2025], month: 7 }, 0],
    ['no days, times a share', { multiply: [{ days: [first, endOf2025] }, share] }, 0],
    ['the same number for every code', { byCode: 'right.julyRule', cases: { removed: 0 }, otherwise: 0 }, 0],
    ['days less days of which there are none', { subtract: [{ days: [first, endOf2025] }, 1] }, -1],
  ])('is shorter for %s', (_, written, shorter) => {
    expect(withinSpan(written, year(2026))).toEqual(shorter);
  });

  it.each<[string, Expr]>([
    ['a day inside the windows', { max: [first, dayFromIso('2026-05-01')] }],
    ['the days of a row', { days: [first, last] }],
    ['two days of a row, of which either can be the later', { max: [first, last] }],
    ['three days', { max: [first, july2023, 0] }],
    ['no days times something that can be missing', { multiply: [0, { column: 'right.confirmed' }] }],
    ['columns of the facts', { max: [{ column: 'period.start' }, july2023] }],
    ['another number for some code', { byCode: 'right.julyRule', cases: { removed: 1 }, otherwise: 0 }],
  ])('stays as it is for %s', (_, written) => {
    expect(withinSpan(written, year(2026))).toEqual(written);
  });

  it('is a day that begins or ends the windows where the other day is the same', () => {
    expect(withinSpan({ max: [first, dayFromIso('2026-01-01')] }, year(2026))).toEqual(first);
    expect(withinSpan({ min: [last, dayFromIso('2026-12-31')] }, year(2026))).toEqual(last);
    expect(withinSpan({ days: [first, dayFromIso('2026-01-01')] }, year(2026))).not.toBe(0);
  });
});

describe('the rule of student years from 2026', () => {
  const rule = studentYears.rules[1]!;
  const amountIn = (number: number): Expr => {
    const { measure } = ruleWithin(rule, year(number), values);
    return measure.kind === 'personDays' ? measure.amount : 0;
  };

  it('has nothing for a holiday in 2026, which it counts until the end of 2025', () => {
    expect(amountIn(2026)).toMatchObject({ cases: { holiday: 0 } });
    expect(amountIn(2025)).not.toMatchObject({ cases: { holiday: 0 } });
  });

  it.each([2023, 2025, 2026])('gives in %i what it gives as it is written', (number) => {
    const { from, to } = year(number);
    const written = fold(rule.measure.kind === 'personDays' ? rule.measure.amount : 0, values);
    const july = [dayFromIso(`${String(number)}-06-30`), dayFromIso(`${String(number)}-07-20`)];
    const days = [from, from + 40, ...july, to - 1, to];
    for (const state of periodStates.keys()) {
      for (const julyRule of [0, 1, 255]) {
        for (const start of days) {
          for (const end of days.filter((day) => day >= start)) {
            const row: Readonly<Record<string, number>> = {
              'row.start': start,
              'row.end': end,
              'period.state': state,
              'period.share': 500_000,
              'right.julyRule': julyRule,
            };
            const read = (leaf: string): number => row[leaf] ?? NaN;
            expect(evaluate(amountIn(number), read)).toBe(evaluate(written, read));
          }
        }
      }
    }
  });

  it('stays as it is where its rows are of no windows', () => {
    const whole = { ...rule, steps: rule.steps.filter((step) => !('slice' in step)) };
    expect(ruleWithin(whole, year(2026), values)).toBe(whole);
  });
});
