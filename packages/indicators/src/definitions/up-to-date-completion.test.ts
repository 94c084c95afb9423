import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../aggregate/aggregate.js';
import { calculateInMemory } from '../engine/calculate.js';
import type { PeriodState } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { incidenceWithin } from '../statistics/incidence-within.js';
import { exits, monthCountsOf } from '../statistics/month-counts.js';
import { upToDateCompletion } from './up-to-date-completion.js';

type Stay = readonly [state: PeriodState, start: string, end?: string];

function rightOf(key: string, stays: readonly Stay[], more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  const periods = stays.map(([state, start, end]) => ({ state, start, ...(end === undefined ? {} : { end }) }));
  return { key, provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

const graduatedOn = (day: string): Stay => ['graduated', day, day];
const resignedOn = (day: string): Stay => ['resigned', day, day];

function aggregateOf(
  persons: readonly PlainPerson[],
  asOf: string,
  by: readonly ['cohort'] | readonly [] = [],
): Aggregate {
  return calculateInMemory(factsOf(persons), upToDateCompletion, {
    by,
    period: { from: '2019-01-01', to: '2026-12-31' },
    asOf,
  });
}

function countsOf(aggregate: Aggregate) {
  const [cell] = aggregate.cells;
  return monthCountsOf(cell !== undefined && 'amounts' in cell ? cell.amounts : [], 2);
}

/** The one person's month and way out. */
function fate(rights: readonly PlainStudyRight[], asOf: string): string {
  const counts = countsOf(aggregateOf([{ key: 'k', rights }], asOf)).filter((one) => exits(one) > 0);
  const [completed = 0, left = 0] = counts[0]?.events ?? [];
  return `${String(counts[0]?.month)} ${completed > 0 ? 'graduated' : left > 0 ? 'left' : 'under way'}`;
}

describe('up-to-date completion', () => {
  it('counts graduation on the day when 36 months are full as within 36 months, as the checkpoint does', () => {
    const graduates = (day: string, last: string) =>
      fate([rightOf('a', [['present', '2021-08-09', last], graduatedOn(day)])], '2026-10-31');
    expect(graduates('2024-08-09', '2024-08-08')).toBe('35 graduated');
    expect(graduates('2024-08-10', '2024-08-09')).toBe('36 graduated');
  });

  it('counts graduation from another qualification than the one that was started', () => {
    // 9 August 2021 to 30 May 2025: + 45 months is 9 May 2025.
    const changed = [
      rightOf('a', [['present', '2021-08-09', '2022-01-14'], resignedOn('2022-01-15')]),
      rightOf('b', [['present', '2022-01-20', '2025-05-30'], graduatedOn('2025-05-31')]),
    ];
    expect(fate(changed, '2026-10-31')).toMatch(/graduated$/);
    // The second right began in another half-year, so it is a start of its own there; the first start is looked at here.
    expect(
      countsOf(
        calculateInMemory(factsOf([{ key: 'k', rights: changed }]), upToDateCompletion, {
          by: [],
          period: { from: '2021-07-01', to: '2021-12-31' },
          asOf: '2026-10-31',
        }),
      ).find((one) => exits(one) > 0),
    ).toEqual({ month: 45, censored: 0, events: [1, 0] });
  });

  it('takes who goes on in some education as under way, and who does not as left on the last day there', () => {
    const start = rightOf('a', [['present', '2023-08-07', '2024-02-10'], resignedOn('2024-02-11')]);
    // 7 August 2023 + 6 months is 7 February 2024.
    expect(fate([start], '2026-10-31')).toBe('6 left');
    const tuva = rightOf('b', [['present', '2024-08-05']], {
      education: 'preparatory',
      performanceType: 'tuvakoulutuksensuoritus',
      tuva: true,
    });
    // 7 August 2023 + 38 months is 7 October 2026.
    expect(fate([start, tuva], '2026-10-31')).toBe('38 under way');
    // Units completed and gone: no whole qualification. 7 August 2023 + 21 months is 7 May 2025.
    const units = rightOf('c', [['present', '2024-08-05', '2025-05-30'], graduatedOn('2025-05-31')], {
      education: 'qualificationUnits',
    });
    expect(fate([start, units], '2026-10-31')).toBe('21 left');
  });

  it('lets who comes back be a student again, and knows nothing after the day of the data', () => {
    const rights = [
      rightOf('a', [['present', '2021-08-09', '2022-01-14'], resignedOn('2022-01-15')]),
      rightOf('b', [['present', '2022-09-01', '2024-05-31'], graduatedOn('2024-06-01')]),
    ];
    const on = (asOf: string) =>
      countsOf(
        calculateInMemory(factsOf([{ key: 'k', rights }]), upToDateCompletion, {
          by: [],
          period: { from: '2021-07-01', to: '2021-12-31' },
          asOf,
        }),
      )
        .filter((one) => exits(one) > 0)
        .map(({ month, censored, events: [completed, left] }) => [month, censored, completed, left]);
    // Left in month 5 (9 January); back and under way in month 15 (9 November 2022); graduated in month 33 (9 May 2024).
    expect(on('2022-06-30')).toEqual([[5, 0, 0, 1]]);
    expect(on('2022-11-30')).toEqual([[15, 1, 0, 0]]);
    expect(on('2026-10-31')).toEqual([[33, 0, 1, 0]]);
  });

  it('counts one start of a person in a half-year, and not who is in TUVA at the start', () => {
    const inTuva = rightOf('t', [['present', '2021-01-10', '2021-12-31']], { education: 'preparatory', tuva: true });
    const aggregate = aggregateOf(
      [
        { key: 'k1', rights: [rightOf('a', [['present', '2021-08-09']]), rightOf('b', [['present', '2021-10-01']])] },
        { key: 'k2', rights: [rightOf('c', [['present', '2021-08-09']]), inTuva] },
        { key: 'k3', rights: [rightOf('d', [['present', '2021-08-09']], { nested: true })] },
      ],
      '2026-10-31',
    );
    expect(aggregate.cells).toMatchObject([{ n: 1 }]);
    expect(aggregate.exclusions).toEqual([
      { id: 'nested', count: 1 },
      { id: 'presentInTuva', count: 1 },
      { id: 'otherStart', count: 1 },
    ]);
  });

  const person = (key: string, stays: readonly Stay[]): PlainPerson => ({ key, rights: [rightOf(key, stays)] });
  const early = (key: string, ...stays: readonly Stay[]): PlainPerson =>
    person(key, [['present', '2023-08-07', '2026-05-29'], ...stays]);

  it('estimates by hand what the half-year will have reached, from those who began early in it', () => {
    // Started 7 August 2023: six, of whom four graduate on 30 May 2026 (month 33) and two go on. Started 30 December 2023: four, one of whom
    // left on 5 March 2024 (month 2); three are followed for 34 months on 31 October 2026.
    // Month 2: one of 10 leaves, 9/10. Month 33: four of 9 graduate: 9/10 · 4/9 = 0.4. Two are followed for 38 months. So 0.4 within 36.
    const persons = [
      ...['a', 'b', 'c', 'd'].map((key) => early(key, graduatedOn('2026-05-30'))),
      ...['e', 'f'].map((key) => person(key, [['present', '2023-08-07']])),
      person('g', [['present', '2023-12-30', '2024-03-05'], resignedOn('2024-03-06')]),
      ...['h', 'i', 'j'].map((key) => person(key, [['present', '2023-12-30']])),
    ];
    const counts = countsOf(aggregateOf(persons, '2026-10-31'));
    expect(counts.filter((one) => exits(one) > 0)).toEqual([
      { month: 2, censored: 0, events: [0, 1] },
      { month: 33, censored: 0, events: [4, 0] },
      { month: 34, censored: 3, events: [0, 0] },
      { month: 38, censored: 2, events: [0, 0] },
    ]);
    const within = incidenceWithin(counts, 0, 36);
    expect(within).toMatchObject({ status: 'value', atRisk: 2 });
    if (within.status === 'value') expect(within.incidence).toBeCloseTo(0.4, 14);
    expect(incidenceWithin(counts, 1, 36)).toMatchObject({ status: 'value', incidence: 0.1 });
    expect(incidenceWithin(counts, 0, 48)).toEqual({ status: 'immature', followed: 39 });
  });

  it('is immature and no low share where nobody has been followed for 36 months', () => {
    const persons = Array.from({ length: 12 }, (_, position) =>
      position < 6
        ? person(`g${String(position)}`, [['present', '2024-08-05', '2026-05-29'], graduatedOn('2026-05-30')])
        : person(`s${String(position)}`, [['present', '2024-08-05']]),
    );
    const table = publish(aggregateOf(persons, '2026-10-31', ['cohort']), {
      definition: upToDateCompletion,
      policy: minimumPolicy(5),
    });
    expect(table.cells).toEqual([{ status: 'immature', matures: '2027-12-31' }]);
  });
});
