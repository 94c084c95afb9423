import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { netStudents } from './net-students.js';

/** Each case is worked out by hand from its timeline: [persons, student days]. */
const options: CalculateOptions = {
  by: ['month'],
  period: { from: '2024-01-01', to: '2024-02-29' },
  asOf: '2025-01-01',
};

function net(people: readonly PlainPerson[], asked: Partial<CalculateOptions> = {}): readonly unknown[] {
  const aggregate = calculateInMemory(factsOf(people), netStudents, { ...options, ...asked });
  const table = publish(aggregate, { definition: netStudents, policy: minimumPolicy(2) });
  return table.cells.map((cell) => (cell.status === 'value' ? cell.value : cell.status));
}

describe('net students', () => {
  it('days of presence and holiday are whole days whatever the part-time share', () => {
    const half = right('2024-01-11 present, 2024-01-31 holiday, 2024-02-03 graduated', { period: { share: 500_000 } });
    // January 11–31: 21 days; February 1–2: 2 days; the day of graduation is none
    expect(cellsOf(persons([half]), netStudents, options)).toEqual({ '2024-01': [1, 21], '2024-02': [1, 2] });
  });

  it('a day in two rights counts in both', () => {
    const people = persons([
      right('2024-01-01 present, 2024-01-11 resigned'),
      units('2024-01-06 present, 2024-01-11 resigned'),
    ]);
    // 10 + 5 days of one person
    expect(cellsOf(people, netStudents, options)).toEqual({ '2024-01': [1, 15] });
  });

  it('days in TUVA are days of TUVA only, be they in two TUVA rights or with a gap', () => {
    const gap = tuva('2024-01-01 present, 2024-01-11 interrupted, 2024-01-15 present, 2024-01-21 resigned');
    const again = tuva('2024-01-08 present, 2024-01-13 resigned', { key: 'second' });
    const vocational = right('2024-01-01 present, 2024-02-01 resigned');
    // TUVA covers 1–12 and 15–20 January: 18 of the 31 days; the TUVA rights have 10 + 6 and 5 days of their own
    expect(cellsOf(persons([gap, again, vocational]), netStudents, { ...options, by: ['education'] })).toEqual({
      preparatory: [1, 21],
      wholeQualification: [1, 13],
    });
  });

  it('a right that is beside TUVA all the time is left out and counted', () => {
    const people = persons([tuva('2024-01-01 present'), right('2024-01-10 present, 2024-01-20 resigned')]);
    expect(cellsOf(people, netStudents, { ...options, by: ['education'] })).toEqual({ preparatory: [1, 60] });
    expect(countsOf(people, netStudents, options)).toEqual({
      population: 2,
      invalidated: 0,
      nested: 0,
      presentInTuva: 1,
    });
  });

  it('are student days divided by the days of the month, of the year, or of the whole time', () => {
    const two = persons([right('2024-01-01 present, 2024-02-01 graduated')], [right('2024-01-01 present')]);
    // January 62 / 31, February 29 / 29 (one person: withheld); together 91 / 60
    expect(net(two)).toEqual([2, 'withheld']);
    expect(net(two, { by: [] })).toEqual([1.5]);
    // the year 2024 has 366 days: 31 + 366
    expect(net(two, { by: ['year'], period: { from: '2024-01-01', to: '2024-12-31' } })).toEqual([1.1]);
  });

  it('of a time that has not ended are divided by the days that have passed', () => {
    const two = persons([right('2024-01-01 present')], [right('2024-01-01 present')]);
    const year = { from: '2024-01-01', to: '2024-12-31' };
    // 2 × 10 days / 10 days, not / 366
    expect(net(two, { by: ['year'], period: year, asOf: '2024-01-10' })).toEqual([2]);
    expect(net(two, { asOf: '2024-01-10' })).toEqual([2, 'noData']);
  });

  it('leave out parts of other rights and what is not vocational', () => {
    const people = persons(
      [right('2024-01-01 present', { nested: true })],
      [right('2024-01-01 present', { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara' })],
    );
    expect(cellsOf(people, netStudents, options)).toEqual({});
    expect(countsOf(people, netStudents, options)).toMatchObject({ population: 1, nested: 1 });
  });
});
