import type { Expr } from '../definitions/definition.js';
import { boundOf, branchesOf, dominated, type Bound, type Branch } from './branches.js';
import { candidateSearch, maskTable, rowMasks, type MaskTable } from './candidates.js';
import type { CheckpointRows } from './checkpoints.js';
import { coveringBranches } from './covering.js';
import { leavesOf, paramLeaf, type Leaf } from './expression.js';
import { compileFillByPerson, type FillByPerson } from './fill-by-person.js';
import { checkpointRows, fillCheckpoints, fillRows, newFill } from './fill.js';
import { room, type Frame } from './frame.js';
import { collectPairs, findColumns, runOfBranch, type BranchPlan } from './pairs.js';
import { exprName, type Scope } from './program.js';
import { sidedBranch } from './sides.js';
import { tabulate } from './table.js';

/** The smallest value over the periods of the person's rights; or 1 where one fits. */
export interface Relation {
  readonly where: Expr;
  readonly value: Expr;
  readonly otherwise: number;
  /** True where the row's own right is not looked at. */
  readonly othersOnly: boolean;
}

/** The rows for which a relation is worked out. */
export interface RelationRows {
  readonly scope: Scope;
  /** Where rows are checkpoints: what they are checkpoints of, and what changes from one to the next. */
  readonly checkpoints?: {
    readonly anchors: Frame;
    readonly scope: Scope;
    readonly byCheckpoint: ReadonlySet<Leaf>;
    readonly made: CheckpointRows;
  };
}

const isOther = (leaf: Leaf): boolean => leaf.startsWith('other.') || leaf.startsWith('otherPeriod.');

/** A branch with its conditions by what they depend on; `undefined` where it is not to be had checkpoint by checkpoint. */
export function planBranch(
  branch: Branch,
  places: Scope['places'],
  byCheckpoint: ReadonlySet<Leaf>,
): BranchPlan | undefined {
  const plan = {
    candidate: [] as Expr[],
    own: [] as Expr[],
    ofRow: [] as Expr[],
    bounds: [] as Bound[],
    ofPair: [] as Expr[],
  };
  for (const condition of branch.conditions) {
    const leaves = [...leavesOf(condition)];
    const closed = leaves.every((leaf) => !places.has(leaf)) && tabulate(condition) !== undefined;
    const bound = boundOf(condition, byCheckpoint);
    if (closed && leaves.every(isOther)) plan.candidate.push(condition);
    else if (closed && leaves.every((leaf) => leaf.startsWith('right.'))) plan.own.push(condition);
    else if (!leaves.some((leaf) => byCheckpoint.has(leaf))) plan.ofPair.push(condition);
    else if (bound !== undefined) plan.bounds.push(bound);
    else if (!leaves.some(isOther)) plan.ofRow.push(condition);
    else return undefined;
  }
  if ([...leavesOf(branch.value)].some((leaf) => byCheckpoint.has(leaf))) return undefined;
  return { ...plan, value: branch.value };
}

/** Values row by row of a frame, in a buffer of their own; `uniform` where all are the same. */
export interface RelationResult {
  readonly values: Float64Array;
  readonly uniform: number | undefined;
  readonly truth: boolean;
  readonly own: true;
}

/** Compiles a relation for the rows of one step. Without checkpoints each row is its own anchor. */
export function compileRelation(relation: Relation, rows: RelationRows): (frame: Frame) => RelationResult {
  const branches = branchesOf(relation.where, relation.value, relation.otherwise);
  const { checkpoints } = rows;
  const none: ReadonlySet<Leaf> = new Set();
  if (checkpoints !== undefined) {
    const byCheckpoint = new Set([...checkpoints.byCheckpoint, paramLeaf('checkpoint.day')]);
    const plans = branches.map((branch) => planBranch(branch, rows.scope.places, byCheckpoint));
    if (plans.every((plan) => plan !== undefined)) {
      return relationRunner(relation, plans, rows.scope, checkpoints.scope, checkpoints.anchors, checkpoints.made);
    }
  }
  const plans = branches.flatMap((branch) => planBranch(branch, rows.scope.places, none) ?? []);
  return relationRunner(relation, plans, rows.scope, rows.scope, undefined, undefined);
}

function relationRunner(
  relation: Relation,
  plans: readonly BranchPlan[],
  rowScope: Scope,
  anchorScope: Scope,
  anchorFrame: Frame | undefined,
  made: CheckpointRows | undefined,
): (frame: Frame) => RelationResult {
  const { work } = rowScope;
  const { candidateTable, ownTable, branches } = withTables(plans);
  const clear = dominated(branches.map((plan) => ({ value: plan.value, rest: restOf(plan) })));
  const values = { data: new Float64Array(0) };
  const constants = new Set(branches.map((plan) => plan.value));
  // Values below `otherwise` can be written over it, and so can the only one; others are kept apart until all are known.
  const only = constants.size === 1 && branches.every((plan) => typeof plan.value === 'number');
  const below = branches.every((plan) => typeof plan.value === 'number' && plan.value <= relation.otherwise);
  const truth = [relation.otherwise, ...constants].every((value) => value === 0 || value === 1);
  const unset = below || only ? relation.otherwise : Infinity;
  const sided = branches.flatMap((plan) => sidedBranch(plan) ?? []);
  const isSided = sided.length === branches.length;
  const candidates = candidateSearch(work, candidateTable, isSided ? coveringBranches(sided) : 0);
  const fill = isSided
    ? compileFillByPerson({ branches: sided, clear, ownTable, rowScope, anchorScope, made }, only, relation.othersOnly)
    : fillByPairs(branches, clear, ownTable, rowScope, anchorScope, made, only, relation.othersOnly);
  return (frame) => {
    const anchors = anchorFrame ?? frame;
    const found = candidates(anchors);
    const out = room(values, frame.count);
    out.fill(unset, 0, frame.count);
    const met = found.count > 0 && frame.count > 0 && fill(frame, anchors, found, out);
    if (!met) {
      out.fill(relation.otherwise, 0, frame.count);
      return { values: out, uniform: relation.otherwise, truth, own: true };
    }
    if (unset === Infinity) for (let i = 0; i < frame.count; i++) if (out[i] === Infinity) out[i] = relation.otherwise;
    return { values: out, uniform: undefined, truth, own: true };
  };
}

/** Fills rows branch by branch, by way of lists of pairs: for conditions that mix what the row and the candidate have. */
function fillByPairs(
  branches: readonly BranchPlan[],
  clear: Int32Array,
  ownTable: MaskTable,
  rowScope: Scope,
  anchorScope: Scope,
  made: CheckpointRows | undefined,
  only: boolean,
  othersOnly: boolean,
): FillByPerson {
  const { work } = rowScope;
  const runs = branches.map((plan) => runOfBranch(plan, rowScope, anchorScope));
  const masksOf = rowMasks(ownTable);
  const fill = newFill();
  let own = new Int32Array(0);
  return (frame, anchors, found, out) => {
    if (own.length < anchors.count) own = new Int32Array(anchors.count * 2);
    masksOf(work, anchors.index.root, own, anchors.count);
    if (collectPairs(runs, clear, anchors, own, found, work, othersOnly) === 0) return false;
    for (const run of runs) {
      if (run.pairs.count === 0) continue;
      findColumns(run, found, anchors);
      if (made === undefined) fillRows(run, only, out);
      else fillCheckpoints(fill, run, frame, checkpointRows(fill, made, frame, anchors.count), only, out);
    }
    return true;
  };
}

/** The code tables of all branches; where one would be too large its conditions are checked pair by pair. */
export function withTables(plans: readonly BranchPlan[]): {
  readonly candidateTable: MaskTable;
  readonly ownTable: MaskTable;
  readonly branches: readonly BranchPlan[];
} {
  const candidateTable = maskTable(plans.map((plan) => plan.candidate));
  const ownTable = maskTable(plans.map((plan) => plan.own));
  const nothing = maskTable(plans.map(() => []))!;
  const branches = plans.map((plan) => ({
    ...plan,
    ofPair: [
      ...plan.ofPair,
      ...(candidateTable === undefined ? plan.candidate : []),
      ...(ownTable === undefined ? plan.own : []),
    ],
  }));
  return { candidateTable: candidateTable ?? nothing, ownTable: ownTable ?? nothing, branches };
}

function restOf(plan: BranchPlan): readonly string[] {
  return [...plan.ofRow, ...plan.ofPair].map(exprName).concat(plan.bounds.map((bound) => JSON.stringify(bound)));
}
