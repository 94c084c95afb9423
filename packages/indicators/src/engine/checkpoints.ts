import type { Expr } from '../definitions/definition.js';
import type { Day } from '../days/day.js';
import { NO_DAY } from '../days/day.js';
import { tableAddMonths } from './calendar-table.js';
import { compile } from './compile.js';
import { CHECKPOINT_DAY } from './expand.js';
import { boundColumn, indexColumn, type Frame } from './frame.js';
import * as kernel from './kernels.js';
import { isMature, type Checkpoint } from './maturity.js';
import type { Scope } from './program.js';

/** What a run's checkpoints are, and whom it tells of those that are not there yet. */
export interface CheckpointRun {
  readonly lastMonthEnd: Day;
  /** Whether a checkpoint is wanted at all, by its position. */
  readonly wanted: readonly boolean[];
  /** Where cohorts are not told apart: whether every cohort of the run has had its time. */
  readonly matureForAll: readonly boolean[] | undefined;
  /** A row whose checkpoint is not there yet; `halfYear` is its cohort. */
  readonly immature: (right: number, checkpoint: number, halfYear: number) => void;
}

interface CohortPlan {
  readonly there: Int32Array;
  readonly notYet: Int32Array;
}

/** The checkpoints of a definition, as positions in one list. */
export function checkpointList(step: {
  readonly months: readonly number[];
  readonly lastMonthEnd: boolean;
}): readonly Checkpoint[] {
  return step.lastMonthEnd ? [...step.months, 'lastMonthEnd'] : step.months;
}

/** Makes a row for each checkpoint that a row's cohort has had time for. */
export function checkpointStage(
  step: { readonly months: readonly number[]; readonly lastMonthEnd: boolean },
  after: Expr,
  scope: Scope,
  run: CheckpointRun,
): (from: Frame, to: Frame) => void {
  const program = compile(after, scope);
  const cohorts = compile({ halfYearOf: after }, scope);
  const list = checkpointList(step);
  const plans = new Map<number, CohortPlan>();
  const planOf = (halfYear: number): CohortPlan => {
    const known = plans.get(halfYear);
    if (known !== undefined) return known;
    const wanted = list.map((_, at) => at).filter((at) => run.wanted[at] ?? true);
    const mature = (at: number): boolean =>
      run.matureForAll?.[at] ?? isMature(halfYear, list[at] ?? 'lastMonthEnd', run.lastMonthEnd);
    const plan = {
      there: Int32Array.from(wanted.filter(mature)),
      notYet: Int32Array.from(wanted.filter((at) => !mature(at))),
    };
    plans.set(halfYear, plan);
    return plan;
  };
  const months = Int32Array.from(list, (checkpoint) => (checkpoint === 'lastMonthEnd' ? -1 : checkpoint));
  return (from, to) => {
    const days = program.run(from);
    const halfYears = cohorts.run(from);
    const room = from.count * list.length;
    const ups = indexColumn(to, 'up', room);
    const checkpoints = indexColumn(to, 'checkpoint', room);
    const on = boundColumn(to, CHECKPOINT_DAY, room);
    let lastCohort = NO_DAY;
    let plan: CohortPlan = { there: new Int32Array(0), notYet: new Int32Array(0) };
    let count = 0;
    for (let row = 0; row < from.count; row++) {
      const day = days[row]!;
      if (day === NO_DAY) continue;
      if (halfYears[row] !== lastCohort) {
        lastCohort = halfYears[row]!;
        plan = planOf(lastCohort);
      }
      const { there, notYet } = plan;
      for (let i = 0; i < there.length; i++) {
        const at = there[i]!;
        ups[count] = row;
        checkpoints[count] = at;
        on[count++] = months[at]! < 0 ? run.lastMonthEnd : tableAddMonths(day, months[at]!);
      }
      for (let i = 0; i < notYet.length; i++) run.immature(from.index.right[row]!, notYet[i]!, lastCohort);
    }
    to.count = count;
    kernel.gatherIndex(from.index.right, to.index.up, indexColumn(to, 'right', count), count);
  };
}
