import { MISSING_CODE } from '../../facts/codes.js';
import type { CollectContext, CollectRow } from './collect-rights.js';
import { lacks } from './collect-rights.js';
import { personIn, type CollectedOutcome, type CollectedPerson } from './collected.js';
import type { NumberField } from './fields.js';

/** Columns that stand beside each other, one for each distance. */
const besideEachOther = [
  [1, 'outcome.activityAfter1'],
  [3, 'outcome.activityAfter3'],
  [5, 'outcome.activityAfter5'],
] as const satisfies readonly (readonly [number, NumberField])[];

const isSame = (a: CollectedOutcome, b: CollectedOutcome): boolean =>
  a.graduated === b.graduated &&
  a.yearsAfter === b.yearsAfter &&
  a.qualification === b.qualification &&
  a.provider === b.provider;

export function createOutcomeCollector(context: CollectContext): CollectRow {
  const { row, collected, tell } = context;
  const beside = besideEachOther.filter(([, field]) => row.has(field));

  /** Distances and activities of a row; `undefined`, told, where it has none. */
  function situations(): readonly (readonly [years: number, activity: number])[] | undefined {
    if (beside.length > 0) {
      // An empty cell is a distance that is not there yet, or not in the file.
      const found = beside.flatMap(([years, field]) => {
        const activity = row.number(field);
        return activity === undefined ? [] : [[years, activity] as const];
      });
      if (found.length > 0) return found;
      tell('needed-cell-missing', beside.map(([, field]) => field).join(' | '), '–');
      return undefined;
    }
    const years = row.number('outcome.yearsAfter');
    if (years === undefined) {
      lacks(tell, 'outcome.yearsAfter');
      return undefined;
    }
    const activity = row.number('outcome.activity');
    if (activity === undefined) tell('activity-missing', 'outcome.activity', '–');
    return [[years, activity ?? MISSING_CODE]];
  }

  /** Adds what a person does not have yet. @param isOne whether the row is about one known person, who may not count twice */
  function add(person: CollectedPerson, outcomes: readonly CollectedOutcome[], isOne: boolean): boolean {
    const fresh = isOne ? outcomes.filter((each) => !person.outcomes.some((known) => isSame(known, each))) : outcomes;
    if (fresh.length < outcomes.length) tell('outcome-met-again', 'outcome.yearsAfter', '2 ×');
    person.outcomes.push(...fresh);
    return fresh.length > 0;
  }

  return (place) => {
    const graduated = row.number('outcome.graduated');
    if (graduated === undefined) return lacks(tell, 'outcome.graduated');
    const found = situations();
    if (found === undefined) return false;
    const graduates = row.number('outcome.graduates');
    if (graduates === undefined && row.has('outcome.graduates')) return lacks(tell, 'outcome.graduates');
    const given = context.person();
    if (given.key === undefined && context.namesPersons && graduates === undefined) tell('no-identity', 'person', '–');
    const key = given.key ?? context.localKey(place);
    if (context.isGone(key)) {
      tell('person-met-again', 'person', '2 × person');
      return false;
    }
    const provider = row.code('outcome.provider');
    const school = row.code('outcome.school');
    const qualification = row.code('outcome.qualification');
    const own = row.own();
    const outcomes = found.map(([yearsAfter, activity]) => ({
      provider,
      school,
      qualification,
      graduated,
      yearsAfter,
      activity,
      graduates: graduates ?? 1,
      own,
    }));
    // A row of nobody is a row, though it stands for no graduate.
    return add(personIn(collected, { ...given, key }), outcomes, given.key !== undefined && graduates === undefined);
  };
}
