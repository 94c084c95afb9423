import type { IsoDate, PeriodState } from '@strapetsi/indicators';
import { covers, daysLater, FOREVER, monthsLater, type Period, type Person, type Right } from './person.js';

/** What became of a start, person by person and day by day as text: whole months until then, and why (0 still under way). */
export interface Fate {
  readonly cohort: string;
  readonly months: number;
  readonly way: 'underWay' | 'graduated' | 'left';
}

const finalStates: readonly PeriodState[] = ['graduated', 'resigned', 'deemedResigned', 'cancelled', 'invalidated'];

function cohortOf(day: IsoDate): string {
  return `${day.slice(0, 4)}-H${day.slice(5) < '07-01' ? '1' : '2'}`;
}

/** The largest number of months that have passed; who takes longer than `upTo` is still under way then. */
function fateOf(start: IsoDate, exit: IsoDate, way: Fate['way'], upTo: number): Fate {
  let months = 0;
  while (monthsLater(start, months + 1) <= exit) months += 1;
  if (months > upTo) return { cohort: cohortOf(start), months: upTo, way: 'underWay' };
  return { cohort: cohortOf(start), months, way };
}

function startOf(right: Right): IsoDate | undefined {
  return right.periods
    .filter(({ state }) => state === 'present' || state === 'holiday')
    .map(({ start }) => start)
    .sort()[0];
}

function firstDayIn(right: Right, ...states: readonly PeriodState[]): IsoDate | undefined {
  return right.periods
    .filter(({ state }) => states.includes(state))
    .map(({ start }) => start)
    .sort()[0];
}

/** Right by right: to graduation, to another final state, or to the day of the data. */
export function naiveTimeToQualification(
  persons: readonly Person[],
  { from, to, asOf }: { readonly from: IsoDate; readonly to: IsoDate; readonly asOf: IsoDate },
): readonly Fate[] {
  const fates: Fate[] = [];
  for (const right of persons.flatMap(({ rights }) => rights)) {
    const start = startOf(right);
    if (right.education !== 'wholeQualification' || right.nested || start === undefined) continue;
    if (start < from || start > to || start > asOf || firstDayIn(right, 'invalidated') !== undefined) continue;
    const graduated = firstDayIn(right, 'graduated') ?? FOREVER;
    const ended = firstDayIn(right, ...finalStates) ?? FOREVER;
    const [exit, way]: readonly [IsoDate, Fate['way']] =
      graduated <= asOf ? [graduated, 'graduated'] : ended <= asOf ? [ended, 'left'] : [asOf, 'underWay'];
    if (exit >= start) fates.push(fateOf(start, exit, way, 84));
  }
  return fates;
}

interface Stay {
  readonly right: Right;
  readonly period: Period;
}

/** Person by person and half-year by half-year, over all rights of the person. */
export function naiveUpToDateCompletion(
  persons: readonly Person[],
  { from, to, asOf }: { readonly from: IsoDate; readonly to: IsoDate; readonly asOf: IsoDate },
): readonly Fate[] {
  const fates: Fate[] = [];
  for (const person of persons) {
    const stays = person.rights.flatMap((right) => right.periods.map((period) => ({ right, period })));
    const starts = person.rights
      .filter(({ education, nested }) => education === 'wholeQualification' && !nested)
      .map((right) => ({ right, day: startOf(right) ?? FOREVER }))
      .filter(({ day }) => day >= from && day <= to && day <= asOf)
      .filter(({ right, day }) => !stays.some((stay) => stay.right !== right && isInTuva(stay, day)));
    for (const cohort of new Set(starts.map(({ day }) => cohortOf(day)))) {
      const day = starts
        .map((start) => start.day)
        .filter((one) => cohortOf(one) === cohort)
        .sort()[0];
      if (day !== undefined) fates.push(fateOfPerson(stays, day, asOf));
    }
  }
  return fates;
}

function isInTuva({ right, period }: Stay, day: IsoDate): boolean {
  return right.tuva && (period.state === 'present' || period.state === 'holiday') && covers(period, day);
}

function fateOfPerson(stays: readonly Stay[], start: IsoDate, asOf: IsoDate): Fate {
  const own = stays.filter(({ right }) => !right.nested);
  const graduated = own
    .filter(({ right }) => ['wholeQualification', 'generalUpperSecondary'].includes(right.education))
    .filter(({ right, period }) => period.state === 'graduated' && right.performanceType !== 'lukionoppimaara')
    .map(({ period }) => period.start)
    .filter((day) => day > start && day <= asOf)
    .sort()[0];
  if (graduated !== undefined) return fateOf(start, daysLater(graduated, -1), 'graduated', 60);
  const studying = own
    .filter(({ period }) => ['present', 'holiday', 'interrupted'].includes(period.state) && period.start <= asOf)
    .map(({ period }) => period);
  if (studying.some((period) => covers(period, asOf))) return fateOf(start, asOf, 'underWay', 60);
  const days = studying.map(({ end = FOREVER }) => (end < asOf ? end : asOf));
  return fateOf(start, [start, ...days].sort().at(-1) ?? start, 'left', 60);
}
