import type { GrowingDictionaries } from './dictionary.js';
import type { CreditColumns, Facts, PeriodColumns, PersonColumns, SpellColumns, StudyRightColumns } from './facts.js';

/** One row of a set of columns. */
type Row<Columns> = {
  readonly [K in Exclude<keyof Columns, 'count'>]: Columns[K] extends readonly string[] ? string : number;
};

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
  finish(): Facts;
}

type Growing<Columns> = {
  readonly [K in Exclude<keyof Columns, 'count'>]: Columns[K] extends readonly string[] ? string[] : number[];
};

const persons = (): Growing<PersonColumns> => ({ key: [], birthYear: [], gender: [], motherTongue: [] });

const rights = (): Growing<StudyRightColumns> => ({
  key: [],
  person: [],
  provider: [],
  school: [],
  location: [],
  qualification: [],
  performanceType: [],
  education: [],
  julyRule: [],
  tuva: [],
  nested: [],
  purchased: [],
  start: [],
  end: [],
  estimatedEnd: [],
  confirmed: [],
});

const periods = (): Growing<PeriodColumns> => ({
  right: [],
  start: [],
  end: [],
  stateBegan: [],
  state: [],
  funding: [],
  share: [],
});

const credits = (): Growing<CreditColumns> => ({
  right: [],
  parent: [],
  unit: [],
  type: [],
  group: [],
  points: [],
  assessed: [],
  mandatory: [],
  recognised: [],
  demonstrated: [],
  raised: [],
});

const spells = (): Growing<SpellColumns> => ({ right: [], kind: [], start: [], end: [] });

/** New position → old position, ordered by `of`; rows with the same value keep their order. Nothing where it is ordered already. */
function orderBy(of: readonly number[]): Int32Array | undefined {
  let ordered = true;
  for (let i = 1; i < of.length && ordered; i++) ordered = (of[i - 1] ?? 0) <= (of[i] ?? 0);
  if (ordered) return undefined;
  return Int32Array.from(of.keys()).sort((a, b) => (of[a] ?? 0) - (of[b] ?? 0) || a - b);
}

/** Old position → new position. */
function inverse(order: Int32Array): Int32Array {
  const positions = new Int32Array(order.length);
  order.forEach((old, position) => {
    positions[old] = position;
  });
  return positions;
}

function reorder(columns: Readonly<Record<string, (number | string)[]>>, order: Int32Array): void {
  for (const column of Object.values(columns)) {
    const before = column.slice();
    order.forEach((old, position) => {
      column[position] = before[old] ?? 0;
    });
  }
}

const renumber = (column: number[], positions: Int32Array): void => {
  for (let i = 0; i < column.length; i++) {
    const position = column[i] ?? -1;
    if (position >= 0) column[i] = positions[position] ?? -1;
  }
};

/** @param dictionaries shared by all batches of one reading */
export function createFactsBuilder(dictionaries: GrowingDictionaries): FactsBuilder {
  const p = persons();
  const r = rights();
  const t = periods();
  const c = credits();
  const s = spells();

  function orderByPerson(): void {
    const order = orderBy(r.person);
    if (order === undefined) return;
    reorder(r, order);
    const positions = inverse(order);
    for (const children of [t, c, s]) renumber(children.right, positions);
    const periodOrder = orderBy(t.right);
    if (periodOrder !== undefined) reorder(t, periodOrder);
    const spellOrder = orderBy(s.right);
    if (spellOrder !== undefined) reorder(s, spellOrder);
    const creditOrder = orderBy(c.right);
    if (creditOrder !== undefined) {
      reorder(c, creditOrder);
      renumber(c.parent, inverse(creditOrder));
    }
  }

  return {
    get personCount() {
      return p.key.length;
    },
    person(row) {
      p.birthYear.push(row.birthYear);
      p.gender.push(row.gender);
      p.motherTongue.push(row.motherTongue);
      return p.key.push(row.key) - 1;
    },
    completePerson(position, row) {
      if (p.birthYear[position] === 0) p.birthYear[position] = row.birthYear;
      if (p.gender[position] === 255) p.gender[position] = row.gender;
      if (p.motherTongue[position] === -1) p.motherTongue[position] = row.motherTongue;
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
      return r.key.push(row.key) - 1;
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
      return c.raised.push(row.raised) - 1;
    },
    spell(row) {
      s.right.push(row.right);
      s.kind.push(row.kind);
      s.start.push(row.start);
      s.end.push(row.end);
    },
    finish() {
      orderByPerson();
      return {
        persons: {
          count: p.key.length,
          key: p.key,
          birthYear: new Int16Array(p.birthYear),
          gender: new Uint8Array(p.gender),
          motherTongue: new Int32Array(p.motherTongue),
        },
        rights: {
          count: r.key.length,
          key: r.key,
          person: new Int32Array(r.person),
          provider: new Int32Array(r.provider),
          school: new Int32Array(r.school),
          location: new Int32Array(r.location),
          qualification: new Int32Array(r.qualification),
          performanceType: new Int32Array(r.performanceType),
          education: new Uint8Array(r.education),
          julyRule: new Uint8Array(r.julyRule),
          tuva: new Uint8Array(r.tuva),
          nested: new Uint8Array(r.nested),
          purchased: new Uint8Array(r.purchased),
          start: new Int32Array(r.start),
          end: new Int32Array(r.end),
          estimatedEnd: new Int32Array(r.estimatedEnd),
          confirmed: new Int32Array(r.confirmed),
        },
        periods: {
          count: t.right.length,
          right: new Int32Array(t.right),
          start: new Int32Array(t.start),
          end: new Int32Array(t.end),
          stateBegan: new Int32Array(t.stateBegan),
          state: new Uint8Array(t.state),
          funding: new Uint8Array(t.funding),
          share: new Int32Array(t.share),
        },
        credits: {
          count: c.right.length,
          right: new Int32Array(c.right),
          parent: new Int32Array(c.parent),
          unit: new Int32Array(c.unit),
          type: new Int32Array(c.type),
          group: new Uint8Array(c.group),
          points: new Int32Array(c.points),
          assessed: new Int32Array(c.assessed),
          mandatory: new Uint8Array(c.mandatory),
          recognised: new Uint8Array(c.recognised),
          demonstrated: new Uint8Array(c.demonstrated),
          raised: new Uint8Array(c.raised),
        },
        spells: {
          count: s.right.length,
          right: new Int32Array(s.right),
          kind: new Int32Array(s.kind),
          start: new Int32Array(s.start),
          end: new Int32Array(s.end),
        },
        dictionaries,
      };
    },
  };
}
