import type { Definition, DimensionId, Rule } from '../definitions/definition.js';
import { dayFromIso, dayFromYmd, endOfMonth, isoFromDay, ymdFromDay } from '../days/calendar.js';
import type { Day, IsoDate } from '../days/day.js';
import { CalculateOptionsError } from './errors.js';

export interface Window {
  readonly start: Day;
  readonly end: Day;
  /** `2023` */
  readonly year: string;
  /** `2023-H1`; only where windows are half-years or months. */
  readonly halfYear: string;
  /** `2023-05`; only where windows are months. */
  readonly month: string;
  readonly rule: Rule;
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const LONGEST_PERIOD_YEARS = 150;

/** @throws CalculateOptionsError (or InvalidDateError) where the period is none */
export function periodOf(period: { readonly from: IsoDate; readonly to: IsoDate }): Period {
  const from = dayFromIso(period.from);
  const to = dayFromIso(period.to);
  if (to < from) {
    throw new CalculateOptionsError(
      'period-order',
      'period',
      `${period.from}–${period.to}`,
      'a last day that is not before the first',
    );
  }
  if (to - from > LONGEST_PERIOD_YEARS * 366) {
    throw new CalculateOptionsError(
      'period-too-long',
      'period',
      `${period.from}–${period.to}`,
      `at most ${String(LONGEST_PERIOD_YEARS)} years`,
    );
  }
  return { from, to };
}

/** The rule asked for, else the one in force on a day. */
export function ruleOn(definition: Definition, day: Day, asked: string | undefined): Rule {
  const ids = definition.rules.map((rule) => rule.id).join(', ');
  if (asked !== undefined) {
    const rule = definition.rules.find(({ id }) => id === asked);
    if (rule === undefined) throw new CalculateOptionsError('unknown-rule', 'rule', asked, `one of ${ids}`);
    return rule;
  }
  const iso = isoFromDay(day);
  const rule = definition.rules.find(
    ({ inForce: { from, to } }) => (from === undefined || from <= iso) && (to === undefined || iso <= to),
  );
  if (rule === undefined)
    throw new CalculateOptionsError('no-rule-in-force', 'period', iso, `a day on which one of ${ids} is in force`);
  return rule;
}

/** The dimensions that windows make. */
export const windowDimensions = ['year', 'halfYear', 'month'] as const;
export type WindowDimension = (typeof windowDimensions)[number];

export function isWindowDimension(id: DimensionId): id is WindowDimension {
  return windowDimensions.some((dimension) => dimension === id);
}

function looksAtMonths({ rules }: Definition): boolean {
  return rules.some(({ steps }) => steps.some((step) => 'slice' in step && step.into === 'months'));
}

/**
 * Calendar months where `by` (or `only`) has months or the definition looks at months, else half-years or years; the first and last
 * are cut to the period.
 */
export function windowsOf(
  definition: Definition,
  { from, to }: Period,
  dimensions: ReadonlySet<DimensionId>,
  rule: string | undefined,
): readonly Window[] {
  const windows: Window[] = [];
  const lengths = looksAtMonths(definition) ? new Set<DimensionId>(['month']) : dimensions;
  for (let start = from; start <= to;) {
    const { year, month } = ymdFromDay(start);
    const end = Math.min(to, endOfWindow(start, lengths));
    const iso = isoFromDay(start);
    windows.push({
      start,
      end,
      year: iso.slice(0, 4),
      halfYear: `${String(year)}-H${month > 6 ? '2' : '1'}`,
      month: iso.slice(0, 7),
      rule: ruleOn(definition, start, rule),
    });
    start = end + 1;
  }
  return windows;
}

/** What tells the cells of windows apart: their members of the dimensions in `by`. */
export function cellOfWindow(window: Window, by: readonly DimensionId[]): string {
  return windowDimensions.flatMap((id) => (by.includes(id) ? [window[id]] : [])).join(' ');
}

/** Whether windows of several rules count into one cell. */
export function rulesShareCells(windows: readonly Window[], by: readonly DimensionId[]): boolean {
  const rules = new Map<string, Rule>();
  return windows.some((window) => {
    const cell = cellOfWindow(window, by);
    const known = rules.get(cell);
    rules.set(cell, window.rule);
    return known !== undefined && known !== window.rule;
  });
}

function endOfWindow(start: Day, dimensions: ReadonlySet<DimensionId>): Day {
  if (dimensions.has('month')) return endOfMonth(start);
  const { year, month } = ymdFromDay(start);
  return dimensions.has('halfYear') && month <= 6 ? dayFromYmd(year, 6, 30) : dayFromYmd(year, 12, 31);
}
