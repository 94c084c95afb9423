import { educations, genders, julyRules, MISSING_CODE, periodStates } from '../facts/codes.js';
import type { Dictionaries, Facts } from '../facts/facts.js';
import { NO_DAY } from '../days/day.js';

export type FactArray = Int32Array | Int16Array | Uint8Array;

/** Where a column of the facts is found from: the row's right or period, its person, or the other right that is looked at. */
export type Owner = 'right' | 'period' | 'person';

export interface FactColumn {
  readonly owner: Owner;
  /** `code`: position in `codes`; `dictionary`: position in a dictionary; `flag`: 0 or 1; `number`: days and amounts. */
  readonly kind: 'code' | 'dictionary' | 'flag' | 'number';
  readonly codes?: readonly string[];
  readonly dictionary?: keyof Dictionaries;
  /** How "missing" is written in the column; none where it is never missing. */
  readonly missing?: number;
  readonly of: (facts: Facts) => FactArray;
}

function code(owner: Owner, codes: readonly string[], of: (facts: Facts) => Uint8Array): FactColumn {
  return { owner, kind: 'code', codes, missing: MISSING_CODE, of };
}

function entry(owner: Owner, dictionary: keyof Dictionaries, of: (facts: Facts) => Int32Array): FactColumn {
  return { owner, kind: 'dictionary', dictionary, missing: -1, of };
}

function flag(of: (facts: Facts) => Uint8Array): FactColumn {
  return { owner: 'right', kind: 'flag', of };
}

function number(owner: Owner, of: (facts: Facts) => FactArray, missing?: number): FactColumn {
  return missing === undefined ? { owner, kind: 'number', of } : { owner, kind: 'number', of, missing };
}

const fundingCodes: readonly string[] = Array.from({ length: MISSING_CODE }, (_, at) => String(at));

/** The columns of the facts that an expression can name, by name. */
export const factColumns: ReadonlyMap<string, FactColumn> = new Map<string, FactColumn>([
  ['right.person', number('right', ({ rights }) => rights.person)],
  ['right.provider', entry('right', 'provider', ({ rights }) => rights.provider)],
  ['right.school', entry('right', 'school', ({ rights }) => rights.school)],
  ['right.location', entry('right', 'location', ({ rights }) => rights.location)],
  ['right.qualification', entry('right', 'qualification', ({ rights }) => rights.qualification)],
  ['right.performanceType', entry('right', 'performanceType', ({ rights }) => rights.performanceType)],
  ['right.education', code('right', educations, ({ rights }) => rights.education)],
  ['right.julyRule', code('right', julyRules, ({ rights }) => rights.julyRule)],
  ['right.tuva', flag(({ rights }) => rights.tuva)],
  ['right.nested', flag(({ rights }) => rights.nested)],
  ['right.purchased', flag(({ rights }) => rights.purchased)],
  ['right.start', number('right', ({ rights }) => rights.start, NO_DAY)],
  ['right.end', number('right', ({ rights }) => rights.end)],
  ['right.estimatedEnd', number('right', ({ rights }) => rights.estimatedEnd, NO_DAY)],
  ['right.confirmed', number('right', ({ rights }) => rights.confirmed, NO_DAY)],
  ['period.start', number('period', ({ periods }) => periods.start)],
  ['period.end', number('period', ({ periods }) => periods.end)],
  ['period.stateBegan', number('period', ({ periods }) => periods.stateBegan)],
  ['period.state', code('period', periodStates, ({ periods }) => periods.state)],
  ['period.funding', code('period', fundingCodes, ({ periods }) => periods.funding)],
  ['period.share', number('period', ({ periods }) => periods.share)],
  ['person.birthYear', number('person', ({ persons }) => persons.birthYear, 0)],
  ['person.gender', code('person', genders, ({ persons }) => persons.gender)],
  ['person.motherTongue', entry('person', 'language', ({ persons }) => persons.motherTongue)],
]);

/** `other.education` is `right.education` of another right; `otherPeriod.start` is `period.start` of one of its periods. */
export function ownerName(name: string): { readonly name: string; readonly other: boolean } {
  if (name.startsWith('otherPeriod.')) return { name: `period.${name.slice(12)}`, other: true };
  if (name.startsWith('other.')) return { name: `right.${name.slice(6)}`, other: true };
  return { name, other: false };
}
