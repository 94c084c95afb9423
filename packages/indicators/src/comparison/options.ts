import { dayFromIso } from '../days/calendar.js';
import type { IsoDate } from '../days/day.js';
import { educations } from '../facts/codes.js';
import type { Facts } from '../facts/facts.js';
import type { RightFindings } from '../sources/koski-reports/findings-of-rights.js';
import type { DayWindow } from './student-days.js';

/** A report that was read, of one school or of several put together. */
export interface ReportRows<Row> {
  readonly rows: Iterable<Row>;
  /** Oids of the schools that it is of; none where that is not known. */
  readonly schools: readonly string[];
}

export interface CompareOptions {
  /** The period that the report was made for, both days counted. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** The day of our data. */
  readonly asOf: IsoDate;
  /** How many study rights to name of each group; 3 unless given. */
  readonly examples?: number;
  /**
   * Asked once, for the rights that only the report has and those whose difference no rule explains: what our reading finds in
   * each, by oid. See `findingsOfRights`.
   */
  readonly findings?: (rightOids: readonly string[]) => Promise<ReadonlyMap<string, RightFindings>>;
}

export const EXAMPLES = 3;
const GENERAL = educations.indexOf('generalUpperSecondary');

/** Whether the indicator `student-years` looks at the right: vocational or preparatory, and in force on some day of the window. */
export function isLookedAt({ rights, dictionaries }: Facts, at: number, { from, to }: DayWindow): boolean {
  if (rights.education[at] === GENERAL) return false;
  if (dictionaries.performanceType.keys[rights.performanceType[at] ?? -1] === 'luva') return false;
  return (rights.start[at] ?? 0) <= to && (rights.end[at] ?? 0) >= from;
}

export function windowOf({ period, asOf }: Pick<CompareOptions, 'period' | 'asOf'>): DayWindow {
  return { from: dayFromIso(period.from), to: dayFromIso(period.to), asOf: dayFromIso(asOf) };
}

/** What our reading finds in rights; nothing where nobody can be asked, or there is nothing to ask. */
export async function findingsOfAll(
  rightOids: readonly string[],
  { findings }: Pick<CompareOptions, 'findings'>,
): Promise<ReadonlyMap<string, RightFindings>> {
  return findings === undefined || rightOids.length === 0 ? new Map() : findings(rightOids);
}
