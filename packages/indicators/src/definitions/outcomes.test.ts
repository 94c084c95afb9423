import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { mainActivities, type MainActivity } from '../facts/codes.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainOutcome, PlainPerson } from '../facts/plain-facts.js';
import { vipunen } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf } from '../../testing/timelines.js';
import { emigrated, employed, furtherStudy, furtherStudyWithWork, inWorkOrStudy, unemployed } from './outcomes.js';

/** Each case is worked out by hand: [graduates, graduates, those in the activity]. */
const options: CalculateOptions = {
  by: ['year'],
  only: { yearsAfter: ['1'] },
  period: { from: '2019-01-01', to: '2022-12-31' },
  asOf: '2026-06-30',
};

function graduate(activity: MainActivity | undefined, more: Partial<PlainOutcome> = {}): PlainOutcome {
  return {
    provider: 'P',
    graduated: '2021-05-31',
    yearsAfter: 1,
    ...(activity === undefined ? {} : { activity }),
    ...more,
  };
}

function people(...outcomes: readonly PlainOutcome[]): readonly PlainPerson[] {
  return outcomes.map((outcome, at) => ({ key: String(at), rights: [], outcomes: [outcome] }));
}

/** One graduate in each of the eight main activities. */
const oneOfEach = people(...mainActivities.map((activity) => graduate(activity)));

describe('placement of graduates', () => {
  it.each([
    // Of the eight: 1 and 2; 3; 2 and 3; 1, 2 and 3; 4; 8 (codes of `paaskoodi`, CSCfi/antero).
    ['employed', employed, 2],
    ['in full-time further study', furtherStudy, 1],
    ['in further study, also beside work', furtherStudyWithWork, 2],
    ['in work or study', inWorkOrStudy, 3],
    ['unemployed', unemployed, 1],
    ['emigrated', emigrated, 1],
  ])('of one graduate in each main activity: %s', (_name, definition, part) => {
    expect(cellsOf(oneOfEach, definition, options)).toEqual({ '2021': [8, 8, part] });
  });

  it.each([
    ['employed', employed, ['employed', 'employedStudent']],
    ['further study', furtherStudy, ['student']],
    ['further study with work', furtherStudyWithWork, ['employedStudent', 'student']],
    ['in work or study', inWorkOrStudy, ['employed', 'employedStudent', 'student']],
    ['unemployed', unemployed, ['unemployed']],
    ['emigrated', emigrated, ['emigrated']],
  ])('%s is met by its activities and by no other', (_name, definition, met) => {
    const inIt = mainActivities.filter((activity) => {
      const cells = cellsOf(people(graduate(activity)), definition, options);
      return JSON.stringify(cells) === '{"2021":[1,1,1]}';
    });
    expect(inIt).toEqual(met);
  });

  it('one, three and five years after are figures apart: a run shows one of them, or all beside each other', () => {
    const all = people(
      graduate('student'),
      graduate('employed', { yearsAfter: 3 }),
      graduate('employed', { yearsAfter: 3 }),
      graduate('unemployed', { yearsAfter: 5, graduated: '2019-12-31' }),
    );
    expect(cellsOf(all, employed, { ...options, only: {}, by: ['yearsAfter'] })).toEqual({
      '1': [1, 1, 0],
      '3': [2, 2, 2],
      '5': [1, 1, 0],
    });
    expect(() => calculateInMemory(factsOf(all), employed, { ...options, only: {} })).toThrow(/yearsAfter/);
  });

  it('of a row for several graduates is weighed by them, one for nobody by nothing', () => {
    const rows = people(
      graduate('employed', { graduates: 12 }),
      graduate('unemployed', { graduates: 3 }),
      graduate('employed', { graduates: 0 }),
    );
    expect(cellsOf(rows, employed, options)).toEqual({ '2021': [15, 15, 12] });
  });

  it('is divided by all graduates: one without a known activity is in the denominator only', () => {
    const rows = people(graduate(undefined), graduate('otherActivity'), graduate('employed'));
    expect(cellsOf(rows, employed, options)).toEqual({ '2021': [3, 3, 1] });
    expect(countsOf(rows, employed, options)).toEqual({ population: 3, notYetKnown: 0 });
  });

  it('is not known before the end of the year that is one, three or five years on', () => {
    // Graduated on 31 May 2021: 31 December 2022, 2024 and 2026.
    const situations = [
      [1, '2022-12-31', '2022-12-30'],
      [3, '2024-12-31', '2024-12-30'],
      [5, '2026-12-31', '2026-12-30'],
    ] as const;
    for (const [yearsAfter, known, dayBefore] of situations) {
      const rows = people(graduate('employed', { yearsAfter }));
      const asked = { ...options, only: { yearsAfter: [String(yearsAfter)] } };
      expect(cellsOf(rows, employed, { ...asked, asOf: known })).toEqual({ '2021': [1, 1, 1] });
      expect(cellsOf(rows, employed, { ...asked, asOf: dayBefore })).toEqual({});
      expect(countsOf(rows, employed, { ...asked, asOf: dayBefore })).toMatchObject({ population: 1, notYetKnown: 1 });
    }
  });

  it('is of those who graduated in the period, its first and last day among it', () => {
    const rows = people(
      graduate('employed', { graduated: '2018-12-31' }),
      graduate('employed', { graduated: '2019-01-01' }),
      graduate('employed', { graduated: '2022-12-31' }),
      graduate('employed', { graduated: '2023-01-01' }),
    );
    expect(cellsOf(rows, employed, options)).toEqual({ '2019': [1, 1, 1], '2022': [1, 1, 1] });
    expect(countsOf(rows, employed, options)).toMatchObject({ population: 2 });
  });

  it('is told apart by gender, age at the end of the year of graduation, and mother tongue', () => {
    const rows: readonly PlainPerson[] = [
      { key: 'a', gender: 'female', birthYear: 2001, motherTongue: 'SV', rights: [], outcomes: [graduate('employed')] },
      { key: 'b', gender: 'female', birthYear: 2002, motherTongue: 'SV', rights: [], outcomes: [graduate('student')] },
    ];
    // 2021 − 2001 = 20, 2021 − 2002 = 19.
    expect(cellsOf(rows, employed, { ...options, by: ['gender', 'ageGroup', 'motherTongue'] })).toEqual({
      'female 15-19 sv': [1, 1, 0],
      'female 20-24 sv': [1, 1, 1],
    });
  });

  it('is published as a share of rounded counts, and says that the shares overlap', () => {
    // 31 of 60 employed: Vipunen rounds to the nearest three, 30 of 60.
    const rows = people(graduate('employed', { graduates: 31 }), graduate('unemployed', { graduates: 29 }));
    const aggregate = calculateInMemory(factsOf(rows), employed, { ...options, by: [] });
    const table = publish(aggregate, { definition: employed, policy: vipunen });
    expect(table.cells).toMatchObject([{ status: 'value', value: 0.5, n: { value: 60 }, x: { value: 30 } }]);
    expect(table.notes.map(({ en }) => en)).toContainEqual(expect.stringMatching(/must not be added or stacked/));
  });
});
