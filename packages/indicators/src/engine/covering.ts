import type { Bound } from './branches.js';
import { leavesOf } from './expression.js';
import type { SidedBranch } from './sides.js';

/** The branches, as a mask, for which a right's periods of the same codes matter only by the days that they cover together. */
export function coveringBranches(branches: readonly SidedBranch[]): number {
  return branches.reduce((mask, branch, bit) => (asksForCover(branch) ? mask | (1 << bit) : mask), 0);
}

function asksForCover({ bounds, candidateConditions, comparisons }: SidedBranch): boolean {
  const isBound = (side: Bound['side'], column: string): boolean => {
    const [own, ...more] = bounds.filter((bound) => bound.side === side);
    const day = own?.day;
    return (
      more.length === 0 && own?.beyond === 0 && typeof day === 'object' && 'column' in day && day.column === column
    );
  };
  const asked = [...candidateConditions, ...comparisons.map(({ ofCandidate }) => ofCandidate)];
  return (
    isBound('from', 'otherPeriod.start') &&
    isBound('to', 'otherPeriod.end') &&
    !asked.some((expr) => [...leavesOf(expr)].some((leaf) => leaf.startsWith('otherPeriod.')))
  );
}
