import { expect, it } from 'vitest';
import { called, cellsOf, dimensionOf, tableOf, type Said } from '../../testing/small-tables.js';
import { releaseChanges, type CellChange } from './release-changes.js';

const two = dimensionOf('year', '2024', '2025');
const three = dimensionOf('year', '2023', '2024', '2025');
const schools = dimensionOf('school', 'A', 'B');

const names = (changes: readonly CellChange[]): readonly string[] =>
  changes.map(
    ({ members, before, after }) => `${members.map(({ member }) => member.id).join(' ')}: ${before} → ${after}`,
  );

it('cells are told that are withheld or shown since, and others whose state is another', () => {
  const before = tableOf([two, schools], cellsOf(12, '-', '+', 20));
  const after = tableOf([two, schools], cellsOf('-', 6, 9, 21));
  const { changed, added, gone, same } = releaseChanges([before], [after]);
  expect([added, gone, same]).toEqual([[], [], []]);
  const [change] = changed;
  expect(names(change?.newlyWithheld ?? [])).toEqual(['2024 A: value → withheld']);
  expect(names(change?.newlyShown ?? [])).toEqual(['2024 B: withheld → value']);
  expect(names(change?.otherwise ?? [])).toEqual(['2025 A: immature → value']);
  expect(change).toMatchObject({ values: 1, added: { cells: 0, withheld: 0 }, gone: 0 });
});

it('what was withheld and is immature, or had no data and is withheld, is told too', () => {
  const { changed } = releaseChanges([tableOf([two], cellsOf('-', '0'))], [tableOf([two], cellsOf('+', '-'))]);
  expect(names(changed[0]?.newlyShown ?? [])).toEqual([]);
  expect(names(changed[0]?.otherwise ?? [])).toEqual(['2024: withheld → immature']);
  expect(names(changed[0]?.newlyWithheld ?? [])).toEqual(['2025: noData → withheld']);
});

it('cells are compared by their members, whichever dimension or member comes first', () => {
  const before = tableOf([two, schools], cellsOf(1, 2, 3, 4));
  const turned = tableOf([schools, two], cellsOf(1, 3, 2, 4));
  expect(releaseChanges([before], [turned]).same).toEqual([turned]);
});

it('new members have new cells, and those that are gone had some', () => {
  const before = tableOf([two, schools], cellsOf(10, 11, 12, 13));
  const after = tableOf([three, dimensionOf('school', 'B')], cellsOf('-', 11, 13), {
    period: { from: '2022-01-01', to: '2025-12-31' },
  });
  // 2023 B is new and withheld; 2024 A and 2025 A are gone.
  expect(releaseChanges([before], [after]).changed[0]).toMatchObject({
    newlyWithheld: [],
    values: 0,
    added: { cells: 1, withheld: 1 },
    gone: 2,
  });
});

it('tables are new, gone, changed or the same', () => {
  const students = tableOf([two], cellsOf(10, 11));
  const [left, came] = [called(students, 'left'), called(students, 'came')];
  const other = called({ ...students, cells: cellsOf(10, 12) }, 'other');
  const changes = releaseChanges([students, left, called(students, 'other')], [came, other, students]);
  expect(changes.added).toEqual([came]);
  expect(changes.gone).toEqual([left]);
  expect(changes.changed.map(({ after }) => after)).toEqual([other]);
  expect(changes.same).toEqual([students]);
});

it('tables of two periods are matched each with its own, and only one that stands alone with that of another period', () => {
  const period = (year: string) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
  const of = (year: string, ...said: readonly Said[]) => tableOf([schools], cellsOf(...said), { period: period(year) });
  const moved = releaseChanges([of('2023', 10, 20), of('2024', 11, 21)], [of('2024', 11, 21), of('2025', 12, 22)]);
  expect(moved.same).toEqual([of('2024', 11, 21)]);
  expect(moved.changed.map(({ before, after }) => [before.period.from, after.period.from])).toEqual([
    ['2023-01-01', '2025-01-01'],
  ]);
  const many = releaseChanges([of('2023', 10, 20)], [of('2024', 11, 21), of('2025', 12, 22)]);
  expect([many.added.length, many.gone.length, many.changed.length]).toEqual([2, 1, 0]);
});

it('a first release is new as a whole', () => {
  const table = tableOf([two], cellsOf(10, '-'));
  expect(releaseChanges([], [table])).toEqual({ added: [table], gone: [], changed: [], same: [] });
});
