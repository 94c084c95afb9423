import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson, PlainWorkplacePeriod } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right } from '../../testing/timelines.js';
import { apprenticeshipLearning, trainingAgreementLearning, workplaceLearning } from './workplace-learning.js';

/** Each case is worked out by hand: [persons, days of presence, days of them at work]. */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2024-12-31' },
  asOf: '2025-06-01',
};

function days(
  people: readonly PlainPerson[],
  definition = workplaceLearning,
  asked: Partial<CalculateOptions> = {},
): Readonly<Record<string, unknown>> {
  const cells = cellsOf(people, definition, { ...options, ...asked });
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [
      key,
      Array.isArray(cell) ? [cell[0], Number(cell[1]) / 1e6, Number(cell[2]) / 1e6] : cell,
    ]),
  );
}

const atWork = (start: string, end: string, more: Partial<PlainWorkplacePeriod> = {}): PlainWorkplacePeriod => ({
  kind: 'trainingAgreement',
  start,
  end,
  ...more,
});

/** Present on 100 days, 1 January to 10 April 2023 (31 + 28 + 31 + 10), and on the day of graduation no more. */
const SPRING = '2023-01-01 present, 2023-04-11 graduated';
const student = (...workplaces: readonly PlainWorkplacePeriod[]): readonly PlainPerson[] =>
  persons([right(SPRING, { workplaces })]);

describe('learning at work', () => {
  it('is calendar days of a workplace period over days of presence', () => {
    // 1–20 February: 20 days.
    expect(days(student(atWork('2023-02-01', '2023-02-20')))).toEqual({ '2023': [1, 100, 20] });
  });

  it('of nobody at work is 0 of the days, and of nobody present nothing', () => {
    expect(days(student())).toEqual({ '2023': [1, 100, 0] });
    expect(days(persons([right('2023-01-01 interrupted')]))).toEqual({});
  });

  it('weighs a part-time period, and not the presence', () => {
    // 60 per cent of 10 days.
    const half = right(SPRING, {
      period: { share: 500_000 },
      workplaces: [atWork('2023-02-01', '2023-02-10', { share: 600_000 })],
    });
    expect(days(persons([half]))).toEqual({ '2023': [1, 100, 6] });
  });

  it('shares a day among the periods that it belongs to, also those of another right of the person', () => {
    // 1–10 February apprenticeship, 6–15 February agreement: 5 + 5 × ½ and 5 × ½ + 5.
    const two = student(
      atWork('2023-02-01', '2023-02-10', { kind: 'apprenticeship' }),
      atWork('2023-02-06', '2023-02-15'),
    );
    expect(days(two)).toEqual({ '2023': [1, 100, 15] });
    expect(days(two, apprenticeshipLearning)).toEqual({ '2023': [1, 100, 7.5] });
    expect(days(two, trainingAgreementLearning)).toEqual({ '2023': [1, 100, 7.5] });
    // The same ten days in two rights: five each, and ten of two hundred together.
    const rights = ['S', 'T'].map((school) =>
      right(SPRING, { key: school, school, workplaces: [atWork('2023-02-01', '2023-02-10')] }),
    );
    expect(days(persons(rights))).toEqual({ '2023': [1, 200, 10] });
    expect(days(persons(rights), workplaceLearning, { by: ['school'] })).toEqual({ S: [1, 100, 5], T: [1, 100, 5] });
  });

  it('counts only days on which the student is present, and known ones', () => {
    // Present 1–31 January, holiday 1–10 February, interrupted 11–28 February, present again from 1 March; at work 30 January – 3 March.
    const timeline = '2023-01-01 present, 2023-02-01 holiday, 2023-02-11 interrupted, 2023-03-01 present';
    const people = persons([right(timeline, { workplaces: [atWork('2023-01-30', '2023-03-03')] })]);
    // 31 + 10 days of presence until 10 March; at work 30–31 January and 1–3 March.
    expect(days(people, workplaceLearning, { asOf: '2023-03-10' })).toEqual({ '2023': [1, 41, 5] });
    expect(days(people, workplaceLearning, { asOf: '2023-03-01' })).toEqual({ '2023': [1, 32, 3] });
  });

  it('goes to the year, the month and the funding of the day', () => {
    // Funding 1 to 15 December, then 10; at work 11 December – 5 January: 5 + 16 + 5 days.
    const people = persons([
      {
        ...right('2023-12-01 present', { workplaces: [atWork('2023-12-11', '2024-01-05')] }),
        periods: [
          { start: '2023-12-01', end: '2023-12-15', state: 'present', funding: 1 },
          { start: '2023-12-16', end: '2024-01-31', state: 'present', funding: 10 },
        ],
      },
    ]);
    expect(days(people)).toEqual({ '2023': [1, 31, 21], '2024': [1, 31, 5] });
    expect(days(people, workplaceLearning, { by: ['month', 'funding'] })).toEqual({
      '2023-12 01': [1, 15, 5],
      '2023-12 10': [1, 16, 16],
      '2024-01 10': [1, 31, 5],
    });
  });

  it('of on-the-job learning before 2018 is learning at work on neither agreement', () => {
    const people = persons([
      right('2017-03-01 present, 2017-04-01 graduated', {
        workplaces: [atWork('2017-03-01', '2017-03-10', { kind: 'onTheJobLearning' })],
      }),
    ]);
    const asked = { period: { from: '2017-01-01', to: '2017-12-31' } };
    expect(days(people, workplaceLearning, asked)).toEqual({ '2017': [1, 31, 10] });
    expect(days(people, apprenticeshipLearning, asked)).toEqual({ '2017': [1, 31, 0] });
    expect(days(people, trainingAgreementLearning, asked)).toEqual({ '2017': [1, 31, 0] });
  });

  it('of a right included in another, or invalidated, is left out, and the right is counted', () => {
    const workplaces = [atWork('2023-02-01', '2023-02-10')];
    const people = persons(
      [right(SPRING, { nested: true, workplaces })],
      [right('2023-01-01 present, 2023-04-11 invalidated', { workplaces })],
      [right(SPRING, { workplaces })],
    );
    expect(days(people)).toEqual({ '2023': [1, 100, 10] });
    expect(countsOf(people, workplaceLearning, options)).toEqual({ population: 3, invalidated: 1, nested: 1 });
  });

  it('is published as a share in per cent with one decimal, and withheld of few', () => {
    // 33 of 200 days of two students, 16.5 per cent.
    const people = persons(
      [right(SPRING, { workplaces: [atWork('2023-02-01', '2023-02-20')] })],
      [right(SPRING, { workplaces: [atWork('2023-03-01', '2023-03-13')] })],
    );
    const aggregate = calculateInMemory(factsOf(people), workplaceLearning, { ...options, by: [] });
    const { cells } = publish(aggregate, { definition: workplaceLearning, policy: minimumPolicy(2) });
    expect(cells).toMatchObject([{ status: 'value', value: 0.165 }]);
    const few = publish(aggregate, { definition: workplaceLearning, policy: minimumPolicy(3) });
    expect(few.cells).toMatchObject([{ status: 'withheld' }]);
  });
});
