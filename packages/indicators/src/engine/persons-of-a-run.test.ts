import { describe, expect, it } from 'vitest';
import { personsOf } from '../aggregate/persons.js';
import { studentYears } from '../definitions/student-years.js';
import type { Definition, RootRelation } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainOutcome, PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';

const right: PlainStudyRight = {
  key: 'r',
  provider: 'p',
  education: 'wholeQualification',
  julyRule: 'removed',
  periods: [],
};
const outcome: PlainOutcome = { provider: 'p', graduated: '2020-05-31', yearsAfter: 1 };

const studying = { key: 'studying', rights: [right] };
const both = { key: 'both', rights: [right], outcomes: [outcome] };
const graduated = { key: 'graduated', rights: [], outcomes: [outcome] };
const withNothing = { key: 'with nothing', rights: [] };
const everybody = [studying, both, graduated, withNothing];

const over = (root: RootRelation): Definition => ({
  ...studentYears,
  over: root,
  rules: [{ ...studentYears.rules[0]!, inForce: {}, steps: [], measure: { kind: 'count' } }],
});
const options = { by: [], period: { from: '2020-01-01', to: '2020-12-31' }, asOf: '2020-12-31' };

describe('the persons of a run', () => {
  it.each<[RootRelation, readonly string[]]>([
    ['right', ['studying', 'both', 'with nothing']],
    ['outcome', ['both', 'graduated', 'with nothing']],
    // Nobody has a reply: only she of whom nothing is known could be somebody's respondent.
    ['response', ['with nothing']],
  ])('over %s are those who have such records, and those who have none at all', (root, keys) => {
    for (const personsPerBatch of [1, 4]) {
      const aggregate = calculateInMemory(factsOf(everybody, { personsPerBatch }), over(root), options);
      expect(aggregate.records).toEqual({ read: keys.length, facts: keys.length, refused: 0 });
      expect([...(personsOf(aggregate) ?? [])].sort()).toEqual([...keys].sort());
    }
  });

  it('are met twice where two readings have records of that kind of one person', () => {
    const run = (root: RootRelation, ...readings: readonly (typeof everybody)[]) => {
      return () =>
        calculateInMemory(
          readings.flatMap((persons) => factsOf(persons)),
          over(root),
          options,
        );
    };
    expect(run('right', [studying], [{ ...graduated, key: 'studying' }])).not.toThrow();
    expect(run('outcome', [both], [{ ...graduated, key: 'both' }])).toThrow(
      expect.objectContaining({ name: 'PersonTwiceError' }),
    );
  });
});
