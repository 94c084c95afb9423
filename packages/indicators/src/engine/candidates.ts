import type { Expr } from '../definitions/definition.js';
import { NO_DAY } from '../days/day.js';
import { factColumn, ownerName } from './columns.js';
import { leavesOf, type Leaf } from './expression.js';
import type { Frame } from './frame.js';
import { tabulate, type Table } from './table.js';
import { findPersons, withRoom, type Work } from './work.js';

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
  const source = factColumn(ownerName(leaf).name)?.of(work.facts);
  return source instanceof Uint8Array ? source : new Uint8Array(0);
}

/** The periods of the chunk that may fit some branch, by right: those of right `i` of the chunk stand from `from[i]` to `from[i + 1]`. */
export interface Candidates {
  count: number;
  from: Int32Array;
  right: Int32Array;
  /** The first and the last of the periods that follow each other as one candidate; nearly always the same. */
  period: Int32Array;
  last: Int32Array;
  mask: Int32Array;
  /** By right in the chunk: position of its codes in the table of masks. */
  position: Int32Array;
  /** Rows whose persons have candidates: for who looks at them now. */
  rows: Int32Array;
}

const noColumn = { source: new Uint8Array(0), steps: new Int32Array(0) };

function newCandidates(): Candidates {
  const empty = new Int32Array(0);
  return { count: 0, from: empty, right: empty, period: empty, last: empty, mask: empty, position: empty, rows: empty };
}

interface Search {
  readonly find: (work: Work, rows: Frame | undefined, joined: number, found: Candidates) => void;
  readonly found: Candidates;
  /** How many relations look at what is found. */
  users: number;
  /** The branches for which periods that follow each other may stand as one candidate, as a mask. */
  joined: number;
  chunk: number;
}

/** The searches of a run by their tables: relations that look for the same codes search a chunk once. */
const searches = new WeakMap<Work, Map<string, Search>>();

/**
 * Gives the candidates of the chunk under work, at least those of the persons who have a row.
 * @param joined the branches that ask only which days a right's periods cover: a candidate may be several that follow each other
 */
export function candidateSearch(work: Work, table: MaskTable, joined: number): (rows: Frame) => Candidates {
  let known = searches.get(work);
  if (known === undefined) searches.set(work, (known = new Map<string, Search>()));
  const name = `${table.columns.map(({ leaf }) => leaf).join(' ')} ${table.masks.join(' ')}`;
  let search = known.get(name);
  if (search === undefined)
    known.set(name, (search = { find: candidateFinder(table), found: newCandidates(), users: 0, joined, chunk: -1 }));
  const { find, found } = search;
  const own = search;
  own.users++;
  own.joined &= joined;
  return (rows) => {
    // Other relations may look for others' candidates in the same chunk.
    if (own.chunk !== work.chunk) find(work, own.users === 1 ? rows : undefined, own.joined, found);
    own.chunk = work.chunk;
    return found;
  };
}

/** Marks by the first right of a person, in the chunk, whether the person has a row; all have where no rows are given. */
function markPersons(work: Work, rows: Frame | undefined, marks: Int32Array): void {
  const rights = work.endRoot - work.firstRoot;
  if (rows === undefined) {
    marks.fill(ALL, 0, rights);
    return;
  }
  const { personFirst } = findPersons(work);
  marks.fill(0, 0, rights);
  for (let row = 0; row < rows.count; row++) marks[personFirst[rows.index.root[row]! - work.firstRoot]!] = ALL;
}

/** Every branch, as a mask. */
const ALL = -1;

/** Finds the candidates of a chunk by their codes. */
function candidateFinder(table: MaskTable): Search['find'] {
  const ofRight = table.columns.filter(({ leaf }) => leaf.startsWith('other.'));
  const ofPeriod = table.columns.filter(({ leaf }) => leaf.startsWith('otherPeriod.'));
  const { masks } = table;
  const possible = possibleMasks(masks, ofRight, ofPeriod);
  let marks: Int32Array = new Int32Array(0);
  return (work, rows, joined, found) => {
    const rights = work.endRoot - work.firstRoot;
    const periods = work.periodStart[rights]! - work.periodStart[0]!;
    makeRoom(found, rights, periods);
    const { firstRoot, periodStart } = work;
    const { from, right: ofCandidate, period: candidates, last: lastOf, mask: maskOf, position } = found;
    if (ofRight.length === 0) position.fill(0, 0, rights);
    ofRight.forEach(({ leaf, steps }, at) =>
      (at === 0 ? setPositions : addPositions)(sourceOf(work, leaf), firstRoot, steps, position, rights),
    );
    const [only = noColumn, ...more] = ofPeriod.map(({ leaf, steps }) => ({ source: sourceOf(work, leaf), steps }));
    const { source: codes, steps } = only;
    const byPeriod = only !== noColumn;
    marks = withRoom(marks, rights);
    markPersons(work, rows, marks);
    const { personFirst } = findPersons(work);
    const { start: starts, end: ends } = work.facts.periods;
    let count = 0;
    for (let i = 0; i < rights; i++) {
      from[i] = count;
      const base = position[i]!;
      if ((possible[base]! & marks[personFirst[i]!]!) === 0) continue;
      const end = periodStart[i + 1]!;
      let maskBefore = 0;
      let first = 0;
      let next: number = NO_DAY;
      for (let period = periodStart[i]!; period < end; period++) {
        let at = base;
        if (byPeriod) at += steps[codes[period]!]!;
        for (let column = 0; column < more.length; column++) at += more[column]!.steps[more[column]!.source[period]!]!;
        const mask = masks[at]!;
        const lastDay = ends[period]!;
        const joins =
          Number(mask !== 0) &
          Number(mask === maskBefore) &
          Number((mask & joined) === mask) &
          Number(starts[period] === next) &
          Number(starts[period]! <= lastDay);
        // Without a branch, as everywhere: the first period stays where this one joins it.
        first += (period - first) * (1 - joins);
        count -= joins;
        ofCandidate[count] = firstRoot + i;
        candidates[count] = first;
        lastOf[count] = period;
        maskOf[count] = mask;
        count += Number(mask !== 0);
        maskBefore = mask;
        next = starts[period]! <= lastDay ? lastDay + 1 : NO_DAY;
      }
    }
    from[rights] = count;
    found.count = count;
  };
}

/**
 * Lists the rows whose persons have candidates; gives how many they are.
 * @param ofRights rows are whole rights, none of them twice
 */
export function listRowsOfPersons(
  work: Work,
  rows: Frame,
  { from, right, count }: Candidates,
  ofRights: boolean,
  out: Int32Array,
): number {
  const { personFirst, personEnd } = findPersons(work);
  const { firstRoot, endRoot } = work;
  let listed = 0;
  if (ofRights && rows.count === endRoot - firstRoot) {
    // All rights of the chunk are there, in their order.
    let next = 0;
    for (let candidate = 0; candidate < count; candidate++) {
      const at = right[candidate]! - firstRoot;
      if (at < next) continue;
      next = personEnd[at]!;
      for (let row = personFirst[at]!; row < next; row++) out[listed++] = row;
    }
    return listed;
  }
  const { root } = rows.index;
  for (let row = 0; row < rows.count; row++) {
    const at = root[row]! - firstRoot;
    out[listed] = row;
    listed += Number(from[personEnd[at]!]! > from[personFirst[at]!]!);
  }
  return listed;
}

function setPositions(source: Uint8Array, first: number, steps: Int32Array, out: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = steps[source[first + i]!]!;
}

function addPositions(source: Uint8Array, first: number, steps: Int32Array, out: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = out[i]! + steps[source[first + i]!]!;
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
  if (found.from.length < rights + 1) {
    found.from = new Int32Array(rights * 2 + 1);
    found.position = new Int32Array(rights * 2 + 1);
  }
  // One more than there can be: the last one looked at is written before it is known whether it counts.
  if (found.period.length > periods) return;
  found.right = new Int32Array(periods * 2 + 1);
  found.period = new Int32Array(periods * 2 + 1);
  found.last = new Int32Array(periods * 2 + 1);
  found.mask = new Int32Array(periods * 2 + 1);
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
