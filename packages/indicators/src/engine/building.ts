import type { Expr } from '../definitions/definition.js';
import type { CheckpointRows, CheckpointRun } from './checkpoints.js';
import { FIRST_FREE_SLOT, type WindowTable } from './expand.js';
import { paramLeaf, type Leaf, type RunValues } from './expression.js';
import { boundColumn, newFrame, type Frame, type IndexName } from './frame.js';
import * as kernel from './kernels.js';
import type { Place, Scope } from './program.js';
import type { Local, Work } from './work.js';

/** What a rule's steps need of the run. */
export interface PlanRun {
  readonly work: Work;
  readonly values: RunValues;
  readonly windows: WindowTable;
  readonly checkpoints: CheckpointRun;
  /** Counts the rights of rows that an exclusion drops. */
  readonly exclude: (id: string, frame: Frame, marks: Float64Array, wanted: 0 | 1) => void;
  /** Counts the rights that are looked at, once a chunk. */
  readonly population: () => (frame: Frame) => void;
  /**
   * Compiled where all steps that look at whole rights are done: drops rights that no member of `only` has, as far as later steps
   * allow, and finds the part of the cells' keys that rights have.
   */
  readonly narrow: (scope: Scope, early: Early) => (frame: Frame) => void;
  /** Codes of a period's state that the measure has nothing for. */
  readonly worthless: readonly string[];
}

/** Which members of `only` rights may be dropped by before rows are made of them: any, those of columns of the facts, none. */
export type Early = 'any' | 'ofFacts' | 'none';

/** A plan while its steps are compiled, one after the other. */
export interface Building {
  readonly run: PlanRun;
  readonly stages: (() => void)[];
  frame: Frame;
  level: number;
  places: Map<Leaf, Place>;
  index: Set<IndexName>;
  slots: number;
  dropped: boolean;
  counted: boolean;
  narrowed: boolean;
  readonly early: Early;
  checkpoints:
    | {
        readonly anchors: Frame;
        readonly scope: Scope;
        readonly byCheckpoint: Set<Leaf>;
        readonly made: CheckpointRows;
      }
    | undefined;
}

/** What expressions of the next step see. */
export function scopeOf(building: Building): Scope {
  return { work: building.run.work, places: new Map(building.places), index: new Set(building.index) };
}

/** Marks who is looked at, before the first step that is not keep or bind. */
export function count(building: Building): void {
  if (building.counted) return;
  building.counted = true;
  const { frame, run } = building;
  const add = run.population();
  building.stages.push(() => add(frame));
}

/** Rows are about to be multiplied: what is dropped from here on need not be made. */
export function narrow(building: Building): void {
  if (building.narrowed) return;
  building.narrowed = true;
  const { frame, run } = building;
  const scope = scopeOf(building);
  const ready = run.narrow(scope, building.early);
  building.stages.push(() => ready(frame));
}

/** What a name is bound to. */
export interface BoundValues {
  readonly values: Float64Array;
  readonly uniform: number | undefined;
  /** Holds 0 and 1 only. */
  readonly truth?: boolean;
  /** Where nobody else reads or writes the buffer before the next chunk: it becomes the column itself. */
  readonly own?: true;
}

/** Binds a name to values by row: kept by right while rows are whole rights, by row after that. */
export function addBound(
  building: Building,
  name: string,
  values: (frame: Frame) => BoundValues,
  leaves: ReadonlySet<Leaf> = new Set([paramLeaf('checkpoint.day')]),
): void {
  const { frame, run } = building;
  if (building.level === 0) {
    const local: Local = { values: new Float64Array(0), chunk: 0, readers: 0 };
    const ofAll = !building.dropped;
    building.stages.push(() => writeLocal(run.work, local, frame, ofAll, values(frame)));
    return bindLocal(building, name, local);
  }
  const slot = building.slots++;
  building.stages.push(() => {
    const result = values(frame);
    if (result.own === true) frame.bound[slot] = result.values;
    else boundColumn(frame, slot, frame.count).set(result.values.subarray(0, frame.count));
    frame.uniform[slot] = result.uniform;
    frame.truth[slot] = result.truth;
  });
  building.places.set(name, { kind: 'row', slot });
  const { checkpoints } = building;
  if (
    checkpoints !== undefined &&
    [...leaves].some((leaf) => leaf === paramLeaf('checkpoint.day') || checkpoints.byCheckpoint.has(leaf))
  )
    checkpoints.byCheckpoint.add(name);
}

/** Binds a name to values that rights alone tell, found where they are asked for. Only while rows are whole rights. */
export function addFound(building: Building, name: string, find: Required<Local>['find']): void {
  bindLocal(building, name, { values: new Float64Array(0), find, chunk: 0, readers: 0 });
}

function bindLocal({ run, places, dropped }: Building, name: string, local: Local): void {
  const slot = run.work.local.push(local) - 1;
  places.set(name, { kind: 'local', slot });
  if (!dropped) places.set(`other.${name}`, { kind: 'local', slot });
}

/** @param ofAll the frame's rows are all rights of the chunk */
function writeLocal(work: Work, local: Local, frame: Frame, ofAll: boolean, { values, own }: BoundValues): void {
  if (ofAll && own === true) {
    local.values = values;
    return;
  }
  const rights = work.endRoot - work.firstRoot;
  if (local.values.length < rights) local.values = new Float64Array(rights * 2);
  const column = local.values;
  if (ofAll) {
    column.set(values.subarray(0, rights));
    return;
  }
  const { root: right } = frame.index;
  for (let i = 0; i < frame.count; i++) column[right[i]! - work.firstRoot] = values[i]!;
}

export function isColumn(expr: Expr, name: string): boolean {
  return typeof expr === 'object' && 'column' in expr && expr.column === name;
}

/** Goes on with rows made of the last ones; names that were bound to those come along. */
export function descend(building: Building, live: readonly IndexName[], make: (from: Frame, to: Frame) => void): void {
  count(building);
  if (building.level === 0) narrow(building);
  building.dropped = true;
  const from = building.frame;
  const to = newFrame(live);
  const slots = [...building.places.values()].flatMap((place) => (place.kind === 'row' ? [place.slot] : []));
  building.stages.push(() => {
    make(from, to);
    for (const slot of slots) {
      if (slot < FIRST_FREE_SLOT) continue;
      kernel.gatherValues(from.bound[slot]!, to.index.up, boundColumn(to, slot, to.count), to.count);
      to.uniform[slot] = undefined;
      to.truth[slot] = from.truth[slot];
    }
  });
  building.frame = to;
  building.level++;
  building.index = new Set(live);
}
