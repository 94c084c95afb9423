import {
  cellsOfSums,
  earlier,
  type Figures,
  fundingOn,
  isInvalidated,
  lastDayOfRight,
  leaveOut,
  membersOfWindow,
  type Request,
  windowsOf,
} from './naive-follow-up.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** Qualifications or parts of them, by the day of confirmation: one loop over rights. */
export function naiveQualifications(
  education: FollowedRight['education'],
): (persons: readonly FollowedPerson[], request: Request) => Figures {
  return (persons, request) => {
    const { from, to, asOf, by } = request;
    const confirmed = persons.flatMap((person) =>
      person.rights.flatMap((right) => {
        const day = right.confirmed;
        if (right.education !== education || day === undefined || day < from || day > earlier(to, asOf)) return [];
        return [{ person, right, day }];
      }),
    );
    const { kept, exclusions } = leaveOut(
      confirmed.map(({ right }) => right),
      { invalidated: isInvalidated, nested: ({ nested }) => nested },
    );
    const rows = confirmed.flatMap(({ person, right, day }) => {
      const window = windowsOf(request, by).find((one) => one.from <= day && day <= one.to);
      if (!kept.has(right) || window === undefined) return [];
      const funding = fundingOn(right, earlier(day, lastDayOfRight(right)));
      return [{ person, right, ageOn: window.from, members: { ...membersOfWindow(window), funding }, amount: 1 }];
    });
    return { cells: cellsOfSums(rows, by), population: confirmed.length, exclusions };
  };
}
