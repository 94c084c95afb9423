import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../aggregate/aggregate.js';
import { calculateInMemory } from '../engine/calculate.js';
import type { PeriodState } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { aalenJohansen } from '../statistics/aalen-johansen.js';
import { exits, monthCountsOf } from '../statistics/month-counts.js';
import { incidenceQuantile } from '../statistics/time-quantile.js';
import { timeToQualification } from './time-to-qualification.js';

/** First day of each state; the last one, where it is final, lasts its day. */
type States = readonly (readonly [day: string, state: PeriodState])[];

function rightOf(states: States, more: Partial<PlainStudyRight> = {}): PlainStudyRight {
  const periods = states.map(([start, state], position) => {
    const next = states[position + 1]?.[0];
    const isFinal = !['present', 'holiday', 'interrupted'].includes(state);
    if (next === undefined) return { start, state, ...(isFinal ? { end: start } : {}) };
    return { start, state, end: dayBefore(next) };
  });
  return { key: 'r', provider: 'p', education: 'wholeQualification', julyRule: 'removed', periods, ...more };
}

function dayBefore(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - 1);
  return instant.toISOString().slice(0, 10);
}

function aggregateOf(rights: readonly PlainStudyRight[], asOf = '2026-10-31'): Aggregate {
  const persons = rights.map((right, position) => ({ key: `k${String(position)}`, rights: [right] }));
  return calculateInMemory(factsOf(persons), timeToQualification, {
    by: [],
    period: { from: '2010-01-01', to: '2026-12-31' },
    asOf,
  });
}

function countsOf(aggregate: Aggregate) {
  const [cell] = aggregate.cells;
  return monthCountsOf(cell !== undefined && 'amounts' in cell ? cell.amounts : [], 2);
}

/** The one right's month and way out: `graduated`, `left` or `under way`. */
function fate(states: States, asOf?: string): string {
  const [only] = countsOf(aggregateOf([rightOf(states)], asOf)).filter((one) => exits(one) > 0);
  const [completed = 0, left = 0] = only?.events ?? [];
  return `${String(only?.month)} ${completed > 0 ? 'graduated' : left > 0 ? 'left' : 'under way'}`;
}

describe('the time to a qualification', () => {
  it('is the whole months from the first day of presence to graduation', () => {
    // 9 August 2021 + 33 months is 9 May 2024, + 34 months is 9 June.
    expect(
      fate([
        ['2021-08-09', 'present'],
        ['2024-05-31', 'graduated'],
      ]),
    ).toBe('33 graduated');
    expect(
      fate([
        ['2021-08-09', 'present'],
        ['2024-06-08', 'graduated'],
      ]),
    ).toBe('33 graduated');
    expect(
      fate([
        ['2021-08-09', 'present'],
        ['2024-06-09', 'graduated'],
      ]),
    ).toBe('34 graduated');
  });

  it('takes the last day of a month for one that is not there', () => {
    // 31 August + 6 months is 28 February.
    expect(
      fate([
        ['2021-08-31', 'present'],
        ['2022-02-28', 'graduated'],
      ]),
    ).toBe('6 graduated');
  });

  it('begins with presence or holiday and goes on through interruptions', () => {
    // From 1 October 2021: 1 June 2024 is 32 months.
    expect(
      fate([
        ['2021-08-01', 'interrupted'],
        ['2021-10-01', 'present'],
        ['2022-03-01', 'interrupted'],
        ['2023-03-01', 'present'],
        ['2024-06-15', 'graduated'],
      ]),
    ).toBe('32 graduated');
  });

  it.each(['resigned', 'deemedResigned', 'cancelled'] as const)(
    'ends by leaving where the right ends as %s',
    (state) => {
      // 9 August 2021 + 5 months is 9 January 2022.
      expect(
        fate([
          ['2021-08-09', 'present'],
          ['2022-01-15', state],
        ]),
      ).toBe('5 left');
    },
  );

  it('is not known yet of who is under way on the day of the data, or graduates after it', () => {
    // 12 August 2024 + 26 months is 12 October 2026.
    expect(fate([['2024-08-12', 'present']])).toBe('26 under way');
    expect(
      fate([
        ['2024-08-12', 'present'],
        ['2026-11-30', 'graduated'],
      ]),
    ).toBe('26 under way');
    expect(
      fate(
        [
          ['2024-08-12', 'present'],
          ['2026-11-30', 'graduated'],
        ],
        '2026-11-30',
      ),
    ).toBe('27 graduated');
  });

  it('is followed for seven years', () => {
    // 10 August 2015 + 93 months is 10 May 2023.
    expect(
      fate([
        ['2015-08-10', 'present'],
        ['2023-06-01', 'graduated'],
      ]),
    ).toBe('84 under way');
  });

  it('looks at starts of whole qualifications, and leaves out what is nested or invalidated, counted', () => {
    const graduated: States = [
      ['2021-08-09', 'present'],
      ['2024-05-31', 'graduated'],
    ];
    const aggregate = aggregateOf([
      rightOf(graduated),
      rightOf(graduated, { education: 'qualificationUnits' }),
      rightOf(graduated, { nested: true }),
      rightOf([
        ['2021-08-09', 'present'],
        ['2021-09-01', 'invalidated'],
      ]),
      rightOf([['2026-11-15', 'present']]),
    ]);
    expect(aggregate.population).toBe(3);
    expect(aggregate.exclusions).toEqual([
      { id: 'nested', count: 1 },
      { id: 'invalidated', count: 1 },
    ]);
    expect(aggregate.cells).toMatchObject([{ n: 1 }]);
  });

  it('has its median among all, by hand: eight who start on one day', () => {
    // Month 5: one of 8 leaves, 7/8 stay. Month 33: three of 7 graduate, 3/8. Month 35: one of 4 is censored. Month 45: one of 3 graduates,
    // 4/8 · 1/3 = 1/6 more: 13/24 in all, above a half. So the median is 45 months, a quarter is reached at 33, three quarters never.
    const start = ['2021-08-09', 'present'] as const;
    const aggregate = aggregateOf(
      [
        rightOf([start, ['2022-01-15', 'resigned']]),
        rightOf([start, ['2024-05-31', 'graduated']]),
        rightOf([start, ['2024-05-31', 'graduated']]),
        rightOf([start, ['2024-06-01', 'graduated']]),
        rightOf([['2022-11-20', 'present']]),
        rightOf([start, ['2025-05-31', 'graduated']]),
        rightOf([start]),
        rightOf([start]),
      ],
      '2025-10-31',
    );
    const curve = aalenJohansen(countsOf(aggregate), 0);
    expect(curve.find(({ month }) => month === 33)?.incidence).toBeCloseTo(3 / 8, 14);
    expect(curve.find(({ month }) => month === 45)?.incidence).toBeCloseTo(13 / 24, 14);
    expect(incidenceQuantile(curve, 0.25)).toMatchObject({ status: 'reached', month: 33 });
    expect(incidenceQuantile(curve, 0.5)).toMatchObject({ status: 'reached', month: 45 });
    expect(incidenceQuantile(curve, 0.75)).toMatchObject({ status: 'notReached' });
    const published = publish(aggregate, { definition: timeToQualification, policy: minimumPolicy(2) });
    expect(published.figure).toMatchObject({ id: 'median', unit: 'months' });
  });
});
