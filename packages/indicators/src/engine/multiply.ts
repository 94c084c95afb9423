import { childRelations, type ChildRelation, type Expr, type Step } from '../definitions/definition.js';
import { periodStates } from '../facts/codes.js';
import { descend, isColumn, scopeOf, type Building } from './building.js';
import { childTables } from './columns.js';
import { checkpointStage, newCheckpointRows } from './checkpoints.js';
import { compile } from './compile.js';
import { DefinitionError } from './errors.js';
import {
  CHECKPOINT_DAY,
  expandChildren,
  expandPeriods,
  periodFilter,
  ROW_END,
  ROW_START,
  slice,
  slicePeriods,
  type PeriodInterval,
} from './expand.js';
import { fold, paramLeaf } from './expression.js';
import type { IndexName } from './frame.js';
import type { Work } from './work.js';

/** One row for each child of a root. @throws DefinitionError where rows are made of children already */
export function addEach(building: Building, relation: ChildRelation, path: string): void {
  const { work, worthless } = building.run;
  if (building.level > 0)
    throw new DefinitionError(path, 'each of rows that are no whole roots', 'each before other rows are made');
  if (relation !== 'period') {
    checkChild(work, relation, path);
    descend(building, ['up', 'root', relation], (from, to) => expandChildren(work, relation, from, to));
    return;
  }
  const states: readonly Expr[] = worthless.length === 0 ? [] : [{ not: { in: 'period.state', codes: worthless } }];
  const { filter } = periodFilter(states, () => false);
  descend(building, ['up', 'root', 'period'], (from, to) => expandPeriods(work, from, to, filter));
}

/** @throws DefinitionError where the relation belongs to another root */
export function checkChild(work: Work, relation: ChildRelation, path: string): void {
  const { root } = childTables[relation];
  if (root !== work.over) throw new DefinitionError(path, `${relation} of ${root}`, `a child relation of ${work.over}`);
}

/** `each` and then `slice` of the periods themselves, in one pass. False where the steps are something else. */
export function addSlicedPeriods(building: Building, step: Step, next: Step | undefined): boolean {
  if (!('each' in step) || step.each !== 'period' || next === undefined || !('slice' in next) || building.level > 0)
    return false;
  const { work, windows, worthless, values } = building.run;
  const [start, end] = next.slice.map((expr) => fold(expr, values));
  const interval = end === undefined ? undefined : periodInterval(end);
  if (start === undefined || !isColumn(start, 'period.start') || interval === undefined) return false;
  const worth = Uint8Array.from({ length: 256 }, (_, code) => (worthless.includes(periodStates[code] ?? '') ? 0 : 1));
  const sliced = { ...interval, windows, worth, periods: new Int32Array(0) };
  descend(building, ['root', 'period', 'window'], (from, to) => slicePeriods(work, from, to, sliced));
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

/** One row for each window that an interval of the row touches. @throws DefinitionError where rows stand for a time already */
export function addSlice(building: Building, interval: readonly Expr[], path: string): void {
  const { work, windows } = building.run;
  const made: readonly IndexName[] = ['window', 'checkpoint'];
  const again = made.find((name) => building.index.has(name));
  if (again !== undefined)
    throw new DefinitionError(path, `slice of rows of a ${again}`, 'slice before there are windows or checkpoints');
  const scope = scopeOf(building);
  const [start, end] = interval.map((expr) => compile(expr, scope));
  if (start === undefined || end === undefined) return;
  const child = childRelations.find((relation) => building.index.has(relation));
  const live: readonly IndexName[] = ['up', 'root', ...(child === undefined ? [] : [child]), 'window'];
  descend(building, live, (from, to) => slice(work, windows, from, to, start.run(from), end.run(from), child));
  building.places.set('row.start', { kind: 'row', slot: ROW_START });
  building.places.set('row.end', { kind: 'row', slot: ROW_END });
}

/** One row for each checkpoint that a right's cohort has had time for. */
export function addCheckpoints(building: Building, step: Extract<Step, { checkpoints: unknown }>, path: string): void {
  if (building.level > 0)
    throw new DefinitionError(path, 'checkpoints of rows that are no whole rights', 'checkpoints of study rights');
  const scope = scopeOf(building);
  const anchors = building.frame;
  const made = newCheckpointRows();
  const make = checkpointStage(
    step.checkpoints,
    fold(step.checkpoints.after, building.run.values),
    scope,
    building.run.checkpoints,
    made,
    building.early !== 'any',
  );
  descend(building, ['up', 'root', 'checkpoint'], make);
  const day = paramLeaf('checkpoint.day');
  building.places.set(day, { kind: 'row', slot: CHECKPOINT_DAY });
  building.checkpoints = { anchors, scope, byCheckpoint: new Set([day]), made };
}
