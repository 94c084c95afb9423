import { byCodeUnits } from '../aggregate/add.js';
import { NO_DAY, type Day } from '../days/day.js';
import { AmountOverflowError } from './errors.js';

/**
 * The cells of a run while it counts. A cell's key is a number made of its members' numbers; where all possible cells are not too
 * many, the key is the position of the cell, else cells get positions as they are met.
 */
export interface Cells {
  /** How many members each dimension can hold before keys are made anew. */
  readonly capacities: number[];
  /** By dimension: what one member further adds to the key. */
  readonly steps: number[];
  readonly width: number;
  dense: boolean;
  size: number;
  readonly positions: Map<number, number>;
  /** By position: the key. Only where cells get positions as they are met. */
  readonly keys: number[];
  n: Float64Array;
  /** `width` amounts for each position. */
  amounts: Float64Array;
  /** The last person counted. */
  last: Int32Array;
  matures: Float64Array;
  /** By position: the different codes met, where the measure counts those. */
  codes: Map<number, Set<string>>;
}

/** Numbers in memory beyond which cells get positions as they are met. */
const MOST_NUMBERS = 2 ** 21;
const NOBODY = -1;

export function newCells(sizes: readonly number[], width: number): Cells {
  const cells: Cells = {
    capacities: sizes.map(() => 0),
    steps: sizes.map(() => 0),
    width,
    dense: true,
    size: 0,
    positions: new Map(),
    keys: [],
    n: new Float64Array(0),
    amounts: new Float64Array(0),
    last: new Int32Array(0),
    matures: new Float64Array(0),
    codes: new Map(),
  };
  layOut(cells, sizes);
  return cells;
}

/** Makes room for more members. True where keys that were made before do not hold any more. */
export function makeRoom(cells: Cells, sizes: readonly number[]): boolean {
  if (sizes.every((size, at) => size <= (cells.capacities[at] ?? 0))) return false;
  const old = { ...cells, capacities: [...cells.capacities], steps: [...cells.steps], keys: [...cells.keys] };
  layOut(cells, sizes);
  cells.codes = new Map();
  for (let from = 0; from < old.size; from++) {
    if (isEmpty(old, from)) continue;
    const to = positionOf(cells, keyOf(cells, membersOf(old, from)));
    cells.n[to] = old.n[from]!;
    cells.last[to] = old.last[from]!;
    cells.matures[to] = old.matures[from]!;
    const codes = old.codes.get(from);
    if (codes !== undefined) cells.codes.set(to, codes);
    for (let i = 0; i < cells.width; i++) cells.amounts[to * cells.width + i] = old.amounts[from * cells.width + i]!;
  }
  return true;
}

function layOut(cells: Cells, sizes: readonly number[]): void {
  let total = 1;
  sizes.forEach((size, at) => {
    // What has grown once will grow again; members that a definition names do not.
    const before = cells.capacities[at] ?? 0;
    const capacity = size <= before ? before : before === 0 ? size : size * 2;
    cells.capacities[at] = capacity;
    cells.steps[at] = total;
    total *= capacity;
  });
  cells.dense = total * (cells.width + 3) <= MOST_NUMBERS;
  cells.positions.clear();
  cells.keys.length = 0;
  cells.size = cells.dense ? total : 0;
  allocate(cells, cells.dense ? total : 1024);
}

function allocate(cells: Cells, room: number): void {
  cells.n = new Float64Array(room);
  cells.amounts = new Float64Array(room * cells.width);
  cells.last = new Int32Array(room).fill(NOBODY);
  cells.matures = new Float64Array(room).fill(NO_DAY);
}

function grow(cells: Cells): void {
  const { n, amounts, last, matures } = cells;
  allocate(cells, n.length * 2);
  cells.n.set(n);
  cells.amounts.set(amounts);
  cells.last.set(last);
  cells.matures.set(matures);
}

function keyOf(cells: Cells, members: readonly number[]): number {
  return members.reduce((key, member, at) => key + member * (cells.steps[at] ?? 0), 0);
}

/** Where the cell of a key stands; a new cell gets a place. */
export function positionOf(cells: Cells, key: number): number {
  if (cells.dense) return key;
  const known = cells.positions.get(key);
  if (known !== undefined) return known;
  const position = cells.size++;
  if (position === cells.n.length) grow(cells);
  cells.positions.set(key, position);
  cells.keys.push(key);
  return position;
}

/** Writes where the cells of keys stand. */
export function toPositions(cells: Cells, keys: Float64Array, out: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = positionOf(cells, keys[i]!);
}

/** The numbers of a cell's members. */
export function membersOf(
  cells: Pick<Cells, 'dense' | 'keys' | 'steps' | 'capacities'>,
  position: number,
): readonly number[] {
  const key = cells.dense ? position : (cells.keys[position] ?? 0);
  return cells.steps.map((step, at) => Math.floor(key / step) % (cells.capacities[at] ?? 1));
}

function isEmpty(cells: Cells, position: number): boolean {
  if (cells.n[position] !== 0 || cells.matures[position] !== NO_DAY) return false;
  for (let i = 0; i < cells.width; i++) if (cells.amounts[position * cells.width + i] !== 0) return false;
  return true;
}

/** Adds amounts, but none that is missing; a person counts once in a cell. Rows of one person stand together. */
export function addPersonDays(
  cells: Cells,
  positions: Int32Array,
  amounts: Float64Array,
  rights: Int32Array,
  personOf: Int32Array,
  personsBefore: number,
  count: number,
): void {
  const { n, last, amounts: sums } = cells;
  for (let i = 0; i < count; i++) {
    const amount = amounts[i]!;
    if (amount === 0 || amount === NO_DAY) continue;
    const cell = positions[i]!;
    sums[cell] = sums[cell]! + amount;
    if (amount < 0) continue;
    const person = personsBefore + personOf[rights[i]!]!;
    n[cell] = n[cell]! + Number(last[cell] !== person);
    last[cell] = person;
  }
}

/** Counts rows by category: `table` has the category's position for each code. Gives a row whose code has none, or -1. */
export function addRows(
  cells: Cells,
  positions: Int32Array,
  codes: Float64Array,
  table: Int32Array,
  count: number,
): number {
  const { amounts, width } = cells;
  for (let i = 0; i < count; i++) {
    const category = table[codes[i]! | 0]!;
    if (!(category >= 0)) return i;
    const cell = positions[i]!;
    const at = cell * width + category;
    amounts[at] = amounts[at]! + 1;
  }
  return -1;
}

/** The number of rows of each cell, where each was counted in one category. */
export function countRows({ n, amounts, width, size }: Cells): void {
  for (let position = 0; position < size; position++)
    n[position] = amounts.subarray(position * width, (position + 1) * width).reduce((sum, count) => sum + count, 0);
}

/** Adds a row's code to those of its cell. */
export function addCode(cells: Cells, cell: number, code: string): void {
  const known = cells.codes.get(cell);
  if (known === undefined) cells.codes.set(cell, new Set([code]));
  else known.add(code);
}

export interface FinishedCell {
  readonly members: readonly number[];
  readonly n: number;
  readonly amounts: readonly number[];
  readonly matures: Day | undefined;
  readonly codes: readonly string[] | undefined;
}

/** The cells that hold something. @throws AmountOverflowError where a sum is no exact integer any more */
export function finishedCells(cells: Cells): readonly FinishedCell[] {
  const finished: FinishedCell[] = [];
  for (let position = 0; position < cells.size; position++) {
    if (isEmpty(cells, position)) continue;
    const amounts = Array.from(cells.amounts.subarray(position * cells.width, (position + 1) * cells.width));
    for (const amount of amounts)
      if (Math.abs(amount) > Number.MAX_SAFE_INTEGER) throw new AmountOverflowError(String(amount));
    const matures = cells.matures[position] === NO_DAY ? undefined : cells.matures[position];
    const met = cells.codes.get(position);
    const codes = met === undefined ? undefined : [...met].sort(byCodeUnits);
    finished.push({ members: membersOf(cells, position), n: cells.n[position] ?? 0, amounts, matures, codes });
  }
  return finished;
}
