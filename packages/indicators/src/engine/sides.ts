import type { Expr } from '../definitions/definition.js';
import type { Bound } from './branches.js';
import { leavesOf } from './expression.js';
import type { BranchPlan } from './pairs.js';

/** A comparison between something of the row and something of the candidate; `rowFirst` where the row's stands first. */
export interface SideComparison {
  readonly kind: 'atMost' | 'less' | 'equal';
  readonly rowFirst: boolean;
  readonly ofRow: Expr;
  readonly ofCandidate: Expr;
}

/**
 * A branch whose every condition on a pair is of one side or compares one with the other: what each side gives is worked out once for
 * a row and once for a candidate, and pairs are never written down.
 */
export interface SidedBranch {
  readonly value: number;
  readonly plan: BranchPlan;
  readonly rowConditions: readonly Expr[];
  readonly candidateConditions: readonly Expr[];
  readonly comparisons: readonly SideComparison[];
  /** Days of the candidate alone. */
  readonly bounds: readonly Bound[];
}

function sideOf(expr: Expr): 'row' | 'candidate' | 'both' {
  const leaves = [...leavesOf(expr)];
  const others = leaves.filter((leaf) => leaf.startsWith('other.') || leaf.startsWith('otherPeriod.')).length;
  if (others === 0) return 'row';
  return others === leaves.length ? 'candidate' : 'both';
}

function comparisonOf(condition: Expr): SideComparison | undefined {
  if (typeof condition !== 'object') return undefined;
  const kinds = ['atMost', 'less', 'equal'] as const;
  const kind = kinds.find((name) => name in condition);
  if (kind === undefined) return undefined;
  const [a, b] = (condition as Record<typeof kind, readonly [Expr, Expr]>)[kind];
  const [first, second] = [sideOf(a), sideOf(b)];
  if (first === 'row' && second === 'candidate') return { kind, rowFirst: true, ofRow: a, ofCandidate: b };
  if (first === 'candidate' && second === 'row') return { kind, rowFirst: false, ofRow: b, ofCandidate: a };
  return undefined;
}

/** The branch by sides; undefined where a condition mixes them in another way or the value is no number. */
export function sidedBranch(plan: BranchPlan): SidedBranch | undefined {
  if (typeof plan.value !== 'number') return undefined;
  const sided = { rowConditions: [] as Expr[], candidateConditions: [] as Expr[], comparisons: [] as SideComparison[] };
  for (const condition of plan.ofPair) {
    const side = sideOf(condition);
    const comparison = comparisonOf(condition);
    if (side === 'row') sided.rowConditions.push(condition);
    else if (side === 'candidate') sided.candidateConditions.push(condition);
    else if (comparison !== undefined) sided.comparisons.push(comparison);
    else return undefined;
  }
  if (plan.bounds.some(({ day }) => sideOf(day) !== 'candidate')) return undefined;
  return { ...sided, value: plan.value, plan, bounds: plan.bounds };
}
