import type { Policy } from '../publication/policy.js';
import { isSmall } from '../publication/publish-cell.js';
import type { NamedCount, NamedSum, FigureParts } from './figure-parts.js';
import { largeSpan, shownSpan, smallSpan } from './knowledge.js';
import { anyCount, overlap, type Span } from './span.js';
import type { Guarded } from './system.js';

/** What is known of a quantity from one statement of it. */
export interface Known {
  readonly name: string;
  readonly value: number;
  readonly isWhole: boolean;
  readonly known: Span;
  readonly knownWithheld?: Span;
  readonly weight: number;
  readonly guarded?: Guarded;
}

/** The quantities of one statement, and how they hang together: the whole takes its parts along, and is what they add up to. */
export interface KnownParts {
  readonly whole: Known;
  readonly part?: Known;
  readonly rest?: Known;
  readonly rows?: Known;
  readonly sums: readonly Known[];
}

/** What a policy lets an outsider know of one cell by itself, and what it guards. `weight`: how much the cell is worth. */
export function knownBy(parts: FigureParts, policy: Policy, weight: number, isDominated = false): KnownParts {
  const { whole, part, rows, sums } = parts;
  const isHidden = isSmall(whole.count, policy) || (rows !== undefined && isSmall(rows.count, policy));
  const ofWhole = countKnown(whole, policy, weight, isSmall(whole.count, policy));
  const hasRows = rows === undefined ? {} : { rows: countKnown(rows, policy, weight, isSmall(rows.count, policy)) };
  return {
    whole: rows !== undefined && isHidden ? withheldWith(ofWhole) : ofWhole,
    ...hasRows,
    ...(part === undefined ? {} : partOf(whole, part, policy, weight, isHidden)),
    sums: sums.map((one) => sumKnown(one, whole.count, policy, weight, isHidden || isDominated)),
  };
}

/** Withheld because its rows are few, although there are enough persons, or the other way round. */
function withheldWith(known: Known): Known {
  return known.guarded === undefined ? fixedAt(known, anyCount) : known;
}

function fixedAt({ name, value, isWhole, weight }: Known, known: Span): Known {
  return { name, value, isWhole, weight, known };
}

function countKnown({ name, count }: NamedCount, policy: Policy, weight: number, isHidden: boolean): Known {
  const base = { name, value: count, isWhole: true, weight };
  if (isHidden) return { ...base, ...few(policy) };
  if (count === 0) return { ...base, known: { from: 0, to: 0 } };
  return { ...base, known: shownSpan(count, policy), knownWithheld: largeSpan(policy) };
}

/** How much is lost where of a small count not even that it is small is said. */
const WORTH_OF_A_RANGE = 0.3;

/** What is known of a small count: its range, unless that is not said either. */
function few(policy: Policy): Pick<Known, 'known' | 'knownWithheld' | 'guarded' | 'weight'> {
  const known = smallSpan(policy);
  return { known, knownWithheld: anyCount, guarded: { reach: known }, weight: WORTH_OF_A_RANGE };
}

function partOf(
  whole: NamedCount,
  part: NamedCount,
  policy: Policy,
  weight: number,
  wholeIsHidden: boolean,
): Pick<KnownParts, 'part' | 'rest'> {
  const rest: NamedCount = { name: `${whole.name} without ${part.name}`, count: whole.count - part.count };
  const base = { name: part.name, value: part.count, isWhole: true, weight } as const;
  const ofRest = { name: rest.name, value: rest.count, isWhole: true, weight: 0 } as const;
  if (wholeIsHidden) {
    // Of so few nothing may be known, not even that it is none of them.
    const reach = { from: 0, to: policy.minimum - 1 };
    return { part: { ...base, known: anyCount, guarded: { reach } }, rest: { ...ofRest, known: anyCount } };
  }
  const isFew = policy.protects.includes('x') && isSmall(part.count, policy);
  const leavesFew = policy.protects.includes('rest') && isSmall(rest.count, policy);
  const restKnown: Known = leavesFew
    ? { ...ofRest, ...few(policy) }
    : { ...ofRest, known: notFew(rest.count, 'rest', policy) };
  if (isFew) return { part: { ...base, ...few(policy) }, rest: restKnown };
  if (leavesFew) return { part: { ...base, known: anyCount }, rest: restKnown };
  const knownWithheld = notFew(part.count, 'x', policy);
  return { part: { ...base, known: shownSpan(part.count, policy), knownWithheld }, rest: restKnown };
}

/** What the reason says of a count that is not withheld for its own sake. */
function notFew(count: number, role: 'x' | 'rest', policy: Policy): Span {
  return policy.protects.includes(role) && count > 0 ? largeSpan(policy) : anyCount;
}

/** The sum of one person must stay open from half of it, and to twice it where the policy's minimum is not above 2. */
const LEAST_SPREAD = 2;

/**
 * A sum of so few persons must stay as open as their number: anything from what one of them would have to what as many as the policy's
 * minimum less one would have.
 */
function sumKnown(
  { name, sum, rounding }: NamedSum,
  n: number,
  policy: Policy,
  weight: number,
  isHidden: boolean,
): Known {
  const base = { name, value: sum, isWhole: false, weight } as const;
  if (isHidden) {
    const each = n === 0 ? 0 : sum / n;
    const most = each * Math.max(LEAST_SPREAD, policy.minimum - 1);
    const guarded = { reach: { from: Math.min(sum, n > 1 ? each : each / LEAST_SPREAD), to: Math.max(sum, most) } };
    return { ...base, known: anyCount, ...(sum === 0 ? {} : { guarded }) };
  }
  return { ...base, known: overlap({ from: sum - rounding, to: sum + rounding }, anyCount), knownWithheld: anyCount };
}
