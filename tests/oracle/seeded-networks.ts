import type { IsoDate, PeriodState, PlainCredit, PlainStudyRight } from '@strapetsi/indicators';
import fc from 'fast-check';
import { daysLater, type Period, type Person, type Right } from './person.js';

/**
 * Networks of persons for the follow-up of studies, the same ones for the same seed: rights of one person that overlap, follow each other
 * by days or months, begin on one day, are parts of others or invalidated; TUVA beside vocational studies; those who leave and go on;
 * confirmations before, on and after graduation, or none; units with areas, headings, raised and recognised parts.
 */
export interface FollowedRight extends Right {
  readonly location?: string;
  readonly language?: string;
  readonly method?: NonNullable<PlainStudyRight['method']>;
  readonly confirmed?: IsoDate;
  readonly credits: readonly PlainCredit[];
}

export interface FollowedPerson extends Omit<Person, 'rights'> {
  readonly motherTongue?: string;
  readonly rights: readonly FollowedRight[];
}

type Kind = Pick<Right, 'education' | 'performanceType' | 'julyRule' | 'tuva'>;

function kind(education: Kind['education'], performanceType: string, tuva = false): Kind {
  return { education, performanceType, julyRule: 'removed', tuva };
}

const kinds = fc.oneof(
  { weight: 6, arbitrary: fc.constant(kind('wholeQualification', 'ammatillinentutkinto')) },
  { weight: 3, arbitrary: fc.constant(kind('qualificationUnits', 'ammatillinentutkintoosittainen')) },
  { weight: 3, arbitrary: fc.constant(kind('preparatory', 'tuvakoulutuksensuoritus', true)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      kind('generalUpperSecondary', 'lukionoppimaara'),
      kind('generalUpperSecondary', 'ibtutkinto'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      kind('preparatory', 'telma'),
      kind('preparatory', 'valma'),
      kind('preparatory', 'luva'),
      kind('preparatory', 'perusopetuksenlisaopetus'),
      kind('other', 'muuammatillinenkoulutus'),
      kind('other', 'nayttotutkintoonvalmistavakoulutus'),
      kind('other', 'perusopetuksenoppimaara'),
    ),
  },
);

const lasting = fc.constantFrom<PeriodState>('present', 'present', 'present', 'present', 'holiday', 'interrupted');
const final = fc.constantFrom<PeriodState | undefined>(
  ...(['graduated', 'graduated', 'graduated', 'resigned', 'resigned', 'deemedResigned'] as const),
  'cancelled',
  undefined,
  undefined,
  undefined,
);
const lengths = fc.constantFrom(1, 9, 28, 31, 62, 91, 92, 93, 120, 184, 365, 400);

const segment = fc.record({
  state: lasting,
  length: lengths,
  gap: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 20) }),
  share: fc.constantFrom(1_000_000, 1_000_000, 500_000, 0),
  funding: fc.constantFrom(1, 1, 2, 10, 14, 99, undefined),
});
type Segment = typeof segment extends fc.Arbitrary<infer T> ? T : never;

/** Days on which people begin, and days near them. */
const firstDays = fc.oneof(
  fc.constantFrom('2021-08-09', '2022-01-10', '2022-08-09', '2022-09-20', '2022-09-21', '2023-01-01', '2023-06-30'),
  fc.nat(1300).map((n) => daysLater('2020-06-01', n)),
);

function periodsFrom(start: IsoDate, segments: readonly Segment[], end: PeriodState | undefined): readonly Period[] {
  const periods: Period[] = [];
  let day = start;
  segments.forEach(({ state, length, gap, share, funding }, at) => {
    const isOpen = at === segments.length - 1 && end === undefined;
    periods.push({
      state,
      start: day,
      stateBegan: day,
      share,
      ...(isOpen ? {} : { end: daysLater(day, length - 1) }),
      ...(funding === undefined ? {} : { funding }),
    });
    day = daysLater(day, length + gap);
  });
  if (end !== undefined)
    periods.push({ state: end, start: day, end: day, stateBegan: day, share: 1_000_000, funding: 1 });
  return periods;
}

const units = ['100431', '100432', '106727', '400012', 'tutkinnonosatvalinnanmahdollisuus:1', 'x'];
const creditTypes = [
  'ammatillisentutkinnonosa',
  'ammatillisentutkinnonosa',
  'ammatillisentutkinnonosa',
  'ammatillisentutkinnonosanosaalue',
  'ammatillinenlukionopintoja',
  'ammatillisentutkinnonosaapienempikokonaisuus',
];

const credit = fc.record({
  unit: fc.constantFrom(...units),
  type: fc.constantFrom(...creditTypes),
  group: fc.constantFrom(1, 2, 3, 4, undefined),
  points: fc.constantFrom(15_000, 40_000, 2_500, 333, undefined),
  assessed: fc.option(
    fc.nat(1500).map((n) => daysLater('2020-06-01', n)),
    { nil: undefined },
  ),
  recognised: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const),
  raised: fc.boolean(),
  child: fc.boolean(),
});

function creditsFrom(drawn: readonly (typeof credit extends fc.Arbitrary<infer T> ? T : never)[]): PlainCredit[] {
  return drawn.map(({ group, points, assessed, child, ...rest }, at) => ({
    ...rest,
    ...(group === undefined ? {} : { group }),
    ...(points === undefined ? {} : { points }),
    ...(assessed === undefined ? {} : { assessed }),
    ...(child && at > 0 ? { parent: at - 1 } : {}),
  }));
}

const right = fc
  .record({
    kind: kinds,
    start: firstDays,
    segments: fc.array(segment, { minLength: 1, maxLength: 4 }),
    final,
    nested: fc.nat(9).map((n) => n === 0),
    invalidated: fc.nat(14).map((n) => n === 0),
    confirmedAfter: fc.constantFrom(0, 0, 0, -40, 15, undefined),
    provider: fc.constantFrom('P1', 'P1', 'P2'),
    school: fc.constantFrom('S1', 'S2', undefined),
    location: fc.constantFrom('L1', undefined),
    qualification: fc.constantFrom('361902', '361902', '361101', '457305', undefined),
    language: fc.constantFrom('FI', 'SV', undefined),
    method: fc.constantFrom('reform' as const, 'curriculum' as const, undefined),
    credits: fc.array(credit, { maxLength: 5 }).map(creditsFrom),
  })
  .map((drawn): Omit<FollowedRight, 'key'> => {
    const end = drawn.invalidated ? 'invalidated' : drawn.final;
    const periods = periodsFrom(drawn.start, drawn.segments, end);
    const { confirmedAfter } = drawn;
    const last = periods.at(-1)?.start ?? drawn.start;
    return {
      ...drawn.kind,
      nested: drawn.nested,
      provider: drawn.provider,
      periods,
      credits: drawn.credits,
      ...(drawn.school === undefined ? {} : { school: drawn.school }),
      ...(drawn.location === undefined ? {} : { location: drawn.location }),
      ...(drawn.qualification === undefined ? {} : { qualification: drawn.qualification }),
      ...(drawn.language === undefined ? {} : { language: drawn.language }),
      ...(drawn.method === undefined ? {} : { method: drawn.method }),
      ...(confirmedAfter === undefined || end === undefined ? {} : { confirmed: daysLater(last, confirmedAfter) }),
    };
  });

/** A second right often begins about when the first one ends, and ends are what the follow-up is about. */
function shifted(rights: readonly Omit<FollowedRight, 'key'>[], follows: boolean, by: number): typeof rights {
  const [first, second, ...more] = rights;
  const end = first?.periods.at(-1)?.start;
  if (!follows || first === undefined || second === undefined || end === undefined) return rights;
  const moved = daysLater(end, by);
  const from = second.periods[0]?.start ?? moved;
  const move = (day: IsoDate): IsoDate =>
    daysLater(moved, Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000));
  const periods = second.periods.map((period) => ({
    ...period,
    start: move(period.start),
    stateBegan: move(period.stateBegan),
    ...(period.end === undefined ? {} : { end: move(period.end) }),
  }));
  const confirmed = second.confirmed === undefined ? {} : { confirmed: move(second.confirmed) };
  return [first, { ...second, ...confirmed, periods }, ...more];
}

const person = fc
  .record({
    birthYear: fc.option(fc.integer({ min: 1960, max: 2008 }), { nil: undefined }),
    gender: fc.constantFrom('male' as const, 'female' as const, undefined),
    motherTongue: fc.constantFrom('FI', 'SV', 'RU', undefined),
    rights: fc.array(right, { minLength: 1, maxLength: 4, size: 'max' }),
    follows: fc.boolean(),
    by: fc.constantFrom(-30, -1, 0, 1, 30, 91, 92, 93, 100),
  })
  .map(({ birthYear, gender, motherTongue, rights, follows, by }): Omit<FollowedPerson, 'key'> => ({
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(gender === undefined ? {} : { gender }),
    ...(motherTongue === undefined ? {} : { motherTongue }),
    // keys in another order than the rights stand in
    rights: shifted(rights, follows, by).map((one, at) => ({
      ...one,
      key: `1.2.246.562.15.${String((at * 7 + 3) % 10)}`,
    })),
  }));

export type Network = readonly FollowedPerson[];

/** The same networks for the same seed. */
export function seededNetworks(count: number, seed: number): readonly Network[] {
  const network = fc
    .array(person, { minLength: 20, maxLength: 30 })
    .map((people): Network => people.map((one, at) => ({ ...one, key: at.toString(16).padStart(32, '0') })));
  return fc.sample(network, { numRuns: count, seed });
}
