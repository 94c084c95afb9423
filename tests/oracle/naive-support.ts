import { cutsOfRight } from './naive-cuts.js';
import {
  cellsOfCodes,
  earlier,
  type Figures,
  fundingOn,
  isInvalidated,
  isStudying,
  lastDayOfRight,
  later,
  leaveOut,
  membersOfWindow,
  type Request,
  type Row,
  touches,
  windowsOf,
} from './naive-follow-up.js';
import { vocationalRights } from './naive-students.js';
import { daysLater } from './person.js';
import type { PersonalisedPerson, PersonalisedRight, Spell } from './personalised-networks.js';

const LAST_DAY = '2025-12-31';
const support = [
  'erityinenTuki',
  'erityisenTuenPäätös',
  'erityisenTuenPäätökset',
  'vaativanErityisenTuenErityinenTehtävä',
  'hojks',
];

function firstDayOf({ periods }: PersonalisedRight): string {
  return periods[0]?.start ?? '';
}

function holds({ start, end }: Spell, day: string): boolean {
  return start <= day && (end === undefined || day <= end);
}

/** Day by day of each window while the right lasts: when was the learner last there, and was there support on any day? */
export function naiveSupport(persons: readonly PersonalisedPerson[], request: Request): Figures {
  const all = new Set<object>(vocationalRights(persons, request).all);
  const { kept, exclusions } = leaveOut(
    persons.flatMap(({ rights }) => rights.filter((right) => all.has(right))),
    {
      invalidated: isInvalidated,
      nested: ({ nested }) => nested,
      startedFrom2026: (right) => firstDayOf(right).slice(0, 4) >= '2026',
    },
  );
  const rows: (Row & { code: number })[] = [];
  for (const window of windowsOf(request, request.by)) {
    for (const person of persons) {
      for (const right of person.rights.filter((one) => kept.has(one))) {
        let lastThere = '';
        let supported = false;
        const last = [window.to, lastDayOfRight(right), request.asOf, LAST_DAY].reduce(earlier);
        const first = later(firstDayOf(right), window.from);
        for (let day = first; day <= last; day = daysLater(day, 1)) {
          if (right.periods.some((one) => isStudying(one) && touches(one, { from: day, to: day }))) lastThere = day;
          if (right.spells.some((spell) => support.includes(spell.kind) && holds(spell, day))) supported = true;
        }
        if (lastThere === '') continue;
        const members = {
          ...membersOfWindow(window),
          ...cutsOfRight(right, { from: first, to: last }),
          funding: fundingOn(right, lastThere),
        };
        rows.push({ person, right, ageOn: window.from, members, code: supported ? 1 : 0 });
      }
    }
  }
  return { cells: cellsOfCodes(rows, [1, 0], request.by), population: all.size, exclusions };
}
