import { NO_DAY } from '../days/day.js';
import type { CheckpointRows } from './checkpoints.js';
import { CHECKPOINT_DAY } from './expand.js';
import { room, type Frame, type Register } from './frame.js';
import type { BranchRun } from './pairs.js';

/** What filling in the values of checkpoints keeps from branch to branch. */
export interface Fill {
  /** By pair: the smallest and the largest day that a checkpoint may have. */
  readonly lows: Register;
  readonly highs: Register;
  offsets: Int32Array;
}

export function newFill(): Fill {
  const empty = (): Register => ({ data: new Float64Array(0) });
  return { lows: empty(), highs: empty(), offsets: new Int32Array(0) };
}

/** Lowers each row's value to that of the pairs that fit and have one; `only` where there is but one value, whatever it is. */
export function fillRows({ condition, pairs, value }: BranchRun, only: boolean, out: Float64Array): void {
  const fits = condition?.run(pairs);
  const { count } = pairs;
  const { up } = pairs.index;
  const values = typeof value === 'number' ? value : value.run(pairs);
  for (let i = 0; i < count; i++) {
    if (fits !== undefined && fits[i] === 0) continue;
    const v = typeof values === 'number' ? values : values[i]!;
    if (v === NO_DAY) continue;
    if (only || v < out[up[i]!]!) out[up[i]!] = v;
  }
}

/** Where each anchor's checkpoints begin: as they were made, or counted anew where some have been dropped since. */
export function checkpointRows(fill: Fill, made: CheckpointRows, frame: Frame, anchors: number): CheckpointRows {
  if (made.count === frame.count) return made;
  if (fill.offsets.length < anchors + 1) fill.offsets = new Int32Array(anchors * 2 + 1);
  const { offsets } = fill;
  const { up } = frame.index;
  let row = 0;
  for (let anchor = 0; anchor < anchors; anchor++) {
    offsets[anchor] = row;
    while (row < frame.count && up[row] === anchor) row++;
  }
  offsets[anchors] = row;
  return { offsets, count: frame.count, ordered: made.ordered };
}

/** The same for checkpoints, by the days between which a pair fits. */
export function fillCheckpoints(
  fill: Fill,
  run: BranchRun,
  frame: Frame,
  { offsets, ordered }: CheckpointRows,
  only: boolean,
  out: Float64Array,
): void {
  const { pairs } = run;
  const { count } = pairs;
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
  const fits = run.condition?.run(pairs);
  const values = typeof run.value === 'number' ? run.value : run.value.run(pairs);
  const lows = limits(fill.lows, run.froms, pairs, raise);
  const highs = limits(fill.highs, run.tos, pairs, lower);
  const { up } = pairs.index;
  const day = frame.bound[CHECKPOINT_DAY]!;
  /** The row with which the pair before began, and what it asked for: a later period of the same anchor begins no earlier. */
  let anchor = -1;
  let first = 0;
  let least = 0;
  for (let i = 0; i < count; i++) {
    if (fits !== undefined && fits[i] === 0) continue;
    const v = typeof values === 'number' ? values : values[i]!;
    if (v === NO_DAY) continue;
    const low = lows === undefined ? -Infinity : lows[i]!;
    const high = highs === undefined ? Infinity : highs[i]!;
    const end = offsets[up[i]! + 1]!;
    if (!ordered || up[i] !== anchor || low < least) first = offsets[up[i]!]!;
    anchor = up[i]!;
    least = low;
    while (first < end && day[first]! < low) first++;
    for (let row = first; row < end; row++) {
      const on = day[row]!;
      if (on > high) {
        if (ordered) break;
        continue;
      }
      if (on < low) continue;
      if ((only || out[row]! > v) && (marks.length === 0 || allMarked(marks, row))) out[row] = v;
    }
  }
}

/** The days that bound each pair's checkpoints from one side, the narrowest of several; undefined where nothing does. */
function limits(
  register: Register,
  bounds: BranchRun['froms'],
  pairs: Frame,
  narrow: (limit: Float64Array, days: Float64Array, beyond: number, count: number, first: boolean) => void,
): Float64Array | undefined {
  if (bounds.length === 0) return undefined;
  const limit = room(register, pairs.count);
  bounds.forEach(({ program, beyond }, at) => narrow(limit, program.run(pairs), beyond, pairs.count, at === 0));
  return limit;
}

/** What is missing bounds nothing: no checkpoint fits. */
export function raise(lowest: Float64Array, days: Float64Array, beyond: number, count: number, first: boolean): void {
  for (let i = 0; i < count; i++) {
    const day = days[i] === NO_DAY ? Infinity : days[i]! + beyond;
    if (first || day > lowest[i]!) lowest[i] = day;
  }
}

export function lower(highest: Float64Array, days: Float64Array, beyond: number, count: number, first: boolean): void {
  for (let i = 0; i < count; i++) {
    const day = days[i]! - beyond;
    if (first || day < highest[i]!) highest[i] = day;
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
