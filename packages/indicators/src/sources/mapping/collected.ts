import { NO_DAY, type Day } from '../../days/day.js';
import { MISSING_CODE } from '../../facts/codes.js';

/** Where a row stands, for findings that come after it was read. */
export interface Place {
  /** Of the files that are read together, from 0. */
  readonly file: number;
  readonly record: number;
  readonly line: number;
  /** Code of the school that the row names. */
  readonly school: string | undefined;
}

/** What is known of a study right itself. Numbers as in the facts' columns. */
export interface RightValues {
  provider: number;
  school: number;
  location: number;
  qualification: number;
  performanceType: number;
  education: number;
  julyRule: number;
  tuva: number;
  nested: number;
  purchased: number;
  estimatedEnd: number;
  confirmed: number;
  language: number;
  method: number;
  version: number;
}

/** What says that nothing is known. Flags have no missing value in the facts; here it is -1. */
export const noRightValues: Readonly<RightValues> = {
  provider: -1,
  school: -1,
  location: -1,
  qualification: -1,
  performanceType: -1,
  education: MISSING_CODE,
  julyRule: MISSING_CODE,
  tuva: -1,
  nested: -1,
  purchased: -1,
  estimatedEnd: NO_DAY,
  confirmed: NO_DAY,
  language: -1,
  method: MISSING_CODE,
  version: -1,
};

export interface CollectedPeriod {
  readonly place: Place;
  readonly start: Day;
  /** NO_DAY where the row does not say when it ends. */
  readonly end: Day;
  readonly state: number;
  readonly funding: number;
  readonly share: number;
}

export interface CollectedCredit {
  readonly place: Place;
  readonly unit: number;
  readonly parent: string | undefined;
  readonly type: number;
  readonly group: number;
  readonly points: number;
  readonly assessed: Day;
  readonly mandatory: number;
  readonly recognised: number;
  readonly demonstrated: number;
  readonly raised: number;
}

export interface CollectedSpell {
  readonly kind: number;
  readonly start: Day;
  readonly end: Day;
}

export interface CollectedPlan {
  readonly approved: Day;
  readonly lastApproved: Day;
  readonly updated: Day;
  readonly achieved: Day;
  readonly needed: number;
  readonly priorUnits: number;
  readonly plannedUnits: number;
}

export interface CollectedWorkplace {
  readonly kind: number;
  readonly start: Day;
  readonly end: Day;
  readonly share: number;
  readonly employer: number;
  readonly area: number;
}

export type OwnCodes = ReadonlyMap<string, number>;

/** A study right, put together from the rows of one table or of several. */
export interface CollectedRight {
  readonly key: string;
  person: CollectedPerson | undefined;
  readonly values: RightValues;
  readonly own: Map<string, number>;
  /** Where its row in a table of rights is; rows of other tables alone do not make a right known twice. */
  row: Place | undefined;
  /** Rows that are lost where the right is. */
  readonly rows: Place[];
  readonly periods: CollectedPeriod[];
  readonly credits: CollectedCredit[];
  readonly spells: CollectedSpell[];
  readonly plans: CollectedPlan[];
  readonly workplaces: CollectedWorkplace[];
}

export interface CollectedOutcome {
  readonly provider: number;
  readonly school: number;
  readonly qualification: number;
  readonly graduated: Day;
  readonly yearsAfter: number;
  readonly activity: number;
  readonly graduates: number;
  readonly own: OwnCodes;
}

export interface CollectedAnswer {
  readonly question: number;
  /** NO_DAY for "can't say". */
  readonly value: number;
  readonly cantSay: number;
  readonly forFunding: number;
}

export interface CollectedResponse {
  readonly key: string;
  readonly provider: number;
  readonly school: number;
  readonly qualification: number;
  readonly survey: number;
  readonly education: number;
  readonly day: Day;
  readonly asked: number;
  /** `undefined` where the row does not say: then a reply is what has an answer. */
  readonly answered: number | undefined;
  readonly weight: number;
  readonly own: OwnCodes;
  readonly answers: CollectedAnswer[];
}

export interface CollectedPerson {
  readonly key: string;
  birthYear: number;
  gender: number;
  motherTongue: number;
  readonly rights: CollectedRight[];
  readonly outcomes: CollectedOutcome[];
  readonly responses: CollectedResponse[];
}

/** Rows of answers whose reply is looked for when all have been read. */
export interface LooseAnswer {
  readonly place: Place;
  readonly response: string;
  readonly answer: CollectedAnswer;
}

/** What has been read and not yet become facts. */
export interface Collected {
  readonly persons: Map<string, CollectedPerson>;
  readonly rights: Map<string, CollectedRight>;
  readonly responses: Map<string, CollectedResponse>;
  readonly answers: LooseAnswer[];
}

export function createCollected(): Collected {
  return { persons: new Map(), rights: new Map(), responses: new Map(), answers: [] };
}

/** The right of a key; a new one where none is known. */
export function rightIn(collected: Collected, key: string): CollectedRight {
  const known = collected.rights.get(key);
  if (known !== undefined) return known;
  const right: CollectedRight = {
    key,
    person: undefined,
    values: { ...noRightValues },
    own: new Map(),
    row: undefined,
    rows: [],
    periods: [],
    credits: [],
    spells: [],
    plans: [],
    workplaces: [],
  };
  collected.rights.set(key, right);
  return right;
}

/** The person of a key; what was not known of a known one is filled in. */
export function personIn(
  collected: Collected,
  { key, birthYear, gender, motherTongue }: Pick<CollectedPerson, 'key' | 'birthYear' | 'gender' | 'motherTongue'>,
): CollectedPerson {
  const known = collected.persons.get(key);
  if (known === undefined) {
    const person: CollectedPerson = { key, birthYear, gender, motherTongue, rights: [], outcomes: [], responses: [] };
    collected.persons.set(key, person);
    return person;
  }
  if (known.birthYear === 0) known.birthYear = birthYear;
  if (known.gender === MISSING_CODE) known.gender = gender;
  if (known.motherTongue === -1) known.motherTongue = motherTongue;
  return known;
}
