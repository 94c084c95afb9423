import {
  completionMethods,
  educations,
  genders,
  julyRules,
  mainActivities,
  MISSING_CODE,
  periodStates,
  workplaceKinds,
} from '../facts/codes.js';
import type { Dictionaries, Dictionary, Facts } from '../facts/facts.js';
import { NO_DAY } from '../days/day.js';
import { childRelations, rootRelations, type ChildRelation, type RootRelation } from '../definitions/definition.js';
import { DefinitionError } from './errors.js';

export type FactArray = Int32Array | Int16Array | Uint8Array;

/** Where a column of the facts is found from: the row's root (a study right, outcome or response), a child of it, or its person. */
export type Owner = RootRelation | ChildRelation | 'person';

export interface FactColumn {
  readonly owner: Owner;
  /** `code`: position in `codes`; `dictionary`: position in a dictionary; `flag`: 0 or 1; `number`: days and amounts. */
  readonly kind: 'code' | 'dictionary' | 'flag' | 'number';
  readonly codes?: readonly string[];
  readonly dictionary?: (facts: Facts) => Dictionary;
  /** How "missing" is written in the column; none where it is never missing. */
  readonly missing?: number;
  readonly of: (facts: Facts) => FactArray;
}

function code(owner: Owner, codes: readonly string[], of: (facts: Facts) => Uint8Array): FactColumn {
  return { owner, kind: 'code', codes, missing: MISSING_CODE, of };
}

function entry(owner: Owner, dictionary: keyof Dictionaries, of: (facts: Facts) => Int32Array): FactColumn {
  return { owner, kind: 'dictionary', dictionary: ({ dictionaries }) => dictionaries[dictionary], missing: -1, of };
}

function flag(owner: Owner, of: (facts: Facts) => Uint8Array): FactColumn {
  return { owner, kind: 'flag', of };
}

function number(owner: Owner, of: (facts: Facts) => FactArray, missing?: number): FactColumn {
  return missing === undefined ? { owner, kind: 'number', of } : { owner, kind: 'number', of, missing };
}

const parentUnits = new WeakMap<Facts['credits'], Int32Array>();

/** The unit that each part belongs to. */
function parentUnitOf({ credits }: Facts): Int32Array {
  let units = parentUnits.get(credits);
  if (units === undefined) {
    units = credits.parent.map((parent) => (parent < 0 ? -1 : credits.unit[parent]!));
    parentUnits.set(credits, units);
  }
  return units;
}

const fundingCodes: readonly string[] = Array.from({ length: MISSING_CODE }, (_, at) => String(at));

const groupCodes: readonly string[] = Array.from({ length: 5 }, (_, at) => String(at));

/** The columns of the facts that an expression can name, by name. */
const factColumns: ReadonlyMap<string, FactColumn> = new Map<string, FactColumn>([
  ['right.person', number('right', ({ rights }) => rights.person)],
  ['right.provider', entry('right', 'provider', ({ rights }) => rights.provider)],
  ['right.school', entry('right', 'school', ({ rights }) => rights.school)],
  ['right.location', entry('right', 'location', ({ rights }) => rights.location)],
  ['right.qualification', entry('right', 'qualification', ({ rights }) => rights.qualification)],
  ['right.performanceType', entry('right', 'performanceType', ({ rights }) => rights.performanceType)],
  ['right.education', code('right', educations, ({ rights }) => rights.education)],
  ['right.julyRule', code('right', julyRules, ({ rights }) => rights.julyRule)],
  ['right.tuva', flag('right', ({ rights }) => rights.tuva)],
  ['right.nested', flag('right', ({ rights }) => rights.nested)],
  ['right.purchased', flag('right', ({ rights }) => rights.purchased)],
  ['right.start', number('right', ({ rights }) => rights.start, NO_DAY)],
  ['right.end', number('right', ({ rights }) => rights.end)],
  ['right.estimatedEnd', number('right', ({ rights }) => rights.estimatedEnd, NO_DAY)],
  ['right.confirmed', number('right', ({ rights }) => rights.confirmed, NO_DAY)],
  ['right.language', entry('right', 'language', ({ rights }) => rights.language)],
  ['right.method', code('right', completionMethods, ({ rights }) => rights.method)],
  ['period.start', number('period', ({ periods }) => periods.start)],
  ['period.end', number('period', ({ periods }) => periods.end)],
  ['period.stateBegan', number('period', ({ periods }) => periods.stateBegan)],
  ['period.state', code('period', periodStates, ({ periods }) => periods.state)],
  ['period.funding', code('period', fundingCodes, ({ periods }) => periods.funding)],
  ['period.share', number('period', ({ periods }) => periods.share)],
  ['credit.parent', number('credit', ({ credits }) => credits.parent, -1)],
  ['credit.unit', entry('credit', 'unit', ({ credits }) => credits.unit)],
  ['credit.parentUnit', entry('credit', 'unit', parentUnitOf)],
  ['credit.type', entry('credit', 'performanceType', ({ credits }) => credits.type)],
  ['credit.group', code('credit', groupCodes, ({ credits }) => credits.group)],
  ['credit.points', number('credit', ({ credits }) => credits.points, -1)],
  ['credit.assessed', number('credit', ({ credits }) => credits.assessed, NO_DAY)],
  ['credit.mandatory', flag('credit', ({ credits }) => credits.mandatory)],
  ['credit.recognised', number('credit', ({ credits }) => credits.recognised)],
  ['credit.demonstrated', flag('credit', ({ credits }) => credits.demonstrated)],
  ['credit.raised', flag('credit', ({ credits }) => credits.raised)],
  ['spell.kind', entry('spell', 'spell', ({ spells }) => spells.kind)],
  ['spell.start', number('spell', ({ spells }) => spells.start)],
  ['spell.end', number('spell', ({ spells }) => spells.end)],
  ['plan.approved', number('plan', ({ plans }) => plans.approved, NO_DAY)],
  ['plan.lastApproved', number('plan', ({ plans }) => plans.lastApproved, NO_DAY)],
  ['plan.updated', number('plan', ({ plans }) => plans.updated, NO_DAY)],
  ['plan.achieved', number('plan', ({ plans }) => plans.achieved, NO_DAY)],
  ['plan.needed', flag('plan', ({ plans }) => plans.needed)],
  ['plan.priorUnits', number('plan', ({ plans }) => plans.priorUnits)],
  ['plan.plannedUnits', number('plan', ({ plans }) => plans.plannedUnits)],
  ['workplace.kind', code('workplace', workplaceKinds, ({ workplaces }) => workplaces.kind)],
  ['workplace.start', number('workplace', ({ workplaces }) => workplaces.start)],
  ['workplace.end', number('workplace', ({ workplaces }) => workplaces.end)],
  ['workplace.share', number('workplace', ({ workplaces }) => workplaces.share)],
  ['workplace.first', flag('workplace', ({ workplaces }) => workplaces.first)],
  ['workplace.employer', entry('workplace', 'employer', ({ workplaces }) => workplaces.employer)],
  ['workplace.area', entry('workplace', 'area', ({ workplaces }) => workplaces.area)],
  ['outcome.person', number('outcome', ({ outcomes }) => outcomes.person)],
  ['outcome.provider', entry('outcome', 'provider', ({ outcomes }) => outcomes.provider)],
  ['outcome.school', entry('outcome', 'school', ({ outcomes }) => outcomes.school)],
  ['outcome.qualification', entry('outcome', 'qualification', ({ outcomes }) => outcomes.qualification)],
  ['outcome.graduated', number('outcome', ({ outcomes }) => outcomes.graduated)],
  ['outcome.yearsAfter', number('outcome', ({ outcomes }) => outcomes.yearsAfter)],
  ['outcome.activity', code('outcome', mainActivities, ({ outcomes }) => outcomes.activity)],
  ['outcome.graduates', number('outcome', ({ outcomes }) => outcomes.graduates)],
  ['response.person', number('response', ({ responses }) => responses.person)],
  ['response.provider', entry('response', 'provider', ({ responses }) => responses.provider)],
  ['response.school', entry('response', 'school', ({ responses }) => responses.school)],
  ['response.qualification', entry('response', 'qualification', ({ responses }) => responses.qualification)],
  ['response.survey', entry('response', 'survey', ({ responses }) => responses.survey)],
  ['response.education', code('response', educations, ({ responses }) => responses.education)],
  ['response.day', number('response', ({ responses }) => responses.day, NO_DAY)],
  ['response.asked', number('response', ({ responses }) => responses.asked)],
  ['response.answered', flag('response', ({ responses }) => responses.answered)],
  ['response.weight', number('response', ({ responses }) => responses.weight)],
  ['answer.question', entry('answer', 'question', ({ answers }) => answers.question)],
  ['answer.value', number('answer', ({ answers }) => answers.value, NO_DAY)],
  ['answer.cantSay', flag('answer', ({ answers }) => answers.cantSay)],
  ['answer.forFunding', flag('answer', ({ answers }) => answers.forFunding)],
  ['person.birthYear', number('person', ({ persons }) => persons.birthYear, 0)],
  ['person.gender', code('person', genders, ({ persons }) => persons.gender)],
  ['person.motherTongue', entry('person', 'language', ({ persons }) => persons.motherTongue)],
]);

/** Where the rows of a child relation belong. */
export const childTables: Readonly<
  Record<
    ChildRelation,
    {
      readonly root: RootRelation;
      /** Position of each child's root; children of a root stand together. */ readonly parents: (
        facts: Facts,
      ) => Int32Array;
    }
  >
> = {
  period: { root: 'right', parents: ({ periods }) => periods.right },
  credit: { root: 'right', parents: ({ credits }) => credits.right },
  spell: { root: 'right', parents: ({ spells }) => spells.right },
  plan: { root: 'right', parents: ({ plans }) => plans.right },
  workplace: { root: 'right', parents: ({ workplaces }) => workplaces.right },
  answer: { root: 'response', parents: ({ answers }) => answers.response },
};

export function isChild(name: string): name is ChildRelation {
  return childRelations.some((relation) => relation === name);
}

export function isRoot(name: string): name is RootRelation {
  return rootRelations.some((relation) => relation === name);
}

const OWN = 'own.';

/** The column of the facts that a name means; a provider's own columns are known only with the facts. */
export function factColumn(name: string): FactColumn | undefined {
  if (!name.startsWith(OWN)) return factColumns.get(name);
  const own = name.slice(OWN.length);
  const columnOf = (facts: Facts) => {
    const column = facts.own[own];
    if (column !== undefined) return column;
    const known = Object.keys(facts.own).map((one) => `${OWN}${one}`);
    throw new DefinitionError(name, 'a column that the facts do not have', `one of ${known.join(', ') || 'none'}`);
  };
  return {
    owner: 'right',
    kind: 'dictionary',
    dictionary: (facts) => columnOf(facts).dictionary,
    missing: -1,
    of: (facts) => columnOf(facts).values,
  };
}

/** Whether a name is a column that every row made of a root shares: one of the root or of its person. */
export function isOfRoot(name: string): boolean {
  const [relation = ''] = name.split('.');
  return relation === 'person' || relation === 'own' || isRoot(relation);
}

/** `other.education` is `right.education` of another right; `otherPeriod.start` is `period.start` of one of its periods. */
export function ownerName(name: string): { readonly name: string; readonly other: boolean } {
  if (name.startsWith('otherPeriod.')) return { name: `period.${name.slice(12)}`, other: true };
  if (name.startsWith('other.')) return { name: `right.${name.slice(6)}`, other: true };
  return { name, other: false };
}
