import { dayFromIso, dayFromYmd, daysInMonth, endOfMonth, isoFromDay, ymdFromDay } from '../days/calendar.js';
import type { Day, IsoDate } from '../days/day.js';
import type { Definition, DimensionId, DimensionRule, Param, Rule } from '../definitions/definition.js';
import { type Dialect, type DialectName, dialects } from './dialect.js';
import { NotExpressibleInSqlError } from './errors.js';
import { bindInteger, type Parameters } from './expression.js';

export interface SqlRequest {
  readonly dialect: DialectName;
  readonly by: readonly DimensionId[];
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly asOf: IsoDate;
  /** A rule by name; otherwise each window is computed by the rule in force on its first day. */
  readonly rule?: string;
  /** Members to keep, by dimension. */
  readonly only?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
}

/** A calendar year or month, cut to the period. */
export interface Window {
  readonly id: string;
  readonly start: Day;
  readonly end: Day;
}

export interface RuleOfRun {
  readonly rule: Rule;
  /** Position in the definition, for errors. */
  readonly index: number;
  readonly windows: readonly Window[];
}

/** A request with its dates read and its rules chosen. */
export interface Run {
  readonly definition: Definition;
  readonly by: readonly DimensionRule[];
  readonly only: readonly { readonly dimension: DimensionRule; readonly members: readonly string[] }[];
  readonly rules: readonly RuleOfRun[];
  readonly dialect: Dialect;
  readonly parameters: Parameters;
  /** Last day of the half-year that decides which checkpoints exist; absent where each row's own does. */
  cohortEnd(): string | undefined;
  param(param: Param): string | undefined;
}

/** @throws {NotExpressibleInSqlError} where the definition has no such rule or dimension */
export function runOf(definition: Definition, request: SqlRequest): Run {
  const dialect = dialects[request.dialect];
  const parameters: Parameters = { values: [] };
  const from = dayFromIso(request.period.from);
  const to = dayFromIso(request.period.to);
  const asOf = dayFromIso(request.asOf);
  const { year, month } = ymdFromDay(asOf);
  const days: Partial<Record<Param, Day>> = { from, to, asOf, lastMonthEnd: dayFromYmd(year, month, 1) - 1 };
  const integer = (value: number): string => bindInteger({ dialect, parameters }, value);
  const only = Object.entries(request.only ?? {}).map(([id, members]) => ({
    dimension: dimensionOf(definition, id, 'only', dialect),
    members,
  }));
  const cohorts = request.only?.cohort ?? [];
  const end = cohorts.length > 0 ? endOfCohort([...cohorts].sort().at(-1) ?? '', dialect) : endOfHalfYear(to);
  return {
    definition,
    by: request.by.map((id) => dimensionOf(definition, id, 'by', dialect)),
    only,
    rules: rulesOf(definition, request, from, to, dialect),
    dialect,
    parameters,
    // bound only where it is asked for: a statement must use every value that is bound
    cohortEnd: () => (request.by.includes('cohort') ? undefined : integer(end)),
    param(param) {
      const day = days[param];
      return day === undefined ? undefined : integer(day);
    },
  };
}

function dimensionOf(definition: Definition, id: string, path: string, dialect: Dialect): DimensionRule {
  const found = definition.dimensions.find((dimension) => dimension.id === id);
  if (found !== undefined) return found;
  const known = definition.dimensions.map((dimension) => dimension.id).join(', ');
  throw new NotExpressibleInSqlError(dialect.name, path, `dimension ${JSON.stringify(id)}`, `one of ${known}`);
}

function rulesOf(
  definition: Definition,
  request: SqlRequest,
  from: Day,
  to: Day,
  dialect: Dialect,
): readonly RuleOfRun[] {
  const rules = definition.rules.map((rule, index) => ({ rule, index }));
  if (request.rule !== undefined) {
    const named = rules.filter(({ rule }) => rule.id === request.rule);
    if (named.length === 0) {
      const known = rules.map(({ rule }) => rule.id).join(', ');
      throw new NotExpressibleInSqlError(
        dialect.name,
        'rule',
        `rule ${JSON.stringify(request.rule)}`,
        `one of ${known}`,
      );
    }
    return named.map((one) => ({ ...one, windows: windowsOf(request, from, to) }));
  }
  const chosen = rules
    .map((one) => ({
      ...one,
      windows: windowsOf(request, from, to).filter((window) => inForce(one.rule, isoFromDay(window.start))),
    }))
    .filter(({ rule, windows }) => (isSliced(rule) ? windows.length > 0 : inForce(rule, request.period.from)));
  if (chosen.length > 0) return chosen;
  throw new NotExpressibleInSqlError(dialect.name, 'period', request.period.from, 'a day on which a rule is in force');
}

function isSliced({ steps }: Rule): boolean {
  return steps.some((step) => 'slice' in step);
}

function inForce({ inForce: { from, to } }: Rule, day: IsoDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** Calendar months where `by` has `month`, else calendar years, the first and last cut to the period. */
function windowsOf(request: SqlRequest, from: Day, to: Day): readonly Window[] {
  const byMonth = request.by.includes('month') || request.only?.month !== undefined;
  const windows: Window[] = [];
  for (let start = from; start <= to;) {
    const { year } = ymdFromDay(start);
    const end = Math.min(to, byMonth ? endOfMonth(start) : dayFromYmd(year, 12, 31));
    windows.push({ id: isoFromDay(start).slice(0, byMonth ? 7 : 4), start, end });
    start = end + 1;
  }
  return windows;
}

function endOfHalfYear(day: Day): Day {
  const { year, month } = ymdFromDay(day);
  const last = month > 6 ? 12 : 6;
  return dayFromYmd(year, last, daysInMonth(year, last));
}

function endOfCohort(id: string, dialect: Dialect): Day {
  const [, year, half] = /^(\d{4})-H([12])$/.exec(id) ?? [];
  if (year !== undefined) return dayFromIso(`${year}-${half === '1' ? '06-30' : '12-31'}`);
  throw new NotExpressibleInSqlError(dialect.name, 'only.cohort', JSON.stringify(id), 'a half-year such as 2023-H2');
}
