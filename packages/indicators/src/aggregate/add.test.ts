import { describe, expect, it } from 'vitest';
import { addAggregates, byCodeUnits, byKey, joinMembers, joinOwn } from './add.js';
import type { Aggregate, AggregateCell } from './aggregate.js';
import { IncompatibleAggregatesError } from './errors.js';

const plain: Aggregate = {
  type: 'strapetsi.aggregate',
  schemaVersion: 1,
  indicator: { id: 'employers', version: '1.0.0', hash: 'aa' },
  period: { from: '2024-01-01', to: '2024-12-31' },
  asOf: '2025-01-31',
  only: {},
  by: ['school'],
  members: { school: [] },
  providers: [],
  cells: [],
  population: 0,
  exclusions: [],
  findings: [],
  records: { read: 0, facts: 0, refused: 0 },
};

function cellsOf(a: readonly AggregateCell[], b: readonly AggregateCell[]): Aggregate['cells'] {
  const sum = addAggregates({ ...plain, cells: a }, { ...plain, cells: b }).cells;
  expect(addAggregates({ ...plain, cells: b }, { ...plain, cells: a }).cells).toEqual(sum);
  return sum;
}

describe('order', () => {
  it('is by UTF-16 code units: capitals first, ä after z', () => {
    expect(['ä', 'z', 'a', 'Z', 'a'].sort(byCodeUnits)).toEqual(['Z', 'a', 'a', 'z', 'ä']);
    expect([byCodeUnits('a', 'b'), byCodeUnits('b', 'a'), byCodeUnits('a', 'a')]).toEqual([-1, 1, 0]);
  });

  it('of keys is member by member', () => {
    const keys = [
      ['b', 'a'],
      ['a', 'c'],
      ['a', 'b'],
      ['b', 'a'],
    ].map((key) => ({ key }));
    expect(keys.sort(byKey).map(({ key }) => key.join(''))).toEqual(['ab', 'ac', 'ba', 'ba']);
    expect(byKey({ key: ['a', 'b'] }, { key: ['a'] })).toBe(1);
    expect(byKey({ key: [] }, { key: [] })).toBe(0);
  });
});

describe('names', () => {
  it('of one thing in two spellings are the smaller ones, language by language, in either order', () => {
    const a = [{ id: '2', label: { fi: 'Koulu', sv: 'Skolan' } }];
    const b = [{ id: '2', label: { fi: 'Koulun', sv: 'Skola', en: 'School' } }];
    const joined = [{ id: '2', label: { fi: 'Koulu', sv: 'Skola', en: 'School' } }];
    expect(joinMembers(a, b)).toEqual(joined);
    expect(joinMembers(b, a)).toEqual(joined);
    expect(joinMembers(a, a)).toEqual(a);
  });

  it('of different things stand side by side, by id; a language that neither has is not there', () => {
    const [one, two, ten] = ['1', '2', '10'].map((id) => ({ id, label: { sv: id } }));
    expect(joinMembers([two!], [one!, ten!])).toEqual([one, ten, two]);
    expect(Object.keys(joinMembers([two!], [two!])[0]!.label)).toEqual(['sv']);
  });

  it('of own columns are those of both, by id', () => {
    const a = { 'own.team': { fi: 'Tiimi' }, 'own.shift': { fi: 'Vuoro' } };
    const b = { 'own.team': { fi: 'Ryhmä', sv: 'Team' }, 'own.area': { sv: 'Område' } };
    const joined = {
      'own.area': { sv: 'Område' },
      'own.shift': { fi: 'Vuoro' },
      'own.team': { fi: 'Ryhmä', sv: 'Team' },
    };
    expect(JSON.stringify(joinOwn(a, b))).toBe(JSON.stringify(joined));
    expect(JSON.stringify(joinOwn(b, a))).toBe(JSON.stringify(joined));
    expect(joinOwn({}, {})).toEqual({});
  });
});

describe('adding two aggregates', () => {
  it('adds every amount of a cell', () => {
    expect(cellsOf([{ key: ['s1'], n: 2, amounts: [10, 0, 3] }], [{ key: ['s1'], n: 5, amounts: [7, 1, 0] }])).toEqual([
      { key: ['s1'], n: 7, amounts: [17, 1, 3] },
    ]);
  });

  it('tells keys apart that would read the same without their borders', () => {
    const wide = { ...plain, by: ['school', 'location'], members: {} } as const;
    const of = (...key: readonly string[]): Aggregate => ({ ...wide, cells: [{ key, n: 1, amounts: [1] }] });
    expect(addAggregates(of('a,b', 'c'), of('a', 'b,c')).cells.map(({ key }) => key)).toEqual([
      ['a', 'b,c'],
      ['a,b', 'c'],
    ]);
  });

  it('joins different codes, each once and in order, also where only one of the cells has any', () => {
    const key = ['s1'];
    expect(
      cellsOf([{ key, n: 1, amounts: [], codes: ['c', 'e'] }], [{ key, n: 2, amounts: [], codes: ['a', 'c'] }]),
    ).toEqual([{ key, n: 3, amounts: [], codes: ['a', 'c', 'e'] }]);
    expect(cellsOf([{ key, n: 1, amounts: [], codes: ['e'] }], [{ key, n: 2, amounts: [] }])).toEqual([
      { key, n: 3, amounts: [], codes: ['e'] },
    ]);
    expect(Object.keys(cellsOf([{ key, n: 1, amounts: [] }], [{ key, n: 2, amounts: [] }])[0]!)).toEqual([
      'key',
      'n',
      'amounts',
    ]);
  });

  it('keeps an immature cell, and refuses figures beside it', () => {
    const key = ['s1'];
    const immature = { key, matures: '2026-01-01' };
    expect(cellsOf([immature], [immature])).toEqual([immature]);
    const error = { name: 'IncompatibleAggregatesError', path: 'cells[s1]' };
    const figures = { ...plain, cells: [{ key, n: 1, amounts: [1] }] };
    const waiting = { ...plain, cells: [immature] };
    expect(() => addAggregates(waiting, figures)).toThrow(
      expect.objectContaining({ ...error, expected: 'immature until 2026-01-01', found: 'figures' }),
    );
    expect(() => addAggregates(figures, waiting)).toThrow(
      expect.objectContaining({ ...error, expected: 'figures', found: 'immature until 2026-01-01' }),
    );
  });

  it('has names of own columns where either has, in the same place', () => {
    const own = { 'own.team': { fi: 'Tiimi' } };
    const { only, by, members, providers, cells, population, exclusions, findings, records, ...head } = plain;
    const rest = { only, by, members, providers, cells, population, exclusions, findings, records };
    const withOwn: Aggregate = { ...head, own, ...rest };
    const bytes = JSON.stringify(withOwn);
    expect(JSON.stringify(addAggregates(plain, withOwn))).toBe(bytes);
    expect(JSON.stringify(addAggregates(withOwn, plain))).toBe(bytes);
    expect(JSON.stringify(addAggregates(plain, plain))).toBe(JSON.stringify(plain));
    expect(addAggregates(withOwn, { ...withOwn, own: { 'own.shift': {} } }).own).toEqual({ 'own.shift': {}, ...own });
  });

  it('keeps what was put together, and members of the dimensions that there are', () => {
    const { members, providers, ...head } = { ...plain, totals: ['school'] as const };
    const total: Aggregate = { ...head, members, providers };
    expect(addAggregates(total, total).totals).toEqual(['school']);
    expect(addAggregates(plain, plain)).not.toHaveProperty('totals');
    const s = (id: string) => ({ id, label: {} });
    expect(addAggregates({ ...plain, members: {} }, { ...plain, members: { school: [s('2')] } }).members).toEqual({
      school: [s('2')],
    });
    expect(
      addAggregates(
        { ...plain, members: { school: [s('2')] } },
        { ...plain, members: { school: [s('1')], year: [s('2024')] } },
      ).members,
    ).toEqual({ school: [s('1'), s('2')] });
  });

  it('adds exclusions one by one and findings by code and severity, in order', () => {
    const a: Aggregate = {
      ...plain,
      exclusions: [
        { id: 'nested', count: 1 },
        { id: 'purchased', count: 2 },
      ],
      findings: [
        { code: 'b', severity: 'error', count: 1 },
        { code: 'b', severity: 'warning', count: 2 },
      ],
    };
    const b: Aggregate = {
      ...a,
      exclusions: [
        { id: 'nested', count: 10 },
        { id: 'purchased', count: 20 },
      ],
      findings: [
        { code: 'a', severity: 'warning', count: 4 },
        { code: 'b', severity: 'warning', count: 8 },
      ],
    };
    const sum = addAggregates(a, b);
    expect(sum.exclusions).toEqual([
      { id: 'nested', count: 11 },
      { id: 'purchased', count: 22 },
    ]);
    expect(sum.findings).toEqual([
      { code: 'a', severity: 'warning', count: 4 },
      { code: 'b', severity: 'error', count: 1 },
      { code: 'b', severity: 'warning', count: 10 },
    ]);
    expect(addAggregates(b, a).findings).toEqual(sum.findings);
  });

  it.each<[string, Partial<Aggregate>, string, string]>([
    ['indicator.id', { indicator: { ...plain.indicator, id: 'students' } }, '"employers"', '"students"'],
    ['indicator.hash', { indicator: { ...plain.indicator, hash: 'bb' } }, '"aa"', '"bb"'],
    ['rule', { rule: 'from-2026' }, 'nothing', '"from-2026"'],
    [
      'period',
      { period: { from: '2024-01-01', to: '2024-06-30' } },
      '{"from":"2024-01-01","to":"2024-12-31"}',
      '{"from":"2024-01-01","to":"2024-06-30"}',
    ],
    ['asOf', { asOf: '2025-02-28' }, '"2025-01-31"', '"2025-02-28"'],
    ['parameters', { parameters: { days: 30 } }, 'nothing', '{"days":30}'],
    [
      'classifications',
      { classifications: [{ id: 'fields', version: '2' }] },
      'nothing',
      '[{"id":"fields","version":"2"}]',
    ],
    ['only', { only: { school: ['s1'] } }, '{}', '{"school":["s1"]}'],
    ['by', { by: [] }, '["school"]', '[]'],
    ['totals', { totals: ['school'] }, 'nothing', '["school"]'],
    ['exclusions', { exclusions: [{ id: 'nested', count: 0 }] }, '[]', '["nested"]'],
  ])('refuses another %s, and says what stands in each', (path, other, expected, found) => {
    const error = { path, expected, found, code: 'incompatible-aggregates' };
    expect(() => addAggregates(plain, { ...plain, ...other })).toThrow(IncompatibleAggregatesError);
    expect(() => addAggregates(plain, { ...plain, ...other })).toThrow(expect.objectContaining(error));
    expect(() => addAggregates({ ...plain, ...other }, plain)).toThrow(
      expect.objectContaining({ ...error, expected: found, found: expected }),
    );
  });

  it('takes another version of the same hash: labels have changed, and nothing that computes', () => {
    const newer = { ...plain, indicator: { ...plain.indicator, version: '1.0.1' } };
    expect(addAggregates(plain, newer).indicator.version).toBe('1.0.0');
  });
});
