import type { AggregateCell } from '@strapetsi/indicators';
import { earlier, type Figures, inOrder, keyOf, membersOfWindow, type Request, windowsOf } from './naive-follow-up.js';
import type { FollowedRight } from './seeded-networks.js';
import type { Outcome, WorkingPerson } from './working-networks.js';

type Activity = NonNullable<Outcome['activity']>;

/** A right that has what an outcome says of a graduate's studies, for the cuts that both have. */
function asRight({ provider, school, qualification }: Outcome): FollowedRight {
  return {
    key: '',
    provider: typeof provider === 'string' ? provider : provider.key,
    ...(typeof school === 'string' ? { school } : {}),
    ...(typeof qualification === 'string' ? { qualification } : {}),
    performanceType: '',
    education: 'other',
    julyRule: 'noValue',
    tuva: false,
    nested: false,
    periods: [],
    credits: [],
  };
}

/** Shares of graduates in some main activities, from the measures of Vipunen. */
export function naiveOutcomes(...activities: readonly Activity[]) {
  return (persons: readonly WorkingPerson[], request: Request): Figures => {
    const cells = new Map<string, { key: readonly string[]; graduates: number; inIt: number }>();
    const exclusions = { notYetKnown: 0 };
    const windows = windowsOf(request, request.by);
    let population = 0;
    for (const person of persons) {
      for (const outcome of person.outcomes) {
        const { graduated, yearsAfter, activity, graduates = 1 } = outcome;
        if (graduated < request.from || graduated > earlier(request.to, request.asOf)) continue;
        population += 1;
        const situation = `${Number(graduated.slice(0, 4)) + yearsAfter}-12-31`;
        if (situation > request.asOf) exclusions.notYetKnown += 1;
        else {
          const window = windows.find(({ from, to }) => from <= graduated && graduated <= to);
          if (window === undefined || graduates === 0) continue;
          const members = { ...membersOfWindow(window), yearsAfter: String(yearsAfter) };
          const key = keyOf({ person, right: asRight(outcome), ageOn: graduated, members }, request.by);
          const cell = cells.get(JSON.stringify(key)) ?? { key, graduates: 0, inIt: 0 };
          cell.graduates += graduates;
          if (activity !== undefined && activities.includes(activity)) cell.inIt += graduates;
          cells.set(JSON.stringify(key), cell);
        }
      }
    }
    const counted = [...cells.values()].map(({ key, graduates, inIt }): AggregateCell => {
      return { key, n: graduates, amounts: [graduates, inIt] };
    });
    return { cells: inOrder(counted), population, exclusions };
  };
}
