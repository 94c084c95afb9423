import type { IsoDate } from '@strapetsi/indicators';
import { covers, daysBetween, daysLater, lastDayOfMonth, monthsLater, type Person, type Right } from './person.js';

/**
 * Completion by cohort, one person at a time, straight from the decision table in `docs/completion-by-cohort.md`:
 * each line names its row (A1–C5). Nothing here is fast, and nothing is shared with the definition or the engine.
 */
export type Started = 'vocational' | 'generalUpperSecondary' | 'preparatory';
export type LeftOut = 'included' | 'inTuva' | 'otherStart';
export type State = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 98;

export interface Start {
  readonly person: Person;
  readonly right: Right;
  readonly day: IsoDate;
  /** `2021-H1` */
  readonly cohort: string;
  readonly started: Started;
}

export interface Starts {
  readonly counted: readonly Start[];
  readonly leftOut: readonly { readonly start: Start; readonly why: LeftOut }[];
}

export type Situation = { readonly state: State; readonly on: IsoDate } | { readonly matures: IsoDate };

export const checkpoints = [6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 'lastMonthEnd'] as const;
export type Checkpoint = (typeof checkpoints)[number];

/** Everybody who started, cohort by cohort, and who was left out for what. */
export function naiveStarts(persons: readonly Person[], from: IsoDate, to: IsoDate): Starts {
  const counted: Start[] = [];
  const leftOut: { start: Start; why: LeftOut }[] = [];
  for (const person of persons) {
    const remaining: Start[] = [];
    for (const right of person.rights) {
      const started = startedIn(right);
      if (started === undefined) continue; // A1
      const day = startingDay(right); // A2
      if (day === undefined || day < from || day > to) continue;
      const start: Start = { person, right, day, cohort: cohortOf(day), started };
      if (right.nested)
        leftOut.push({ start, why: 'included' }); // A3
      else if (!right.tuva && presentInTuva(person, day))
        leftOut.push({ start, why: 'inTuva' }); // A4
      else remaining.push(start);
    }
    // A6: one start per group and half-year
    for (const start of remaining) {
      const rivals = remaining.filter((rival) => rival.started === start.started && rival.cohort === start.cohort);
      if (rivals.every((rival) => rival === start || comesBefore(start, rival))) counted.push(start);
      else leftOut.push({ start, why: 'otherStart' });
    }
  }
  return { counted, leftOut };
}

/**
 * In what situation the person is at a checkpoint, or from when that can be said (B1–B3, C1–C5). Where cells do not tell cohorts
 * apart, the youngest of them decides for all.
 */
export function naiveSituation(
  start: Start,
  checkpoint: Checkpoint,
  asOf: IsoDate,
  youngest = start.cohort,
): Situation {
  const matures = maturityDay(youngest, checkpoint);
  if (asOf < matures) return { matures };
  const monthEnd = lastMonthEnd(asOf);
  const on = checkpoint === 'lastMonthEnd' ? monthEnd : monthsLater(start.day, checkpoint); // B1
  return { state: stateOn(start, on, monthEnd), on };
}

export function lastMonthEnd(asOf: IsoDate): IsoDate {
  return daysLater(`${asOf.slice(0, 7)}-01`, -1);
}

/** The first day of calculation on which the checkpoint of a cohort can be looked at. */
export function maturityDay(cohort: string, checkpoint: Checkpoint): IsoDate {
  const key = `${cohort} ${String(checkpoint)}`;
  const known = maturityDays.get(key) ?? findMaturityDay(cohort, checkpoint);
  maturityDays.set(key, known);
  return known;
}

// month by month it is slow, and the same few cohorts come back
const maturityDays = new Map<string, IsoDate>();

function findMaturityDay(cohort: string, checkpoint: Checkpoint): IsoDate {
  const cohortEnd = cohort.endsWith('H1') ? `${cohort.slice(0, 4)}-06-30` : `${cohort.slice(0, 4)}-12-31`;
  if (checkpoint === 'lastMonthEnd') return daysLater(cohortEnd, 1); // B3
  const n = checkpoint / 6;
  let monthEnd = lastDayOfMonth(cohortEnd);
  while (Math.floor((daysBetween(cohortEnd, monthEnd) / 365.25) * 2) < n) {
    monthEnd = lastDayOfMonth(daysLater(monthEnd, 1)); // B2
  }
  return daysLater(monthEnd, 1);
}

function startedIn(right: Right): Started | undefined {
  switch (right.education) {
    case 'wholeQualification':
    case 'qualificationUnits':
      return 'vocational';
    case 'generalUpperSecondary':
      return 'generalUpperSecondary';
    case 'preparatory':
      return 'preparatory';
    case 'other':
      return undefined;
  }
}

function startingDay(right: Right): IsoDate | undefined {
  return right.periods
    .filter(({ state }) => state === 'present' || (state === 'holiday' && right.education !== 'preparatory'))
    .map(({ start }) => start)
    .sort()[0];
}

export function cohortOf(day: IsoDate): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 'H1' : 'H2'}`; // A5
}

function comesBefore(one: Start, other: Start): boolean {
  const oneUnits = one.right.education === 'qualificationUnits';
  const otherUnits = other.right.education === 'qualificationUnits';
  if (oneUnits !== otherUnits) return otherUnits;
  if (one.day !== other.day) return one.day < other.day;
  return one.right.key < other.right.key;
}

function presentInTuva(person: Person, day: IsoDate): boolean {
  return person.rights.some(
    (right) =>
      right.tuva &&
      right.periods.some((period) => (period.state === 'present' || period.state === 'holiday') && covers(period, day)),
  );
}

function stateOn(start: Start, on: IsoDate, monthEnd: IsoDate): State {
  let lowest: State = 98;
  for (const candidate of start.person.rights) {
    if (candidate.nested) continue;
    for (const state of statesOfCandidate(start, candidate, on, monthEnd)) {
      if (state < lowest) lowest = state;
    }
  }
  return lowest;
}

function statesOfCandidate(start: Start, candidate: Right, on: IsoDate, monthEnd: IsoDate): readonly State[] {
  const states: State[] = [];
  const whole = candidate.education === 'wholeQualification' || candidate.education === 'generalUpperSecondary';
  const sameKind = whole && candidate.education === start.right.education;
  const graduations = graduationDays(candidate).filter((day) => start.day < day && day <= on && day <= monthEnd); // C4

  if (graduations.length > 0 && whole) states.push(sameKind ? 1 : 2);
  if (
    candidate.education === 'qualificationUnits' &&
    graduations.some((day) => !presentInTuva(start.person, day)) // C2: preparatory education has no such line
  ) {
    states.push(7);
  }

  const goesOn = candidate.periods.some(
    (period) =>
      (period.state === 'present' || period.state === 'holiday' || period.state === 'interrupted') &&
      covers(period, on),
  );
  if (!goesOn) return states;
  const tuvaComesFirst = !candidate.tuva && presentInTuva(start.person, on); // C1
  if (candidate.education === 'preparatory') {
    const original =
      start.right.education === 'preparatory' && start.right.performanceType === candidate.performanceType;
    if (original) states.push(5);
    else if (!tuvaComesFirst) states.push(6);
  }
  if (whole && !tuvaComesFirst) states.push(sameKind ? 3 : 4);
  if (candidate.education === 'qualificationUnits' && !tuvaComesFirst) states.push(8);
  return states;
}

function graduationDays(right: Right): readonly IsoDate[] {
  if (right.performanceType === 'lukionoppimaara') return []; // C3
  return right.periods.filter(({ state }) => state === 'graduated').map(({ start }) => start);
}
