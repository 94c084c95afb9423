import type { Policy } from '../publication/policy.js';
import { isSmall } from '../publication/publish-cell.js';
import type { Span } from './span.js';

/** The counts that a policy shows as it shows this one. */
export function shownSpan(count: number, policy: Policy): Span {
  const published = rounded(count, policy);
  let [from, to] = [count, count];
  while (from > 0 && !isSmall(from - 1, policy) && rounded(from - 1, policy) === published) from--;
  while (!isSmall(to + 1, policy) && rounded(to + 1, policy) === published) to++;
  return { from, to };
}

function rounded(count: number, { roundTo }: Policy): number {
  return roundTo * Math.round(count / roundTo);
}

/** What is known of a count that is withheld because it is small. */
export function smallSpan({ minimum, hidesZero }: Policy): Span {
  return { from: hidesZero === true ? 0 : 1, to: minimum - 1 };
}

/** What is known of a count that is withheld for others' sake, as its reason says: that it is not small. */
export function largeSpan({ minimum }: Policy): Span {
  return { from: minimum, to: Infinity };
}
