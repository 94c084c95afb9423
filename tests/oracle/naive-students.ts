import { earlier, later } from './naive-follow-up.js';
import {
  cellsOfSums,
  endOf,
  type Figures,
  fundingMember,
  isInForce,
  isInvalidated,
  isOfVocationalEducation,
  isStudying,
  leaveOut,
  membersOfWindow,
  monthsOf,
  type Request,
  type Row,
  type Span,
  touches,
  tuvaBeside,
  windowsOf,
} from './naive-follow-up.js';
import { daysLater } from './person.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/**
 * Students, from the account of the warehouse's table of students: month by month, whoever has a period of presence or holiday
 * touching the month, but not of vocational studies in a month in which the person is in TUVA while that period lasts.
 */
interface Counted {
  readonly rows: readonly (Row & { readonly amount: number })[];
  readonly population: number;
  readonly exclusions: Readonly<Record<string, number>>;
}

/** The rights looked at, and those that neither are invalidated nor parts of others. */
export function vocationalRights(
  persons: readonly FollowedPerson[],
  { from, to, asOf }: Request,
): { readonly all: readonly FollowedRight[] } & ReturnType<typeof leaveOut> {
  const span = { from, to: earlier(to, asOf) };
  const all = persons
    .flatMap(({ rights }) => rights)
    .filter(
      (right) =>
        isOfVocationalEducation(right) &&
        isInForce(right, { from, to }) &&
        isInForce(right, { ...span, from: '0000-01-01' }),
    );
  return { all, ...leaveOut(all, { invalidated: isInvalidated, nested: ({ nested }) => nested }) };
}

/** @param day the only day that matters of a month; all of them where absent */
function counted(
  persons: readonly FollowedPerson[],
  request: Request,
  windows: readonly Span[],
  day?: (w: Span) => Span & { readonly on: string },
): Counted {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const rows: (Row & { amount: number })[] = [];
  const inTuva = new Set<FollowedRight>();
  for (const window of windows) {
    const asked = day?.(window);
    const month: Span = asked ?? window;
    const known: Span = { from: month.from, to: earlier(month.to, request.asOf) };
    const touched: Span =
      asked === undefined
        ? { from: window.from, to: earlier(window.to, request.asOf) }
        : { from: later(asked.on, window.from), to: earlier(asked.on, earlier(window.to, request.asOf)) };
    for (const person of persons) {
      for (const right of person.rights) {
        if (!kept.has(right)) continue;
        for (const period of right.periods) {
          if (!isStudying(period) || !touches(period, touched)) continue;
          const tuva = tuvaBeside(person, right).some(
            (other) => touches(other, known) && touches(other, { from: period.start, to: endOf(period) }),
          );
          if (tuva && !right.tuva) inTuva.add(right);
          else
            rows.push({
              person,
              right,
              ageOn: window.from,
              members: { ...membersOfWindow(window), funding: fundingMember(period.funding) },
              amount: 1,
            });
        }
      }
    }
  }
  return { rows, population: all.length, exclusions: { ...exclusions, presentInTuva: inTuva.size } };
}

export function naiveStudents(persons: readonly FollowedPerson[], request: Request): Figures {
  const { rows, ...rest } = counted(persons, request, monthsOf(request));
  return { cells: cellsOfSums(rows, request.by), ...rest };
}

export function naiveStudentsOn20September(persons: readonly FollowedPerson[], request: Request): Figures {
  const { rows, ...rest } = counted(persons, request, windowsOf(request, request.by), ({ to }) => {
    const year = to.slice(0, 4);
    return { on: `${year}-09-20`, from: `${year}-09-01`, to: `${year}-09-30` };
  });
  return { cells: cellsOfSums(rows, request.by), ...rest };
}

/** Net students: every day is asked whether the person studies on it, and is not in TUVA. */
export function naiveNetStudents(persons: readonly FollowedPerson[], request: Request): Figures {
  const { all, kept, exclusions } = vocationalRights(persons, request);
  const rows: (Row & { amount: number })[] = [];
  const inTuva = new Set<FollowedRight>();
  for (const window of windowsOf(request, request.by)) {
    for (const person of persons) {
      for (const right of person.rights.filter((one) => kept.has(one))) {
        const beside = right.tuva ? [] : tuvaBeside(person, right);
        for (const period of right.periods.filter(isStudying)) {
          const first = later(period.start, window.from);
          const last = earlier(earlier(endOf(period), window.to), request.asOf);
          if (first > last) continue;
          let amount = 0;
          for (let day = first; day <= last; day = daysLater(day, 1)) {
            if (!beside.some((other) => touches(other, { from: day, to: day }))) amount += 1;
          }
          const members = { ...membersOfWindow(window), funding: fundingMember(period.funding) };
          if (amount === 0) inTuva.add(right);
          else rows.push({ person, right, ageOn: window.from, members, amount });
        }
      }
    }
  }
  return {
    cells: cellsOfSums(rows, request.by),
    population: all.length,
    exclusions: { ...exclusions, presentInTuva: inTuva.size },
  };
}
