import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainPerson } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { completionByCohort } from './completion-by-cohort.js';

/**
 * Some rows of the decision table (docs/completion-by-cohort.md), each worked out by hand: states by checkpoint, in months after the
 * start. More timelines, for every row, are in tests/oracle/timelines.
 */
const options: CalculateOptions = {
  by: ['checkpoint'],
  only: { checkpoint: ['12', '24', '36'] },
  period: { from: '2021-07-01', to: '2021-12-31' },
  asOf: '2027-06-15',
};
const codes = [1, 2, 3, 4, 5, 6, 7, 8, 98];

/** How many are in which state: `'1 in 3'` for one person who continues. */
function states(
  people: readonly PlainPerson[],
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  const cells = cellsOf(people, completionByCohort, { ...options, ...asked });
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => {
      if (!Array.isArray(cell)) return [key, cell];
      const [, ...amounts] = cell.map(Number);
      return [key, amounts.flatMap((n, at) => (n === 0 ? [] : [`${String(n)} in ${String(codes[at])}`])).join(', ')];
    }),
  );
}

describe('completion by cohort', () => {
  it('finds who graduated in three years under way at 12 and 24 months, and graduated at 36', () => {
    const people = persons([right('2021-08-09 present, 2024-05-31 graduated')]);
    expect(states(people)).toEqual({ '12': '1 in 3', '24': '1 in 3', '36': '1 in 1' });
  });

  it('counts a graduation on the day of the checkpoint, and not one on the day after', () => {
    const people = persons(
      [right('2021-08-09 present, 2023-08-09 graduated')],
      [right('2021-08-09 present, 2023-08-10 graduated')],
    );
    expect(states(people)).toEqual({ '12': '2 in 3', '24': '1 in 1, 1 in 3', '36': '2 in 1' });
  });

  it('finds nobody anywhere who left and did not go on, and who went on in units there', () => {
    const left = '2021-08-09 present, 2022-12-01 resigned';
    const people = persons([right(left)], [right(left), units('2023-01-10 present')]);
    expect(states(people)).toEqual({ '12': '2 in 3', '24': '1 in 8, 1 in 98', '36': '1 in 8, 1 in 98' });
  });

  it('counts a whole qualification after a start in units as another one', () => {
    const people = persons([
      units('2021-08-09 present, 2022-01-31 graduated'),
      right('2022-02-01 present, 2024-05-31 graduated'),
    ]);
    // Units graduated, whole qualification under way: continuing comes before units.
    expect(states(people)).toEqual({ '12': '1 in 4', '24': '1 in 4', '36': '1 in 2' });
  });

  it('shows no checkpoint before the whole cohort has had its time', () => {
    // 36 months after 31 December 2021: looked at from the first month end that is three years on, 31 December 2024.
    const people = persons([right('2021-08-09 present')]);
    expect(states(people, { asOf: '2024-12-31' })).toEqual({ '12': '1 in 3', '24': '1 in 3', '36': 'from 2025-01-01' });
    expect(states(people, { asOf: '2025-01-01' })).toEqual({ '12': '1 in 3', '24': '1 in 3', '36': '1 in 3' });
  });

  it('leaves out a right within another, a start during TUVA, and a second start of the half-year, and counts them', () => {
    const people = persons(
      [right('2021-08-09 present', { nested: true })],
      [tuva('2021-08-01 present, 2022-05-31 graduated'), right('2021-09-01 present')],
      [right('2021-08-09 present'), units('2021-10-01 present', { key: 'second' })],
    );
    expect(countsOf(people, completionByCohort, options)).toEqual({
      population: 5,
      nested: 1,
      presentInTuva: 1,
      otherStart: 1,
    });
  });
});
