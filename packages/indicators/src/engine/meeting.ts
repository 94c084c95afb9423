import type { CheckpointRows } from './checkpoints.js';

/** How the two sides are compared; on the side that stood first "missing" has become NaN, which compares with nothing. */
export const [ROW_LESS, ROW_AT_MOST, CANDIDATE_LESS, CANDIDATE_AT_MOST, EQUAL] = [0, 1, 2, 3, 4];

/** The rows that a branch is for: those that hold what is wanted, 0 or 1. */
export interface Marks {
  readonly of: Float64Array;
  readonly wanted: number;
}

/** Rows and the candidates that they meet. Branches are bits of masks. */
export interface Meeting {
  /** Rows whose persons have candidates; what follows is by position in this list. */
  readonly rows: Int32Array;
  readonly count: number;
  readonly rights: Int32Array;
  readonly rowMasks: Int32Array;
  readonly rowSides: readonly Float64Array[];
  readonly open: number;
  readonly firstRoot: number;
  readonly personFirst: Int32Array;
  readonly personEnd: Int32Array;
  /** By right in the chunk: its first candidate; what follows is by candidate. */
  readonly from: Int32Array;
  readonly candidateRights: Int32Array;
  readonly masks: Int32Array;
  readonly candidateSides: readonly Float64Array[];
  readonly othersOnly: boolean;
  /** By branch: the branches still to be looked at when it has been, what it compares, its value, and what its rows are asked. */
  readonly next: Int32Array;
  readonly compared: readonly Int32Array[];
  readonly operators: Int32Array;
  readonly values: Float64Array;
  readonly marks: readonly (Marks | undefined)[];
  readonly only: boolean;
  readonly out: Float64Array;
}

/** Fills rows with the smallest value of the branches that fit. */
export function fillMetRows(meeting: Meeting): void {
  const { rows, count, rights, rowMasks: ownMasks, open, firstRoot, personFirst, personEnd, from, masks } = meeting;
  const { candidateRights, next, othersOnly, compared, values, only, marks, out } = meeting;
  for (let i = 0; i < count; i++) {
    const ownMask = ownMasks[i]! & open;
    if (ownMask === 0) continue;
    const row = rows[i]!;
    const right = rights[i]!;
    const last = from[personEnd[right - firstRoot]!]!;
    for (let candidate = from[personFirst[right - firstRoot]!]!; candidate < last; candidate++) {
      let mask = masks[candidate]! & ownMask;
      if (mask === 0 || (othersOnly && candidateRights[candidate] === right)) continue;
      while (mask !== 0) {
        const bit = 31 - Math.clz32(mask & -mask);
        mask &= next[bit]!;
        const value = values[bit]!;
        if (!only && value >= out[row]!) continue;
        if (compared[bit]!.length > 0 && !agree(meeting, bit, i, candidate)) continue;
        if (isMarked(marks[bit]!, row)) out[row] = value;
      }
    }
  }
}

/** By branch: the days between which a candidate's rows lie, by candidate. */
export interface Limits {
  readonly lows: readonly Float64Array[];
  readonly highs: readonly Float64Array[];
}

/** The same for checkpoints, by the days between which a candidate fits. */
export function fillMetCheckpoints(
  meeting: Meeting,
  { lows, highs }: Limits,
  { offsets, ordered }: CheckpointRows,
  day: Float64Array,
): void {
  const { rows, count, rights, rowMasks: ownMasks, open, firstRoot, personFirst, personEnd, from, masks } = meeting;
  const { candidateRights, next, othersOnly, compared, values, only, marks, out } = meeting;
  for (let i = 0; i < count; i++) {
    const ownMask = ownMasks[i]! & open;
    const begin = offsets[rows[i]!]!;
    const end = offsets[rows[i]! + 1]!;
    if (ownMask === 0 || begin === end) continue;
    const right = rights[i]!;
    const last = from[personEnd[right - firstRoot]!]!;
    // Rows before `after` lie no later than `passed`: a candidate that begins after that need not look at them again.
    let after = begin;
    let passed = -Infinity;
    for (let candidate = from[personFirst[right - firstRoot]!]!; candidate < last; candidate++) {
      let mask = masks[candidate]! & ownMask;
      if (mask === 0 || (othersOnly && candidateRights[candidate] === right)) continue;
      while (mask !== 0) {
        const bit = 31 - Math.clz32(mask & -mask);
        mask &= next[bit]!;
        if (compared[bit]!.length > 0 && !agree(meeting, bit, i, candidate)) continue;
        const value = values[bit]!;
        const asked = marks[bit]!;
        const low = lows[bit]![candidate]!;
        const high = highs[bit]![candidate]!;
        if (!ordered) {
          for (let at = begin; at < end; at++)
            if (day[at]! >= low && day[at]! <= high && (only || out[at]! > value) && isMarked(asked, at))
              out[at] = value;
          continue;
        }
        let at = low > passed ? after : begin;
        while (at < end && day[at]! < low) at++;
        if (asked === undefined) {
          for (; at < end && day[at]! <= high; at++) if (only || out[at]! > value) out[at] = value;
        } else {
          const { of, wanted } = asked;
          for (; at < end && day[at]! <= high; at++)
            if ((only || out[at]! > value) && of[at] === wanted) out[at] = value;
        }
        after = at;
        passed = high > low ? high : low;
      }
    }
  }
}

/** Whether a row and a candidate compare as the branch wants them to. */
function agree(
  { compared, operators, rowSides, candidateSides }: Meeting,
  bit: number,
  row: number,
  candidate: number,
): boolean {
  const asked = compared[bit]!;
  for (let at = 0; at < asked.length; at++) {
    const number = asked[at]!;
    const a = rowSides[number]![row]!;
    const b = candidateSides[number]![candidate]!;
    const operator = operators[number]!;
    if (operator === ROW_LESS) {
      if (!(a < b)) return false;
    } else if (operator === ROW_AT_MOST) {
      if (!(a <= b)) return false;
    } else if (operator === CANDIDATE_LESS) {
      if (!(b < a)) return false;
    } else if (operator === CANDIDATE_AT_MOST) {
      if (!(b <= a)) return false;
    } else if (a !== b) return false;
  }
  return true;
}

function isMarked(marks: Marks | undefined, row: number): boolean {
  return marks === undefined || marks.of[row] === marks.wanted;
}
