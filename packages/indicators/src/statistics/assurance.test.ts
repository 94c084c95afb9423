import { describe, expect, it } from 'vitest';
import { assuranceOf, assuranceStatements } from './assurance.js';
import { StatisticsInputError } from './errors.js';

/** NHSRplotthedots (MIT), tests/testthat/test-ptd_calculate_assurance_type.R: a target of 4 and three pairs of limits. */
const cases = [
  [1, 3, 'consistentlyMissed', 'consistentlyHit'],
  [5, 7, 'consistentlyHit', 'consistentlyMissed'],
  [1, 5, 'inconsistent', 'inconsistent'],
] as const;

describe('assurance', () => {
  it.each(cases)(
    'with limits %d and %d is as NHSRplotthedots gives it',
    (lower, upper, higherIsBetter, lowerIsBetter) => {
      expect(assuranceOf(4, { lower, upper }, 'higherIsBetter')).toBe(higherIsBetter);
      expect(assuranceOf(4, { lower, upper }, 'lowerIsBetter')).toBe(lowerIsBetter);
      expect(assuranceOf(4, { lower, upper }, 'neither')).toBeUndefined();
    },
  );

  it('is inconsistent where the target is just a limit', () => {
    expect(assuranceOf(4, { lower: 4, upper: 7 }, 'higherIsBetter')).toBe('inconsistent');
    expect(assuranceOf(7, { lower: 4, upper: 7 }, 'lowerIsBetter')).toBe('inconsistent');
  });

  it('refuses a target that is no number', () => {
    expect(() => assuranceOf(Number.NaN, { lower: 1, upper: 2 }, 'higherIsBetter')).toThrow(StatisticsInputError);
  });

  it('has a statement in three languages for each', () => {
    for (const { fi, sv, en } of Object.values(assuranceStatements)) {
      expect(new Set([fi, sv, en]).size).toBe(3);
    }
  });
});
