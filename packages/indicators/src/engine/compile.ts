import type { Expr } from '../definitions/definition.js';
import { leavesOf, paramLeaf } from './expression.js';
import { newFrame, room, takeRows, type Frame } from './frame.js';
import * as kernel from './kernels.js';
import {
  accessOf,
  checkCodes,
  classesOf,
  classTable,
  computed,
  constant,
  exprName,
  leafValue,
  lookUp,
  newAssembly,
  newRegister,
  numbersOfLists,
  type Assembly,
  type Program,
  type Scope,
  type Value,
} from './program.js';
import { newSplit, splitRows } from './split.js';
import { tabulate } from './table.js';

/**
 * Compiles a folded expression once, into operations over whole columns that run in order. The same part of an
 * expression is worked out once.
 * @throws DefinitionError where it names a column or a code that is not there
 */
export function compile(expr: Expr, scope: Scope): Program {
  const assembly = newAssembly(scope);
  const value = valueOf(assembly, expr);
  const { ops, uses } = assembly;
  return {
    uses,
    nullable: value.nullable,
    run(frame) {
      const count = frame.count;
      for (const op of ops) op(frame, count);
      return value.register.data;
    },
  };
}

/** The same for a condition: its values are 0 and 1. */
export function compileCondition(expr: Expr, scope: Scope): Program {
  return compile({ all: [expr] }, scope);
}

function valueOf(assembly: Assembly, expr: Expr): Value {
  if (typeof expr === 'number') return constant(assembly, expr);
  if ('column' in expr) return leafValue(assembly, expr.column);
  if ('param' in expr) return leafValue(assembly, paramLeaf(expr.param));
  const name = exprName(expr);
  const known = assembly.known.get(name);
  if (known !== undefined) return known;
  const value = tableValue(assembly, expr) ?? nodeValue(assembly, expr);
  assembly.known.set(name, value);
  return value;
}

function tableValue(assembly: Assembly, expr: Expr): Value | undefined {
  const leaves = [...leavesOf(expr)];
  if (leaves.some((leaf) => assembly.scope.places.has(leaf))) return undefined;
  const table = tabulate(expr);
  if (table === undefined) return undefined;
  const columns = table.columns.map(({ leaf, steps }) => ({ access: accessOf(assembly, leaf), steps }));
  let positions = new Int32Array(0);
  const truth = table.values.every((value) => value === 0 || value === 1);
  return computed(assembly, { nullable: !truth, truth }, (out, frame, count) => {
    if (positions.length < count) positions = new Int32Array(count * 2);
    columns.forEach(({ access, steps }, at) => {
      const source = access.source();
      if (!(source instanceof Uint8Array)) return;
      (at === 0 ? kernel.setSteps : kernel.addSteps)(source, access.at(frame), steps, positions, count);
    });
    kernel.gatherValues(table.values, positions, out, count);
  });
}

type Binary = (a: Float64Array, b: Float64Array, out: Float64Array, count: number) => void;

/** Folds a list of parts with a kernel of two; what is missing in any of them is missing in the whole. */
function chain(assembly: Assembly, parts: readonly Expr[], empty: number, apply: Binary): Value {
  const values = parts.map((part) => valueOf(assembly, part));
  const [first, ...rest] = values;
  if (first === undefined) return constant(assembly, empty);
  if (rest.length === 0) return first;
  const nullable = values.some((value) => value.nullable);
  return computed(assembly, { nullable }, (out, _frame, count) => {
    let sum = first.register.data;
    for (const value of rest) {
      apply(sum, value.register.data, out, count);
      sum = out;
    }
    for (const value of values) if (value.nullable) kernel.spreadMissing(value.register.data, out, count);
  });
}

function truthValue(assembly: Assembly, expr: Expr): Value {
  const value = valueOf(assembly, expr);
  if (value.truth) return value;
  return computed(assembly, { truth: true }, (out, _frame, count) => kernel.truthOf(value.register.data, out, count));
}

/** All or any of several conditions. Zeros and ones: a product, or the larger. */
function conditions(assembly: Assembly, parts: readonly Expr[], empty: 0 | 1, apply: Binary): Value {
  const [first, ...rest] = parts.map((part) => truthValue(assembly, part));
  if (first === undefined) return constant(assembly, empty);
  if (rest.length === 0) return first;
  return computed(assembly, { truth: true }, (out, _frame, count) => {
    let so = first.register.data;
    for (const value of rest) {
      apply(so, value.register.data, out, count);
      so = out;
    }
  });
}

function comparison(assembly: Assembly, [a, b]: readonly [Expr, Expr], apply: Binary): Value {
  const [left, right] = [valueOf(assembly, a), valueOf(assembly, b)];
  return computed(assembly, { truth: true }, (out, _frame, count) =>
    apply(left.register.data, right.register.data, out, count),
  );
}

/** A number of days from several days: 0 where one of them is missing. */
function daysOf(
  assembly: Assembly,
  values: readonly Value[],
  write: (out: Float64Array, count: number) => void,
): Value {
  return computed(assembly, {}, (out, _frame, count) => {
    write(out, count);
    for (const value of values) if (value.nullable) kernel.zeroMissing(value.register.data, out, count);
  });
}

function ofOneDay(
  assembly: Assembly,
  part: Expr,
  apply: (a: Float64Array, out: Float64Array, count: number) => void,
): Value {
  const value = valueOf(assembly, part);
  return computed(assembly, { nullable: value.nullable }, (out, _frame, count) =>
    apply(value.register.data, out, count),
  );
}

function product(assembly: Assembly, parts: readonly Expr[]): Value {
  const [first, second, ...more] = parts;
  // Days times a share is in every sum of person-days: one pass instead of two.
  if (typeof first === 'object' && 'days' in first && second !== undefined && more.length === 0) {
    const [a, b] = first.days.map((part) => valueOf(assembly, part));
    const factor = valueOf(assembly, second);
    if (a !== undefined && b !== undefined && !a.nullable && !b.nullable && !factor.nullable) {
      return computed(assembly, {}, (out, _frame, count) =>
        kernel.daysTimes(a.register.data, b.register.data, factor.register.data, out, count),
      );
    }
  }
  return chain(assembly, parts, 1, kernel.multiply);
}

function nodeValue(assembly: Assembly, expr: Exclude<Expr, number>): Value {
  if ('add' in expr) return chain(assembly, expr.add, 0, kernel.add);
  if ('subtract' in expr) return chain(assembly, expr.subtract, 0, kernel.subtract);
  if ('multiply' in expr) return product(assembly, expr.multiply);
  if ('min' in expr) return chain(assembly, expr.min, Infinity, kernel.min);
  if ('max' in expr) return chain(assembly, expr.max, -Infinity, kernel.max);
  if ('atMost' in expr) return comparison(assembly, expr.atMost, kernel.atMost);
  if ('less' in expr) return comparison(assembly, expr.less, kernel.less);
  if ('equal' in expr) return comparison(assembly, expr.equal, kernel.equal);
  if ('all' in expr) return conditions(assembly, expr.all, 1, kernel.multiply);
  if ('any' in expr) return conditions(assembly, expr.any, 0, kernel.max);
  if ('not' in expr) {
    const value = truthValue(assembly, expr.not);
    return computed(assembly, { truth: true }, (out, _frame, count) => kernel.not(value.register.data, out, count));
  }
  if ('isMissing' in expr) {
    const value = valueOf(assembly, expr.isMissing);
    return computed(assembly, { truth: true }, (out, _frame, count) =>
      kernel.isMissing(value.register.data, out, count),
    );
  }
  if ('in' in expr) return inCodes(assembly, expr.in, expr.codes);
  if ('byCode' in expr) return byCode(assembly, expr);
  if ('when' in expr) return whenValue(assembly, expr);
  if ('classify' in expr) return classValue(assembly, expr.classify, expr.by);
  return calendarValue(assembly, expr);
}

type CalendarExpr = Extract<
  Exclude<Expr, number>,
  | { days: unknown }
  | { sharedDays: unknown }
  | { daysInMonth: unknown }
  | { addMonths: unknown }
  | { dayInYearOf: unknown }
  | { yearOf: unknown }
  | { halfYearOf: unknown }
>;

function isCalendar(expr: Exclude<Expr, number>): expr is CalendarExpr {
  return (
    'days' in expr ||
    'sharedDays' in expr ||
    'daysInMonth' in expr ||
    'addMonths' in expr ||
    'dayInYearOf' in expr ||
    'yearOf' in expr ||
    'halfYearOf' in expr
  );
}

function calendarValue(assembly: Assembly, expr: Exclude<Expr, number>): Value {
  if (!isCalendar(expr)) return constant(assembly, 0);
  if ('addMonths' in expr) {
    const [day, months] = expr.addMonths;
    return ofOneDay(assembly, day, (a, out, count) => kernel.addMonths(a, months, out, count));
  }
  if ('dayInYearOf' in expr) {
    const [day, month, dayOfMonth] = expr.dayInYearOf;
    return ofOneDay(assembly, day, (a, out, count) => kernel.dayInYearOf(a, month, dayOfMonth, out, count));
  }
  if ('yearOf' in expr) return ofOneDay(assembly, expr.yearOf, kernel.yearOf);
  if ('halfYearOf' in expr) return ofOneDay(assembly, expr.halfYearOf, kernel.halfYearOf);
  const parts: readonly Expr[] = 'days' in expr ? expr.days : 'sharedDays' in expr ? expr.sharedDays : expr.daysInMonth;
  const values = parts.map((part) => valueOf(assembly, part));
  const data = (at: number): Float64Array => values[at]!.register.data;
  if ('days' in expr) return daysOf(assembly, values, (out, count) => kernel.days(data(0), data(1), out, count));
  if ('sharedDays' in expr)
    return daysOf(assembly, values, (out, count) => kernel.sharedDays(data(0), data(1), data(2), data(3), out, count));
  const { month } = expr;
  return daysOf(assembly, values, (out, count) => kernel.daysInMonth(data(0), data(1), month, out, count));
}

function inCodes(assembly: Assembly, column: string, codes: readonly string[]): Value {
  checkCodes(assembly, column, codes);
  const access = accessOf(assembly, column);
  const table = classTable(assembly, column, numbersOfLists([codes]));
  return computed(assembly, { truth: true }, (out, frame, count) => lookUp(access, table(), frame, out, count));
}

/** Number of the class of a row's code; missing where the classification has none for it. */
function classValue(assembly: Assembly, column: string, by: string): Value {
  const { access, table } = classesOf(assembly, column, by);
  return computed(assembly, { nullable: true }, (out, frame, count) => {
    lookUp(access, table(), frame, out, count);
    kernel.replaceMissing(out, 0, count);
  });
}

function whenValue(assembly: Assembly, expr: Extract<Exclude<Expr, number>, { when: unknown }>): Value {
  const branches = expr.when.map(([condition, value]) => ({
    condition: truthValue(assembly, condition),
    value: valueOf(assembly, value),
  }));
  const otherwise = valueOf(assembly, expr.otherwise);
  const nullable = otherwise.nullable || branches.some(({ value }) => value.nullable);
  return computed(assembly, { nullable }, (out, _frame, count) => {
    copy(otherwise.register.data, out, count);
    for (let at = branches.length - 1; at >= 0; at--) {
      const { condition, value } = branches[at]!;
      kernel.choose(condition.register.data, value.register.data, out, count);
    }
  });
}

function copy(from: Float64Array, to: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) to[i] = from[i]!;
}

interface Case {
  readonly assembly: Assembly;
  readonly value: Value;
  readonly frame: Frame;
  readonly constant: number | undefined;
}

function newCase(scope: Scope, expr: Expr): Case {
  const assembly = newAssembly(scope);
  const value = valueOf(assembly, expr);
  return { assembly, value, frame: newFrame([]), constant: typeof expr === 'number' ? expr : undefined };
}

function runCase({ assembly, value }: Case, frame: Frame): Float64Array {
  const count = frame.count;
  for (const op of assembly.ops) op(frame, count);
  return value.register.data;
}

/**
 * Each case is worked out for its own rows only, but the one that most rows have for all of them, in place: that is cheaper than
 * moving its rows.
 */
function byCode(assembly: Assembly, expr: Extract<Exclude<Expr, number>, { byCode: unknown }>): Value {
  const codes = Object.keys(expr.cases);
  checkCodes(assembly, expr.byCode, codes);
  const access = accessOf(assembly, expr.byCode);
  const table = classTable(assembly, expr.byCode, numbersOfLists(codes.map((code) => [code])));
  const cases = [expr.otherwise, ...codes.map((code) => expr.cases[code]!)].map((part) =>
    newCase(assembly.scope, part),
  );
  for (const { assembly: inner } of cases) {
    for (const name of inner.uses.index) assembly.uses.index.add(name);
    for (const slot of inner.uses.bound) assembly.uses.bound.add(slot);
  }
  const nullable = cases.some(({ value }) => value.nullable);
  const split = newSplit(cases.length);
  const own = newRegister();
  const register = newRegister();
  assembly.ops.push((frame, count) => {
    splitRows(split, access, table(), frame, count);
    const main = cases[split.main]!;
    if (main.constant !== undefined) register.data = room(own, count).fill(main.constant, 0, count);
    else if (main.value.owned) register.data = runCase(main, frame);
    else copy(runCase(main, frame), (register.data = room(own, count)), count);
    if (split.others === 0) return;
    cases.forEach((other, number) => {
      const taken = split.ends[number]! - split.starts[number]!;
      if (number === split.main || taken === 0) return;
      const rows = split.rows.subarray(split.starts[number], split.ends[number]);
      if (other.constant !== undefined) return scatterConstant(other.constant, rows, register.data, taken);
      takeRows(frame, other.frame, rows, taken, other.assembly.uses);
      scatter(runCase(other, other.frame), rows, register.data, taken);
    });
  });
  return { register, nullable, truth: false, owned: false };
}

function scatter(from: Float64Array, rows: Int32Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[rows[i]!] = from[i]!;
}

function scatterConstant(value: number, rows: Int32Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[rows[i]!] = value;
}
