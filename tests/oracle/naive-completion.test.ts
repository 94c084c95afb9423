import { describe, expect, it } from 'vitest';
import { checkpoints, naiveSituation, naiveStarts, type Start } from './naive-completion.js';
import type { Person } from './person.js';
import { timelines } from './timelines/index.js';
import type { ExpectedStart, Timeline } from './timelines/timeline.js';

describe('the naive program finds the states that were written by hand', () => {
  it.each(timelines.map((timeline) => [timeline.name, timeline] as const))('%s', (_name, timeline) => {
    expect(naiveOutcome(timeline)).toEqual(timeline.starts);
  });
});

it('the timelines touch every row of the decision table', () => {
  const rows = new Set(timelines.flatMap(({ rows }) => rows.map((row) => row.replace(/:.*/, ''))));
  // A7 is about what a source reads into a right, C5 about a line of the source that is not followed
  const table = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', '1', '2', '3', '4', '5', '6', '7', '8', '98'];
  expect([...rows].sort()).toEqual([...table, 'C1', 'C2', 'C3', 'C4'].sort());
  expect(timelines.length).toBeGreaterThanOrEqual(30);
});

function naiveOutcome(timeline: Timeline): Record<string, ExpectedStart> {
  const person: Person = { key: '0'.repeat(32), rights: timeline.rights };
  const { counted, leftOut } = naiveStarts([person], '1900-01-01', '2099-12-31');
  const outcome: Record<string, ExpectedStart> = {};
  for (const { start, why } of leftOut) outcome[start.right.key] = { leftOut: why };
  for (const start of counted) {
    outcome[start.right.key] = {
      cohort: start.cohort,
      started: start.started,
      states: statesOf(start, timeline.asOf),
    };
  }
  return outcome;
}

function statesOf(start: Start, asOf: string): string {
  return checkpoints
    .map((checkpoint) => {
      const situation = naiveSituation(start, checkpoint, asOf);
      const text = 'matures' in situation ? `<${situation.matures}` : String(situation.state);
      return checkpoint === 'lastMonthEnd' ? `| ${text}` : text;
    })
    .join(' ');
}
