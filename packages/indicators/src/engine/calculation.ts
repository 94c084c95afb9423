import { byKey } from '../aggregate/add.js';
import { TOTAL, type Aggregate, type AggregateCell } from '../aggregate/aggregate.js';
import { personsOf, withPersons } from '../aggregate/persons.js';
import type { Definition, DimensionId } from '../definitions/definition.js';
import { CalculateOptionsError } from './errors.js';
import type { CalculateOptions } from './options.js';
import { newRun, type Run } from './run.js';

/**
 * Prepares a calculation: one run, or with totals one for each set of cuts that are left out. A total is what the same calculation
 * gives without the cut, so a person who is in two schools is one in their total.
 * @throws as `calculate`
 */
export function newCalculation(definition: Definition, options: CalculateOptions): Run {
  const whole = newRun(definition, options);
  const { totals = [], ...withoutTotals } = options;
  if (totals.length === 0) return whole;
  const { by } = options;
  const coarser = subsetsOf(totals).map((leftOut) => ({
    leftOut,
    run: newRun(definition, { ...withoutTotals, by: by.filter((id) => !leftOut.includes(id)) }),
  }));
  return {
    add(facts) {
      whole.add(facts);
      for (const { run } of coarser) run.add(facts);
    },
    finish() {
      const aggregate = whole.finish();
      for (const id of totals) mustBeFree(id, aggregate);
      const totalCells = coarser.flatMap(({ leftOut, run }) =>
        run.finish().cells.map((cell) => widened(cell, by, leftOut)),
      );
      const cells = [...aggregate.cells, ...totalCells].sort(byKey);
      return withPersons({ ...aggregate, cells }, personsOf(aggregate) ?? []);
    },
  };
}

/** All sets of the dimensions but the empty one. */
function subsetsOf(ids: readonly DimensionId[]): readonly (readonly DimensionId[])[] {
  return ids.reduce<readonly (readonly DimensionId[])[]>(
    (sets, id) => [...sets, [id], ...sets.map((set) => [...set, id])],
    [],
  );
}

/** The key of a run without some of the cuts, with the total in their places. */
function widened(cell: AggregateCell, by: readonly DimensionId[], leftOut: readonly DimensionId[]): AggregateCell {
  let at = 0;
  return { ...cell, key: by.map((id) => (leftOut.includes(id) ? TOTAL : (cell.key[at++] ?? ''))) };
}

function mustBeFree(id: DimensionId, { members }: Aggregate): void {
  if (members[id]?.some((member) => member.id === TOTAL) !== true) return;
  throw new CalculateOptionsError('total-taken', 'totals', id, `no dimension with a member of its own called ${TOTAL}`);
}
