import type { Expr } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { answer, askedOfSide, type AskedColumn, type AskedCondition } from './asked.js';
import type { Bound } from './branches.js';
import type { Candidates, MaskTable } from './candidates.js';
import { listRowsOfPersons, rowMasks } from './candidates.js';
import type { CheckpointRows } from './checkpoints.js';
import { compile, compileCondition } from './compile.js';
import { CHECKPOINT_DAY } from './expand.js';
import { checkpointRows, lower, newFill, raise } from './fill.js';
import { newFrame, newUses, room, takeRows, type Frame, type IndexName, type Register } from './frame.js';
import * as kernel from './kernels.js';
import {
  CANDIDATE_AT_MOST,
  CANDIDATE_LESS,
  EQUAL,
  fillMetCheckpoints,
  fillMetRows,
  ROW_AT_MOST,
  ROW_LESS,
  type Compared,
  type Marks,
  type Meeting,
  type MetBranch,
} from './meeting.js';
import { rowCondition, type RowCondition } from './pairs.js';
import { exprName, newRegister, type Program, type Scope } from './program.js';
import type { SideComparison, SidedBranch } from './sides.js';
import { findPersons, withRoom } from './work.js';

interface CompiledLimit {
  readonly side: Bound['side'];
  readonly bounds: readonly { readonly program: Program; readonly beyond: number }[];
  readonly kept: Register;
}

interface CompiledComparison {
  readonly operator: number;
  readonly ofRow: AskedColumn;
  readonly ofCandidate: AskedColumn;
}

function compiledComparison(comparison: SideComparison, rowScope: Scope, candidateScope: Scope): CompiledComparison {
  const { ofRow, ofCandidate, rowFirst } = comparison;
  const column = (expr: Expr, scope: Scope, first: boolean): AskedColumn => ({
    program: compile(expr, scope),
    branches: 0,
    missing: first ? NaN : NO_DAY,
  });
  return {
    operator: operatorOf(comparison),
    ofRow: column(ofRow, rowScope, rowFirst),
    ofCandidate: column(ofCandidate, candidateScope, !rowFirst),
  };
}

/** Conditions that the same branches ask for are worked out as one. */
function askedConditions(
  conditions: readonly { readonly condition: Expr; readonly branches: number }[],
  scope: Scope,
): readonly AskedCondition[] {
  return [...new Set(conditions.map(({ branches }) => branches))].map((branches) => {
    const all = conditions.filter((one) => one.branches === branches).map(({ condition }) => condition);
    return { program: compileCondition({ all }, scope), branches };
  });
}

/** What is compiled once for all branches that ask for the same, by name. */
function shared<T>(): { readonly list: T[]; readonly at: (name: string, make: () => T) => number } {
  const places = new Map<string, number>();
  const list: T[] = [];
  return {
    list,
    at(name, make) {
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, list.length);
      return list.push(make()) - 1;
    },
  };
}

function operatorOf({ kind, rowFirst }: SideComparison): number {
  if (kind === 'equal') return EQUAL;
  if (kind === 'less') return rowFirst ? ROW_LESS : CANDIDATE_LESS;
  return rowFirst ? ROW_AT_MOST : CANDIDATE_AT_MOST;
}

/** Writes the smallest value of all fitting branches over what `out` holds. False where it is plain that nothing can fit. */
export type FillByPerson = (frame: Frame, anchors: Frame, found: Candidates, out: Float64Array) => boolean;

/** The days that bound each candidate's rows from one side, the narrowest of several; what is missing bounds nothing. */
function limitValues({ side, bounds, kept }: CompiledLimit, frame: Frame): Float64Array {
  const [only] = bounds;
  if (only !== undefined && bounds.length === 1 && only.beyond === 0 && (side === 'to' || !only.program.nullable))
    return only.program.run(frame);
  const out = room(kept, frame.count);
  bounds.forEach(({ program, beyond }, at) => {
    const days = program.run(frame);
    (side === 'from' ? raise : lower)(out, days, beyond, frame.count, at === 0);
  });
  return out;
}

/** What a relation's branches are, and the rows that they are for. */
interface BranchesOfRows {
  readonly branches: readonly SidedBranch[];
  /** By branch: the branches that need not be looked at when a candidate fits it, as cleared bits. */
  readonly clear: Int32Array;
  readonly ownTable: MaskTable;
  readonly rowScope: Scope;
  readonly anchorScope: Scope;
  readonly made: CheckpointRows | undefined;
}

/**
 * Compiles the filling of rows, person by person: each row meets the candidates of its person in their order.
 * @param only there is but one value, which is written over anything
 * @param othersOnly the row's own right is not looked at
 */
export function compileFillByPerson(
  { branches, clear, ownTable, rowScope, anchorScope, made }: BranchesOfRows,
  only: boolean,
  othersOnly: boolean,
): FillByPerson {
  const { work } = rowScope;
  const candidateScope: Scope = { ...anchorScope, index: new Set<IndexName>(['other', 'otherPeriod']) };
  const rowConditions = shared<{ readonly condition: Expr; branches: number }>();
  const candidateConditions: typeof rowConditions = shared();
  const comparisons = shared<CompiledComparison>();
  const limits = shared<CompiledLimit>();
  const marks = shared<RowCondition & { readonly kept: Register }>();
  const ask = (all: typeof rowConditions, condition: Expr, bit: number): void => {
    all.list[all.at(exprName(condition), () => ({ condition, branches: 0 }))]!.branches |= 1 << bit;
  };
  const limitOf = (bounds: readonly Bound[], side: Bound['side']): number => {
    const own = bounds.filter((bound) => bound.side === side);
    if (own.length === 0) return -1;
    return limits.at(JSON.stringify(own), () => ({
      side,
      bounds: own.map(({ day, beyond }) => ({ program: compile(day, candidateScope), beyond })),
      kept: newRegister(),
    }));
  };
  const runs = branches.map((branch, bit) => {
    for (const condition of branch.rowConditions) ask(rowConditions, condition, bit);
    for (const condition of branch.candidateConditions) ask(candidateConditions, condition, bit);
    const compared = branch.comparisons.map((comparison) =>
      comparisons.at(JSON.stringify(comparison), () => compiledComparison(comparison, anchorScope, candidateScope)),
    );
    for (const at of compared) {
      const { ofRow, ofCandidate } = comparisons.list[at]!;
      ofRow.branches |= 1 << bit;
      ofCandidate.branches |= 1 << bit;
    }
    return {
      value: branch.value,
      next: clear[bit]! & ~(1 << bit),
      low: limitOf(branch.bounds, 'from'),
      high: limitOf(branch.bounds, 'to'),
      compared,
      marked: branch.plan.ofRow.map((condition) =>
        marks.at(exprName(condition), () => ({ ...rowCondition(condition, rowScope), kept: newRegister() })),
      ),
      kept: newRegister(),
    };
  });
  const all = branches.length >= 32 ? -1 : (1 << branches.length) - 1;
  const masksOf = rowMasks(ownTable);
  const ofRights = anchorScope.index.size === 1;
  const uses = newUses();
  uses.index.add('root');
  const ofRow = askedOfSide(
    askedConditions(rowConditions.list, anchorScope),
    comparisons.list.map((comparison) => comparison.ofRow),
  );
  const ofCandidate = askedOfSide(
    askedConditions(candidateConditions.list, candidateScope),
    comparisons.list.map((comparison) => comparison.ofCandidate),
  );
  for (const { program } of [...ofRow.conditions, ...ofRow.columns]) {
    for (const name of program.uses.index) uses.index.add(name);
    for (const slot of program.uses.bound) uses.bound.add(slot);
  }
  const near = newFrame([...uses.index]);
  const candidates = newFrame(['other', 'otherPeriod']);
  /** The same where a candidate is several periods: its last one. */
  const ends = newFrame(['other', 'otherPeriod']);
  const fill = newFill();
  let own: Int32Array = new Int32Array(0);
  let narrowed: Int32Array = new Int32Array(0);
  const earliest = newRegister();
  const latest = newRegister();
  const markOf: (Marks | undefined)[] = [];

  /** The branches that rows do not rule out as a whole; what has to be asked row by row is left in `markOf`. */
  const openBranches = (frame: Frame): number => {
    const asked = marks.list.map(({ program, slot, negated, kept }): boolean | Marks => {
      const uniform = slot === undefined ? undefined : frame.uniform[slot];
      if (uniform !== undefined) return (uniform !== 0 && uniform !== NO_DAY) !== negated;
      if (slot === undefined) return { of: program.run(frame), wanted: 1 };
      const of =
        frame.truth[slot] === true
          ? frame.bound[slot]!
          : truthOf(frame.bound[slot]!, room(kept, frame.count), frame.count);
      return { of, wanted: negated ? 0 : 1 };
    });
    let open = 0;
    runs.forEach(({ marked }, bit) => {
      if (marked.every((at) => asked[at] !== false)) open |= 1 << bit;
    });
    asked.forEach((one, at) => (markOf[at] = typeof one === 'boolean' ? undefined : one));
    return open & all;
  };

  return (frame, anchors, found, out) => {
    const { personFirst, personEnd } = findPersons(work);
    const { firstRoot } = work;
    const { from, right: rightOf } = found;
    const rows = withRoom(found.rows, anchors.count);
    found.rows = rows;
    const count = listRowsOfPersons(work, anchors, found, ofRights, rows);
    if (count === 0) return false;
    const open = openBranches(frame);
    if (open === 0) return false;
    takeRows(anchors, near, rows, count, uses);
    own = withRoom(own, count);
    masksOf(work, near.index.root, own, count);
    const rowSides = answer(ofRow, near, own);
    candidates.count = found.count;
    candidates.index.other = found.right;
    candidates.index.otherPeriod = found.period;
    let masks = found.mask;
    if (ofCandidate.conditions.length > 0) {
      narrowed = withRoom(narrowed, found.count);
      narrowed.set(found.mask.subarray(0, found.count));
      masks = narrowed;
    }
    const candidateSides = answer(ofCandidate, candidates, masks);
    ends.count = found.count;
    ends.index.other = found.right;
    ends.index.otherPeriod = found.last;
    const days = limits.list.map((limit) => limitValues(limit, limit.side === 'from' ? candidates : ends));
    const comparedNow = comparisons.list.map(({ operator }, at): Compared => ({
      operator,
      ofRow: rowSides[at]!,
      ofCandidate: candidateSides[at]!,
    }));
    const meeting: Meeting = {
      rows,
      count,
      rights: near.index.root,
      rowMasks: own,
      open,
      firstRoot,
      personFirst,
      personEnd,
      from,
      candidateRights: rightOf,
      masks,
      othersOnly,
      branches: runs.map(({ value, next, compared, marked, kept, low, high }): MetBranch => {
        const [one, ...more] = marked.flatMap((at) => markOf[at] ?? []);
        return {
          next,
          value,
          compared: compared.map((at) => comparedNow[at]!),
          marks:
            one === undefined || more.length === 0 ? one : allOf([one, ...more], room(kept, frame.count), frame.count),
          lows: days[low] ?? unlimited(earliest, -Infinity, found.count),
          highs: days[high] ?? unlimited(latest, Infinity, found.count),
        };
      }),
      only,
      out,
    };
    if (made === undefined) fillMetRows(meeting);
    else fillMetCheckpoints(meeting, checkpointRows(fill, made, frame, anchors.count), frame.bound[CHECKPOINT_DAY]!);
    return true;
  };
}

/** Days that bound nothing. */
function unlimited(kept: Register, day: number, count: number): Float64Array {
  return kept.data.length >= count ? kept.data : room(kept, count).fill(day);
}

/** 1 where a name holds, else 0. */
function truthOf(values: Float64Array, out: Float64Array, count: number): Float64Array {
  kernel.truthOf(values, out, count);
  return out;
}

/** Marks with 1 the rows that all of several conditions mark. */
function allOf(conditions: readonly Marks[], out: Float64Array, count: number): Marks {
  out.fill(1, 0, count);
  for (const { of, wanted } of conditions) for (let i = 0; i < count; i++) if (of[i] !== wanted) out[i] = 0;
  return { of: out, wanted: 1 };
}
