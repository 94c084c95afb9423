import type { Expr } from '../definitions/definition.js';
import type { Day } from '../days/day.js';
import { NO_DAY } from '../days/day.js';
import { monthsOf, writeMonthsAfter, type Months } from './calendar-table.js';
import { compile } from './compile.js';
import { CHECKPOINT_DAY } from './expand.js';
import { boundColumn, indexColumn, type Frame } from './frame.js';
import { byHalfYear } from './half-years.js';
import { isMature, type Checkpoint } from './maturity.js';
import type { Scope } from './program.js';

/** What a run's checkpoints are, and whom it tells of those that are not there yet. */
export interface CheckpointRun {
  readonly lastMonthEnd: Day;
  /** Whether a checkpoint is wanted at all, by its position. */
  readonly wanted: readonly boolean[];
  /** Where cohorts are not told apart: whether every cohort of the run has had its time. */
  readonly matureForAll: readonly boolean[] | undefined;
  /** The first day on which a checkpoint of a half-year's cohort is there. */
  readonly maturesOn: (checkpoint: number, halfYear: number) => Day;
  /** A right with checkpoints that are not there yet. */
  readonly immature: (right: number, notYet: NotYet) => void;
}

/** Where the checkpoints of each row begin, as they were made; one more than there are rows. */
export interface CheckpointRows {
  offsets: Int32Array;
  /** How many were made: fewer are left where some have been dropped since. */
  count: number;
  /** True where each row's checkpoints stand in the order of their days. */
  ordered: boolean;
}

export function newCheckpointRows(): CheckpointRows {
  return { offsets: new Int32Array(0), count: 0, ordered: true };
}

/** Checkpoints that are not there yet, by position, and from when each will be. */
export interface NotYet {
  readonly checkpoints: Int32Array;
  readonly matures: Float64Array;
}

interface CohortPlan {
  readonly there: Int32Array;
  /** The months of those that are there. The last month end stands at the end of the list, and has none. */
  readonly months: Months;
  readonly notYet: NotYet;
}

/** The checkpoints of a definition, as positions in one list. */
export function checkpointList(step: {
  readonly months: readonly number[];
  readonly lastMonthEnd: boolean;
}): readonly Checkpoint[] {
  return step.lastMonthEnd ? [...step.months, 'lastMonthEnd'] : step.months;
}

/**
 * Makes a row for each checkpoint that a row's cohort has had time for.
 * @param all also of those that are not wanted: they are dropped last
 */
export function checkpointStage(
  step: { readonly months: readonly number[]; readonly lastMonthEnd: boolean },
  after: Expr,
  scope: Scope,
  run: CheckpointRun,
  made: CheckpointRows,
  all: boolean,
): (from: Frame, to: Frame) => void {
  const program = compile(after, scope);
  const cohorts = compile({ halfYearOf: after }, scope);
  const list = checkpointList(step);
  const planOf = byHalfYear((halfYear): CohortPlan => {
    const wanted = (at: number): boolean => run.wanted[at] ?? true;
    const mature = (at: number): boolean =>
      run.matureForAll?.[at] ?? isMature(halfYear, list[at] ?? 'lastMonthEnd', run.lastMonthEnd);
    const places = list.map((_, at) => at);
    const later = places.filter((at) => wanted(at) && !mature(at));
    const there = places.filter((at) => (all || wanted(at)) && mature(at));
    return {
      there: Int32Array.from(there),
      months: monthsOf(there.flatMap((at) => step.months[at] ?? [])),
      notYet: {
        checkpoints: Int32Array.from(later),
        matures: Float64Array.from(later, (at) => run.maturesOn(at, halfYear)),
      },
    };
  });
  const inOrder = step.months.every((month, at) => at === 0 || month > step.months[at - 1]!);
  return (from, to) => {
    to.count = 0;
    made.count = 0;
    if (from.count === 0) return;
    const days = program.run(from);
    const halfYears = cohorts.run(from);
    const room = from.count * list.length;
    const ups = indexColumn(to, 'up', room);
    const checkpoints = indexColumn(to, 'checkpoint', room);
    const rights = indexColumn(to, 'root', room);
    const rightOf = from.index.root;
    const on = boundColumn(to, CHECKPOINT_DAY, room);
    let lastCohort = halfYears[0] ?? NO_DAY;
    let plan = planOf(lastCohort);
    if (made.offsets.length <= from.count) made.offsets = new Int32Array(from.count * 2 + 1);
    const { offsets } = made;
    let ordered = inOrder;
    let count = 0;
    for (let row = 0; row < from.count; row++) {
      offsets[row] = count;
      const day = days[row]!;
      if (day === NO_DAY) continue;
      if (halfYears[row] !== lastCohort) {
        lastCohort = halfYears[row]!;
        plan = planOf(lastCohort);
      }
      const { there, months, notYet } = plan;
      const right = rightOf[row]!;
      writeMonthsAfter(day, months, on, count);
      if (months.list.length < there.length) on[count + months.list.length] = run.lastMonthEnd;
      for (let i = 0; i < there.length; i++) {
        ups[count] = row;
        rights[count] = right;
        checkpoints[count++] = there[i]!;
      }
      // The last month end can be before a number of months in full.
      if (there.length > 1 && on[count - 1]! < on[count - 2]!) ordered = false;
      if (notYet.checkpoints.length > 0) run.immature(right, notYet);
    }
    offsets[from.count] = count;
    made.ordered = ordered;
    made.count = count;
    to.count = count;
  };
}
