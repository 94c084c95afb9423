/**
 * A day: whole days since 1970-01-01 in the proleptic Gregorian calendar, without a time zone.
 * Instants become days of Europe/Helsinki at the edge; behind it there is no `Date`.
 */
export type Day = number;

/** "YYYY-MM-DD" */
export type IsoDate = string;

/** An interval that has not ended: 9999-12-31, the same day KOSKI's reporting database uses. */
export const OPEN: Day = 2_932_896;

/** No such day. Smaller than every day; SQL has NULL. */
export const NO_DAY: Day = -2_147_483_648;
