import type { ChildRelation, Expr, Step } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { conjunction } from './branches.js';
import { addBound, addFound, isColumn, scopeOf, type Building } from './building.js';
import { compile, compileCondition } from './compile.js';
import {
  expandChildren,
  expandPeriods,
  firstStarts,
  firstStartsOfChunk,
  newFirstStarts,
  periodFilter,
  type PeriodFilter,
} from './expand.js';
import { fold } from './expression.js';
import { boundColumn, indexColumn, keepRows, newFrame, room, type IndexName } from './frame.js';
import * as kernel from './kernels.js';
import { checkChild } from './multiply.js';
import { newRegister, type Scope } from './program.js';
import type { Local, Work } from './work.js';

/** One number from the children of each row's root. */
export function addOfChildren(
  building: Building,
  step: Extract<Step, { readonly ofChildren: ChildRelation }>,
  path: string,
): void {
  const { values, work } = building.run;
  const scope = scopeOf(building);
  const relation = step.ofChildren;
  checkChild(work, relation, path);
  const where = conjunction(fold(step.where, values));
  const { filter, rest } =
    relation === 'period' ? periodFilter(where, (leaf) => scope.places.has(leaf)) : { filter: undefined, rest: where };
  const { take } = step;
  const by = take === 'any' ? 1 : fold(takenOf(take), values);
  const out = newRegister();
  const isFirstStart =
    relation === 'period' &&
    filter !== undefined &&
    rest.length === 0 &&
    take !== 'any' &&
    'min' in take &&
    isColumn(by, 'period.start');
  if (isFirstStart) {
    if (building.level === 0) return addFound(building, step.bind, firstStartsFinder(work, filter));
    return addBound(building, step.bind, ({ index, count }) => {
      firstStarts(work, filter, index.root, room(out, count), count);
      return { values: out.data, uniform: undefined };
    });
  }
  const inner: Scope = { ...scope, index: new Set<IndexName>([...scope.index, 'up', 'root', relation]) };
  const conditions = rest.map((part) => compileCondition(part, inner));
  const value = compile(by, inner);
  const programs = [...conditions, value];
  const slots = new Set(programs.flatMap((program) => [...program.uses.bound]));
  // What the row stands for beside its root, such as a window.
  const own: readonly IndexName[] = ['up', 'root', relation];
  const ofRow = [...new Set(programs.flatMap((program) => [...program.uses.index]))].filter(
    (name) => !own.includes(name),
  );
  const children = newFrame([...own, ...ofRow]);
  const pick = pickOf(take);
  const missing = take === 'any' || 'sum' in take ? 0 : NO_DAY;
  addBound(building, step.bind, (frame) => {
    if (relation === 'period') expandPeriods(work, frame, children, filter);
    else expandChildren(work, relation, frame, children);
    for (const name of ofRow)
      kernel.gatherIndex(
        frame.index[name],
        children.index.up,
        indexColumn(children, name, children.count),
        children.count,
      );
    for (const slot of slots)
      kernel.gatherValues(
        frame.bound[slot]!,
        children.index.up,
        boundColumn(children, slot, children.count),
        children.count,
      );
    for (const condition of conditions) keepRows(children, condition.run(children), 1);
    const found = value.run(children);
    const result = room(out, frame.count).fill(missing, 0, frame.count);
    const { up } = children.index;
    for (let i = 0; i < children.count; i++) {
      const row = up[i]!;
      if (found[i] !== NO_DAY) result[row] = result[row] === NO_DAY ? found[i]! : pick(result[row]!, found[i]!);
    }
    return { values: result, uniform: undefined };
  });
}

function firstStartsFinder(work: Work, filter: PeriodFilter): Required<Local>['find'] {
  const kept = newFirstStarts(filter);
  return (rights, found, count) => {
    if (rights === undefined) firstStartsOfChunk(work, kept, found);
    else firstStarts(work, filter, rights, found, count);
  };
}

type Take = Exclude<Extract<Step, { readonly ofChildren: ChildRelation }>['take'], 'any'>;

function takenOf(take: Take): Expr {
  if ('min' in take) return take.min;
  return 'max' in take ? take.max : take.sum;
}

function pickOf(take: Take | 'any'): (a: number, b: number) => number {
  if (take === 'any' || 'max' in take) return Math.max;
  return 'min' in take ? Math.min : (a, b) => a + b;
}
