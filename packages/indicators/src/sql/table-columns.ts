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
import { NO_DAY } from '../days/day.js';
import type { Dictionary, Facts } from '../facts/facts.js';
import { type TableName, tables } from './tables.js';

/** Rows of each table loaded before, so that several batches stand in one database: what `id` begins with. None where absent. */
export type LoadedBefore = Readonly<Partial<Record<TableName, number>>>;

export type SqlValue = string | number | null;

/**
 * Rows `from` to `to` (exclusive) of a table, column by column in the order of `tables`, as values that any database client takes:
 * codes by name, NULL where something is missing.
 */
export function tableColumns(
  facts: Facts,
  table: TableName,
  { from, to }: { readonly from: number; readonly to: number },
  before: LoadedBefore = {},
): readonly (readonly SqlValue[])[] {
  const cellOf = cellsOf[table](facts, (of, row) => (before[of] ?? 0) + row);
  return tables[table].map(({ name }) => {
    const column = new Array<SqlValue>(Math.max(0, to - from));
    for (let row = from; row < to; row++) column[row - from] = cellOf[name]?.(row) ?? null;
    return column;
  });
}

/** How many rows a table has of a batch. */
export function rowCount(facts: Facts, table: TableName): number {
  switch (table) {
    case 'person':
      return facts.persons.count;
    case 'study_right':
      return facts.rights.count;
    case 'period':
      return facts.periods.count;
    case 'credit':
      return facts.credits.count;
    case 'spell':
      return facts.spells.count;
    case 'plan':
      return facts.plans.count;
    case 'workplace':
      return facts.workplaces.count;
    case 'outcome':
      return facts.outcomes.count;
    case 'response':
      return facts.responses.count;
    case 'answer':
      return facts.answers.count;
    case 'own_column':
      return Object.values(facts.own).reduce((sum, { values }) => sum + values.length, 0);
  }
}

type Cell = (row: number) => SqlValue | undefined;
type Cells = Readonly<Record<string, Cell>>;
/** The id of a batch's row. */
type IdOf = (table: TableName, row: number) => number;
type Numbers = Int32Array | Int16Array | Uint8Array;

const cellsOf: Readonly<Record<TableName, (facts: Facts, id: IdOf) => Cells>> = {
  person: ({ persons, dictionaries }, id) => ({
    id: (row) => id('person', row),
    key: (row) => persons.key[row],
    birthYear: number(persons.birthYear, 0),
    gender: name(genders, persons.gender),
    motherTongue: key(dictionaries.language, persons.motherTongue),
  }),
  study_right: ({ rights, dictionaries }, id) => ({
    id: (row) => id('study_right', row),
    key: (row) => rights.key[row],
    person: (row) => id('person', rights.person[row] ?? 0),
    provider: key(dictionaries.provider, rights.provider),
    school: key(dictionaries.school, rights.school),
    location: key(dictionaries.location, rights.location),
    qualification: key(dictionaries.qualification, rights.qualification),
    performanceType: key(dictionaries.performanceType, rights.performanceType),
    education: name(educations, rights.education),
    julyRule: name(julyRules, rights.julyRule),
    tuva: number(rights.tuva),
    nested: number(rights.nested),
    purchased: number(rights.purchased),
    start: number(rights.start, NO_DAY),
    end: number(rights.end),
    estimatedEnd: number(rights.estimatedEnd, NO_DAY),
    confirmed: number(rights.confirmed, NO_DAY),
    language: key(dictionaries.language, rights.language),
    method: name(completionMethods, rights.method),
  }),
  period: ({ periods }, id) => ({
    id: (row) => id('period', row),
    right: (row) => id('study_right', periods.right[row] ?? 0),
    start: number(periods.start),
    end: number(periods.end),
    stateBegan: number(periods.stateBegan),
    state: name(periodStates, periods.state),
    funding: number(periods.funding, MISSING_CODE),
    share: number(periods.share),
  }),
  credit: ({ credits, dictionaries }, id) => ({
    id: (row) => id('credit', row),
    right: (row) => id('study_right', credits.right[row] ?? 0),
    parent: (row) => (credits.parent[row] === -1 ? null : id('credit', credits.parent[row] ?? 0)),
    unit: key(dictionaries.unit, credits.unit),
    parentUnit: (row) => dictionaries.unit.keys[credits.unit[credits.parent[row] ?? -1] ?? -1],
    type: key(dictionaries.performanceType, credits.type),
    group: number(credits.group, MISSING_CODE),
    points: number(credits.points, -1),
    assessed: number(credits.assessed, NO_DAY),
    mandatory: number(credits.mandatory),
    recognised: number(credits.recognised),
    demonstrated: number(credits.demonstrated),
    raised: number(credits.raised),
  }),
  spell: ({ spells, dictionaries }, id) => ({
    id: (row) => id('spell', row),
    right: (row) => id('study_right', spells.right[row] ?? 0),
    kind: key(dictionaries.spell, spells.kind),
    start: number(spells.start),
    end: number(spells.end),
  }),
  plan: ({ plans }, id) => ({
    id: (row) => id('plan', row),
    right: (row) => id('study_right', plans.right[row] ?? 0),
    approved: number(plans.approved, NO_DAY),
    lastApproved: number(plans.lastApproved, NO_DAY),
    updated: number(plans.updated, NO_DAY),
    achieved: number(plans.achieved, NO_DAY),
    needed: number(plans.needed),
    priorUnits: number(plans.priorUnits),
    plannedUnits: number(plans.plannedUnits),
  }),
  workplace: ({ workplaces, dictionaries }, id) => ({
    id: (row) => id('workplace', row),
    right: (row) => id('study_right', workplaces.right[row] ?? 0),
    kind: name(workplaceKinds, workplaces.kind),
    start: number(workplaces.start),
    end: number(workplaces.end),
    share: number(workplaces.share),
    first: number(workplaces.first),
    employer: key(dictionaries.employer, workplaces.employer),
    area: key(dictionaries.area, workplaces.area),
  }),
  outcome: ({ outcomes, dictionaries }, id) => ({
    id: (row) => id('outcome', row),
    person: (row) => id('person', outcomes.person[row] ?? 0),
    provider: key(dictionaries.provider, outcomes.provider),
    school: key(dictionaries.school, outcomes.school),
    qualification: key(dictionaries.qualification, outcomes.qualification),
    graduated: number(outcomes.graduated),
    yearsAfter: number(outcomes.yearsAfter),
    activity: name(mainActivities, outcomes.activity),
    graduates: number(outcomes.graduates),
  }),
  response: ({ responses, dictionaries }, id) => ({
    id: (row) => id('response', row),
    key: (row) => responses.key[row],
    person: (row) => id('person', responses.person[row] ?? 0),
    provider: key(dictionaries.provider, responses.provider),
    school: key(dictionaries.school, responses.school),
    qualification: key(dictionaries.qualification, responses.qualification),
    survey: key(dictionaries.survey, responses.survey),
    education: name(educations, responses.education),
    day: number(responses.day, NO_DAY),
    asked: number(responses.asked),
    answered: number(responses.answered),
    weight: number(responses.weight),
  }),
  answer: ({ answers, dictionaries }, id) => ({
    id: (row) => id('answer', row),
    response: (row) => id('response', answers.response[row] ?? 0),
    question: key(dictionaries.question, answers.question),
    value: number(answers.value, NO_DAY),
    cantSay: number(answers.cantSay),
    forFunding: number(answers.forFunding),
  }),
  own_column: ownCells,
};

const ownerTables = { right: 'study_right', outcome: 'outcome', response: 'response' } as const;

/** The codes of one column after the other. */
function ownCells({ own }: Facts, id: IdOf): Cells {
  const columns = Object.entries(own);
  const first: number[] = [];
  let count = 0;
  for (const [, { values }] of columns) {
    first.push(count);
    count += values.length;
  }
  const at = (row: number): number => first.findLastIndex((start) => start <= row);
  const owner = (row: number): number => row - (first[at(row)] ?? 0);
  return {
    of: (row) => columns[at(row)]?.[1].of,
    owner: (row) => id(ownerTables[columns[at(row)]?.[1].of ?? 'right'], owner(row)),
    name: (row) => columns[at(row)]?.[0],
    code(row) {
      const column = columns[at(row)]?.[1];
      return column?.dictionary.keys[column.values[owner(row)] ?? -1];
    },
  };
}

function name(list: readonly string[], column: Uint8Array): Cell {
  return (row) => list[column[row] ?? MISSING_CODE];
}

function key(dictionary: Dictionary, column: Int32Array): Cell {
  return (row) => dictionary.keys[column[row] ?? -1];
}

function number(column: Numbers, missing?: number): Cell {
  return (row) => (column[row] === missing ? null : column[row]);
}
