import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPlan, PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { planTimeliness } from './plan-timeliness.js';

/** Each case is worked out by hand. The limit is 30 days: from 7 August 2023 they end on 6 September (24 days of August and 6). */
const options: CalculateOptions = {
  by: [],
  period: { from: '2023-01-01', to: '2023-12-31' },
  asOf: '2024-06-01',
};
const START = '2023-08-07';

function begun(plans: readonly PlainPlan[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return right(`${START} present`, { plans, ...more });
}

const states = ['in time', 'late', 'no plan'];

/** What is said of one right: its state, the ground it is left out by, or nothing. */
function said(of: PlainStudyRight, asked: Partial<CalculateOptions> = {}): string | undefined {
  const people = persons([of]);
  const { population: _all, ...grounds } = countsOf(people, planTimeliness, { ...options, ...asked });
  const ground = Object.keys(grounds).find((id) => grounds[id] === 1);
  const cell = cellsOf(people, planTimeliness, { ...options, ...asked })[''];
  if (!Array.isArray(cell)) return ground;
  expect([ground, cell[0]]).toEqual([undefined, 1]);
  return states[cell.slice(1).indexOf(1)];
}

describe('a plan', () => {
  it('is in time on the last day of the limit, late the day after, and in time before the start', () => {
    expect(said(begun([{ approved: '2023-08-07' }]))).toBe('in time');
    expect(said(begun([{ approved: '2023-09-06' }]))).toBe('in time');
    expect(said(begun([{ approved: '2023-09-07' }]))).toBe('late');
    expect(said(begun([{ approved: '2023-05-30' }]))).toBe('in time');
    expect(said(begun([]))).toBe('no plan');
  });

  it('has one day less where the limit passes a 29 February', () => {
    // 31 January + 30 days: 1 March in a leap year (29 and 1), 2 March in others (28 and 2)
    const leap = (approved: string) =>
      said(right('2024-01-31 present', { plans: [{ approved }] }), {
        period: { from: '2024-01-01', to: '2024-12-31' },
      });
    expect(leap('2024-02-29')).toBe('in time');
    expect(leap('2024-03-01')).toBe('in time');
    expect(leap('2024-03-02')).toBe('late');
    const common = (approved: string) => said(right('2023-01-31 present', { plans: [{ approved }] }));
    expect(common('2023-03-02')).toBe('in time');
    expect(common('2023-03-03')).toBe('late');
  });

  it('goes by the provider’s own limit', () => {
    const week = { parameters: { days: 7 } };
    expect(said(begun([{ approved: '2023-08-14' }]), week)).toBe('in time');
    expect(said(begun([{ approved: '2023-08-15' }]), week)).toBe('late');
    expect(said(begun([{ approved: START }]), { parameters: { days: 0 } })).toBe('in time');
  });

  it('counts from the first presence or holiday, not from the beginning of the right', () => {
    const waits = right('2023-07-01 interrupted, 2023-08-07 holiday, 2023-08-10 present', {
      plans: [{ approved: '2023-09-06' }],
    });
    expect(said(waits)).toBe('in time');
    expect(said(right('2023-07-01 interrupted', { plans: [{ approved: '2023-07-02' }] }))).toBeUndefined();
  });

  it('of several the earliest counts, and later changes do not', () => {
    expect(said(begun([{ approved: '2023-12-01' }, { approved: '2023-09-01' }]))).toBe('in time');
    expect(said(begun([{ approved: '2023-09-01', lastApproved: '2024-01-01', updated: '2024-05-01' }]))).toBe(
      'in time',
    );
  });

  it('that was approved after the day of the data is not there yet', () => {
    const late = begun([{ approved: '2023-10-01' }]);
    expect(said(late, { asOf: '2023-09-30' })).toBe('no plan');
    expect(said(late, { asOf: '2023-10-01' })).toBe('late');
  });

  it('without a day of approval leaves the right out, unless another plan has one', () => {
    expect(said(begun([{ updated: '2023-08-20' }]))).toBe('approvalUnknown');
    expect(said(begun([{ updated: '2023-08-20' }, { approved: '2023-09-06' }]))).toBe('in time');
  });
});

describe('a study right', () => {
  it('is looked at from the last day of its limit on, whether it has a plan or not', () => {
    const planned = begun([{ approved: '2023-08-10' }]);
    for (const one of [planned, begun([])]) expect(said(one, { asOf: '2023-09-05' })).toBe('tooEarlyToSay');
    expect(said(planned, { asOf: '2023-09-06' })).toBe('in time');
    expect(said(begun([]), { asOf: '2023-09-06' })).toBe('no plan');
    // it had begun on the day of the data, or had not
    expect(said(planned, { asOf: START })).toBe('tooEarlyToSay');
    expect(said(planned, { asOf: '2023-08-06' })).toBeUndefined();
  });

  it('is one of whole qualifications or units of them, begun in the period', () => {
    expect(said(units(`${START} present`))).toBe('no plan');
    expect(said(tuva(`${START} present`))).toBeUndefined();
    expect(said(right('2022-12-31 present'))).toBeUndefined();
    expect(said(right('2023-01-01 present'))).toBe('no plan');
    expect(said(right('2023-12-31 present'))).toBe('no plan');
    expect(said(right('2024-01-01 present'))).toBeUndefined();
  });

  it('that ended before its limit is looked at too', () => {
    expect(said(right(`${START} present, 2023-08-20 resigned`))).toBe('no plan');
  });

  it('that is invalidated or part of another is left out and counted, each on one ground', () => {
    const plans = [{ approved: '2023-08-08' }];
    expect(said(right(`${START} present, 2023-09-01 invalidated`, { plans }))).toBe('invalidated');
    expect(said(begun(plans, { nested: true }))).toBe('nested');
    expect(said(right(`${START} present, 2023-09-01 invalidated`, { plans, nested: true }))).toBe('invalidated');
  });
});

describe('timeliness of plans', () => {
  const five: readonly (readonly PlainStudyRight[])[] = [
    [begun([{ approved: '2023-08-08' }])],
    [begun([{ approved: '2023-09-07' }]), right('2023-01-09 present', { plans: [{ approved: '2023-02-08' }] })],
    [begun([])],
    [
      right('2023-12-15 present', {
        plans: [{ approved: '2023-12-16' }],
        periods: [
          { start: '2023-12-15', end: '2024-01-31', state: 'present', funding: 2 },
          { start: '2024-02-01', state: 'present', funding: 1 },
        ],
      }),
    ],
    [begun([{ updated: '2023-08-20' }])],
  ];
  it('is told apart by when studies began: month, half-year, cohort, and how they were funded then', () => {
    expect(cellsOf(persons(...five), planTimeliness, { ...options, by: ['month'] })).toEqual({
      '2023-01': [1, 1, 0, 0],
      '2023-08': [3, 1, 1, 1],
      '2023-12': [1, 1, 0, 0],
    });
    const halves = { '2023-H1': [1, 1, 0, 0], '2023-H2': [4, 2, 1, 1] };
    expect(cellsOf(persons(...five), planTimeliness, { ...options, by: ['halfYear'] })).toEqual(halves);
    expect(cellsOf(persons(...five), planTimeliness, { ...options, by: ['cohort'] })).toEqual(halves);
    expect(cellsOf(persons(...five), planTimeliness, { ...options, by: ['funding'] })).toEqual({
      '02': [1, 1, 0, 0],
      unknown: [4, 2, 1, 1],
    });
  });

  it('is published as shares of the rights whose limit has passed: 6 and 8 of 10', () => {
    const aggregate = calculateInMemory(factsOf(persons(...five, ...five)), planTimeliness, options);
    const shown = (figure: string) =>
      publish(aggregate, { definition: planTimeliness, policy: minimumPolicy(2), figure }).cells.map((cell) =>
        'value' in cell ? cell.value : cell.status,
      );
    expect(shown('inTime')).toEqual([6 / 10]);
    expect(shown('withPlan')).toEqual([8 / 10]);
    expect(shown('timeliness')).toEqual([6 / 10, 2 / 10, 2 / 10]);
    expect(aggregate.population).toBe(12);
  });
});
