import { dayFromYmd, isoFromDay, NO_DAY, ymdFromDay } from '@strapetsi/indicators';

/**
 * What somebody would write who needs these two figures and nothing else: loops over typed arrays, the rules in the code, the cut
 * in the code. Equally exact, and held against the engine cell by cell. The calendar is two tables of what the loops ask.
 */
const [PRESENT, HOLIDAY, INTERRUPTED, GRADUATED, , DEEMED_RESIGNED] = [0, 1, 2, 3, 4, 5];
const [WHOLE, GENERAL, PREPARATORY, UNITS] = [0, 1, 2, 3];
const [REMOVED, , NO_VALUE] = [0, 1, 2];
const FULL_DAY = 1_000_000;

/**
 * Student years by year and school, the rule in force on each year's first day.
 * @param {readonly import('@strapetsi/indicators').Facts[]} batches
 * @param {{ fromYear: number, toYear: number, asOf: number }} run whole calendar years
 */
export function handStudentYears(batches, { fromYear, toYear, asOf }) {
  const years = toYear - fromYear + 1;
  const yearStart = Int32Array.from({ length: years + 1 }, (_, i) => dayFromYmd(fromYear + i, 1, 1));
  const julyStart = Int32Array.from({ length: years }, (_, i) => dayFromYmd(fromYear + i, 7, 1));
  const julyEnd = julyStart.map((day) => day + 30);
  const from = yearStart[0];
  const to = yearStart[years] - 1;
  const newRuleFrom = dayFromYmd(2023, 7, 1);
  const lastHoliday = dayFromYmd(2025, 12, 31);
  const { dictionaries } = batches[0];
  const schools = dictionaries.school.keys.length + 1;
  const luva = dictionaries.performanceType.keys.indexOf('luva');
  const amounts = new Float64Array(years * schools);
  const persons = new Int32Array(years * schools);
  const lastPerson = new Int32Array(years * schools).fill(-1);
  let population = 0;
  let nested = 0;
  let noJulyRule = 0;
  let personsBefore = 0;

  for (const {
    rights,
    periods,
    persons: { count },
  } of batches) {
    const { start, end, state, stateBegan, share, right: rightOf } = periods;
    const periodCount = periods.count;
    let period = 0;
    for (let right = 0; right < rights.count; right++) {
      let periodsEnd = period;
      while (periodsEnd < periodCount && rightOf[periodsEnd] === right) periodsEnd++;
      const first = period;
      period = periodsEnd;
      if (rights.education[right] === GENERAL || rights.performanceType[right] === luva) continue;
      if (rights.start[right] === NO_DAY || rights.start[right] > to || rights.end[right] < from) continue;
      population++;
      if (rights.nested[right] === 1) {
        nested++;
        continue;
      }
      const julyRule = rights.julyRule[right];
      if (julyRule === NO_VALUE && toYear >= 2026) noJulyRule++;
      const school = rights.school[right] + 1;
      const person = personsBefore + rights.person[right];
      for (let p = first; p < periodsEnd; p++) {
        const code = state[p];
        if (code !== PRESENT && code !== HOLIDAY && code !== GRADUATED && code !== DEEMED_RESIGNED) continue;
        const begins = start[p];
        const ends = end[p] < asOf ? end[p] : asOf;
        if (begins > to || ends < from) continue;
        for (let year = 0; year < years; year++) {
          let a = yearStart[year] > begins ? yearStart[year] : begins;
          let b = yearStart[year + 1] - 1 < ends ? yearStart[year + 1] - 1 : ends;
          if (a > b) continue;
          let amount = 0;
          if (fromYear + year < 2026) {
            if (code === PRESENT) amount = (b - a + 1) * share[p];
            else if (code === GRADUATED) amount = (b - a + 1) * FULL_DAY;
            else if (code === HOLIDAY) {
              const last = stateBegan[p] + 27;
              if (last < b) b = last;
              if (stateBegan[p] > a) a = stateBegan[p];
              if (a <= b) amount = (b - a + 1) * share[p];
            }
          } else if (julyRule !== NO_VALUE) {
            if (a < newRuleFrom) a = newRuleFrom;
            if (code === HOLIDAY && b > lastHoliday) b = lastHoliday;
            if (a > b) continue;
            let days = b - a + 1;
            if (julyRule === REMOVED) {
              const x = a > julyStart[year] ? a : julyStart[year];
              const y = b < julyEnd[year] ? b : julyEnd[year];
              if (x <= y) days -= y - x + 1;
            }
            if (code === GRADUATED) amount = days * FULL_DAY;
            else if (code === DEEMED_RESIGNED) amount = (days > 1 ? days - 1 : 0) * share[p];
            else amount = days * share[p];
          }
          if (amount === 0) continue;
          const cell = year * schools + school;
          amounts[cell] += amount;
          if (lastPerson[cell] !== person) {
            lastPerson[cell] = person;
            persons[cell]++;
          }
        }
      }
    }
    personsBefore += count;
  }

  const cells = [];
  for (let year = 0; year < years; year++) {
    for (let school = 0; school < schools; school++) {
      const cell = year * schools + school;
      if (persons[cell] === 0 && amounts[cell] === 0) continue;
      const key = [String(fromYear + year), school === 0 ? 'unknown' : dictionaries.school.keys[school - 1]];
      cells.push({ key, n: persons[cell], amounts: [amounts[cell]] });
    }
  }
  return { cells, population, exclusions: { nested, noJulyRule } };
}

const checkpointMonths = [6, 12, 18, 24, 30, 36, 42, 48, 54, 60];
const CHECKPOINTS = checkpointMonths.length + 1;
const states = [1, 2, 3, 4, 5, 6, 7, 8, 98];
const stateAt = Int8Array.from({ length: 99 }, (_, code) => states.indexOf(code));
const startedNames = ['vocational', 'generalUpperSecondary', 'preparatory'];

/**
 * Completion by cohort, checkpoint and what was started.
 * @param {readonly import('@strapetsi/indicators').Facts[]} batches
 * @param {{ fromYear: number, toYear: number, asOf: number }} run
 */
export function handCompletion(batches, { fromYear, toYear, asOf }) {
  const from = dayFromYmd(fromYear, 1, 1);
  const to = dayFromYmd(toYear, 12, 31);
  const today = ymdFromDay(asOf);
  const monthEnd = dayFromYmd(today.year, today.month, 1) - 1;
  const calendar = calendarOf(from, dayFromYmd(toYear + 6, 1, 1));
  const cohorts = (toYear - fromYear + 1) * 2;
  const matures = maturityOf(fromYear, cohorts);
  const groups = startedNames.length;
  const counts = new Int32Array(cohorts * groups * CHECKPOINTS * states.length);
  const starters = new Int32Array(cohorts * groups);
  const lukio = batches[0].dictionaries.performanceType.keys.indexOf('lukionoppimaara');
  let population = 0;
  const leftOut = { nested: 0, presentInTuva: 0, otherStart: 0 };

  for (const { rights, periods } of batches) {
    const { education, nested, tuva, performanceType, key } = rights;
    const { start, end, state, right: rightOf } = periods;
    const firstPeriod = new Int32Array(rights.count + 1);
    const startingDay = new Int32Array(rights.count).fill(NO_DAY);
    const graduation = new Int32Array(rights.count).fill(NO_DAY);
    for (let p = 0; p < periods.count; p++) {
      const right = rightOf[p];
      firstPeriod[right + 1] = p + 1;
      const code = state[p];
      if (code === PRESENT || (code === HOLIDAY && education[right] !== PREPARATORY)) {
        if (startingDay[right] === NO_DAY || start[p] < startingDay[right]) startingDay[right] = start[p];
      } else if (code === GRADUATED && (graduation[right] === NO_DAY || start[p] < graduation[right])) {
        graduation[right] = start[p];
      }
    }
    for (let right = 0; right < rights.count; right++) {
      if (firstPeriod[right + 1] < firstPeriod[right]) firstPeriod[right + 1] = firstPeriod[right];
    }

    for (let first = 0; first < rights.count;) {
      const person = rights.person[first];
      let after = first + 1;
      while (after < rights.count && rights.person[after] === person) after++;
      let hasTuva = false;
      for (let right = first; right < after; right++) if (tuva[right] === 1) hasTuva = true;

      const inTuva = (/** @type {number} */ day) => {
        for (let right = first; right < after; right++) {
          if (tuva[right] === 0) continue;
          for (let p = firstPeriod[right]; p < firstPeriod[right + 1]; p++) {
            if ((state[p] === PRESENT || state[p] === HOLIDAY) && start[p] <= day && day <= end[p]) return true;
          }
        }
        return false;
      };
      const counted = [];
      for (let right = first; right < after; right++) {
        const day = startingDay[right];
        if (education[right] > UNITS || day === NO_DAY || day < from || day > to) continue;
        population++;
        if (nested[right] === 1) leftOut.nested++;
        else if (tuva[right] === 0 && hasTuva && inTuva(day)) leftOut.presentInTuva++;
        else {
          const group = education[right] === GENERAL ? 1 : education[right] === PREPARATORY ? 2 : 0;
          const place = calendar.halfYear[day - from] * groups + group;
          const rival = counted.find((other) => other.place === place);
          if (rival === undefined) counted.push({ right, place });
          else {
            leftOut.otherStart++;
            const units = (education[right] === UNITS ? 1 : 0) - (education[rival.right] === UNITS ? 1 : 0);
            const order = units || day - startingDay[rival.right] || (key[right] < key[rival.right] ? -1 : 1);
            if (order < 0) rival.right = right;
          }
        }
      }

      for (const { right: started, place } of counted) {
        const cohort = Math.floor(place / groups);
        starters[place]++;
        const began = startingDay[started];
        const ownEducation = education[started];
        for (let at = 0; at < CHECKPOINTS; at++) {
          if (asOf < matures[cohort * CHECKPOINTS + at]) continue;
          const on = at === CHECKPOINTS - 1 ? monthEnd : calendar.addMonths(began, checkpointMonths[at]);
          const tuvaFirst = hasTuva && inTuva(on);
          let lowest = 98;
          for (let right = first; right < after; right++) {
            const of = education[right];
            if (nested[right] === 1 || of > UNITS) continue;
            const whole = of === WHOLE || of === GENERAL;
            const graduated = graduation[right];
            if (
              graduated !== NO_DAY &&
              of !== PREPARATORY &&
              began < graduated &&
              graduated <= on &&
              graduated <= monthEnd &&
              performanceType[right] !== lukio
            ) {
              const code = whole ? (of === ownEducation ? 1 : 2) : hasTuva && inTuva(graduated) ? 98 : 7;
              if (code < lowest) lowest = code;
            }
            if (lowest <= 2) {
              if (lowest === 1) break;
              continue;
            }
            let goesOn = false;
            for (let p = firstPeriod[right]; p < firstPeriod[right + 1]; p++) {
              if (state[p] <= INTERRUPTED && start[p] <= on && on <= end[p]) {
                goesOn = true;
                break;
              }
            }
            if (!goesOn) continue;
            const original =
              of === PREPARATORY && ownEducation === PREPARATORY && performanceType[right] === performanceType[started];
            if (tuvaFirst && tuva[right] === 0 && !original) continue;
            const code = whole ? (of === ownEducation ? 3 : 4) : of === UNITS ? 8 : original ? 5 : 6;
            if (code < lowest) lowest = code;
          }
          counts[(place * CHECKPOINTS + at) * states.length + stateAt[lowest]]++;
        }
      }
      first = after;
    }
  }

  const cells = [];
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const cohortId = `${String(fromYear + Math.floor(cohort / 2))}-H${String((cohort % 2) + 1)}`;
    for (let group = 0; group < groups; group++) {
      const place = cohort * groups + group;
      if (starters[place] === 0) continue;
      for (let at = 0; at < CHECKPOINTS; at++) {
        const key = [
          cohortId,
          at === CHECKPOINTS - 1 ? 'latest' : String(checkpointMonths[at]).padStart(2, '0'),
          startedNames[group],
        ];
        const maturesOn = matures[cohort * CHECKPOINTS + at];
        if (asOf < maturesOn) cells.push({ key, matures: isoFromDay(maturesOn) });
        else {
          const first = (place * CHECKPOINTS + at) * states.length;
          cells.push({ key, n: starters[place], amounts: [...counts.subarray(first, first + states.length)] });
        }
      }
    }
  }
  return { cells, population, exclusions: leftOut };
}

/** Half-years from the first day, and months added, looked up: a day's month, and the first days of months. */
function calendarOf(firstDay, lastDay) {
  const { year: firstYear } = ymdFromDay(firstDay);
  const { year: lastYear } = ymdFromDay(lastDay);
  const monthStart = Int32Array.from({ length: (lastYear - firstYear + 2) * 12 + 1 }, (_, i) =>
    dayFromYmd(firstYear + Math.floor(i / 12), (i % 12) + 1, 1),
  );
  const monthOfDay = new Uint16Array(lastDay - firstDay + 1);
  for (let month = 0; month + 1 < monthStart.length; month++) {
    const end = Math.min(monthStart[month + 1], lastDay + 1);
    for (let day = monthStart[month]; day < end; day++) monthOfDay[day - firstDay] = month;
  }
  return {
    halfYear: monthOfDay.map((month) => Math.floor(month / 6)),
    addMonths(/** @type {number} */ day, /** @type {number} */ months) {
      const month = monthOfDay[day - firstDay];
      const same = monthStart[month + months] + (day - monthStart[month]);
      const last = monthStart[month + months + 1] - 1;
      return same < last ? same : last;
    },
  };
}

/** From which day each checkpoint of each half-year can be looked at. */
function maturityOf(fromYear, cohorts) {
  const matures = new Int32Array(cohorts * CHECKPOINTS);
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const year = fromYear + Math.floor(cohort / 2);
    const last = cohort % 2 === 0 ? dayFromYmd(year, 6, 30) : dayFromYmd(year, 12, 31);
    checkpointMonths.forEach((months, at) => {
      const reached = ymdFromDay(last + Math.ceil((1461 * months) / 48));
      matures[cohort * CHECKPOINTS + at] =
        reached.month === 12 ? dayFromYmd(reached.year + 1, 1, 1) : dayFromYmd(reached.year, reached.month + 1, 1);
    });
    matures[cohort * CHECKPOINTS + CHECKPOINTS - 1] = last + 1;
  }
  return matures;
}
