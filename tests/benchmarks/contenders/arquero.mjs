import { dayFromYmd, isoFromDay } from '@strapetsi/indicators';
import { op, table } from 'arquero';
import * as columns from './whole-columns.mjs';

/**
 * The two figures as somebody writes them who knows Arquero: tables over typed arrays, expressions that it compiles, joins by right and
 * by person, a table for each year and each checkpoint so that no join makes more rows than it must.
 */
const { PRESENT, HOLIDAY, INTERRUPTED, GRADUATED, DEEMED_RESIGNED, WHOLE, GENERAL, PREPARATORY, UNITS } = columns;
const { REMOVED, NO_VALUE, FULL_DAY, NO_DAY, checkpointMonths, states, startedNames } = columns;
const codes = { PRESENT, HOLIDAY, INTERRUPTED, GRADUATED, DEEMED_RESIGNED, WHOLE, GENERAL, PREPARATORY, UNITS };
const rules = { REMOVED, NO_VALUE, FULL_DAY, NO_DAY };

/** @param {readonly import('@strapetsi/indicators').Facts[]} batches */
export function prepare(batches, { asOf, years, cohorts }) {
  const { rights, periods, schools, types } = columns.wholeColumns(batches);
  const tables = { rights: table(rights), periods: table(periods) };
  return {
    studentYears: () => studentYears(tables, { schools, luva: types.indexOf('luva'), asOf, ...years }),
    completion: () => completion(tables, { lukio: types.indexOf('lukionoppimaara'), asOf, ...cohorts }),
    close() {},
  };
}

function studentYears({ rights, periods }, { schools, luva, asOf, fromYear, toYear }) {
  const [from, to] = [dayFromYmd(fromYear, 1, 1), dayFromYmd(toYear, 12, 31)];
  const given = { ...codes, ...rules, luva, asOf, from, to };
  const looked = rights
    .params(given)
    .filter((d, $) => d.start > $.NO_DAY && d.start <= $.to && d.end >= $.from)
    .filter((d, $) => d.education !== $.GENERAL && d.performanceType !== $.luva);
  const counted = looked.filter((d) => d.nested === 0);
  const rows = periods
    .params(given)
    .filter(
      (d, $) =>
        d.state === $.PRESENT || d.state === $.HOLIDAY || d.state === $.GRADUATED || d.state === $.DEEMED_RESIGNED,
    )
    .filter((d, $) => d.start <= $.to && d.end >= $.from)
    .derive({ end: (d, $) => (d.end < $.asOf ? d.end : $.asOf) })
    .filter((d, $) => d.start <= $.to && d.end >= $.from)
    .join(counted.select('right', 'person', 'school', 'julyRule'), 'right');
  const cells = [];
  for (let year = fromYear; year <= toYear; year++) {
    const inYear = rows
      .params({
        ...given,
        first: dayFromYmd(year, 1, 1),
        last: dayFromYmd(year, 12, 31),
        july: dayFromYmd(year, 7, 1),
        endOfJuly: dayFromYmd(year, 7, 31),
        newRule: dayFromYmd(2023, 7, 1),
        lastHoliday: dayFromYmd(2025, 12, 31),
      })
      .filter((d, $) => d.start <= $.last && d.end >= $.first)
      .derive({
        a: (d, $) => (d.start > $.first ? d.start : $.first),
        b: (d, $) => (d.end < $.last ? d.end : $.last),
      });
    const sums = (year < 2026 ? until2025(inYear) : from2026(inYear))
      .filter((d) => d.amount !== 0)
      .groupby('school')
      .rollup({ amount: (d) => op.sum(d.amount), n: (d) => op.distinct(d.person) });
    for (const { school, amount, n } of sums)
      cells.push({ key: [String(year), school < 0 ? 'unknown' : schools[school]], n, amounts: [amount] });
  }
  const noJulyRule = counted.filter((d, $) => d.julyRule === $.NO_VALUE).numRows();
  return {
    cells,
    population: looked.numRows(),
    exclusions: { nested: looked.numRows() - counted.numRows(), noJulyRule: toYear >= 2026 ? noJulyRule : 0 },
  };
}

function until2025(rows) {
  return rows
    .derive({
      a: (d, $) => (d.state === $.HOLIDAY && d.stateBegan > d.a ? d.stateBegan : d.a),
      b: (d, $) => (d.state === $.HOLIDAY && d.stateBegan + 27 < d.b ? d.stateBegan + 27 : d.b),
    })
    .derive({
      amount: (d, $) =>
        d.b < d.a || d.state === $.DEEMED_RESIGNED
          ? 0
          : (d.b - d.a + 1) * (d.state === $.GRADUATED ? $.FULL_DAY : d.share),
    });
}

function from2026(rows) {
  return rows
    .filter((d, $) => d.julyRule !== $.NO_VALUE)
    .derive({
      a: (d, $) => (d.a > $.newRule ? d.a : $.newRule),
      b: (d, $) => (d.state === $.HOLIDAY && d.b > $.lastHoliday ? $.lastHoliday : d.b),
    })
    .filter((d) => d.a <= d.b)
    .derive({
      x: (d, $) => (d.a > $.july ? d.a : $.july),
      y: (d, $) => (d.b < $.endOfJuly ? d.b : $.endOfJuly),
    })
    .derive({ days: (d, $) => d.b - d.a + 1 - (d.julyRule === $.REMOVED && d.x <= d.y ? d.y - d.x + 1 : 0) })
    .derive({
      amount: (d, $) =>
        d.state === $.GRADUATED
          ? d.days * $.FULL_DAY
          : d.state === $.DEEMED_RESIGNED
            ? (d.days > 1 ? d.days - 1 : 0) * d.share
            : d.days * d.share,
    });
}

function completion(tables, { lukio, asOf, fromYear, toYear }) {
  const starts = startsOf(tables, fromYear, toYear);
  const candidates = candidatesOf(tables, starts.presence, lukio);
  const monthEnd = columns.lastMonthEnd(asOf);
  const months = table(columns.calendarColumns(fromYear, toYear + 6).months);
  const cells = [];
  for (const [at, matures] of columns.maturities(fromYear, toYear).entries()) {
    const ready = matures.map((day) => (asOf < day ? 0 : 1));
    const looked = starts.firsts
      .params({ ...codes, ready, monthEnd, monthsLater: checkpointMonths[at] ?? 0 })
      .filter((d, $) => $.ready[d.halfYear] === 1);
    const rows =
      at === checkpointMonths.length
        ? looked.derive({ on: (d, $) => $.monthEnd })
        : looked
            .derive({ month: (d, $) => d.month + $.monthsLater })
            .join(months, 'month')
            .derive({ on: (d) => d.monthStart + (d.dayOfMonth < d.monthLength ? d.dayOfMonth : d.monthLength) - 1 });
    const counts = situations(
      rows.select('right', 'person', 'halfYear', 'group', 'education', 'performanceType', 'day', 'on').reify(),
      candidates,
      starts.presence,
    );
    for (const { halfYear, group, n } of starts.sizes) {
      const key = [columns.cohortName(fromYear, halfYear), columns.checkpointName(at), startedNames[group]];
      if (ready[halfYear] === 1) cells.push({ key, n, amounts: counts.get(halfYear * startedNames.length + group) });
      else cells.push({ key, matures: isoFromDay(matures[halfYear]) });
    }
  }
  return { cells, population: starts.population, exclusions: starts.exclusions };
}

/** Rows A1–A6 of the decision table: who is in which cohort. */
function startsOf({ rights, periods }, fromYear, toYear) {
  const given = { ...codes, from: dayFromYmd(fromYear, 1, 1), to: dayFromYmd(toYear, 12, 31) };
  const withRight = periods
    .params(given)
    .filter((d, $) => d.state === $.PRESENT || d.state === $.HOLIDAY)
    .select('right', 'start', 'end', 'state')
    .join(rights.select('right', 'person', 'education', 'tuva'), 'right');
  const startingDays = withRight
    .filter((d, $) => d.state === $.PRESENT || d.education !== $.PREPARATORY)
    .groupby('right')
    .rollup({ day: (d) => op.min(d.start) });
  const presence = withRight
    .filter((d) => d.tuva === 1)
    .select({ person: 'person', start: 'tuvaStart', end: 'tuvaEnd' })
    .reify();
  const looked = rights
    .params(given)
    .filter((d, $) => d.education <= $.UNITS)
    .select('right', 'person', 'key', 'education', 'performanceType', 'tuva', 'nested')
    .join(startingDays, 'right')
    .filter((d, $) => d.day >= $.from && d.day <= $.to);
  const own = looked.filter((d) => d.nested === 0);
  const inTuva = own
    .filter((d) => d.tuva === 0)
    .select('right', 'person', 'day')
    .join(presence, 'person')
    .filter((d) => d.tuvaStart <= d.day && d.day <= d.tuvaEnd);
  const left = own
    .antijoin(inTuva, 'right')
    .join(table(columns.calendarColumns(fromYear, toYear).days), 'day')
    .derive({
      group: (d, $) => (d.education === $.GENERAL ? 1 : d.education === $.PREPARATORY ? 2 : 0),
      halfYear: (d) => op.floor(d.month / 6),
      units: (d, $) => (d.education === $.UNITS ? 1 : 0),
    });
  const firsts = left.orderby('units', 'day', 'key').dedupe('person', 'group', 'halfYear').reify();
  return {
    firsts,
    presence,
    sizes: firsts
      .groupby('halfYear', 'group')
      .rollup({ n: () => op.count() })
      .objects(),
    population: looked.numRows(),
    exclusions: {
      nested: looked.numRows() - own.numRows(),
      presentInTuva: own.numRows() - left.numRows(),
      otherStart: left.numRows() - firsts.numRows(),
    },
  };
}

/** Rights in which somebody can have graduated, and periods in which somebody can go on. */
function candidatesOf({ rights, periods }, presence, lukio) {
  const open = rights
    .params(codes)
    .filter((d, $) => d.nested === 0 && d.education <= $.UNITS)
    .select({
      right: 'right',
      person: 'person',
      education: 'otherEducation',
      performanceType: 'otherType',
      tuva: 'otherTuva',
    });
  const all = periods
    .params({ ...codes, lukio })
    .filter((d, $) => d.state === $.GRADUATED)
    .groupby('right')
    .rollup({ graduated: (d) => op.min(d.start) })
    .join(open, 'right')
    .filter((d, $) => d.otherEducation !== $.PREPARATORY && d.otherType !== $.lukio);
  const inTuva = all
    .filter((d, $) => d.otherEducation === $.UNITS)
    .join(presence, 'person')
    .filter((d) => d.tuvaStart <= d.graduated && d.graduated <= d.tuvaEnd);
  const continuing = periods
    .params(codes)
    .filter((d, $) => d.state <= $.INTERRUPTED)
    .select('right', 'start', 'end')
    .join(open, 'right')
    .select('person', 'start', 'end', 'otherEducation', 'otherType', 'otherTuva');
  return {
    graduations: all.antijoin(inTuva, 'right').select('person', 'graduated', 'otherEducation').reify(),
    continuing: continuing.reify(),
  };
}

/** How many of each cohort and group are in each state: the lowest of each row at its day. */
function situations(rows, { graduations, continuing }, presence) {
  const graduated = rows
    .join(graduations, 'person')
    .filter((d, $) => d.day < d.graduated && d.graduated <= d.on && d.graduated <= $.monthEnd)
    .derive({
      state: (d, $) =>
        d.otherEducation !== $.WHOLE && d.otherEducation !== $.GENERAL ? 7 : d.otherEducation === d.education ? 1 : 2,
    })
    .select('right', 'state');
  const inTuva = rows
    .join(presence, 'person')
    .filter((d) => d.tuvaStart <= d.on && d.on <= d.tuvaEnd)
    .dedupe('right')
    .select('right')
    .derive({ tuvaFirst: () => 1 });
  const goesOn = rows
    .join(continuing, 'person')
    .filter((d) => d.start <= d.on && d.on <= d.end)
    .derive({
      original: (d, $) =>
        d.otherEducation === $.PREPARATORY && d.education === $.PREPARATORY && d.otherType === d.performanceType,
    })
    .join_left(inTuva, 'right')
    .filter((d) => d.tuvaFirst !== 1 || d.otherTuva === 1 || d.original)
    .derive({
      state: (d, $) =>
        d.otherEducation === $.WHOLE || d.otherEducation === $.GENERAL
          ? d.otherEducation === d.education
            ? 3
            : 4
          : d.otherEducation === $.UNITS
            ? 8
            : d.original
              ? 5
              : 6,
    })
    .select('right', 'state');
  const lowest = graduated
    .concat(goesOn)
    .groupby('right')
    .rollup({ state: (d) => op.min(d.state) });
  const found = rows
    .join_left(lowest, 'right')
    .derive({ state: (d) => d.state ?? 98 })
    .groupby('halfYear', 'group', 'state')
    .rollup({ n: () => op.count() });
  const counts = new Map();
  for (const { halfYear, group, state, n } of found) {
    const cell = halfYear * startedNames.length + group;
    if (!counts.has(cell))
      counts.set(
        cell,
        states.map(() => 0),
      );
    counts.get(cell)[states.indexOf(state)] = n;
  }
  return counts;
}
