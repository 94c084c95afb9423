import type { IsoDate } from '@strapetsi/indicators';
import {
  cellsOfCodes,
  earlier,
  endOf,
  type Figures,
  fundingOn,
  isInForce,
  isInvalidated,
  isOfVocationalEducation,
  isStudying,
  lastDayOfRight,
  later,
  leaveOut,
  membersOfWindow,
  type Request,
  type Row,
  type Span,
  touches,
  tuvaBeside,
  windowsOf,
} from './naive-follow-up.js';
import { monthsLater } from './person.js';
import type { FollowedPerson, FollowedRight } from './seeded-networks.js';

/** Class of a qualification by level of the fields of education, the narrowest first. */
export type Fields = readonly Readonly<Record<string, string>>[];

/**
 * Discontinuation, one person and window at a time, from the account of the warehouse's table of those who left: the latest state is
 * leaving, the event is the last day of presence, and for three months other rights are looked at.
 */
export function naiveDiscontinuation(
  fields: Fields = [],
): (persons: readonly FollowedPerson[], request: Request) => Figures {
  const codes = fields.length === 0 ? [0, 1, 5, 7, 9] : [0, 1, 2, 3, 4, 5, 7, 9];
  return (persons, request) => {
    const { from, to, asOf, by } = request;
    const looked = persons
      .flatMap(({ rights }) => rights)
      .filter(
        (right) =>
          isOfVocationalEducation(right) && isInForce(right, { from, to }) && (right.periods[0]?.start ?? '') <= asOf,
      );
    const { kept, exclusions } = leaveOut(looked, {
      invalidated: isInvalidated,
      nested: ({ nested }) => nested,
      preparingForTests: isPreparation,
    });
    const rows: (Row & ({ code: number } | { matures: IsoDate }))[] = [];
    const inTuva = new Set<FollowedRight>();
    const others = new Set<FollowedRight>();
    for (const window of windowsOf(request, by)) {
      const matures = maturity(window, request);
      for (const person of persons) {
        const seen: { right: FollowedRight; presentTo: IsoDate; code: number }[] = [];
        for (const right of person.rights.filter((one) => kept.has(one))) {
          const presentTo = lastPresence(right, {
            from: window.from,
            to: earlier(earlier(window.to, asOf), lastDayOfRight(right)),
          });
          if (presentTo === undefined) continue;
          const day = { from: presentTo, to: presentTo };
          if (!right.tuva && tuvaBeside(person, right).some((period) => touches(period, day))) {
            inTuva.add(right);
            continue;
          }
          const event = leavingDay(right, asOf);
          const happened = event !== undefined && window.from <= event && event <= window.to;
          seen.push({ right, presentTo, code: happened ? whereTo(person, right, event, asOf, fields) : 0 });
        }
        seen.sort(
          (a, b) =>
            b.code - a.code ||
            (a.presentTo < b.presentTo ? 1 : a.presentTo > b.presentTo ? -1 : a.right.key < b.right.key ? -1 : 1),
        );
        seen.slice(1).forEach(({ right }) => others.add(right));
        const [worst] = seen;
        if (worst === undefined) continue;
        const { right, presentTo, code } = worst;
        const members = { ...membersOfWindow(window), funding: fundingOn(right, presentTo) };
        rows.push({ person, right, ageOn: window.from, members, ...(asOf < matures ? { matures } : { code }) });
      }
    }
    return {
      cells: cellsOfCodes(rows, codes, by),
      population: looked.length,
      exclusions: { ...exclusions, presentInTuva: inTuva.size, otherRight: others.size },
    };
  };
}

/** Three months after the last window that shares a cell with this one. */
function maturity(window: Span, { by, from, to }: Request): IsoDate {
  const cell = ({ from: day }: Span): string =>
    JSON.stringify(
      (['year', 'halfYear', 'month'] as const)
        .filter((id) => by.includes(id))
        .map((id) => membersOfWindow({ from: day, to: day })[id]),
    );
  const last = windowsOf({ from, to }, by)
    .filter((other) => cell(other) === cell(window))
    .at(-1);
  return monthsLater((last ?? window).to, 3);
}

function isPreparation({ performanceType }: FollowedRight): boolean {
  return performanceType === 'nayttotutkintoonvalmistavakoulutus';
}

function lastPresence({ periods }: FollowedRight, span: Span): IsoDate | undefined {
  return periods
    .filter((period) => isStudying(period) && period.start <= endOf(period) && touches(period, span))
    .map((period) => earlier(endOf(period), span.to))
    .sort()
    .at(-1);
}

/** The last day of presence of a right whose latest state is resigned or deemed resigned. */
function leavingDay(right: FollowedRight, asOf: IsoDate): IsoDate | undefined {
  const known = right.periods.filter(({ start }) => start <= asOf);
  const latest = known
    .map(({ start }) => start)
    .sort()
    .at(-1);
  const left = known
    .filter(({ state }) => state === 'resigned' || state === 'deemedResigned')
    .map(({ start }) => start)
    .sort()
    .at(-1);
  return left !== undefined && left === latest ? lastPresence(right, { from: '0000-01-01', to: asOf }) : undefined;
}

function isGeneral({ education, performanceType }: FollowedRight): boolean {
  return education === 'generalUpperSecondary' || performanceType === 'luva';
}

function form(right: FollowedRight): string {
  if (right.tuva) return 'tuva';
  return isGeneral(right) ? 'general' : 'vocational';
}

function whereTo(
  person: FollowedPerson,
  right: FollowedRight,
  lastDay: IsoDate,
  asOf: IsoDate,
  fields: Fields,
): number {
  const months: Span = { from: lastDay, to: monthsLater(lastDay, 3) };
  const inTuva = tuvaBeside(person, right).filter((period) => touches(period, months));
  const tuvaFrom = inTuva.map(({ start }) => start).sort()[0];
  const tuvaTo = inTuva.map(endOf).sort().at(-1);
  let nearest = 9;
  for (const other of person.rights) {
    if (other === right || other.nested || isInvalidated(other) || isPreparation(other)) continue;
    if (!isOfVocationalEducation(other) && !isGeneral(other)) continue;
    for (const period of other.periods) {
      if (!isStudying(period) && period.state !== 'graduated') continue;
      if (period.start > asOf || period.start > endOf(period) || !touches(period, months)) continue;
      const duringTuva =
        tuvaFrom !== undefined &&
        tuvaTo !== undefined &&
        later(period.start, tuvaFrom) <= earlier(endOf(period), tuvaTo);
      if (duringTuva && !other.tuva && !right.tuva) continue;
      nearest = Math.min(nearest, nearness(right, other, fields));
    }
  }
  return nearest;
}

function nearness(right: FollowedRight, other: FollowedRight, fields: Fields): number {
  const [from, to] = [right.qualification, other.qualification];
  if (from !== undefined && from === to) return 1;
  const level = fields.findIndex(
    (classes) => from !== undefined && to !== undefined && classes[from] !== undefined && classes[from] === classes[to],
  );
  if (level >= 0) return 2 + level;
  return form(right) === form(other) ? 5 : 7;
}
