import type { CheckpointRows } from './checkpoints.js';

/** How the two sides are compared; on the side that stood first "missing" has become NaN, which compares with nothing. */
export const [ROW_LESS, ROW_AT_MOST, CANDIDATE_LESS, CANDIDATE_AT_MOST, EQUAL] = [0, 1, 2, 3, 4];

/** Something of a row compared with something of a candidate. */
export interface Compared {
  readonly operator: number;
  /** By position in the list of rows, and by candidate. */
  readonly ofRow: Float64Array;
  readonly ofCandidate: Float64Array;
}

/** The rows that a branch is for: those that hold what is wanted, 0 or 1. */
export interface Marks {
  readonly of: Float64Array;
  readonly wanted: number;
}

/** A way to fit, ready for a chunk. */
export interface MetBranch {
  /** The branches still to be looked at when this one has been, as a mask. */
  readonly next: number;
  readonly value: number;
  readonly compared: readonly Compared[];
  readonly marks: Marks | undefined;
  /** By candidate: the days between which a candidate's checkpoints lie. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** Rows and the candidates that they meet. Branches are bits of masks. */
export interface Meeting {
  /** Rows whose persons have candidates; what follows is by position in this list. */
  readonly rows: Int32Array;
  readonly count: number;
  readonly rights: Int32Array;
  readonly rowMasks: Int32Array;
  readonly open: number;
  readonly firstRoot: number;
  readonly personFirst: Int32Array;
  readonly personEnd: Int32Array;
  /** By right in the chunk: its first candidate; what follows is by candidate. */
  readonly from: Int32Array;
  readonly candidateRights: Int32Array;
  readonly masks: Int32Array;
  readonly othersOnly: boolean;
  readonly branches: readonly MetBranch[];
  /** There is but one value, which is written over anything. */
  readonly only: boolean;
  readonly out: Float64Array;
}

/** Fills rows with the smallest value of the branches that fit. */
export function fillMetRows(meeting: Meeting): void {
  const { rows, count, rights, rowMasks: ownMasks, open, firstRoot, personFirst, personEnd, from, masks } = meeting;
  const { candidateRights, othersOnly, branches, only, out } = meeting;
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
        const { next, value, compared, marks } = branches[31 - Math.clz32(mask & -mask)]!;
        mask &= next;
        if (!only && value >= out[row]!) continue;
        if (agree(compared, i, candidate) && isMarked(marks, row)) out[row] = value;
      }
    }
  }
}

/** The same for checkpoints, by the days between which a candidate fits. */
export function fillMetCheckpoints(meeting: Meeting, { offsets, ordered }: CheckpointRows, day: Float64Array): void {
  const { rows, count, rights, rowMasks: ownMasks, open, firstRoot, personFirst, personEnd, from, masks } = meeting;
  const { candidateRights, othersOnly, branches, only, out } = meeting;
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
        const { next, value, compared, marks, lows, highs } = branches[31 - Math.clz32(mask & -mask)]!;
        mask &= next;
        if (!agree(compared, i, candidate)) continue;
        const low = lows[candidate]!;
        const high = highs[candidate]!;
        if (!ordered) {
          for (let at = begin; at < end; at++)
            if (day[at]! >= low && day[at]! <= high && (only || out[at]! > value) && isMarked(marks, at))
              out[at] = value;
          continue;
        }
        let at = low > passed ? after : begin;
        while (at < end && day[at]! < low) at++;
        for (; at < end && day[at]! <= high; at++)
          if ((only || out[at]! > value) && isMarked(marks, at)) out[at] = value;
        after = at;
        passed = high > low ? high : low;
      }
    }
  }
}

/** Whether a row and a candidate compare as the branch wants them to. */
function agree(compared: readonly Compared[], row: number, candidate: number): boolean {
  for (let at = 0; at < compared.length; at++) {
    const { operator, ofRow, ofCandidate } = compared[at]!;
    const a = ofRow[row]!;
    const b = ofCandidate[candidate]!;
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
