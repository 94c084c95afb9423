import { dayFromIso, halfYearOf } from '../days/calendar.js';
import type { Day, IsoDate } from '../days/day.js';
import type { Classification } from '../definitions/classification.js';
import type { Definition, DimensionId, DimensionRule, RootRelation, Rule } from '../definitions/definition.js';
import { lastDayOfHalfYear, lastMonthEndBefore } from '../engine/maturity.js';
import {
  checkOptions,
  dimensionOf,
  onlyEntries,
  parametersOf,
  stepsWith,
  usedClassifications,
} from '../engine/options.js';
import { periodOf, ruleOn, type Window, windowsOf } from '../engine/windows.js';
import { type ClassRelations, classRelations } from './classes.js';
import { type Dialect, type DialectName, dialects } from './dialect.js';
import { bindInteger, newParameters, type Parameters } from './expression.js';
import { type WindowRelation, windowRelation } from './windows.js';

/** The same words as those of `calculate`; a total is a request without the cut. */
export interface SqlRequest {
  readonly dialect: DialectName;
  readonly by: readonly DimensionId[];
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly asOf: IsoDate;
  /** A rule by name; otherwise each window is computed by the rule in force on its first day. */
  readonly rule?: string;
  /** Members to keep, by dimension. */
  readonly only?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** Values for the definition's own parameters, by name without `own.`; its standard where absent. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Lists that put codes into classes, for definitions and dimensions that ask for them. */
  readonly classifications?: readonly Classification[];
}

export interface RuleOfRun {
  readonly rule: Rule;
  /** Position in the definition, for errors. */
  readonly index: number;
  readonly windows: readonly Window[];
}

/** A request with its dates read and its rules chosen. */
export interface Run {
  readonly over: RootRelation;
  readonly by: readonly DimensionRule[];
  readonly only: readonly { readonly dimension: DimensionRule; readonly members: readonly string[] }[];
  readonly rules: readonly RuleOfRun[];
  readonly dialect: Dialect;
  readonly parameters: Parameters;
  readonly classes: ClassRelations;
  readonly windows: WindowRelation;
  /** Last day of the half-year that decides which checkpoints exist; `undefined` where each row's own does. */
  cohortEnd(): string | undefined;
  /** SQL of a parameter that is the same for the whole run. */
  param(param: string): string | undefined;
}

/**
 * @throws CalculateOptionsError where the request asks for what the definition does not have
 * @throws InvalidDateError where a day of the request is none
 */
export function runOf(definition: Definition, request: SqlRequest): Run {
  checkOptions(definition, request);
  const dialect = dialects[request.dialect];
  const parameters = newParameters();
  const { from, to } = periodOf(request.period);
  const asOf = dayFromIso(request.asOf);
  const own = Object.entries(parametersOf(definition, request)).map(([id, value]) => [`own.${id}`, value] as const);
  const days = { from, to, asOf, lastMonthEnd: lastMonthEndBefore(asOf) };
  const values = new Map<string, Day>([...Object.entries(days), ...own]);
  const integer = (value: number): string => bindInteger({ dialect, parameters }, value);
  const run = {
    over: definition.over ?? 'right',
    by: request.by.map((id) => dimensionOf(definition, id, 'by')),
    only: onlyEntries(request.only ?? {}).map(([id, members]) => ({
      dimension: dimensionOf(definition, id, `only.${id}`),
      members,
    })),
    rules: rulesOfRun(definition, request),
    dialect,
    parameters,
    classes: classRelations(classificationsOf(definition, request), dialect, parameters),
    // bound only where it is asked for: a statement must use every value that is bound
    cohortEnd: (): string | undefined =>
      request.by.includes('cohort') ? undefined : integer(lastDayOfHalfYear(youngestOf(request))),
    param(param: string): string | undefined {
      const value = values.get(param);
      return value === undefined ? undefined : integer(value);
    },
  };
  return { ...run, windows: windowRelation(run) };
}

/** The classifications that the definition and the cuts of the request ask for, by id. */
export function classificationsOf(definition: Definition, request: SqlRequest): readonly Classification[] {
  return usedClassifications(definition, dimensionsOf(request), request.classifications ?? []);
}

/** The dimensions of the cells and of `only`. */
export function dimensionsOf({ by, only = {} }: SqlRequest): ReadonlySet<DimensionId> {
  return new Set<DimensionId>([...by, ...onlyEntries(only).map(([id]) => id)]);
}

/** Rules of the windows in the order of the windows; without windows the rule of the period's first day. */
export function rulesOfRun(definition: Definition, request: SqlRequest): readonly RuleOfRun[] {
  const period = periodOf(request.period);
  const windows = windowsOf(definition, period, dimensionsOf(request), request.rule);
  const first = ruleOn(definition, period.from, request.rule);
  const isSliced = first.steps.some((step) => 'slice' in step);
  const rules = isSliced ? [...new Set(windows.map(({ rule }) => rule))] : [first];
  const stepsOf = stepsWith(definition, dimensionsOf(request));
  return rules.map((rule) => ({
    rule: { ...rule, steps: stepsOf(rule.steps) },
    index: definition.rules.indexOf(rule),
    windows: windows.filter((window) => window.rule === rule),
  }));
}

/** Half-years that the period touches, or of those the ones that `only` names: the youngest. */
function youngestOf({ period, only }: SqlRequest): number {
  const [first, last] = [halfYearOf(dayFromIso(period.from)), halfYearOf(dayFromIso(period.to))];
  for (let halfYear = last; halfYear >= first; halfYear--) {
    const id = `${String(Math.floor(halfYear / 2))}-H${halfYear % 2 === 0 ? '1' : '2'}`;
    if (only?.cohort === undefined || only.cohort.includes(id)) return halfYear;
  }
  return last;
}
