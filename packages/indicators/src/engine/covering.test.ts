import { describe, expect, it } from 'vitest';
import type { Expr } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPeriod } from '../facts/plain-facts.js';
import type { Bound } from './branches.js';
import { candidateSearch, maskTable } from './candidates.js';
import { coveringBranches } from './covering.js';
import { indexColumn, newFrame } from './frame.js';
import type { SidedBranch } from './sides.js';
import { newWork, nextChunk, takeBatch } from './work.js';

const start: Expr = { column: 'otherPeriod.start' };
const end: Expr = { column: 'otherPeriod.end' };
const from = (day: Expr, beyond: 0 | 1 = 0): Bound => ({ side: 'from', day, beyond });
const to = (day: Expr, beyond: 0 | 1 = 0): Bound => ({ side: 'to', day, beyond });

function branch(more: Partial<SidedBranch>): SidedBranch {
  const plan = { value: 1, candidate: [], own: [], ofRow: [], bounds: [], ofPair: [] };
  return {
    value: 1,
    plan,
    rowConditions: [],
    candidateConditions: [],
    comparisons: [],
    bounds: [from(start), to(end)],
    ...more,
  };
}

describe('whether a branch asks only which days periods cover', () => {
  it.each<[boolean, string, Partial<SidedBranch>]>([
    [true, 'from the first day to the last one', {}],
    [true, 'a condition on the right', { candidateConditions: [{ not: { column: 'other.inTuva' } }] }],
    [false, 'from the first day on', { bounds: [from(start)] }],
    [false, 'from the day after the first', { bounds: [from(start, 1), to(end)] }],
    [false, 'to the day before the last', { bounds: [from(start), to(end, 1)] }],
    [false, 'to the first day', { bounds: [from(start), to(start)] }],
    [false, 'bounds of two kinds', { bounds: [from(start), to(end), to({ column: 'other.end' })] }],
    [false, 'a condition on the period', { candidateConditions: [{ less: [400, start] }] }],
    [
      false,
      'a comparison with the period',
      { comparisons: [{ kind: 'less', rowFirst: true, ofRow: { column: 'right.start' }, ofCandidate: start }] },
    ],
  ])('%s: %s', (covers, _, more) => {
    expect(coveringBranches([branch({ bounds: [] }), branch(more)])).toBe(covers ? 0b10 : 0);
  });
});

describe('candidates', () => {
  const present: Expr = { in: 'otherPeriod.state', codes: ['present', 'holiday'] };
  const graduated: Expr = { in: 'otherPeriod.state', codes: ['graduated'] };

  /** First and last period of each candidate of a right with these periods; bit 0: there, bit 1: graduated. */
  function found(periods: readonly PlainPeriod[], joined: number): readonly (readonly [number, number])[] {
    const right = {
      key: '1',
      provider: 'p',
      school: 's',
      education: 'wholeQualification',
      julyRule: 'removed',
    } as const;
    const [facts] = factsOf([{ key: '1', rights: [{ ...right, periods }] }]);
    const work = newWork(facts!, 'right', new Map());
    takeBatch(work, facts!);
    nextChunk(work, 0);
    const frame = newFrame(['root']);
    indexColumn(frame, 'root', 1)[0] = 0;
    frame.count = 1;
    const { count, period, last } = candidateSearch(work, maskTable([[present], [graduated]])!, joined)(frame);
    return Array.from({ length: count }, (_, at) => [period[at]!, last[at]!] as const);
  }

  const periods: readonly PlainPeriod[] = [
    { state: 'present', start: '2023-08-01', end: '2023-12-20' },
    { state: 'holiday', start: '2023-12-21', end: '2024-01-05' },
    { state: 'present', start: '2024-01-06', end: '2024-02-29' },
    { state: 'interrupted', start: '2024-03-01', end: '2024-03-31' },
    { state: 'present', start: '2024-04-01', end: '2024-05-30' },
    { state: 'present', start: '2024-06-01', end: '2024-06-30' },
    { state: 'graduated', start: '2024-07-01', end: '2024-07-01' },
    { state: 'graduated', start: '2024-07-02', end: '2024-07-02' },
  ];

  it('are one for periods that follow each other, where only the days matter', () => {
    expect(found(periods, 0b01)).toEqual([
      [0, 2],
      [4, 4],
      [5, 5],
      [6, 6],
      [7, 7],
    ]);
  });

  it('are the periods themselves where more is asked', () => {
    expect(found(periods, 0)).toEqual([0, 1, 2, 4, 5, 6, 7].map((period) => [period, period]));
  });

  it('never join a period that ends before it begins', () => {
    const backwards: readonly PlainPeriod[] = [
      { state: 'present', start: '2024-01-01', end: '2024-01-31' },
      { state: 'present', start: '2024-02-01', end: '2024-01-31' },
      { state: 'present', start: '2024-02-01', end: '2024-02-10' },
    ];
    expect(found(backwards, 0b11)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });
});
