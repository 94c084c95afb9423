import { describe, expect, it } from 'vitest';
import type { Expr } from '../definitions/definition.js';
import type { BranchPlan } from './pairs.js';
import { sidedBranch } from './sides.js';

const own: Expr = { column: 'right.start' };
const others: Expr = { column: 'otherPeriod.start' };
const branch = (more: Partial<BranchPlan>): BranchPlan => ({
  value: 1,
  candidate: [],
  own: [],
  ofRow: [],
  bounds: [],
  ofPair: [],
  ...more,
});

describe('a branch by sides', () => {
  it('tells conditions of the row, of the candidate, and comparisons of the two apart', () => {
    const ofRow: Expr = { less: [own, 400] };
    const ofCandidate: Expr = { all: [{ less: [300, others] }, { column: 'other.nested' }] };
    const sided = sidedBranch(
      branch({ ofPair: [ofRow, ofCandidate, { less: [own, others] }, { equal: [others, own] }] }),
    );
    expect(sided).toMatchObject({
      rowConditions: [ofRow],
      candidateConditions: [ofCandidate],
      comparisons: [
        { kind: 'less', rowFirst: true, ofRow: own, ofCandidate: others },
        { kind: 'equal', rowFirst: false, ofRow: own, ofCandidate: others },
      ],
    });
  });

  it.each<[string, Partial<BranchPlan>]>([
    ['a condition that mixes both', { ofPair: [{ less: [{ add: [own, others] }, 1] }] }],
    ['a comparison of the row with a mix of both', { ofPair: [{ less: [own, { add: [own, others] }] }] }],
    ['a comparison of a mix of both with the row', { ofPair: [{ less: [{ add: [own, others] }, own] }] }],
    ['a comparison of the candidate with a mix of both', { ofPair: [{ equal: [others, { add: [own, others] }] }] }],
    ['any of two conditions of different sides', { ofPair: [{ any: [{ less: [own, 1] }, { less: [others, 1] }] }] }],
    ['a value that is no number', { value: others }],
    ['a bound by the row', { bounds: [{ side: 'from', day: own, beyond: 0 }] }],
  ])('has none for %s', (_, more) => {
    expect(sidedBranch(branch(more))).toBeUndefined();
  });
});
