import type { AggregateCell } from '@strapetsi/indicators';
import { daysAtWorkIn, daysWithin } from './days-at-work.js';
import {
  cellsOfSums,
  earlier,
  type Figures,
  fundingOn,
  inOrder,
  keyOf,
  lastDayOfRight,
  membersOfWindow,
  type Request,
  windowsOf,
} from './naive-follow-up.js';
import { vocationalRights } from './naive-students.js';
import { membersOfWorkplace } from './naive-workplace-learning.js';
import type { WorkingPerson, WorkingRight, Workplace } from './working-networks.js';

/** Employers: whose business id is met on a day at work. */
export function naiveEmployers(persons: readonly WorkingPerson[], request: Request): Figures {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const cells = new Map<string, { key: readonly string[]; persons: Set<WorkingPerson>; employers: Set<string> }>();
  const windows = windowsOf(request, request.by);
  for (const person of persons) {
    for (const right of person.rights.filter((one) => kept.has(one))) {
      for (const { day, workplace } of daysWithin(person, right, request.asOf)) {
        const { employer } = workplace;
        const window = windows.find(({ from, to }) => from <= day && day <= to);
        if (window === undefined || typeof employer !== 'string') continue;
        const members = { ...membersOfWindow(window), ...membersOfWorkplace(workplace) };
        const key = keyOf({ person, right, ageOn: window.from, members }, request.by);
        const cell = cells.get(JSON.stringify(key)) ?? { key, persons: new Set(), employers: new Set() };
        cell.persons.add(person);
        cell.employers.add(employer);
        cells.set(JSON.stringify(key), cell);
      }
    }
  }
  const counted = [...cells.values()].map(({ key, persons: met, employers }): AggregateCell => {
    return { key, n: met.size, amounts: [], codes: [...employers].sort() };
  });
  return { cells: inOrder(counted), population: all.length, exclusions };
}

/** The day on which a period begins within its right: its first day, or the right's where it runs already. */
function beganOn(person: WorkingPerson, right: WorkingRight, workplace: Workplace): string | undefined {
  const days = daysAtWorkIn(person, right).filter((one) => one.workplace === workplace);
  const rightFrom = right.periods[0]?.start ?? '';
  const first = days.find(({ isFirst }) => isFirst)?.day;
  if (first !== undefined && rightFrom <= first) return first;
  return days.find(({ day }) => day === rightFrom)?.day;
}

export function naiveWorkplaceAgreements(persons: readonly WorkingPerson[], request: Request): Figures {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const windows = windowsOf(request, request.by);
  const rows = persons.flatMap((person) =>
    person.rights
      .filter((right) => kept.has(right))
      .flatMap((right) =>
        right.workplaces.flatMap((workplace) => {
          const began = beganOn(person, right, workplace);
          if (began === undefined || began > earlier(lastDayOfRight(right), request.asOf)) return [];
          const window = windows.find(({ from, to }) => from <= began && began <= to);
          if (window === undefined) return [];
          const members = {
            ...membersOfWindow(window),
            ...membersOfWorkplace(workplace),
            funding: fundingOn(right, began),
          };
          return [{ person, right, ageOn: window.from, members, amount: 1 }];
        }),
      ),
  );
  return { cells: cellsOfSums(rows, request.by), population: all.length, exclusions };
}
