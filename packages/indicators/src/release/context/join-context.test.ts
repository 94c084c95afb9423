import { describe, expect, it } from 'vitest';
import { TOTAL } from '../../aggregate/aggregate.js';
import type { IndicatorTable } from '../../publication/indicator-table.js';
import type { Benchmark } from '../../sources/json-stat/benchmark.js';
import { called, cellsOf, dimensionOf, tableOf } from '../../../testing/small-tables.js';
import { parsePublished } from '../../publication/parse.js';
import { parseBenchmarkDescription, type BenchmarkDescription } from './benchmark-description.js';
import { joinContext } from './join-context.js';

const years = dimensionOf('year', '2024', '2025');
const schools = dimensionOf('school', 'A', 'B');
const genders = dimensionOf('gender', 'female', 'male');
const byYear = tableOf([years], cellsOf(30, 36));
const bySchool = tableOf([years, schools], cellsOf(10, 20, 12, 24));
const providers = ['p1', 'p2', 'p3'].map((id) => ({ id, label: { fi: `Opisto ${id}` } }));
const asNetwork = (table: IndicatorTable): IndicatorTable => ({ ...table, providers, asOf: '2026-02-15' });
const network = (...tables: readonly IndicatorTable[]) => ({
  networks: [{ id: 'network', label: { fi: 'Verkosto' }, tables: tables.map(asNetwork) }],
});

const said = (table: IndicatorTable | undefined): unknown =>
  table?.benchmarks?.map(({ cells }) => cells.map((cell) => (cell.status === 'value' ? cell.value : cell.status)));

describe('a network beside one’s own figures', () => {
  it('is told member by member, with who it is and of which day', () => {
    const theirs = tableOf([dimensionOf('year', '2023', '2024', '2025')], cellsOf(100, 110, '-'));
    const { tables, problems } = joinContext([byYear], network(theirs));
    expect(problems).toEqual([]);
    expect(tables).toEqual([
      {
        ...byYear,
        benchmarks: [
          {
            id: 'network',
            kind: 'network',
            label: { fi: 'Verkosto' },
            source: {
              fi: '3 koulutuksen järjestäjää',
              sv: '3 utbildningsanordnare',
              en: '3 education providers',
            },
            asOf: '2026-02-15',
            cells: [{ status: 'value', value: 110 }, { status: 'withheld' }],
          },
        ],
      },
    ]);
    expect(parsePublished(tables[0]).ok).toBe(true);
  });

  it('is the same beside every school, and of the same gender beside each', () => {
    const theirs = tableOf([years], cellsOf(110, 120));
    expect(said(joinContext([bySchool], network(theirs)).tables[0])).toEqual([[110, 110, 120, 120]]);
    const both = tableOf([genders, years], cellsOf(50, 60, 55, '+'));
    const own = tableOf([years, schools, genders], cellsOf(1, 2, 3, 4, 5, 6, 7, 8));
    expect(said(joinContext([own], network(both)).tables[0])).toEqual([
      [50, 55, 50, 55, 60, 'immature', 60, 'immature'],
    ]);
  });

  it('is taken as a whole where it is cut by provider or by what we are not cut by, and not where it has no total', () => {
    const byProvider = tableOf([dimensionOf('provider', 'p1', 'p2', TOTAL), years], cellsOf(1, 2, 3, 4, 110, 120));
    expect(said(joinContext([byYear], network(byProvider)).tables[0])).toEqual([[110, 120]]);
    const byGender = tableOf([years, dimensionOf('gender', 'female', TOTAL)], cellsOf(50, 110, 55, 120));
    expect(said(joinContext([byYear], network(byGender)).tables[0])).toEqual([[110, 120]]);
    for (const without of [dimensionOf('provider', 'p1', 'p2'), genders]) {
      const { tables, problems } = joinContext([byYear], network(tableOf([without, years], cellsOf(1, 2, 3, 4))));
      expect(tables).toEqual([byYear]);
      expect(problems).toMatchObject([{ code: 'no-benchmark', source: 'network', expected: 'students.students.year' }]);
    }
  });

  it('takes the plainer of two tables that fit', () => {
    const byGender = tableOf([years, dimensionOf('gender', 'female', TOTAL)], cellsOf(50, 111, 55, 121));
    expect(said(joinContext([byYear], network(byGender, tableOf([years], cellsOf(110, 120)))).tables[0])).toEqual([
      [110, 120],
    ]);
  });

  it('of another period is told in the years that both have whole', () => {
    const until = { period: { from: '2024-01-01', to: '2025-06-30' } };
    const theirs = tableOf([years], cellsOf(110, 60), until);
    expect(said(joinContext([byYear], network(theirs)).tables[0])).toEqual([[110, 'noData']]);
    const without = tableOf([], cellsOf(110), until);
    expect(joinContext([tableOf([], cellsOf(30))], network(without)).problems).toMatchObject([
      { code: 'no-benchmark' },
    ]);
  });

  it.each<[string, Partial<IndicatorTable>]>([
    ['rule', { rule: 'until-2025' }],
    ['limit', { parameters: { days: 14 } }],
    ['slice', { only: [{ dimension: 'gender', label: years.label, members: [{ id: 'female', label: {} }] }] }],
    ['figure', { figure: { ...byYear.figure, id: 'share' } }],
  ])('of another %s is not set beside', (_, over) => {
    const { tables, problems } = joinContext([byYear], network({ ...byYear, ...over }));
    expect(tables).toEqual([byYear]);
    expect(problems).toMatchObject([{ code: 'no-benchmark' }]);
  });

  it('of another version of the definition is told as that', () => {
    const other = { ...byYear, indicator: { ...byYear.indicator, version: '2.0.0', hash: 'bb' } };
    expect(joinContext([called(byYear, 'new'), byYear], network(other)).problems).toMatchObject([
      { code: 'other-definition', source: 'network', path: 'students', found: '2.0.0', expected: '1.0.0' },
    ]);
  });

  it('that is one provider is called by its name', () => {
    const one = { ...byYear, providers: providers.slice(0, 1) };
    const { tables } = joinContext([byYear], { networks: [{ id: 'n', label: {}, tables: [one] }] });
    expect(tables[0]?.benchmarks?.[0]?.source).toEqual({ fi: 'Opisto p1' });
  });
});

const national: Benchmark = {
  id: 'national',
  label: { fi: 'Opiskelijat' },
  source: {},
  reference: '12bk',
  updated: '2026-01-15',
  notes: [],
  dimensions: [
    {
      id: 'vuosi',
      label: {},
      role: 'time',
      members: [
        { id: '2024', label: {} },
        { id: '2025', label: {} },
      ],
    },
    {
      id: 'alue',
      label: {},
      members: [
        { id: 'SSS', label: {} },
        { id: 'MK01', label: {} },
      ],
    },
  ],
  cells: [
    { status: 'value', value: 2000 },
    { status: 'value', value: 500 },
    { status: 'value', value: 2100, mark: 'p' },
    { status: 'withheld' },
  ],
};
const description: BenchmarkDescription = {
  type: 'strapetsi.benchmark',
  schemaVersion: 1,
  id: 'national',
  source: { fi: 'Tilastokeskus' },
  files: { fi: '12bk.json' },
  indicator: 'students',
  figure: 'students',
  mapping: { dimensions: { year: { to: 'vuosi', members: 'same' } }, fixed: { alue: 'SSS' } },
};
const statistics = (over: Partial<BenchmarkDescription> = {}) => ({
  statistics: [{ description: { ...description, ...over }, benchmark: national }],
});

describe('somebody else’s statistics beside one’s own figures', () => {
  it('stand beside the tables that the mapping is for', () => {
    const { tables, problems } = joinContext([byYear, bySchool], statistics());
    expect(problems).toEqual([]);
    expect(tables[1]).toEqual(bySchool);
    expect(tables[0]?.benchmarks).toEqual([
      {
        id: 'national',
        kind: 'statistics',
        label: { fi: 'Opiskelijat' },
        source: { fi: 'Tilastokeskus' },
        reference: '12bk',
        asOf: '2026-01-15',
        cells: [
          { status: 'value', value: 2000 },
          { status: 'value', value: 2100, mark: 'p' },
        ],
      },
    ]);
    expect(parsePublished(tables[0]).ok).toBe(true);
  });

  it('have the name of the description where it gives one, and what was not published stays so', () => {
    const mapping = { ...description.mapping, fixed: { alue: 'MK01' } };
    const { tables } = joinContext([byYear], statistics({ label: { fi: 'Uusimaa' }, mapping }));
    expect(tables[0]?.benchmarks?.[0]?.label).toEqual({ fi: 'Uusimaa' });
    expect(said(tables[0])).toEqual([[500, 'withheld']]);
  });

  it('of some only stand beside tables of those only', () => {
    const only = [{ dimension: 'gender', label: years.label, members: [{ id: 'female', label: {} }] }];
    const women = { ...byYear, only };
    const { tables } = joinContext([byYear, women], statistics({ only: { gender: ['female'] } }));
    expect(tables.map(({ benchmarks }) => benchmarks?.length)).toEqual([undefined, 1]);
  });

  it.each<[string, string, string, string, Partial<BenchmarkDescription>]>([
    ['no-indicator', 'indicator', 'x', 'students', { indicator: 'x' }],
    ['no-figure', 'figure', 'x', 'students', { figure: 'x' }],
    [
      'no-slice',
      'mapping.dimensions',
      'year, gender',
      'year | year, school',
      {
        mapping: { ...description.mapping, dimensions: { ...description.mapping.dimensions, gender: 'any' } },
      },
    ],
    [
      'mapping-does-not-fit',
      'mapping.fixed.alue',
      'nothing',
      'SSS | MK01',
      {
        mapping: { dimensions: description.mapping.dimensions },
      },
    ],
  ])('are told where they stand beside none: %s', (code, path, found, expected, over) => {
    const { tables, problems } = joinContext([byYear, bySchool], statistics(over));
    expect(tables).toEqual([byYear, bySchool]);
    expect(problems).toMatchObject([{ code, source: 'national', path, found, expected }]);
  });
});

it('a network and statistics stand side by side, in the order in which they were given', () => {
  const { tables } = joinContext([byYear], { ...network(tableOf([years], cellsOf(110, 120))), ...statistics() });
  expect(tables[0]?.benchmarks?.map(({ kind }) => kind)).toEqual(['network', 'statistics']);
});

it.each<[string, string, string, unknown]>([
  ['type', '"strapetsi.benchmark"', '"dataset"', { ...description, type: 'dataset' }],
  ['files', 'a file for fi, sv or en', 'none', { ...description, files: {} }],
  [
    'mapping.dimensions.year',
    '"any" or {to, members}',
    '"vuosi"',
    { ...description, mapping: { dimensions: { year: 'vuosi' } } },
  ],
  ['mapping.perUnit', 'a text, or a number above 0', '0', { ...description, mapping: { dimensions: {}, perUnit: 0 } }],
  ['region', 'a known name', '"region"', { ...description, region: 'x' }],
])('a description is checked by shape: %s', (path, expected, found, json) => {
  expect(parseBenchmarkDescription(json)).toEqual({ ok: false, problem: { path, expected, found } });
  expect(parseBenchmarkDescription(description)).toEqual({ ok: true, description });
});
