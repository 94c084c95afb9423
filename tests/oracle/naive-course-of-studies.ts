import type { IsoDate } from '@strapetsi/indicators';
import { cohortOf, maturityDay } from './naive-completion.js';
import {
  cellsOfCodes,
  earlier,
  endOf,
  type Figures,
  isInvalidated,
  isStudying,
  leaveOut,
  type Request,
  type Row,
  touches,
  tuvaBeside,
} from './naive-follow-up.js';
import { monthsLater } from './person.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** Course of studies, one start and checkpoint at a time, from the account of the warehouse's vocational series. */
const checkpoints = [6, 12, 18, 24, 30, 36, 42, 48, 54, 60] as const;

interface Start {
  readonly person: FollowedPerson;
  readonly right: FollowedRight;
  readonly day: IsoDate;
}

export function naiveCourseOfStudies(persons: readonly FollowedPerson[], request: Request): Figures {
  return followed(persons, request, [10, 20, 30, 40, 41, 42, 43, 50, 70, 80], (start, on) =>
    Math.min(ownCode(start.right, on, request.asOf), codeElsewhere(start, on, request.asOf)),
  );
}

export function naiveOutcomeOfStartedStudies(persons: readonly FollowedPerson[], request: Request): Figures {
  return followed(persons, request, [1, 2, 3], ({ right }, on) => {
    if (hasGraduatedBy(right, on)) return 1;
    return continuesOn(right, on) ? 2 : 3;
  });
}

function followed(
  persons: readonly FollowedPerson[],
  { by, from, to, asOf }: Request,
  codes: readonly number[],
  codeOf: (start: Start, on: IsoDate) => number,
): Figures {
  const all = persons.flatMap((person) =>
    person.rights.flatMap((right): readonly Start[] => {
      const day = firstPresence(right);
      const vocational = right.education === 'wholeQualification' || right.education === 'qualificationUnits';
      return vocational && day !== undefined && from <= day && day <= earlier(to, asOf) ? [{ person, right, day }] : [];
    }),
  );
  const startOf = new Map(all.map((start) => [start.right, start]));
  const { kept, exclusions } = leaveOut(
    all.map(({ right }) => right),
    {
      invalidated: isInvalidated,
      nested: ({ nested }) => nested,
      presentInTuva: (right) => {
        const start = startOf.get(right);
        return start !== undefined && isInTuva(start.person, right, start.day);
      },
    },
  );
  const left = all.filter(({ right }) => kept.has(right));
  const first = left.filter((start) =>
    left.every((rival) => rival === start || !areRivals(start, rival) || comesFirst(start, rival)),
  );
  const rows = first.flatMap((start) =>
    checkpoints.map((months): Row & ({ code: number } | { matures: IsoDate }) => {
      const { person, right, day } = start;
      const members = {
        cohort: cohortOf(day),
        checkpoint: String(months).padStart(2, '0'),
        education: right.education,
      };
      const matures = maturityDay(by.includes('cohort') ? cohortOf(day) : cohortOf(to), months);
      const row = { person, right, ageOn: day, members };
      return asOf < matures ? { ...row, matures } : { ...row, code: codeOf(start, monthsLater(day, months)) };
    }),
  );
  return {
    cells: cellsOfCodes(rows, codes, by),
    population: all.length,
    exclusions: { ...exclusions, otherStart: left.length - first.length },
  };
}

function firstPresence({ periods }: FollowedRight): IsoDate | undefined {
  return periods
    .filter(isStudying)
    .map(({ start }) => start)
    .sort()[0];
}

function areRivals(a: Start, b: Start): boolean {
  return a.person === b.person && a.right.education === b.right.education && cohortOf(a.day) === cohortOf(b.day);
}

function comesFirst(a: Start, b: Start): boolean {
  if (a.day !== b.day) return a.day < b.day;
  const [aStart, bStart] = [a.right.periods[0]?.start ?? '', b.right.periods[0]?.start ?? ''];
  return aStart === bStart ? a.right.key < b.right.key : aStart < bStart;
}

function isInTuva(person: FollowedPerson, right: FollowedRight, day: IsoDate): boolean {
  return tuvaBeside(person, right).some((period) => touches(period, { from: day, to: day }));
}

function hasGraduatedBy({ periods }: FollowedRight, day: IsoDate): boolean {
  return periods.some(({ state, start }) => state === 'graduated' && start <= day);
}

function isIn({ periods }: FollowedRight, states: readonly string[], day: IsoDate): boolean {
  return periods.some((period) => states.includes(period.state) && period.start <= day && day <= endOf(period));
}

function continuesOn(right: FollowedRight, day: IsoDate): boolean {
  return isIn(right, ['present', 'holiday', 'interrupted'], day);
}

function ownCode(right: FollowedRight, on: IsoDate, asOf: IsoDate): number {
  const units = right.education === 'qualificationUnits';
  if (hasGraduatedBy(right, earlier(on, asOf))) return units ? 41 : 10;
  if (continuesOn(right, on)) return units ? 42 : 30;
  return 80;
}

function codeElsewhere({ person, right, day }: Start, on: IsoDate, asOf: IsoDate): number {
  const tuvaFirst = isInTuva(person, right, on);
  let lowest = 80;
  for (const other of person.rights) {
    if (other === right || other.nested || isInvalidated(other)) continue;
    const completed = completionDay(other, asOf);
    const graduated = completed !== undefined && day <= completed && completed <= on;
    const goesOn = continuesOn(other, on) && (other.tuva || !tuvaFirst);
    const known = right.qualification !== undefined && other.qualification !== undefined;
    const same = known && right.qualification === other.qualification;
    const codes: number[] = [];
    if (other.education === 'wholeQualification' && known) {
      if (graduated) codes.push(same ? 10 : 20);
      if (goesOn) codes.push(same ? 30 : 40);
    }
    if (other.education === 'qualificationUnits') {
      if (graduated && !isInTuva(person, other, completed)) codes.push(41);
      if (goesOn) codes.push(42);
    }
    if (graduated && other.tuva) codes.push(43);
    if (goesOn && (other.tuva || other.performanceType === 'valma' || other.performanceType === 'telma'))
      codes.push(50);
    const otherEducation = isIn(other, ['present', 'holiday', 'interrupted', 'graduated'], on) && !tuvaFirst;
    if (otherEducation && other.performanceType === 'muuammatillinenkoulutus') codes.push(70);
    lowest = Math.min(lowest, ...codes);
  }
  return lowest;
}

/** Of a right that has graduated: when it was confirmed, or when it graduated where that is not known. */
function completionDay({ periods, confirmed }: FollowedRight, asOf: IsoDate): IsoDate | undefined {
  const graduated = periods.find(({ state, start }) => state === 'graduated' && start <= asOf);
  return graduated === undefined ? undefined : (confirmed ?? graduated.start);
}
