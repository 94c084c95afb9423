import { describe, expect, it } from 'vitest';
import { dayFromIso as day, isoFromDay } from '../days/calendar.js';
import type { Definition, DimensionId, Rule, Step } from '../definitions/definition.js';
import { checkpointsOf, segmentsOf } from './segments.js';
import {
  cellOfWindow,
  isWindowDimension,
  periodOf,
  ruleOn,
  rulesShareCells,
  windowsOf,
  type Window,
} from './windows.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const slice: Step = { slice: [0, 1] };
const months: Step = { slice: [0, 1], into: 'months' };

function ruleOf(id: string, inForce: Rule['inForce'], ...steps: readonly Step[]): Rule {
  return { id, label: text, inForce, steps, measure: { kind: 'count' }, sources: [] };
}
function definitionOf(...rules: readonly Rule[]): Definition {
  return {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules,
    dimensions: [],
    figures: [],
    limits: [],
    unverified: [],
  };
}

const old = ruleOf('old', { to: '2023-12-31' }, slice);
const recent = ruleOf('recent', { from: '2024-01-01' }, slice);
const both = definitionOf(old, recent);
const always = definitionOf(ruleOf('always', {}, slice));

function windows(of: Definition, from: string, to: string, ...dimensions: readonly DimensionId[]): readonly Window[] {
  return windowsOf(of, { from: day(from), to: day(to) }, new Set(dimensions), undefined);
}
const spans = (list: readonly Window[]): readonly string[] =>
  list.map(({ start, end, year, halfYear, month }) =>
    [isoFromDay(start), isoFromDay(end), year, halfYear, month].join(' '),
  );

describe('a period', () => {
  it('goes from its first to its last day, which may be one', () => {
    expect(periodOf({ from: '2024-02-28', to: '2024-03-01' })).toEqual({
      from: day('2024-02-28'),
      to: day('2024-03-01'),
    });
    expect(periodOf({ from: '2024-02-29', to: '2024-02-29' })).toEqual({
      from: day('2024-02-29'),
      to: day('2024-02-29'),
    });
  });

  it('does not end before it begins', () => {
    expect(() => periodOf({ from: '2024-02-02', to: '2024-02-01' })).toThrow(
      expect.objectContaining({
        code: 'period-order',
        path: 'period',
        found: '2024-02-02–2024-02-01',
        expected: 'a last day that is not before the first',
      }),
    );
  });

  it('is of 150 years at most, all of them as long as leap years', () => {
    // 150 × 366 = 54,900 days after 1 January 1900.
    const last = isoFromDay(day('1900-01-01') + 54_900);
    expect(periodOf({ from: '1900-01-01', to: last }).to).toBe(day(last));
    const tooLate = isoFromDay(day(last) + 1);
    expect(() => periodOf({ from: '1900-01-01', to: tooLate })).toThrow(
      expect.objectContaining({
        code: 'period-too-long',
        path: 'period',
        found: `1900-01-01–${tooLate}`,
        expected: 'at most 150 years',
      }),
    );
  });
});

describe('the rule of a day', () => {
  it('is the one in force, its first and last day among its days', () => {
    expect(ruleOn(both, day('1999-01-01'), undefined)).toBe(old);
    expect(ruleOn(both, day('2023-12-31'), undefined)).toBe(old);
    expect(ruleOn(both, day('2024-01-01'), undefined)).toBe(recent);
    expect(ruleOn(both, day('2050-01-01'), undefined)).toBe(recent);
  });

  it('or the one asked for, whatever the day', () => {
    expect(ruleOn(both, day('2050-01-01'), 'old')).toBe(old);
    expect(() => ruleOn(both, day('2050-01-01'), 'next')).toThrow(
      expect.objectContaining({ code: 'unknown-rule', path: 'rule', found: 'next', expected: 'one of old, recent' }),
    );
  });

  it('is missed where none is in force', () => {
    const late = definitionOf(recent, ruleOf('later', { from: '2025-01-01', to: '2025-12-31' }));
    expect(() => ruleOn(late, day('2023-12-31'), undefined)).toThrow(
      expect.objectContaining({
        code: 'no-rule-in-force',
        path: 'period',
        found: '2023-12-31',
        expected: 'a day on which one of recent, later is in force',
      }),
    );
  });
});

describe('windows', () => {
  it('are calendar years, the first and last cut to the period', () => {
    expect(spans(windows(always, '2022-03-15', '2024-07-31', 'year', 'school'))).toEqual([
      '2022-03-15 2022-12-31 2022 2022-H1 2022-03',
      '2023-01-01 2023-12-31 2023 2023-H1 2023-01',
      '2024-01-01 2024-07-31 2024 2024-H1 2024-01',
    ]);
    expect(spans(windows(always, '2022-12-31', '2022-12-31'))).toEqual(['2022-12-31 2022-12-31 2022 2022-H2 2022-12']);
  });

  it('are half-years where those are asked for', () => {
    expect(spans(windows(always, '2023-06-30', '2024-02-29', 'halfYear'))).toEqual([
      '2023-06-30 2023-06-30 2023 2023-H1 2023-06',
      '2023-07-01 2023-12-31 2023 2023-H2 2023-07',
      '2024-01-01 2024-02-29 2024 2024-H1 2024-01',
    ]);
  });

  it('are months where those are asked for, or where some rule looks at months', () => {
    const february = [
      '2024-01-31 2024-01-31 2024 2024-H1 2024-01',
      '2024-02-01 2024-02-29 2024 2024-H1 2024-02',
      '2024-03-01 2024-03-10 2024 2024-H1 2024-03',
    ];
    expect(spans(windows(always, '2024-01-31', '2024-03-10', 'month', 'halfYear'))).toEqual(february);
    const monthly = definitionOf(
      ruleOf('yearly', { to: '2020-12-31' }, { each: 'period' }, slice),
      ruleOf('monthly', { from: '2021-01-01' }, { each: 'period' }, months),
    );
    expect(spans(windows(monthly, '2024-01-31', '2024-03-10', 'year'))).toEqual(february);
  });

  it('have the rule of their first day, or the one asked for', () => {
    const rules = (asked?: string) =>
      windowsOf(both, { from: day('2023-12-01'), to: day('2024-12-31') }, new Set(), asked).map(({ rule }) => rule.id);
    expect(rules()).toEqual(['old', 'recent']);
    expect(rules('recent')).toEqual(['recent', 'recent']);
  });

  it('are what dimensions of time are made of', () => {
    const ids: readonly DimensionId[] = ['year', 'halfYear', 'month', 'cohort', 'checkpoint'];
    expect(ids.filter(isWindowDimension)).toEqual(['year', 'halfYear', 'month']);
  });

  it('stand in one cell unless by tells them apart', () => {
    const [december, january] = windows(both, '2023-12-01', '2024-01-31', 'month');
    expect(cellOfWindow(december!, ['school', 'month', 'year'])).toBe('2023 2023-12');
    expect(cellOfWindow(january!, ['halfYear'])).toBe('2024-H1');
    expect(cellOfWindow(january!, ['school'])).toBe('');
    const all = [december!, january!];
    expect(rulesShareCells(all, ['school'])).toBe(true);
    expect(rulesShareCells(all, ['year'])).toBe(false);
    expect(rulesShareCells(windows(always, '2023-12-01', '2024-01-31', 'month'), [])).toBe(false);
    expect(rulesShareCells([], [])).toBe(false);
  });
});

describe('segments', () => {
  const of = (definition: Definition, from: string, to: string, asked?: string) => {
    const period = { from: day(from), to: day(to) };
    return segmentsOf(definition, period, windowsOf(definition, period, new Set(['month']), asked), asked).map(
      ({ rule, windows: own }) => [rule.id, isoFromDay(own.from), isoFromDay(own.to), own.number],
    );
  };

  it('are windows under one rule, by day the number of the window', () => {
    const nov = Array.from({ length: 2 }, () => 0);
    const dec = Array.from({ length: 31 }, () => 1);
    const jan = Array.from({ length: 3 }, () => 2);
    expect(of(both, '2023-11-29', '2024-01-03')).toEqual([
      ['old', '2023-11-29', '2023-12-31', Int32Array.from([...nov, ...dec])],
      ['recent', '2024-01-01', '2024-01-03', Int32Array.from(jan)],
    ]);
    expect(of(both, '2023-11-29', '2024-01-03', 'old')).toEqual([
      ['old', '2023-11-29', '2024-01-03', Int32Array.from([...nov, ...dec, ...jan])],
    ]);
  });

  it('are the whole period under the rule of its first day where rows have no window', () => {
    const whole = definitionOf(
      ruleOf('old', { to: '2023-12-31' }, { keep: 1 }),
      ruleOf('recent', { from: '2024-01-01' }, { keep: 1 }),
    );
    expect(of(whole, '2023-11-29', '2024-01-03')).toEqual([['old', '2023-11-29', '2024-01-03', new Int32Array(0)]]);
  });

  it('a rule’s checkpoints are its months and the last month end', () => {
    const after = { after: 0, months: [6, 12] };
    expect(checkpointsOf(ruleOf('x', {}, { keep: 1 }, { checkpoints: { ...after, lastMonthEnd: true } }))).toEqual([
      6,
      12,
      'lastMonthEnd',
    ]);
    expect(checkpointsOf(ruleOf('x', {}, { checkpoints: { ...after, lastMonthEnd: false } }))).toEqual([6, 12]);
    expect(checkpointsOf(ruleOf('x', {}, slice))).toEqual([]);
  });
});
