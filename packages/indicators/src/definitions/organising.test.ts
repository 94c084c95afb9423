import { describe, expect, it } from 'vitest';
import type { PlainSpell } from '../facts/plain-facts.js';
import { cellsOf, persons, right, units } from '../../testing/timelines.js';
import type { CalculateOptions } from '../engine/options.js';
import { completionByCohort } from './completion-by-cohort.js';
import { hashOf } from './hash.js';
import { partialQualifications } from './partial-qualifications.js';
import { qualifications } from './qualifications.js';
import { studentYears } from './student-years.js';
import { students } from './students.js';

const apprenticed = (start: string, end: string, kind = 'oppisopimus'): readonly PlainSpell[] => [{ kind, start, end }];
const quarter: CalculateOptions = {
  by: ['month', 'organising'],
  period: { from: '2024-01-01', to: '2024-03-31' },
  asOf: '2025-01-01',
};

/** Each case is worked out by hand: [persons, …]. */
describe('the way of organising', () => {
  it('is apprenticeship in the months in which it has a day, from its first to its last', () => {
    const one = right('2023-08-07 present', { spells: apprenticed('2024-01-31', '2024-02-01') });
    expect(cellsOf(persons([one]), students, quarter)).toEqual({
      '2024-01 apprenticeship': [1, 1],
      '2024-02 apprenticeship': [1, 1],
      '2024-03 schoolBased': [1, 1],
    });
  });

  it('is that of the days of the period: an apprenticeship while the right was interrupted is none', () => {
    const one = right('2023-08-07 present, 2024-01-10 interrupted, 2024-02-01 present', {
      spells: apprenticed('2024-01-15', '2024-01-31'),
    });
    expect(cellsOf(persons([one]), students, { ...quarter, period: { from: '2024-01-01', to: '2024-01-31' } })).toEqual(
      {
        '2024-01 schoolBased': [1, 1],
      },
    );
  });

  it('is school-based in a training agreement', () => {
    const one = right('2024-01-08 present, 2024-02-01 resigned', {
      spells: apprenticed('2024-01-08', '2024-01-31', 'koulutussopimus'),
    });
    expect(cellsOf(persons([one]), students, { ...quarter, by: ['organising'] })).toEqual({ schoolBased: [1, 1] });
  });

  it('is of each right by itself, and can be asked for alone', () => {
    const first = right('2024-01-08 present, 2024-02-01 resigned', { spells: apprenticed('2024-01-08', '2024-01-31') });
    const second = units('2024-01-08 present, 2024-02-01 resigned');
    const both = persons([first, second]);
    expect(cellsOf(both, students, { ...quarter, by: ['organising'] })).toEqual({
      apprenticeship: [1, 1],
      schoolBased: [1, 1],
    });
    expect(
      cellsOf(both, students, { ...quarter, by: ['education'], only: { organising: ['apprenticeship'] } }),
    ).toEqual({ wholeQualification: [1, 1] });
  });

  it('parts student years by windows, by both rules', () => {
    // 31 days in January at the school, 28 in February 2025 as an apprentice; both with a share of 100 %.
    const one = right('2025-01-01 present, 2025-03-01 resigned', { spells: apprenticed('2025-02-01', '2025-02-28') });
    const options: CalculateOptions = {
      by: ['month', 'organising'],
      period: { from: '2025-01-01', to: '2025-02-28' },
      asOf: '2025-06-01',
    };
    for (const rule of studentYears.rules.map(({ id }) => id)) {
      expect(cellsOf(persons([one]), studentYears, { ...options, rule })).toEqual({
        '2025-01 schoolBased': [1, 31_000_000],
        '2025-02 apprenticeship': [1, 28_000_000],
      });
    }
  });

  it('of a qualification is that of the studies: an apprenticeship that was over before the day of confirmation', () => {
    const one = right('2022-08-08 present, 2024-02-15 graduated', {
      confirmed: '2024-02-15',
      spells: apprenticed('2022-10-01', '2023-05-31'),
    });
    const part = units('2023-08-07 present, 2024-02-15 graduated', { confirmed: '2024-02-15' });
    const options: CalculateOptions = { ...quarter, by: ['organising'] };
    expect(cellsOf(persons([one]), qualifications, options)).toEqual({ apprenticeship: [1, 1] });
    expect(cellsOf(persons([part]), partialQualifications, options)).toEqual({ schoolBased: [1, 1] });
  });

  it('of a cohort is that of the first day of presence', () => {
    const cohort = (start: string): Readonly<Record<string, unknown>> =>
      cellsOf(
        persons([right('2021-08-09 present, 2024-05-31 graduated', { spells: apprenticed(start, '2023-12-31') })]),
        completionByCohort,
        {
          by: ['organising'],
          period: { from: '2021-07-01', to: '2021-12-31' },
          asOf: '2025-08-01',
          only: { checkpoint: ['36'] },
        },
      );
    expect(Object.keys(cohort('2021-08-09'))).toEqual(['apprenticeship']);
    expect(Object.keys(cohort('2021-08-10'))).toEqual(['schoolBased']);
  });

  it('belongs to what the definition computes', () => {
    const without = { ...students, dimensions: students.dimensions.map(({ bind: _bind, ...rule }) => rule) };
    expect(hashOf(without)).not.toBe(hashOf(students));
  });
});
