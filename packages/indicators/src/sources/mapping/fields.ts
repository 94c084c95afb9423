import {
  completionMethods,
  educations,
  genders,
  julyRules,
  mainActivities,
  periodStates,
  workplaceKinds,
} from '../../facts/codes.js';
import type { Dictionaries } from '../../facts/facts.js';
import {
  activityWords,
  dictionaryOf,
  educationWords,
  genderWords,
  julyRuleWords,
  methodWords,
  recognitions,
  recognitionWords,
  stateWords,
  workplaceWords,
} from './words.js';

/** What a cell of a field is read as. */
export type FieldKind =
  /** An identity, which never leaves the reader as it is. */
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  /** A day, or a year that stands for its last day. */
  | { readonly kind: 'dayOrYear' }
  | { readonly kind: 'whole'; readonly from: number; readonly to: number; readonly only?: readonly number[] }
  /** A decimal number, kept as a whole one times 10 to the power of `digits`; the limits are those of the kept one. */
  | { readonly kind: 'scaled'; readonly digits: number; readonly from: number; readonly to: number }
  | { readonly kind: 'flag' }
  /** A closed code: read as its position in `codes`. */
  | { readonly kind: 'oneOf'; readonly codes: readonly string[]; readonly words: ReadonlyMap<string, string> }
  /** An open code with a name. */
  | { readonly kind: 'open'; readonly dictionary: keyof Dictionaries }
  | { readonly kind: 'language' };

const day = { kind: 'day' } as const;
const text = { kind: 'text' } as const;
const flag = { kind: 'flag' } as const;
const language = { kind: 'language' } as const;
const whole = <From extends number, To extends number>(from: From, to: To) => ({ kind: 'whole', from, to }) as const;
const open = <Name extends keyof Dictionaries>(dictionary: Name) => ({ kind: 'open', dictionary }) as const;
const oneOf = (codes: readonly string[], words: Readonly<Record<string, readonly string[]>>) =>
  ({ kind: 'oneOf', codes, words: dictionaryOf(words) }) as const;

/** As many as a column of the facts can hold, about. */
const MOST = 2_000_000_000;
/** A percentage, kept in millionths of the whole. */
const share = { kind: 'scaled', digits: 4, from: 0, to: 1_000_000 } as const;

const state = oneOf(periodStates, stateWords);
const activity = oneOf(mainActivities, activityWords);

/** Everything a column can be read as, by the table and the name it has in the facts. */
export const fields = {
  'person.learner': text,
  'person.identityCode': text,
  'person.student': text,
  'person.birthYear': whole(1900, 2100),
  'person.birthDate': day,
  'person.gender': oneOf(genders, genderWords),
  'person.motherTongue': language,

  'right.key': text,
  'right.provider': open('provider'),
  'right.school': open('school'),
  'right.location': open('location'),
  'right.qualification': open('qualification'),
  'right.performanceType': open('performanceType'),
  'right.education': oneOf(educations, educationWords),
  'right.julyRule': oneOf(julyRules, julyRuleWords),
  'right.tuva': flag,
  'right.nested': flag,
  'right.purchased': flag,
  'right.estimatedEnd': day,
  'right.confirmed': day,
  'right.language': language,
  'right.method': oneOf(completionMethods, methodWords),
  'right.version': whole(0, MOST),
  'right.start': day,
  'right.end': day,
  'right.endState': state,
  'right.funding': whole(1, 99),
  'right.share': share,

  'period.start': day,
  'period.end': day,
  'period.state': state,
  'period.funding': whole(1, 99),
  'period.share': share,

  'credit.unit': open('unit'),
  'credit.parent': text,
  'credit.type': open('performanceType'),
  'credit.group': whole(1, 4),
  'credit.points': { kind: 'scaled', digits: 3, from: 0, to: MOST },
  'credit.assessed': day,
  'credit.mandatory': flag,
  'credit.recognised': oneOf(recognitions, recognitionWords),
  'credit.demonstrated': flag,
  'credit.raised': flag,

  'spell.kind': open('spell'),
  'spell.start': day,
  'spell.end': day,

  'plan.approved': day,
  'plan.lastApproved': day,
  'plan.updated': day,
  'plan.achieved': day,
  'plan.needed': flag,
  'plan.priorUnits': whole(0, 9999),
  'plan.plannedUnits': whole(0, 9999),

  'workplace.kind': oneOf(workplaceKinds, workplaceWords),
  'workplace.start': day,
  'workplace.end': day,
  'workplace.share': share,
  'workplace.employer': open('employer'),
  'workplace.area': open('area'),

  'outcome.provider': open('provider'),
  'outcome.school': open('school'),
  'outcome.qualification': open('qualification'),
  'outcome.graduated': { kind: 'dayOrYear' },
  'outcome.yearsAfter': { kind: 'whole', from: 1, to: 5, only: [1, 3, 5] },
  'outcome.activity': activity,
  'outcome.activityAfter1': activity,
  'outcome.activityAfter3': activity,
  'outcome.activityAfter5': activity,
  'outcome.graduates': whole(0, MOST),

  'response.key': text,
  'response.provider': open('provider'),
  'response.school': open('school'),
  'response.qualification': open('qualification'),
  'response.survey': open('survey'),
  'response.education': oneOf(educations, educationWords),
  'response.day': day,
  'response.asked': whole(0, MOST),
  'response.answered': flag,
  'response.weight': whole(0, MOST),

  'answer.question': open('question'),
  'answer.value': whole(-MOST, MOST),
  'answer.cantSay': flag,
  'answer.forFunding': flag,
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldName = keyof typeof fields;

type FieldOf<Kind extends FieldKind['kind']> = {
  [Name in FieldName]: (typeof fields)[Name]['kind'] extends Kind ? Name : never;
}[FieldName];

export type TextField = FieldOf<'text'>;
export type NumberField = FieldOf<'day' | 'dayOrYear' | 'whole' | 'scaled' | 'flag' | 'oneOf'>;
export type CodeField = FieldOf<'open' | 'language'>;

export const fieldNames: readonly FieldName[] = Object.keys(fields).filter(isFieldName);

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

/** What one row of a table is about. */
export const tableKinds = [
  'rights',
  'periods',
  'credits',
  'spells',
  'plans',
  'workplaces',
  'outcomes',
  'responses',
  'answers',
] as const;
export type TableKind = (typeof tableKinds)[number];

interface TablePlan {
  /** Whose fields a row can give, besides the table's own. */
  readonly groups: readonly string[];
  /** Fields without which a row gives nothing. */
  readonly needed: readonly FieldName[];
  /** Of each of these lists at least one field must be mapped. */
  readonly neededOneOf: readonly (readonly FieldName[])[];
}

const ofRight = (group: string, ...needed: readonly FieldName[]): TablePlan => ({
  groups: ['person', 'right', group],
  needed: ['right.key', ...needed],
  neededOneOf: [],
});

/** What each kind of table can hold and must hold. */
export const tablePlans: Readonly<Record<TableKind, TablePlan>> = {
  rights: { groups: ['person', 'right'], needed: [], neededOneOf: [] },
  periods: ofRight('period', 'period.start', 'period.state'),
  credits: ofRight('credit', 'credit.unit'),
  spells: ofRight('spell', 'spell.kind', 'spell.start'),
  plans: ofRight('plan'),
  workplaces: ofRight('workplace', 'workplace.kind', 'workplace.start'),
  outcomes: {
    groups: ['person', 'outcome'],
    needed: ['outcome.graduated'],
    neededOneOf: [['outcome.activity', 'outcome.activityAfter1', 'outcome.activityAfter3', 'outcome.activityAfter5']],
  },
  responses: { groups: ['person', 'response'], needed: ['response.survey'], neededOneOf: [] },
  answers: { groups: ['answer'], needed: ['response.key', 'answer.question'], neededOneOf: [] },
};

export const groupOf = (field: FieldName): string => field.slice(0, field.indexOf('.'));

/** Own columns belong to a study right, an outcome or a response. */
export function ownerOf(table: TableKind): 'right' | 'outcome' | 'response' {
  if (table === 'outcomes') return 'outcome';
  return table === 'responses' || table === 'answers' ? 'response' : 'right';
}
