import { isoFromDay } from '../../days/calendar.js';
import { NO_DAY, OPEN, type Day } from '../../days/day.js';
import { MISSING_CODE, periodStates } from '../../facts/codes.js';
import type { GrowingDictionaries } from '../../facts/dictionary.js';
import type { Pseudonymise } from '../documents/pseudonyms.js';
import { isFinal } from '../koski/codes.js';
import {
  noRightValues,
  personIn,
  rightIn,
  type Collected,
  type CollectedRight,
  type Place,
  type RightValues,
} from './collected.js';
import type { FieldName, TableKind } from './fields.js';
import { rightKeyOf, type RowPerson } from './identity.js';
import type { RowCells, TellOfCell } from './row-cells.js';

const FULL_TIME = 1_000_000;
const PRESENT = periodStates.indexOf('present');

/** Takes the row that was set; false, told, where it gives nothing. */
export type CollectRow = (place: Place) => boolean;

export interface CollectContext {
  readonly row: RowCells;
  readonly collected: Collected;
  readonly dictionaries: GrowingDictionaries;
  readonly pseudonymise: Pseudonymise;
  readonly person: () => RowPerson;
  /** Whether the table has columns that say who a row is about. */
  readonly namesPersons: boolean;
  /** A key for somebody who is not named, made of where the row stands. */
  readonly localKey: (place: Place) => string;
  readonly tell: TellOfCell;
  /** Whether a person has been given out already, so that nothing can be added. */
  readonly isGone: (personKey: string) => boolean;
}

/** Tells which needed field a row lacks. */
export function lacks(tell: TellOfCell, field: FieldName): false {
  tell('needed-cell-missing', field, '–');
  return false;
}

type RightTable = Extract<TableKind, 'rights' | 'periods' | 'credits' | 'spells' | 'plans' | 'workplaces'>;

/** What a row says of its right itself. */
function valuesOf(row: RowCells): RightValues {
  return {
    provider: row.code('right.provider'),
    school: row.code('right.school'),
    location: row.code('right.location'),
    qualification: row.code('right.qualification'),
    performanceType: row.code('right.performanceType'),
    education: row.number('right.education') ?? MISSING_CODE,
    julyRule: row.number('right.julyRule') ?? MISSING_CODE,
    tuva: row.number('right.tuva') ?? -1,
    nested: row.number('right.nested') ?? -1,
    purchased: row.number('right.purchased') ?? -1,
    estimatedEnd: row.number('right.estimatedEnd') ?? NO_DAY,
    confirmed: row.number('right.confirmed') ?? NO_DAY,
    language: row.code('right.language'),
    method: row.number('right.method') ?? MISSING_CODE,
    version: row.number('right.version') ?? -1,
  };
}

const valueNames = [
  'provider',
  'school',
  'location',
  'qualification',
  'performanceType',
  'education',
  'julyRule',
  'tuva',
  'nested',
  'purchased',
  'estimatedEnd',
  'confirmed',
  'language',
  'method',
  'version',
] as const satisfies readonly (keyof RightValues)[];

/** Fills in what was not known; what differs is told. */
function complete(
  right: CollectedRight,
  values: RightValues,
  own: ReadonlyMap<string, number>,
  tell: TellOfCell,
): void {
  for (const name of valueNames) {
    const given = values[name];
    if (given === noRightValues[name]) continue;
    if (right.values[name] === noRightValues[name]) right.values[name] = given;
    else if (right.values[name] !== given) tell('right-differs', `right.${name}`, `right.${name}`);
  }
  for (const [name, code] of own) {
    const known = right.own.get(name);
    if (known === undefined) right.own.set(name, code);
    else if (known !== code) tell('right-differs', `own.${name}`, `own.${name}`);
  }
}

interface Span {
  readonly start: Day;
  readonly end: Day;
}

export function createRightCollector(of: RightTable, context: CollectContext): CollectRow {
  const { row, collected, dictionaries, pseudonymise, tell } = context;

  /** A span that must have a start; `undefined`, told, where it has none or ends before it. */
  function spanOf(
    start: 'period.start' | 'spell.start' | 'workplace.start',
    end: 'period.end' | 'spell.end' | 'workplace.end',
    open: Day,
  ): Span | undefined {
    const from = row.number(start);
    if (from === undefined) {
      lacks(tell, start);
      return undefined;
    }
    const to = row.number(end) ?? open;
    if (to === NO_DAY || to >= from) return { start: from, end: to };
    tell('end-before-start', end, `${isoFromDay(from)} – ${isoFromDay(to)}`);
    return undefined;
  }

  function period(right: CollectedRight, place: Place): boolean {
    const span = spanOf('period.start', 'period.end', NO_DAY);
    if (span === undefined) return false;
    const state = row.number('period.state');
    if (state === undefined) return lacks(tell, 'period.state');
    const funding = row.number('period.funding') ?? MISSING_CODE;
    right.periods.push({ place, ...span, state, funding, share: row.number('period.share') ?? FULL_TIME });
    return true;
  }

  /** Periods of a row that says only when a right began, and how and when it ended. */
  function wholeRight(right: CollectedRight, place: Place): boolean {
    if (right.row !== undefined) {
      tell('right-met-again', 'right.key', '2 × right.key');
      return false;
    }
    right.row = place;
    const start = row.number('right.start');
    if (start === undefined) return true;
    const ended = row.number('right.end') ?? NO_DAY;
    if (ended !== NO_DAY && ended < start) {
      tell('end-before-start', 'right.end', `${isoFromDay(start)} – ${isoFromDay(ended)}`);
      return false;
    }
    const funding = row.number('right.funding') ?? MISSING_CODE;
    const share = row.number('right.share') ?? FULL_TIME;
    const endState = row.number('right.endState');
    const isFinished = ended !== NO_DAY && endState !== undefined && isFinal(endState);
    if (!isFinished || ended > start)
      right.periods.push({ place, start, end: isFinished ? NO_DAY : ended, state: PRESENT, funding, share });
    if (isFinished) right.periods.push({ place, start: ended, end: NO_DAY, state: endState, funding, share });
    return true;
  }

  function credit(right: CollectedRight, place: Place): boolean {
    const unit = row.code('credit.unit');
    if (unit === -1) return lacks(tell, 'credit.unit');
    const type = row.code('credit.type');
    right.credits.push({
      place,
      unit,
      parent: row.text('credit.parent'),
      type: type === -1 ? dictionaries.performanceType.add('ammatillisentutkinnonosa') : type,
      group: row.number('credit.group') ?? MISSING_CODE,
      points: row.number('credit.points') ?? -1,
      assessed: row.number('credit.assessed') ?? NO_DAY,
      mandatory: row.number('credit.mandatory') ?? 0,
      recognised: row.number('credit.recognised') ?? 0,
      demonstrated: row.number('credit.demonstrated') ?? 0,
      raised: row.number('credit.raised') ?? 0,
    });
    return true;
  }

  function spell(right: CollectedRight): boolean {
    const span = spanOf('spell.start', 'spell.end', OPEN);
    if (span === undefined) return false;
    const kind = row.code('spell.kind');
    if (kind === -1) return lacks(tell, 'spell.kind');
    right.spells.push({ kind, ...span });
    return true;
  }

  function plan(right: CollectedRight): boolean {
    right.plans.push({
      approved: row.number('plan.approved') ?? NO_DAY,
      lastApproved: row.number('plan.lastApproved') ?? NO_DAY,
      updated: row.number('plan.updated') ?? NO_DAY,
      achieved: row.number('plan.achieved') ?? NO_DAY,
      needed: row.number('plan.needed') ?? 1,
      priorUnits: row.number('plan.priorUnits') ?? 0,
      plannedUnits: row.number('plan.plannedUnits') ?? 0,
    });
    return true;
  }

  function workplace(right: CollectedRight): boolean {
    const span = spanOf('workplace.start', 'workplace.end', OPEN);
    if (span === undefined) return false;
    const kind = row.number('workplace.kind');
    if (kind === undefined) return lacks(tell, 'workplace.kind');
    const share = row.number('workplace.share') ?? FULL_TIME;
    right.workplaces.push({
      kind,
      ...span,
      share,
      employer: row.code('workplace.employer'),
      area: row.code('workplace.area'),
    });
    return true;
  }

  const takers: Readonly<Record<RightTable, (right: CollectedRight, place: Place) => boolean>> = {
    rights: wholeRight,
    periods: period,
    credits: credit,
    spells: spell,
    plans: plan,
    workplaces: workplace,
  };

  return (place) => {
    const keyText = row.text('right.key');
    if (keyText === undefined && row.has('right.key')) return lacks(tell, 'right.key');
    const given = context.person();
    if (given.key === undefined && context.namesPersons && of === 'rights') tell('no-identity', 'person', '–');
    const personKey = given.key ?? (of === 'rights' ? context.localKey(place) : undefined);
    if (personKey !== undefined && context.isGone(personKey)) {
      tell('person-met-again', 'person', '2 × person');
      return false;
    }
    const right = rightIn(
      collected,
      keyText === undefined ? `${personKey ?? ''}:${place.record}` : rightKeyOf(keyText, pseudonymise),
    );
    const owner = right.person?.key;
    if (owner !== undefined && given.key !== undefined && owner !== given.key && !owner.startsWith('file:')) {
      tell('right-of-two-persons', 'person', '2 × person');
      return false;
    }
    const taken = takers[of](right, place);
    if (!taken) return false;
    if (right.person === undefined && personKey !== undefined) {
      right.person = personIn(collected, { ...given, key: personKey });
      right.person.rights.push(right);
    }
    complete(right, valuesOf(row), row.own(), tell);
    right.rows.push(place);
    return true;
  };
}
