import { wholeMonths } from '../days/calendar.js';
import { NO_DAY } from '../days/day.js';
import type { Expr, Measure, Rule } from '../definitions/definition.js';
import { addCode, addPersonDays, addRows, type Cells } from './cells.js';
import { compile } from './compile.js';
import { DefinitionError } from './errors.js';
import { fold, type RunValues } from './expression.js';
import type { Frame } from './frame.js';
import { accessOf, newAssembly, type Scope } from './program.js';
import type { Work } from './work.js';
import { periodStates } from '../facts/codes.js';

/** Adds the rows of a plan's last frame to the cells. `seen` tells persons apart where several plans count into the same cells. */
export type MeasureRun = (
  cells: Cells,
  last: Frame,
  positions: Int32Array,
  work: Work,
  seen: Set<number> | undefined,
) => void;

/** How many numbers a cell holds. */
export function widthOf(measure: Measure | undefined): number {
  switch (measure?.kind) {
    case 'distribution':
      return measure.categories.length;
    case 'timeToEvent':
      return (measure.upToMonths + 1) * (measure.causes.length + 1);
    case 'share':
      return 2;
    case 'mean':
      return 3;
    case 'distinct':
      return 0;
    default:
      return 1;
  }
}

/** Whether cells of two measures hold the same numbers, so that rules that use them can count into the same. */
export function haveTheSameCells(a: Measure, b: Measure): boolean {
  const numbers = (measure: Measure): unknown => {
    const codes = (list: readonly { readonly code: number }[]): readonly number[] => list.map(({ code }) => code);
    switch (measure.kind) {
      case 'distribution':
        return codes(measure.categories);
      case 'timeToEvent':
        return [measure.upToMonths, ...codes(measure.causes)];
      default:
        return 'persons' in measure && measure.persons !== undefined;
    }
  };
  return a.kind === b.kind && JSON.stringify(numbers(a)) === JSON.stringify(numbers(b));
}

/** States whose periods are worth nothing in the measure, where no step after `each` could count them. */
export function worthlessStates({ measure, steps }: Rule): readonly string[] {
  const from = steps.findIndex((step) => 'each' in step && step.each === 'period');
  const counting = steps.slice(from + 1).some((step) => !('slice' in step || 'keep' in step));
  if (from < 0 || counting || measure.kind !== 'personDays') return [];
  const { amount } = measure;
  if (typeof amount !== 'object' || !('byCode' in amount) || amount.byCode !== 'period.state') return [];
  return periodStates.filter((state) => (amount.cases[state] ?? amount.otherwise) === 0);
}

export function compileMeasure(measure: Measure, scope: Scope, values: RunValues): MeasureRun {
  switch (measure.kind) {
    case 'personDays':
      return personDays(measure, scope, values);
    case 'distribution':
      return distribution(measure, scope, values);
    case 'timeToEvent':
      return timeToEvent(measure, scope, values);
    case 'distinct':
      return distinct(measure.of, scope);
    case 'count':
      return sums([1], measure, scope, values);
    case 'sum':
      return sums([measure.amount], measure, scope, values);
    case 'share':
      return sums([measure.whole, measure.part], measure, scope, values);
    case 'mean': {
      const { of, weight = 1 } = measure;
      return sums([weight, { multiply: [weight, of] }, { multiply: [weight, of, of] }], measure, scope, values, of);
    }
  }
}

function personDays({ amount }: Extract<Measure, { kind: 'personDays' }>, scope: Scope, values: RunValues): MeasureRun {
  const program = compile(fold(amount, values), scope);
  const general = sums([amount], {}, scope, values);
  return (cells, last, positions, work, seen) => {
    if (seen !== undefined) return general(cells, last, positions, work, seen);
    const { person } = work.roots;
    addPersonDays(cells, positions, program.run(last), last.index.root, person, work.personsBefore, last.count);
  };
}

/**
 * Adds up amounts by row; one that is missing adds nothing. A person counts once in a cell, where the first amount is above zero, and
 * every row for as many as `persons` says; rows of a person stand together unless `seen` is given. @param given rows where this is missing are not counted
 */
function sums(
  exprs: readonly Expr[],
  { persons }: { readonly persons?: Expr },
  scope: Scope,
  values: RunValues,
  given?: Expr,
): MeasureRun {
  const standsFor = persons === undefined ? undefined : compile(fold(persons, values), scope);
  const programs = exprs.map((expr) => compile(fold(expr, values), scope));
  const present = given === undefined ? undefined : compile(fold(given, values), scope);
  return (cells, last, positions, work, seen) => {
    const amounts = programs.map((program) => program.run(last));
    const known = present?.run(last);
    const stands = standsFor?.run(last);
    const personOf = personCounter(cells, last, work, seen);
    const { width } = cells;
    for (let i = 0; i < last.count; i++) {
      if (known !== undefined && known[i] === NO_DAY) continue;
      const cell = positions[i]!;
      for (let at = 0; at < width; at++) {
        const amount = amounts[at]![i]!;
        if (amount !== NO_DAY) cells.amounts[cell * width + at] = cells.amounts[cell * width + at]! + amount;
      }
      if (stands !== undefined) cells.n[cell] = cells.n[cell]! + Math.max(0, stands[i]!);
      else if (amounts[0]![i]! > 0) personOf(cell, i);
    }
  };
}

/** Counts a row's person in a cell, once. */
function personCounter(
  cells: Cells,
  last: Frame,
  work: Work,
  seen: Set<number> | undefined,
): (cell: number, row: number) => void {
  const { root } = last.index;
  const { person: personOf } = work.roots;
  const persons = work.facts.persons.count;
  return (cell, row) => {
    const person = personOf[root[row]!]!;
    if (seen === undefined) {
      if (cells.last[cell] === work.personsBefore + person) return;
      cells.last[cell] = work.personsBefore + person;
    } else {
      const pair = cell * persons + person;
      if (seen.has(pair)) return;
      seen.add(pair);
    }
    cells.n[cell] = cells.n[cell]! + 1;
  };
}

/** The different codes of a dictionary column: a row without a code is not counted. */
function distinct(column: string, scope: Scope): MeasureRun {
  const assembly = newAssembly(scope);
  const { column: of, source, at } = accessOf(assembly, column);
  const { dictionary } = of;
  if (dictionary === undefined) throw new DefinitionError('measure.of', column, 'a dictionary column');
  return (cells, last, positions, work, seen) => {
    for (const op of assembly.ops) op(last, last.count);
    const { keys } = dictionary(work.facts);
    const [codes, rows] = [source(), at(last)];
    const personOf = personCounter(cells, last, work, seen);
    for (let i = 0; i < last.count; i++) {
      const code = keys[codes[rows[i]!]!];
      if (code === undefined) continue;
      addCode(cells, positions[i]!, code);
      personOf(positions[i]!, i);
    }
  };
}

function timeToEvent(measure: Extract<Measure, { kind: 'timeToEvent' }>, scope: Scope, values: RunValues): MeasureRun {
  const { causes, upToMonths } = measure;
  const [from, to, cause] = [measure.from, measure.to, measure.cause].map((expr) => compile(fold(expr, values), scope));
  const numbers = new Map(causes.map(({ code }, at) => [code, at + 1]));
  return (cells, last, positions) => {
    const [starts, ends, codes] = [from!.run(last), to!.run(last), cause!.run(last)];
    for (let i = 0; i < last.count; i++) {
      const [start, end] = [starts[i]!, ends[i]!];
      if (start === NO_DAY || end === NO_DAY || end < start) continue;
      const number = codes[i] === 0 || codes[i] === NO_DAY ? 0 : numbers.get(codes[i]!);
      if (number === undefined)
        throw new DefinitionError('measure.cause', String(codes[i]), `0 or one of ${[...numbers.keys()].join(', ')}`);
      const months = wholeMonths(start, end);
      const late = months > upToMonths;
      const cell = positions[i]!;
      const at = cell * cells.width + (late ? upToMonths : months) * (causes.length + 1) + (late ? 0 : number);
      cells.amounts[at] = cells.amounts[at]! + 1;
      cells.n[cell] = cells.n[cell]! + 1;
    }
  };
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
