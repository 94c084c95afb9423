import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/expect-close.js';
import { StatisticsInputError } from './errors.js';
import { meanInterval } from './mean-interval.js';
import { sampleOf } from './sample.js';
import { weightedMean } from './weighted-mean.js';

const randomAnswers = fc.array(
  fc.record({ value: fc.integer({ min: 1, max: 5 }), weight: fc.double({ min: 0.1, max: 20, noNaN: true }) }),
  { minLength: 2, maxLength: 40 },
);

describe('the weighted mean', () => {
  it('is worked out by hand, with Kish’s effective size', () => {
    // Weights 1, 2, 3: (2 + 8 + 18) / 6 = 14/3; 36 / 14 = 18/7; design effect 3 · 14 / 36 = 7/6.
    // Squares of 2 − 14/3, 4 − 14/3, 6 − 14/3: 64/9, 4/9, 16/9; (64 + 8 + 48) / 9 / 6 = 20/9, times 18/7 / (11/7) = 18/11: 40/11.
    const found = weightedMean([
      { value: 2, weight: 1 },
      { value: 4, weight: 2 },
      { value: 6, weight: 3 },
    ]);
    expectClose(found.mean, 14 / 3, 1e-14);
    expectClose(found.n, 18 / 7, 1e-14);
    expectClose(found.designEffect, 7 / 6, 1e-14);
    expectClose(found.standardDeviation, Math.sqrt(40 / 11), 1e-14);
    expect(found.answers).toBe(3);
  });

  it('is the plain mean of the sample where all weigh the same', () => {
    const values = [3, 5, 4, 2, 5, 1];
    const found = weightedMean(values.map((value) => ({ value, weight: 0.7 })));
    const plain = sampleOf(values);
    expectClose(found.n, 6, 1e-14);
    expectClose(found.mean, plain.mean, 1e-14);
    expectClose(found.standardDeviation, plain.standardDeviation ?? 0, 1e-14);
    expect(found.designEffect).toBeCloseTo(1, 14);
    expectClose(meanInterval(found)?.lower, meanInterval(plain)?.lower ?? 0, 1e-13);
  });

  it('leaves out answers without weight, and has no spread of one', () => {
    expect(
      weightedMean([
        { value: 4, weight: 3 },
        { value: 1, weight: 0 },
      ]),
    ).toEqual({ n: 1, mean: 4, answers: 1, designEffect: 1 });
  });

  it('does not change with the unit of the weights, however large', () => {
    for (const unit of [1e-300, 1e300]) {
      const found = weightedMean([
        { value: 1, weight: unit },
        { value: 5, weight: 3 * unit },
      ]);
      expectClose(found.mean, 4, 1e-14);
      expectClose(found.n, 1.6, 1e-14);
    }
  });

  it('lies among the values; effective are at most as many as answered', () => {
    fc.assert(
      fc.property(randomAnswers, (answers) => {
        const { n, mean, designEffect } = weightedMean(answers);
        const values = answers.map(({ value }) => value);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
        expect(n).toBeLessThanOrEqual(answers.length + 1e-9);
        expect(n).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
    );
  });

  it('refuses what is no number, a weight below 0, and no weight at all', () => {
    expect(() => weightedMean([{ value: Number.NaN, weight: 1 }])).toThrow(
      expect.objectContaining({ path: 'answers[0].value' }),
    );
    expect(() => weightedMean([{ value: 1, weight: -1 }])).toThrow(
      expect.objectContaining({ path: 'answers[0].weight' }),
    );
    for (const answers of [[], [{ value: 1, weight: 0 }]]) {
      expect(() => weightedMean(answers)).toThrow(StatisticsInputError);
      expect(() => weightedMean(answers)).toThrow(expect.objectContaining({ code: 'length', path: 'answers' }));
    }
  });
});
