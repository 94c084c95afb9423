import { describe, expect, it } from 'vitest';
import type { Definition, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { calculateInMemory } from './calculate.js';

/** Relations whose conditions are each of the row, of the candidate, or a comparison between the two: worked out by hand. */
const text = { fi: 'x', sv: 'x', en: 'x' };
const checkpointDay: Expr = { param: 'checkpoint.day' };
const start: Expr = { column: 'otherPeriod.start' };
const end: Expr = { column: 'otherPeriod.end' };
const missing: Step = {
  bind: 'graduation',
  ofChildren: 'period',
  where: { in: 'period.state', codes: ['graduated'] },
  take: { min: { column: 'period.start' } },
};

function right(key: string, periods: PlainStudyRight['periods']): PlainStudyRight {
  return { key, provider: 'p', school: key, education: 'wholeQualification', julyRule: 'removed', periods };
}

/** By school and checkpoint: the code found. */
function found(steps: readonly Step[], rights: readonly PlainStudyRight[]): Readonly<Record<string, number>> {
  const made = steps.some((step) => 'checkpoints' in step);
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [
      {
        id: 'only',
        label: text,
        inForce: {},
        steps,
        measure: {
          kind: 'distribution',
          of: { column: 'found' },
          categories: Array.from({ length: 10 }, (_, code) => ({ code, label: text })),
        },
        sources: [],
      },
    ],
    dimensions: [
      { id: 'school', label: text, from: { dictionary: 'right.school' } },
      { id: 'cohort', label: text, from: { halfYearOf: { column: 'right.start' } } },
      ...(made ? [{ id: 'checkpoint', label: text, from: 'checkpoints' } as const] : []),
    ],
    figures: [],
    limits: [],
    unverified: [],
  };
  const { cells } = calculateInMemory(factsOf([{ key: '1', rights }]), definition, {
    by: made ? ['school', 'checkpoint', 'cohort'] : ['school'],
    period: { from: '2020-01-01', to: '2024-12-31' },
    asOf: '2025-01-15',
  });
  return Object.fromEntries(
    cells.flatMap((cell) => ('amounts' in cell ? [[cell.key.slice(0, 2).join(' '), cell.amounts.indexOf(1)]] : [])),
  );
}

const first = right('a', [
  { start: '2020-08-01', end: '2021-05-31', state: 'present' },
  { start: '2021-06-01', end: '2021-06-01', state: 'graduated' },
]);
const second = right('b', [{ start: '2021-06-01', end: '2022-05-31', state: 'present' }]);

describe('filling rows by person', () => {
  const compared = (condition: Expr): Readonly<Record<string, number>> =>
    found([missing, { bind: 'found', anyOtherRight: condition }], [first, second]);

  it.each<[string, Expr, Readonly<Record<string, number>>]>([
    ['less, the row first', { less: [{ column: 'right.start' }, start] }, { a: 1, b: 0 }],
    ['less, the candidate first', { less: [start, { column: 'right.start' }] }, { a: 0, b: 1 }],
    ['at most, the row first', { atMost: [{ column: 'right.start' }, start] }, { a: 1, b: 1 }],
    ['at most, the candidate first', { atMost: [start, { column: 'right.start' }] }, { a: 0, b: 1 }],
    [
      'at most, the candidate first, on the day itself',
      { all: [{ in: 'otherPeriod.state', codes: ['graduated'] }, { atMost: [start, { column: 'right.start' }] }] },
      { a: 0, b: 1 },
    ],
    ['equal', { equal: [{ column: 'right.start' }, start] }, { a: 0, b: 1 }],
    // Only the first right has graduated: what is missing compares with nothing, on whichever side it stands.
    ['a missing day of the row', { atMost: [{ column: 'graduation' }, start] }, { a: 1, b: 0 }],
    [
      'a missing day of the candidate',
      { atMost: [{ column: 'other.graduation' }, { column: 'right.end' }] },
      { a: 0, b: 1 },
    ],
    [
      'equal where both are missing',
      { equal: [{ column: 'graduation' }, { column: 'other.graduation' }] },
      { a: 0, b: 0 },
    ],
    [
      'a condition of the row',
      { all: [{ isMissing: { column: 'graduation' } }, { atMost: [start, { column: 'right.end' }] }] },
      { a: 0, b: 1 },
    ],
    ['a condition of the candidate', { isMissing: { column: 'other.graduation' } }, { a: 1, b: 0 }],
  ])('compares: %s', (_, condition, expected) => {
    expect(compared(condition)).toEqual(expected);
  });

  const checkpoints = (months: readonly number[]): Step => ({
    checkpoints: { after: { column: 'right.start' }, months, lastMonthEnd: false },
  });
  const onDay: readonly Expr[] = [{ atMost: [start, checkpointDay] }, { atMost: [checkpointDay, end] }];
  const state = (conditions: readonly Expr[], graduated: readonly Expr[]): Step => ({
    bind: 'found',
    lowestOverRights: {
      where: { all: [] },
      value: {
        when: [
          [{ all: [{ in: 'otherPeriod.state', codes: ['graduated'] }, ...graduated] }, 1],
          [{ all: [{ in: 'otherPeriod.state', codes: ['interrupted'] }, ...conditions] }, 2],
          [{ all: [{ in: 'otherPeriod.state', codes: ['present'] }, ...conditions] }, 3],
        ],
        otherwise: 9,
      },
      otherwise: 9,
    },
  });
  const changing = right('a', [
    { start: '2020-01-15', end: '2020-09-30', state: 'present' },
    { start: '2020-10-01', end: '2020-12-31', state: 'interrupted' },
    { start: '2021-01-01', end: '2022-03-31', state: 'present' },
    { start: '2022-04-01', end: '2022-04-01', state: 'graduated' },
  ]);

  it('gives each checkpoint the lowest of the periods on its day, and a graduation from its day on', () => {
    // Days: 15 July 2020, 15 October 2020, 15 January 2021, 15 January 2022, 15 July 2022.
    expect(
      found([checkpoints([6, 9, 12, 24, 30]), state(onDay, [{ atMost: [start, checkpointDay] }])], [changing]),
    ).toEqual({ 'a 06': 3, 'a 09': 2, 'a 12': 3, 'a 24': 3, 'a 30': 1 });
  });

  it('looks again at earlier checkpoints where a later candidate of another right began earlier', () => {
    const other = right('b', [{ start: '2020-03-01', end: '2021-06-30', state: 'interrupted' }]);
    // Of `a`: 15 July 2020 and 15 January 2021 lie in the interruption of `b`, 15 January 2022 does not. It graduates later.
    expect(found([checkpoints([6, 12, 24]), state(onDay, onDay)], [changing, other])).toMatchObject({
      'a 06': 2,
      'a 12': 2,
      'a 24': 3,
    });
  });

  it('takes checkpoints in an order of their own', () => {
    expect(found([checkpoints([24, 9, 6]), state(onDay, [{ atMost: [start, checkpointDay] }])], [changing])).toEqual({
      'a 24': 3,
      'a 09': 2,
      'a 06': 3,
    });
  });

  it('leaves out the days of the bounds themselves where they do not belong', () => {
    const between: readonly Expr[] = [{ less: [start, checkpointDay] }, { less: [checkpointDay, end] }];
    // The checkpoint after 6 months is the day on which the second period begins, and the first has ended.
    const touching = right('a', [
      { start: '2020-01-01', end: '2020-06-30', state: 'interrupted' },
      { start: '2020-07-01', end: '2021-01-01', state: 'present' },
    ]);
    expect(found([checkpoints([6, 12]), state(between, [])], [touching])).toEqual({ 'a 06': 9, 'a 12': 9 });
    expect(found([checkpoints([6, 12]), state(onDay, [])], [touching])).toEqual({ 'a 06': 3, 'a 12': 3 });
  });

  it('asks names that change from checkpoint to checkpoint, as they are and negated', () => {
    const early: Step = { bind: 'early', to: { less: [checkpointDay, { day: '2020-12-31' }] } };
    const step = state(
      [...onDay, { not: { column: 'early' } }],
      [{ column: 'early' }, { less: [checkpointDay, start] }],
    );
    // 15 July and 15 October 2020 are early, and before the graduation.
    expect(found([checkpoints([6, 9, 12, 24]), early, step], [changing])).toEqual({
      'a 06': 1,
      'a 09': 1,
      'a 12': 3,
      'a 24': 3,
    });
  });
});
