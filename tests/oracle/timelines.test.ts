import { type Aggregate, calculateInMemory, completionByCohort, factsOf } from '@strapetsi/indicators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregateInDuckDb, type Database, databaseOf } from './duckdb.js';
import { checkpoints, type Checkpoint, naiveSituation, naiveStarts, type State } from './naive-completion.js';
import { checkpointId } from './naive-cells.js';
import type { Person } from './person.js';
import { timelines } from './timelines/index.js';
import type { ExpectedStart, Timeline } from './timelines/timeline.js';

const states: readonly State[] = [1, 2, 3, 4, 5, 6, 7, 8, 98];
const always = { from: '1990-01-01', to: '2030-12-31' };

describe('the naive program finds the states that were written by hand', () => {
  it.each(timelines.map((timeline) => [timeline.name, timeline] as const))('%s', (_name, timeline) => {
    expect(naiveOutcome(timeline)).toEqual(timeline.starts);
  });
});

describe('the engine finds the states that were written by hand', () => {
  it.each(timelines.map((timeline) => [timeline.name, timeline] as const))('%s', (_name, timeline) => {
    const aggregate = calculateInMemory(factsOf([personOf(timeline)]), completionByCohort, requestOf(timeline));
    expectByHand(aggregate, timeline);
  });
});

describe('DuckDB finds the states that were written by hand', () => {
  const databases = new Map<Timeline, Database>();
  beforeAll(async () => {
    for (const timeline of timelines) databases.set(timeline, await databaseOf(factsOf([personOf(timeline)])));
  });
  afterAll(() => {
    for (const database of databases.values()) database.close();
  });
  it.each(timelines.map((timeline) => [timeline.name, timeline] as const))('%s', async (_name, timeline) => {
    const database = databases.get(timeline);
    if (database === undefined) throw new Error('the database is missing');
    expectByHand(await aggregateInDuckDb(database, completionByCohort, requestOf(timeline)), timeline);
  });
});

it('the timelines touch every row of the decision table', () => {
  const rows = new Set(timelines.flatMap((timeline) => timeline.rows.map((row) => row.replace(/:.*/, ''))));
  // A7 is about what a source reads into a right, C5 about a line of the source that is not followed
  const table = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', '1', '2', '3', '4', '5', '6', '7', '8', '98'];
  expect([...rows].sort()).toEqual([...table, 'C1', 'C2', 'C3', 'C4'].sort());
  expect(timelines.length).toBeGreaterThanOrEqual(30);
});

function personOf({ rights }: Timeline): Person {
  return { key: '0'.repeat(32), rights };
}

function requestOf({ asOf }: Timeline) {
  return { by: ['started', 'cohort', 'checkpoint'] as const, period: always, asOf };
}

function naiveOutcome(timeline: Timeline): Record<string, ExpectedStart> {
  const { counted, leftOut } = naiveStarts([personOf(timeline)], always.from, always.to);
  const outcome: Record<string, ExpectedStart> = {};
  for (const { start, why } of leftOut) outcome[start.right.key] = { leftOut: why };
  for (const start of counted) {
    const { cohort, started } = start;
    const text = (checkpoint: Checkpoint): string => {
      const situation = naiveSituation(start, checkpoint, timeline.asOf);
      return 'matures' in situation ? `<${situation.matures}` : String(situation.state);
    };
    outcome[start.right.key] = { cohort, started, states: row(text) };
  }
  return outcome;
}

/** One person has one start in a group and half-year, so that cells tell the starts apart. */
function expectByHand({ cells, exclusions, population }: Aggregate, { starts }: Timeline): void {
  const counted = Object.values(starts).flatMap((start) => ('leftOut' in start ? [] : [start]));
  const found = counted.map(({ cohort, started }) => ({
    cohort,
    started,
    states: row((checkpoint) => {
      const wanted = [started, cohort, checkpointId(checkpoint)];
      const cell = cells.find(({ key }) => key.every((part, i) => part === wanted[i]));
      if (cell === undefined) return 'no cell';
      if ('matures' in cell) return `<${cell.matures}`;
      return cell.n === 1 ? String(states[cell.amounts.indexOf(1)]) : `${String(cell.n)} persons`;
    }),
  }));
  expect(found).toEqual(counted);
  expect(cells.length).toBe(counted.length * checkpoints.length);
  const leftOut = (why: string): number =>
    Object.values(starts).filter((start) => 'leftOut' in start && start.leftOut === why).length;
  expect(exclusions).toEqual([
    { id: 'nested', count: leftOut('included') },
    { id: 'presentInTuva', count: leftOut('inTuva') },
    { id: 'otherStart', count: leftOut('otherStart') },
  ]);
  expect(population).toBe(Object.keys(starts).length);
}

function row(text: (checkpoint: Checkpoint) => string): string {
  return checkpoints.map((one) => (one === 'lastMonthEnd' ? `| ${text(one)}` : text(one))).join(' ');
}
