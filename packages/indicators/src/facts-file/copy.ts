import type { FactsBuilder } from '../facts/builder.js';
import { childrenOf } from '../facts/children.js';
import type { GrowingDictionaries } from '../facts/dictionary.js';
import type { Dictionaries, Dictionary, Facts, OwnColumn } from '../facts/facts.js';
import type { OwnColumnPlan } from '../facts/own-columns.js';
import { shareBeforeDivision } from '../facts/shared-days.js';

/** Copies persons and their rows from batches of any reading into a builder: codes are looked up by their keys. */
export interface Copier {
  /** The position of the new person, who has none of the rows yet. */
  readonly person: (from: Facts, person: number) => number;
  readonly right: (from: Facts, right: number, person: number) => void;
  readonly outcome: (from: Facts, outcome: number, person: number) => void;
  readonly response: (from: Facts, response: number, person: number) => void;
}

export function createCopier(
  builder: FactsBuilder,
  dictionaries: GrowingDictionaries,
  own: readonly OwnColumnPlan[],
): Copier {
  const positions = new Map<Dictionary, Map<number, number>>();
  const ownDictionaries = new Map(own.map(({ name, dictionary }) => [name, dictionary]));

  function recoded(from: Dictionary, to: OwnColumnPlan['dictionary'], code: number): number {
    const key = from.keys[code];
    if (key === undefined) return -1;
    let known = positions.get(from);
    if (known === undefined) positions.set(from, (known = new Map<number, number>()));
    let position = known.get(code);
    if (position === undefined) known.set(code, (position = to.add(key, filled(from, code))));
    return position;
  }

  const coder =
    ({ dictionaries: source }: Facts) =>
    (name: keyof Dictionaries, code: number | undefined): number =>
      recoded(source[name], dictionaries[name], code ?? -1);

  function copyOwn(from: Facts, of: OwnColumn['of'], row: number, to: number): void {
    for (const [name, column] of Object.entries(from.own)) {
      const target = ownDictionaries.get(name);
      if (column.of === of && target !== undefined)
        builder.own(name, to, recoded(column.dictionary, target, column.values[row] ?? -1));
    }
  }

  return {
    person(from, person) {
      const { persons } = from;
      return builder.person({
        key: persons.key[person] ?? '',
        birthYear: persons.birthYear[person] ?? 0,
        gender: persons.gender[person] ?? 0,
        motherTongue: coder(from)('language', persons.motherTongue[person]),
      });
    },
    right(from, right, person) {
      const code = coder(from);
      const { key, count: _count, ...columns } = from.rights;
      const to = builder.right({
        ...rowOf(columns, right),
        key: key[right] ?? '',
        person,
        provider: code('provider', columns.provider[right]),
        school: code('school', columns.school[right]),
        location: code('location', columns.location[right]),
        qualification: code('qualification', columns.qualification[right]),
        performanceType: code('performanceType', columns.performanceType[right]),
        language: code('language', columns.language[right]),
      });
      copyChildren(from, right, to, builder, code);
      copyOwn(from, 'right', right, to);
    },
    outcome(from, outcome, person) {
      const code = coder(from);
      const { count: _count, ...columns } = from.outcomes;
      const to = builder.outcome({
        ...rowOf(columns, outcome),
        person,
        provider: code('provider', columns.provider[outcome]),
        school: code('school', columns.school[outcome]),
        qualification: code('qualification', columns.qualification[outcome]),
      });
      copyOwn(from, 'outcome', outcome, to);
    },
    response(from, response, person) {
      const code = coder(from);
      const { key, count: _count, ...columns } = from.responses;
      const to = builder.response({
        ...rowOf(columns, response),
        key: key[response] ?? '',
        person,
        provider: code('provider', columns.provider[response]),
        school: code('school', columns.school[response]),
        qualification: code('qualification', columns.qualification[response]),
        survey: code('survey', columns.survey[response]),
      });
      const { count: _answers, ...answers } = from.answers;
      for (const row of childrenOf(answers.response, response)) {
        const question = code('question', answers.question[row]);
        builder.answer({ ...rowOf(answers, row), response: to, question });
      }
      copyOwn(from, 'response', response, to);
    },
  };
}

type Code = (name: keyof Dictionaries, code: number | undefined) => number;

function copyChildren(from: Facts, right: number, to: number, builder: FactsBuilder, code: Code): void {
  const { count: _periods, ...periods } = from.periods;
  for (const row of childrenOf(periods.right, right)) builder.period({ ...rowOf(periods, row), right: to });
  const { count: _credits, ...credits } = from.credits;
  const copied = new Map<number, number>();
  for (const row of childrenOf(credits.right, right)) {
    const parent = copied.get(credits.parent[row] ?? -1) ?? -1;
    const unit = code('unit', credits.unit[row]);
    const type = code('performanceType', credits.type[row]);
    copied.set(row, builder.credit({ ...rowOf(credits, row), right: to, parent, unit, type }));
  }
  const { count: _spells, ...spells } = from.spells;
  for (const row of childrenOf(spells.right, right))
    builder.spell({ ...rowOf(spells, row), right: to, kind: code('spell', spells.kind[row]) });
  const { count: _plans, ...plans } = from.plans;
  for (const row of childrenOf(plans.right, right)) builder.plan({ ...rowOf(plans, row), right: to });
  copyWorkplaces(from, right, to, builder, code);
}

/** Pieces as they were before days were divided: the builder divides them anew, among those who are there now. */
function copyWorkplaces(from: Facts, right: number, to: number, builder: FactsBuilder, code: Code): void {
  const { count: _count, ...columns } = from.workplaces;
  const own = childrenOf(columns.right, right);
  if (own.length === 0) return;
  const person = from.rights.person[right];
  const ofPerson: { readonly start: number; readonly end: number }[] = [];
  for (let other = 0; other < from.rights.count; other++) {
    if (from.rights.person[other] !== person) continue;
    for (const row of childrenOf(columns.right, other))
      ofPerson.push({ start: columns.start[row] ?? 0, end: columns.end[row] ?? 0 });
  }
  for (const row of own) {
    const piece = rowOf(columns, row);
    builder.workplace({
      ...piece,
      right: to,
      share: shareBeforeDivision(piece, ofPerson),
      employer: code('employer', piece.employer),
      area: code('area', piece.area),
    });
  }
}

type Numbers = Int32Array | Int16Array | Uint8Array;

/** One row of columns that all hold numbers. */
function rowOf<Columns extends Readonly<Record<string, Numbers>>>(
  columns: Columns,
  row: number,
): { readonly [Name in keyof Columns]: number } {
  const values: Partial<Record<keyof Columns, number>> = {};
  for (const name in columns) values[name] = columns[name]?.[row] ?? 0;
  return values as { readonly [Name in keyof Columns]: number };
}

function filled({ labels }: Dictionary, code: number): Dictionary['labels'][number] | undefined {
  const label = labels[code];
  return label === undefined || Object.keys(label).length === 0 ? undefined : label;
}
