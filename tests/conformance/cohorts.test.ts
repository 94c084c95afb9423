import {
  calculateInMemory,
  completionByCohort,
  factsOf,
  type Definition,
  type PlainPerson,
} from '@strapetsi/indicators';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';

/**
 * Timely completion and cohorts that can be judged, as midfieldr counts them (MIDFIELDR/midfieldr 0fa8641e, MIT): terms of American
 * colleges as half-years, its span of years as a checkpoint of our completion by cohort. A student who comes in at a higher level has
 * started so many years before.
 */
const reference = new URL('../../../shared/reference/cohorts/midfieldr/cohort-cases.json', import.meta.url);
const reason = existsSync(reference) ? undefined : 'reference data of others (../shared/reference) is not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

interface Row {
  readonly mcid: string;
  readonly term: string;
  readonly term_i: string;
  readonly timely_term: string;
  readonly term_degree: string | null;
  readonly level: string;
}
interface Case {
  readonly mcid: string;
  readonly expected: string | null;
  readonly span?: number;
}
type Cases = Readonly<
  Record<
    'timely_term' | 'data_sufficiency' | 'completion_status',
    { readonly rows: readonly Row[]; readonly expected: readonly Case[] }
  >
>;
const cases = (): Cases => JSON.parse(readFileSync(reference, 'utf8')) as Cases;

/** Half-years since year 0: the fall term of 1988 (`19881`) is the second half of 1988, its spring (`19883`) the first of 1989. */
function halfYearOf(term: string): number {
  const year = Number(term.slice(0, 4));
  return term.endsWith('1') ? year * 2 + 1 : (year + 1) * 2;
}
const firstDay = (halfYear: number): string =>
  `${String(Math.floor(halfYear / 2))}-${halfYear % 2 === 0 ? '01-01' : '07-01'}`;
const lastDay = (halfYear: number): string =>
  `${String(Math.floor(halfYear / 2))}-${halfYear % 2 === 0 ? '06-30' : '12-31'}`;

/** Completion by cohort with one checkpoint, so many years after the start. */
function completionAfter(years: number): Definition {
  const steps = completionByCohort.rules.map((rule) => ({
    ...rule,
    steps: rule.steps.map((step) =>
      'checkpoints' in step ? { checkpoints: { ...step.checkpoints, months: [years * 12] } } : step,
    ),
  }));
  return { ...completionByCohort, rules: steps };
}

/** One who starts on the first day of a half-year, and graduates on the last day of another. */
function student(start: number, graduated?: number): PlainPerson {
  const end = graduated === undefined ? undefined : lastDay(graduated);
  return {
    key: 'a',
    rights: [
      {
        key: 'a',
        provider: 'Inst X',
        education: 'wholeQualification',
        performanceType: 'ammatillinentutkinto',
        julyRule: 'removed',
        periods: [
          { start: firstDay(start), state: 'present', ...(end === undefined ? {} : { end: firstDay(graduated!) }) },
          ...(end === undefined ? [] : [{ start: end, end, state: 'graduated' as const }]),
        ],
      },
    ],
  };
}

/** Whether a student has completed at a checkpoint: `1` or `0`; `immature` where it is too early to tell, nothing where not looked at. */
function completedAt(
  person: PlainPerson,
  years: number,
  asOf: string,
  checkpoint: string,
  from = '1970-01-01',
): unknown {
  const options = {
    by: [],
    only: { checkpoint: [checkpoint] },
    period: { from, to: '2009-12-31' },
    asOf,
  } as const;
  const [cell] = calculateInMemory(factsOf([person]), completionAfter(years), { ...options, by: ['cohort'] }).cells;
  if (cell === undefined) return 'not looked at';
  return 'matures' in cell ? 'immature' : cell.amounts[0];
}

const LATER = '2009-12-31';

/** The half-year in which who came in at this level would have started: level 03 in the fall of 1989 is the fall of 1987. */
function startOf(rows: readonly Row[], mcid: string): number {
  const [first] = rows.filter((row) => row.mcid === mcid);
  if (first === undefined) throw new Error(`no row of ${mcid}`);
  return halfYearOf(first.term) - 2 * (Number(first.level.slice(0, 2)) - 1);
}

describe('cohorts as midfieldr counts them', () => {
  test('completion is timely up to the term that it names, and not in the one after', () => {
    const { rows, expected } = cases().timely_term;
    expect(expected).toHaveLength(17);
    for (const { mcid, expected: term, span = 6 } of expected) {
      const [start, last] = [startOf(rows, mcid), halfYearOf(term ?? '')];
      const completed = (graduated: number): unknown =>
        completedAt(student(start, graduated), span, LATER, String(span * 12));
      expect([mcid, completed(last), completed(last + 1)]).toEqual([mcid, 1, 0]);
    }
  });

  test('completion is timely, late or has not come', () => {
    const { rows, expected } = cases().completion_status;
    expect(expected).toHaveLength(9);
    for (const { mcid, expected: status } of expected) {
      const row = rows.find((one) => one.mcid === mcid);
      const start = halfYearOf(row?.timely_term ?? '') - 11;
      const degree = row?.term_degree ?? undefined;
      const person = student(start, degree === undefined ? undefined : halfYearOf(degree));
      const [timely, ever] = ['72', 'latest'].map((checkpoint) => completedAt(person, 6, LATER, checkpoint));
      const found = timely === 1 ? 'timely' : ever === 1 ? 'late' : null;
      expect([mcid, found]).toEqual([mcid, status]);
    }
  });

  test('cohorts whose time is not over when the records end are immature; a period after the first term leaves out those that began by then', () => {
    const { rows, expected } = cases().data_sufficiency;
    const terms = rows.map(({ term }) => halfYearOf(term));
    const [first, last] = [Math.min(...terms), Math.max(...terms)];
    expect(expected).toHaveLength(9);
    for (const { mcid, expected: sufficiency } of expected) {
      const row = rows.find((one) => one.mcid === mcid);
      const start = halfYearOf(row?.timely_term ?? '') - 11;
      // Ours waits for the whole half-year of the start: one day of the next half-year makes its last month end.
      const found = completedAt(student(start), 6, firstDay(last + 1), '72', firstDay(first + 1));
      const ours = { include: 0, 'exclude-upper': 'immature', 'exclude-lower': 'not looked at' }[sufficiency ?? ''];
      expect([mcid, found]).toEqual([mcid, ours]);
    }
  });
});
