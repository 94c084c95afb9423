import { describe, expect, it } from 'vitest';
import type { Classification } from '../definitions/classification.js';
import type { Definition, DimensionRule, Expr } from '../definitions/definition.js';
import type { Education } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import { calculateInMemory } from './calculate.js';

const text = { fi: 'x', sv: 'x', en: 'x' };

function list(codes: Readonly<Record<string, string>>): Classification {
  const classes = ['short', 'long'].map((id) => ({ id, label: text }));
  return { id: 'lengths', version: '2026', label: text, classes, codes };
}

// Two rights to whole qualifications, one to units and one to something else.
const educations: readonly Education[] = ['wholeQualification', 'qualificationUnits', 'wholeQualification', 'other'];
const facts = factsOf(
  educations.map((education, at) => ({
    key: String(at),
    rights: [{ key: String(at), provider: 'p', education, julyRule: 'removed' as const, periods: [] }],
  })),
);

function run(of: Expr, classifications: readonly Classification[], dimension?: DimensionRule) {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [
      {
        id: 'only',
        label: text,
        inForce: {},
        steps: [],
        measure: {
          kind: 'distribution',
          of: { when: [[{ isMissing: of }, 0]], otherwise: of },
          categories: [0, 1, 2].map((code) => ({ code, label: text })),
        },
        sources: [],
      },
    ],
    dimensions: dimension === undefined ? [] : [dimension],
    figures: [],
    limits: [],
    unverified: [],
  };
  const by = dimension === undefined ? [] : [dimension.id];
  const options = { by, period: { from: '2020-01-01', to: '2020-12-31' }, asOf: '2020-12-31', classifications };
  return calculateInMemory(facts, definition, options);
}

const longWhole = list({ wholeQualification: 'long', qualificationUnits: 'short' });
const classOf: Expr = { classify: 'right.education', by: 'lengths' };

describe('the class of a closed code', () => {
  it('is its number in the list of classes, and missing without one', () => {
    // short is 1, long is 2; `other` has no class
    expect(run(classOf, [longWhole]).cells).toMatchObject([{ amounts: [1, 1, 2] }]);
  });

  it('is that of the list that the run brings along, not of a run before it', () => {
    run(classOf, [longWhole]);
    const shortWhole = list({ wholeQualification: 'short', other: 'long' });
    expect(run(classOf, [shortWhole]).cells).toMatchObject([{ amounts: [1, 2, 1] }]);
  });

  it('can be what a dimension tells apart: the list is asked for, and said in the aggregate', () => {
    const dimension: DimensionRule = {
      id: 'area',
      label: text,
      from: {
        number: classOf,
        members: [
          { value: 1, id: 'one', label: text },
          { value: 2, id: 'two', label: text },
        ],
      },
    };
    const { cells, classifications } = run(1, [longWhole], dimension);
    expect(cells.map((cell) => [cell.key[0], 'n' in cell && cell.n])).toEqual([
      ['one', 1],
      ['two', 2],
      ['unknown', 1],
    ]);
    expect(classifications).toEqual([{ id: 'lengths', version: '2026' }]);
    expect(() => run(1, [], dimension)).toThrow(expect.objectContaining({ code: 'classification-missing' }));
  });
});
