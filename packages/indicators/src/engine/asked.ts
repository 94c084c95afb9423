import { NO_DAY } from '../days/day.js';
import { newFrame, room, takeRows, type Frame, type Register } from './frame.js';
import { newRegister, type Program } from './program.js';
import { withRoom } from './work.js';

/** A condition of one side, with the branches (a mask) that ask for it. */
export interface AskedCondition {
  readonly program: Program;
  readonly branches: number;
}

/** A column of one side that is compared with one of the other. */
export interface AskedColumn {
  readonly program: Program;
  branches: number;
  /** What stands for "missing": NaN compares with nothing. */
  readonly missing: number;
}

/**
 * What branches ask of one side of a meeting, of rows or of candidates. It is worked out only where a branch is open that asks: few
 * candidates have graduated, and most branches look at those.
 */
export interface AskedOfSide {
  readonly conditions: readonly AskedCondition[];
  readonly columns: readonly AskedColumn[];
  readonly kept: readonly Register[];
  /** Buffers: the positions where some branch asks, those where the branches of one question do, and their rows. */
  some: Int32Array;
  fewer: Int32Array;
  readonly taken: Frame;
}

/** Of how many positions all are worked out, because that is cheaper than moving the rows. */
const MOST = 1 / 2;

export function askedOfSide(conditions: readonly AskedCondition[], columns: readonly AskedColumn[]): AskedOfSide {
  const none = new Int32Array(0);
  return { conditions, columns, kept: columns.map(newRegister), some: none, fewer: none, taken: newFrame([]) };
}

/** Clears the bits of branches whose condition does not hold, and gives the columns; positions that nobody asks for hold anything. */
export function answer(asked: AskedOfSide, frame: Frame, masks: Int32Array): readonly Float64Array[] {
  const { conditions, columns, kept, taken } = asked;
  const some = (asked.some = withRoom(asked.some, frame.count + 1));
  const fewer = (asked.fewer = withRoom(asked.fewer, frame.count + 1));
  const anybody = [...conditions, ...columns].reduce((mask, { branches }) => mask | branches, 0);
  const count = anybody === 0 ? 0 : openTo(anybody, masks, frame.count, some);
  /** What a program gives for the positions in `fewer`: for those alone, or where they are many for all, in place. */
  const run = (program: Program, asking: number): { readonly values: Float64Array; readonly inPlace: boolean } => {
    if (asking > frame.count * MOST) return { values: program.run(frame), inPlace: true };
    takeRows(frame, taken, fewer, asking, program.uses);
    return { values: program.run(taken), inPlace: false };
  };
  for (const { program, branches } of conditions) {
    const asking = openAmong(branches, masks, some, count, fewer);
    const { values: holds, inPlace } = run(program, asking);
    for (let i = 0; i < asking; i++) {
      const at = fewer[i]!;
      masks[at] = masks[at]! & ~(branches * Number(holds[inPlace ? at : i] === 0));
    }
  }
  return columns.map(({ program, branches, missing }, number) => {
    const asking = openAmong(branches, masks, some, count, fewer);
    const { values, inPlace } = run(program, asking);
    if (inPlace && (missing === NO_DAY || !program.nullable)) return values;
    const out = room(kept[number]!, frame.count);
    for (let i = 0; i < asking; i++) {
      const value = values[inPlace ? fewer[i]! : i]!;
      out[fewer[i]!] = value === NO_DAY ? missing : value;
    }
    return out;
  });
}

/** Lists the positions where one of some branches is open; gives how many they are. */
function openTo(branches: number, masks: Int32Array, count: number, out: Int32Array): number {
  let open = 0;
  for (let at = 0; at < count; at++) {
    out[open] = at;
    open += Number((masks[at]! & branches) !== 0);
  }
  return open;
}

function openAmong(branches: number, masks: Int32Array, some: Int32Array, count: number, out: Int32Array): number {
  let open = 0;
  for (let i = 0; i < count; i++) {
    const at = some[i]!;
    out[open] = at;
    open += Number((masks[at]! & branches) !== 0);
  }
  return open;
}
