import { describe, expect, it } from 'vitest';
import type { Definition } from './definition.js';
import { completionByCohort } from './completion-by-cohort.js';
import { hashOf } from './hash.js';
import { studentYears } from './student-years.js';

const renamed = (text: string): { fi: string; sv: string; en: string } => ({ fi: text, sv: text, en: text });

describe('hashOf', () => {
  it('does not change with names, labels and sources', () => {
    const reworded: Definition = {
      ...studentYears,
      name: renamed('x'),
      limits: [],
      dimensions: studentYears.dimensions.map((dimension) => ({ ...dimension, label: renamed('y') })),
      rules: studentYears.rules.map((rule) => ({ ...rule, label: renamed('z'), sources: [] })),
    };
    expect(hashOf(reworded)).toBe(hashOf(studentYears));
  });

  it('changes with what computes', () => {
    const [first, second] = studentYears.rules;
    const later: Definition = {
      ...studentYears,
      rules: [{ ...first!, inForce: { to: '2026-12-31' } }, second!],
    };
    expect(hashOf(later)).not.toBe(hashOf(studentYears));
    expect(hashOf({ ...studentYears, version: '1.0.1' })).not.toBe(hashOf(studentYears));
  });

  it('is 64 hexadecimal digits that do not depend on the order of keys', () => {
    const entries = Object.entries(completionByCohort).reverse();
    const turned: unknown = Object.fromEntries(entries);
    expect(hashOf(completionByCohort)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(turned as Definition)).toBe(hashOf(completionByCohort));
  });
});
