import { parseDay } from '../../days/calendar.js';
import { NO_DAY, type Day } from '../../days/day.js';
import { helsinkiDay } from '../../days/helsinki.js';
import type { Shown } from '../../findings/reporter.js';
import { shownDate, type Fields } from './fields.js';

/** A reporter that knows of days that are none. */
export interface DateReporter {
  report(code: 'invalid-date', path: string, found: Shown): void;
}

/** The day of a date, or of an instant in Europe/Helsinki; `undefined` where the value is neither. */
export function dayOf(value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined;
  return parseDay(value) ?? helsinkiDay(value);
}

/** The day of a field that may be missing (NO_DAY); what is no day is reported and missing too. */
export function optionalDay(fields: Fields | undefined, name: string, path: string, reporter: DateReporter): Day {
  const value = fields?.[name];
  if (value === undefined || value === null) return NO_DAY;
  const day = dayOf(value);
  if (day === undefined) {
    reporter.report('invalid-date', path === '' ? name : `${path}.${name}`, shownDate(value));
    return NO_DAY;
  }
  return day;
}
