import type { IsoDate, PlainPerson, PlainStudyRight } from '@strapetsi/indicators';
import fc from 'fast-check';
import { daysLater } from './person.js';
import { type FollowedPerson, type FollowedRight, type Network, seededNetworks } from './seeded-networks.js';

/**
 * The seeded networks with learning at work and outcomes: periods of one person that overlap within a right and over rights, end before
 * they begin or never, begin before their right or end after it, run while it is interrupted, of part time and of no time, without
 * employer or municipality; outcomes of groups and of nobody, without an activity, of situations after the day of the data.
 */
export type Workplace = NonNullable<PlainStudyRight['workplaces']>[number];
export type Outcome = NonNullable<PlainPerson['outcomes']>[number];

export interface WorkingRight extends FollowedRight {
  readonly workplaces: readonly Workplace[];
}

export interface WorkingPerson extends Omit<FollowedPerson, 'rights'> {
  readonly rights: readonly WorkingRight[];
  readonly outcomes: readonly Outcome[];
}

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

/** What is `undefined` is left out: types tell a missing field from one that holds nothing. */
function present<T extends object>(all: { readonly [K in keyof T]: T[K] | undefined }): T {
  const entries: unknown = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return entries as T;
}

interface DrawnWorkplace extends Omit<Workplace, 'start' | 'end'> {
  readonly from: number;
  readonly length: number | undefined;
}

const workplace = fc
  .record({
    kind: fc.constantFrom<Workplace['kind']>(
      'apprenticeship',
      'trainingAgreement',
      'trainingAgreement',
      'onTheJobLearning',
    ),
    from: fc.oneof({ weight: 4, arbitrary: fc.nat(250) }, { weight: 1, arbitrary: fc.constantFrom(-20, -1, 0) }),
    length: fc.constantFrom(1, 5, 28, 28, 61, 120, 0, -5, undefined),
    share: some(fc.constantFrom(1_000_000, 600_000, 330_000, 0)),
    employer: some(fc.constantFrom('1572860-0', '0201256-6', '2313471-7')),
    area: some(fc.constantFrom('091', '853')),
  })
  .map(({ from, length, ...rest }): DrawnWorkplace => ({
    from,
    length,
    ...present<Omit<DrawnWorkplace, 'from' | 'length'>>(rest),
  }));

function placed(start: IsoDate, drawn: readonly DrawnWorkplace[]): readonly Workplace[] {
  return drawn.map(({ from, length, ...rest }) => {
    const first = daysLater(start, from);
    return { ...rest, start: first, ...(length === undefined ? {} : { end: daysLater(first, length - 1) }) };
  });
}

const outcome = fc
  .record({
    provider: fc.constantFrom('P1', 'P2'),
    school: some(fc.constantFrom('S1', 'S2')),
    qualification: some(fc.constantFrom('361902', '457305')),
    graduated: fc.oneof(
      fc.nat(1700).map((n) => daysLater('2020-06-01', n)),
      fc.constantFrom('2020-12-31', '2021-12-31', '2022-12-31', '2023-01-01'),
    ),
    yearsAfter: fc.constantFrom(1, 1, 3, 5),
    activity: some(
      fc.constantFrom<NonNullable<Outcome['activity']>>(
        ...(['employed', 'employedStudent', 'student', 'unemployed'] as const),
        ...(['conscript', 'pensioner', 'otherActivity', 'emigrated'] as const),
      ),
    ),
    graduates: some(fc.constantFrom(0, 1, 12)),
  })
  .map((all) => present<Outcome>(all));

const extras = fc.record({
  workplaces: fc.array(fc.array(workplace, { maxLength: 3, size: 'max' }), { minLength: 4, maxLength: 4 }),
  outcomes: fc.array(outcome, { maxLength: 3, size: 'max' }),
});

const MOST_PERSONS = 30;

/** The same networks for the same seed. */
export function workingNetworks(count: number, seed: number): readonly (readonly WorkingPerson[])[] {
  const networks: readonly Network[] = seededNetworks(count, seed);
  const ofPersons = fc.sample(extras, { numRuns: count * MOST_PERSONS, seed });
  return networks.map((persons, network) =>
    persons.map((person, at): WorkingPerson => {
      const { workplaces, outcomes } = ofPersons[network * MOST_PERSONS + at] ?? { workplaces: [], outcomes: [] };
      const rights = person.rights.map((right, n) => ({
        ...right,
        workplaces: placed(right.periods[0]?.start ?? '2022-01-01', workplaces[n] ?? []),
      }));
      return { ...person, rights, outcomes };
    }),
  );
}
