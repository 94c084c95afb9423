import { OPEN } from '../../days/day.js';
import { createFactsBuilder, type FactsBuilder } from '../../facts/builder.js';
import { educations, julyRules, MISSING_CODE, type Education, type JulyRule } from '../../facts/codes.js';
import type { GrowingDictionaries } from '../../facts/dictionary.js';
import type { Facts } from '../../facts/facts.js';
import type { OwnColumnPlan } from '../../facts/own-columns.js';
import { shownText } from '../documents/fields.js';
import { educationOf, isKnownPerformance, julyRuleOf } from '../koski/codes.js';
import type { Collected, CollectedCredit, CollectedPerson, CollectedRight, Place, RightValues } from './collected.js';
import type { MappedFindingCode } from './findings.js';
import { timelineOf, type TellAtPlace } from './timeline.js';

/** Takes back what was counted as facts. */
export type Lose = (place: Place) => void;

export interface EmitContext {
  readonly dictionaries: GrowingDictionaries;
  readonly own: readonly OwnColumnPlan[];
  readonly batchPersons: number;
  readonly tell: TellAtPlace;
  readonly lose: Lose;
  /** A person has been given out. */
  readonly emitted: (key: string) => void;
}

/** The July rule where a row names the education but no type of performance; see docs/mapping.md. */
const julyRuleOfEducation: Readonly<Record<Education, JulyRule>> = {
  wholeQualification: 'removed',
  qualificationUnits: 'counted',
  other: 'counted',
  preparatory: 'noValue',
  generalUpperSecondary: 'noValue',
};

const julyRuleByPosition: readonly number[] = educations.map((education) =>
  julyRules.indexOf(julyRuleOfEducation[education]),
);
const REMOVED = julyRules.indexOf('removed');

/** Education and July rule of a right; `undefined` where nothing says them. */
function kindOf(values: RightValues, dictionaries: GrowingDictionaries) {
  const type = values.performanceType === -1 ? undefined : dictionaries.performanceType.keys[values.performanceType];
  if (type === undefined && values.education === MISSING_CODE) return undefined;
  const education = values.education === MISSING_CODE ? educationOf(undefined, type) : values.education;
  const isKnown = type !== undefined && isKnownPerformance(type);
  const byEducation = values.tuva === 1 ? REMOVED : (julyRuleByPosition[education] ?? REMOVED);
  const july = isKnown ? julyRuleOf([type]) : byEducation;
  return {
    education,
    julyRule: values.julyRule === MISSING_CODE ? july : values.julyRule,
    unknownType: type !== undefined && !isKnown && values.education === MISSING_CODE ? type : undefined,
  };
}

function addCredits(
  right: number,
  credits: readonly CollectedCredit[],
  builder: FactsBuilder,
  { dictionaries, tell }: EmitContext,
): void {
  const units = new Map<string, number>();
  const add = ({ place: _place, parent: _parent, ...row }: CollectedCredit, parent: number): number =>
    builder.credit({ ...row, right, parent });
  // Units before their sections, wherever the rows stand.
  for (const credit of credits) {
    if (credit.parent !== undefined) continue;
    const unit = dictionaries.unit.keys[credit.unit] ?? '';
    const at = add(credit, -1);
    if (!units.has(unit)) units.set(unit, at);
  }
  for (const credit of credits) {
    if (credit.parent === undefined) continue;
    const parent = units.get(credit.parent);
    if (parent === undefined) tell(credit.place, 'parent-unknown', 'credit.parent', '–');
    add(credit, parent ?? -1);
  }
}

const flag = (value: number): number => (value === 1 ? 1 : 0);

/** Whether the right gave facts; if not, all its rows are lost. */
function addRight(person: () => number, right: CollectedRight, builder: FactsBuilder, context: EmitContext): boolean {
  const { dictionaries, tell, lose } = context;
  const first = right.row ?? right.rows[0];
  const refuse = (code: MappedFindingCode, path: string): false => {
    if (first !== undefined) tell(first, code, path, '–');
    right.rows.forEach(lose);
    return false;
  };
  const kind = kindOf(right.values, dictionaries);
  if (kind === undefined) return refuse('right-without-education', 'right.education');
  if (right.periods.length === 0) return refuse('right-without-periods', 'period.start');
  if (kind.unknownType !== undefined && first !== undefined) {
    const shown = shownText(kind.unknownType);
    tell(
      first,
      'performance-type-unknown',
      'right.performanceType',
      typeof shown === 'string' ? shown : shown.notation,
    );
  }
  const { periods, start, end } = timelineOf(right.periods, tell);
  const { tuva, nested, purchased, ...values } = right.values;
  const at = builder.right({
    ...values,
    key: right.key,
    person: person(),
    education: kind.education,
    julyRule: kind.julyRule,
    tuva: flag(tuva),
    nested: flag(nested),
    purchased: flag(purchased),
    start,
    end,
  });
  for (const period of periods) builder.period({ ...period, right: at });
  addCredits(at, right.credits, builder, context);
  for (const spell of right.spells) builder.spell({ ...spell, right: at });
  for (const plan of right.plans) builder.plan({ ...plan, right: at });
  for (const workplace of right.workplaces)
    builder.workplace({ ...workplace, right: at, end: Math.min(workplace.end, OPEN) });
  for (const [name, code] of right.own) builder.own(name, at, code);
  return true;
}

function addPerson(collected: CollectedPerson, builder: FactsBuilder, context: EmitContext): void {
  const { key, birthYear, gender, motherTongue } = collected;
  let position: number | undefined;
  const person = (): number => (position ??= builder.person({ key, birthYear, gender, motherTongue }));
  for (const right of collected.rights) addRight(person, right, builder, context);
  for (const { own, ...outcome } of collected.outcomes) {
    const at = builder.outcome({ ...outcome, person: person() });
    for (const [name, code] of own) builder.own(name, at, code);
  }
  for (const { own, answers, ...response } of collected.responses) {
    const answered = response.answered ?? (answers.length > 0 ? 1 : 0);
    const at = builder.response({ ...response, answered, person: person() });
    for (const answer of answers) builder.answer({ ...answer, response: at });
    for (const [name, code] of own) builder.own(name, at, code);
  }
  if (position !== undefined) context.emitted(key);
}

/** Puts answers to their replies, and refuses what belongs to nothing. */
function join(collected: Collected, { tell, lose }: EmitContext): void {
  for (const { place, response, answer } of collected.answers) {
    const known = collected.responses.get(response);
    if (known !== undefined) known.answers.push(answer);
    else {
      tell(place, 'response-unknown', 'response.key', '–');
      lose(place);
    }
  }
  for (const right of collected.rights.values()) {
    if (right.person !== undefined) continue;
    for (const place of right.rows) {
      tell(place, 'right-unknown', 'right.key', '–');
      lose(place);
    }
  }
}

/** What was collected as batches of facts, person by person. What was collected is empty afterwards. */
export function* emit(collected: Collected, context: EmitContext): Generator<Facts> {
  join(collected, context);
  const builder = createFactsBuilder(context.dictionaries, context.own);
  for (const person of collected.persons.values()) {
    if (builder.personCount >= context.batchPersons) yield builder.finish();
    addPerson(person, builder, context);
  }
  if (builder.personCount > 0) yield builder.finish();
  collected.persons.clear();
  collected.rights.clear();
  collected.responses.clear();
  collected.answers.length = 0;
}
