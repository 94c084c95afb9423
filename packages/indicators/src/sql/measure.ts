import type { Expr, Measure } from '../definitions/definition.js';
import { refuse, type Scope, valueSql } from './expression.js';

/** A column of a rule's last rows, beside their members and persons. */
export interface RowColumn {
  readonly name: string;
  readonly sql: string;
}

/** What a cell is of its rows `r`. */
export interface CellColumns {
  readonly n: string;
  readonly amounts: readonly string[];
}

const amountOfRow = (at: number): string => `row_amount_${String(at + 1)}`;
const PERSONS = 'row_persons';
/** Of a measure of distinct codes. */
export const CODE = 'code';

/** Every rule of a definition has the same columns. @throws {NotExpressibleInSqlError} where a column of codes has none */
export function rowColumns(measure: Measure, scope: Scope): readonly RowColumn[] {
  const value = (expr: Expr): string => valueSql(expr, scope);
  const amounts = (...all: readonly string[]): readonly RowColumn[] =>
    all.map((sql, at) => ({ name: amountOfRow(at), sql }));
  const persons = ({ persons: of }: { readonly persons?: Expr }): readonly RowColumn[] =>
    of === undefined ? [] : [{ name: PERSONS, sql: value(of) }];
  switch (measure.kind) {
    case 'count':
      return [...amounts('1'), ...persons(measure)];
    case 'sum':
      return [...amounts(value(measure.amount)), ...persons(measure)];
    case 'personDays':
      return amounts(value(measure.amount));
    case 'share':
      return [...amounts(value(measure.whole), value(measure.part)), ...persons(measure)];
    case 'mean': {
      const { of, weight = 1 } = measure;
      const counted = (sql: string): string => `CASE WHEN ${value(of)} IS NOT NULL THEN ${sql} END`;
      const sums = [{ multiply: [weight, of] }, { multiply: [weight, of, of] }].map(value);
      const standFor = persons(measure).map(({ name, sql }) => ({ name, sql: counted(sql) }));
      return [...amounts(counted(value(weight)), ...sums), ...standFor];
    }
    case 'distribution':
      return amounts(value(measure.of));
    case 'timeToEvent':
      return amounts(placeSql(measure, scope));
    case 'distinct': {
      const column = scope.column(measure.of);
      if (column?.of?.kind === 'dictionary') return [{ name: CODE, sql: column.sql }];
      throw refuse(scope, `distinct codes of ${measure.of}`, 'a dictionary column in scope');
    }
  }
}

type TimeToEvent = Extract<Measure, { kind: 'timeToEvent' }>;

/** Where a row counts among the amounts, from 0; −1 where its cause is none of the measure's, NULL where it does not count. */
function placeSql({ from, to, cause, causes, upToMonths }: TimeToEvent, scope: Scope): string {
  const { dialect } = scope;
  const [a, b, why] = [valueSql(from, scope), valueSql(to, scope), valueSql(cause, scope)];
  const width = causes.length + 1;
  const between = `(${dialect.yearOf(b)} - ${dialect.yearOf(a)}) * 12 + ${dialect.monthOf(b)} - ${dialect.monthOf(a)}`;
  const months = `(${between} - CASE WHEN ${dialect.addMonths(a, `(${between})`)} <= ${b} THEN 0 ELSE 1 END)`;
  const codes = [0, ...causes.map(({ code }) => code)].map((code) => String(Math.trunc(code)));
  const numbers = codes.map((code, number) => `WHEN ${code} THEN ${String(number)}`).join(' ');
  return `CASE WHEN ${a} <= ${b} THEN
      CASE WHEN COALESCE(${why}, 0) NOT IN (${codes.join(', ')}) THEN -1
        WHEN ${months} > ${String(upToMonths)} THEN ${String(upToMonths * width)}
        ELSE ${months} * ${String(width)} + CASE COALESCE(${why}, 0) ${numbers} END END END`;
}

/** How the cells are made of rows. A row whose code is in no category counts in `n` alone, by which it is found. */
export function cellColumns(measure: Measure, identifier: (name: string) => string): CellColumns {
  const column = (name: string): string => `r.${identifier(name)}`;
  const first = column(amountOfRow(0));
  const person = column('person');
  switch (measure.kind) {
    case 'distribution':
      return { n: 'COUNT(*)', amounts: measure.categories.map(({ code }) => countOf(first, Math.trunc(code))) };
    case 'timeToEvent':
      return {
        n: `COUNT(${first})`,
        amounts: Array.from({ length: amountCount(measure) }, (_, place) => countOf(first, place)),
      };
    case 'distinct':
      return { n: `COUNT(DISTINCT ${person}) FILTER (WHERE ${column(CODE)} IS NOT NULL)`, amounts: [] };
    default: {
      const standsFor = 'persons' in measure && measure.persons !== undefined;
      const n = standsFor
        ? `COALESCE(SUM(GREATEST(${column(PERSONS)}, 0)), 0)`
        : `COUNT(DISTINCT ${person}) FILTER (WHERE ${first} > 0)`;
      const sums = Array.from(
        { length: amountCount(measure) },
        (_, at) => `COALESCE(SUM(${column(amountOfRow(at))}), 0)`,
      );
      return { n, amounts: sums };
    }
  }
}

function countOf(column: string, value: number): string {
  return `COUNT(*) FILTER (WHERE ${column} = ${String(value)})`;
}

/** How many amounts a cell has. */
export function amountCount(measure: Measure): number {
  switch (measure.kind) {
    case 'distribution':
      return measure.categories.length;
    case 'timeToEvent':
      return (measure.upToMonths + 1) * (measure.causes.length + 1);
    case 'mean':
      return 3;
    case 'share':
      return 2;
    case 'distinct':
      return 0;
    default:
      return 1;
  }
}
