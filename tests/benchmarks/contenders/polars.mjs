import { dayFromYmd, isoFromDay } from '@strapetsi/indicators';
import pl from 'nodejs-polars';
import * as columns from './whole-columns.mjs';

/**
 * The two figures as somebody writes them who knows Polars: lazy frames, columns of 32 bits, joins by person, a frame for each year
 * and each checkpoint so that no join makes more rows than it must. Polars uses all cores. Its expressions are made once: making one
 * takes its binding some milliseconds.
 */
const { PRESENT, HOLIDAY, INTERRUPTED, GRADUATED, DEEMED_RESIGNED, WHOLE, GENERAL, PREPARATORY, UNITS } = columns;
const { REMOVED, NO_VALUE, FULL_DAY, NO_DAY, checkpointMonths, states, startedNames } = columns;
const { col, lit, when } = pl;
const larger = (a, b) => when(a.gt(b)).then(a).otherwise(b);
const smaller = (a, b) => when(a.lt(b)).then(a).otherwise(b);
const rowsOf = async (lazy) => (await lazy.collect()).height;

function frame(table) {
  const series = Object.entries(table).map(([name, values]) => [
    name,
    pl.Series(name, values, values instanceof Int32Array ? pl.Int32 : pl.Utf8),
  ]);
  return pl.DataFrame(Object.fromEntries(series));
}

/** @param {readonly import('@strapetsi/indicators').Facts[]} batches */
export function prepare(batches, { asOf, years, cohorts }) {
  const { rights, periods, schools, types } = columns.wholeColumns(batches);
  const frames = { rights: frame(rights), periods: frame(periods), schools };
  const yearsQuery = expressionsOfYears({ ...years, types, asOf });
  const completionQuery = expressionsOfCompletion({ ...cohorts, types, asOf });
  return {
    studentYears: () => studentYears(frames, yearsQuery),
    completion: () => completion(frames, completionQuery),
    close() {},
  };
}

function expressionsOfYears({ fromYear, toYear, types, asOf }) {
  const [from, to] = [dayFromYmd(fromYear, 1, 1), dayFromYmd(toYear, 12, 31)];
  const inForce = col('start').ltEq(to).and(col('start').gt(NO_DAY)).and(col('end').gtEq(from));
  const vocational = col('education')
    .neq(GENERAL)
    .and(col('performanceType').neq(types.indexOf('luva')));
  return {
    has2026: toYear >= 2026,
    looked: inForce.and(vocational),
    ownRight: col('nested').eq(0),
    noValue: col('julyRule').eq(NO_VALUE),
    worth: col('state').isIn([PRESENT, HOLIDAY, GRADUATED, DEEMED_RESIGNED]),
    known: smaller(col('end'), lit(asOf)).alias('end'),
    inPeriod: col('start').ltEq(to).and(col('end').gtEq(from)),
    something: col('amount').neq(0),
    sums: [col('amount').sum().alias('amount'), col('person').nUnique().alias('n')],
    years: Array.from({ length: toYear - fromYear + 1 }, (_, at) => expressionsOfYear(fromYear + at)),
  };
}

const daysFrom = (a, b) => when(b.gtEq(a)).then(b.sub(a).add(1)).otherwise(lit(0)).cast(pl.Int64);

function expressionsOfYear(year) {
  const [first, last] = [dayFromYmd(year, 1, 1), dayFromYmd(year, 12, 31)];
  return {
    year,
    inYear: col('start').ltEq(last).and(col('end').gtEq(first)),
    ends: [larger(col('start'), lit(first)).alias('a'), smaller(col('end'), lit(last)).alias('b')],
    ...(year < 2026 ? until2025() : from2026(year)),
  };
}

function until2025() {
  const days = daysFrom(col('a'), col('b'));
  const ofHoliday = daysFrom(larger(col('a'), col('stateBegan')), smaller(col('b'), col('stateBegan').add(27)));
  const amount = when(col('state').eq(PRESENT))
    .then(days.mul(col('share')))
    .when(col('state').eq(HOLIDAY))
    .then(ofHoliday.mul(col('share')))
    .when(col('state').eq(GRADUATED))
    .then(days.mul(lit(FULL_DAY)))
    .otherwise(lit(0));
  return { cuts: [], steps: [amount.alias('amount')] };
}

function from2026(year) {
  const [july, endOfJuly] = [dayFromYmd(year, 7, 1), dayFromYmd(year, 7, 31)];
  const holidayEnd = smaller(col('b'), lit(dayFromYmd(2025, 12, 31)));
  const inJuly = when(col('julyRule').eq(REMOVED))
    .then(daysFrom(larger(col('a'), lit(july)), smaller(col('b'), lit(endOfJuly))))
    .otherwise(lit(0));
  const amount = when(col('state').eq(GRADUATED))
    .then(col('days').mul(lit(FULL_DAY)))
    .when(col('state').eq(DEEMED_RESIGNED))
    .then(larger(col('days').sub(1), lit(0)).mul(col('share')))
    .otherwise(col('days').mul(col('share')));
  return {
    cuts: [
      larger(col('a'), lit(dayFromYmd(2023, 7, 1))).alias('a'),
      when(col('state').eq(HOLIDAY)).then(holidayEnd).otherwise(col('b')).alias('b'),
    ],
    has: col('julyRule').neq(NO_VALUE),
    steps: [daysFrom(col('a'), col('b')).sub(inJuly).alias('days'), amount.alias('amount')],
  };
}

async function studentYears({ rights, periods, schools }, query) {
  const looked = rights.lazy().filter(query.looked);
  const counted = looked.filter(query.ownRight);
  const worth = periods
    .lazy()
    .filter(query.worth)
    .withColumns(query.known)
    .filter(query.inPeriod)
    .join(counted.select('right', 'person', 'school', 'julyRule'), { on: 'right', how: 'inner' });
  const rows = await worth.collect();
  const cells = [];
  for (const { year, inYear, ends, cuts, has, steps } of query.years) {
    let table = rows.lazy().filter(inYear).withColumns(ends);
    if (has !== undefined) table = table.filter(has);
    if (cuts.length > 0) table = table.withColumns(cuts);
    for (const step of steps) table = table.withColumns(step);
    const sums = await table.filter(query.something).groupBy('school').agg(query.sums).collect();
    for (const { school, amount, n } of sums.toRecords())
      cells.push({
        key: [String(year), school < 0 ? 'unknown' : schools[school]],
        n: Number(n),
        amounts: [Number(amount)],
      });
  }
  const population = await rowsOf(looked.select('right'));
  const left = await rowsOf(counted.select('right'));
  const noJulyRule = query.has2026 ? await rowsOf(counted.filter(query.noValue).select('right')) : 0;
  return { cells, population, exclusions: { nested: population - left, noJulyRule } };
}

function expressionsOfCompletion({ fromYear, toYear, types, asOf }) {
  const [from, to] = [dayFromYmd(fromYear, 1, 1), dayFromYmd(toYear, 12, 31)];
  const calendar = columns.calendarColumns(fromYear, toYear + 6);
  const monthEnd = columns.lastMonthEnd(asOf);
  const isWhole = col('otherEducation').eq(WHOLE).or(col('otherEducation').eq(GENERAL));
  const isTheSame = col('otherEducation').eq(col('education'));
  const isOriginal = col('otherEducation')
    .eq(PREPARATORY)
    .and(isTheSame)
    .and(col('otherType').eq(col('performanceType')));
  const lastDay = smaller(col('dayOfMonth'), col('monthLength'));
  return {
    fromYear,
    days: frame(calendar.days),
    months: frame(calendar.months),
    present: col('state').isIn([PRESENT, HOLIDAY]),
    start: col('state').eq(PRESENT).or(col('education').neq(PREPARATORY)),
    firstDay: col('start').min().alias('day'),
    isTuva: col('tuva').eq(1),
    isNoTuva: col('tuva').eq(0),
    presence: [col('person'), col('start').alias('tuvaStart'), col('end').alias('tuvaEnd')],
    known: col('education').ltEq(UNITS),
    inPeriod: col('day').gtEq(from).and(col('day').ltEq(to)),
    ownRight: col('nested').eq(0),
    onDay: col('tuvaStart')
      .ltEq(col('day'))
      .and(col('day').ltEq(col('tuvaEnd'))),
    ofStart: [
      when(col('education').eq(GENERAL))
        .then(lit(1))
        .when(col('education').eq(PREPARATORY))
        .then(lit(2))
        .otherwise(lit(0))
        .cast(pl.Int32)
        .alias('group'),
      col('month').div(6).floor().cast(pl.Int32).alias('halfYear'),
      col('education').eq(UNITS).alias('units'),
    ],
    count: col('right').count().alias('n'),
    open: col('nested').eq(0).and(col('education').ltEq(UNITS)),
    ofOther: [
      col('right'),
      col('person'),
      col('education').alias('otherEducation'),
      col('performanceType').alias('otherType'),
      col('tuva').alias('otherTuva'),
    ],
    isGraduated: col('state').eq(GRADUATED),
    graduated: col('start').min().alias('graduated'),
    canGraduate: col('otherEducation')
      .neq(PREPARATORY)
      .and(col('otherType').neq(types.indexOf('lukionoppimaara'))),
    isOfUnits: col('otherEducation').eq(UNITS),
    onGraduation: col('tuvaStart')
      .ltEq(col('graduated'))
      .and(col('graduated').ltEq(col('tuvaEnd'))),
    continuing: col('state').ltEq(INTERRUPTED),
    hasGraduated: col('day')
      .lt(col('graduated'))
      .and(col('graduated').ltEq(col('on')))
      .and(col('graduated').ltEq(monthEnd)),
    stateOfGraduated: [
      col('right'),
      when(isWhole)
        .then(when(isTheSame).then(lit(1)).otherwise(lit(2)))
        .otherwise(lit(7))
        .cast(pl.Int32)
        .alias('state'),
    ],
    tuvaOnCheckpoint: col('tuvaStart')
      .ltEq(col('on'))
      .and(col('on').ltEq(col('tuvaEnd'))),
    tuvaFirst: lit(1).cast(pl.Int32).alias('tuvaFirst'),
    onCheckpoint: col('start')
      .ltEq(col('on'))
      .and(col('on').ltEq(col('end'))),
    counts: col('tuvaFirst').isNull().or(col('otherTuva').eq(1)).or(isOriginal),
    stateOfContinuing: [
      col('right'),
      when(isWhole)
        .then(when(isTheSame).then(lit(3)).otherwise(lit(4)))
        .when(col('otherEducation').eq(UNITS))
        .then(lit(8))
        .when(isOriginal)
        .then(lit(5))
        .otherwise(lit(6))
        .cast(pl.Int32)
        .alias('state'),
    ],
    lowest: col('state').min().alias('state'),
    orNone: col('state').fillNull(98).cast(pl.Int32).alias('state'),
    checkpoints: columns.maturities(fromYear, toYear).map((matures, at) => ({
      name: columns.checkpointName(at),
      matures,
      isReady: (halfYear) => asOf >= matures[halfYear],
      ready: col('halfYear').isIn(matures.flatMap((day, halfYear) => (asOf < day ? [] : [halfYear]))),
      month:
        at < checkpointMonths.length ? col('month').add(checkpointMonths[at]).cast(pl.Int32).alias('month') : undefined,
      on: (at < checkpointMonths.length ? col('monthStart').add(lastDay).sub(1) : lit(monthEnd))
        .cast(pl.Int32)
        .alias('on'),
    })),
  };
}

async function completion({ rights, periods }, query) {
  const starts = await startsOf(rights, periods, query);
  const candidates = await candidatesOf(rights, periods, starts.presence, query);
  const cells = [];
  for (const { name, matures, isReady, ready, month, on } of query.checkpoints) {
    const looked = starts.firsts.lazy().filter(ready);
    const dated =
      month === undefined ? looked : looked.withColumns(month).join(query.months.lazy(), { on: 'month', how: 'left' });
    const rows = await dated
      .withColumns(on)
      .select('right', 'person', 'halfYear', 'group', 'education', 'performanceType', 'day', 'on')
      .collect();
    const counts = await situations(rows, candidates, starts.presence, query);
    for (const { halfYear, group, n } of starts.sizes) {
      const key = [columns.cohortName(query.fromYear, halfYear), name, startedNames[group]];
      if (isReady(halfYear))
        cells.push({ key, n: Number(n), amounts: counts.get(halfYear * startedNames.length + group) });
      else cells.push({ key, matures: isoFromDay(matures[halfYear]) });
    }
  }
  return { cells, population: starts.population, exclusions: starts.exclusions };
}

/** Rows A1–A6 of the decision table: who is in which cohort. */
async function startsOf(rights, periods, query) {
  const withRight = periods
    .lazy()
    .filter(query.present)
    .join(rights.lazy().select('right', 'person', 'education', 'tuva'), { on: 'right', how: 'inner' });
  const startingDays = withRight.filter(query.start).groupBy('right').agg(query.firstDay);
  const presence = await withRight.filter(query.isTuva).select(query.presence).collect();
  const looked = await rights
    .lazy()
    .filter(query.known)
    .join(startingDays, { on: 'right', how: 'inner' })
    .filter(query.inPeriod)
    .select('right', 'person', 'key', 'education', 'performanceType', 'tuva', 'nested', 'day')
    .collect();
  const own = looked.lazy().filter(query.ownRight);
  const inTuva = own
    .filter(query.isNoTuva)
    .join(presence.lazy(), { on: 'person', how: 'inner' })
    .filter(query.onDay)
    .select('right')
    .unique();
  const left = await own
    .join(inTuva, { on: 'right', how: 'anti' })
    .join(query.days.lazy(), { on: 'day', how: 'left' })
    .withColumns(query.ofStart)
    .collect();
  const firsts = await left
    .lazy()
    .sort({ by: ['units', 'day', 'key'] })
    .unique({ subset: ['person', 'group', 'halfYear'], keep: 'first', maintainOrder: true })
    .drop('key', 'units', 'nested', 'tuva')
    .collect();
  const sizes = await firsts.lazy().groupBy(['halfYear', 'group']).agg(query.count).collect();
  const nested = looked.height - (await rowsOf(own.select('right')));
  return {
    firsts,
    presence,
    sizes: sizes.toRecords(),
    population: looked.height,
    exclusions: {
      nested,
      presentInTuva: looked.height - nested - left.height,
      otherStart: left.height - firsts.height,
    },
  };
}

/** Rights in which somebody can have graduated, and periods in which somebody can go on. */
async function candidatesOf(rights, periods, presence, query) {
  const open = rights.lazy().filter(query.open).select(query.ofOther);
  const all = await periods
    .lazy()
    .filter(query.isGraduated)
    .groupBy('right')
    .agg(query.graduated)
    .join(open, { on: 'right', how: 'inner' })
    .filter(query.canGraduate)
    .collect();
  const inTuva = all
    .lazy()
    .filter(query.isOfUnits)
    .join(presence.lazy(), { on: 'person', how: 'inner' })
    .filter(query.onGraduation)
    .select('right')
    .unique();
  const graduations = await all.lazy().join(inTuva, { on: 'right', how: 'anti' }).drop('right').collect();
  const continuing = await periods
    .lazy()
    .filter(query.continuing)
    .join(open, { on: 'right', how: 'inner' })
    .select('person', 'start', 'end', 'otherEducation', 'otherType', 'otherTuva')
    .collect();
  return { graduations, continuing };
}

/** How many of each cohort and group are in each state: the lowest of each row at its day. */
async function situations(rows, { graduations, continuing }, presence, query) {
  const withOthers = (others) => rows.lazy().join(others.lazy(), { on: 'person', how: 'inner' });
  const graduated = withOthers(graduations).filter(query.hasGraduated).select(query.stateOfGraduated);
  const inTuva = withOthers(presence)
    .filter(query.tuvaOnCheckpoint)
    .select('right')
    .unique()
    .withColumns(query.tuvaFirst);
  const goesOn = withOthers(continuing)
    .filter(query.onCheckpoint)
    .join(inTuva, { on: 'right', how: 'left' })
    .filter(query.counts)
    .select(query.stateOfContinuing);
  const lowest = pl.concat([graduated, goesOn]).groupBy('right').agg(query.lowest);
  const found = await rows
    .lazy()
    .join(lowest, { on: 'right', how: 'left' })
    .withColumns(query.orNone)
    .groupBy(['halfYear', 'group', 'state'])
    .agg(query.count)
    .collect();
  const counts = new Map();
  for (const { halfYear, group, state, n } of found.toRecords()) {
    const cell = halfYear * startedNames.length + group;
    if (!counts.has(cell))
      counts.set(
        cell,
        states.map(() => 0),
      );
    counts.get(cell)[states.indexOf(state)] = Number(n);
  }
  return counts;
}
