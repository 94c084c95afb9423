import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { newStudents } from './new-students.js';

/** Each case is worked out by hand from its timeline: [persons, periods that touch the month of the start]. */
const options: CalculateOptions = {
  by: ['month'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-01-01',
};

function cells(...rights: readonly PlainStudyRight[]): Readonly<Record<string, unknown>> {
  return cellsOf(persons(rights), newStudents, options);
}

function counts(...rights: readonly PlainStudyRight[]): Readonly<Record<string, number>> {
  return countsOf(persons(rights), newStudents, options);
}

describe('new students', () => {
  it('are new in the month of their first presence or holiday, once', () => {
    expect(cells(right('2023-08-10 present, 2023-08-20 holiday, 2023-10-01 present'))).toEqual({ '2023-08': [1, 2] });
    expect(cells(right('2023-08-31 holiday, 2023-09-02 present'))).toEqual({ '2023-08': [1, 1] });
  });

  it('who begin with an interruption are new when they come', () => {
    expect(cells(right('2023-08-10 interrupted, 2024-01-08 present'))).toEqual({ '2024-01': [1, 1] });
  });

  it('whose first presence is a day before the time asked for, or never comes, are not new in it', () => {
    expect(cells(right('2022-12-31 present'))).toEqual({});
    expect(cells(right('2023-08-10 interrupted, 2023-09-01 resigned'))).toEqual({});
    expect(cells(right('2023-01-01 present'))).toEqual({ '2023-01': [1, 1] });
  });

  it('with an earlier right at the same provider that is in force, or ended that year, are not new', () => {
    const ended = right('2022-01-10 present, 2023-02-01 resigned');
    const next = units('2023-08-10 present');
    expect(cells(ended, next)).toEqual({});
    expect(counts(ended, next)).toEqual({
      population: 1,
      invalidated: 0,
      nested: 0,
      straightToDemonstrations: 0,
      earlierRight: 1,
      presentInTuva: 0,
    });
    // ended the year before: new again
    expect(cells(right('2022-01-10 present, 2022-12-31 resigned'), next)).toEqual({ '2023-08': [1, 1] });
  });

  it('are new where the earlier right was at another provider, a part of another, never attended or invalidated', () => {
    const next = right('2023-08-10 present');
    const earlier = '2023-01-10 present, 2023-05-01 resigned';
    expect(cells(next, right(earlier, { provider: 'Q' }))).toEqual({ '2023-01': [1, 1], '2023-08': [1, 1] });
    expect(cells(next, right(earlier, { nested: true }))).toEqual({ '2023-08': [1, 1] });
    expect(cells(next, right('2023-01-10 interrupted, 2023-05-01 resigned'))).toEqual({ '2023-08': [1, 1] });
    expect(cells(next, right('2023-01-10 present, 2023-05-01 invalidated'))).toEqual({ '2023-08': [1, 1] });
  });

  it('preparatory education and other education do not make each other earlier', () => {
    const preparatory = { education: 'preparatory', performanceType: 'telma' } as const;
    const telma = right('2023-01-10 present, 2023-06-01 graduated', preparatory);
    expect(cells(telma, right('2023-08-10 present'))).toEqual({ '2023-01': [1, 1], '2023-08': [1, 1] });
    const again = right('2023-08-10 present', preparatory);
    expect(cells(telma, again)).toEqual({ '2023-01': [1, 1] });
    expect(cells(tuva('2023-01-10 present, 2023-06-01 graduated'), again)).toEqual({ '2023-01': [1, 1] });
  });

  it('with two rights that begin on one day are one new student, and neither is earlier', () => {
    expect(cells(right('2023-08-10 present'), units('2023-08-10 present'))).toEqual({ '2023-08': [1, 2] });
  });

  it('who come straight to demonstrations (part-time share 0 all along, or graduated only) are not students', () => {
    const straight = right('2023-08-10 present, 2023-10-01 interrupted', { period: { share: 0 } });
    expect(cells(straight)).toEqual({});
    expect(counts(straight)).toMatchObject({ population: 1, straightToDemonstrations: 1 });
    // and are no earlier right either
    expect(cells(straight, units('2023-11-01 present'))).toEqual({ '2023-11': [1, 1] });
  });

  it('who are in TUVA in that month are not new students of anything else', () => {
    const inTuva = tuva('2023-01-10 present, 2023-08-12 graduated');
    const next = right('2023-08-10 present');
    expect(cells(inTuva, next)).toEqual({ '2023-01': [1, 1] });
    expect(counts(inTuva, next)).toMatchObject({ population: 2, presentInTuva: 1 });
  });
});
