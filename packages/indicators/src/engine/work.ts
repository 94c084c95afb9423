import type { Classification } from '../definitions/classification.js';
import { rootRelations, type ChildRelation, type RootRelation } from '../definitions/definition.js';
import type { Facts } from '../facts/facts.js';
import { firstChildOf } from '../facts/children.js';
import { childTables } from './columns.js';
import * as kernel from './kernels.js';

/** The rows that a run starts with: study rights, outcomes or responses. Those of a person stand together. */
interface RootRows {
  readonly count: number;
  /** Position of each in the batch's persons. */
  readonly person: Int32Array;
}

/** Keys of the persons of a run: all but those whose records are all of another kind. */
export function personKeysOf(facts: Facts, over: RootRelation): readonly string[] {
  const others = rootRelations.filter((relation) => relation !== over && rootRows(facts, relation).count > 0);
  if (others.length === 0) return facts.persons.key;
  const kinds = new Uint8Array(facts.persons.count);
  const OF_RUN = 2;
  for (const relation of others) markPersons(rootRows(facts, relation), kinds, 1);
  markPersons(rootRows(facts, over), kinds, OF_RUN);
  return facts.persons.key.filter((_, at) => kinds[at] !== 1);
}

function markPersons({ count, person }: RootRows, marks: Uint8Array, mark: number): void {
  for (let i = 0; i < count; i++) marks[person[i]!] = mark;
}

function rootRows(facts: Facts, over: RootRelation): RootRows {
  if (over === 'outcome') return facts.outcomes;
  return over === 'response' ? facts.responses : facts.rights;
}

/** A name bound to whole rights. */
export interface Local {
  /** By right in the chunk. */
  values: Float64Array;
  /** Where rights alone tell the values: finds those of `count` rights of the batch, or of all of the chunk. They are found when somebody asks. */
  readonly find?: (rights: Int32Array | undefined, out: Float64Array, count: number) => void;
  /** The chunk whose values have been found. */
  chunk: number;
  /** How many programs read it. */
  readers: number;
}

/**
 * The chunk under work: whole persons of one batch, with their rights and periods. One object for a run, written again for each
 * chunk; programs hold on to it.
 */
export interface Work {
  facts: Facts;
  readonly over: RootRelation;
  /** By id. */
  readonly classifications: ReadonlyMap<string, Classification>;
  roots: RootRows;
  /** Raised with each batch, so that look-up tables are renewed once; and with each chunk. */
  batch: number;
  chunk: number;
  firstRoot: number;
  endRoot: number;
  /** By right in the chunk: position in the batch of its first period; one more than there are rights. */
  periodStart: Int32Array;
  /** The same for other child relations, once somebody has asked: see `childStarts`. */
  readonly childStart: Map<ChildRelation, { chunk: number; start: Int32Array }>;
  /** How many persons came before the batch: with a person's position in it, a number that nobody else has in the run. */
  personsBefore: number;
  /** Where persons begin and end, once somebody has asked: see `findPersons`. */
  personFirst: Int32Array;
  personEnd: Int32Array;
  personsFound: boolean;
  /** By slot: names bound to whole rights. */
  readonly local: Local[];
  /** First and last day of each window, by number of the window. */
  windowStart: Float64Array;
  windowEnd: Float64Array;
}

/** How many rows stand before a chunk ends; it ends with a person. */
const ROWS_OF_A_CHUNK = 1536;

export function newWork(facts: Facts, over: RootRelation, classifications: ReadonlyMap<string, Classification>): Work {
  return {
    facts,
    over,
    classifications,
    roots: rootRows(facts, over),
    batch: 0,
    chunk: 0,
    firstRoot: 0,
    endRoot: 0,
    periodStart: new Int32Array(0),
    childStart: new Map(),
    personsBefore: 0,
    personFirst: new Int32Array(0),
    personEnd: new Int32Array(0),
    personsFound: false,
    local: [],
    windowStart: new Float64Array(0),
    windowEnd: new Float64Array(0),
  };
}

/** Goes on with a batch: its first chunk is next. */
export function takeBatch(work: Work, facts: Facts): void {
  work.facts = facts;
  work.roots = rootRows(facts, work.over);
  work.batch++;
  work.endRoot = 0;
}

/** A chunk's end: at least `ROWS_OF_A_CHUNK` rows on where there are so many, and never inside a person. */
function chunkEnd({ count, person }: RootRows, first: number): number {
  let end = Math.min(first + ROWS_OF_A_CHUNK, count);
  while (end < count && person[end] === person[end - 1]) end++;
  return end;
}

/** The column, or a larger one without what it held. */
export function withRoom(column: Int32Array, count: number): Int32Array {
  return column.length >= count ? column : new Int32Array(count * 2);
}

/**
 * Moves on to the next chunk of the batch; `firstPeriod` is where the periods of its first right begin. False where there is none.
 */
export function nextChunk(work: Work, firstPeriod: number): boolean {
  const first = work.endRoot;
  if (first >= work.roots.count) return false;
  work.firstRoot = first;
  work.endRoot = chunkEnd(work.roots, first);
  work.chunk++;
  work.personsFound = false;
  findPeriods(work, firstPeriod);
  return true;
}

function findPeriods(work: Work, firstPeriod: number): void {
  const { firstRoot, endRoot } = work;
  const count = endRoot - firstRoot;
  const starts = (work.periodStart = withRoom(work.periodStart, count + 1));
  starts.fill(firstPeriod, 0, count + 1);
  const { right } = work.facts.periods;
  const periods = work.over === 'right' ? work.facts.periods.count : 0;
  // Each period moves the end of its right's on; rights without any take over the end before them.
  let at = firstPeriod;
  for (; at < periods; at++) {
    const after = right[at]! - firstRoot + 1;
    if (after > count) break;
    starts[after] = at + 1;
  }
  for (let i = 1; i <= count; i++) if (starts[i]! < starts[i - 1]!) starts[i] = starts[i - 1]!;
}

/** By right in the chunk: position in the chunk of the first right of its person, and of the first right after it. */
export function findPersons(work: Work): { readonly personFirst: Int32Array; readonly personEnd: Int32Array } {
  if (work.personsFound) return work;
  work.personsFound = true;
  const { firstRoot, endRoot } = work;
  const { person } = work.roots;
  const count = endRoot - firstRoot;
  const personFirst = (work.personFirst = withRoom(work.personFirst, count));
  const personEnd = (work.personEnd = withRoom(work.personEnd, count));
  let first = 0;
  personFirst[0] = first;
  for (let i = 1; i < count; i++) {
    first += (i - first) * Number(person[firstRoot + i] !== person[firstRoot + i - 1]);
    personFirst[i] = first;
  }
  let end = count;
  for (let i = count - 1; i >= 0; i--) {
    personEnd[i] = end;
    end += (i - end) * Number(i === personFirst[i]!);
  }
  return work;
}

/** By root in the chunk: position in the batch of its first child; one more than there are roots. */
export function childStarts(work: Work, relation: ChildRelation): Int32Array {
  if (relation === 'period') return work.periodStart;
  const known = work.childStart.get(relation);
  if (known?.chunk === work.chunk) return known.start;
  const { firstRoot, endRoot } = work;
  const parents = childTables[relation].parents(work.facts);
  const count = endRoot - firstRoot;
  const start = withRoom(known?.start ?? new Int32Array(0), count + 1);
  let at = firstChildOf(parents, firstRoot);
  for (let i = 0; i <= count; i++) {
    start[i] = at;
    while (at < parents.length && parents[at] === firstRoot + i) at++;
  }
  work.childStart.set(relation, { chunk: work.chunk, start });
  return start;
}

/** Of how many rights of a chunk the only reader of a name may ask for their values to be found alone. */
const FEW = 1 / 4;

/** The values of a name bound to whole rights, for rights of the batch. */
export function readLocal(work: Work, slot: number, rights: Int32Array, out: Float64Array, count: number): void {
  const { find, readers } = work.local[slot]!;
  if (find !== undefined && readers === 1 && count < (work.endRoot - work.firstRoot) * FEW) find(rights, out, count);
  else kernel.gatherLocal(localValues(work, slot), rights, work.firstRoot, out, count);
}

/** The same for all rights of the chunk, as they stand. */
export function localValues(work: Work, slot: number): Float64Array {
  const local = work.local[slot]!;
  if (local.find !== undefined && local.chunk !== work.chunk) {
    const rights = work.endRoot - work.firstRoot;
    if (local.values.length < rights) local.values = new Float64Array(rights * 2);
    local.find(undefined, local.values, rights);
    local.chunk = work.chunk;
  }
  return local.values;
}
