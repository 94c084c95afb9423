import { MISSING_CODE } from './codes.js';
import type { GrowingDictionaries } from './dictionary.js';
import type { CreditColumns, Facts, PeriodColumns, PersonColumns, SpellColumns, StudyRightColumns } from './facts.js';
import {
  createFurtherTables,
  type AnswerRow,
  type OutcomeRow,
  type PlanRow,
  type ResponseRow,
  type Row,
  type WorkplaceRow,
} from './further-tables.js';
import {
  growingNumbers,
  inverse,
  orderBy,
  orderRows,
  renumber,
  reorder,
  type GrowingNumbers,
} from './growing-numbers.js';
import { interruptionsByRight } from './interruptions.js';
import { createOwnColumns, type OwnColumnPlan } from './own-columns.js';

export type PersonRow = Row<PersonColumns>;
export type StudyRightRow = Row<StudyRightColumns>;
export type PeriodRow = Row<PeriodColumns>;
export type CreditRow = Row<CreditColumns>;
export type SpellRow = Row<SpellColumns>;

/**
 * Rows in, one batch of columns out. Rows may come in any order of persons; `finish` orders them. Each row's `person`, `right`
 * and `parent` is a position that the builder gave.
 */
export interface FactsBuilder {
  readonly personCount: number;
  /** The position of the new person. */
  person(row: PersonRow): number;
  /** What was not known of a person and a later record knows. */
  completePerson(position: number, row: PersonRow): void;
  /** The position of the new right; its periods, credits and spells follow before the next right. */
  right(row: StudyRightRow): number;
  period(row: PeriodRow): void;
  /** The position of the new part. */
  credit(row: CreditRow): number;
  spell(row: SpellRow): void;
  plan(row: PlanRow): void;
  /** A whole period of learning at work: `finish` divides the days that it shares with others of the person, without interruptions of its right. */
  workplace(row: WorkplaceRow): void;
  /** The position of the new outcome. */
  outcome(row: OutcomeRow): number;
  /** The position of the new response, for its answers. */
  response(row: ResponseRow): number;
  answer(row: AnswerRow): void;
  /** A code of a column that the provider added, for the right (outcome, response) at a position that the builder gave. */
  own(column: string, at: number, code: number): void;
  /** The batch so far; the builder is empty afterwards. */
  finish(): Facts;
}

type Growing<Columns> = {
  readonly [K in Exclude<keyof Columns, 'count' | 'key'>]: GrowingNumbers;
};

const personNumbers = (): Growing<PersonColumns> => ({
  birthYear: growingNumbers(),
  gender: growingNumbers(),
  motherTongue: growingNumbers(),
});

const rightNumbers = (): Growing<StudyRightColumns> => ({
  person: growingNumbers(),
  provider: growingNumbers(),
  school: growingNumbers(),
  location: growingNumbers(),
  qualification: growingNumbers(),
  performanceType: growingNumbers(),
  education: growingNumbers(),
  julyRule: growingNumbers(),
  tuva: growingNumbers(),
  nested: growingNumbers(),
  purchased: growingNumbers(),
  start: growingNumbers(),
  end: growingNumbers(),
  estimatedEnd: growingNumbers(),
  confirmed: growingNumbers(),
  language: growingNumbers(),
  method: growingNumbers(),
  version: growingNumbers(),
});

const periodNumbers = (): Growing<PeriodColumns> => ({
  right: growingNumbers(),
  start: growingNumbers(),
  end: growingNumbers(),
  stateBegan: growingNumbers(),
  state: growingNumbers(),
  funding: growingNumbers(),
  share: growingNumbers(),
});

const creditNumbers = (): Growing<CreditColumns> => ({
  right: growingNumbers(),
  parent: growingNumbers(),
  unit: growingNumbers(),
  type: growingNumbers(),
  group: growingNumbers(),
  points: growingNumbers(),
  assessed: growingNumbers(),
  mandatory: growingNumbers(),
  recognised: growingNumbers(),
  demonstrated: growingNumbers(),
  raised: growingNumbers(),
});

const spellNumbers = (): Growing<SpellColumns> => ({
  right: growingNumbers(),
  kind: growingNumbers(),
  start: growingNumbers(),
  end: growingNumbers(),
});

/**
 * @param dictionaries shared by all batches of one reading
 * @param ownColumns columns that the provider added
 */
export function createFactsBuilder(
  dictionaries: GrowingDictionaries,
  ownColumns: readonly OwnColumnPlan[] = [],
): FactsBuilder {
  let personKeys: string[] = [];
  let rightKeys: string[] = [];
  const p = personNumbers();
  const r = rightNumbers();
  const t = periodNumbers();
  const c = creditNumbers();
  const s = spellNumbers();
  const further = createFurtherTables();
  const own = createOwnColumns(ownColumns);

  function orderByPerson(): Int32Array | undefined {
    const order = orderRows(r, 'person');
    if (order === undefined) return undefined;
    rightKeys = Array.from(order, (old) => rightKeys[old] ?? '');
    const positions = inverse(order);
    for (const children of [t, c, s]) renumber(children.right, positions);
    further.renumberRights(positions);
    orderRows(t, 'right');
    orderRows(s, 'right');
    const creditOrder = orderBy(c.right);
    if (creditOrder !== undefined) {
      reorder(c, creditOrder);
      renumber(c.parent, inverse(creditOrder));
    }
    return order;
  }

  return {
    get personCount() {
      return personKeys.length;
    },
    person(row) {
      p.birthYear.push(row.birthYear);
      p.gender.push(row.gender);
      p.motherTongue.push(row.motherTongue);
      return personKeys.push(row.key) - 1;
    },
    completePerson(position, row) {
      if (p.birthYear.get(position) === 0) p.birthYear.set(position, row.birthYear);
      if (p.gender.get(position) === MISSING_CODE) p.gender.set(position, row.gender);
      if (p.motherTongue.get(position) === -1) p.motherTongue.set(position, row.motherTongue);
    },
    right(row) {
      r.person.push(row.person);
      r.provider.push(row.provider);
      r.school.push(row.school);
      r.location.push(row.location);
      r.qualification.push(row.qualification);
      r.performanceType.push(row.performanceType);
      r.education.push(row.education);
      r.julyRule.push(row.julyRule);
      r.tuva.push(row.tuva);
      r.nested.push(row.nested);
      r.purchased.push(row.purchased);
      r.start.push(row.start);
      r.end.push(row.end);
      r.estimatedEnd.push(row.estimatedEnd);
      r.confirmed.push(row.confirmed);
      r.language.push(row.language);
      r.method.push(row.method);
      r.version.push(row.version);
      return rightKeys.push(row.key) - 1;
    },
    period(row) {
      t.right.push(row.right);
      t.start.push(row.start);
      t.end.push(row.end);
      t.stateBegan.push(row.stateBegan);
      t.state.push(row.state);
      t.funding.push(row.funding);
      t.share.push(row.share);
    },
    credit(row) {
      c.right.push(row.right);
      c.parent.push(row.parent);
      c.unit.push(row.unit);
      c.type.push(row.type);
      c.group.push(row.group);
      c.points.push(row.points);
      c.assessed.push(row.assessed);
      c.mandatory.push(row.mandatory);
      c.recognised.push(row.recognised);
      c.demonstrated.push(row.demonstrated);
      c.raised.push(row.raised);
      return c.raised.length - 1;
    },
    spell(row) {
      s.right.push(row.right);
      s.kind.push(row.kind);
      s.start.push(row.start);
      s.end.push(row.end);
    },
    plan: further.plan,
    workplace: further.workplace,
    outcome: further.outcome,
    response: further.response,
    answer: further.answer,
    own: own.set,
    finish() {
      const rightOrder = orderByPerson();
      const rights: StudyRightColumns = {
        count: rightKeys.length,
        key: rightKeys,
        person: r.person.take(),
        provider: r.provider.take(),
        school: r.school.take(),
        location: r.location.take(),
        qualification: r.qualification.take(),
        performanceType: r.performanceType.take(),
        education: Uint8Array.from(r.education.take()),
        julyRule: Uint8Array.from(r.julyRule.take()),
        tuva: Uint8Array.from(r.tuva.take()),
        nested: Uint8Array.from(r.nested.take()),
        purchased: Uint8Array.from(r.purchased.take()),
        start: r.start.take(),
        end: r.end.take(),
        estimatedEnd: r.estimatedEnd.take(),
        confirmed: r.confirmed.take(),
        language: r.language.take(),
        method: Uint8Array.from(r.method.take()),
        version: r.version.take(),
      };
      const others = further.take(rights, () =>
        interruptionsByRight(t.right.length, (row) => ({
          right: t.right.get(row),
          state: t.state.get(row),
          start: t.start.get(row),
          end: t.end.get(row),
        })),
      );
      const facts: Facts = {
        persons: {
          count: personKeys.length,
          key: personKeys,
          birthYear: Int16Array.from(p.birthYear.take()),
          gender: Uint8Array.from(p.gender.take()),
          motherTongue: p.motherTongue.take(),
        },
        rights,
        periods: {
          count: t.right.length,
          right: t.right.take(),
          start: t.start.take(),
          end: t.end.take(),
          stateBegan: t.stateBegan.take(),
          state: Uint8Array.from(t.state.take()),
          funding: Uint8Array.from(t.funding.take()),
          share: t.share.take(),
        },
        credits: {
          count: c.right.length,
          right: c.right.take(),
          parent: c.parent.take(),
          unit: c.unit.take(),
          type: c.type.take(),
          group: Uint8Array.from(c.group.take()),
          points: c.points.take(),
          assessed: c.assessed.take(),
          mandatory: Uint8Array.from(c.mandatory.take()),
          recognised: Uint8Array.from(c.recognised.take()),
          demonstrated: Uint8Array.from(c.demonstrated.take()),
          raised: Uint8Array.from(c.raised.take()),
        },
        spells: {
          count: s.right.length,
          right: s.right.take(),
          kind: s.kind.take(),
          start: s.start.take(),
          end: s.end.take(),
        },
        ...others.columns,
        own: own.take(
          { right: rights.count, outcome: others.columns.outcomes.count, response: others.columns.responses.count },
          { ...others.orders, ...(rightOrder === undefined ? {} : { right: rightOrder }) },
        ),
        dictionaries,
      };
      personKeys = [];
      rightKeys = [];
      return facts;
    },
  };
}
