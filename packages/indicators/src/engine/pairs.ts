import type { Expr } from '../definitions/definition.js';
import type { Bound } from './branches.js';
import type { Candidates } from './candidates.js';
import { compile, compileCondition } from './compile.js';
import { boundColumn, indexColumn, newFrame, type Frame, type IndexName } from './frame.js';
import * as kernel from './kernels.js';
import type { Program, Scope } from './program.js';
import { findPersons, withRoom, type Work } from './work.js';

/** A branch of a relation with its conditions by what they depend on: each is checked where that is known. */
export interface BranchPlan {
  readonly value: Expr;
  /** Conditions on closed codes of the other right, and of the row's own right. */
  readonly candidate: readonly Expr[];
  readonly own: readonly Expr[];
  /** Conditions on the row alone that change from checkpoint to checkpoint. */
  readonly ofRow: readonly Expr[];
  readonly bounds: readonly Bound[];
  readonly ofPair: readonly Expr[];
}

export interface BranchRun {
  /** Pairs of a row (`up`) and a candidate; the columns that programs read are found once all pairs are there. */
  readonly pairs: Frame;
  candidates: Int32Array;
  readonly condition: Program | undefined;
  readonly froms: readonly { readonly program: Program; readonly beyond: number }[];
  readonly tos: readonly { readonly program: Program; readonly beyond: number }[];
  readonly ofRow: readonly RowCondition[];
  readonly value: number | Program;
  readonly slots: ReadonlySet<number>;
}

/** A condition on checkpoint rows. Where it is a bound name or its negation, a name that is the same in all rows settles it. */
export interface RowCondition {
  readonly program: Program;
  readonly slot: number | undefined;
  readonly negated: boolean;
}

const pairIndexes: readonly IndexName[] = ['up', 'root', 'other', 'otherPeriod'];

export function runOfBranch(plan: BranchPlan, rowScope: Scope, anchorScope: Scope): BranchRun {
  const scope: Scope = { ...anchorScope, index: new Set<IndexName>([...anchorScope.index, ...pairIndexes]) };
  const bounds = (side: Bound['side']): BranchRun['froms'] =>
    plan.bounds
      .filter((bound) => bound.side === side)
      .map(({ day, beyond }) => ({ program: compile(day, scope), beyond }));
  const condition = plan.ofPair.length === 0 ? undefined : compileCondition({ all: plan.ofPair }, scope);
  const [froms, tos] = [bounds('from'), bounds('to')];
  const value = typeof plan.value === 'number' ? plan.value : compile(plan.value, scope);
  const programs = [...froms.map((from) => from.program), ...tos.map((to) => to.program)];
  if (condition !== undefined) programs.push(condition);
  if (typeof value !== 'number') programs.push(value);
  const index = new Set<IndexName>(programs.flatMap((program) => [...program.uses.index]));
  return {
    pairs: newFrame([...index]),
    candidates: new Int32Array(0),
    condition,
    froms,
    tos,
    ofRow: plan.ofRow.map((condition) => rowCondition(condition, rowScope)),
    value,
    slots: new Set(programs.flatMap((program) => [...program.uses.bound])),
  };
}

export function rowCondition(condition: Expr, scope: Scope): RowCondition {
  const negated = typeof condition === 'object' && 'not' in condition;
  const inner = negated ? condition.not : condition;
  const place = typeof inner === 'object' && 'column' in inner ? scope.places.get(inner.column) : undefined;
  const slot = place?.kind === 'row' ? place.slot : undefined;
  return { program: compileCondition(condition, scope), slot, negated };
}

/**
 * Finds the pairs of each branch: rows with the candidates of their persons that codes leave open. A candidate that a branch takes is
 * not looked at by those that hold whenever that one does (`clear`). Gives how many pairs there are in all.
 */
export function collectPairs(
  branches: readonly BranchRun[],
  clear: Int32Array,
  anchors: Frame,
  own: Int32Array,
  found: Candidates,
  work: Work,
  othersOnly: boolean,
): number {
  for (const { pairs } of branches) pairs.count = 0;
  if (found.count === 0) return 0;
  const { personFirst, personEnd } = findPersons(work);
  const { firstRoot } = work;
  const { from, mask: maskOf, right: rightOf } = found;
  const rights = anchors.index.root;
  // Most rows have no candidates at all where a rare code is looked for.
  const rows = withRoom(found.rows, anchors.count);
  found.rows = rows;
  let rowCount = 0;
  let most = 0;
  for (let row = 0; row < anchors.count; row++) {
    const at = rights[row]! - firstRoot;
    const candidates = from[personEnd[at]!]! - from[personFirst[at]!]!;
    rows[rowCount] = row;
    rowCount += Number(candidates > 0);
    most += candidates;
  }
  if (most === 0) return 0;
  const counts = new Int32Array(branches.length);
  const ups = branches.map(({ pairs }) => indexColumn(pairs, 'up', most));
  const candidates = branches.map((branch) => {
    if (branch.candidates.length < most) branch.candidates = new Int32Array(most * 2);
    return branch.candidates;
  });
  let all = 0;
  for (let i = 0; i < rowCount; i++) {
    const row = rows[i]!;
    const right = rights[row]!;
    const ownMask = own[row]!;
    const last = from[personEnd[right - firstRoot]!]!;
    for (let candidate = from[personFirst[right - firstRoot]!]!; candidate < last; candidate++) {
      let mask = maskOf[candidate]! & ownMask;
      if (mask === 0 || (othersOnly && rightOf[candidate] === right)) continue;
      while (mask !== 0) {
        const bit = 31 - Math.clz32(mask & -mask);
        mask &= clear[bit]! & ~(1 << bit);
        const at = counts[bit]!;
        ups[bit]![at] = row;
        candidates[bit]![at] = candidate;
        counts[bit] = at + 1;
        all++;
      }
    }
  }
  branches.forEach(({ pairs }, at) => (pairs.count = counts[at]!));
  return all;
}

/** The columns of the pairs that the branch's programs read: of the row, and of the candidate. */
export function findColumns({ pairs, slots, candidates }: BranchRun, found: Candidates, anchors: Frame): void {
  const { count } = pairs;
  for (const slot of slots) {
    kernel.gatherValues(anchors.bound[slot]!, pairs.index.up, boundColumn(pairs, slot, count), count);
  }
  for (const name of pairs.live) {
    if (name === 'up') continue;
    const column = indexColumn(pairs, name, count);
    if (name === 'other') kernel.gatherIndex(found.right, candidates, column, count);
    else if (name === 'otherPeriod') kernel.gatherIndex(found.period, candidates, column, count);
    else kernel.gatherIndex(anchors.index[name], pairs.index.up, column, count);
  }
}
