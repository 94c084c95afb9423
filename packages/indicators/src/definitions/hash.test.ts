import { createHash } from 'node:crypto';
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

  it('is that of the canonical text: keys in order, no words, nothing that is not there', () => {
    const definition: Definition = {
      id: 'd',
      version: '1.0.0',
      name: renamed('n'),
      meaning: renamed('m'),
      direction: 'neither',
      over: 'response',
      rules: [
        {
          id: 'r',
          label: renamed('l'),
          inForce: { to: '2025-12-31', from: '2024-01-01' },
          steps: [{ keep: { not: { column: 'right.nested' } } }],
          measure: { kind: 'count' },
          sources: [],
        },
      ],
      dimensions: [{ id: 'year', label: renamed('y'), from: 'windows' }],
      figures: [
        {
          id: 'f',
          label: renamed('f'),
          numerator: renamed('n'),
          denominator: renamed('d'),
          unit: 'students',
          kind: 'persons',
          decimals: 0,
        },
      ],
      limits: [],
      unverified: [],
    };
    const canonical = [
      '{"dimensions":[{"from":"windows","id":"year"}]',
      '"figures":[{"decimals":0,"id":"f","kind":"persons","unit":"students"}]',
      '"id":"d"',
      '"over":"response"',
      '"rules":[{"id":"r","inForce":{"from":"2024-01-01","to":"2025-12-31"},"measure":{"kind":"count"},"steps":[{"keep":{"not":{"column":"right.nested"}}}]}]',
      '"version":"1.0.0"}',
    ].join(',');
    expect(hashOf(definition)).toBe(createHash('sha256').update(canonical).digest('hex'));
    const ofRights = createHash('sha256').update(canonical.replace('"over":"response",', '')).digest('hex');
    const { over: _none, ...withoutOver } = definition;
    expect(hashOf(withoutOver)).toBe(ofRights);
  });
});
