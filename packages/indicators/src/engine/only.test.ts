import { describe, expect, it } from 'vitest';
import type { Definition, DimensionRule, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const start: Expr = { column: 'right.start' };
const checkpoints: Step = { checkpoints: { after: start, months: [6, 12], lastMonthEnd: false } };
const dimensions: readonly DimensionRule[] = [
  { id: 'checkpoint', label: text, from: 'checkpoints' },
  { id: 'cohort', label: text, from: { halfYearOf: start } },
];

// One right from 1 August 2020 on: its checkpoints are 1 February and 1 August 2021.
const facts = factsOf([
  {
    key: '1',
    rights: [
      {
        key: 'a',
        provider: 'p',
        education: 'wholeQualification',
        julyRule: 'removed',
        periods: [{ start: '2020-08-01', state: 'present' }],
      },
    ],
  },
]);

function atTwelveMonths(steps: readonly Step[]) {
  return run(steps, { by: ['cohort'], asOf: '2024-01-15', only: { checkpoint: ['12'] } });
}

function run(steps: readonly Step[], asked: Pick<CalculateOptions, 'by' | 'asOf' | 'only'>, withCheckpoints = true) {
  const definition: Definition = {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps, measure: { kind: 'count' }, sources: [] }],
    dimensions: withCheckpoints ? dimensions : dimensions.slice(1),
    figures: [],
    limits: [],
    unverified: [],
  };
  const period = { from: '2020-07-01', to: '2020-12-31' };
  const { cells, exclusions } = calculateInMemory(facts, definition, { ...asked, period });
  return { cells, exclusions };
}

describe('only one checkpoint', () => {
  it('keeps its row where nothing is compared', () => {
    expect(atTwelveMonths([checkpoints])).toEqual({
      cells: [{ key: ['2020-H2'], n: 1, amounts: [1] }],
      exclusions: [],
    });
  });

  it('does not make its row the first where another checkpoint comes before it', () => {
    const earliest: Step = {
      firstOf: [{ column: 'right.person' }],
      orderBy: [{ param: 'checkpoint.day' }],
      otherwise: { id: 'later', label: text },
    };
    expect(atTwelveMonths([checkpoints, earliest])).toEqual({ cells: [], exclusions: [{ id: 'later', count: 1 }] });
  });

  it('leaves the counts of an exclusion as they are without it', () => {
    const early: Step = {
      exclude: { id: 'early', label: text, when: { less: [{ param: 'checkpoint.day' }, { day: '2021-06-30' }] } },
    };
    expect(atTwelveMonths([checkpoints, early])).toEqual({
      cells: [{ key: ['2020-H2'], n: 1, amounts: [1] }],
      exclusions: [{ id: 'early', count: 1 }],
    });
  });
});

describe('only one cohort, which a right has by a day', () => {
  const late: Step = {
    exclude: { id: 'late', label: text, when: { less: [{ day: '2021-06-30' }, { param: 'checkpoint.day' }] } },
  };
  const of = (cohort: string, asOf: string) =>
    run([checkpoints, late], { by: ['cohort', 'checkpoint'], asOf, only: { cohort: [cohort] } });

  it('leaves out rows of others last, and counts them in exclusions', () => {
    expect(of('2020-H2', '2024-01-15')).toEqual({
      cells: [{ key: ['2020-H2', '06'], n: 1, amounts: [1] }],
      exclusions: [{ id: 'late', count: 1 }],
    });
    expect(of('2020-H1', '2024-01-15')).toEqual({ cells: [], exclusions: [{ id: 'late', count: 1 }] });
  });

  it('notes when its own checkpoints will be there, and those of no others', () => {
    // 48 × days ≥ 1461 × months after 31 December 2020: 183 days are over at the end of July, 366 at the end of January.
    expect(of('2020-H2', '2021-03-15').cells).toEqual([
      { key: ['2020-H2', '06'], matures: '2021-08-01' },
      { key: ['2020-H2', '12'], matures: '2022-02-01' },
    ]);
    expect(of('2020-H1', '2021-03-15').cells).toEqual([]);
  });

  it('is counted in exclusions of rows of periods whatever its cohort, as they come after', () => {
    const present: Step = { exclude: { id: 'present', label: text, when: { in: 'period.state', codes: ['present'] } } };
    const only = { cohort: ['2020-H1'] };
    const asked = { by: ['cohort'], asOf: '2024-01-15', only } as const;
    expect(run([{ each: 'period' }, present], asked, false)).toEqual({
      cells: [],
      exclusions: [{ id: 'present', count: 1 }],
    });
  });
});
