import type { IsoDate } from '@strapetsi/indicators';
import {
  cellsOfCodes,
  earlier,
  type Figures,
  fundingOn,
  isInForce,
  isInvalidated,
  isStudying,
  leaveOut,
  membersOfWindow,
  type Request,
  type Row,
  touches,
  windowsOf,
} from './naive-follow-up.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** Students of one 20 September and what they do on the next, from Statistics Finland's description. */
export function naiveDiscontinuationBySeptember(persons: readonly FollowedPerson[], request: Request): Figures {
  const { from, to, asOf, by } = request;
  const looked = persons
    .flatMap(({ rights }) => rights)
    .filter(
      (right) =>
        right.education === 'wholeQualification' &&
        isInForce(right, { from, to }) &&
        (right.periods[0]?.start ?? '') <= asOf,
    );
  const { kept, exclusions } = leaveOut(looked, { invalidated: isInvalidated, nested: ({ nested }) => nested });
  const rows: (Row & ({ code: number } | { matures: IsoDate }))[] = [];
  const others = new Set<FollowedRight>();
  for (const window of windowsOf(request, by)) {
    const year = Number(window.to.slice(0, 4));
    const first = `${String(year)}-09-20`;
    const last = `${String(year + 1)}-09-20`;
    if (first < window.from || first > earlier(window.to, asOf)) continue;
    for (const person of persons) {
      const [right, ...more] = person.rights
        .filter((one) => kept.has(one) && studiesOn(one, first))
        .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : a.key < b.key ? -1 : 1));
      more.forEach((one) => others.add(one));
      if (right === undefined) continue;
      const members = { ...membersOfWindow(window), funding: fundingOn(right, first) };
      const matures = latestSeptember(request, window.from);
      const code = situationOf(person, first, last);
      rows.push({ person, right, ageOn: window.from, members, ...(asOf < matures ? { matures } : { code }) });
    }
  }
  return {
    cells: cellsOfCodes(rows, [1, 2, 3, 4, 5], by),
    population: looked.length,
    exclusions: { ...exclusions, otherRight: others.size },
  };
}

function startOf({ periods }: FollowedRight): IsoDate {
  return periods[0]?.start ?? '';
}

/** The September after the last window that shares the cell. */
function latestSeptember({ by, to }: Request, windowStart: IsoDate): IsoDate {
  const byTime = by.includes('year') || by.includes('halfYear') || by.includes('month');
  const year = byTime ? windowStart.slice(0, 4) : to.slice(0, 4);
  return `${String(Number(year) + 1)}-09-20`;
}

function studiesOn({ periods }: FollowedRight, day: IsoDate): boolean {
  return periods.some((period) => isStudying(period) && touches(period, { from: day, to: day }));
}

/** Completing comes before studying, and vocational before general upper secondary education. */
function situationOf(person: FollowedPerson, first: IsoDate, last: IsoDate): number {
  const rights = person.rights.filter((right) => !right.nested && !isInvalidated(right));
  const graduated = (right: FollowedRight): boolean =>
    right.periods.some(({ state, start }) => state === 'graduated' && first < start && start <= last);
  const whole = rights.filter(({ education }) => education === 'wholeQualification');
  const general = rights.filter(({ education }) => education === 'generalUpperSecondary');
  if (whole.some(graduated)) return 1;
  if (whole.some((right) => studiesOn(right, last))) return 2;
  if (general.some(graduated)) return 3;
  return general.some((right) => studiesOn(right, last)) ? 4 : 5;
}
