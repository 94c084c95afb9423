import {
  calculateInMemory,
  factsOf,
  monthCountsOf,
  timeToQualification,
  upToDateCompletion,
  type Aggregate,
  type Definition,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naiveTimeToQualification, naiveUpToDateCompletion, type Fate } from './naive-time-to-event.js';
import type { Person } from './person.js';
import { randomPersons } from './random-persons.js';

type Naive = (
  persons: readonly Person[],
  request: { readonly from: string; readonly to: string; readonly asOf: string },
) => readonly Fate[];

const ways = ['underWay', 'graduated', 'left'] as const;

/** `cohort month way` with how many. */
function talliesOf(aggregate: Aggregate): Readonly<Record<string, number>> {
  const tallies: Record<string, number> = {};
  for (const cell of aggregate.cells) {
    const counts = monthCountsOf('amounts' in cell ? cell.amounts : [], 2);
    for (const { month, censored, events } of counts) {
      [censored, ...events].forEach((count, way) => {
        if (count > 0) tallies[`${cell.key.join()} ${String(month)} ${ways[way] ?? ''}`] = count;
      });
    }
  }
  return tallies;
}

function naiveTallies(fates: readonly Fate[]): Readonly<Record<string, number>> {
  const tallies: Record<string, number> = {};
  for (const { cohort, months, way } of fates) {
    const key = `${cohort} ${String(months)} ${way}`;
    tallies[key] = (tallies[key] ?? 0) + 1;
  }
  return tallies;
}

it.each<[string, Definition, Naive]>([
  ['time to qualification', timeToQualification, naiveTimeToQualification],
  ['up-to-date completion', upToDateCompletion, naiveUpToDateCompletion],
])(
  'the engine counts the months of %s that a naive program counts, on 400 seeded networks',
  (_name, definition, naive) => {
    const met = { underWay: 0, graduated: 0, left: 0 };
    fc.assert(
      fc.property(randomPersons, fc.constantFrom('2022-03-15', '2024-02-29', '2026-11-23'), (persons, asOf) => {
        const period = { from: '2019-01-01', to: '2026-12-31' };
        const fates = naive(persons, { ...period, asOf });
        const aggregate = calculateInMemory(factsOf(persons), definition, { by: ['cohort'], period, asOf });
        expect(talliesOf(aggregate)).toEqual(naiveTallies(fates));
        for (const { way } of fates) met[way] += 1;
      }),
      // Seeded, so that there is something of each way to compare is a fact and not luck.
      { numRuns: 400, seed: 11 },
    );
    for (const way of ways) expect(met[way]).toBeGreaterThan(60);
  },
  60_000,
);
