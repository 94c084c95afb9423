import { byKey } from '../aggregate/add.js';
import { TOTAL, type Aggregate, type AggregateCell } from '../aggregate/aggregate.js';
import { personsOf, withPersons } from '../aggregate/persons.js';
import type { Definition, DimensionId } from '../definitions/definition.js';
import { CalculateOptionsError } from './errors.js';
import { checkOptions, type CalculateOptions } from './options.js';
import { newRun, type Run } from './run.js';

/**
 * Prepares a calculation: one run, or with totals one for each set of cuts that are left out. A total is what the same calculation
 * gives without the cut, so a person who is in two schools is one in their total.
 * @throws as `calculate`
 */
export function newCalculation(definition: Definition, { totals = [], ...options }: CalculateOptions): Run {
  if (totals.length === 0) return newRun(definition, options);
  checkOptions(definition, { ...options, totals });
  const inOrder = options.by.filter((id) => totals.includes(id));
  const runs = subsetsOf(inOrder).map((leftOut) => ({
    leftOut,
    run: newRun(definition, { ...options, by: options.by.filter((id) => !leftOut.includes(id)) }),
  }));
  return {
    add(facts) {
      for (const { run } of runs) run.add(facts);
    },
    finish() {
      const parts = runs.map(({ leftOut, run }) => ({ leftOut, aggregate: run.finish() }));
      const [finest] = parts;
      if (finest === undefined) throw new RangeError('a calculation has at least one run');
      const { aggregate } = finest;
      for (const id of inOrder) mustBeFree(id, aggregate);
      const cells = parts.flatMap((part) =>
        part.aggregate.cells.map((cell) => widened(cell, aggregate.by, part.leftOut)),
      );
      return withPersons({ ...withTotals(aggregate, inOrder), cells: cells.sort(byKey) }, personsOf(aggregate) ?? []);
    },
  };
}

/** All sets of the dimensions; the empty one first. */
function subsetsOf(ids: readonly DimensionId[]): readonly (readonly DimensionId[])[] {
  return ids.reduce<readonly (readonly DimensionId[])[]>(
    (sets, id) => [...sets, ...sets.map((set) => [...set, id])],
    [[]],
  );
}

/** The key of a run without some of the cuts, with the total in their places. */
function widened(cell: AggregateCell, by: readonly DimensionId[], leftOut: readonly DimensionId[]): AggregateCell {
  let at = 0;
  return { ...cell, key: by.map((id) => (leftOut.includes(id) ? TOTAL : (cell.key[at++] ?? ''))) };
}

/** `totals` stands after `by`, where those who read the file look for it. */
function withTotals({ by, ...aggregate }: Aggregate, totals: readonly DimensionId[]): Aggregate {
  const { type, schemaVersion, indicator, rule, period, asOf, parameters, classifications, own, only, ...counted } =
    aggregate;
  const head = { type, schemaVersion, indicator, rule, period, asOf, parameters, classifications, own, only };
  return { ...(withoutUndefined(head) as typeof head), by, totals, ...counted } as Aggregate;
}
