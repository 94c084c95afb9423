import type { Measure, Rule } from '../definitions/definition.js';
import { addPersonDays, addRows, type Cells } from './cells.js';
import { compile } from './compile.js';
import { DefinitionError } from './errors.js';
import { fold, type RunValues } from './expression.js';
import type { Frame } from './frame.js';
import type { Scope } from './program.js';
import type { Work } from './work.js';
import { periodStates } from '../facts/codes.js';

/** Adds the rows of a plan's last frame to the cells. `seen` tells persons apart where several plans count into the same cells. */
export type MeasureRun = (
  cells: Cells,
  last: Frame,
  positions: Float64Array,
  work: Work,
  seen: Set<number> | undefined,
) => void;

/** How many numbers a cell holds. */
export function widthOf(measure: Measure | undefined): number {
  return measure?.kind === 'distribution' ? measure.categories.length : 1;
}

/** States whose periods are worth nothing in the measure, where no step after `each` could count them. */
export function worthlessStates({ measure, steps }: Rule): readonly string[] {
  const from = steps.findIndex((step) => 'each' in step);
  const counting = steps.slice(from + 1).some((step) => !('slice' in step || 'keep' in step));
  if (from < 0 || counting || measure.kind !== 'personDays') return [];
  const { amount } = measure;
  if (typeof amount !== 'object' || !('byCode' in amount) || amount.byCode !== 'period.state') return [];
  return periodStates.filter((state) => (amount.cases[state] ?? amount.otherwise) === 0);
}

export function compileMeasure(measure: Measure, scope: Scope, values: RunValues): MeasureRun {
  return measure.kind === 'personDays' ? personDays(measure, scope, values) : distribution(measure, scope, values);
}

function personDays({ amount }: Extract<Measure, { kind: 'personDays' }>, scope: Scope, values: RunValues): MeasureRun {
  const program = compile(fold(amount, values), scope);
  return (cells, last, positions, work, seen) => {
    const amounts = program.run(last);
    if (seen === undefined) {
      const { person } = work.facts.rights;
      addPersonDays(cells, positions, amounts, last.index.right, person, work.personsBefore, last.count);
    } else {
      addSharedDays(cells, positions, amounts, last, work, seen);
    }
  };
}

/** As `addPersonDays`, where the rows of a person do not all come in one go. */
function addSharedDays(
  cells: Cells,
  positions: Float64Array,
  amounts: Float64Array,
  last: Frame,
  work: Work,
  seen: Set<number>,
): void {
  const { right } = last.index;
  const { person: personOf } = work.facts.rights;
  for (let i = 0; i < last.count; i++) {
    const amount = amounts[i]!;
    if (amount === 0) continue;
    const cell = positions[i]!;
    cells.amounts[cell] = cells.amounts[cell]! + amount;
    const pair = cell * work.facts.persons.count + personOf[right[i]!]!;
    if (amount < 0 || seen.has(pair)) continue;
    seen.add(pair);
    cells.n[cell] = cells.n[cell]! + 1;
  }
}

const LARGEST_CODE = 255;
const NO_CATEGORY = -1;

function distribution(
  measure: Extract<Measure, { kind: 'distribution' }>,
  scope: Scope,
  values: RunValues,
): MeasureRun {
  const program = compile(fold(measure.of, values), scope);
  const table = new Int32Array(LARGEST_CODE + 1).fill(NO_CATEGORY);
  measure.categories.forEach(({ code }, at) => {
    if (!(Number.isInteger(code) && code >= 0 && code <= LARGEST_CODE)) {
      throw new DefinitionError(
        `measure.categories[${String(at)}].code`,
        String(code),
        `an integer from 0 to ${String(LARGEST_CODE)}`,
      );
    }
    table[code] = at;
  });
  return (cells, last, positions) => {
    const codes = program.run(last);
    const unknown = addRows(cells, positions, codes, table, last.count);
    if (unknown < 0) return;
    const known = measure.categories.map(({ code }) => String(code)).join(', ');
    throw new DefinitionError('measure.of', `a value of ${String(codes[unknown])}`, `one of the categories ${known}`);
  };
}
