import type { Day } from '@strapetsi/indicators';
import { dayFromYmd, monthOf, weekdayOf, yearOf } from '@strapetsi/indicators';
import type { StateCode } from './code-sets.js';
import { commonUnits2018, commonUnits2022 } from './qualifications.js';
import type { Qualification, Unit } from './qualifications.js';
import type { School } from './providers.js';
import type { Random } from './random.js';

export interface SampledPeriod {
  readonly start: Day;
  readonly state: StateCode;
  /** Missing where KOSKI does not ask for it. */
  readonly funding?: string;
}

export interface SampledUnit {
  readonly unit: Unit;
  readonly assessed: Day;
  /** 1–5. */
  readonly grade: number;
  readonly recognised: boolean;
  readonly demonstrated: boolean;
}

export interface SampledSpell {
  readonly start: Day;
  readonly end?: Day;
}

export interface SampledRight {
  /** From 0, within the person. */
  readonly number: number;
  readonly kind:
    'wholeQualification' | 'units' | 'valma' | 'telma' | 'tuva' | 'otherVocational' | 'generalUpperSecondary';
  readonly school: School;
  readonly qualification: Qualification;
  readonly start: Day;
  readonly estimatedEnd: Day;
  readonly periods: readonly SampledPeriod[];
  /** First day of the final state, where that is known by the day of the export. */
  readonly ended?: Day;
  readonly graduated: boolean;
  readonly units: readonly SampledUnit[];
  /** Percentages of full time. */
  readonly partTime: readonly (SampledSpell & { readonly percent: number })[];
  readonly workplace: readonly (SampledSpell & { readonly kind: 'koulutussopimus' | 'oppisopimus' })[];
  readonly accommodation: readonly SampledSpell[];
  readonly specialSupport: readonly SampledSpell[];
  readonly freeOfCharge: boolean;
  readonly purchased: boolean;
  /** Number of the person's right that this one is included in. */
  readonly nestedIn?: number;
}

export interface RightCircumstances {
  readonly number: number;
  readonly kind: SampledRight['kind'];
  readonly school: School;
  readonly qualification: Qualification;
  readonly start: Day;
  readonly adult: boolean;
  readonly birthDay: Day;
  readonly asOf: Day;
}

const holidayLastDay = dayFromYmd(2025, 12, 31);
const monthDays = 30.44;

/** Draws how a study right goes: its length, interruptions, end, credits. Nothing after `asOf` is in it. */
export function drawRight(random: Random, given: RightCircumstances): SampledRight {
  const { start, asOf, school, qualification, kind, adult } = given;
  const graduates = random.chance(completionShare(given));
  const plannedMonths = planMonths(random, given);
  const end = workingDay(start + Math.round((graduates ? plannedMonths : dropOutMonths(random, kind)) * monthDays));
  const settled = Math.max(start + 1, graduates ? avoidSummer(end) : end);
  const forgotten = !graduates && random.chance(0.03);
  const finished = settled <= asOf && !forgotten;
  const lastDay = Math.min(finished ? settled - 1 : asOf, asOf);
  const apprenticeship = adult && kind === 'wholeQualification' && random.chance(0.35);
  const finalState: StateCode = graduates
    ? 'valmistunut'
    : random.weighted([
        [60, 'eronnut'],
        [37, 'katsotaaneronneeksi'],
        [3, 'peruutettu'],
      ]);
  return {
    number: given.number,
    kind,
    school,
    qualification,
    start,
    estimatedEnd: start + Math.round((kind === 'wholeQualification' ? (adult ? 18 : 34) : 10) * monthDays),
    periods: drawPeriods(random, given, lastDay, finished ? { start: settled, state: finalState } : undefined),
    ...(finished ? { ended: settled } : {}),
    graduated: finished && graduates,
    units: drawUnits(random, given, settled, lastDay, graduates),
    partTime: drawPartTime(random, adult, start, lastDay),
    workplace: drawWorkplace(random, kind, apprenticeship, start, lastDay),
    accommodation: random.chance(adult ? 0.01 : 0.05) ? [{ start, ...(finished ? { end: lastDay } : {}) }] : [],
    specialSupport: drawSpecialSupport(random, kind, start, lastDay),
    freeOfCharge:
      start >= dayFromYmd(2021, 8, 1) && yearOf(given.birthDay) >= 2005 && yearOf(start) - yearOf(given.birthDay) <= 20,
    purchased: random.chance(0.012),
  };
}

function completionShare({ kind, adult, school, qualification, start }: RightCircumstances): number {
  const trend = 0.012 * (yearOf(start) - 2020);
  switch (kind) {
    case 'wholeQualification':
      return (adult ? 0.6 : 0.63) + school.completion + qualification.completion + trend;
    case 'units':
      return 0.74;
    case 'generalUpperSecondary':
      return 0.85;
    default:
      return 0.72;
  }
}

/** Months from start to graduation. */
function planMonths(random: Random, { kind, adult, qualification, start }: RightCircumstances): number {
  if (kind === 'wholeQualification' && !adult) {
    // From an August start to the end of May of the third school year is 34 months; from January 41 or 29.
    const toSpring = monthOf(start) >= 6 ? 33.8 : 28.8;
    return random.weighted([
      [8, toSpring - random.integer(2, 10)],
      [62, toSpring + random.next() * 0.3],
      [15, toSpring + random.integer(2, 7)],
      [11, toSpring + 11.9 + random.next() * 0.4],
      [4, toSpring + random.integer(13, 26)],
    ]);
  }
  if (kind === 'wholeQualification') return (qualification.level === 'initial' ? 12 : 9) + 22 * random.next() ** 1.5;
  if (kind === 'generalUpperSecondary') return 33.8;
  if (kind === 'units' || kind === 'otherVocational') return 2 + random.next() * 9;
  return 9.6 + random.next() * 0.4;
}

function dropOutMonths(random: Random, kind: SampledRight['kind']): number {
  if (kind !== 'wholeQualification' && kind !== 'generalUpperSecondary') return 1 + random.next() * 7;
  return random.weighted([
    [18, random.next() * 3],
    [36, 3 + random.next() * 8],
    [28, 11 + random.next() * 10],
    [18, 21 + random.next() * 20],
  ]);
}

/** The day itself, or the Friday before where it falls on a weekend. */
function workingDay(day: Day): Day {
  return day - Math.max(0, weekdayOf(day) - 4);
}

/** Nobody graduates in July. */
function avoidSummer(day: Day): Day {
  return monthOf(day) === 7 ? workingDay(dayFromYmd(yearOf(day), 8, 31)) : day;
}

function drawPeriods(
  random: Random,
  { start, school, kind, adult }: RightCircumstances,
  lastDay: Day,
  final: { readonly start: Day; readonly state: StateCode } | undefined,
): readonly SampledPeriod[] {
  const source = drawFunding(random, kind, adult, start);
  const changes: { start: Day; state: StateCode }[] = [{ start, state: 'lasna' }];
  if (school.recordsHoliday && random.chance(0.8)) {
    for (let year = yearOf(start); year <= yearOf(lastDay); year += 1) {
      const summer = dayFromYmd(year, 6, 28) + random.integer(0, 7);
      const back =
        summer +
        random.weighted([
          [5, 28],
          [3, 35],
          [2, 21],
        ]);
      if (summer > start && back <= lastDay && back <= holidayLastDay) {
        changes.push({ start: summer, state: 'loma' }, { start: back, state: 'lasna' });
      }
    }
  }
  const span = lastDay - start;
  if (span > 120 && random.chance(adult ? 0.11 : 0.07)) {
    const from = start + random.integer(30, span - 60);
    const back = from + random.integer(28, 330);
    const kept = changes.filter((change) => change.start < from || change.start > back);
    changes.splice(0, changes.length, ...kept, { start: from, state: 'valiaikaisestikeskeytynyt' });
    if (back <= lastDay) changes.push({ start: back, state: 'lasna' });
  }
  changes.sort((a, b) => a.start - b.start);
  const switched =
    span > 400 && random.chance(0.02) ? { from: start + random.integer(200, span), code: '6' } : undefined;

  const periods: SampledPeriod[] = [];
  for (const change of final === undefined ? changes : [...changes, final]) {
    const previous = periods.at(-1);
    if (previous !== undefined && previous.state === change.state) continue;
    const funded = change.state === 'lasna' || change.state === 'loma' || change.state === 'valmistunut';
    const code = switched !== undefined && change.start >= switched.from ? switched.code : source;
    periods.push({ start: change.start, state: change.state, ...(funded ? { funding: code } : {}) });
  }
  return periods;
}

function drawFunding(random: Random, kind: SampledRight['kind'], adult: boolean, start: Day): string {
  if (!adult || kind === 'generalUpperSecondary')
    return start >= dayFromYmd(2026, 8, 1) && random.chance(0.01) ? '16' : '1';
  const continuousLearning = start >= dayFromYmd(2022, 1, 1) ? 3 : 0;
  return random.weighted([
    [80, '1'],
    [start < dayFromYmd(2021, 1, 1) ? 6 : 0, '2'],
    [start >= dayFromYmd(2021, 1, 1) ? 7 : 0, '10'],
    [3, '4'],
    [3, '6'],
    [continuousLearning, '14'],
  ]);
}

function drawPartTime(random: Random, adult: boolean, start: Day, lastDay: Day): SampledRight['partTime'] {
  if (lastDay - start < 60 || !random.chance(adult ? 0.16 : 0.03)) return [];
  const from = random.chance(0.5) ? start : start + random.integer(1, lastDay - start - 30);
  const percent = random.pick([25, 40, 50, 60, 75, 80]);
  const end = from + random.integer(29, 400);
  return [{ start: from, percent, ...(end <= lastDay ? { end } : {}) }];
}

function drawWorkplace(
  random: Random,
  kind: SampledRight['kind'],
  apprenticeship: boolean,
  start: Day,
  lastDay: Day,
): SampledRight['workplace'] {
  if (kind !== 'wholeQualification' && kind !== 'units') return [];
  if (apprenticeship) return [{ kind: 'oppisopimus', start, ...(lastDay - start > 500 ? { end: start + 499 } : {}) }];
  const spells: SampledRight['workplace'][number][] = [];
  for (let from = start + random.integer(120, 260); from + 40 < lastDay; from += random.integer(150, 320)) {
    spells.push({ kind: 'koulutussopimus', start: from, end: from + random.integer(27, 75) });
  }
  return spells.map((spell) => ({ ...spell, end: Math.min(spell.end ?? lastDay, lastDay) }));
}

function drawSpecialSupport(
  random: Random,
  kind: SampledRight['kind'],
  start: Day,
  lastDay: Day,
): readonly SampledSpell[] {
  if (start > holidayLastDay || !random.chance(kind === 'telma' ? 1 : 0.09)) return [];
  return [{ start, end: Math.min(lastDay, holidayLastDay) }];
}

function drawUnits(
  random: Random,
  { kind, qualification, start, adult }: RightCircumstances,
  end: Day,
  lastDay: Day,
  graduates: boolean,
): readonly SampledUnit[] {
  if (kind === 'generalUpperSecondary') return [];
  const common = start < dayFromYmd(2022, 8, 1) ? commonUnits2018 : commonUnits2022;
  const all =
    kind === 'wholeQualification'
      ? qualification.level === 'initial'
        ? [...qualification.units, ...common]
        : qualification.units
      : qualification.units.slice(0, kind === 'units' ? random.integer(1, 3) : random.integer(2, 4));
  // Somebody who leaves had further to go than the day he or she left.
  const length = graduates ? end - start : (end - start) * 1.6 + 200;
  const level = 2.6 + random.next() * 1.6;
  const sampled: SampledUnit[] = [];
  all.forEach((unit, position) => {
    const recognised = random.chance(adult ? 0.18 : 0.03);
    const grade = Math.min(5, Math.max(1, Math.round(level + (random.next() - 0.5) * 2)));
    const share = recognised ? 0.03 : (position + 0.5 + random.next() * 0.49) / all.length;
    const assessed = workingDay(start + 3 + Math.round(share * (length - 6)));
    if (assessed <= lastDay && assessed >= start) {
      sampled.push({
        unit,
        assessed,
        grade,
        recognised,
        demonstrated: unit.group === '1' && !recognised && position % 2 === 0,
      });
    }
  });
  return sampled;
}
