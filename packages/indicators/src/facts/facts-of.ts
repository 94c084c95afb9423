import { dayFromIso } from '../days/calendar.js';
import { NO_DAY, OPEN, type Day, type IsoDate } from '../days/day.js';
import { createFactsBuilder, type FactsBuilder } from './builder.js';
import {
  completionMethods,
  educations,
  genders,
  julyRules,
  mainActivities,
  MISSING_CODE,
  periodStates,
  workplaceKinds,
  type PeriodState,
} from './codes.js';
import { createDictionaries, type GrowingDictionaries, type GrowingDictionary } from './dictionary.js';
import type { Facts } from './facts.js';
import type {
  PlainCode,
  PlainCredit,
  PlainOutcome,
  PlainPeriod,
  PlainPerson,
  PlainResponse,
  PlainStudyRight,
} from './plain-facts.js';

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
  const builder = createFactsBuilder(dictionaries);
  for (const person of people) {
    const at = builder.person({
      key: person.key,
      birthYear: person.birthYear ?? 0,
      gender: codeOf(genders, person.gender),
      motherTongue: position(dictionaries.language, person.motherTongue),
    });
    for (const right of person.rights) addRight(builder, dictionaries, at, right);
    for (const outcome of person.outcomes ?? []) addOutcome(builder, dictionaries, at, outcome);
    for (const response of person.responses ?? []) addResponse(builder, dictionaries, at, response);
  }
  return builder.finish();
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

function flag(value: boolean | undefined): number {
  return value === true ? 1 : 0;
}

function addRight(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  person: number,
  plain: PlainStudyRight,
): void {
  const periods = periodsOf(plain);
  const right = builder.right({
    key: plain.key,
    person,
    provider: position(dictionaries.provider, plain.provider),
    school: position(dictionaries.school, plain.school),
    location: position(dictionaries.location, plain.location),
    qualification: position(dictionaries.qualification, plain.qualification),
    performanceType: position(dictionaries.performanceType, plain.performanceType),
    education: codeOf(educations, plain.education),
    julyRule: codeOf(julyRules, plain.julyRule),
    tuva: flag(plain.tuva),
    nested: flag(plain.nested),
    purchased: flag(plain.purchased),
    start: periods[0]?.start ?? NO_DAY,
    end: periods.find((period) => finalStates.has(period.plain.state))?.start ?? OPEN,
    estimatedEnd: dayOr(plain.estimatedEnd, NO_DAY),
    confirmed: dayOr(plain.confirmed, NO_DAY),
    language: position(dictionaries.language, plain.language),
    method: codeOf(completionMethods, plain.method),
    version: plain.version ?? -1,
  });
  for (const period of periods) {
    builder.period({
      right,
      start: period.start,
      end: period.end,
      stateBegan: period.stateBegan,
      state: codeOf(periodStates, period.plain.state),
      funding: period.plain.funding ?? MISSING_CODE,
      share: period.plain.share ?? FULL_TIME,
    });
  }
  addCredits(builder, dictionaries, right, plain.credits ?? []);
  for (const spell of plain.spells ?? []) {
    const kind = position(dictionaries.spell, spell.kind);
    builder.spell({ right, kind, start: dayFromIso(spell.start), end: dayOr(spell.end, OPEN) });
  }
  for (const plan of plain.plans ?? []) {
    builder.plan({
      right,
      approved: dayOr(plan.approved, NO_DAY),
      lastApproved: dayOr(plan.lastApproved, NO_DAY),
      updated: dayOr(plan.updated, NO_DAY),
      achieved: dayOr(plan.achieved, NO_DAY),
      needed: plan.needed === false ? 0 : 1,
      priorUnits: plan.priorUnits ?? 0,
      plannedUnits: plan.plannedUnits ?? 0,
    });
  }
  for (const workplace of plain.workplaces ?? []) {
    builder.workplace({
      right,
      kind: codeOf(workplaceKinds, workplace.kind),
      start: dayFromIso(workplace.start),
      end: dayOr(workplace.end, OPEN),
      share: workplace.share ?? FULL_TIME,
      employer: position(dictionaries.employer, workplace.employer),
      area: position(dictionaries.area, workplace.area),
    });
  }
}

function addCredits(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  right: number,
  credits: readonly PlainCredit[],
): void {
  const positions: number[] = [];
  for (const credit of credits) {
    const row = builder.credit({
      right,
      parent: credit.parent === undefined ? -1 : (positions[credit.parent] ?? -1),
      unit: position(dictionaries.unit, credit.unit),
      type: position(dictionaries.performanceType, credit.type),
      group: credit.group ?? MISSING_CODE,
      points: credit.points ?? -1,
      assessed: dayOr(credit.assessed, NO_DAY),
      mandatory: flag(credit.mandatory),
      recognised: credit.recognised ?? 0,
      demonstrated: flag(credit.demonstrated),
      raised: flag(credit.raised),
    });
    positions.push(row);
  }
}

function addOutcome(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  person: number,
  outcome: PlainOutcome,
): void {
  builder.outcome({
    person,
    provider: position(dictionaries.provider, outcome.provider),
    school: position(dictionaries.school, outcome.school),
    qualification: position(dictionaries.qualification, outcome.qualification),
    graduated: dayFromIso(outcome.graduated),
    yearsAfter: outcome.yearsAfter,
    activity: codeOf(mainActivities, outcome.activity),
    graduates: outcome.graduates ?? 1,
  });
}

function addResponse(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  person: number,
  plain: PlainResponse,
): void {
  const response = builder.response({
    key: plain.key,
    person,
    provider: position(dictionaries.provider, plain.provider),
    school: position(dictionaries.school, plain.school),
    qualification: position(dictionaries.qualification, plain.qualification),
    survey: position(dictionaries.survey, plain.survey),
    education: codeOf(educations, plain.education),
    day: dayOr(plain.day, NO_DAY),
    asked: plain.asked ?? 1,
    answered: flag(plain.answered),
    weight: plain.weight ?? 1,
  });
  for (const answer of plain.answers ?? []) {
    builder.answer({
      response,
      question: position(dictionaries.question, answer.question),
      value: answer.value ?? NO_DAY,
      cantSay: answer.value === undefined ? 1 : 0,
      forFunding: flag(answer.forFunding),
    });
  }
}
