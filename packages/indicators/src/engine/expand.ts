import type { ChildRelation, Expr } from '../definitions/definition.js';
import { NO_DAY, type Day } from '../days/day.js';
import { factColumn } from './columns.js';
import { leavesOf } from './expression.js';
import { boundColumn, indexColumn, type Frame } from './frame.js';
import * as kernel from './kernels.js';
import { tabulate, type Table } from './table.js';
import { childStarts, withRoom, type Work } from './work.js';

/** Which periods are worth looking at, by closed codes of the period and of its right. */
export interface PeriodFilter {
  readonly table: Table;
}

/** A filter from those conditions that read nothing but such codes, and the conditions that are left. */
export function periodFilter(
  conditions: readonly Expr[],
  bound: (leaf: string) => boolean,
): { readonly filter: PeriodFilter | undefined; readonly rest: readonly Expr[] } {
  const closed = (expr: Expr): boolean =>
    [...leavesOf(expr)].every((leaf) => !bound(leaf) && (leaf.startsWith('period.') || leaf.startsWith('right.'))) &&
    tabulate(expr) !== undefined;
  const tabulated = conditions.filter(closed);
  const table = tabulated.length === 0 ? undefined : tabulate({ all: tabulated });
  if (table === undefined) return { filter: undefined, rest: conditions };
  return { filter: { table }, rest: conditions.filter((expr) => !closed(expr)) };
}

interface Codes {
  readonly source: Uint8Array;
  readonly steps: Int32Array;
}

function codesOf(work: Work, columns: Table['columns'], owner: string): readonly Codes[] {
  return columns
    .filter(({ leaf }) => leaf.startsWith(owner))
    .map(({ leaf, steps }) => {
      const source = factColumn(leaf)?.of(work.facts);
      return { source: source instanceof Uint8Array ? source : new Uint8Array(0), steps };
    });
}

const noCodes: Codes = { source: new Uint8Array(0), steps: new Int32Array(0) };

/** Makes a row for each period of each row's right; `up` is the row that it was made of. */
export function expandPeriods(work: Work, from: Frame, to: Frame, filter: PeriodFilter | undefined): void {
  const { firstRoot, periodStart } = work;
  const columns = filter?.table.columns ?? [];
  const [ofOneRight = noCodes, ...ofMore] = codesOf(work, columns, 'right.');
  const byRight = ofOneRight !== noCodes;
  const [ofPeriod = noCodes, ...more] = codesOf(work, columns, 'period.');
  const values = filter?.table.values;
  const byPeriod = ofPeriod !== noCodes;
  const rightOf = from.index.root;
  let room = 0;
  for (let row = 0; row < from.count; row++) {
    const at = rightOf[row]! - firstRoot;
    room += periodStart[at + 1]! - periodStart[at]!;
  }
  const ups = indexColumn(to, 'up', room);
  const rights = indexColumn(to, 'root', room);
  const periods = indexColumn(to, 'period', room);
  let count = 0;
  for (let row = 0; row < from.count; row++) {
    const right = rightOf[row]!;
    const end = periodStart[right - firstRoot + 1]!;
    let period = periodStart[right - firstRoot]!;
    let base = 0;
    if (byRight) base = ofOneRight.steps[ofOneRight.source[right]!]!;
    for (let i = 0; i < ofMore.length; i++) base += ofMore[i]!.steps[ofMore[i]!.source[right]!]!;
    for (; period < end; period++) {
      if (values !== undefined) {
        let at = base;
        if (byPeriod) at += ofPeriod.steps[ofPeriod.source[period]!]!;
        for (let i = 0; i < more.length; i++) at += more[i]!.steps[more[i]!.source[period]!]!;
        if (values[at] === 0) continue;
      }
      ups[count] = row;
      rights[count] = right;
      periods[count++] = period;
    }
  }
  to.count = count;
}

/** Makes a row for each child of each row's root; `up` is the row that it was made of. */
export function expandChildren(work: Work, relation: ChildRelation, from: Frame, to: Frame): void {
  const starts = childStarts(work, relation);
  const { firstRoot } = work;
  const { root: rootOf } = from.index;
  let room = 0;
  for (let row = 0; row < from.count; row++) {
    const at = rootOf[row]! - firstRoot;
    room += starts[at + 1]! - starts[at]!;
  }
  const ups = indexColumn(to, 'up', room);
  const roots = indexColumn(to, 'root', room);
  const children = indexColumn(to, relation, room);
  let count = 0;
  for (let row = 0; row < from.count; row++) {
    const root = rootOf[row]!;
    const end = starts[root - firstRoot + 1]!;
    for (let child = starts[root - firstRoot]!; child < end; child++) {
      ups[count] = row;
      roots[count] = root;
      children[count++] = child;
    }
  }
  to.count = count;
}

/** The first fitting period's start of each of some rights, missing where none fits: periods are ordered by start. */
export function firstStarts(
  work: Work,
  { table: { columns, values } }: PeriodFilter,
  rights: Int32Array,
  out: Float64Array,
  count: number,
): void {
  const { firstRoot, periodStart } = work;
  const { start } = work.facts.periods;
  const ofRight = codesOf(work, columns, 'right.');
  const [{ source, steps } = noCodes, ...more] = codesOf(work, columns, 'period.');
  const byPeriod = source.length > 0;
  for (let row = 0; row < count; row++) {
    const right = rights[row]!;
    const base = placeOf(ofRight, right, 0);
    const end = periodStart[right - firstRoot + 1]!;
    let period = periodStart[right - firstRoot]!;
    while (period < end) {
      const at = byPeriod ? base + steps[source[period]!]! : base;
      if (values[more.length === 0 ? at : placeOf(more, period, at)] !== 0) break;
      period++;
    }
    out[row] = period < end ? start[period]! : NO_DAY;
  }
}

/** What `firstStartsOfChunk` keeps from chunk to chunk. */
export interface FirstStarts {
  readonly columns: Table['columns'];
  /** By place in the filter's table: all bits where a period fits, else none. */
  readonly fits: Int32Array;
  /** By right in the chunk: the place of its codes in the table, and the first start. */
  places: Int32Array;
  starts: Int32Array;
}

export function newFirstStarts({ table: { columns, values } }: PeriodFilter): FirstStarts {
  const none = new Int32Array(0);
  return { columns, fits: Int32Array.from(values, (value) => (value !== 0 ? -1 : 0)), places: none, starts: none };
}

/** The same for all rights of the chunk. */
export function firstStartsOfChunk(work: Work, kept: FirstStarts, out: Float64Array): void {
  const { columns, fits } = kept;
  const { firstRoot, endRoot, periodStart } = work;
  const rights = endRoot - firstRoot;
  const places = (kept.places = withRoom(kept.places, rights)).fill(0, 0, rights);
  const first = (kept.starts = withRoom(kept.starts, rights)).fill(NO_DAY, 0, rights);
  const { start, right: rightOf } = work.facts.periods;
  const [{ source, steps } = noCodes, ...more] = codesOf(work, columns, 'period.');
  const byPeriod = source.length > 0;
  const ofRight = codesOf(work, columns, 'right.');
  for (const { source: codes, steps: stepsOfRight } of ofRight)
    for (let i = 0; i < rights; i++) places[i] = places[i]! + stepsOfRight[codes[firstRoot + i]!]!;
  // From the last one back, so that the first that fits is the one that stays.
  for (let period = periodStart[rights]! - 1; period >= periodStart[0]!; period--) {
    const right = rightOf[period]! - firstRoot;
    const at = byPeriod ? places[right]! + steps[source[period]!]! : places[right]!;
    const fit = fits[more.length === 0 ? at : placeOf(more, period, at)]!;
    first[right] = (first[right]! & ~fit) | (start[period]! & fit);
  }
  for (let i = 0; i < rights; i++) out[i] = first[i]!;
}

/** A place in a table moved on by the codes of a row. */
function placeOf(codes: readonly Codes[], row: number, from: number): number {
  let place = from;
  for (let i = 0; i < codes.length; i++) place += codes[i]!.steps[codes[i]!.source[row]!]!;
  return place;
}

/** What a run's windows are, by day: the number of the window that a day of the rule's windows falls in. */
export interface WindowTable {
  readonly from: Day;
  readonly to: Day;
  /** By day since `from`: number of the window. */
  readonly number: Int32Array;
}

/** Slots of a frame's bound columns that rows of windows and checkpoints have. */
export const ROW_START = 0;
export const ROW_END = 1;
export const CHECKPOINT_DAY = 0;
export const FIRST_FREE_SLOT = 2;

/** Makes a row for each window that a row's interval shares a day with; one with a missing end has no days. */
export function slice(
  work: Work,
  windows: WindowTable,
  from: Frame,
  to: Frame,
  starts: Float64Array,
  ends: Float64Array,
  child: ChildRelation | undefined,
): void {
  const { windowEnd } = work;
  let count = 0;
  let room = from.count;
  let ups = indexColumn(to, 'up', room);
  let numbers = indexColumn(to, 'window', room);
  let rowStart = boundColumn(to, ROW_START, room);
  let rowEnd = boundColumn(to, ROW_END, room);
  for (let row = 0; row < from.count; row++) {
    if (starts[row] === NO_DAY) continue;
    const first = starts[row]! > windows.from ? starts[row]! : windows.from;
    const last = ends[row]! < windows.to ? ends[row]! : windows.to;
    if (last < first) continue;
    let window = windows.number[first - windows.from]!;
    const needed = count + windows.number[last - windows.from]! - window + 1;
    if (needed > room) {
      room = needed * 2;
      ups = indexColumn(to, 'up', room);
      numbers = indexColumn(to, 'window', room);
      rowStart = boundColumn(to, ROW_START, room);
      rowEnd = boundColumn(to, ROW_END, room);
    }
    for (let start = first; start <= last; window++) {
      const end = windowEnd[window]! < last ? windowEnd[window]! : last;
      ups[count] = row;
      numbers[count] = window;
      rowStart[count] = start;
      rowEnd[count++] = end;
      start = end + 1;
    }
  }
  to.count = count;
  kernel.gatherIndex(from.index.root, to.index.up, indexColumn(to, 'root', count), count);
  if (child !== undefined) kernel.gatherIndex(from.index[child], to.index.up, indexColumn(to, child, count), count);
}

/** An interval that `each` and `slice` make in one go: a period, its end not past a day. */
export interface PeriodInterval {
  readonly latestEnd: Day;
}

/** The later of two days; without a branch, see `kernels`. */
function later(day: Day, other: Day): Day {
  return day + (other - day) * Number(other > day);
}

function earlier(day: Day, other: Day): Day {
  return day + (other - day) * Number(other < day);
}

/** Which periods `slicePeriods` makes rows of. */
export interface SlicedPeriods extends PeriodInterval {
  readonly windows: WindowTable;
  /** By code of a period's state: 1 where it is worth something, else 0. */
  readonly worth: Uint8Array;
  /** The periods found. */
  periods: Int32Array;
}

/** `expandPeriods` and `slice` in one, for periods as they are: no rows are made of periods outside the windows. */
export function slicePeriods(work: Work, from: Frame, to: Frame, sliced: SlicedPeriods): void {
  const found = periodsToSlice(work, from, sliced);
  const { windowEnd } = work;
  const { start: starts, end: ends, right: rightOf } = work.facts.periods;
  const { windows, periods: list } = sliced;
  const windowOf = windows.number;
  const firstDay = windows.from;
  const lastDay = Math.min(windows.to, sliced.latestEnd);
  let room = 0;
  let count = 0;
  let rights = to.index.root;
  let periods = to.index.period;
  let numbers = to.index.window;
  let rowStart = boundColumn(to, ROW_START, 0);
  let rowEnd = boundColumn(to, ROW_END, 0);
  for (let i = 0; i < found; i++) {
    const period = list[i]!;
    const right = rightOf[period]!;
    let first = later(starts[period]!, firstDay);
    const last = earlier(ends[period]!, lastDay);
    let window = windowOf[first - firstDay]!;
    const lastWindow = windowOf[last - firstDay]!;
    if (count + lastWindow - window + 1 > room) {
      room = (count + lastWindow - window + 1) * 2;
      rights = indexColumn(to, 'root', room);
      periods = indexColumn(to, 'period', room);
      numbers = indexColumn(to, 'window', room);
      rowStart = boundColumn(to, ROW_START, room);
      rowEnd = boundColumn(to, ROW_END, room);
      room = rights.length;
    }
    for (; window <= lastWindow; window++) {
      rights[count] = right;
      periods[count] = period;
      numbers[count] = window;
      rowStart[count] = first;
      const windowLast = windowEnd[window]!;
      rowEnd[count++] = window === lastWindow ? last : windowLast;
      first = windowLast + 1;
    }
  }
  to.count = count;
}

/** Lists the periods of the frame's rights that are worth something and share a day with the windows; gives how many they are. */
function periodsToSlice(work: Work, { index, count: rows }: Frame, sliced: SlicedPeriods): number {
  const { periodStart, firstRoot, endRoot } = work;
  // One more than there can be: the last one looked at is written before it is known whether it counts.
  const list = (sliced.periods = withRoom(sliced.periods, periodStart[endRoot - firstRoot]! - periodStart[0]! + 1));
  const { worth, windows } = sliced;
  const { start: starts, end: ends, state } = work.facts.periods;
  const firstDay = windows.from;
  const lastDay = Math.min(windows.to, sliced.latestEnd);
  const rightOf = index.root;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const right = rightOf[row]! - firstRoot;
    const end = periodStart[right + 1]!;
    for (let period = periodStart[right]!; period < end; period++) {
      const first = starts[period]!;
      const last = ends[period]!;
      list[count] = period;
      count += Number(first <= last) & Number(first <= lastDay) & Number(last >= firstDay) & worth[state[period]!]!;
    }
  }
  return lastDay < firstDay ? 0 : count;
}
