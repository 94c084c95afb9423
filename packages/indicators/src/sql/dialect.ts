/**
 * What differs between databases. Days are whole numbers everywhere; a dialect turns one into the database's own date where
 * the calendar is asked, so months and years are the database's and not ours.
 */
export interface Dialect {
  readonly name: DialectName;
  /** A name in the database, quoted. */
  identifier(name: string): string;
  /** The nth bound parameter, from 1. */
  parameter(n: number): string;
  /** A bound parameter that is a whole number. */
  integerParameter(n: number): string;
  /** A whole number that may pass 2,147,483,647. */
  wide(value: string): string;
  /** `months` is SQL too. */
  addMonths(day: string, months: string): string;
  yearOf(day: string): string;
  /** 1–12 */
  monthOf(day: string): string;
  /** 1–31 */
  dayOfMonthOf(day: string): string;
  /** The last day of the day's calendar month. */
  endOfMonth(day: string): string;
  /** The last day of the day's calendar half-year: 30 June or 31 December. */
  endOfHalfYear(day: string): string;
  /** The month and day of the day's calendar year; the month's last day where there is no such day. */
  dayInYear(day: string, month: number, dayOfMonth: number): string;
  /** Whole number division towards minus infinity, for operands of at least zero. */
  wholeDivision(value: string, by: number): string;
  text(value: string): string;
}

export type DialectName = 'duckdb';

const dayOf = (date: string): string => `CAST(${date} - DATE '1970-01-01' AS INTEGER)`;
const dateOf = (day: string): string => `(DATE '1970-01-01' + CAST(${day} AS INTEGER))`;

const duckdb: Dialect = {
  name: 'duckdb',
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  parameter: (n) => `$${String(n)}`,
  integerParameter: (n) => `CAST($${String(n)} AS INTEGER)`,
  wide: (value) => `CAST(${value} AS BIGINT)`,
  addMonths: (day, months) => dayOf(`CAST(${dateOf(day)} + ${months} * INTERVAL 1 MONTH AS DATE)`),
  endOfMonth: (day) => dayOf(`last_day(${dateOf(day)})`),
  endOfHalfYear: (day) =>
    dayOf(
      `make_date(year(${dateOf(day)}), CASE WHEN month(${dateOf(day)}) > 6 THEN 12 ELSE 6 END, CASE WHEN month(${dateOf(day)}) > 6 THEN 31 ELSE 30 END)`,
    ),
  dayInYear(day, month, dayOfMonth) {
    const first = `make_date(year(${dateOf(day)}), ${String(month)}, 1)`;
    return dayOf(`LEAST(${first} + ${String(dayOfMonth - 1)}, last_day(${first}))`);
  },
  yearOf: (day) => `CAST(year(${dateOf(day)}) AS INTEGER)`,
  monthOf: (day) => `CAST(month(${dateOf(day)}) AS INTEGER)`,
  dayOfMonthOf: (day) => `CAST(day(${dateOf(day)}) AS INTEGER)`,
  wholeDivision: (value, by) => `(${value} // ${String(by)})`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
};

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb };
