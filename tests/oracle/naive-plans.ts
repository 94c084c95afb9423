import { cutsOfRight } from './naive-cuts.js';
import {
  cellsOfCodes,
  earlier,
  type Figures,
  fundingOn,
  isInvalidated,
  isStudying,
  leaveOut,
  membersOfWindow,
  type Request,
  touches,
} from './naive-follow-up.js';
import { daysLater } from './person.js';
import type { PersonalisedPerson, PersonalisedRight } from './personalised-networks.js';

/** Personal plans, right by right, from the words of the two definitions. */
const IN_TIME = 1;
const LATE = 2;
const UP_TO_DATE = 1;
const NOT_LATELY = 2;
const NONE = 3;

function isToQualification({ education }: PersonalisedRight): boolean {
  return education === 'wholeQualification' || education === 'qualificationUnits';
}

function hasUndated({ plans }: PersonalisedRight): boolean {
  return plans.some(({ approved }) => approved === undefined);
}

function startOf({ periods }: PersonalisedRight): string {
  let first = '';
  for (const period of periods) if (isStudying(period) && (first === '' || period.start < first)) first = period.start;
  return first;
}

/** Both programs sort the rights they look at into those that are counted and those left out. */
function sorted(
  persons: readonly PersonalisedPerson[],
  isLookedAt: (right: PersonalisedRight) => boolean,
  grounds: Readonly<Record<string, (right: PersonalisedRight) => boolean>>,
) {
  const all = persons.flatMap(({ rights }) => rights.filter(isLookedAt));
  const { kept, exclusions } = leaveOut(all, {
    invalidated: isInvalidated,
    nested: ({ nested }) => nested,
    ...grounds,
  });
  const counted = persons.flatMap((person) =>
    person.rights.filter((right) => kept.has(right)).map((right) => ({ person, right })),
  );
  return { counted, population: all.length, exclusions };
}

export function naivePlanTimeliness(limit: number) {
  return (persons: readonly PersonalisedPerson[], { by, from, to, asOf }: Request): Figures => {
    const { counted, population, exclusions } = sorted(
      persons,
      (right) => {
        const start = startOf(right);
        return isToQualification(right) && start !== '' && from <= start && start <= to && start <= asOf;
      },
      {
        tooEarlyToSay: (right) => asOf < daysLater(startOf(right), limit),
        approvalUnknown: (right) => hasUndated(right) && approvalsOf(right, asOf).length === 0,
      },
    );
    const rows = counted.map(({ person, right }) => {
      const start = startOf(right);
      const window = membersOfWindow({ from: start, to: start });
      const approvals = approvalsOf(right, asOf);
      const inTime = approvals.some((day) => day <= daysLater(start, limit));
      return {
        person,
        right,
        ageOn: start,
        members: {
          ...window,
          ...cutsOfRight(right, { from: start, to: start }),
          ...(window.halfYear === undefined ? {} : { cohort: window.halfYear }),
          funding: fundingOn(right, start),
        },
        code: approvals.length === 0 ? NONE : inTime ? IN_TIME : LATE,
      };
    });
    return { cells: cellsOfCodes(rows, [IN_TIME, LATE, NONE], by), population, exclusions };
  };
}

function approvalsOf({ plans }: PersonalisedRight, asOf: string): readonly string[] {
  return plans.flatMap(({ approved }) => (approved !== undefined && approved <= asOf ? [approved] : []));
}

export function naivePlanUpdates(limit: number) {
  return (persons: readonly PersonalisedPerson[], { by, from, to, asOf }: Request): Figures => {
    const day = earlier(to, asOf);
    const { counted, population, exclusions } = sorted(
      persons,
      (right) =>
        isToQualification(right) &&
        from <= day &&
        right.periods.some((period) => isStudying(period) && touches(period, { from: day, to: day })),
      { approvalUnknown: (right) => hasUndated(right) && daysOf(right, day).length === 0 },
    );
    const rows = counted.map(({ person, right }) => {
      const known = daysOf(right, day);
      let lately = false;
      for (let back = 0; back < limit; back++) if (known.includes(daysLater(day, -back))) lately = true;
      return {
        person,
        right,
        ageOn: day,
        members: { ...cutsOfRight(right, { from: day, to: day }), funding: fundingOn(right, day) },
        code: known.length === 0 ? NONE : lately ? UP_TO_DATE : NOT_LATELY,
      };
    });
    return { cells: cellsOfCodes(rows, [UP_TO_DATE, NOT_LATELY, NONE], by), population, exclusions };
  };
}

/** Days to the one that is looked at, on which plans of the right were approved or changed. */
function daysOf({ plans }: PersonalisedRight, day: string): readonly string[] {
  return plans
    .flatMap(({ approved, lastApproved, updated }) => [approved ?? '', lastApproved ?? '', updated ?? ''])
    .filter((one) => one !== '' && one <= day);
}
