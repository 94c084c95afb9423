import { cutsOfRight } from './naive-cuts.js';
import {
  cellsOfShares,
  earlier,
  endOf,
  type Figures,
  fundingMember,
  later,
  membersOfWindow,
  type Request,
  type Row,
  windowsOf,
} from './naive-follow-up.js';
import { vocationalRights } from './naive-students.js';
import { daysLater } from './person.js';
import type { PersonalisedPerson } from './personalised-networks.js';

/** Day by day: is the learner present, and at less than full time? */
export function naivePartTime(persons: readonly PersonalisedPerson[], request: Request): Figures {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const rows: (Row & { whole: number; part: number })[] = [];
  for (const window of windowsOf(request, request.by)) {
    for (const person of persons) {
      for (const right of person.rights) {
        if (!kept.has(right)) continue;
        for (const period of right.periods) {
          if (period.state !== 'present') continue;
          let whole = 0;
          let part = 0;
          const last = earlier(earlier(endOf(period), window.to), request.asOf);
          const first = later(period.start, window.from);
          for (let day = first; day <= last; day = daysLater(day, 1)) {
            whole += 1;
            if (period.share < 1_000_000) part += 1;
          }
          const members = {
            ...membersOfWindow(window),
            ...cutsOfRight(right, { from: first, to: last }),
            funding: fundingMember(period.funding),
          };
          if (whole > 0) rows.push({ person, right, ageOn: window.from, members, whole, part });
        }
      }
    }
  }
  return { cells: cellsOfShares(rows, request.by), population: all.length, exclusions };
}
