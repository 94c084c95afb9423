import { describe, expect, it } from 'vitest';
import type { IndicatorTable, TableDimension } from '../../publication/indicator-table.js';
import type { Benchmark } from './benchmark.js';
import { benchmarkFor, BenchmarkMappingError, type BenchmarkMapping } from './benchmark-for.js';

const value = (one: number) => ({ status: 'value' as const, value: one });
const members = (...ids: readonly string[]) => ids.map((id) => ({ id, label: { fi: id } }));

/**
 * Statistics Finland, discontinuation of education 2018/2019 by age, appendix table 3 (12 March 2021): per cent in vocational
 * education and in general upper secondary education. Row-major over age, sector, what.
 */
const benchmark: Benchmark = {
  id: 'kkesk',
  label: { fi: 'Keskeyttäminen, koko maa', sv: 'Avbrott, hela landet' },
  source: { fi: 'Tilastokeskus' },
  updated: '2021-03-12',
  notes: [],
  dimensions: [
    { id: 'Ikä', label: { fi: 'Ikä' }, members: members('16', '17', '18') },
    { id: 'Sektori', label: { fi: 'Koulutussektori' }, members: members('lukio', 'amm') },
    {
      id: 'Tiedot',
      label: { fi: 'Tiedot' },
      role: 'metric',
      members: [{ id: 'kesk', label: { fi: '%' }, unit: { label: { fi: '%' }, decimals: 1 } }],
    },
  ],
  cells: [value(5.1), { status: 'withheld' }, value(3.1), value(2.6), value(2.1), { ...value(3.4), mark: '*' }],
};

const dimension = (id: TableDimension['id'], ...ids: readonly string[]): TableDimension => ({
  id,
  label: { fi: id, sv: id, en: id },
  scale: 'nominal',
  members: members(...ids),
});

function tableBy(
  dimensions: readonly TableDimension[],
  unit: IndicatorTable['figure']['unit'] = 'share',
): IndicatorTable {
  const words = { fi: '', sv: '', en: '' };
  const size = dimensions.reduce((product, one) => product * one.members.length, 1);
  return {
    type: 'strapetsi.indicator-table',
    schemaVersion: 1,
    indicator: { id: 'i', version: '1', hash: '', name: words, meaning: words, direction: 'neither', sources: [] },
    figure: { id: 'f', label: words, unit, decimals: 1 },
    period: { from: '2018-01-01', to: '2018-12-31' },
    asOf: '2019-12-31',
    providers: [],
    policy: { id: 'p', label: words, reference: '' },
    only: [],
    dimensions,
    cells: Array.from({ length: size }, () => ({ status: 'value', value: 0.5 })),
    population: { status: 'value', value: 1 },
    exclusions: [],
    findings: [],
    notes: [],
  };
}

const ages = dimension('ageGroup', 'a16', 'a17', 'a18', 'a19');
const schools = dimension('school', 's', 't');
const byAge: BenchmarkMapping = {
  dimensions: { ageGroup: { to: 'Ikä', members: { a16: '16', a17: '17', a18: '18' } } },
  fixed: { Sektori: 'amm' },
  perUnit: 100,
};
const ofAges = [{ status: 'withheld' }, value(0.026), { ...value(0.034), mark: '*' }, { status: 'noData' }];

describe('a benchmark for a table', () => {
  it('has one cell for each of the table’s, in the figure’s unit, with its status', () => {
    expect(benchmarkFor(tableBy([ages]), benchmark, byAge)).toEqual({
      id: 'kkesk',
      label: benchmark.label,
      source: benchmark.source,
      updated: '2021-03-12',
      unit: { label: { fi: '%' }, decimals: 1 },
      cells: ofAges,
    });
  });

  it('is the same for all members of what it is not cut by, wherever that stands', () => {
    const dimensions = { ...byAge.dimensions, school: 'any' as const };
    const [first, last] = [tableBy([schools, ages]), tableBy([ages, schools])];
    expect(benchmarkFor(first, benchmark, { ...byAge, dimensions }).cells).toEqual([...ofAges, ...ofAges]);
    expect(benchmarkFor(last, benchmark, { ...byAge, dimensions }).cells).toEqual(
      ofAges.flatMap((cell) => [cell, cell]),
    );
  });

  it('follows two dimensions, in whatever order each side has them', () => {
    const sector = dimension('education', 'general', 'vocational');
    const mapping: BenchmarkMapping = {
      dimensions: {
        education: { to: 'Sektori', members: { general: 'lukio', vocational: 'amm' } },
        ageGroup: { to: 'Ikä', members: 'same' },
      },
      perUnit: 100,
    };
    const { cells } = benchmarkFor(tableBy([sector, dimension('ageGroup', '18', '17', '99')]), benchmark, mapping);
    expect(cells).toEqual([
      value(0.021),
      value(0.031),
      { status: 'noData' },
      { ...value(0.034), mark: '*' },
      value(0.026),
      { status: 'noData' },
    ]);
  });

  it('of a table without cuts is one cell', () => {
    const mapping: BenchmarkMapping = { dimensions: {}, fixed: { Ikä: '17', Sektori: 'lukio' }, perUnit: 100 };
    expect(benchmarkFor(tableBy([]), benchmark, mapping).cells).toEqual([value(0.031)]);
  });

  it('keeps values of another unit as they are', () => {
    const { perUnit: _, ...mapping } = byAge;
    expect(benchmarkFor(tableBy([ages], 'points'), benchmark, mapping).cells[1]).toEqual(value(2.6));
  });
});

describe('a mapping that does not fit', () => {
  const { fixed, perUnit } = byAge;
  const to = (rest: object): BenchmarkMapping['dimensions'] => ({ ageGroup: { to: 'Ikä', members: 'same', ...rest } });
  it.each<[string, string, BenchmarkMapping]>([
    ['dimension-not-mapped', 'dimensions.ageGroup', { dimensions: {} }],
    ['unknown-dimension', 'dimensions.school', { ...byAge, dimensions: { ...byAge.dimensions, school: 'any' } }],
    ['unknown-dimension', 'dimensions.ageGroup.to', { dimensions: to({ to: 'ikä' }) }],
    ['unknown-member', 'dimensions.ageGroup.members.a20', { dimensions: to({ members: { a20: '16' } }) }],
    ['unknown-member', 'dimensions.ageGroup.members.a16', { dimensions: to({ members: { a16: '15' } }) }],
    ['dimension-not-fixed', 'fixed.Sektori', { dimensions: to({}) }],
    ['unknown-member', 'fixed.Sektori', { dimensions: to({}), fixed: { Sektori: 'x' } }],
    ['unknown-dimension', 'fixed.Alue', { ...byAge, fixed: { ...fixed, Alue: 'x' } }],
    ['dimension-used-twice', 'fixed.Ikä', { ...byAge, fixed: { ...fixed, Ikä: '16' } }],
    ['not-a-unit', 'perUnit', { ...byAge, perUnit: 0 }],
    ['not-a-unit', 'perUnit', { ...byAge, perUnit: Number.NaN }],
    ['not-a-share', 'perUnit', { dimensions: byAge.dimensions, fixed: fixed ?? {} }],
  ])('is refused: %s at %s', (code, path, mapping) => {
    const run = () => benchmarkFor(tableBy([ages]), benchmark, mapping);
    expect(run).toThrow(BenchmarkMappingError);
    expect(run).toThrow(expect.objectContaining({ code, path }));
  });

  it('is refused where two dimensions go to the same', () => {
    const both = tableBy([ages, schools]);
    const dimensions = { ...to({}), school: { to: 'Ikä', members: 'same' as const } };
    expect(() => benchmarkFor(both, benchmark, { dimensions, perUnit: perUnit ?? 1 })).toThrow(
      expect.objectContaining({ code: 'dimension-used-twice', path: 'dimensions.school.to' }),
    );
  });
});
