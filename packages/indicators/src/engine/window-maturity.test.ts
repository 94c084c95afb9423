import { describe, expect, it } from 'vitest';
import type { Definition, DimensionId, Expr, Step } from '../definitions/definition.js';
import { factsOf } from '../facts/facts-of.js';
import { calculateInMemory } from './calculate.js';
import type { CalculateOptions } from './options.js';

const text = { fi: 'x', sv: 'x', en: 'x' };
const present: readonly [Expr, Expr] = [{ column: 'right.start' }, { column: 'right.end' }];

function definitionOf(slice: Step): Definition {
  return {
    id: 'test',
    version: '1',
    name: text,
    meaning: text,
    direction: 'neither',
    rules: [{ id: 'only', label: text, inForce: {}, steps: [slice], measure: { kind: 'count' }, sources: [] }],
    dimensions: [
      { id: 'year', label: text, from: 'windows' },
      { id: 'halfYear', label: text, from: 'windows' },
      { id: 'month', label: text, from: 'windows' },
      { id: 'school', label: text, from: { dictionary: 'right.school' } },
    ],
    figures: [],
    limits: [],
    unverified: [],
  };
}

const persons = factsOf(
  ['a', 'b'].map((key) => ({
    key,
    rights: [
      {
        key: 'r',
        provider: 'p',
        school: key === 'a' ? 'one' : 'two',
        education: 'other' as const,
        julyRule: 'noValue' as const,
        // the second person leaves before the last year
        periods: [
          { start: '2023-01-01', end: key === 'a' ? '2025-12-31' : '2024-02-10', state: 'present' as const },
          { start: key === 'a' ? '2026-01-01' : '2024-02-11', state: 'resigned' as const },
        ],
      },
    ],
  })),
);

function cells(
  slice: Step,
  by: readonly DimensionId[],
  asOf: string,
  more: Partial<CalculateOptions> = {},
): Readonly<Record<string, string>> {
  const period = { from: '2023-01-01', to: '2025-12-31' };
  const aggregate = calculateInMemory(persons, definitionOf(slice), { by, period, asOf, ...more });
  return Object.fromEntries(
    aggregate.cells.map((cell) => [
      cell.key.join(' '),
      'matures' in cell ? cell.matures : `${String(cell.n)} persons, ${String(cell.amounts[0])} rows`,
    ]),
  );
}

const threeMonthsLater: Expr = { addMonths: [{ param: 'window.end' }, 3] };

describe('windows that are followed up', () => {
  it('are immature as long as the day of the data is before the day from which they can be told', () => {
    const slice: Step = { slice: present, matureOn: threeMonthsLater };
    expect(cells(slice, ['year'], '2025-03-30')).toEqual({
      '2023': '2 persons, 2 rows',
      '2024': '2025-03-31',
      '2025': '2026-03-31',
    });
    expect(cells(slice, ['year'], '2025-03-31')).toMatchObject({ '2024': '2 persons, 2 rows' });
  });

  it('hold a cell back until the last of its windows has had its time, whoever is in it', () => {
    const slice: Step = { slice: present, matureOn: threeMonthsLater };
    // nobody of school two is there in 2025
    expect(cells(slice, ['school'], '2025-12-31')).toEqual({ one: '2026-03-31', two: '2026-03-31' });
    expect(cells(slice, ['school'], '2025-12-31', { only: { year: ['2023', '2024'] } })).toEqual({
      one: '1 persons, 2 rows',
      two: '1 persons, 2 rows',
    });
  });

  it('are cut to the period: the day depends on the last day that is looked at', () => {
    const slice: Step = { slice: present, matureOn: threeMonthsLater };
    const period = { from: '2023-01-01', to: '2023-08-31' };
    expect(cells(slice, ['year'], '2023-11-29', { period })).toEqual({ '2023': '2023-11-30' });
    expect(cells(slice, ['year'], '2023-11-30', { period })).toEqual({ '2023': '2 persons, 2 rows' });
  });

  it('months of a half-year wait for themselves', () => {
    const slice: Step = {
      slice: present,
      matureOn: { dayInYearOf: [{ addMonths: [{ param: 'window.end' }, 12] }, 9, 20] },
    };
    const period = { from: '2023-06-01', to: '2023-07-31' };
    expect(cells(slice, ['halfYear', 'month'], '2024-09-19', { period })).toEqual({
      '2023-H1 2023-06': '2024-09-20',
      '2023-H2 2023-07': '2024-09-20',
    });
    expect(cells(slice, ['month'], '2024-09-20', { period })).toEqual({
      '2023-06': '2 persons, 2 rows',
      '2023-07': '2 persons, 2 rows',
    });
  });
});

describe('months whatever the cut', () => {
  it('a year holds the rows of its months, and a person once', () => {
    const slice: Step = { slice: present, into: 'months' };
    expect(cells(slice, ['year'], '2026-01-01')).toEqual({
      '2023': '2 persons, 24 rows',
      '2024': '2 persons, 14 rows',
      '2025': '1 persons, 12 rows',
    });
    expect(cells(slice, ['halfYear'], '2026-01-01')).toMatchObject({ '2024-H1': '2 persons, 8 rows' });
    expect(cells(slice, [], '2026-01-01')).toEqual({ '': '2 persons, 50 rows' });
  });
});
