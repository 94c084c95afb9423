import type { IsoDate } from '@strapetsi/indicators';
import {
  cellsOfSums,
  earlier,
  endOf,
  type Figures,
  fundingMember,
  isInvalidated,
  isOfVocationalEducation,
  isStudying,
  lastDayOfRight,
  leaveOut,
  membersOfWindow,
  monthsOf,
  type Request,
  type Row,
  touches,
  tuvaBeside,
} from './naive-follow-up.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** New students, one right at a time, from the account of the warehouse's table of students (uusi). */
export function naiveNewStudents(persons: readonly FollowedPerson[], request: Request): Figures {
  const { from, to, asOf } = request;
  const personOf = new Map(persons.flatMap((person) => person.rights.map((right) => [right, person] as const)));
  const started = persons
    .flatMap(({ rights }) => rights)
    .filter((right) => {
      const day = firstPresence(right);
      return isOfVocationalEducation(right) && day !== undefined && from <= day && day <= earlier(to, asOf);
    });
  const { kept, exclusions } = leaveOut(started, {
    invalidated: isInvalidated,
    nested: ({ nested }) => nested,
    straightToDemonstrations: cameStraightToDemonstrations,
    earlierRight: (right) => studiedThereBefore(right, personOf.get(right)?.rights ?? []),
  });
  const rows: (Row & { amount: number })[] = [];
  const inTuva = new Set<FollowedRight>();
  for (const right of kept) {
    const person = personOf.get(right);
    const day = firstPresence(right);
    if (person === undefined || day === undefined) continue;
    const month = monthsOf({ from, to }).find((one) => one.from <= day && day <= one.to);
    if (month === undefined) continue;
    const known = { from: month.from, to: earlier(month.to, asOf) };
    for (const period of right.periods) {
      if (!isStudying(period) || !touches(period, known)) continue;
      const tuva = tuvaBeside(person, right).some(
        (other) => touches(other, known) && touches(other, { from: period.start, to: endOf(period) }),
      );
      const members = { ...membersOfWindow(month), funding: fundingMember(period.funding) };
      if (tuva && !right.tuva) inTuva.add(right);
      else rows.push({ person, right, ageOn: month.from, members, amount: 1 });
    }
  }
  return {
    cells: cellsOfSums(rows, request.by),
    population: started.length,
    exclusions: { ...exclusions, presentInTuva: inTuva.size },
  };
}

function firstPresence({ periods }: FollowedRight): IsoDate | undefined {
  return periods
    .filter(isStudying)
    .map(({ start }) => start)
    .sort()[0];
}

/** The share of full time is nought all along, or there is nothing but graduation. */
function cameStraightToDemonstrations({ periods }: FollowedRight): boolean {
  return periods.every(({ share }) => share === 0) || periods.every(({ state }) => state === 'graduated');
}

function isPreparatory({ performanceType, tuva }: FollowedRight): boolean {
  return tuva || ['valma', 'telma', 'tuvakoulutuksensuoritus'].includes(performanceType);
}

function studiedThereBefore(right: FollowedRight, all: readonly FollowedRight[]): boolean {
  const year = firstPresence(right)?.slice(0, 4) ?? '';
  return all.some(
    (other) =>
      other !== right &&
      !other.nested &&
      !isInvalidated(other) &&
      isOfVocationalEducation(other) &&
      !cameStraightToDemonstrations(other) &&
      other.periods.some(isStudying) &&
      other.provider === right.provider &&
      isPreparatory(other) === isPreparatory(right) &&
      (other.periods[0]?.start ?? '') < (right.periods[0]?.start ?? '') &&
      lastDayOfRight(other).slice(0, 4) >= year,
  );
}
