import type { Education, IsoDate, JulyRule, PeriodState } from '@strapetsi/indicators';
import fc from 'fast-check';
import { daysLater, type Period, type Person, type Right } from './person.js';

/**
 * Persons with study rights as they come, and as they should not: rights that overlap, begin on one day, touch or leave gaps,
 * periods of one day and of none, thirds of part time, holidays of 27, 28, 29 and 200 days, TUVA over everything, no funding,
 * no school, no year of birth.
 */
interface Kind {
  readonly education: Education;
  readonly performanceType: string;
  readonly julyRule: JulyRule;
  readonly tuva: boolean;
}

const kinds: readonly Kind[] = [
  { education: 'wholeQualification', performanceType: 'ammatillinentutkinto', julyRule: 'removed', tuva: false },
  {
    education: 'qualificationUnits',
    performanceType: 'ammatillinentutkintoosittainen',
    julyRule: 'counted',
    tuva: false,
  },
  { education: 'preparatory', performanceType: 'tuvakoulutuksensuoritus', julyRule: 'removed', tuva: true },
  { education: 'preparatory', performanceType: 'telma', julyRule: 'removed', tuva: false },
  { education: 'preparatory', performanceType: 'valma', julyRule: 'noValue', tuva: false },
  { education: 'preparatory', performanceType: 'luva', julyRule: 'noValue', tuva: false },
  { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara', julyRule: 'noValue', tuva: false },
  { education: 'generalUpperSecondary', performanceType: 'ibtutkinto', julyRule: 'noValue', tuva: false },
  { education: 'other', performanceType: 'muuammatillinenkoulutus', julyRule: 'counted', tuva: false },
];

const lasting: readonly PeriodState[] = ['present', 'present', 'present', 'holiday', 'interrupted'];
const final: readonly PeriodState[] = [
  'graduated',
  'graduated',
  'resigned',
  'deemedResigned',
  'cancelled',
  'invalidated',
];
const lengths = [1, 2, 7, 27, 28, 29, 30, 31, 45, 62, 92, 152, 181, 184, 200, 365, 366, 500];
const shares = [1_000_000, 1_000_000, 1_000_000, 500_000, 333_333, 666_667, 250_000, 1, 0];

const firstDay: fc.Arbitrary<IsoDate> = fc.oneof(
  fc.integer({ min: 0, max: 3200 }).map((n) => daysLater('2018-07-01', n)),
  // days on which people do begin, so that rights meet
  fc.constantFrom(
    '2021-08-09',
    '2021-08-31',
    '2022-01-10',
    '2022-06-30',
    '2022-07-01',
    '2023-08-31',
    '2023-07-01',
    '2025-12-31',
    '2026-01-01',
  ),
);

const segment = fc.record({
  state: fc.constantFrom(...lasting),
  length: fc.constantFrom(...lengths),
  gap: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 30) }),
  share: fc.constantFrom(...shares),
  funding: fc.constantFrom(1, 1, 1, 2, 16, 99, undefined),
});

interface Segment {
  readonly state: PeriodState;
  readonly length: number;
  readonly gap: number;
  readonly share: number;
  readonly funding: number | undefined;
}

const right: fc.Arbitrary<Omit<Right, 'key'>> = fc
  .record({
    kind: fc.constantFrom(kinds[0], ...kinds),
    start: firstDay,
    segments: fc.array(segment, { minLength: 0, maxLength: 5 }),
    final: fc.option(fc.constantFrom(...final), { nil: undefined }),
    emptyLast: fc.nat({ max: 15 }).map((n) => n === 0),
    nested: fc.nat({ max: 7 }).map((n) => n === 0),
    provider: fc.constantFrom('1.2.246.562.10.1', '1.2.246.562.10.1', '1.2.246.562.10.2'),
    school: fc.constantFrom('1.2.246.562.10.11', '1.2.246.562.10.12', undefined),
    qualification: fc.constantFrom('361902', '361101', undefined),
  })
  .map(({ kind, start, segments, final: end, emptyLast, nested, provider, school, qualification }) => ({
    ...(kind ?? whole),
    nested,
    provider,
    ...(school === undefined ? {} : { school }),
    ...(qualification === undefined ? {} : { qualification }),
    periods: periodsFrom(start, segments, end, emptyLast),
  }));

const whole: Kind = {
  education: 'wholeQualification',
  performanceType: 'ammatillinentutkinto',
  julyRule: 'removed',
  tuva: false,
};

function periodsFrom(
  start: IsoDate,
  segments: readonly Segment[],
  end: PeriodState | undefined,
  emptyLast: boolean,
): readonly Period[] {
  const periods: Period[] = [];
  let day = start;
  segments.forEach(({ state, length, gap, share, funding }, i) => {
    const before = periods.at(-1);
    const goesOn = before !== undefined && before.state === state && before.end === daysLater(day, -1);
    const common = {
      state,
      start: day,
      stateBegan: goesOn ? before.stateBegan : day,
      share,
      ...(funding === undefined ? {} : { funding }),
    };
    const isLast = i === segments.length - 1;
    if (isLast && end === undefined && !emptyLast) periods.push(common);
    // a row that ends before it begins, as one of the national service's own cases has: it is worth nothing
    else periods.push({ ...common, end: isLast && emptyLast ? daysLater(day, -1) : daysLater(day, length - 1) });
    day = daysLater(day, isLast && emptyLast ? 0 : length + gap);
  });
  if (end !== undefined)
    periods.push({ state: end, start: day, end: day, stateBegan: day, share: 1_000_000, funding: 1 });
  return periods;
}

const person: fc.Arbitrary<Omit<Person, 'key'>> = fc
  .record({
    birthYear: fc.option(fc.integer({ min: 1955, max: 2010 }), { nil: undefined }),
    gender: fc.constantFrom('male' as const, 'female' as const, 'other' as const, undefined),
    rights: fc.array(right, { minLength: 0, maxLength: 4 }),
  })
  .map(({ birthYear, gender, rights }) => ({
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(gender === undefined ? {} : { gender }),
    // keys in another order than the rights stand in
    rights: rights.map((one, i) => ({ ...one, key: `1.2.246.562.15.${String((i * 7 + 3) % 10)}` })),
  }));

export const randomPersons: fc.Arbitrary<readonly Person[]> = fc
  .array(person, { minLength: 1, maxLength: 25 })
  .map((people) => people.map((one, i) => ({ ...one, key: i.toString(16).padStart(32, '0') })));
