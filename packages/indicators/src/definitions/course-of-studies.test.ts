import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import { courseOfStudies } from './course-of-studies.js';
import { outcomeOfStartedStudies } from './outcome-of-started-studies.js';

/** Each case is worked out by hand: starts of the autumn of 2021 and where they are a year later, or at the checkpoint named. */
const options: CalculateOptions = {
  by: ['checkpoint'],
  period: { from: '2021-07-01', to: '2021-12-31' },
  asOf: '2024-06-01',
  only: { checkpoint: ['12'] },
};
const codes = [10, 20, 30, 40, 41, 42, 43, 50, 70, 80];

/** Where one person is on 10 August 2022, a year after the start, or at another checkpoint. */
function code(rights: readonly PlainStudyRight[], checkpoint = '12'): unknown {
  const cell = cellsOf(persons(rights), courseOfStudies, { ...options, only: { checkpoint: [checkpoint] } })[
    checkpoint
  ];
  if (!Array.isArray(cell)) return cell;
  expect(cell[0]).toBe(1);
  return codes[cell.slice(1).indexOf(1)];
}

const other = { qualification: '457305' };
const left = right('2021-08-10 present, 2021-10-01 resigned');

describe('course of studies', () => {
  it('of the right that was started: graduated, under way or left on the day', () => {
    expect(code([right('2021-08-10 present, 2022-08-10 graduated')])).toBe(10);
    expect(code([right('2021-08-10 present, 2022-08-11 graduated')])).toBe(30);
    expect(code([right('2021-08-10 present, 2022-05-01 interrupted')])).toBe(30);
    expect(code([right('2021-08-10 present, 2022-08-10 resigned')])).toBe(80);
    expect(code([right('2021-08-10 present, 2022-08-01 cancelled')])).toBe(80);
  });

  it('of parts of a qualification: 41 and 42', () => {
    expect(code([units('2021-08-10 present, 2022-05-31 graduated')])).toBe(41);
    expect(code([units('2021-08-10 present')])).toBe(42);
  });

  it('the lowest code wins over all rights of the person', () => {
    const another = right('2022-01-10 present, 2022-06-01 graduated', { ...other, confirmed: '2022-05-31' });
    expect(code([left, another])).toBe(20);
    expect(code([left, right('2022-01-10 present', other)])).toBe(40);
    expect(code([left, right('2022-01-10 present')])).toBe(30);
    expect(code([left, units('2022-01-10 present')])).toBe(42);
    expect(code([left, units('2022-01-10 present'), another])).toBe(20);
    const muu = right('2022-01-10 present', { education: 'other', performanceType: 'muuammatillinenkoulutus' });
    expect(code([left, muu])).toBe(70);
    expect(code([left, right('2022-01-10 present', { education: 'preparatory', performanceType: 'telma' })])).toBe(50);
    const lukio = right('2022-01-10 present', {
      education: 'generalUpperSecondary',
      performanceType: 'lukionoppimaara',
    });
    expect(code([left, lukio])).toBe(80);
  });

  it('graduation from another right goes by its confirmation, from the start to the checkpoint, both counted', () => {
    const confirmed = (day: string) => right('2020-01-10 present, 2022-06-01 graduated', { ...other, confirmed: day });
    expect(code([left, confirmed('2021-08-10')])).toBe(20);
    expect(code([left, confirmed('2021-08-09')])).toBe(80);
    expect(code([left, confirmed('2022-08-10')])).toBe(20);
    expect(code([left, confirmed('2022-08-11')])).toBe(80);
    // not confirmed: the day of graduation
    expect(code([left, right('2020-01-10 present, 2022-06-01 graduated', other)])).toBe(20);
    // confirmed but never graduated
    expect(code([left, right('2020-01-10 present, 2022-06-01 resigned', { ...other, confirmed: '2022-05-01' })])).toBe(
      80,
    );
  });

  it('rights that are parts of others, or invalidated, are nothing to go on in', () => {
    expect(code([left, right('2022-01-10 present', { ...other, nested: true })])).toBe(80);
    expect(code([left, right('2022-01-10 present, 2023-01-01 invalidated', other)])).toBe(80);
  });

  it('who is in TUVA on the day goes on there, and not in what is beside it', () => {
    const inTuva = tuva('2022-08-01 present');
    expect(code([left, inTuva])).toBe(50);
    expect(code([left, inTuva, right('2022-01-10 present', other)])).toBe(50);
    // who has completed TUVA has 43, and parts confirmed during TUVA are no parts
    const ended = tuva('2022-01-10 present, 2022-06-01 graduated', { confirmed: '2022-05-31' });
    expect(code([left, ended])).toBe(43);
    const parts = units('2022-02-01 present, 2022-05-01 graduated', { confirmed: '2022-04-30' });
    expect(code([left, ended, parts])).toBe(43);
    expect(code([left, parts])).toBe(41);
  });

  it('a start in TUVA, in a part of another right, or the second of one kind in a half-year is left out and counted', () => {
    const people = persons(
      [right('2021-08-10 present', { nested: true })],
      [tuva('2021-08-01 present'), right('2021-08-10 present')],
      [right('2021-09-01 present', other), right('2021-08-10 present'), units('2021-08-10 present')],
      [right('2021-06-30 present'), right('2021-07-01 present', other)],
    );
    expect(countsOf(people, courseOfStudies, options)).toEqual({
      population: 6,
      invalidated: 0,
      nested: 1,
      presentInTuva: 1,
      otherStart: 1,
    });
    // the first of two, and parts beside it: persons c twice and d once
    expect(cellsOf(people, courseOfStudies, { ...options, by: ['checkpoint', 'education'] })).toEqual({
      '12 qualificationUnits': [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
      '12 wholeQualification': [2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('is looked at every six months, and a checkpoint of the half-year that has not been yet is immature', () => {
    const steady = [right('2021-08-10 present, 2023-05-31 graduated')];
    expect(code(steady, '18')).toBe(30);
    expect(code(steady, '24')).toBe(10);
    // 31 December 2021 and 30 months: 30 June 2024 is not at hand on 1 June 2024
    expect(code(steady, '30')).toBe('from 2024-08-01');
  });
});

describe('outcome of started studies', () => {
  const outcome = (rights: readonly PlainStudyRight[]) =>
    cellsOf(persons(rights), outcomeOfStartedStudies, options)['12'];

  it('is of the right that was started: graduated, under way, left', () => {
    expect(outcome([right('2021-08-10 present, 2022-08-10 graduated')])).toEqual([1, 1, 0, 0]);
    expect(outcome([right('2021-08-10 present, 2022-08-11 graduated')])).toEqual([1, 0, 1, 0]);
    expect(outcome([right('2021-08-10 present, 2022-08-09 deemedResigned')])).toEqual([1, 0, 0, 1]);
    expect(outcome([right('2021-08-10 holiday, 2022-08-01 interrupted')])).toEqual([1, 0, 1, 0]);
  });

  it('other rights of the person make no difference', () => {
    const elsewhere = right('2022-01-10 present, 2022-05-31 graduated', { provider: 'Q' });
    expect(outcome([left, elsewhere])).toEqual([1, 0, 0, 1]);
  });

  it('of parts and of whole qualifications are told apart, each person once in each', () => {
    const rights = [right('2021-08-10 present'), units('2021-08-10 present, 2022-05-31 graduated')];
    expect(cellsOf(persons(rights), outcomeOfStartedStudies, { ...options, by: ['checkpoint', 'education'] })).toEqual({
      '12 qualificationUnits': [1, 1, 0, 0],
      '12 wholeQualification': [1, 0, 1, 0],
    });
  });

  it('starts a day before the half-year are not of it, nor are those in TUVA', () => {
    expect(outcome([right('2021-06-30 present')])).toBeUndefined();
    expect(outcome([right('2021-07-01 present')])).toEqual([1, 0, 1, 0]);
    expect(outcome([right('2021-07-01 present'), tuva('2021-06-01 present, 2021-07-02 resigned')])).toBeUndefined();
    expect(outcome([right('2021-07-01 present'), tuva('2021-06-01 present, 2021-07-01 resigned')])).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it('needs a presence: a right that was never attended is no start', () => {
    expect(outcome([right('2021-08-10 interrupted, 2021-10-01 resigned')])).toBeUndefined();
  });
});
