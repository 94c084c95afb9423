import { describe, expect, it } from 'vitest';
import type { Figure, Measure } from '../definitions/definition.js';
import { minimumPolicy } from './policy.js';
import { publishFigure, type ExactCell } from './publish-figure.js';

/** Each value is worked out by hand from the sums of a cell; groups of fewer than five are withheld, and nothing is rounded to threes. */
const policy = minimumPolicy(5);
const text = { fi: 'a', sv: 'b', en: 'c' };
const place = { days: 10, followedFor: (months: number) => `2027-0${String(months)}-01` };
const common = { id: 'f', label: text, unit: 'points', decimals: 2 } as const;

const rows: Measure = { kind: 'count' };
const three: Measure = {
  kind: 'distribution',
  of: 1,
  categories: [1, 2, 3].map((code) => ({ code, label: text })),
};
/** Months 0 to 3, and two causes. */
const timed: Measure = {
  kind: 'timeToEvent',
  from: 0,
  to: 0,
  cause: 0,
  causes: [7, 9].map((code) => ({ code, label: text })),
  upToMonths: 3,
};

function valuesOf(cell: ExactCell, figure: Figure, measure: Measure = rows): readonly unknown[] {
  return publishFigure(cell, figure, measure, policy, place).map((each) =>
    each.status === 'value' ? each.value : each.status,
  );
}

describe('what is drawn from the sums of a cell', () => {
  it('amount: in its unit, and divided by the days of the window where it is per day', () => {
    const amount: Figure = { ...common, kind: 'amount', perUnit: 1000 };
    expect(valuesOf({ n: 5, amounts: [12_340] }, amount)).toEqual([12.34]);
    expect(valuesOf({ n: 5, amounts: [12_340] }, { ...amount, perDay: true })).toEqual([1.23]);
    expect(valuesOf({ n: 4, amounts: [12_340] }, amount)).toEqual(['withheld']);
    const noDays = { ...place, days: 0 };
    const cell = { n: 5, amounts: [12_340] };
    expect(publishFigure(cell, { ...amount, perDay: true }, rows, policy, noDays)).toEqual([{ status: 'noData' }]);
    expect(publishFigure(cell, amount, rows, policy, noDays)).toMatchObject([{ value: 12.34 }]);
  });

  it('count and persons: rows, and who stands behind them', () => {
    const n = { status: 'value', value: 7 };
    const cell = { n: 7, amounts: [12] };
    expect(publishFigure(cell, { ...common, kind: 'count' }, rows, policy, place)).toEqual([
      { status: 'value', value: 12, n },
    ]);
    expect(publishFigure(cell, { ...common, kind: 'persons' }, rows, policy, place)).toEqual([
      { status: 'value', value: 7, n },
    ]);
  });

  it('count: withheld where few persons stand behind it, its span said where the rows are few too', () => {
    const withheld = { status: 'withheld', range: { from: 1, to: 4 } };
    const count: Figure = { ...common, kind: 'count' };
    expect(publishFigure({ n: 4, amounts: [12] }, count, rows, policy, place)).toEqual([
      { status: 'withheld', reason: 'primary', n: withheld },
    ]);
    expect(publishFigure({ n: 3, amounts: [4] }, count, rows, policy, place)).toEqual([
      { status: 'withheld', reason: 'primary', range: { from: 1, to: 4 }, n: withheld },
    ]);
  });

  it('part of a whole: 5 of 20', () => {
    const cells = publishFigure({ n: 20, amounts: [20, 5] }, { ...common, kind: 'partOfWhole' }, rows, policy, place);
    expect(cells).toMatchObject([{ status: 'value', value: 0.25, n: { value: 20 }, x: { value: 5 } }]);
  });

  it('quotient: of sums, with two decimals more where it is written in per cent', () => {
    const quotient: Figure = { ...common, kind: 'quotient', per: 1 };
    expect(valuesOf({ n: 5, amounts: [3, 1] }, quotient)).toEqual([0.33]);
    expect(valuesOf({ n: 5, amounts: [3, 1] }, { ...quotient, unit: 'share', decimals: 1 })).toEqual([0.333]);
    expect(valuesOf({ n: 5, amounts: [8, 2] }, { ...quotient, per: 100 })).toEqual([25]);
    expect(valuesOf({ n: 4, amounts: [8, 2] }, quotient)).toEqual(['withheld']);
    expect(valuesOf({ n: 5, amounts: [0, 0] }, quotient)).toEqual(['noData']);
    expect(valuesOf({ n: 0, amounts: [8, 2] }, quotient)).toEqual(['noData']);
  });

  it('mean and standard deviations: of 2, 4, 4, 4, 5, 5, 7 and 9, whose sum is 40 and sum of squares 232', () => {
    const cell = { n: 8, amounts: [8, 40, 232] };
    expect(valuesOf(cell, { ...common, kind: 'mean', perUnit: 1 })).toEqual([5]);
    expect(valuesOf(cell, { ...common, kind: 'mean', perUnit: 10 })).toEqual([0.5]);
    const deviation = { ...common, kind: 'standardDeviation', perUnit: 1 } as const;
    expect(valuesOf(cell, { ...deviation, of: 'population' })).toEqual([2]);
    // √(32 / 7) = 2.138…
    expect(valuesOf(cell, { ...deviation, of: 'sample' })).toEqual([2.14]);
    expect(valuesOf(cell, { ...deviation, of: 'population', perUnit: 10 })).toEqual([0.2]);
  });

  it('standard deviation of one value: 0 of a population, none of a sample; of none, none', () => {
    const deviation = { ...common, kind: 'standardDeviation', perUnit: 1 } as const;
    expect(valuesOf({ n: 5, amounts: [1, 3, 9] }, { ...deviation, of: 'population' })).toEqual([0]);
    expect(valuesOf({ n: 5, amounts: [1, 3, 9] }, { ...deviation, of: 'sample' })).toEqual(['noData']);
    expect(valuesOf({ n: 5, amounts: [] }, { ...deviation, of: 'population' })).toEqual(['noData']);
  });

  it('share: of the categories together, of all rows or of some of them', () => {
    const cell = { n: 40, amounts: [10, 6, 24] };
    expect(valuesOf(cell, { ...common, kind: 'share', of: [1] }, three)).toEqual([0.25]);
    expect(valuesOf(cell, { ...common, kind: 'share', of: [1, 2] }, three)).toEqual([0.4]);
    expect(valuesOf(cell, { ...common, kind: 'share', of: [1], outOf: [1, 2] }, three)).toEqual([0.625]);
    expect(valuesOf(cell, { ...common, kind: 'share', of: [8] }, three)).toEqual([0]);
    expect(valuesOf(cell, { ...common, kind: 'distribution' }, three)).toEqual([0.25, 0.15, 0.6]);
    expect(valuesOf(cell, { ...common, kind: 'share', of: [1] }, rows)).toEqual([0]);
  });

  it('balance: the difference of two shares, rounded half up', () => {
    const balance: Figure = { ...common, kind: 'balance', plus: [3], minus: [1], per: 100, decimals: 0 };
    // (24 − 10) / 40 = 35 %, (23 − 10) / 40 = 32.5 %, (10 − 23) / 40 = −32.5 %.
    expect(valuesOf({ n: 40, amounts: [10, 6, 24] }, balance, three)).toEqual([35]);
    expect(valuesOf({ n: 40, amounts: [10, 7, 23] }, balance, three)).toEqual([33]);
    expect(valuesOf({ n: 40, amounts: [23, 7, 10] }, balance, three)).toEqual([-32]);
    expect(valuesOf({ n: 40, amounts: [10, 7, 23] }, { ...balance, decimals: 1 }, three)).toEqual([32.5]);
    expect(valuesOf({ n: 0, amounts: [0, 0, 0] }, balance, three)).toEqual(['noData']);
    expect(valuesOf({ n: 4, amounts: [0, 0, 4] }, balance, three)).toEqual(['withheld']);
  });

  it('distinct: how many codes there are', () => {
    expect(valuesOf({ n: 5, amounts: [], codes: ['a', 'b', 'c'] }, { ...common, kind: 'distinct' })).toEqual([3]);
    expect(valuesOf({ n: 5, amounts: [] }, { ...common, kind: 'distinct' })).toEqual([0]);
    expect(valuesOf({ n: 4, amounts: [], codes: ['a'] }, { ...common, kind: 'distinct' })).toEqual(['withheld']);
  });
});

describe('what is drawn from months to an event', () => {
  // 20 persons: 5 meet cause 7 in month 1, 5 of the other 15 cause 9 in month 2, and 10 are there in month 3.
  const cell = { n: 20, amounts: [0, 0, 0, 0, 5, 0, 0, 0, 5, 10, 0, 0] };
  const incidence = { ...common, kind: 'incidence', unit: 'share', decimals: 1, withinMonths: 3 } as const;
  const quantile = { ...common, kind: 'timeQuantile', unit: 'months', decimals: 0, cause: 7 } as const;

  it('incidence: ¼ by cause 7, and ¾ × ⅓ = ¼ by cause 9', () => {
    const [seven] = publishFigure(cell, { ...incidence, cause: 7 }, timed, policy, place);
    expect(seven).toMatchObject({ status: 'value', value: 0.25, n: { status: 'value', value: 20 } });
    expect(valuesOf(cell, { ...incidence, cause: 9 }, timed)).toEqual([0.25]);
    // Before two months are over nobody has met cause 9.
    expect(valuesOf(cell, { ...incidence, cause: 9, withinMonths: 2 }, timed)).toEqual([0]);
    const interval = seven?.status === 'value' ? seven.interval : undefined;
    expect(interval?.from).toBeLessThan(0.25);
    expect(interval?.to).toBeGreaterThan(0.25);
    expect(interval?.from).toBe(Number(interval?.from.toFixed(3)));
    expect(interval?.to).toBe(Number(interval?.to.toFixed(3)));
  });

  it('incidence: from when it is there, where nobody has been followed as long', () => {
    const early = { n: 10, amounts: [0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0] };
    expect(publishFigure(early, { ...incidence, cause: 7 }, timed, policy, place)).toEqual([
      { status: 'immature', matures: '2027-03-01' },
    ]);
  });

  it('incidence: withheld of few, none of nobody and of another measure', () => {
    const few = { n: 4, amounts: [0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0] };
    const withheld = { status: 'withheld', reason: 'primary', n: { status: 'withheld', range: { from: 1, to: 4 } } };
    expect(publishFigure(few, { ...incidence, cause: 7 }, timed, policy, place)).toEqual([withheld]);
    expect(publishFigure(few, { ...quantile, quantile: 0.25 }, timed, policy, place)).toEqual([withheld]);
    const nobody = { n: 0, amounts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
    expect(valuesOf(nobody, { ...incidence, cause: 7 }, timed)).toEqual(['noData']);
    expect(valuesOf(nobody, { ...quantile, quantile: 0.25 }, timed)).toEqual(['noData']);
    expect(valuesOf(cell, { ...incidence, cause: 7 }, rows)).toEqual(['noData']);
    expect(valuesOf(cell, { ...quantile, quantile: 0.25 }, rows)).toEqual(['noData']);
  });

  it('quantile: the month in which a quarter has met the cause; none where a half has not', () => {
    expect(valuesOf(cell, { ...quantile, quantile: 0.2 }, timed)).toEqual([1]);
    expect(valuesOf(cell, { ...quantile, quantile: 0.5 }, timed)).toEqual(['noData']);
    expect(valuesOf(cell, { ...quantile, cause: 9, quantile: 0.2 }, timed)).toEqual([2]);
  });
});
