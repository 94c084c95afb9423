import type { AggregateCell, DimensionId } from '@strapetsi/indicators';
import { daysAtWorkIn, daysWithin, type DayAtWork } from './days-at-work.js';
import {
  cellsOfCodes,
  cellsOfSums,
  earlier,
  endOf,
  type Figures,
  fundingMember,
  fundingOn,
  inOrder,
  isInvalidated,
  keyOf,
  lastDayOfRight,
  later,
  leaveOut,
  membersOfWindow,
  type Request,
  type Row,
  windowsOf,
} from './naive-follow-up.js';
import { vocationalRights } from './naive-students.js';
import { daysBetween } from './person.js';
import type { Workplace, WorkingPerson, WorkingRight } from './working-networks.js';

/** Learning at work, from days at work that are laid out one by one. */
type Kind = Workplace['kind'];
const WHOLE_DAY = 1_000_000;
const ways = [1, 2, 3];

export function cohortOf(right: WorkingRight): string {
  const start = right.periods[0]?.start ?? '';
  return `${start.slice(0, 4)}-${start.slice(5, 7) <= '06' ? 'H1' : 'H2'}`;
}

/** Days of presence, and those of them at work. */
export function naiveWorkplaceLearning(...kinds: readonly Kind[]) {
  return (persons: readonly WorkingPerson[], request: Request): Figures => {
    const { all, kept, exclusions } = vocationalRights(persons, request);
    const rows: (Row & { whole: number; part: number })[] = [];
    const windows = windowsOf(request, request.by);
    for (const person of persons) {
      for (const right of person.rights.filter((one) => kept.has(one))) {
        const atWork = daysAtWorkIn(person, right).filter(({ workplace }) => kinds.includes(workplace.kind));
        for (const period of right.periods.filter(({ state }) => state === 'present')) {
          for (const window of windows) {
            const first = later(period.start, window.from);
            const last = earlier(earlier(endOf(period), window.to), request.asOf);
            if (first > last) continue;
            const part = sumOf(atWork.filter(({ day }) => first <= day && day <= last));
            const members = { ...membersOfWindow(window), funding: fundingMember(period.funding) };
            const whole = (daysBetween(first, last) + 1) * WHOLE_DAY;
            rows.push({ person, right, ageOn: window.from, members, whole, part });
          }
        }
      }
    }
    return { cells: cellsOfShares(rows, request.by), population: all.length, exclusions };
  };
}

function sumOf(days: readonly DayAtWork[]): number {
  return days.reduce((sum, { part }) => sum + part, 0);
}

function cellsOfShares(
  rows: readonly (Row & { readonly whole: number; readonly part: number })[],
  by: readonly DimensionId[],
): readonly AggregateCell[] {
  const cells = new Map<string, { key: readonly string[]; persons: Set<unknown>; whole: number; part: number }>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const cell = cells.get(JSON.stringify(key)) ?? { key, persons: new Set(), whole: 0, part: 0 };
    cell.whole += row.whole;
    cell.part += row.part;
    cell.persons.add(row.person);
    cells.set(JSON.stringify(key), cell);
  }
  return inOrder(
    [...cells.values()].map(({ key, persons, whole, part }) => ({ key, n: persons.size, amounts: [whole, part] })),
  );
}

export function naiveWorkplaceDays(persons: readonly WorkingPerson[], request: Request): Figures {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const windows = windowsOf(request, request.by);
  const rows = persons.flatMap((person) =>
    person.rights
      .filter((right) => kept.has(right))
      .flatMap((right) =>
        daysWithin(person, right, request.asOf).flatMap(({ day, workplace, part }) => {
          const window = windows.find(({ from, to }) => from <= day && day <= to);
          if (window === undefined) return [];
          const members = { ...membersOfWindow(window), ...membersOfWorkplace(workplace) };
          return [{ person, right, ageOn: window.from, members, amount: part }];
        }),
      ),
  );
  return { cells: cellsOfSums(rows, request.by), population: all.length, exclusions };
}

export function membersOfWorkplace({ kind, area }: Workplace): Row['members'] {
  return { workplaceKind: kind, area: typeof area === 'string' ? area : 'unknown' };
}

/** 1 for a day of apprenticeship, 2 for any other day at work, 3 for none. */
function wayOf(days: readonly DayAtWork[]): number {
  if (days.some(({ workplace }) => workplace.kind === 'apprenticeship')) return 1;
  return days.length > 0 ? 2 : 3;
}

export function naiveWorkplaceLearners(persons: readonly WorkingPerson[], request: Request): Figures {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const rows: (Row & { code: number })[] = [];
  const windows = windowsOf(request, request.by);
  for (const person of persons) {
    for (const right of person.rights.filter((one) => kept.has(one))) {
      const days = daysWithin(person, right, request.asOf);
      const present = right.periods.filter(({ state }) => state === 'present');
      for (const window of windows) {
        const to = earlier(earlier(window.to, request.asOf), lastDayOfRight(right));
        const lastDays = present
          .filter((period) => later(period.start, window.from) <= earlier(endOf(period), to))
          .map((period) => earlier(endOf(period), to));
        const lastDay = lastDays.sort().at(-1);
        if (lastDay === undefined) continue;
        const code = wayOf(days.filter(({ day }) => window.from <= day && day <= to));
        const members = { ...membersOfWindow(window), funding: fundingOn(right, lastDay), cohort: cohortOf(right) };
        rows.push({ person, right, ageOn: window.from, members, code });
      }
    }
  }
  return { cells: cellsOfCodes(rows, ways, request.by), population: all.length, exclusions };
}

export function naiveGraduatesWithWorkplaceLearning(persons: readonly WorkingPerson[], request: Request): Figures {
  const { from, to, asOf, by } = request;
  const confirmed = persons.flatMap((person) =>
    person.rights.flatMap((right) => {
      const day = right.confirmed;
      if (right.education !== 'wholeQualification' || day === undefined) return [];
      return day < from || day > earlier(to, asOf) ? [] : [{ person, right, day }];
    }),
  );
  const { kept, exclusions } = leaveOut(
    confirmed.map(({ right }) => right),
    { invalidated: isInvalidated, nested: ({ nested }) => nested },
  );
  const windows = windowsOf(request, by);
  const rows = confirmed.flatMap(({ person, right, day }) => {
    const window = windows.find((one) => one.from <= day && day <= one.to);
    if (!kept.has(right) || window === undefined) return [];
    const funding = fundingOn(right, earlier(day, lastDayOfRight(right)));
    const members = { ...membersOfWindow(window), funding, cohort: cohortOf(right) };
    return [{ person, right, ageOn: window.from, members, code: wayOf(daysWithin(person, right, asOf)) }];
  });
  return { cells: cellsOfCodes(rows, ways, by), population: confirmed.length, exclusions };
}
