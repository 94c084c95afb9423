import { expect, it } from 'vitest';
import { called, cellsOf, dimensionOf, tableOf } from '../../testing/small-tables.js';
import { findSlice, type SliceQuery } from './find-slice.js';
import { releaseFiles } from './release-files.js';

const year = dimensionOf('year', '2024', '2025');
const school = dimensionOf('school', 'A', 'B');
const state = dimensionOf('state', 'graduated', 'left');
const gender = dimensionOf('gender', 'female', 'male');
const women = { dimension: 'gender', label: gender.label, members: gender.members.slice(0, 1) };

const whole = tableOf([], cellsOf(12));
const byYear = tableOf([year], cellsOf(6, 6));
const byYearAndSchool = tableOf([year, school], cellsOf(6, '-', 6, '-'));
const ofWomen = tableOf([year], cellsOf(5, 5), { only: [women] });
const states = called(tableOf([school, state], cellsOf(5, 5, 5, 5)), 'course-of-studies', 'states');
const oldRule = called({ ...byYear, rule: 'until-2025' }, 'student-years', 'years');
const newRule = called({ ...byYear, rule: 'since-2026' }, 'student-years', 'years');
const { catalogue } = releaseFiles([whole, byYear, byYearAndSchool, ofWomen, states, oldRule, newRule], {
  released: '2026-02-02',
});

const ids = (search: ReturnType<typeof findSlice>): unknown => {
  const short = (entries: readonly { readonly file: string }[]) =>
    entries.map(({ file }) => file.slice('tables/'.length, -'.0123456789ab.json'.length));
  if (search.status === 'found') return short([search.entry])[0];
  if (search.status === 'several') return [short(search.entries), search.tellApart];
  return [search.name, short(search.instead).length, short(search.coarser)];
};

it.each<[string, SliceQuery, unknown]>([
  ['by its cut, in any order', { indicator: 'students', by: ['school', 'year'] }, 'students.students.year.school'],
  ['without any cut', { indicator: 'students', by: [] }, 'students.students'],
  ['of some only', { indicator: 'students', only: { gender: ['female'] } }, 'students.students.year'],
  ['of all only', { indicator: 'students', only: {}, by: ['year'] }, 'students.students.year'],
  ['by rule', { indicator: 'student-years', rule: 'since-2026' }, 'student-years.years.year'],
  [
    'a distribution: its categories are no cut',
    { indicator: 'course-of-studies', by: ['school'] },
    'course-of-studies.states.school',
  ],
  [
    'by all names',
    {
      indicator: 'students',
      figure: 'students',
      by: ['year'],
      only: {},
      providers: ['p1'],
      period: { from: '2023-01-01', to: '2025-12-31' },
      parameters: {},
    },
    'students.students.year',
  ],
])('a slice is found %s', (_, query, file) => {
  expect(ids(findSlice(catalogue, query))).toBe(file);
});

it('the slice that is found is the one of some, and not the one of all', () => {
  const some = findSlice(catalogue, { indicator: 'students', only: { gender: ['female'] } });
  expect(some.status === 'found' && some.entry.only).toEqual([{ dimension: 'gender', members: ['female'] }]);
  const all = findSlice(catalogue, { indicator: 'students', by: ['year'], only: {} });
  expect(all.status === 'found' && all.entry.only).toEqual([]);
});

it('where there are several, it is said what to name', () => {
  const names = [
    'students.students',
    'students.students.year',
    'students.students.year',
    'students.students.year.school',
  ];
  const [found, tellApart] = ids(findSlice(catalogue, { indicator: 'students' })) as [string[], string[]];
  expect(found.sort()).toEqual(names);
  expect(tellApart).toEqual(['only', 'by']);
  expect(ids(findSlice(catalogue, { indicator: 'student-years' }))).toEqual([
    ['student-years.years.year', 'student-years.years.year'],
    ['rule'],
  ]);
});

it.each<[string, SliceQuery, unknown]>([
  ['indicator', { indicator: 'feedback-mean', by: ['year'] }, ['indicator', 7, []]],
  ['figure', { indicator: 'students', figure: 'share' }, ['figure', 4, []]],
  ['rule', { indicator: 'student-years', rule: '2018' }, ['rule', 2, []]],
  ['providers', { indicator: 'students', providers: ['p1', 'p2'] }, ['providers', 4, []]],
  ['period', { indicator: 'students', period: { from: '2023-01-01', to: '2023-12-31' } }, ['period', 4, []]],
  [
    'cut',
    { indicator: 'students', only: {}, by: ['year', 'school', 'gender'] },
    ['by', 3, ['students.students.year.school', 'students.students.year', 'students.students']],
  ],
  [
    'cut of some',
    { indicator: 'students', only: { gender: ['female'] }, by: ['year', 'school'] },
    ['by', 1, ['students.students.year']],
  ],
  [
    'cut by other dimensions',
    { indicator: 'students', only: {}, by: ['gender', 'qualification'] },
    ['by', 3, ['students.students']],
  ],
])('where there is none, it is said by which name, and which coarser cuts there are: %s', (_, query, found) => {
  expect(ids(findSlice(catalogue, query))).toEqual(found);
});
