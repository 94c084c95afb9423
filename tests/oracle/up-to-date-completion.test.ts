import {
  calculateInMemory,
  completionByCohort,
  factsOf,
  incidenceWithin,
  monthCountsOf,
  upToDateCompletion,
  type AggregateCell,
} from '@strapetsi/indicators';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Person } from './person.js';
import { randomPersons } from './random-persons.js';

/** Completion by cohort looks at starts of units too; the estimate does not. */
function withoutUnits(persons: readonly Person[]): readonly Person[] {
  return persons.map((person) => ({
    ...person,
    rights: person.rights.map((right) =>
      right.education === 'qualificationUnits' ? { ...right, education: 'other' as const } : right,
    ),
  }));
}

const period = { from: '2018-07-01', to: '2026-12-31' };

function amountsOf(cell: AggregateCell): readonly number[] {
  return 'amounts' in cell ? cell.amounts : [];
}

it('of a cohort that has had its time is the share that completion by cohort gives at the checkpoint', () => {
  let cohorts = 0;
  let completed = 0;
  fc.assert(
    fc.property(randomPersons, fc.constantFrom(36, 48), (persons, months) => {
      const facts = factsOf(withoutUnits(persons));
      // Five years after the last start: every cohort has had its time.
      const asOf = '2032-01-31';
      const estimate = calculateInMemory(facts, upToDateCompletion, { by: ['cohort'], period, asOf });
      const atCheckpoint = calculateInMemory(facts, completionByCohort, {
        by: ['cohort'],
        period,
        asOf,
        only: { started: ['vocational'], checkpoint: [String(months)] },
      });
      expect(estimate.cells.map(({ key }) => key)).toEqual(atCheckpoint.cells.map(({ key }) => key));
      for (const [position, cell] of estimate.cells.entries()) {
        const [original = 0, other = 0, ...rest] = amountsOf(atCheckpoint.cells[position]!);
        const all = rest.reduce((sum, count) => sum + count, original + other);
        const within = incidenceWithin(monthCountsOf(amountsOf(cell), 2), 0, months);
        expect(within).toMatchObject({ status: 'value' });
        if (within.status === 'value') expect(within.incidence).toBeCloseTo((original + other) / all, 12);
        cohorts += 1;
        completed += original + other;
      }
    }),
    // Seeded, so that there are cohorts to compare is a fact and not luck.
    { numRuns: 300, seed: 3 },
  );
  expect(cohorts).toBeGreaterThan(300);
  expect(completed).toBeGreaterThan(100);
}, 60_000);
