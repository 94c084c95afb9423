import { NO_DAY } from '../days/day.js';
import type { Expr } from '../definitions/definition.js';
import { conjunction } from './branches.js';
import type { BoundValues } from './building.js';
import { candidateSearch, rowMasks } from './candidates.js';
import { compile } from './compile.js';
import { room, type Frame } from './frame.js';
import { collectPairs, findColumns, runOfBranch } from './pairs.js';
import type { Scope } from './program.js';
import { planBranch, withTables } from './relation.js';

/** Days of an interval that fall in fitting periods of the person's rights. */
export interface DaysOfRights {
  readonly where: Expr;
  readonly from: Expr;
  readonly to: Expr;
}

const takesAll = Int32Array.of(-1);

/** Compiles the count for the rows of one step. A missing end of the interval makes it empty. */
export function compileDaysOfRights({ where, from, to }: DaysOfRights, scope: Scope): (frame: Frame) => BoundValues {
  const { work } = scope;
  const conditions = conjunction(where);
  const plan = planBranch({ conditions, value: 0 }, scope.places, new Set());
  const { candidateTable, ownTable, branches } = withTables(plan === undefined ? [] : [plan]);
  const [run] = branches.map((branch) => runOfBranch(branch, scope, scope));
  const candidates = candidateSearch(work, candidateTable, 0);
  const masksOf = rowMasks(ownTable);
  const [first, last] = [compile(from, scope), compile(to, scope)];
  const days = { data: new Float64Array(0) };
  let own = new Int32Array(0);
  return (frame) => {
    const { count } = frame;
    const out = room(days, count).fill(0, 0, count);
    const found = candidates(frame);
    if (own.length < count) own = new Int32Array(count * 2);
    masksOf(work, frame.index.root, own, count);
    if (run === undefined || collectPairs([run], takesAll, frame, own, found, work, false) === 0)
      return { values: out, uniform: 0 };
    findColumns(run, found, frame);
    const fits = run.condition?.run(run.pairs);
    const [starts, ends] = [first.run(frame), last.run(frame)];
    const { start: periodStart, end: periodEnd } = work.facts.periods;
    const { up } = run.pairs.index;
    const union = newUnion();
    // Pairs of a row stand together.
    for (let i = 0; i < run.pairs.count; i++) {
      const row = up[i]!;
      if ((fits === undefined || fits[i] !== 0) && starts[row] !== NO_DAY) {
        const period = found.period[run.candidates[i]!]!;
        union.add(Math.max(starts[row]!, periodStart[period]!), Math.min(ends[row]!, periodEnd[period]!));
      }
      if (i + 1 === run.pairs.count || up[i + 1] !== row) out[row] = union.take();
    }
    return { values: out, uniform: undefined };
  };
}

interface Union {
  readonly add: (from: number, to: number) => void;
  /** Days in any of the intervals; none are left. */
  readonly take: () => number;
}

function newUnion(): Union {
  let intervals: (readonly [number, number])[] = [];
  return {
    add(from, to) {
      if (from <= to) intervals.push([from, to]);
    },
    take() {
      let total = 0;
      let covered = -Infinity;
      for (const [from, to] of intervals.sort((a, b) => a[0] - b[0])) {
        total += Math.max(0, to - Math.max(from, covered + 1) + 1);
        covered = Math.max(covered, to);
      }
      intervals = [];
      return total;
    },
  };
}
