import { describe, expect, it } from 'vitest';
import type { CalculateOptions } from '../engine/options.js';
import { cellsOf, countsOf, persons, right, tuva } from '../../testing/timelines.js';
import { studentsOn20September } from './students-on-20-september.js';

/** Each case is worked out by hand from its timeline: [persons, periods]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-01-01',
};

function cells(timeline: string, more: Partial<CalculateOptions> = {}): Readonly<Record<string, unknown>> {
  return cellsOf(persons([right(timeline)]), studentsOn20September, { ...options, ...more });
}

describe('students on 20 September', () => {
  it('are present or on holiday on that very day', () => {
    expect(cells('2023-09-20 present, 2023-09-21 resigned')).toEqual({ '2023': [1, 1] });
    expect(cells('2023-09-20 holiday, 2023-09-21 resigned')).toEqual({ '2023': [1, 1] });
  });

  it('are not those who left a day before, came a day after, or are interrupted', () => {
    expect(cells('2023-08-01 present, 2023-09-20 graduated')).toEqual({});
    expect(cells('2023-09-21 present, 2024-09-20 resigned')).toEqual({});
    expect(cells('2023-08-01 present, 2023-09-20 interrupted, 2023-09-21 present, 2024-01-01 resigned')).toEqual({});
  });

  it('are counted in each year, and a person with two rights once', () => {
    const two = [right('2023-01-01 present'), right('2024-09-01 present', { school: 'T' })];
    expect(cellsOf(persons(two), studentsOn20September, options)).toEqual({ '2023': [1, 1], '2024': [1, 2] });
    expect(cellsOf(persons(two), studentsOn20September, { ...options, by: ['year', 'school'] })).toEqual({
      '2023 S': [1, 1],
      '2024 S': [1, 1],
      '2024 T': [1, 1],
    });
  });

  it('stand in the half-year and the month of that day, and nowhere where it is not in the time asked for', () => {
    expect(cells('2023-01-01 present', { by: ['halfYear'] })).toEqual({ '2023-H2': [1, 1], '2024-H2': [1, 1] });
    expect(cells('2023-01-01 present', { by: ['month'] })).toEqual({ '2023-09': [1, 1], '2024-09': [1, 1] });
    expect(cells('2023-01-01 present', { period: { from: '2023-01-01', to: '2023-09-19' } })).toEqual({});
    expect(cells('2023-01-01 present', { period: { from: '2023-09-20', to: '2023-09-20' } })).toEqual({
      '2023': [1, 1],
    });
  });

  it('who were in TUVA in September while the other right was going on are students of TUVA, if they still are', () => {
    const ended = [tuva('2023-08-01 present, 2023-09-11 resigned'), right('2023-09-05 present')];
    const goesOn = [tuva('2023-08-01 present'), right('2023-09-05 present')];
    const august = [tuva('2023-06-01 present, 2023-09-01 graduated'), right('2023-08-15 present')];
    const people = persons(ended, goesOn, august);
    // the first is nowhere (the warehouse deducts by month), the second in TUVA, the third in vocational studies
    expect(cellsOf(people, studentsOn20September, { ...options, by: ['year', 'education'], period: year2023 })).toEqual(
      {
        '2023 preparatory': [1, 1],
        '2023 wholeQualification': [1, 1],
      },
    );
    expect(countsOf(people, studentsOn20September, { ...options, period: year2023 })).toMatchObject({
      population: 6,
      presentInTuva: 2,
    });
  });

  it('are not known before the day', () => {
    expect(cells('2023-01-01 present', { asOf: '2024-09-19' })).toEqual({ '2023': [1, 1] });
    expect(cells('2023-01-01 present', { asOf: '2024-09-20' })).toEqual({ '2023': [1, 1], '2024': [1, 1] });
  });
});

const year2023 = { from: '2023-01-01', to: '2023-12-31' };
