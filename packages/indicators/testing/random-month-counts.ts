import fc from 'fast-check';
import type { MonthCounts } from '../src/statistics/month-counts.js';

/** Up to 40 months of small counts, many of them 0, with one to three causes. */
export const randomMonthCounts: fc.Arbitrary<readonly MonthCounts[]> = fc
  .integer({ min: 1, max: 3 })
  .chain((causes) => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 }));
    const month = fc.record({ censored: count, events: fc.array(count, { minLength: causes, maxLength: causes }) });
    return fc
      .array(month, { minLength: 1, maxLength: 40 })
      .map((months) => months.map((one, position) => ({ month: position, ...one })));
  });
