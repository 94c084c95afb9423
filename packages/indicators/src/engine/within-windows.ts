import type { Expr, Rule } from '../definitions/definition.js';
import { NO_DAY, type Day } from '../days/day.js';
import { factColumn } from './columns.js';
import { evaluate, fold, leavesOf, withParts, type RunValues } from './expression.js';

/** The days of a rule's windows: those of its rows lie between them. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/**
 * A rule whose amount of person-days leaves out what cannot be in its windows: in 2026 the later of a row's first day and
 * 1 July 2023 is that first day, and no day lies before 2026.
 */
export function ruleWithin(rule: Rule, span: Span, values: RunValues): Rule {
  const { measure, steps } = rule;
  if (measure.kind !== 'personDays' || !steps.some((step) => 'slice' in step)) return rule;
  return { ...rule, measure: { ...measure, amount: withinSpan(fold(measure.amount, values), span) } };
}

/** The same expression for rows of the span, with what is constant there worked out. */
export function withinSpan(expr: Expr, span: Span): Expr {
  if (typeof expr === 'number') return expr;
  const inner = withParts(expr, (part) => withinSpan(part, span));
  if (typeof inner === 'number' || leavesOf(inner).size === 0) return evaluate(inner, () => NO_DAY);
  if ('max' in inner) return chosen(inner.max, span, (a, b) => a.low >= b.high) ?? inner;
  if ('min' in inner) return chosen(inner.min, span, (a, b) => a.high <= b.low) ?? inner;
  if ('days' in inner) return isEmpty(inner.days, span) ? 0 : inner;
  if ('daysInMonth' in inner) return isEmpty(inner.daysInMonth, span) ? 0 : inner;
  if ('multiply' in inner) return inner.multiply.includes(0) && inner.multiply.every(isThere) ? 0 : inner;
  if ('byCode' in inner) {
    const { otherwise } = inner;
    return typeof otherwise === 'number' && Object.values(inner.cases).every((one) => one === otherwise)
      ? otherwise
      : inner;
  }
  return inner;
}

/** The smallest and the largest number that an expression can give. */
interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf(expr: Expr, { from, to }: Span): Range | undefined {
  if (typeof expr === 'number') return expr === NO_DAY ? undefined : { low: expr, high: expr };
  if ('column' in expr && (expr.column === 'row.start' || expr.column === 'row.end')) return { low: from, high: to };
  return undefined;
}

/** The one of two parts that is taken whatever the row. */
function chosen(parts: readonly Expr[], span: Span, wins: (a: Range, b: Range) => boolean): Expr | undefined {
  const [a, b] = parts;
  if (a === undefined || b === undefined || parts.length > 2) return undefined;
  const [first, second] = [rangeOf(a, span), rangeOf(b, span)];
  if (first === undefined || second === undefined) return undefined;
  if (wins(first, second)) return a;
  return wins(second, first) ? b : undefined;
}

/** Whether an interval ends before it begins, whatever the row. */
function isEmpty([first, last]: readonly [Expr, Expr], span: Span): boolean {
  const [begins, ends] = [rangeOf(first, span), rangeOf(last, span)];
  return begins !== undefined && ends !== undefined && ends.high < begins.low;
}

/** Whether an expression is never missing: a number, or a column that has none missing. */
function isThere(expr: Expr): boolean {
  if (typeof expr === 'number') return expr !== NO_DAY;
  if (!('column' in expr)) return false;
  const column = factColumn(expr.column);
  return column !== undefined && column.missing === undefined;
}
