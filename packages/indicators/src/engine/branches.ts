import type { Expr } from '../definitions/definition.js';
import { leavesOf, paramLeaf, type Leaf } from './expression.js';

/** One way in which another right can fit a row, and what the row then gets. */
export interface Branch {
  readonly conditions: readonly Expr[];
  readonly value: Expr;
}

/** One bit of a mask each. */
const MOST_BRANCHES = 31;

/** An expression as alternatives of conditions that must all hold. */
function alternatives(expr: Expr): readonly (readonly Expr[])[] {
  if (typeof expr === 'number') return expr !== 0 ? [[]] : [];
  if ('any' in expr) return expr.any.flatMap(alternatives);
  if ('all' in expr) {
    return expr.all.reduce<readonly (readonly Expr[])[]>(
      (sofar, part) => sofar.flatMap((one) => alternatives(part).map((other) => [...one, ...other])),
      [[]],
    );
  }
  return [[expr]];
}

/** An expression as conditions that must all hold. */
export function conjunction(expr: Expr): readonly Expr[] {
  return typeof expr === 'object' && 'all' in expr ? expr.all.flatMap(conjunction) : [expr];
}

/**
 * The smallest value over all that fit, as branches with values in rising order: then the first `when` that holds and the smallest
 * value of all that hold are the same. Where it cannot be so written, one branch with the whole expression.
 */
export function branchesOf(where: Expr, value: Expr, otherwise: number): readonly Branch[] {
  const whole: readonly Branch[] = [{ conditions: conjunction(where), value }];
  const cases = casesOf(value);
  if (cases === undefined) return whole;
  const branches = cases
    .filter(({ result }) => result < otherwise)
    .flatMap(({ condition, result }) =>
      alternatives({ all: [where, condition] }).map((conditions) => ({ conditions, value: result })),
    );
  const neverMore = cases.every(({ result }) => result <= otherwise);
  return neverMore && branches.length <= MOST_BRANCHES ? branches : whole;
}

interface Case {
  readonly condition: Expr;
  readonly result: number;
}

function casesOf(value: Expr): readonly Case[] | undefined {
  if (typeof value === 'number') return [{ condition: { all: [] }, result: value }];
  if (!('when' in value) || typeof value.otherwise !== 'number') return undefined;
  const cases: Case[] = [];
  for (const [condition, result] of value.when) {
    if (typeof result !== 'number' || result < (cases.at(-1)?.result ?? -Infinity)) return undefined;
    cases.push({ condition, result });
  }
  if (value.otherwise < (cases.at(-1)?.result ?? -Infinity)) return undefined;
  return [...cases, { condition: { all: [] }, result: value.otherwise }];
}

/** A bound on the day of the checkpoint: the smallest or the largest day that it may be. */
export interface Bound {
  readonly side: 'from' | 'to';
  readonly day: Expr;
  /** 1 where the day itself does not belong. */
  readonly beyond: 0 | 1;
}

const checkpointLeaf = paramLeaf('checkpoint.day');

function isCheckpointDay(expr: Expr): boolean {
  return typeof expr === 'object' && 'param' in expr && expr.param === 'checkpoint.day';
}

/** A condition as a bound on the checkpoint's day by something that does not change from checkpoint to checkpoint. */
export function boundOf(condition: Expr, byCheckpoint: ReadonlySet<Leaf>): Bound | undefined {
  if (typeof condition !== 'object' || !('atMost' in condition || 'less' in condition)) return undefined;
  const [a, b] = 'atMost' in condition ? condition.atMost : condition.less;
  const beyond = 'less' in condition ? 1 : 0;
  const fixed = (expr: Expr): boolean =>
    [...leavesOf(expr)].every((leaf) => leaf !== checkpointLeaf && !byCheckpoint.has(leaf));
  if (isCheckpointDay(b) && fixed(a)) return { side: 'from', day: a, beyond };
  if (isCheckpointDay(a) && fixed(b)) return { side: 'to', day: b, beyond };
  return undefined;
}

/** Branches whose every condition but closed codes is among another's hold whenever the other one does. */
export function dominated(branches: readonly { readonly rest: readonly string[]; readonly value: Expr }[]): Int32Array {
  return Int32Array.from(branches, (branch, at) => {
    let mask = 0;
    branches.forEach((other, number) => {
      if (number <= at || typeof branch.value !== 'number' || typeof other.value !== 'number') return;
      if (other.value >= branch.value && branch.rest.every((name) => other.rest.includes(name))) mask |= 1 << number;
    });
    return ~mask;
  });
}
