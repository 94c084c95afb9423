import { describe, expect, it } from 'vitest';
import { TOTAL } from '../../aggregate/aggregate.js';
import { called, cellsOf, dimensionOf, tableOf } from '../../../testing/small-tables.js';
import { joinTargets } from './join-targets.js';
import type { Target, TargetEvent } from './targets.js';

const years = dimensionOf('year', '2024', '2025');
const schools = dimensionOf('school', 'A', 'B', TOTAL);
const byYear = tableOf([years], cellsOf(30, 36));
/** 2024: A 10, B withheld, together 30; 2025: A 12, B 24, together 36. */
const bySchool = tableOf([years, schools], cellsOf(10, '-', 30, 12, 24, 36));

const year = (one: string) => ({ from: `${one}-01-01`, to: `${one}-12-31` });
const target = (value: number, period: Target['period'], slice?: Target['slice']): Target => ({
  indicator: 'students',
  figure: 'students',
  period,
  value,
  source: { fi: 'Strategia' },
  decidedBy: { fi: 'Hallitus' },
  ...(slice === undefined ? {} : { slice }),
});

type Tables = Parameters<typeof joinTargets>[0];

function joined(tables: Tables, targets: readonly Target[], events: readonly TargetEvent[] = []) {
  return joinTargets(tables, {
    type: 'strapetsi.targets',
    schemaVersion: 1,
    targets: [...targets],
    events: [...events],
  });
}

const placesIn = (tables: Tables, ...targets: readonly Target[]) =>
  joined(tables, targets).tables.map((table) =>
    table.targets?.map(({ cell, value, reached }) => [cell, value, reached]),
  );

describe('a target stands beside the cell that it is for', () => {
  it('by the days of its window and its member; of all together where it names none', () => {
    expect(placesIn([byYear, bySchool], target(35, year('2025')))).toEqual([[[1, 35, true]], [[5, 35, true]]]);
    expect(placesIn([byYear, bySchool], target(14, year('2025'), { school: 'A' }))).toEqual([
      undefined,
      [[3, 14, false]],
    ]);
  });

  it('of the whole table where its days are the table’s', () => {
    const whole = tableOf([], cellsOf(66));
    expect(placesIn([whole, byYear], target(60, { from: '2023-01-01', to: '2025-12-31' }))).toEqual([
      [[0, 60, true]],
      undefined,
    ]);
  });

  it('of a month where the table has both', () => {
    const months = tableOf([dimensionOf('year', '2024'), dimensionOf('month', '2024-01', TOTAL)], cellsOf(7, 9));
    expect(placesIn([months], target(8, { from: '2024-01-01', to: '2024-01-31' }))).toEqual([[[0, 8, false]]]);
    expect(placesIn([months], target(8, year('2024')))).toEqual([[[1, 8, true]]]);
  });

  it('of some only where it names them', () => {
    const women = {
      dimension: 'gender',
      label: years.label,
      members: [{ id: 'female', label: {} }],
    };
    const ofWomen = tableOf([years], cellsOf(20, 24), { only: [women] });
    expect(placesIn([byYear, ofWomen], target(22, year('2025'), { gender: 'female' }))).toEqual([
      undefined,
      [[1, 22, true]],
    ]);
    expect(placesIn([byYear, ofWomen], target(22, year('2025')))).toEqual([[[1, 22, true]], undefined]);
    // A total of some schools is not that of all.
    const some = {
      dimension: 'school',
      label: years.label,
      members: [
        { id: 'A', label: {} },
        { id: 'B', label: {} },
      ],
    };
    const ofSome = tableOf([years, schools], bySchool.cells, { only: [some] });
    expect(placesIn([ofSome], target(35, year('2025')))).toEqual([undefined]);
    expect(placesIn([ofSome], target(35, year('2025'), { school: 'A' }))).toEqual([[[3, 35, false]]]);
  });

  it('with its source and who decided, several in the order of the cells', () => {
    const [table] = joined([byYear], [target(40, year('2025')), target(20, year('2024'))]).tables;
    expect(table?.targets).toEqual([
      { cell: 0, value: 20, reached: true, source: { fi: 'Strategia' }, decidedBy: { fi: 'Hallitus' } },
      { cell: 1, value: 40, reached: false, source: { fi: 'Strategia' }, decidedBy: { fi: 'Hallitus' } },
    ]);
    expect(joined([byYear], []).tables).toEqual([byYear]);
  });
});

describe('whether it is reached', () => {
  const directed = (direction: 'higherIsBetter' | 'lowerIsBetter' | 'neither') => ({
    ...byYear,
    indicator: { ...byYear.indicator, direction },
  });

  it.each([
    ['higherIsBetter', [[true], [true], [false]]],
    ['lowerIsBetter', [[false], [true], [true]]],
    ['neither', [[undefined], [undefined], [undefined]]],
  ] as const)('is by the direction of the indicator: %s', (direction, expected) => {
    const reached = [35, 36, 37].map((value) =>
      joined([directed(direction)], [target(value, year('2025'))]).tables[0]?.targets?.map((one) => one.reached),
    );
    expect(reached).toEqual(expected);
  });

  it('is not said of what is withheld or not there', () => {
    const [table] = joined([bySchool], [target(1, year('2024'), { school: 'B' })]).tables;
    expect(table?.targets).toEqual([{ cell: 1, value: 1, source: { fi: 'Strategia' }, decidedBy: { fi: 'Hallitus' } }]);
  });
});

describe('what belongs to no figure is told, with what there is instead', () => {
  const share = called({ ...byYear, figure: { ...byYear.figure, unit: 'share' } }, 'completion', 'completed');
  const tables = [byYear, bySchool, share];

  it.each<[string, string, string, string, Target]>([
    [
      'no-indicator',
      'targets[0].indicator',
      'dropouts',
      'students | completion',
      { ...target(1, year('2025')), indicator: 'dropouts' },
    ],
    ['no-figure', 'targets[0].figure', 'share', 'students', { ...target(1, year('2025')), figure: 'share' }],
    ['no-slice', 'targets[0].slice', 'gender', 'nothing', target(1, year('2025'), { gender: 'female' })],
    ['no-member', 'targets[0].slice.school', 'C', 'A | B | *', target(1, year('2025'), { school: 'C' })],
    [
      'no-period',
      'targets[0].period',
      '2026-01-01–2026-12-31',
      '2024-01-01–2024-12-31 | 2025-01-01–2025-12-31',
      target(1, year('2026')),
    ],
    [
      'not-a-share',
      'targets[0].value',
      '75',
      '0–1',
      { ...target(75, year('2025')), indicator: 'completion', figure: 'completed' },
    ],
  ])('%s at %s', (code, path, found, expected, one) => {
    const { tables: same, problems } = joined(tables, [one]);
    expect(same).toEqual(tables);
    expect(problems).toEqual([
      expect.objectContaining({
        code,
        source: 'targets',
        path,
        found,
        expected,
        message: expect.objectContaining({}) as object,
      }),
    ]);
  });

  it('a second target of a cell', () => {
    const {
      tables: [table],
      problems,
    } = joined([byYear], [target(35, year('2025')), target(40, year('2025'))]);
    expect(table?.targets?.map(({ value }) => value)).toEqual([35]);
    expect(problems).toMatchObject([{ code: 'target-twice', path: 'targets[1]' }]);
  });

  it('a cut by a dimension that the target does not name, where the table has no total', () => {
    const { problems } = joined(
      [tableOf([years, dimensionOf('gender', 'female')], cellsOf(1, 2))],
      [target(1, year('2025'))],
    );
    expect(problems).toMatchObject([
      { code: 'no-slice', path: 'targets[0].slice', found: 'nothing', expected: 'gender' },
    ]);
  });
});

describe('events', () => {
  const event = (date: string, indicators?: readonly string[]): TargetEvent => ({
    date,
    text: { fi: date },
    ...(indicators === undefined ? {} : { indicators: [...indicators] }),
  });
  const other = called(byYear, 'completion');

  it('stand in the tables of their time, the earliest first, of their indicators only', () => {
    const events = [
      event('2025-08-01'),
      event('2023-01-01', ['completion']),
      event('2025-12-31', ['students', 'completion']),
    ];
    const { tables, problems } = joined([byYear, other], [], events);
    expect(tables.map(({ annotations }) => annotations?.map(({ date }) => date))).toEqual([
      ['2025-08-01', '2025-12-31'],
      ['2023-01-01', '2025-08-01', '2025-12-31'],
    ]);
    expect(tables[0]?.annotations?.[0]).toEqual({ date: '2025-08-01', text: { fi: '2025-08-01' } });
    expect(problems).toEqual([]);
  });

  it('of another time or an indicator that is not there are told', () => {
    const { tables, problems } = joined(
      [byYear],
      [],
      [event('2026-01-01'), event('2025-01-01', ['students', 'dropouts'])],
    );
    expect(tables[0]?.annotations).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: 'no-time', path: 'events[0].date', found: '2026-01-01', expected: '2023-01-01–2025-12-31' },
      { code: 'no-indicator', path: 'events[1].indicators[1]', found: 'dropouts', expected: 'students' },
    ]);
  });
});
