import type { ChildRelation } from '../definitions/definition.js';

/** The index columns of a frame: what a row stands for. */
export type IndexName = 'root' | ChildRelation | 'up' | 'window' | 'checkpoint' | 'other' | 'otherPeriod';

/**
 * Rows under work: one chunk of them, as columns that are used again for the next chunk. `root`, its children, `other` and
 * `otherPeriod` are positions in the batch, `up` the row of the frame it was made of.
 */
export interface Frame {
  count: number;
  /** The index columns that are kept in step when rows are dropped. */
  readonly live: readonly IndexName[];
  readonly index: Record<IndexName, Int32Array>;
  /** By slot: `row.start`, `checkpoint.day` and names bound to rows that are no longer whole rights. */
  readonly bound: Float64Array[];
  /** The only value of a bound column in this chunk, where that is known without looking. */
  readonly uniform: (number | undefined)[];
  /** Whether a bound column holds 0 and 1 only, where that is known. */
  readonly truth: (boolean | undefined)[];
}

const FIRST_CAPACITY = 256;

export function newFrame(live: readonly IndexName[]): Frame {
  const empty = new Int32Array(0);
  const index: Record<IndexName, Int32Array> = {
    root: empty,
    period: empty,
    credit: empty,
    spell: empty,
    plan: empty,
    workplace: empty,
    answer: empty,
    up: empty,
    window: empty,
    checkpoint: empty,
    other: empty,
    otherPeriod: empty,
  };
  return { count: 0, live, index, bound: [], uniform: [], truth: [] };
}

function roomy(capacity: number): number {
  let room = FIRST_CAPACITY;
  while (room < capacity) room *= 2;
  return room;
}

/** The index column with room for `capacity` rows; what it held stays. */
export function indexColumn(frame: Frame, name: IndexName, capacity: number): Int32Array {
  const column = frame.index[name];
  if (column.length >= capacity) return column;
  const grown = new Int32Array(roomy(capacity));
  grown.set(column);
  frame.index[name] = grown;
  return grown;
}

/** The bound column with room for `capacity` rows; what it held stays. */
export function boundColumn(frame: Frame, slot: number, capacity: number): Float64Array {
  const column = frame.bound[slot] ?? new Float64Array(0);
  if (column.length >= capacity) {
    frame.bound[slot] = column;
    return column;
  }
  const grown = new Float64Array(roomy(capacity));
  grown.set(column);
  frame.bound[slot] = grown;
  return grown;
}

/** A buffer that an operation owns, with room for `capacity` values. What it held is lost. */
export interface Register {
  data: Float64Array;
}

export function room(register: Register, capacity: number): Float64Array {
  if (register.data.length < capacity) register.data = new Float64Array(roomy(capacity));
  return register.data;
}

/** Which columns of a frame a program reads. */
export interface Uses {
  readonly index: Set<IndexName>;
  readonly bound: Set<number>;
}

export function newUses(): Uses {
  return { index: new Set(), bound: new Set() };
}

/** Makes `to` the given rows of `from`, in that order, with the columns that are used. */
export function takeRows(from: Frame, to: Frame, rows: Int32Array, count: number, uses: Uses): void {
  for (const name of uses.index) {
    const source = from.index[name];
    const target = indexColumn(to, name, count);
    for (let i = 0; i < count; i++) target[i] = source[rows[i]!]!;
  }
  for (const slot of uses.bound) {
    const source = from.bound[slot];
    const target = boundColumn(to, slot, count);
    if (source === undefined) continue;
    for (let i = 0; i < count; i++) target[i] = source[rows[i]!]!;
    to.uniform[slot] = from.uniform[slot];
    to.truth[slot] = from.truth[slot];
  }
  to.count = count;
}

/** Keeps the rows whose mark is `wanted`, in place. Every column in use stays in step. */
export function keepRows(frame: Frame, marks: Float64Array, wanted: 0 | 1): void {
  const { count, live, index, bound } = frame;
  let kept = count;
  for (const name of live) {
    kept = keepIndex(index[name], marks, wanted, count);
    if (kept === count) return;
  }
  for (const column of bound) if (column !== undefined) keepValues(column, marks, wanted, count);
  frame.count = kept;
}

function keepIndex(column: Int32Array, marks: Float64Array, wanted: 0 | 1, count: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    column[kept] = column[i]!;
    kept += Number(marks[i] === wanted);
  }
  return kept;
}

function keepValues(column: Float64Array, marks: Float64Array, wanted: 0 | 1, count: number): void {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    column[kept] = column[i]!;
    kept += Number(marks[i] === wanted);
  }
}
