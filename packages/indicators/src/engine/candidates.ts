import type { Expr } from '../definitions/definition.js';
import { factColumns, ownerName } from './columns.js';
import { leavesOf, type Leaf } from './expression.js';
import { tabulate, type Table } from './table.js';
import type { Work } from './work.js';

/** Which branches the codes of a row leave open, as a mask, by position in a table over those codes. */
export interface MaskTable {
  readonly columns: Table['columns'];
  readonly masks: Int32Array;
}

/** Joins the closed-code conditions of each branch into one table of masks; `undefined` where it would be too large. */
export function maskTable(branches: readonly (readonly Expr[])[]): MaskTable | undefined {
  const over = [...new Set(branches.flatMap((conditions) => conditions.flatMap((expr) => [...leavesOf(expr)])))];
  if (over.length === 0) return { columns: [], masks: Int32Array.of(maskOfAll(branches.length)) };
  const tables = branches.map((conditions) => tabulate({ all: conditions }, over));
  const first = tables[0];
  if (first === undefined) return undefined;
  const masks = new Int32Array(first.values.length);
  tables.forEach((table, bit) => {
    table?.values.forEach((value, at) => {
      if (value !== 0) masks[at] = masks[at]! | (1 << bit);
    });
  });
  return { columns: first.columns, masks };
}

function maskOfAll(branches: number): number {
  return branches >= 32 ? -1 : (1 << branches) - 1;
}

function sourceOf(work: Work, leaf: Leaf): Uint8Array {
  const source = factColumns.get(ownerName(leaf).name)?.of(work.facts);
  return source instanceof Uint8Array ? source : new Uint8Array(0);
}

/** The periods of the chunk that may fit some branch, by right: those of right `i` of the chunk stand from `from[i]` to `from[i + 1]`. */
export interface Candidates {
  count: number;
  from: Int32Array;
  right: Int32Array;
  period: Int32Array;
  mask: Int32Array;
}

export function newCandidates(): Candidates {
  const empty = new Int32Array(0);
  return { count: 0, from: empty, right: empty, period: empty, mask: empty };
}

/** Finds the candidates of a chunk by their codes. */
export function candidateFinder(table: MaskTable): (work: Work, found: Candidates) => void {
  const ofRight = table.columns.filter(({ leaf }) => leaf.startsWith('other.'));
  const ofPeriod = table.columns.filter(({ leaf }) => leaf.startsWith('otherPeriod.'));
  const { masks } = table;
  return (work, found) => {
    const rights = work.endRight - work.firstRight;
    const periods = work.periodStart[rights]! - work.periodStart[0]!;
    makeRoom(found, rights, periods);
    const rightColumns = ofRight.map(({ leaf, steps }) => ({ source: sourceOf(work, leaf), steps }));
    const [only, ...more] = ofPeriod.map(({ leaf, steps }) => ({ source: sourceOf(work, leaf), steps }));
    const possible = possibleMasks(masks, ofRight, ofPeriod);
    let count = 0;
    for (let i = 0; i < rights; i++) {
      found.from[i] = count;
      const right = work.firstRight + i;
      let base = 0;
      for (const { source, steps } of rightColumns) base += steps[source[right]!]!;
      if (possible[base] === 0) continue;
      const end = work.periodStart[i + 1]!;
      for (let period = work.periodStart[i]!; period < end; period++) {
        let at = base;
        if (only !== undefined) at += only.steps[only.source[period]!]!;
        for (const { source, steps } of more) at += steps[source[period]!]!;
        const mask = masks[at]!;
        if (mask === 0) continue;
        found.right[count] = right;
        found.period[count] = period;
        found.mask[count++] = mask;
      }
    }
    found.from[rights] = count;
    found.count = count;
  };
}

/** By position of the right's codes: the branches that some code of a period leaves open. */
function possibleMasks(masks: Int32Array, ofRight: Table['columns'], ofPeriod: Table['columns']): Int32Array {
  const possible = new Int32Array(masks.length);
  const positions = (columns: Table['columns']): readonly number[] =>
    columns.reduce<readonly number[]>(
      (sofar, { steps }) => {
        const distinct = [...new Set(steps)];
        return sofar.flatMap((at) => distinct.map((step) => at + step));
      },
      [0],
    );
  const periodPositions = positions(ofPeriod);
  for (const at of positions(ofRight)) {
    for (const other of periodPositions) possible[at] = possible[at]! | masks[at + other]!;
  }
  return possible;
}

function makeRoom(found: Candidates, rights: number, periods: number): void {
  if (found.from.length < rights + 1) found.from = new Int32Array(rights * 2 + 1);
  if (found.period.length >= periods) return;
  found.right = new Int32Array(periods * 2);
  found.period = new Int32Array(periods * 2);
  found.mask = new Int32Array(periods * 2);
}

/** The branches that the codes of the row's own right leave open. */
export function rowMasks(table: MaskTable): (work: Work, rights: Int32Array, out: Int32Array, count: number) => void {
  const columns = table.columns;
  const { masks } = table;
  return (work, rights, out, count) => {
    out.fill(0, 0, count);
    for (const { leaf, steps } of columns) {
      const source = sourceOf(work, leaf);
      for (let i = 0; i < count; i++) out[i] = out[i]! + steps[source[rights[i]!]!]!;
    }
    for (let i = 0; i < count; i++) out[i] = masks[out[i]!]!;
  };
}
