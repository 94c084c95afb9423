import { parseDay } from '../days/calendar.js';
import type { ColumnName, Expr, Param } from '../definitions/definition.js';
import type { Dialect } from './dialect.js';
import { NotExpressibleInSqlError } from './errors.js';
import type { Column } from './tables.js';

/** Collects what is bound, so that nothing that somebody wrote stands in the text. The same value is bound once. */
export interface Parameters {
  readonly values: (string | number)[];
  readonly positions: Map<string | number, number>;
}

export function newParameters(): Parameters {
  return { values: [], positions: new Map() };
}

/** A column in scope, as SQL, with what is known of it. */
export interface ScopedColumn {
  readonly sql: string;
  readonly nullable: boolean;
  /** Which table column it is, where it is one: code columns know their codes. */
  readonly of?: Column;
}

export interface Scope {
  readonly dialect: Dialect;
  readonly parameters: Parameters;
  /** Where in the definition this stands, for errors. */
  readonly path: string;
  column(name: ColumnName): ScopedColumn | undefined;
  /** The number of the class, from 1, that a classification of the run puts the column's code in; NULL where in none. */
  classOf(name: ColumnName, by: string): string;
  /** SQL of what the run supplies, where it exists here. */
  param(param: Param): string | undefined;
}

export function bindInteger({ dialect, parameters }: Pick<Scope, 'dialect' | 'parameters'>, value: number): string {
  return dialect.integerParameter(positionOf(parameters, value));
}

export function bindText({ dialect, parameters }: Pick<Scope, 'dialect' | 'parameters'>, value: string): string {
  return dialect.parameter(positionOf(parameters, value));
}

function positionOf({ values, positions }: Parameters, value: string | number): number {
  const known = positions.get(value) ?? values.push(value);
  positions.set(value, known);
  return known;
}

/** The expression as a number. A truth is 1 or 0, a missing day is NULL. */
export function valueSql(expr: Expr, scope: Scope): string {
  const { dialect } = scope;
  const value = (inner: Expr): string => valueSql(inner, scope);
  if (typeof expr === 'number') return integer(expr, scope);
  if ('day' in expr) return integer(dayNumber(expr.day, scope), scope);
  if ('column' in expr) return columnOf(expr.column, scope).sql;
  if ('param' in expr) return paramSql(expr.param, scope);
  if ('add' in expr) return `(${expr.add.map(value).join(' + ')})`;
  if ('subtract' in expr) return `(${value(expr.subtract[0])} - ${value(expr.subtract[1])})`;
  if ('multiply' in expr) {
    const [first = '1', ...others] = expr.multiply.map(value);
    return `(${[dialect.wide(first), ...others].join(' * ')})`;
  }
  if ('min' in expr) return extreme('LEAST', expr.min, scope);
  if ('max' in expr) return extreme('GREATEST', expr.max, scope);
  if ('byCode' in expr) return byCode(expr, scope);
  if ('when' in expr) {
    const cases = expr.when.map(([condition, then]) => `WHEN ${conditionSql(condition, scope)} THEN ${value(then)}`);
    return `CASE\n      ${cases.join('\n      ')}\n      ELSE ${value(expr.otherwise)} END`;
  }
  if ('days' in expr) return `GREATEST(0, ${value(expr.days[1])} - ${value(expr.days[0])} + 1)`;
  if ('sharedDays' in expr) {
    const [a, b, c, d] = expr.sharedDays;
    return `GREATEST(0, ${extreme('LEAST', [b, d], scope)} - ${extreme('GREATEST', [a, c], scope)} + 1)`;
  }
  if ('daysInMonth' in expr) return daysInMonth(expr.daysInMonth, expr.month, scope);
  if ('addMonths' in expr) return dialect.addMonths(value(expr.addMonths[0]), integer(expr.addMonths[1], scope));
  if ('dayInYearOf' in expr) return dayInYear(expr.dayInYearOf, scope);
  if ('yearOf' in expr) return dialect.yearOf(value(expr.yearOf));
  if ('classify' in expr) return scope.classOf(expr.classify, expr.by);
  if ('halfYearOf' in expr) {
    const day = value(expr.halfYearOf);
    return `(${dialect.yearOf(day)} * 2 + CASE WHEN ${dialect.monthOf(day)} > 6 THEN 1 ELSE 0 END)`;
  }
  return `CASE WHEN ${conditionSql(expr, scope)} THEN 1 ELSE 0 END`;
}

/** The expression as a condition. It may be NULL, which everywhere it is asked means no. */
export function conditionSql(expr: Expr, scope: Scope): string {
  const condition = (inner: Expr): string => conditionSql(inner, scope);
  const value = (inner: Expr): string => valueSql(inner, scope);
  if (typeof expr === 'object') {
    if ('atMost' in expr) return `${value(expr.atMost[0])} <= ${value(expr.atMost[1])}`;
    if ('less' in expr) return `${value(expr.less[0])} < ${value(expr.less[1])}`;
    if ('equal' in expr) return `${value(expr.equal[0])} = ${value(expr.equal[1])}`;
    if ('all' in expr) return expr.all.length === 0 ? 'TRUE' : `(${expr.all.map(condition).join(' AND ')})`;
    if ('any' in expr) return expr.any.length === 0 ? 'FALSE' : `(${expr.any.map(condition).join(' OR ')})`;
    if ('not' in expr) return `((${condition(expr.not)}) IS NOT TRUE)`;
    if ('isMissing' in expr) return `${value(expr.isMissing)} IS NULL`;
    if ('in' in expr) return codeIn(expr.in, expr.codes, scope);
  }
  return `${value(expr)} <> 0`;
}

/** Whether the expression can be NULL: only then must a least value be asked about it. */
export function canBeMissing(expr: Expr, scope: Scope): boolean {
  const any = (inner: readonly Expr[]): boolean => inner.some((one) => canBeMissing(one, scope));
  if (typeof expr === 'number') return false;
  if ('column' in expr) return columnOf(expr.column, scope).nullable;
  if ('add' in expr) return any(expr.add);
  if ('subtract' in expr) return any(expr.subtract);
  if ('multiply' in expr) return any(expr.multiply);
  if ('min' in expr) return any(expr.min);
  if ('max' in expr) return any(expr.max);
  if ('byCode' in expr) return any([...Object.values(expr.cases), expr.otherwise]);
  if ('when' in expr) return any([...expr.when.map(([, then]) => then), expr.otherwise]);
  if ('addMonths' in expr) return any([expr.addMonths[0]]);
  if ('dayInYearOf' in expr) return any([expr.dayInYearOf[0]]);
  if ('yearOf' in expr) return any([expr.yearOf]);
  if ('halfYearOf' in expr) return any([expr.halfYearOf]);
  return 'classify' in expr;
}

/** The codes of a column as SQL: names of a closed list stand in the text, keys of a dictionary are bound. */
export function codeSql(column: ScopedColumn, name: ColumnName, code: string, scope: Scope): string {
  const of = column.of;
  if (of?.kind === 'closed' || of?.kind === 'numbered') {
    if (of.codes.includes(code)) return of.kind === 'closed' ? `'${code}'` : code;
    throw refuse(scope, `code ${JSON.stringify(code)} of ${name}`, `one of ${of.codes.join(', ')}`);
  }
  if (of?.kind === 'dictionary') return bindText(scope, code);
  throw refuse(scope, `code ${JSON.stringify(code)} of ${name}`, 'a column of codes');
}

function codeIn(name: ColumnName, codes: readonly string[], scope: Scope): string {
  const column = columnOf(name, scope);
  if (codes.length === 0) return 'FALSE';
  return `${column.sql} IN (${codes.map((code) => codeSql(column, name, code, scope)).join(', ')})`;
}

function byCode(expr: Extract<Expr, { readonly byCode: ColumnName }>, scope: Scope): string {
  const column = columnOf(expr.byCode, scope);
  const cases = Object.entries(expr.cases).map(
    ([code, then]) => `WHEN ${column.sql} = ${codeSql(column, expr.byCode, code, scope)} THEN ${valueSql(then, scope)}`,
  );
  const otherwise = valueSql(expr.otherwise, scope);
  return cases.length === 0 ? otherwise : `CASE\n      ${cases.join('\n      ')}\n      ELSE ${otherwise} END`;
}

// With something missing the result is missing, but LEAST and GREATEST pass over NULL.
function extreme(pick: 'LEAST' | 'GREATEST', operands: readonly Expr[], scope: Scope): string {
  const values = operands.map((operand) => valueSql(operand, scope));
  const missing = values.filter((_, i) => canBeMissing(operands[i] ?? 0, scope)).map((value) => `${value} IS NULL`);
  const picked = `${pick}(${values.join(', ')})`;
  return missing.length === 0 ? picked : `CASE WHEN ${missing.join(' OR ')} THEN NULL ELSE ${picked} END`;
}

// Days of that month up to a day, for the last day and for the eve of the first: the difference is what lies between.
function daysInMonth([first, last]: readonly [Expr, Expr], month: number, scope: Scope): string {
  checkBetween(month, 'month', 12, scope);
  const a = valueSql(first, scope);
  const b = valueSql(last, scope);
  const between = `${monthDaysUpTo(b, month, scope)} - ${monthDaysUpTo(`(${a} - 1)`, month, scope)}`;
  return `CASE WHEN ${a} <= ${b} THEN ${between} ELSE 0 END`;
}

function dayInYear([day, month, dayOfMonth]: readonly [Expr, number, number], scope: Scope): string {
  checkBetween(month, 'month', 12, scope);
  checkBetween(dayOfMonth, 'day of a month', 31, scope);
  return scope.dialect.dayInYear(valueSql(day, scope), month, dayOfMonth);
}

function checkBetween(value: number, what: string, most: number, scope: Scope): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw refuse(scope, `${what} ${String(value)}`, `1–${String(most)}`);
}

function monthDaysUpTo(day: string, month: number, { dialect }: Scope): string {
  const year = dialect.yearOf(day);
  const ofThisYear = `CASE WHEN ${dialect.monthOf(day)} = ${String(month)} THEN ${dialect.dayOfMonthOf(day)} ELSE 0 END`;
  const passed = `CASE WHEN ${dialect.monthOf(day)} > ${String(month)} THEN ${year} ELSE ${year} - 1 END`;
  if (month !== 2) return `((${passed}) * ${[4, 6, 9, 11].includes(month) ? '30' : '31'} + ${ofThisYear})`;
  const nth = (years: number): string => dialect.wholeDivision(`(${passed})`, years);
  return `((${passed}) * 28 + ${nth(4)} - ${nth(100)} + ${nth(400)} + ${ofThisYear})`;
}

function columnOf(name: ColumnName, scope: Scope): ScopedColumn {
  const column = scope.column(name);
  if (column === undefined) throw refuse(scope, `column ${JSON.stringify(name)}`, 'a column in scope');
  return column;
}

function paramSql(param: Param, scope: Scope): string {
  const sql = scope.param(param);
  if (sql === undefined)
    throw refuse(scope, `parameter ${JSON.stringify(param)}`, 'a parameter that exists at this step');
  return sql;
}

function dayNumber(text: string, scope: Scope): number {
  const day = parseDay(text);
  if (day === undefined)
    throw refuse(scope, `day ${JSON.stringify(text)}`, 'a day of the calendar, such as 2023-07-01');
  return day;
}

function integer(value: number, scope: Scope): string {
  return String(wholeNumber(value, scope));
}

function wholeNumber(value: number, scope: Scope): number {
  if (!Number.isSafeInteger(value)) throw refuse(scope, `number ${String(value)}`, 'a whole number');
  return value;
}

export function refuse(scope: Pick<Scope, 'dialect' | 'path'>, found: string, expected: string): Error {
  return new NotExpressibleInSqlError(scope.dialect.name, scope.path, found, expected);
}
