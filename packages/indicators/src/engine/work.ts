import type { Facts } from '../facts/facts.js';

/**
 * The chunk under work: whole persons of one batch, with their rights and periods. One object for a run, written again for each
 * chunk; programs hold on to it.
 */
export interface Work {
  facts: Facts;
  /** Raised with each batch, so that look-up tables are renewed once. */
  batch: number;
  firstRight: number;
  endRight: number;
  /** By right in the chunk: position in the batch of its first period; one more than there are rights. */
  periodStart: Int32Array;
  /** By right in the chunk: position in the chunk of the first right of its person, and of the first right after it. */
  personFirst: Int32Array;
  personEnd: Int32Array;
  /** By right in the chunk: a number of its person that nobody else has in the run. */
  personNumber: Int32Array;
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
    firstRight: 0,
    endRight: 0,
    periodStart: new Int32Array(0),
    personFirst: new Int32Array(0),
    personEnd: new Int32Array(0),
    personNumber: new Int32Array(0),
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
 * `persons` is how many persons came before the batch.
 */
export function nextChunk(work: Work, firstPeriod: number, persons: number): boolean {
  const { facts } = work;
  const first = work.endRight;
  if (first >= facts.rights.count) return false;
  const end = chunkEnd(facts, first);
  const count = end - first;
  work.firstRight = first;
  work.endRight = end;
  work.periodStart = withRoom(work.periodStart, count + 1);
  work.personFirst = withRoom(work.personFirst, count);
  work.personEnd = withRoom(work.personEnd, count);
  work.personNumber = withRoom(work.personNumber, count);
  const person = facts.rights.person;
  let personAt = 0;
  for (let i = 0; i < count; i++) {
    const number = person[first + i]!;
    if (i > 0 && person[first + i - 1] !== number) personAt = i;
    work.personFirst[i] = personAt;
    work.personNumber[i] = persons + number;
  }
  let personEnd = count;
  for (let i = count - 1; i >= 0; i--) {
    work.personEnd[i] = personEnd;
    if (work.personFirst[i] === i) personEnd = i;
  }
  const { right } = facts.periods;
  const periods = facts.periods.count;
  let at = firstPeriod;
  for (let i = 0; i < count; i++) {
    work.periodStart[i] = at;
    while (at < periods && right[at] === first + i) at++;
  }
  work.periodStart[count] = at;
  return true;
}
