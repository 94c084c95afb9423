import type { Education, IsoDate, JulyRule, PeriodState } from '@strapetsi/indicators';
import type { LeftOut, Started } from '../naive-completion.js';
import { daysLater, type Period, type Right } from '../person.js';

/**
 * One person drawn by hand: the study rights, and what the decision table says of each start, written before any program
 * was run. In the drawings one character is a month; `=` present, `~` holiday, `-` interrupted, `G` graduated,
 * `R` resigned, `D` deemed resigned, `>` goes on.
 */
export interface Timeline {
  readonly name: string;
  /** Rows of the decision table that decide this person's states. */
  readonly rows: readonly string[];
  readonly asOf: IsoDate;
  readonly rights: readonly Right[];
  readonly starts: Readonly<Record<string, ExpectedStart>>;
}

export type ExpectedStart =
  | {
      readonly cohort: string;
      readonly started: Started;
      /** States at 6, 12, … 60 months, then after the bar at the last month end; `<` and a day where it is too early until then. */
      readonly states: string;
    }
  | { readonly leftOut: LeftOut };

/** A state and its first day, as a study right's documents have it: `'2021-08-09 present'`. */
export type Change = `${number}-${string}-${string} ${PeriodState}`;

interface Kind {
  readonly education: Education;
  readonly performanceType: string;
  readonly julyRule: JulyRule;
  readonly tuva?: true;
}

/** The usual day of looking: the last month end is 31 May 2027. */
export const JUNE_2027: IsoDate = '2027-06-15';

const lastingStates: readonly PeriodState[] = ['present', 'holiday', 'interrupted'];

export const whole = rightOf({
  education: 'wholeQualification',
  performanceType: 'ammatillinentutkinto',
  julyRule: 'removed',
});
export const units = rightOf({
  education: 'qualificationUnits',
  performanceType: 'ammatillinentutkintoosittainen',
  julyRule: 'counted',
});
export const lukio = rightOf({
  education: 'generalUpperSecondary',
  performanceType: 'lukionoppimaara',
  julyRule: 'noValue',
});
export const ib = rightOf({ education: 'generalUpperSecondary', performanceType: 'ibtutkinto', julyRule: 'noValue' });
export const tuva = rightOf({
  education: 'preparatory',
  performanceType: 'tuvakoulutuksensuoritus',
  julyRule: 'removed',
  tuva: true,
});
export const telma = rightOf({ education: 'preparatory', performanceType: 'telma', julyRule: 'removed' });
export const valma = rightOf({ education: 'preparatory', performanceType: 'valma', julyRule: 'noValue' });
export const otherEducation = rightOf({
  education: 'other',
  performanceType: 'muuammatillinenkoulutus',
  julyRule: 'counted',
});

export function includedInAnother(right: Right): Right {
  return { ...right, nested: true };
}

/** Forgets the periods that begin on the given days: a hole in the records. */
export function withoutPeriods(right: Right, ...starts: readonly IsoDate[]): Right {
  return { ...right, periods: right.periods.filter(({ start }) => !starts.includes(start)) };
}

function rightOf(kind: Kind): (key: string, ...changes: readonly Change[]) => Right {
  return (key, ...changes) => ({
    key,
    provider: '1.2.246.562.10.1',
    school: '1.2.246.562.10.11',
    qualification: '361902',
    performanceType: kind.performanceType,
    education: kind.education,
    julyRule: kind.julyRule,
    tuva: kind.tuva ?? false,
    nested: false,
    periods: changes.map((change, i): Period => {
      const { start, state } = parseChange(change);
      const next = changes[i + 1];
      const end = !lastingStates.includes(state)
        ? start
        : next === undefined
          ? undefined
          : daysLater(parseChange(next).start, -1);
      return { state, start, stateBegan: start, share: 1_000_000, funding: 1, ...(end === undefined ? {} : { end }) };
    }),
  });
}

function parseChange(change: Change): { readonly start: IsoDate; readonly state: PeriodState } {
  const [start = '', state = ''] = change.split(' ');
  return { start, state: state as PeriodState };
}
