import { dayFromYmd, NO_DAY, ymdFromDay } from '@strapetsi/indicators';

/** Codes of closed lists and of the kinds of performance that the two figures ask for. */
export const [PRESENT, HOLIDAY, INTERRUPTED, GRADUATED, , DEEMED_RESIGNED] = [0, 1, 2, 3, 4, 5];
export const [WHOLE, GENERAL, PREPARATORY, UNITS] = [0, 1, 2, 3];
export const [REMOVED, , NO_VALUE] = [0, 1, 2];
export const FULL_DAY = 1_000_000;

export const checkpointMonths = [6, 12, 18, 24, 30, 36, 42, 48, 54, 60];
export const states = [1, 2, 3, 4, 5, 6, 7, 8, 98];
export const startedNames = ['vocational', 'generalUpperSecondary', 'preparatory'];

/**
 * The facts as whole columns, as libraries of data frames hold them: positions of rights and persons count through all batches.
 * Numbers are of 32 bits, so that a library can take them as they are.
 * @param {readonly import('@strapetsi/indicators').Facts[]} batches
 */
export function wholeColumns(batches) {
  const of = (table, column, offset = () => 0) => {
    const whole = new Int32Array(batches.reduce((sum, batch) => sum + batch[table].count, 0));
    let at = 0;
    batches.forEach((batch, number) => {
      const source = batch[table][column];
      const more = offset(number);
      for (let i = 0; i < source.length; i++) whole[at++] = source[i] + more;
    });
    return whole;
  };
  const before = (table) => {
    let sum = 0;
    const starts = batches.map((batch) => (sum += batch[table].count) - batch[table].count);
    return (number) => starts[number];
  };
  const rights = Object.fromEntries(
    ['school', 'performanceType', 'education', 'julyRule', 'tuva', 'nested', 'start', 'end'].map((name) => [
      name,
      of('rights', name),
    ]),
  );
  const periods = Object.fromEntries(
    ['start', 'end', 'state', 'stateBegan', 'share'].map((name) => [name, of('periods', name)]),
  );
  const person = of('rights', 'person', before('persons'));
  return {
    rights: {
      ...rights,
      right: Int32Array.from(person, (_, at) => at),
      person,
      key: batches.flatMap((batch) => batch.rights.key),
    },
    periods: { ...periods, right: of('periods', 'right', before('rights')) },
    schools: batches[0].dictionaries.school.keys,
    types: batches[0].dictionaries.performanceType.keys,
  };
}

/** Each day with the number of its month and its day of the month, and each month with its first day and its length. */
export function calendarColumns(fromYear, toYear) {
  const first = dayFromYmd(fromYear, 1, 1);
  const months = Array.from({ length: (toYear - fromYear + 1) * 12 }, (_, at) => {
    const start = dayFromYmd(fromYear + Math.floor(at / 12), (at % 12) + 1, 1);
    return { start, length: dayFromYmd(fromYear + Math.floor((at + 1) / 12), ((at + 1) % 12) + 1, 1) - start };
  });
  const days = months.flatMap(({ start, length }, month) =>
    Array.from({ length }, (_, at) => ({ day: start + at, month, dayOfMonth: at + 1 })),
  );
  return {
    days: {
      day: Int32Array.from(days, ({ day }) => day),
      month: Int32Array.from(days, ({ month }) => month),
      dayOfMonth: Int32Array.from(days, ({ dayOfMonth }) => dayOfMonth),
    },
    months: {
      month: Int32Array.from(months, (_, at) => at),
      monthStart: Int32Array.from(months, ({ start }) => start),
      monthLength: Int32Array.from(months, ({ length }) => length),
    },
    first,
  };
}

/** From which day each checkpoint of each half-year can be looked at: by checkpoint, then by half-year from `fromYear` on. */
export function maturities(fromYear, toYear) {
  const halfYears = Array.from({ length: (toYear - fromYear + 1) * 2 }, (_, at) => {
    const year = fromYear + Math.floor(at / 2);
    return at % 2 === 0 ? dayFromYmd(year, 6, 30) : dayFromYmd(year, 12, 31);
  });
  const afterMonthOf = (day) => {
    const { year, month } = ymdFromDay(day);
    return month === 12 ? dayFromYmd(year + 1, 1, 1) : dayFromYmd(year, month + 1, 1);
  };
  return [
    ...checkpointMonths.map((months) => halfYears.map((last) => afterMonthOf(last + Math.ceil((1461 * months) / 48)))),
    halfYears.map((last) => last + 1),
  ];
}

export function lastMonthEnd(asOf) {
  const { year, month } = ymdFromDay(asOf);
  return dayFromYmd(year, month, 1) - 1;
}

export function cohortName(fromYear, halfYear) {
  return `${String(fromYear + Math.floor(halfYear / 2))}-H${String((halfYear % 2) + 1)}`;
}

export function checkpointName(at) {
  return at === checkpointMonths.length ? 'latest' : String(checkpointMonths[at]).padStart(2, '0');
}

export { NO_DAY };
