import type { IsoDate, PlainStudyRight } from '@strapetsi/indicators';
import fc from 'fast-check';
import { daysLater } from './person.js';
import { type FollowedPerson, type FollowedRight, seededNetworks } from './seeded-networks.js';

/**
 * The seeded networks with personal plans and spells of support, some persons some years later: plans approved before the start, on the
 * last day of a limit, a day after it and long after it, changed since or never, without a day of approval or any day at all, several
 * of a right or none; spells that touch a window by one day, end before they begin or never, of support, apprenticeship and other things; last periods
 * that end before they begin; common units recognised as a whole, area by area, or in part.
 */
export type Plan = NonNullable<PlainStudyRight['plans']>[number];
export type Spell = NonNullable<PlainStudyRight['spells']>[number];

export interface PersonalisedRight extends FollowedRight {
  readonly plans: readonly Plan[];
  readonly spells: readonly Spell[];
}

export interface PersonalisedPerson extends Omit<FollowedPerson, 'rights'> {
  readonly rights: readonly PersonalisedRight[];
}

/** Classes of the networks' qualifications; of one there is no field, of another no type. */
export const types: Readonly<Record<string, string>> = { '361902': 'initial', '361101': 'further' };
export const fields: Readonly<Record<string, string>> = { '361902': 'technology', '457305': 'technology' };

/** A day some days from the start of the right, or from one that is looked at. */
type DrawnDay = { readonly fromStart: number } | { readonly from: IsoDate; readonly by: number };

const days: readonly IsoDate[] = ['2022-09-30', '2023-09-19', '2024-12-31', '2023-09-20', '2024-03-31', '2025-12-31'];

const nearStart = fc.constantFrom(-30, 0, 0, 7, 29, 30, 31, 32, 120, 400).map((fromStart): DrawnDay => ({ fromStart }));
const nearDay = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(-184, -183, -182, -30, -1, 0, 1))
  .map(([from, by]): DrawnDay => ({ from, by }));
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

const plan = fc.record({
  approved: fc.option(fc.oneof({ weight: 4, arbitrary: nearStart }, { weight: 1, arbitrary: nearDay }), {
    nil: undefined,
    freq: 7,
  }),
  lastApproved: some(nearDay),
  updated: some(fc.oneof(nearStart, nearDay, nearDay)),
});

const spell = fc.record({
  kind: fc.constantFrom(
    'erityinenTuki',
    'erityinenTuki',
    'vaativanErityisenTuenErityinenTehtävä',
    'hojks',
    'majoitus',
    'oppisopimus',
    'oppisopimus',
  ),
  start: fc.oneof(nearStart, nearDay),
  length: fc.constantFrom(1, 30, 365, 0, -10, undefined),
});

/** A part of a common unit, or the unit itself. */
const commonPart = fc.record({
  assessed: some(fc.oneof(nearStart, nearDay)),
  recognised: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const),
  raised: fc.boolean(),
});

const ofRight = fc.record({
  common: fc.array(commonPart, { maxLength: 3 }),
  plans: fc.array(plan, { maxLength: 2 }),
  spells: fc.array(spell, { maxLength: 2 }),
  emptyLast: fc.nat(14).map((n) => n === 0),
});

const extras = fc.record({
  rights: fc.array(ofRight, { minLength: 4, maxLength: 4 }),
  /** Nobody of the seeded networks begins after 2024. */
  later: fc.constantFrom(0, 0, 0, 1096),
});

function dayOf(drawn: DrawnDay, start: IsoDate): IsoDate {
  return 'from' in drawn ? daysLater(drawn.from, drawn.by) : daysLater(start, drawn.fromStart);
}

function moved(right: FollowedRight, by: number): FollowedRight {
  if (by === 0) return right;
  const { confirmed, periods, credits } = right;
  return {
    ...right,
    periods: periods.map((period) => ({
      ...period,
      start: daysLater(period.start, by),
      stateBegan: daysLater(period.stateBegan, by),
      ...(period.end === undefined ? {} : { end: daysLater(period.end, by) }),
    })),
    ...(confirmed === undefined ? {} : { confirmed: daysLater(confirmed, by) }),
    credits: credits.map((part) =>
      part.assessed === undefined ? part : { ...part, assessed: daysLater(part.assessed, by) },
    ),
  };
}

/** The last of several periods, where it lasts, ends before it begins. */
function withEmptyLast(right: FollowedRight): FollowedRight {
  const last = right.periods.at(-1);
  if (last === undefined || right.periods.length === 1 || last.end !== undefined) return right;
  return { ...right, periods: [...right.periods.slice(0, -1), { ...last, end: daysLater(last.start, -1) }] };
}

type DrawnRight = typeof ofRight extends fc.Arbitrary<infer T> ? T : never;

/** A common unit and its areas, after the parts that the right has. */
function withCommonUnit(credits: FollowedRight['credits'], { common }: DrawnRight, start: IsoDate) {
  const unit = credits.length;
  const parts = common.map(({ assessed, ...part }, at) => ({
    ...part,
    ...(at === 0
      ? { unit: '400013', type: 'ammatillisentutkinnonosa', group: 2, points: 9000 }
      : { unit: 'MAVA', type: 'ammatillisentutkinnonosanosaalue', points: 4000, parent: unit }),
    ...(assessed === undefined ? {} : { assessed: dayOf(assessed, start) }),
  }));
  return [...credits, ...parts];
}

function personalised(right: FollowedRight, drawn: DrawnRight): PersonalisedRight {
  const { plans, spells, emptyLast } = drawn;
  const start = right.periods[0]?.start ?? '2022-01-01';
  return {
    ...(emptyLast ? withEmptyLast(right) : right),
    credits: withCommonUnit(right.credits, drawn, start),
    plans: plans.map(({ approved, lastApproved, updated }) => ({
      ...(approved === undefined ? {} : { approved: dayOf(approved, start) }),
      ...(lastApproved === undefined ? {} : { lastApproved: dayOf(lastApproved, start) }),
      ...(updated === undefined ? {} : { updated: dayOf(updated, start) }),
    })),
    spells: spells.map(({ kind, start: begins, length }) => {
      const first = dayOf(begins, start);
      return { kind, start: first, ...(length === undefined ? {} : { end: daysLater(first, length - 1) }) };
    }),
  };
}

const MOST_PERSONS = 30;
const nothing: DrawnRight = { common: [], plans: [], spells: [], emptyLast: false };

/** The same networks for the same seed. */
export function personalisedNetworks(count: number, seed: number): readonly (readonly PersonalisedPerson[])[] {
  const ofPersons = fc.sample(extras, { numRuns: count * MOST_PERSONS, seed });
  return seededNetworks(count, seed).map((persons, network) =>
    persons.map((person, at): PersonalisedPerson => {
      const drawn = ofPersons[network * MOST_PERSONS + at];
      const rights = person.rights.map((right, n) =>
        personalised(moved(right, drawn?.later ?? 0), drawn?.rights[n] ?? nothing),
      );
      return { ...person, rights };
    }),
  );
}
