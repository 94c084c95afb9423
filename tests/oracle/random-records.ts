import { type Facts, factsOf, type PlainPerson, type PlainStudyRight } from '@strapetsi/indicators';
import type {
  PlainAnswer,
  PlainCredit,
  PlainOutcome,
  PlainPlan,
  PlainResponse,
  PlainSpell,
  PlainWorkplacePeriod,
} from '../../packages/indicators/src/facts/plain-facts.js';
import fc from 'fast-check';
import { daysLater, type Person } from './person.js';
import { randomPersons } from './random-persons.js';

/**
 * Persons with all that sources may know of them, and with what they may lack: parts without points or assessment, of units that are
 * not there, spells and agreements that end before they begin or never, plans without a day, several plans or none, outcomes of whole
 * groups and of nobody, replies that nobody was asked for, of no weight, without a day, with "can't say" and negative numbers, codes in
 * no class, and columns of a provider's own with gaps.
 */
export type RecordedPerson = Omit<PlainPerson, 'rights' | 'outcomes' | 'responses'> & {
  readonly rights: readonly (PlainStudyRight & { readonly team?: string })[];
  readonly outcomes: readonly (PlainOutcome & { readonly intake?: string })[];
  readonly responses: readonly (PlainResponse & { readonly channel?: string })[];
};

export const codesOfRecords = {
  provider: ['1.2.246.562.10.1', '1.2.246.562.10.2'],
  school: ['1.2.246.562.10.11', '1.2.246.562.10.12'],
  location: ['l1', 'l2'],
  qualification: ['361902', '361101', '999999'],
  performanceType: ['ammatillinentutkinto', 'telma', 'luva', 'ammatillisentutkinnonosa'],
  language: ['FI', 'SV', 'SE', '99'],
  unit: ['100', '101', '106727'],
  spell: ['majoitus', 'erityinenTuki', 'oppisopimus'],
  employer: ['1572860-0', '0201256-6'],
  area: ['091', '853', '999'],
  survey: ['aloitus', 'päättö'],
  question: ['q1', 'q2', 'q3'],
  team: ['red', 'blue', 'it’s "own"'],
  intake: ['spring', 'autumn'],
  channel: ['sms', 'mail'],
} as const;

const one = <T extends string>(codes: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...codes);
const day = fc.oneof(
  fc.integer({ min: 0, max: 3200 }).map((n) => daysLater('2018-07-01', n)),
  fc.constantFrom('2020-02-29', '2021-08-31', '2022-06-30', '2022-07-01', '2023-12-31', '2024-01-01'),
);

const credit: fc.Arbitrary<PlainCredit> = fc.record(
  {
    unit: one(codesOfRecords.unit),
    type: fc.constantFrom('ammatillisentutkinnonosa', 'ammatillisentutkinnonosanosaalue'),
    parent: fc.nat({ max: 2 }),
    group: fc.integer({ min: 1, max: 4 }),
    points: fc.constantFrom(0, 1000, 15_000, 35_000),
    assessed: day,
    mandatory: fc.boolean(),
    recognised: fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2),
    demonstrated: fc.boolean(),
    raised: fc.boolean(),
  },
  { requiredKeys: ['unit', 'type'] },
);

/** Parents stand before their parts: any other position is a part of a unit that is not there. */
const credits = fc
  .array(credit, { maxLength: 4 })
  .map((list) => list.map((part, at) => (part.parent !== undefined && part.parent < at ? part : withoutParent(part))));

function withoutParent({ parent: _none, ...part }: PlainCredit): PlainCredit {
  return part;
}

const length = fc.constantFrom(-30, -1, 0, 1, 27, 90, 400, undefined);
function endOf(start: string, days: number | undefined): { readonly end?: string } {
  return days === undefined ? {} : { end: daysLater(start, days) };
}

const spell: fc.Arbitrary<PlainSpell> = fc
  .tuple(one(codesOfRecords.spell), day, length)
  .map(([kind, start, days]) => ({ kind, start, ...endOf(start, days) }));

const plan: fc.Arbitrary<PlainPlan> = fc.record(
  {
    approved: day,
    lastApproved: day,
    updated: day,
    achieved: day,
    needed: fc.boolean(),
    priorUnits: fc.nat({ max: 5 }),
    plannedUnits: fc.nat({ max: 9 }),
  },
  { requiredKeys: ['priorUnits', 'plannedUnits'] },
);

const workplace: fc.Arbitrary<PlainWorkplacePeriod> = fc
  .tuple(
    fc.record(
      {
        kind: fc.constantFrom('apprenticeship' as const, 'trainingAgreement' as const, 'onTheJobLearning' as const),
        start: day,
        share: fc.constantFrom(1_000_000, 500_000, 333_333, 0),
        employer: one(codesOfRecords.employer),
        area: one(codesOfRecords.area),
      },
      { requiredKeys: ['kind', 'start'] },
    ),
    length,
  )
  .map(([record, days]) => ({ ...record, ...endOf(record.start, days) }));

const ofRight = fc.record(
  {
    location: one(codesOfRecords.location),
    language: one(codesOfRecords.language),
    method: fc.constantFrom('reform' as const, 'curriculum' as const, 'demonstration' as const),
    purchased: fc.boolean(),
    estimatedEnd: day,
    confirmed: day,
    team: one(codesOfRecords.team),
    credits,
    spells: fc.array(spell, { maxLength: 3 }),
    plans: fc.array(plan, { maxLength: 2 }),
    workplaces: fc.array(workplace, { maxLength: 3 }),
  },
  { requiredKeys: ['credits', 'spells', 'plans', 'workplaces'] },
);

const outcome = fc.record(
  {
    provider: one(codesOfRecords.provider),
    school: one(codesOfRecords.school),
    qualification: one(codesOfRecords.qualification),
    graduated: day,
    yearsAfter: fc.constantFrom(1, 1, 3, 5, 2),
    activity: fc.constantFrom(
      'employed' as const,
      'employedStudent' as const,
      'student' as const,
      'emigrated' as const,
    ),
    graduates: fc.constantFrom(1, 1, 1, 12, 0),
    intake: one(codesOfRecords.intake),
  },
  { requiredKeys: ['provider', 'graduated', 'yearsAfter'] },
);

const answer: fc.Arbitrary<PlainAnswer> = fc.record(
  {
    question: one(codesOfRecords.question),
    value: fc.integer({ min: -1, max: 10 }),
    forFunding: fc.boolean(),
  },
  { requiredKeys: ['question'] },
);

const response = fc.record(
  {
    provider: one(codesOfRecords.provider),
    school: one(codesOfRecords.school),
    qualification: one(codesOfRecords.qualification),
    survey: one(codesOfRecords.survey),
    education: fc.constantFrom('wholeQualification' as const, 'qualificationUnits' as const),
    day,
    asked: fc.constantFrom(1, 1, 0, 30),
    answered: fc.boolean(),
    weight: fc.constantFrom(1, 1, 0, 45, 120),
    answers: fc.array(answer, { maxLength: 4 }),
    channel: one(codesOfRecords.channel),
  },
  { requiredKeys: ['provider', 'survey', 'answered', 'answers'] },
);

const ofPerson = fc.record(
  {
    motherTongue: one(codesOfRecords.language),
    outcomes: fc.array(outcome, { maxLength: 3 }),
    responses: fc.array(response, { maxLength: 3 }),
  },
  { requiredKeys: ['outcomes', 'responses'] },
);

function withOwnKeys(groups: readonly (readonly Person[])[]): readonly Person[] {
  return groups.flat().map((person, at) => ({ ...person, key: at.toString(16).padStart(32, '0') }));
}

/** Rights and persons get what is drawn for their place, in turn. */
export const randomRecords: fc.Arbitrary<readonly RecordedPerson[]> = fc
  .tuple(
    fc.array(randomPersons, { minLength: 1, maxLength: 4 }).map(withOwnKeys),
    fc.array(ofRight, { minLength: 5, maxLength: 20 }),
    fc.array(ofPerson, { minLength: 3, maxLength: 12 }),
  )
  .map(([persons, rightExtras, personExtras]) => {
    let rights = 0;
    return persons.map((person, at): RecordedPerson => {
      const extra = personExtras[at % personExtras.length] ?? { outcomes: [], responses: [] };
      return {
        ...person,
        ...extra,
        rights: person.rights.map((right) => ({ ...right, ...rightExtras[rights++ % rightExtras.length] })),
        responses: extra.responses.map((one, number) => ({
          ...one,
          key: `${person.key}-${String((number * 7 + 3) % 10)}`,
        })),
      };
    });
  });

const PERSONS_OF_A_BATCH = 7;

/** The same facts that a source would give, with the provider's own columns `team`, `intake` and `channel`. */
export function factsOfRecords(persons: readonly RecordedPerson[]): readonly Facts[] {
  return factsOf(persons, { personsPerBatch: PERSONS_OF_A_BATCH }).map((batch, at) => {
    const ofBatch = persons.slice(at * PERSONS_OF_A_BATCH, (at + 1) * PERSONS_OF_A_BATCH);
    const teams = ofBatch.flatMap(({ rights }) => rights.map(({ team }) => team));
    const intakes = ofBatch.flatMap(({ outcomes }) => outcomes.map(({ intake }) => intake));
    const channels = ofBatch.flatMap(({ responses }) => responses.map(({ channel }) => channel));
    return {
      ...batch,
      own: {
        team: { of: 'right', ...ownColumn('team', teams) },
        intake: { of: 'outcome', ...ownColumn('intake', intakes) },
        channel: { of: 'response', ...ownColumn('channel', channels) },
      },
    };
  });
}

const dictionaries = {
  team: { keys: codesOfRecords.team, labels: codesOfRecords.team.map((code) => ({ fi: `Tiimi ${code}` })) },
  intake: { keys: codesOfRecords.intake, labels: codesOfRecords.intake.map(() => ({})) },
  channel: { keys: codesOfRecords.channel, labels: codesOfRecords.channel.map((code) => ({ sv: code })) },
};

function ownColumn(name: keyof typeof dictionaries, codes: readonly (string | undefined)[]) {
  const dictionary = dictionaries[name];
  const keys: readonly string[] = dictionary.keys;
  const values = Int32Array.from(codes, (code) => (code === undefined ? -1 : keys.indexOf(code)));
  return { label: { fi: name, en: name }, dictionary, values };
}
