import type { Expr, Rule, Step } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { conjunction } from './branches.js';
import { compile, compileCondition } from './compile.js';
import { checkpointStage, type CheckpointRun } from './checkpoints.js';
import { DefinitionError } from './errors.js';
import {
  CHECKPOINT_DAY,
  expandPeriods,
  FIRST_FREE_SLOT,
  firstStarts,
  periodFilter,
  ROW_END,
  ROW_START,
  slice,
} from './expand.js';
import { slicePeriods, type PeriodInterval, type WindowTable } from './expand.js';
import { periodStates } from '../facts/codes.js';
import { keepRange, rangeOf } from './filter.js';
import { fold, leavesOf, paramLeaf, type Leaf, type RunValues } from './expression.js';
import { firstOfStage } from './first-of.js';
import { boundColumn, indexColumn, keepRows, newFrame, type Frame, type IndexName } from './frame.js';
import * as kernel from './kernels.js';
import type { Place, Scope } from './program.js';
import { compileRelation, type RelationRows } from './relation.js';
import type { Work } from './work.js';

/** What a rule's steps need of the run. */
export interface PlanRun {
  readonly work: Work;
  readonly values: RunValues;
  readonly windows: WindowTable;
  readonly checkpoints: CheckpointRun;
  /** Counts the rights of rows that an exclusion drops. */
  readonly exclude: (id: string, frame: Frame, marks: Float64Array, wanted: 0 | 1) => void;
  /** Counts the rights that are looked at, once a chunk. */
  readonly population: (frame: Frame) => void;
  /**
   * Compiled where all steps that look at whole rights are done: drops rights that no member of `only` has, and
   * finds the part of the cells' keys that rights have.
   */
  readonly narrow: (scope: Scope) => (frame: Frame) => void;
  /** Codes of a period's state that the measure has nothing for. */
  readonly worthless: readonly string[];
}

/** A rule's steps, compiled: `run` works through the chunk and leaves the last frame's rows. */
export interface Plan {
  readonly run: () => void;
  readonly last: Frame;
  readonly scope: Scope;
}

interface Building {
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
  checkpoints: { readonly anchors: Frame; readonly scope: Scope; readonly byCheckpoint: Set<Leaf> } | undefined;
}

/** Steps that the rules of a run have in common, worked through once. */
export interface Beginning {
  readonly steps: number;
  readonly building: Building;
  readonly run: () => void;
}

/** How many first steps are the same in all rules and look at whole rights. */
function commonSteps(rules: readonly Rule[]): number {
  const [first, ...others] = rules;
  if (first === undefined || others.length === 0) return 0;
  const common = first.steps.findIndex(
    (step, at) =>
      !('keep' in step || 'exclude' in step || 'bind' in step) ||
      others.some((other) => JSON.stringify(other.steps[at]) !== JSON.stringify(step)),
  );
  return common < 0 ? first.steps.length : common;
}

export function compileBeginning(
  rules: readonly Rule[],
  path: string,
  run: Omit<PlanRun, 'narrow' | 'worthless'>,
): Beginning {
  const root = newFrame(['right']);
  const building: Building = {
    run: { ...run, narrow: () => () => undefined, worthless: [] },
    stages: [() => wholeChunk(run.work, root)],
    frame: root,
    level: 0,
    places: new Map(),
    index: new Set<IndexName>(['right']),
    slots: FIRST_FREE_SLOT,
    dropped: false,
    counted: false,
    narrowed: false,
    checkpoints: undefined,
  };
  const steps = commonSteps(rules);
  for (let at = 0; at < steps; at++) addStep(building, rules[0]!.steps[at]!, `${path}.steps[${String(at)}]`);
  return {
    steps,
    building,
    run: () => {
      for (const stage of building.stages) stage();
    },
  };
}

/** Compiles the steps of a rule after those that it has in common. `path` is where the rule stands in its definition, for errors. */
export function compilePlan(rule: Rule, path: string, run: PlanRun, beginning: Beginning): Plan {
  const root = newFrame(['right']);
  const before = beginning.building;
  const building: Building = {
    ...before,
    run,
    stages: [() => copyRights(before.frame, root)],
    frame: root,
    places: new Map(before.places),
  };
  for (let at = beginning.steps; at < rule.steps.length; at++) {
    const [step, next] = [rule.steps[at]!, rule.steps[at + 1]];
    if (addSlicedPeriods(building, step, next)) at++;
    else addStep(building, step, `${path}.steps[${String(at)}]`);
  }
  count(building);
  narrow(building);
  const scope = scopeOf(building);
  return {
    run: () => {
      for (const stage of building.stages) stage();
    },
    last: building.frame,
    scope,
  };
}

function wholeChunk(work: Work, root: Frame): void {
  const count = work.endRight - work.firstRight;
  const rights = indexColumn(root, 'right', count);
  for (let i = 0; i < count; i++) rights[i] = work.firstRight + i;
  root.count = count;
}

function copyRights(from: Frame, to: Frame): void {
  indexColumn(to, 'right', from.count).set(from.index.right.subarray(0, from.count));
  to.count = from.count;
}

function scopeOf(building: Building): Scope {
  return { work: building.run.work, places: new Map(building.places), index: new Set(building.index) };
}

/** Marks who is looked at, before the first step that is not keep or bind. */
function count(building: Building): void {
  if (building.counted) return;
  building.counted = true;
  const { frame, run } = building;
  building.stages.push(() => run.population(frame));
}

/** Rows are about to be multiplied: from here on rights are only those that `only` wants. */
function narrow(building: Building): void {
  if (building.narrowed) return;
  building.narrowed = true;
  const { frame, run } = building;
  const scope = scopeOf(building);
  const ready = run.narrow(scope);
  building.stages.push(() => ready(frame));
}

function addStep(building: Building, step: Step, path: string): void {
  const { values } = building.run;
  if ('keep' in step) return addKeep(building, fold(step.keep, values));
  if ('exclude' in step) return addExclude(building, step.exclude.id, fold(step.exclude.when, values));
  if ('firstOf' in step) {
    count(building);
    building.dropped = true;
    const group = step.firstOf.map((expr) => fold(expr, values));
    const order = step.orderBy.map((expr) => fold(expr, values));
    const { frame, run } = building;
    const mark = firstOfStage(group, order, scopeOf(building), frame, path);
    building.stages.push(() => {
      const marks = mark();
      run.exclude(step.otherwise.id, frame, marks, 0);
      keepRows(frame, marks, 1);
    });
    return;
  }
  if ('each' in step) return addEach(building);
  if ('slice' in step)
    return addSlice(
      building,
      step.slice.map((expr) => fold(expr, values)),
    );
  if ('checkpoints' in step) return addCheckpoints(building, step, path);
  if ('ofChildren' in step) return addOfChildren(building, step);
  if ('anyOtherRight' in step) {
    const relation = { where: fold(step.anyOtherRight, values), value: 1, otherwise: 0, othersOnly: true };
    return addBound(building, step.bind, compileRelation(relation, relationRows(building)));
  }
  if ('lowestOverRights' in step) {
    const { where, value, otherwise } = step.lowestOverRights;
    const relation = { where: fold(where, values), value: fold(value, values), otherwise, othersOnly: false };
    return addBound(building, step.bind, compileRelation(relation, relationRows(building)));
  }
  const program = compile(fold(step.to, values), scopeOf(building));
  addBound(building, step.bind, (frame) => ({ values: program.run(frame), uniform: undefined }), leavesOf(step.to));
}

function relationRows(building: Building): RelationRows {
  const scope = scopeOf(building);
  return building.checkpoints === undefined ? { scope } : { scope, checkpoints: building.checkpoints };
}

/** Each condition drops its rows before the next one is looked at. */
function addKeep(building: Building, condition: Expr): void {
  const { frame } = building;
  building.dropped = true;
  for (const part of conjunction(condition)) {
    const range = building.level === 0 ? rangeOf(part) : undefined;
    if (range !== undefined) {
      building.stages.push(() => keepRange(building.run.work, frame, range));
      continue;
    }
    const program = compileCondition(part, scopeOf(building));
    building.stages.push(() => keepRows(frame, program.run(frame), 1));
  }
}

function addExclude(building: Building, id: string, condition: Expr): void {
  count(building);
  building.dropped = true;
  const { frame, run } = building;
  const program = compileCondition(condition, scopeOf(building));
  building.stages.push(() => {
    const marks = program.run(frame);
    run.exclude(id, frame, marks, 1);
    keepRows(frame, marks, 0);
  });
}

/** Binds a name to values by row: kept by right while rows are whole rights, by row after that. */
function addBound(
  building: Building,
  name: string,
  values: (frame: Frame) => { readonly values: Float64Array; readonly uniform: number | undefined },
  leaves: ReadonlySet<Leaf> = new Set([paramLeaf('checkpoint.day')]),
): void {
  const { frame, run } = building;
  if (building.level === 0) {
    const slot = run.work.local.push(new Float64Array(0)) - 1;
    building.stages.push(() => writeLocal(run.work, slot, frame, values(frame).values));
    building.places.set(name, { kind: 'local', slot });
    if (!building.dropped) building.places.set(`other.${name}`, { kind: 'local', slot });
    return;
  }
  const slot = building.slots++;
  building.stages.push(() => {
    const result = values(frame);
    boundColumn(frame, slot, frame.count).set(result.values.subarray(0, frame.count));
    frame.uniform[slot] = result.uniform;
  });
  building.places.set(name, { kind: 'row', slot });
  const { checkpoints } = building;
  if (
    checkpoints !== undefined &&
    [...leaves].some((leaf) => leaf === paramLeaf('checkpoint.day') || checkpoints.byCheckpoint.has(leaf))
  )
    checkpoints.byCheckpoint.add(name);
}

function writeLocal(work: Work, slot: number, frame: Frame, values: Float64Array): void {
  const rights = work.endRight - work.firstRight;
  let column = work.local[slot]!;
  if (column.length < rights) column = work.local[slot] = new Float64Array(rights * 2);
  const { right } = frame.index;
  for (let i = 0; i < frame.count; i++) column[right[i]! - work.firstRight] = values[i]!;
}

function addOfChildren(building: Building, step: Extract<Step, { ofChildren: 'period' }>): void {
  const { values, work } = building.run;
  const scope = scopeOf(building);
  const where = conjunction(fold(step.where, values));
  const { filter, rest } = periodFilter(where, (leaf) => scope.places.has(leaf));
  const { take } = step;
  const by = take === 'any' ? 1 : fold('min' in take ? take.min : take.max, values);
  const children = newFrame(['up', 'right', 'period']);
  const out = { data: new Float64Array(0) };
  const room = (count: number): Float64Array => {
    if (out.data.length < count) out.data = new Float64Array(count * 2);
    return out.data;
  };
  const isFirstStart =
    filter !== undefined && rest.length === 0 && take !== 'any' && 'min' in take && isColumn(by, 'period.start');
  if (isFirstStart) {
    addBound(building, step.bind, (frame) => {
      firstStarts(work, frame, filter, children, room(frame.count), NO_DAY);
      return { values: out.data, uniform: undefined };
    });
    return;
  }
  const inner: Scope = { ...scope, index: new Set<IndexName>([...scope.index, 'up', 'right', 'period']) };
  const conditions = rest.map((part) => compileCondition(part, inner));
  const value = compile(by, inner);
  const slots = new Set([...conditions, value].flatMap((program) => [...program.uses.bound]));
  const pick = take === 'any' || 'max' in take ? Math.max : Math.min;
  const missing = take === 'any' ? 0 : NO_DAY;
  addBound(building, step.bind, (frame) => {
    expandPeriods(work, frame, children, filter, false);
    for (const slot of slots)
      kernel.gatherValues(
        frame.bound[slot]!,
        children.index.up,
        boundColumn(children, slot, children.count),
        children.count,
      );
    for (const condition of conditions) keepRows(children, condition.run(children), 1);
    const found = value.run(children);
    const result = room(frame.count).fill(missing, 0, frame.count);
    const { up } = children.index;
    for (let i = 0; i < children.count; i++) {
      const row = up[i]!;
      if (found[i] !== NO_DAY) result[row] = result[row] === missing ? found[i]! : pick(result[row]!, found[i]!);
    }
    return { values: result, uniform: undefined };
  });
}

function isColumn(expr: Expr, name: string): boolean {
  return typeof expr === 'object' && 'column' in expr && expr.column === name;
}

/** Goes on with rows made of the last ones; names that were bound to those come along. */
function descend(building: Building, live: readonly IndexName[], make: (from: Frame, to: Frame) => void): void {
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
    }
  });
  building.frame = to;
  building.level++;
  building.index = new Set(live);
}

function addEach(building: Building): void {
  const { work, worthless } = building.run;
  const states: readonly Expr[] = worthless.length === 0 ? [] : [{ not: { in: 'period.state', codes: worthless } }];
  const { filter } = periodFilter(states, () => false);
  descend(building, ['up', 'right', 'period'], (from, to) => expandPeriods(work, from, to, filter, false));
}

/** `each` and then `slice` of the periods themselves, in one pass. False where the steps are something else. */
function addSlicedPeriods(building: Building, step: Step, next: Step | undefined): boolean {
  if (!('each' in step) || next === undefined || !('slice' in next) || building.level > 0) return false;
  const { work, windows, worthless, values } = building.run;
  const [start, end] = next.slice.map((expr) => fold(expr, values));
  const interval = end === undefined ? undefined : periodInterval(end);
  if (start === undefined || !isColumn(start, 'period.start') || interval === undefined) return false;
  const worth = Uint8Array.from({ length: 256 }, (_, code) => (worthless.includes(periodStates[code] ?? '') ? 0 : 1));
  descend(building, ['right', 'period', 'window'], (from, to) =>
    slicePeriods(work, windows, from, to, worth, interval),
  );
  building.places.set('row.start', { kind: 'row', slot: ROW_START });
  building.places.set('row.end', { kind: 'row', slot: ROW_END });
  return true;
}

/** The interval's end where it is the period's own, or the smaller of that and a day. */
function periodInterval(end: Expr): PeriodInterval | undefined {
  if (isColumn(end, 'period.end')) return { latestEnd: Infinity };
  if (typeof end !== 'object' || !('min' in end) || end.min.length !== 2) return undefined;
  const [own, day] = end.min;
  return own !== undefined && isColumn(own, 'period.end') && typeof day === 'number' ? { latestEnd: day } : undefined;
}

function addSlice(building: Building, interval: readonly Expr[]): void {
  const { work, windows } = building.run;
  const scope = scopeOf(building);
  const [start, end] = interval.map((expr) => compile(expr, scope));
  if (start === undefined || end === undefined) return;
  const withPeriod = building.index.has('period');
  const live: readonly IndexName[] = withPeriod ? ['up', 'right', 'period', 'window'] : ['up', 'right', 'window'];
  descend(building, live, (from, to) => slice(work, windows, from, to, start.run(from), end.run(from), withPeriod));
  building.places.set('row.start', { kind: 'row', slot: ROW_START });
  building.places.set('row.end', { kind: 'row', slot: ROW_END });
}

function addCheckpoints(building: Building, step: Extract<Step, { checkpoints: unknown }>, path: string): void {
  if (building.level > 0)
    throw new DefinitionError(path, 'checkpoints of rows that are no whole rights', 'checkpoints of study rights');
  const scope = scopeOf(building);
  const anchors = building.frame;
  const make = checkpointStage(
    step.checkpoints,
    fold(step.checkpoints.after, building.run.values),
    scope,
    building.run.checkpoints,
  );
  descend(building, ['up', 'right', 'checkpoint'], make);
  const day = paramLeaf('checkpoint.day');
  building.places.set(day, { kind: 'row', slot: CHECKPOINT_DAY });
  building.checkpoints = { anchors, scope, byCheckpoint: new Set([day]) };
}
