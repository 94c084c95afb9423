import type { Education, Gender, IsoDate, JulyRule, PeriodState } from '@strapetsi/indicators';

/**
 * A person as the naive programs see one: dates as text, nothing encoded, nothing worked out in advance.
 * Days compare as text (`'2023-07-01' < '2023-07-02'`), and the calendar is JavaScript's own: neither is the engine's.
 */
export interface Person {
  readonly key: string;
  readonly birthYear?: number;
  readonly gender?: Gender;
  readonly rights: readonly Right[];
}

export interface Right {
  readonly key: string;
  readonly provider: string;
  readonly school?: string;
  readonly qualification?: string;
  readonly performanceType: string;
  readonly education: Education;
  readonly julyRule: JulyRule;
  readonly tuva: boolean;
  readonly nested: boolean;
  readonly periods: readonly Period[];
}

export interface Period {
  readonly state: PeriodState;
  readonly start: IsoDate;
  /** Last day, inclusive; absent where the right goes on. */
  readonly end?: IsoDate;
  /** First day of the unbroken state. */
  readonly stateBegan: IsoDate;
  /** Millionths of full time. */
  readonly share: number;
  readonly funding?: number;
}

/** The last day there is for a period that has not ended. */
export const FOREVER: IsoDate = '9999-12-31';

export function covers(period: Period, day: IsoDate): boolean {
  return period.start <= day && day <= (period.end ?? FOREVER);
}

/** The same day n days later (or earlier). */
export function daysLater(day: IsoDate, n: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

/** The same day of the month n months later, the month's last day where there is none. */
export function monthsLater(day: IsoDate, n: number): IsoDate {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + n, 1)).toISOString().slice(0, 10);
  const last = lastDayOfMonth(first);
  const wanted = first.slice(0, 8) + String(dayOfMonth).padStart(2, '0');
  return wanted < last ? wanted : last;
}

export function lastDayOfMonth(day: IsoDate): IsoDate {
  let last = day;
  while (daysLater(last, 1).slice(0, 7) === day.slice(0, 7)) last = daysLater(last, 1);
  return last;
}

/** How many days from one day to another; 0 for the same day. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
