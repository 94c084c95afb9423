import type { Frame } from './frame.js';
import * as kernel from './kernels.js';
import type { Access } from './program.js';

/** Rows by the class of a code. Those of the main class are not listed: it is worked out for all rows in place. */
export interface Split {
  /** The class that most rows had last: nearly always the one that most have now. */
  main: number;
  others: number;
  /** By class: where its rows stand in `rows`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  rows: Int32Array;
  met: Int32Array;
  classes: Int32Array;
  readonly counts: Int32Array;
  table: Int32Array;
  of: Float64Array | undefined;
}

export function newSplit(classes: number): Split {
  return {
    main: 0,
    others: 0,
    starts: new Int32Array(classes),
    ends: new Int32Array(classes),
    rows: new Int32Array(0),
    met: new Int32Array(0),
    classes: new Int32Array(0),
    counts: new Int32Array(classes),
    table: new Int32Array(0),
    of: undefined,
  };
}

/** Splits the rows of a frame; `table` has the class of each code. */
export function splitRows(split: Split, access: Access, table: Float64Array, frame: Frame, count: number): void {
  if (split.of !== table || split.table.length !== table.length) {
    split.of = table;
    split.table = Int32Array.from(table);
  }
  if (split.rows.length < count) {
    split.rows = new Int32Array(count * 2);
    split.met = new Int32Array(count * 2);
    split.classes = new Int32Array(count * 2);
  }
  findOthers(split, access, frame, count);
  // Where another class has more rows than the main one, it is the main class from now on.
  const most = indexOfLargest(split.counts);
  if (most !== split.main) {
    split.main = most;
    findOthers(split, access, frame, count);
  }
  const { counts, starts, ends, met, classes, rows, main } = split;
  let first = 0;
  for (let number = 0; number < counts.length; number++) {
    starts[number] = first;
    ends[number] = first;
    if (number !== main) first += counts[number]!;
  }
  for (let i = 0; i < split.others; i++) {
    const number = classes[i]!;
    rows[ends[number]!] = met[i]!;
    ends[number] = ends[number]! + 1;
  }
}

function findOthers(split: Split, access: Access, frame: Frame, count: number): void {
  const source = access.source();
  const at = access.at(frame);
  const { table, main, met, classes, counts } = split;
  if (source instanceof Uint8Array) split.others = kernel.otherRowsUint8(source, at, table, main, met, classes, count);
  else if (source instanceof Int32Array) {
    split.others = kernel.otherRowsInt32(source, at, table, main, met, classes, count);
  }
  counts.fill(0);
  for (let i = 0; i < split.others; i++) counts[classes[i]!] = counts[classes[i]!]! + 1;
  counts[main] = count - split.others;
}

function indexOfLargest(counts: Int32Array): number {
  let largest = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[largest]!) largest = i;
  return largest;
}
