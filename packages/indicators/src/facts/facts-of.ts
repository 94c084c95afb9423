import { dayFromIso } from '../days/calendar.js';
import { NO_DAY, OPEN, type Day, type IsoDate } from '../days/day.js';
import { educations, genders, julyRules, MISSING_CODE, periodStates, type PeriodState } from './codes.js';
import { createDictionaries, type GrowingDictionaries, type GrowingDictionary } from './dictionary.js';
import type { CreditColumns, Facts, PeriodColumns, PersonColumns, SpellColumns, StudyRightColumns } from './facts.js';
import type { PlainCode, PlainPeriod, PlainPerson, PlainStudyRight } from './plain-facts.js';

const FULL_TIME = 1_000_000;
const finalStates: ReadonlySet<PeriodState> = new Set<PeriodState>([
  'graduated',
  'resigned',
  'deemedResigned',
  'cancelled',
  'invalidated',
  'completed',
  'discontinued',
  'ended',
]);

/**
 * Facts from plain objects, for those who feed their own data and for tests: batches of whole persons that share
 * their dictionaries. Persons and rights keep their order; the periods of a right are ordered by start.
 *
 * @throws {InvalidDateError} where a date is not a day of the calendar
 */
export function factsOf(
  persons: Iterable<PlainPerson>,
  options: { readonly personsPerBatch?: number } = {},
): readonly Facts[] {
  const size = options.personsPerBatch ?? 10_000;
  const dictionaries = createDictionaries();
  const batches: Facts[] = [];
  let batch: PlainPerson[] = [];
  for (const person of persons) {
    batch.push(person);
    if (batch.length === size) {
      batches.push(batchOf(batch, dictionaries));
      batch = [];
    }
  }
  if (batch.length > 0 || batches.length === 0) batches.push(batchOf(batch, dictionaries));
  return batches;
}

function position(dictionary: GrowingDictionary, code: PlainCode | undefined): number {
  if (code === undefined) return -1;
  return typeof code === 'string' ? dictionary.add(code) : dictionary.add(code.key, code.label);
}

function dayOr(text: IsoDate | undefined, otherwise: Day): Day {
  return text === undefined ? otherwise : dayFromIso(text);
}

/** Position in a closed list; "missing" where there is no code. */
function codeOf<T extends string>(list: readonly T[], code: T | undefined): number {
  return code === undefined ? MISSING_CODE : list.indexOf(code);
}

function batchOf(people: readonly PlainPerson[], dictionaries: GrowingDictionaries): Facts {
  const rights = people.flatMap((person) => person.rights);
  const owners = people.flatMap((person, at) => person.rights.map(() => at));
  const periods = rights.map((right) => periodsOf(right));
  return {
    persons: personColumns(people, dictionaries),
    rights: rightColumns(rights, owners, periods, dictionaries),
    periods: periodColumns(periods),
    credits: creditColumns(rights, dictionaries),
    spells: spellColumns(rights, dictionaries),
    dictionaries,
  };
}

interface DatedPeriod {
  readonly plain: PlainPeriod;
  readonly start: Day;
  readonly end: Day;
  readonly stateBegan: Day;
}

function periodsOf(right: PlainStudyRight): readonly DatedPeriod[] {
  const dated = right.periods
    .map((plain) => ({ plain, start: dayFromIso(plain.start), end: dayOr(plain.end, OPEN) }))
    .sort((a, b) => a.start - b.start);
  const result: DatedPeriod[] = [];
  for (const period of dated) {
    const before = result.at(-1);
    const goesOn = before !== undefined && before.plain.state === period.plain.state && before.end + 1 === period.start;
    result.push({ ...period, stateBegan: dayOr(period.plain.stateBegan, goesOn ? before.stateBegan : period.start) });
  }
  return result;
}

function personColumns(people: readonly PlainPerson[], dictionaries: GrowingDictionaries): PersonColumns {
  return {
    count: people.length,
    key: people.map((person) => person.key),
    birthYear: Int16Array.from(people, (person) => person.birthYear ?? 0),
    gender: Uint8Array.from(people, (person) => codeOf(genders, person.gender)),
    motherTongue: Int32Array.from(people, (person) => position(dictionaries.language, person.motherTongue)),
  };
}

function rightColumns(
  rights: readonly PlainStudyRight[],
  owners: readonly number[],
  periods: readonly (readonly DatedPeriod[])[],
  dictionaries: GrowingDictionaries,
): StudyRightColumns {
  const flag = (pick: (right: PlainStudyRight) => boolean | undefined): Uint8Array =>
    Uint8Array.from(rights, (right) => (pick(right) === true ? 1 : 0));
  return {
    count: rights.length,
    key: rights.map((right) => right.key),
    person: Int32Array.from(owners),
    provider: Int32Array.from(rights, (right) => position(dictionaries.provider, right.provider)),
    school: Int32Array.from(rights, (right) => position(dictionaries.school, right.school)),
    location: Int32Array.from(rights, (right) => position(dictionaries.location, right.location)),
    qualification: Int32Array.from(rights, (right) => position(dictionaries.qualification, right.qualification)),
    performanceType: Int32Array.from(rights, (right) => position(dictionaries.performanceType, right.performanceType)),
    education: Uint8Array.from(rights, (right) => codeOf(educations, right.education)),
    julyRule: Uint8Array.from(rights, (right) => codeOf(julyRules, right.julyRule)),
    tuva: flag((right) => right.tuva),
    nested: flag((right) => right.nested),
    purchased: flag((right) => right.purchased),
    start: Int32Array.from(periods, (ofRight) => ofRight[0]?.start ?? NO_DAY),
    end: Int32Array.from(
      periods,
      (ofRight) => ofRight.find((period) => finalStates.has(period.plain.state))?.start ?? OPEN,
    ),
    estimatedEnd: Int32Array.from(rights, (right) => dayOr(right.estimatedEnd, NO_DAY)),
    confirmed: Int32Array.from(rights, (right) => dayOr(right.confirmed, NO_DAY)),
  };
}

function periodColumns(periods: readonly (readonly DatedPeriod[])[]): PeriodColumns {
  const all = periods.flat();
  return {
    count: all.length,
    right: Int32Array.from(periods.flatMap((ofRight, right) => ofRight.map(() => right))),
    start: Int32Array.from(all, (period) => period.start),
    end: Int32Array.from(all, (period) => period.end),
    stateBegan: Int32Array.from(all, (period) => period.stateBegan),
    state: Uint8Array.from(all, (period) => codeOf(periodStates, period.plain.state)),
    funding: Uint8Array.from(all, (period) => period.plain.funding ?? MISSING_CODE),
    share: Int32Array.from(all, (period) => period.plain.share ?? FULL_TIME),
  };
}

function creditColumns(rights: readonly PlainStudyRight[], dictionaries: GrowingDictionaries): CreditColumns {
  const rows = rights.flatMap((right, at) => (right.credits ?? []).map((credit) => ({ credit, at })));
  const firstOf = new Map<number, number>();
  rows.forEach(({ at }, row) => {
    if (!firstOf.has(at)) firstOf.set(at, row);
  });
  const flag = (pick: (row: (typeof rows)[number]) => boolean | undefined): Uint8Array =>
    Uint8Array.from(rows, (row) => (pick(row) === true ? 1 : 0));
  return {
    count: rows.length,
    right: Int32Array.from(rows, ({ at }) => at),
    parent: Int32Array.from(rows, ({ credit, at }) =>
      credit.parent === undefined ? -1 : (firstOf.get(at) ?? 0) + credit.parent,
    ),
    unit: Int32Array.from(rows, ({ credit }) => position(dictionaries.unit, credit.unit)),
    type: Int32Array.from(rows, ({ credit }) => position(dictionaries.performanceType, credit.type)),
    group: Uint8Array.from(rows, ({ credit }) => credit.group ?? MISSING_CODE),
    points: Int32Array.from(rows, ({ credit }) => credit.points ?? -1),
    assessed: Int32Array.from(rows, ({ credit }) => dayOr(credit.assessed, NO_DAY)),
    mandatory: flag(({ credit }) => credit.mandatory),
    recognised: Uint8Array.from(rows, ({ credit }) => credit.recognised ?? 0),
    demonstrated: flag(({ credit }) => credit.demonstrated),
    raised: flag(({ credit }) => credit.raised),
  };
}

function spellColumns(rights: readonly PlainStudyRight[], dictionaries: GrowingDictionaries): SpellColumns {
  const rows = rights.flatMap((right, at) => (right.spells ?? []).map((spell) => ({ spell, at })));
  return {
    count: rows.length,
    right: Int32Array.from(rows, ({ at }) => at),
    kind: Int32Array.from(rows, ({ spell }) => position(dictionaries.spell, spell.kind)),
    start: Int32Array.from(rows, ({ spell }) => dayFromIso(spell.start)),
    end: Int32Array.from(rows, ({ spell }) => dayOr(spell.end, OPEN)),
  };
}
