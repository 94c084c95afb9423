import { describe, expect, it } from 'vitest';
import type { Figure, Measure } from '../definitions/definition.js';
import { categoriesIn, partsOfFigure } from './figure-parts.js';

const label = { fi: '', sv: '', en: '' };

type Without<F> = F extends Figure ? Omit<F, 'id' | 'label' | 'unit' | 'decimals'> : never;

/** A figure with one decimal, unless another number is said. */
function figure(of: Without<Figure>, decimals = 1): Figure {
  return { id: 'figure', label, unit: 'days', decimals, ...of };
}

/** Three categories with the codes 1, 2 and 9. */
const distribution: Measure = {
  kind: 'distribution',
  of: 0,
  categories: [1, 2, 9].map((code) => ({ code, label })),
};
const count: Measure = { kind: 'count' };

/** Months 0, 1 and 2 of two causes: censored, cause 1, cause 2. */
const timeToEvent: Measure = {
  kind: 'timeToEvent',
  from: 0,
  to: 0,
  cause: 0,
  causes: [1, 2].map((code) => ({ code, label })),
  upToMonths: 2,
};

describe('what a cell of a figure gives away', () => {
  it('of persons and of different codes is their number', () => {
    for (const kind of ['persons', 'distinct'] as const) {
      expect(partsOfFigure({ n: 7, amounts: [40] }, figure({ kind }), count, 1)).toEqual([
        { whole: { name: 'n', count: 7 }, sums: [] },
      ]);
    }
  });

  it('of a count is its rows besides', () => {
    expect(partsOfFigure({ n: 7, amounts: [9] }, figure({ kind: 'count' }), count, 1)).toEqual([
      { whole: { name: 'n', count: 7 }, rows: { name: 'rows', count: 9 }, sums: [] },
    ]);
  });

  it('of a part of a whole is both', () => {
    const share: Measure = { kind: 'share', whole: 1, part: 1 };
    expect(partsOfFigure({ n: 8, amounts: [9, 4] }, figure({ kind: 'partOfWhole' }), share, 1)).toEqual([
      { whole: { name: 'whole', count: 9 }, part: { name: 'part', count: 4 }, sums: [] },
    ]);
  });

  it('of a share of a distribution is the categories together, by their codes in order', () => {
    const cell = { n: 20, amounts: [3, 5, 12] };
    // 9 and 1 are 12 + 3; a code that there is not, and one that is named twice, change nothing.
    expect(partsOfFigure(cell, figure({ kind: 'share', of: [9, 1, 9, 7] }), distribution, 1)).toEqual([
      { whole: { name: 'n', count: 20 }, part: { name: 'of:1,9', count: 15 }, sums: [] },
    ]);
    expect(partsOfFigure(cell, figure({ kind: 'share', of: [2], outOf: [1, 2] }), distribution, 1)).toEqual([
      { whole: { name: 'of:1,2', count: 8 }, part: { name: 'of:2', count: 5 }, sums: [] },
    ]);
  });

  it('of a distribution is each category of all', () => {
    const parts = partsOfFigure({ n: 20, amounts: [3, 5, 12] }, figure({ kind: 'distribution' }), distribution, 1);
    expect(parts).toEqual(
      [
        ['of:1', 3],
        ['of:2', 5],
        ['of:9', 12],
      ].map(([name, count]) => ({ whole: { name: 'n', count: 20 }, part: { name, count }, sums: [] })),
    );
  });

  it('of an amount is its sum, to half of its last decimal', () => {
    const sum: Measure = { kind: 'sum', amount: 1 };
    // One decimal: 0.05 of a unit, which is 365 of the sum; a day's figure over 10 days is ten times that.
    const year = figure({ kind: 'amount', perUnit: 365 });
    expect(partsOfFigure({ n: 7, amounts: [900] }, year, sum, 10)).toEqual([
      { whole: { name: 'n', count: 7 }, sums: [{ name: 'sum0', sum: 900, rounding: 18.25 }] },
    ]);
    const perDay = figure({ kind: 'amount', perUnit: 2, perDay: true });
    expect(partsOfFigure({ n: 7, amounts: [900] }, perDay, sum, 10)[0]?.sums[0]?.rounding).toBe(1);
    expect(partsOfFigure({ n: 7, amounts: [900] }, perDay, sum, 0)[0]?.sums[0]?.rounding).toBe(0.1);
  });

  it('of a quotient is both its sums, what stands below the line as if it were shown', () => {
    const share: Measure = { kind: 'share', whole: 1, part: 1 };
    // Half of a tenth of 100 is 0.0005 of the whole: 0.1 of 200.
    expect(partsOfFigure({ n: 7, amounts: [200, 50] }, figure({ kind: 'quotient', per: 100 }), share, 1)).toEqual([
      {
        whole: { name: 'n', count: 7 },
        sums: [
          { name: 'sum0', sum: 200, rounding: 0 },
          { name: 'sum1', sum: 50, rounding: 0.1 },
        ],
      },
    ]);
  });

  it('of a mean is its weight and its sum, of a standard deviation the squares too', () => {
    const mean: Measure = { kind: 'mean', of: 1 };
    // Ten answers, 0.05 each way: 0.5 of their sum.
    expect(
      partsOfFigure({ n: 7, amounts: [10, 42, 190] }, figure({ kind: 'mean', perUnit: 1 }), mean, 1)[0]?.sums,
    ).toEqual([
      { name: 'sum0', sum: 10, rounding: 0 },
      { name: 'sum1', sum: 42, rounding: 0.5 },
    ]);
    const deviation = figure({ kind: 'standardDeviation', of: 'sample', perUnit: 1 });
    expect(partsOfFigure({ n: 7, amounts: [10, 42, 190] }, deviation, mean, 1)[0]?.sums).toEqual([
      { name: 'sum0', sum: 10, rounding: 0 },
      { name: 'sum1', sum: 42, rounding: 0 },
      { name: 'sum2', sum: 190, rounding: 0 },
    ]);
  });

  it('of a balance is its two sides', () => {
    const nps = figure({ kind: 'balance', plus: [9, 2], minus: [1], per: 100 }, 0);
    expect(partsOfFigure({ n: 20, amounts: [3, 5, 12] }, nps, distribution, 1)[0]?.sums).toEqual([
      { name: 'sum of of:2,9', sum: 17, rounding: 0 },
      { name: 'sum of of:1', sum: 3, rounding: 0 },
    ]);
  });

  it('of a time to an event is how many have met the cause before so many months are over', () => {
    // By month: censored, cause 1, cause 2.
    const cell = { n: 15, amounts: [1, 2, 3, 0, 4, 1, 2, 1, 1] };
    const within = (withinMonths: number, cause: number) =>
      partsOfFigure(cell, figure({ kind: 'incidence', cause, withinMonths }), timeToEvent, 1)[0]?.sums;
    expect(within(2, 1)).toEqual([{ name: 'events 1 within 2', sum: 6, rounding: 0 }]);
    expect(within(1, 2)).toEqual([{ name: 'events 2 within 1', sum: 3, rounding: 0 }]);
    const median = figure({ kind: 'timeQuantile', cause: 2, quantile: 0.5 });
    expect(partsOfFigure(cell, median, timeToEvent, 1)[0]?.sums).toEqual([
      { name: 'events 2 within 3', sum: 5, rounding: 0 },
    ]);
  });
});

describe('categories in the name of a set', () => {
  it('are its codes, and none of any other name', () => {
    expect(categoriesIn('of:1,9')).toEqual([1, 9]);
    expect(categoriesIn('of:')).toEqual([]);
    expect(categoriesIn('n')).toEqual([]);
    expect(categoriesIn('sum of of:1')).toEqual([]);
  });
});
