import type loadHighs from 'highs';
import type { IndicatorTable } from '../publication/indicator-table.js';
import type { Policy } from '../publication/policy.js';
import { readTables, type ReadCount, type ReadSum, type ReadTables } from './published-counts.js';

/** A withheld count, and what an outsider can infer of it. */
export interface Inferred {
  /** The table and the cell of it that withholds it, from 0. */
  readonly table: number;
  readonly cell: number;
  /** The lowest and the highest that it can be, given everything published; `to` is `null` where it has no upper end. */
  readonly from: number;
  readonly to: number | null;
}

export interface AuditResult {
  /** How many withheld counts were looked at. */
  readonly withheld: number;
  /** Those that are certainly small and known more closely than the policy allows. Empty: nothing withheld is given away. */
  readonly tooClose: readonly Inferred[];
  /** All of them. */
  readonly inferred: readonly Inferred[];
}

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/**
 * What somebody who has only these tables can infer of what they withhold, by integer linear programming: for each withheld count the lowest and
 * the highest that agree with all counts, spans, totals and roundings of all the tables, counts being whole and not negative. It knows nothing of
 * how the tables were made, and so checks `publishTogether`. Needs the package `highs`; for Node.
 *
 * Counts only: of sums and means it does not look what could be inferred.
 */
export async function audit(tables: readonly IndicatorTable[], policy: Policy): Promise<AuditResult> {
  const { default: load } = await import('highs');
  const highs = await load();
  const read = readTables(tables, policy);
  const inferred: Inferred[] = [];
  const tooClose: Inferred[] = [];
  for (const { counts, sums } of connectedParts(read)) {
    for (const at of counts) {
      const count = read.counts[at];
      if (count?.isWithheld !== true || !policy.protects.includes(count.role)) continue;
      const span = spanOf(at, counts, sums, read, highs);
      const found = { ...count.where, from: span.from, to: span.to === Infinity ? null : span.to };
      inferred.push(found);
      if (isTooClose(span, count, policy)) tooClose.push(found);
    }
  }
  return { withheld: inferred.length, tooClose, inferred };
}

/** Certainly a small group, and known more closely than what the policy says of one. Of one that may be nobody it is not certain, unless it is said. */
function isTooClose({ from, to }: Span, { isSaidSmall }: ReadCount, { minimum, hidesZero }: Policy): boolean {
  const lowest = hidesZero === true ? 0 : 1;
  if (to >= minimum || (from < lowest && !isSaidSmall)) return false;
  return from > lowest || to < minimum - 1;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Part {
  readonly counts: readonly number[];
  readonly sums: readonly ReadSum[];
}

/** Counts that sums connect; one that is known exactly connects nothing. */
function connectedParts({ counts, sums }: ReadTables): readonly Part[] {
  const leader = counts.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (leader[root] !== root) root = leader[root] ?? root;
    leader[at] = root;
    return root;
  };
  const open = (at: number): boolean => counts[at]?.from !== counts[at]?.to;
  for (const { whole, parts } of sums) {
    const [first, ...others] = [whole, ...parts].filter(open);
    if (first !== undefined) for (const other of others) leader[find(other)] = find(first);
  }
  const parts = new Map<number, { counts: number[]; sums: ReadSum[] }>();
  counts.forEach((_, at) => {
    if (!open(at)) return;
    const root = find(at);
    const part = parts.get(root) ?? { counts: [], sums: [] };
    parts.set(root, part);
    part.counts.push(at);
  });
  for (const sum of sums) {
    const first = [sum.whole, ...sum.parts].find(open);
    if (first !== undefined) parts.get(find(first))?.sums.push(sum);
  }
  return [...parts.values()];
}

function spanOf(at: number, counts: readonly number[], sums: readonly ReadSum[], read: ReadTables, highs: Highs): Span {
  const lines = constraintsOf(counts, sums, read.counts);
  return { from: bound('Minimize', at, lines, highs), to: bound('Maximize', at, lines, highs) };
}

function bound(direction: 'Minimize' | 'Maximize', at: number, lines: readonly string[], highs: Highs): number {
  const model = [direction, ` obj: c${String(at)}`, ...lines].join('\n');
  const { Status: status, ObjectiveValue: value } = highs.solve(model, { output_flag: false, random_seed: 0 });
  if (status === 'Optimal') return Math.round(value);
  if (status === 'Unbounded' || status === 'Primal infeasible or unbounded')
    return direction === 'Minimize' ? 0 : Infinity;
  throw new Error(`The tables contradict each other, or the solver gave up: ${status}`);
}

/** Of every sum and span, in the format that the solver reads. What is known exactly stands on the right. */
function constraintsOf(
  counts: readonly number[],
  sums: readonly ReadSum[],
  all: readonly ReadCount[],
): readonly string[] {
  const isOpen = new Set(counts);
  const rows = sums.map(({ whole, parts }, row) => {
    let constant = 0;
    const terms: string[] = [];
    for (const [at, sign] of [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
      if (isOpen.has(at)) terms.push(`${sign > 0 ? '+' : '-'} c${String(at)}`);
      else constant -= sign * (all[at]?.from ?? 0);
    }
    // Persons in two groups count once in the whole: it can be less than its parts, and then says so.
    return ` r${String(row)}: ${terms.join(' ')} = ${String(constant)}`;
  });
  const bounds = counts.map((at) => {
    const { from = 0, to = Infinity } = all[at] ?? {};
    return ` ${String(from)} <= c${String(at)} <= ${to === Infinity ? '+inf' : String(to)}`;
  });
  return ['Subject To', ...rows, 'Bounds', ...bounds, 'General', ...counts.map((at) => ` c${String(at)}`), 'End'];
}
