import type { Expr } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { boundOf, branchesOf, dominated, type Bound, type Branch } from './branches.js';
import { candidateFinder, maskTable, newCandidates, rowMasks, type Candidates, type MaskTable } from './candidates.js';
import { compile, compileCondition } from './compile.js';
import { CHECKPOINT_DAY } from './expand.js';
import { leavesOf, paramLeaf, type Leaf } from './expression.js';
import { boundColumn, indexColumn, newFrame, type Frame, type IndexName } from './frame.js';
import * as kernel from './kernels.js';
import { exprName, type Program, type Scope } from './program.js';
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
  readonly checkpoints?: { readonly anchors: Frame; readonly scope: Scope; readonly byCheckpoint: ReadonlySet<Leaf> };
}

interface BranchPlan {
  readonly value: Expr;
  /** Conditions on closed codes of the other right, and of the row's own right. */
  readonly candidate: readonly Expr[];
  readonly own: readonly Expr[];
  /** Conditions on the row alone that change from checkpoint to checkpoint. */
  readonly ofRow: readonly Expr[];
  readonly bounds: readonly Bound[];
  readonly ofPair: readonly Expr[];
}

const isOther = (leaf: Leaf): boolean => leaf.startsWith('other.') || leaf.startsWith('otherPeriod.');

function planBranch(branch: Branch, places: Scope['places'], byCheckpoint: ReadonlySet<Leaf>): BranchPlan | undefined {
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
      return relationRunner(relation, plans, rows.scope, checkpoints.scope, checkpoints.anchors);
    }
  }
  const plans = branches.flatMap((branch) => planBranch(branch, rows.scope.places, none) ?? []);
  return relationRunner(relation, plans, rows.scope, rows.scope, undefined);
}

interface BranchRun {
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
interface RowCondition {
  readonly program: Program;
  readonly slot: number | undefined;
  readonly negated: boolean;
}

const pairIndexes: readonly IndexName[] = ['up', 'right', 'other', 'otherPeriod'];

function runOfBranch(plan: BranchPlan, rowScope: Scope, anchorScope: Scope): BranchRun {
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

function rowCondition(condition: Expr, scope: Scope): RowCondition {
  const negated = typeof condition === 'object' && 'not' in condition;
  const inner = negated ? condition.not : condition;
  const place = typeof inner === 'object' && 'column' in inner ? scope.places.get(inner.column) : undefined;
  const slot = place?.kind === 'row' ? place.slot : undefined;
  return { program: compileCondition(condition, scope), slot, negated };
}

function relationRunner(
  relation: Relation,
  plans: readonly BranchPlan[],
  rowScope: Scope,
  anchorScope: Scope,
  anchorFrame: Frame | undefined,
): (frame: Frame) => RelationResult {
  const { work } = rowScope;
  const { candidateTable, ownTable, branches } = withTables(plans);
  const runs = branches.map((plan) => runOfBranch(plan, rowScope, anchorScope));
  const clear = dominated(branches.map((plan) => ({ value: plan.value, rest: restOf(plan) })));
  const find = candidateFinder(candidateTable);
  const masksOf = rowMasks(ownTable);
  const found = newCandidates();
  const values = { data: new Float64Array(0) };
  const scratch: Scratch = { offsets: new Int32Array(0), lows: new Float64Array(0), highs: new Float64Array(0) };
  let own = new Int32Array(0);
  // Values below `otherwise` can be written over it; where they may be above it, what is not yet fitting is kept apart.
  const below = branches.every((plan) => typeof plan.value === 'number' && plan.value <= relation.otherwise);
  const unset = below ? relation.otherwise : Infinity;
  return (frame) => {
    const anchors = anchorFrame ?? frame;
    if (values.data.length < frame.count) values.data = new Float64Array(frame.count * 2);
    const out = values.data;
    find(work, found);
    if (found.count === 0 || frame.count === 0) {
      out.fill(relation.otherwise, 0, frame.count);
      return { values: out, uniform: relation.otherwise };
    }
    out.fill(unset, 0, frame.count);
    if (own.length < anchors.count) own = new Int32Array(anchors.count * 2);
    const rights = anchors.index.right;
    masksOf(work, rights, own, anchors.count);
    for (const run of runs) run.pairs.count = 0;
    const { firstRight, personFirst, personEnd } = work;
    let pairs = 0;
    for (let row = 0; row < anchors.count; row++) {
      const right = rights[row]!;
      const at = right - firstRight;
      const last = found.from[personEnd[at]!]!;
      for (let candidate = found.from[personFirst[at]!]!; candidate < last; candidate++) {
        let mask = found.mask[candidate]! & own[row]!;
        if (mask === 0 || (relation.othersOnly && found.right[candidate] === right)) continue;
        while (mask !== 0) {
          const bit = 31 - Math.clz32(mask & -mask);
          mask &= clear[bit]! & ~(1 << bit);
          addPair(runs[bit]!, row, candidate);
          pairs++;
        }
      }
    }
    if (pairs === 0) {
      out.fill(relation.otherwise, 0, frame.count);
      return { values: out, uniform: relation.otherwise };
    }
    const offsets = anchorFrame === undefined ? undefined : rowOffsets(frame, anchors.count, scratch);
    for (const run of runs) if (run.pairs.count > 0) applyBranch(run, found, frame, anchors, offsets, scratch, out);
    if (unset === Infinity) for (let i = 0; i < frame.count; i++) if (out[i] === Infinity) out[i] = relation.otherwise;
    return { values: out, uniform: undefined };
  };
}

/** The code tables of all branches; where one would be too large its conditions are checked pair by pair. */
function withTables(plans: readonly BranchPlan[]): {
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

function addPair(run: BranchRun, row: number, candidate: number): void {
  const { pairs } = run;
  const at = pairs.count;
  if (run.candidates.length === at) {
    const grown = new Int32Array(indexColumn(pairs, 'up', at + 1).length);
    grown.set(run.candidates);
    run.candidates = grown;
  }
  pairs.index.up[at] = row;
  run.candidates[at] = candidate;
  pairs.count = at + 1;
}

interface Scratch {
  offsets: Int32Array;
  /** By pair: the smallest and the largest day that a checkpoint may have. */
  lows: Float64Array;
  highs: Float64Array;
}

/** For each anchor the first of its rows, by `up`; one more than there are anchors. */
function rowOffsets(frame: Frame, anchors: number, scratch: Scratch): Int32Array {
  if (scratch.offsets.length < anchors + 1) scratch.offsets = new Int32Array(anchors * 2 + 1);
  const offsets = scratch.offsets;
  const up = frame.index.up;
  let row = 0;
  for (let anchor = 0; anchor < anchors; anchor++) {
    offsets[anchor] = row;
    while (row < frame.count && up[row] === anchor) row++;
  }
  offsets[anchors] = row;
  return offsets;
}

function applyBranch(
  run: BranchRun,
  found: Candidates,
  frame: Frame,
  anchors: Frame,
  offsets: Int32Array | undefined,
  scratch: Scratch,
  out: Float64Array,
): void {
  const { pairs } = run;
  findColumns(run, found, anchors);
  const fits = run.condition?.run(pairs);
  const count = pairs.count;
  const up = pairs.index.up;
  const value = typeof run.value === 'number' ? run.value : run.value.run(pairs);
  if (offsets === undefined) {
    for (let i = 0; i < count; i++) {
      if (fits !== undefined && fits[i] === 0) continue;
      const v = typeof value === 'number' ? value : value[i]!;
      if (v < out[up[i]!]!) out[up[i]!] = v;
    }
    return;
  }
  if (scratch.lows.length < count) {
    scratch.lows = new Float64Array(count * 2);
    scratch.highs = new Float64Array(count * 2);
  }
  scratch.lows.fill(-Infinity, 0, count);
  scratch.highs.fill(Infinity, 0, count);
  for (const { program, beyond } of run.froms) raise(scratch.lows, program.run(pairs), beyond, count);
  for (const { program, beyond } of run.tos) lower(scratch.highs, program.run(pairs), beyond, count);
  const marks: Mark[] = [];
  for (const { program, slot, negated } of run.ofRow) {
    const uniform = slot === undefined ? undefined : frame.uniform[slot];
    if (uniform === undefined) {
      marks.push(
        slot === undefined
          ? { of: program.run(frame), wanted: 1 }
          : { of: frame.bound[slot]!, wanted: negated ? 0 : 1 },
      );
    } else if ((uniform !== 0 && uniform !== NO_DAY) === negated) return;
  }
  fillDays(frame.bound[CHECKPOINT_DAY]!, offsets, up, fits, value, scratch, marks, out, count);
}

/** The columns of the pairs that the branch's programs read: of the row, and of the candidate. */
function findColumns({ pairs, slots, candidates }: BranchRun, found: Candidates, anchors: Frame): void {
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

/** What is missing bounds nothing: no checkpoint fits. */
function raise(lowest: Float64Array, days: Float64Array, beyond: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const day = days[i] === NO_DAY ? Infinity : days[i]! + beyond;
    if (day > lowest[i]!) lowest[i] = day;
  }
}

function lower(highest: Float64Array, days: Float64Array, beyond: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const day = days[i]! - beyond;
    if (day < highest[i]!) highest[i] = day;
  }
}

function fillDays(
  day: Float64Array,
  offsets: Int32Array,
  up: Int32Array,
  fits: Float64Array | undefined,
  value: number | Float64Array,
  { lows, highs }: Scratch,
  marks: readonly Mark[],
  out: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    if (fits !== undefined && fits[i] === 0) continue;
    const low = lows[i]!;
    const high = highs[i]!;
    const v = typeof value === 'number' ? value : value[i]!;
    const end = offsets[up[i]! + 1]!;
    for (let row = offsets[up[i]!]!; row < end; row++) {
      const on = day[row]!;
      if (on >= low && on <= high && out[row]! > v && (marks.length === 0 || allMarked(marks, row))) out[row] = v;
    }
  }
}

/** A condition on rows: 0 and anything else in `of`. */
interface Mark {
  readonly of: Float64Array;
  readonly wanted: 0 | 1;
}

function allMarked(marks: readonly Mark[], row: number): boolean {
  for (let i = 0; i < marks.length; i++) {
    const { of, wanted } = marks[i]!;
    const value = of[row]!;
    if ((value !== 0 && value !== NO_DAY ? 1 : 0) !== wanted) return false;
  }
  return true;
}
