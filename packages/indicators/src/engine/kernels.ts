import { NO_DAY } from '../days/day.js';
import { dayInYearOf as calendarDayInYearOf } from '../days/calendar.js';
import { daysInMonthBetween, tableAddMonths, tableHalfYearOf, tableYearOf } from './calendar-table.js';

/**
 * The loops that work: each takes columns and writes one. A function for each type of column, so that none has to
 * ask what it holds. Here and wherever rows are kept or counted, what data decides is `Number(condition)` and is added, not asked with
 * `if`: a branch that a processor cannot foresee takes longer than all else that a row needs.
 */
type Values = Float64Array;

export function gatherInt32(source: Int32Array, at: Int32Array, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = source[at[i]!]!;
}

export function gatherInt16(source: Int16Array, at: Int32Array, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = source[at[i]!]!;
}

export function gatherUint8(source: Uint8Array, at: Int32Array, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = source[at[i]!]!;
}

/** Values by right of the chunk: `at` are rights of the batch. */
export function gatherLocal(source: Values, at: Int32Array, first: number, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = source[at[i]! - first]!;
}

export function gatherValues(source: Values, at: Int32Array, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = source[at[i]!]!;
}

export function gatherIndex(source: Int32Array, at: Int32Array, out: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = source[at[i]!]!;
}

export function replaceMissing(out: Values, missing: number, count: number): void {
  for (let i = 0; i < count; i++) if (out[i] === missing) out[i] = NO_DAY;
}

/** Arithmetic with something missing is missing. */
export function spreadMissing(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) if (a[i] === NO_DAY) out[i] = NO_DAY;
}

/** A count of days with something missing is 0. */
export function zeroMissing(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) if (a[i] === NO_DAY) out[i] = 0;
}

export function add(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i]! + b[i]!;
}

export function subtract(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i]! - b[i]!;
}

export function multiply(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i]! * b[i]!;
}

export function min(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i]! < b[i]! ? a[i]! : b[i]!;
}

export function max(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i]! > b[i]! ? a[i]! : b[i]!;
}

// NO_DAY is the smallest number, so the smaller side alone tells whether a comparison that holds has something missing.
export function atMost(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Number(a[i]! <= b[i]!) & Number(a[i] !== NO_DAY);
}

export function less(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Number(a[i]! < b[i]!) & Number(a[i] !== NO_DAY);
}

export function equal(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Number(a[i] === b[i]) & Number(a[i] !== NO_DAY);
}

export function truthOf(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Number(a[i] !== 0) & Number(a[i] !== NO_DAY);
}

export function not(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = 1 - a[i]!;
}

export function isMissing(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = Number(a[i] === NO_DAY);
}

/** Where the condition is 1: the value. Elsewhere `out` stays. */
export function choose(condition: Values, value: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) if (condition[i] === 1) out[i] = value[i]!;
}

export function days(a: Values, b: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) {
    const length = b[i]! - a[i]! + 1;
    out[i] = length > 0 ? length : 0;
  }
}

/** Days from a to b, times a factor. */
export function daysTimes(a: Values, b: Values, factor: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) {
    const length = b[i]! - a[i]! + 1;
    out[i] = length > 0 ? length * factor[i]! : 0;
  }
}

export function sharedDays(a: Values, b: Values, c: Values, d: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) {
    const from = a[i]! > c[i]! ? a[i]! : c[i]!;
    const to = b[i]! < d[i]! ? b[i]! : d[i]!;
    out[i] = to < from ? 0 : to - from + 1;
  }
}

export function daysInMonth(a: Values, b: Values, month: number, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = daysInMonthBetween(a[i]!, b[i]!, month);
}

export function addMonths(a: Values, months: number, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = tableAddMonths(a[i]!, months);
}

export function dayInYearOf(a: Values, month: number, dayOfMonth: number, out: Values, count: number): void {
  let lastYear = NaN;
  let day = NO_DAY;
  for (let i = 0; i < count; i++) {
    const year = tableYearOf(a[i]!);
    if (year !== lastYear) {
      lastYear = year;
      day = calendarDayInYearOf(a[i]!, month, dayOfMonth);
    }
    out[i] = day;
  }
}

export function yearOf(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = tableYearOf(a[i]!);
}

export function halfYearOf(a: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = tableHalfYearOf(a[i]!);
}

/** A value for each code: the raw code + 1 is the position in the table, so that -1 (missing) is the first. */
export function lookUpInt32(source: Int32Array, at: Int32Array, table: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = table[source[at[i]!]! + 1]!;
}

export function lookUpUint8(source: Uint8Array, at: Int32Array, table: Values, out: Values, count: number): void {
  for (let i = 0; i < count; i++) out[i] = table[source[at[i]!]! + 1]!;
}

/** Sets or adds each code's step to the position in a table over several code columns. */
export function setSteps(source: Uint8Array, at: Int32Array, steps: Int32Array, out: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = steps[source[at[i]!]!]!;
}

export function addSteps(source: Uint8Array, at: Int32Array, steps: Int32Array, out: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = out[i]! + steps[source[at[i]!]!]!;
}

/** The rows whose code has another class than `main`, with their classes; gives how many there are. */
export function otherRowsUint8(
  source: Uint8Array,
  at: Int32Array,
  table: Int32Array,
  main: number,
  rows: Int32Array,
  classes: Int32Array,
  count: number,
): number {
  let others = 0;
  for (let i = 0; i < count; i++) {
    const number = table[source[at[i]!]! + 1]!;
    rows[others] = i;
    classes[others] = number;
    others += Number(number !== main);
  }
  return others;
}

export function otherRowsInt32(
  source: Int32Array,
  at: Int32Array,
  table: Int32Array,
  main: number,
  rows: Int32Array,
  classes: Int32Array,
  count: number,
): number {
  let others = 0;
  for (let i = 0; i < count; i++) {
    const number = table[source[at[i]!]! + 1]!;
    rows[others] = i;
    classes[others] = number;
    others += Number(number !== main);
  }
  return others;
}
