import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainPlan, PlainStudyRight } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { planUpdates } from './plan-updates.js';

/**
 * Each case is worked out by hand. The day looked at is 31 December 2023, and 183 days end with it: from 2 July on (30 days of July, then
 * 31, 30, 31, 30 and 31).
 */
const options: CalculateOptions = {
  by: [],
  period: { from: '2023-01-01', to: '2023-12-31' },
  asOf: '2024-06-01',
};

function present(plans: readonly PlainPlan[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  return right('2022-08-08 present', { plans, ...more });
}

const states = ['up to date', 'not lately', 'no plan'];

/** What is said of one right: its state, the ground it is left out by, or nothing. */
function said(of: PlainStudyRight, asked: Partial<CalculateOptions> = {}): string | undefined {
  const people = persons([of]);
  const { population: _all, ...grounds } = countsOf(people, planUpdates, { ...options, ...asked });
  const ground = Object.keys(grounds).find((id) => grounds[id] === 1);
  const cell = cellsOf(people, planUpdates, { ...options, ...asked })[''];
  if (!Array.isArray(cell)) return ground;
  expect([ground, cell[0]]).toEqual([undefined, 1]);
  return states[cell.slice(1).indexOf(1)];
}

describe('a plan', () => {
  const approved = '2022-09-01';

  it('is up to date when its latest change is of the last 183 days, the day itself among them', () => {
    expect(said(present([{ approved, updated: '2023-07-02' }]))).toBe('up to date');
    expect(said(present([{ approved, updated: '2023-07-01' }]))).toBe('not lately');
    expect(said(present([{ approved, updated: '2023-12-31' }]))).toBe('up to date');
    expect(said(present([]))).toBe('no plan');
  });

  it('is kept up to date by a first or later approval as well as by a change', () => {
    expect(said(present([{ approved: '2023-07-02' }]))).toBe('up to date');
    expect(said(present([{ approved: '2023-07-01' }]))).toBe('not lately');
    expect(said(present([{ approved, lastApproved: '2023-07-02', updated: '2023-01-01' }]))).toBe('up to date');
    expect(said(present([{ approved, lastApproved: '2023-07-01' }]))).toBe('not lately');
  });

  it('goes by the provider’s own limit, over a 29 February', () => {
    // the day looked at is 1 March 2024; of two days the other is the 29th
    const asked = { period: { from: '2024-01-01', to: '2024-03-01' }, parameters: { days: 2 } };
    expect(said(present([{ approved, updated: '2024-02-29' }]), asked)).toBe('up to date');
    expect(said(present([{ approved, updated: '2024-02-28' }]), asked)).toBe('not lately');
    const common = { period: { from: '2023-01-01', to: '2023-03-01' }, parameters: { days: 2 } };
    expect(said(present([{ approved, updated: '2023-02-28' }]), common)).toBe('up to date');
  });

  it('of several the latest day counts, of whichever of them', () => {
    expect(said(present([{ approved, updated: '2023-11-01' }, { approved: '2023-01-01' }]))).toBe('up to date');
    expect(said(present([{ approved }, { approved: '2023-08-01' }]))).toBe('up to date');
    expect(said(present([{ approved }, { approved: '2023-06-01', updated: '2023-06-30' }]))).toBe('not lately');
  });

  it('that was first approved after the day was none on it; a later change is not seen', () => {
    expect(said(present([{ approved: '2024-01-01' }]))).toBe('no plan');
    expect(said(present([{ approved, updated: '2024-01-01' }]))).toBe('not lately');
  });

  it('is looked at on the day of the data where the period goes on', () => {
    const plan = [{ approved, updated: '2023-04-02' }];
    // to 30 September: 183 days from 1 April on (30, 31, 30, 31, 31 and 30)
    expect(said(present(plan), { asOf: '2023-09-30' })).toBe('up to date');
    expect(said(present(plan), { asOf: '2023-10-02' })).toBe('not lately');
    expect(said(present(plan), { asOf: '2022-12-31' })).toBeUndefined();
  });

  it('without a day of approval leaves the right out, unless another day tells of a plan', () => {
    expect(said(present([{}]))).toBe('approvalUnknown');
    expect(said(present([{ updated: '2024-02-01' }]))).toBe('approvalUnknown');
    expect(said(present([{ updated: '2023-12-01' }]))).toBe('up to date');
    expect(said(present([{}, { approved }]))).toBe('not lately');
  });
});

describe('a study right', () => {
  it('is looked at when its learner is present or on holiday on the day', () => {
    expect(said(right('2022-08-08 present, 2023-12-01 holiday'))).toBe('no plan');
    expect(said(right('2022-08-08 present, 2023-12-31 interrupted'))).toBeUndefined();
    expect(said(right('2022-08-08 present, 2023-12-31 graduated'))).toBeUndefined();
    expect(said(right('2022-08-08 present, 2024-01-01 graduated'))).toBe('no plan');
    expect(said(right('2023-12-31 present'))).toBe('no plan');
    expect(said(right('2024-01-01 present'))).toBeUndefined();
  });

  it('is one of whole qualifications or units of them', () => {
    expect(said(units('2022-08-08 present'))).toBe('no plan');
    expect(said(tuva('2022-08-08 present'))).toBeUndefined();
  });

  it('that is invalidated or part of another is left out and counted, each on one ground', () => {
    expect(said(right('2022-08-08 present, 2024-02-01 invalidated'))).toBe('invalidated');
    expect(said(present([], { nested: true }))).toBe('nested');
    expect(said(right('2022-08-08 present, 2024-02-01 invalidated', { nested: true }))).toBe('invalidated');
  });
});

it('plans of persons with several rights are each of their own right, told apart by funding on the day', () => {
  const people = persons(
    [present([{ approved: '2023-12-01' }]), right('2023-08-07 present', { period: { funding: 2 } })],
    [right('2022-01-10 present', { plans: [{ approved: '2022-02-01' }], period: { funding: 2 } })],
  );
  expect(cellsOf(people, planUpdates, options)).toEqual({ '': [3, 1, 1, 1] });
  expect(cellsOf(people, planUpdates, { ...options, by: ['funding'] })).toEqual({
    '02': [2, 0, 1, 1],
    unknown: [1, 1, 0, 0],
  });
});
