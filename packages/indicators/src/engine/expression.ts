import type { Expr, Param } from '../definitions/definition.js';
import { addMonths, dayFromIso, dayInYearOf, halfYearOf, yearOf } from '../days/calendar.js';
import { NO_DAY } from '../days/day.js';
import { daysInMonthBetween } from './calendar-table.js';
import { factColumn, ownerName } from './columns.js';
import { DefinitionError } from './errors.js';

/** The parameters that are known before a run begins; a definition's own under `own.*`. */
export type RunValues = Readonly<Record<'from' | 'to' | 'asOf' | 'lastMonthEnd' | `own.${string}`, number>>;

/** What an expression reads: a column's name, or a parameter that changes from row to row. */
export type Leaf = string;
type RowParam = 'window.start' | 'window.end' | 'checkpoint.day';

function isOfRow(param: Param): param is RowParam {
  return param === 'window.start' || param === 'window.end' || param === 'checkpoint.day';
}

export function paramLeaf(param: Param): Leaf {
  return `@${param}`;
}

export function partsOf(expr: Expr): readonly Expr[] {
  if (typeof expr === 'number' || 'day' in expr || 'column' in expr || 'param' in expr || 'in' in expr) return [];
  if ('add' in expr) return expr.add;
  if ('subtract' in expr) return expr.subtract;
  if ('multiply' in expr) return expr.multiply;
  if ('min' in expr) return expr.min;
  if ('max' in expr) return expr.max;
  if ('atMost' in expr) return expr.atMost;
  if ('less' in expr) return expr.less;
  if ('equal' in expr) return expr.equal;
  if ('all' in expr) return expr.all;
  if ('any' in expr) return expr.any;
  if ('not' in expr) return [expr.not];
  if ('isMissing' in expr) return [expr.isMissing];
  if ('byCode' in expr) return [...Object.values(expr.cases), expr.otherwise];
  if ('when' in expr) return [...expr.when.flat(), expr.otherwise];
  if ('days' in expr) return expr.days;
  if ('sharedDays' in expr) return expr.sharedDays;
  if ('daysInMonth' in expr) return expr.daysInMonth;
  if ('addMonths' in expr) return [expr.addMonths[0]];
  if ('dayInYearOf' in expr) return [expr.dayInYearOf[0]];
  if ('classify' in expr) return [];
  if ('yearOf' in expr) return [expr.yearOf];
  return [expr.halfYearOf];
}

/** Every column and changing parameter that an expression reads. */
export function leavesOf(expr: Expr, found: Set<Leaf> = new Set()): Set<Leaf> {
  if (typeof expr !== 'number') {
    if ('column' in expr) found.add(expr.column);
    else if ('in' in expr) found.add(expr.in);
    else if ('byCode' in expr) found.add(expr.byCode);
    else if ('classify' in expr) found.add(expr.classify);
    else if ('param' in expr) found.add(paramLeaf(expr.param));
  }
  for (const part of partsOf(expr)) leavesOf(part, found);
  return found;
}

/**
 * The same expression with the run's parameters and days as numbers, and what is constant worked out.
 * @throws DefinitionError where it names a month or a day of a month that there is not
 */
export function fold(expr: Expr, values: RunValues): Expr {
  if (typeof expr === 'number') return expr;
  if ('daysInMonth' in expr) checkBetween('month', expr.month, 12);
  if ('dayInYearOf' in expr) {
    checkBetween('month', expr.dayInYearOf[1], 12);
    checkBetween('day of a month', expr.dayInYearOf[2], 31);
  }
  if ('day' in expr) return dayFromIso(expr.day);
  if ('param' in expr) {
    const param = expr.param;
    if (isOfRow(param)) return expr;
    const value = values[param];
    if (value === undefined)
      throw new DefinitionError(`param ${param}`, 'a parameter without a value', 'one of the definition’s parameters');
    return value;
  }
  const folded = withParts(expr, (part) => fold(part, values));
  return leavesOf(folded).size === 0 ? evaluate(folded, () => NO_DAY) : folded;
}

function checkBetween(what: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new DefinitionError(what, String(value), `1–${String(most)}`);
}

/** The same expression with other parts. */
export function withParts(expr: Exclude<Expr, number>, map: (part: Expr) => Expr): Expr {
  const two = ([a, b]: readonly [Expr, Expr]): readonly [Expr, Expr] => [map(a), map(b)];
  if ('add' in expr) return { add: expr.add.map(map) };
  if ('subtract' in expr) return { subtract: two(expr.subtract) };
  if ('multiply' in expr) return { multiply: expr.multiply.map(map) };
  if ('min' in expr) return { min: expr.min.map(map) };
  if ('max' in expr) return { max: expr.max.map(map) };
  if ('atMost' in expr) return { atMost: two(expr.atMost) };
  if ('less' in expr) return { less: two(expr.less) };
  if ('equal' in expr) return { equal: two(expr.equal) };
  if ('all' in expr) return { all: expr.all.map(map) };
  if ('any' in expr) return { any: expr.any.map(map) };
  if ('not' in expr) return { not: map(expr.not) };
  if ('isMissing' in expr) return { isMissing: map(expr.isMissing) };
  if ('byCode' in expr) {
    const cases = Object.fromEntries(Object.entries(expr.cases).map(([code, value]) => [code, map(value)]));
    return { byCode: expr.byCode, cases, otherwise: map(expr.otherwise) };
  }
  if ('when' in expr) return { when: expr.when.map(two), otherwise: map(expr.otherwise) };
  if ('days' in expr) return { days: two(expr.days) };
  if ('sharedDays' in expr) {
    const [a, b, c, d] = expr.sharedDays;
    return { sharedDays: [map(a), map(b), map(c), map(d)] };
  }
  if ('daysInMonth' in expr) return { daysInMonth: two(expr.daysInMonth), month: expr.month };
  if ('addMonths' in expr) return { addMonths: [map(expr.addMonths[0]), expr.addMonths[1]] };
  if ('dayInYearOf' in expr) {
    const [day, month, dayOfMonth] = expr.dayInYearOf;
    return { dayInYearOf: [map(day), month, dayOfMonth] };
  }
  if ('yearOf' in expr) return { yearOf: map(expr.yearOf) };
  if ('halfYearOf' in expr) return { halfYearOf: map(expr.halfYearOf) };
  return expr;
}

/** Positions of codes in a closed list. A dictionary's codes are known only with the facts. */
export function codePositions(column: string, codes: readonly string[]): readonly number[] {
  const list = factColumn(ownerName(column).name)?.codes;
  if (list === undefined) throw new DefinitionError(column, 'a column without closed codes', 'a code column');
  return codes.map((code) => {
    const position = list.indexOf(code);
    if (position < 0) throw new DefinitionError(column, `code ${code}`, `one of ${list.join(', ')}`);
    return position;
  });
}

const truth = (value: boolean): number => (value ? 1 : 0);
/** What is missing is not true. */
export function isTrue(value: number): boolean {
  return value !== 0 && value !== NO_DAY;
}

/**
 * The value of an expression for one row, straight from what the words mean: it works out constants and tables over closed
 * codes, and is what the kernels are tested against. Never used row by row in a run.
 */
export function evaluate(expr: Expr, read: (leaf: Leaf) => number): number {
  const value = (part: Expr): number => evaluate(part, read);
  const known = (parts: readonly Expr[], of: (values: number[]) => number): number => {
    const values = parts.map(value);
    return values.includes(NO_DAY) ? NO_DAY : of(values);
  };
  const compared = ([a, b]: readonly [Expr, Expr], of: (a: number, b: number) => boolean): number => {
    const [x, y] = [value(a), value(b)];
    return truth(x !== NO_DAY && y !== NO_DAY && of(x, y));
  };
  const counted = (parts: readonly Expr[], of: (...values: number[]) => number): number => {
    const values = parts.map(value);
    return values.includes(NO_DAY) ? 0 : of(...values);
  };
  if (typeof expr === 'number') return expr;
  if ('day' in expr) return dayFromIso(expr.day);
  if ('column' in expr) return read(expr.column);
  if ('param' in expr) return read(paramLeaf(expr.param));
  if ('add' in expr) return known(expr.add, (values) => values.reduce((sum, x) => sum + x, 0));
  if ('subtract' in expr) return known(expr.subtract, ([a, b]) => (a ?? 0) - (b ?? 0));
  if ('multiply' in expr) return known(expr.multiply, (values) => values.reduce((product, x) => product * x, 1));
  if ('min' in expr) return known(expr.min, (values) => Math.min(...values));
  if ('max' in expr) return known(expr.max, (values) => Math.max(...values));
  if ('atMost' in expr) return compared(expr.atMost, (a, b) => a <= b);
  if ('less' in expr) return compared(expr.less, (a, b) => a < b);
  if ('equal' in expr) return compared(expr.equal, (a, b) => a === b);
  if ('all' in expr) return truth(expr.all.every((part) => isTrue(value(part))));
  if ('any' in expr) return truth(expr.any.some((part) => isTrue(value(part))));
  if ('not' in expr) return truth(!isTrue(value(expr.not)));
  if ('isMissing' in expr) return truth(value(expr.isMissing) === NO_DAY);
  if ('in' in expr) return truth(codePositions(expr.in, expr.codes).includes(read(expr.in)));
  if ('byCode' in expr) {
    const at = read(expr.byCode);
    const found = Object.entries(expr.cases).find(([code]) => codePositions(expr.byCode, [code])[0] === at);
    return value(found?.[1] ?? expr.otherwise);
  }
  if ('when' in expr) return value(expr.when.find(([condition]) => isTrue(value(condition)))?.[1] ?? expr.otherwise);
  if ('days' in expr) return counted(expr.days, (a, b) => Math.max(0, b - a + 1));
  if ('sharedDays' in expr)
    return counted(expr.sharedDays, (a, b, c, d) => Math.max(0, Math.min(b, d) - Math.max(a, c) + 1));
  if ('daysInMonth' in expr) return counted(expr.daysInMonth, (a, b) => daysInMonthBetween(a, b, expr.month));
  if ('addMonths' in expr) return known([expr.addMonths[0]], ([day]) => addMonths(day ?? NO_DAY, expr.addMonths[1]));
  if ('dayInYearOf' in expr) {
    const [inYear, month, dayOfMonth] = expr.dayInYearOf;
    return known([inYear], ([day]) => dayInYearOf(day ?? NO_DAY, month, dayOfMonth));
  }
  // A classification is not part of the definition: its classes are known in a run only.
  if ('classify' in expr) return NO_DAY;
  if ('yearOf' in expr) return known([expr.yearOf], ([day]) => yearOf(day ?? NO_DAY));
  return known([expr.halfYearOf], ([day]) => halfYearOf(day ?? NO_DAY));
}
