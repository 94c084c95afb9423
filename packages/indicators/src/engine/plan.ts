import type { Expr, Rule, Step } from '../definitions/definition.js';
import { conjunction } from './branches.js';
import { addBound, count, narrow, scopeOf, type Building, type Early, type PlanRun } from './building.js';
import { compile, compileCondition } from './compile.js';
import { compileDaysOfRights } from './days-of-rights.js';
import { DefinitionError } from './errors.js';
import { FIRST_FREE_SLOT } from './expand.js';
import { fold, leavesOf } from './expression.js';
import { filterOf } from './filter.js';
import { firstOfStage } from './first-of.js';
import { indexColumn, keepRows, newFrame, type Frame, type IndexName } from './frame.js';
import { addCheckpoints, addEach, addSlice, addSlicedPeriods } from './multiply.js';
import { addOfChildren } from './of-children.js';
import type { Scope } from './program.js';
import { compileRelation, type RelationRows } from './relation.js';
import type { Work } from './work.js';

/** A rule's steps, compiled: `run` works through the chunk and leaves the last frame's rows. */
export interface Plan {
  readonly run: () => void;
  readonly last: Frame;
  readonly scope: Scope;
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
  const root = newFrame(['root']);
  const building: Building = {
    run: { ...run, narrow: () => () => undefined, worthless: [] },
    stages: [() => wholeChunk(run.work, root)],
    frame: root,
    level: 0,
    places: new Map(),
    index: new Set<IndexName>(['root']),
    slots: FIRST_FREE_SLOT,
    dropped: false,
    counted: false,
    narrowed: false,
    early: 'none',
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
  const root = newFrame(['root']);
  const before = beginning.building;
  const building: Building = {
    ...before,
    run,
    stages: [() => copyRights(before.frame, root)],
    frame: root,
    places: new Map(before.places),
    early: droppedEarly(rule.steps),
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

/**
 * `only` keeps final rows: those that a later `firstOf` compares must all be there, and a later exclusion counts within columns of the
 * facts alone.
 */
function droppedEarly(steps: readonly Step[]): Early {
  const later = steps.slice(
    steps.findIndex((step) => 'each' in step || 'slice' in step || 'checkpoints' in step) + 1 || steps.length,
  );
  if (later.some((step) => 'firstOf' in step)) return 'none';
  return later.some((step) => 'exclude' in step) ? 'ofFacts' : 'any';
}

function wholeChunk(work: Work, root: Frame): void {
  const count = work.endRoot - work.firstRoot;
  const rights = indexColumn(root, 'root', count);
  for (let i = 0; i < count; i++) rights[i] = work.firstRoot + i;
  root.count = count;
}

function copyRights(from: Frame, to: Frame): void {
  indexColumn(to, 'root', from.count).set(from.index.root.subarray(0, from.count));
  to.count = from.count;
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
  if ('each' in step) return addEach(building, step.each, path);
  if ('slice' in step)
    return addSlice(
      building,
      step.slice.map((expr) => fold(expr, values)),
      path,
    );
  if ('checkpoints' in step) return addCheckpoints(building, step, path);
  if ('ofChildren' in step) return addOfChildren(building, step, path);
  if ('anyOtherRight' in step || 'lowestOverRights' in step || 'daysOfRights' in step) checkRights(building, path);
  if ('anyOtherRight' in step) {
    const relation = { where: fold(step.anyOtherRight, values), value: 1, otherwise: 0, othersOnly: true };
    return addBound(building, step.bind, compileRelation(relation, relationRows(building)));
  }
  if ('lowestOverRights' in step) {
    const { where, value, otherwise, othersOnly = false } = step.lowestOverRights;
    const relation = { where: fold(where, values), value: fold(value, values), otherwise, othersOnly };
    return addBound(building, step.bind, compileRelation(relation, relationRows(building)));
  }
  if ('daysOfRights' in step) {
    const { where, from, to } = step.daysOfRights;
    const counted = { where: fold(where, values), from: fold(from, values), to: fold(to, values) };
    return addBound(building, step.bind, compileDaysOfRights(counted, scopeOf(building)));
  }
  const program = compile(fold(step.to, values), scopeOf(building));
  addBound(building, step.bind, (frame) => ({ values: program.run(frame), uniform: undefined }), leavesOf(step.to));
}

/** @throws DefinitionError where rows are of outcomes or replies */
function checkRights({ run: { work } }: Building, path: string): void {
  if (work.over !== 'right')
    throw new DefinitionError(path, `rights beside rows of ${work.over}`, 'a definition over rights');
}

function relationRows(building: Building): RelationRows {
  const scope = scopeOf(building);
  return building.checkpoints === undefined ? { scope } : { scope, checkpoints: building.checkpoints };
}

/** Each condition drops its rows before the next one is looked at. */
function addKeep(building: Building, condition: Expr): void {
  const { frame } = building;
  building.dropped = true;
  const parts = conjunction(condition);
  const scope = scopeOf(building);
  const ofRights = building.level === 0 && building.run.work.over === 'right';
  for (let at = 0; at < parts.length;) {
    const found = ofRights ? filterOf(parts.slice(at), scope) : undefined;
    if (found !== undefined) {
      building.stages.push(() => found.filter(frame));
      at += found.conditions;
      continue;
    }
    const program = compileCondition(parts[at++]!, scope);
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
