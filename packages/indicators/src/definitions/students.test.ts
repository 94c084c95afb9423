import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { students } from './students.js';

/** Each case is worked out by hand from its timeline: [persons, rows]; a row is a period that touches a month. */
const options: CalculateOptions = {
  by: ['month'],
  period: { from: '2024-01-01', to: '2024-03-31' },
  asOf: '2025-01-01',
};

describe('students', () => {
  it('are there in each month that a presence touches, if only by a day', () => {
    const one = right('2024-01-31 present, 2024-02-02 interrupted, 2024-03-31 present');
    // January by its last day, February by its first, March by its last
    expect(cellsOf(persons([one]), students, options)).toEqual({
      '2024-01': [1, 1],
      '2024-02': [1, 1],
      '2024-03': [1, 1],
    });
  });

  it('on holiday are students; interrupted, graduated or resigned they are not', () => {
    const holiday = right('2024-01-01 holiday, 2024-02-01 graduated');
    const interrupted = right('2023-08-01 present, 2024-01-01 interrupted, 2024-02-15 resigned');
    expect(cellsOf(persons([holiday], [interrupted]), students, options)).toEqual({ '2024-01': [1, 1] });
  });

  it('with two rights, or two periods in a month, are one person', () => {
    const first = right('2024-01-01 present, 2024-01-10 holiday, 2024-02-01 resigned');
    const second = units('2024-01-05 present, 2024-01-20 graduated');
    // January: three periods of one person
    expect(cellsOf(persons([first, second]), students, options)).toEqual({ '2024-01': [1, 3] });
    expect(cellsOf(persons([first, second]), students, { ...options, by: ['education'] })).toEqual({
      qualificationUnits: [1, 1],
      wholeQualification: [1, 2],
    });
  });

  it('of a year are those of any of its months, each once', () => {
    const winter = right('2024-01-15 present, 2024-02-01 resigned');
    const spring = right('2024-03-01 present, 2024-04-01 resigned');
    expect(cellsOf(persons([winter], [spring], [winter, spring]), students, { ...options, by: ['year'] })).toEqual({
      '2024': [3, 4],
    });
  });

  it('in TUVA are students of TUVA only, in the months in which they are in it', () => {
    // in TUVA until 10 February; vocational studies begin on 5 February
    const inTuva = tuva('2023-08-01 present, 2024-02-11 resigned');
    const vocational = right('2024-02-05 present');
    const both = persons([inTuva, vocational]);
    expect(cellsOf(both, students, { ...options, by: ['month', 'education'] })).toEqual({
      '2024-01 preparatory': [1, 1],
      '2024-02 preparatory': [1, 1],
      '2024-03 wholeQualification': [1, 1],
    });
    expect(countsOf(both, students, options)).toEqual({ population: 2, invalidated: 0, nested: 0, presentInTuva: 1 });
  });

  it('whose TUVA has ended before the period of the other right begins are students of both in that month', () => {
    // TUVA to 4 February, vocational from 5 February: the periods share no day
    const people = persons([tuva('2023-08-01 present, 2024-02-05 graduated'), right('2024-02-05 present')]);
    expect(cellsOf(people, students, { ...options, by: ['month', 'education'] })).toMatchObject({
      '2024-02 preparatory': [1, 1],
      '2024-02 wholeQualification': [1, 1],
    });
  });

  it('are not those of parts of other rights, of invalidated rights and of other than vocational education', () => {
    const people = persons(
      [right('2024-01-01 present', { nested: true })],
      [right('2024-01-01 present, 2024-02-01 invalidated')],
      [right('2024-01-01 present', { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara' })],
      [right('2024-01-01 present', { education: 'preparatory', performanceType: 'luva' })],
      [right('2024-01-01 present', { education: 'preparatory', performanceType: 'telma' })],
    );
    expect(cellsOf(people, students, { ...options, by: [] })).toEqual({ '': [1, 3] });
    expect(countsOf(people, students, options)).toEqual({ population: 3, invalidated: 1, nested: 1, presentInTuva: 0 });
  });

  it('of a month that has not been yet are not known', () => {
    const people = persons([right('2024-01-01 present')]);
    expect(cellsOf(people, students, { ...options, asOf: '2024-02-01' })).toEqual({
      '2024-01': [1, 1],
      '2024-02': [1, 1],
    });
  });

  it('are published as a number of persons', () => {
    const people = persons(...Array.from({ length: 6 }, () => [right('2024-01-01 present, 2024-01-20 holiday')]));
    const aggregate = calculateInMemory(factsOf(people), students, { ...options, by: [] });
    const table = publish(aggregate, { definition: students, policy: minimumPolicy(5) });
    expect(table.cells).toMatchObject([{ status: 'value', value: 6 }]);
  });
});
