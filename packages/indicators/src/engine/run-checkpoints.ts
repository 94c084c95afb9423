import { halfYearOf } from '../days/calendar.js';
import type { Day } from '../days/day.js';
import type { CheckpointRun, NotYet } from './checkpoints.js';
import type { RunDimension } from './dimensions.js';
import { isMature, maturesOn, type Checkpoint } from './maturity.js';
import { checkpointId } from './members.js';
import type { CalculateOptions } from './options.js';
import type { Period } from './windows.js';

/** Rights with checkpoints that are not there yet, as they are met in a chunk. */
export interface ImmatureRows {
  count: number;
  readonly rights: number[];
  readonly notYet: NotYet[];
}

/** When each checkpoint is there: by cohort where cells tell cohorts apart, else when it is there for all cohorts of the run. */
export interface Maturity {
  readonly matureForAll: readonly boolean[] | undefined;
  readonly maturesOn: (checkpoint: number, halfYear: number) => Day;
}

export function maturityOf(
  options: CalculateOptions,
  period: Period,
  checkpoints: readonly Checkpoint[],
  monthEnd: Day,
): Maturity {
  const at = (checkpoint: number): Checkpoint => checkpoints[checkpoint] ?? 'lastMonthEnd';
  if (options.by.includes('cohort')) {
    return { matureForAll: undefined, maturesOn: (checkpoint, halfYear) => maturesOn(halfYear, at(checkpoint)) };
  }
  const wanted = options.only?.cohort;
  const touched: number[] = [];
  for (let halfYear = halfYearOf(period.from); halfYear <= halfYearOf(period.to); halfYear++) {
    const id = `${String(Math.floor(halfYear / 2))}-H${halfYear % 2 === 0 ? '1' : '2'}`;
    if (wanted === undefined || wanted.includes(id)) touched.push(halfYear);
  }
  // Cohorts of other times do not wait for any: they are judged as the period's last one.
  const youngest = touched.at(-1) ?? halfYearOf(period.to);
  return {
    matureForAll: checkpoints.map((checkpoint) => isMature(youngest, checkpoint, monthEnd)),
    maturesOn: (checkpoint) => maturesOn(youngest, at(checkpoint)),
  };
}

export function checkpointRun(
  lastMonthEnd: Day,
  list: readonly Checkpoint[],
  dimension: RunDimension | undefined,
  only: readonly string[] | undefined,
  { matureForAll, maturesOn: matures }: Maturity,
  rows: ImmatureRows,
): CheckpointRun {
  const wanted = list.map(
    (checkpoint) => dimension === undefined || only === undefined || only.includes(checkpointId(checkpoint)),
  );
  return {
    lastMonthEnd,
    wanted,
    matureForAll,
    maturesOn: matures,
    immature(right, notYet) {
      rows.rights[rows.count] = right;
      rows.notYet[rows.count++] = notYet;
    },
  };
}
