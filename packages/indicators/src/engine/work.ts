import type { Facts } from '../facts/facts.js';

/**
 * The chunk under work: whole persons of one batch, with their rights and periods. One object for a run, written again for each
 * chunk; programs hold on to it.
 */
export interface Work {
  facts: Facts;
  /** Raised with each batch, so that look-up tables are renewed once; and with each chunk. */
  batch: number;
  chunk: number;
  firstRight: number;
  endRight: number;
  /** By right in the chunk: position in the batch of its first period; one more than there are rights. */
  periodStart: Int32Array;
  /** How many persons came before the batch: with a person's position in it, a number that nobody else has in the run. */
  personsBefore: number;
  /** Where persons begin and end, once somebody has asked: see `findPersons`. */
  personFirst: Int32Array;
  personEnd: Int32Array;
  personsFound: boolean;
  /** By slot, then by right in the chunk: names bound to whole rights. */
  readonly local: Float64Array[];
  /** First and last day of each window, by number of the window. */
  windowStart: Float64Array;
  windowEnd: Float64Array;
}

/** How many rights stand before a chunk ends; it ends with a person. */
const RIGHTS_OF_A_CHUNK = 1536;

export function newWork(facts: Facts): Work {
  return {
    facts,
    batch: 0,
    chunk: 0,
    firstRight: 0,
    endRight: 0,
    periodStart: new Int32Array(0),
    personsBefore: 0,
    personFirst: new Int32Array(0),
    personEnd: new Int32Array(0),
    personsFound: false,
    local: [],
    windowStart: new Float64Array(0),
    windowEnd: new Float64Array(0),
  };
}

/** A chunk's end: at least `RIGHTS_OF_A_CHUNK` rights on where there are so many, and never inside a person. */
function chunkEnd(facts: Facts, first: number): number {
  const { count, person } = facts.rights;
  let end = Math.min(first + RIGHTS_OF_A_CHUNK, count);
  while (end < count && person[end] === person[end - 1]) end++;
  return end;
}

function withRoom(column: Int32Array, count: number): Int32Array {
  return column.length >= count ? column : new Int32Array(count * 2);
}

/**
 * Moves on to the next chunk of the batch; `firstPeriod` is where the periods of its first right begin. False where there is none.
 */
export function nextChunk(work: Work, firstPeriod: number): boolean {
  const { facts } = work;
  const first = work.endRight;
  if (first >= facts.rights.count) return false;
  work.firstRight = first;
  work.endRight = chunkEnd(facts, first);
  work.chunk++;
  work.personsFound = false;
  findPeriods(work, firstPeriod);
  return true;
}

function findPeriods(work: Work, firstPeriod: number): void {
  const { firstRight, endRight } = work;
  const count = endRight - firstRight;
  const starts = (work.periodStart = withRoom(work.periodStart, count + 1));
  starts.fill(firstPeriod, 0, count + 1);
  const { right, count: periods } = work.facts.periods;
  // Each period moves the end of its right's on; rights without any take over the end before them.
  let at = firstPeriod;
  for (; at < periods; at++) {
    const after = right[at]! - firstRight + 1;
    if (after > count) break;
    starts[after] = at + 1;
  }
  for (let i = 1; i <= count; i++) if (starts[i]! < starts[i - 1]!) starts[i] = starts[i - 1]!;
}

/** By right in the chunk: position in the chunk of the first right of its person, and of the first right after it. */
export function findPersons(work: Work): { readonly personFirst: Int32Array; readonly personEnd: Int32Array } {
  if (work.personsFound) return work;
  work.personsFound = true;
  const { firstRight, endRight } = work;
  const { person } = work.facts.rights;
  const count = endRight - firstRight;
  const personFirst = (work.personFirst = withRoom(work.personFirst, count));
  const personEnd = (work.personEnd = withRoom(work.personEnd, count));
  for (let first = 0; first < count;) {
    const number = person[firstRight + first]!;
    let end = first + 1;
    while (end < count && person[firstRight + end] === number) end++;
    for (let i = first; i < end; i++) {
      personFirst[i] = first;
      personEnd[i] = end;
    }
    first = end;
  }
  return work;
}
