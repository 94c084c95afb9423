import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregate, AggregateCell } from './aggregate.js';
import { byKey } from './add.js';
import { IncompatibleAggregatesError, ProviderTwiceError } from './errors.js';
import { merge } from './merge.js';
import { parseAggregate } from './parse.js';

const years = ['2022', '2023', '2024'];
const schools = ['A', 'B', 'C'];

function aggregate(provider: string, cells: readonly AggregateCell[], label = `School of ${provider}`): Aggregate {
  const ids = (index: number): string[] => [...new Set(cells.map(({ key }) => key[index] ?? ''))].sort();
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: 'student-years', version: '1.0.0', hash: 'aa' },
    period: { from: '2022-01-01', to: '2024-12-31' },
    asOf: '2025-01-31',
    only: {},
    by: ['year', 'school'],
    members: {
      year: ids(0).map((id) => ({ id, label: { fi: id, sv: id, en: id } })),
      school: ids(1).map((id) => ({ id, label: { fi: `${label} ${id}` } })),
    },
    providers: [{ id: provider, label: { fi: provider } }],
    cells: [...cells].sort(byKey),
    population: cells.length,
    exclusions: [{ id: 'nested', count: cells.length % 3 }],
    findings: [{ code: 'unknown-state', severity: 'error', count: cells.length }],
    records: { read: cells.length + 1, facts: cells.length, refused: 1 },
  };
}

const cellsOf = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...years), fc.constantFrom(...schools)), {
    selector: ([year, school]) => `${year}/${school}`,
  })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        key[0] === '2024'
          ? fc.constant<AggregateCell>({ key, matures: '2026-01-01' })
          : fc
              .tuple(
                fc.nat(1000),
                fc.maxSafeNat().map((amount) => Math.floor(amount / 1e6)),
              )
              .map(([n, amount]): AggregateCell => ({ key, n, amounts: [amount] })),
      ),
    ),
  );

const network = fc
  .uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'), { minLength: 1 })
  .chain((providers) => fc.tuple(...providers.map((provider) => cellsOf.map((cells) => aggregate(provider, cells)))));

describe('merging providers', () => {
  it('gives the same bytes in any order and any grouping', () => {
    fc.assert(
      fc.property(network, fc.nat(), (aggregates, seed) => {
        const [first, ...others] = aggregates;
        if (first === undefined) return;
        const whole = JSON.stringify(merge(first, ...others));
        const turn = seed % aggregates.length;
        const [turnedFirst, ...turned] = [...aggregates.slice(turn), ...aggregates.slice(0, turn)].reverse();
        if (turnedFirst === undefined) return;
        expect(JSON.stringify(merge(turnedFirst, ...turned))).toBe(whole);
        const [leftFirst, ...left] = aggregates.slice(0, turn + 1);
        const [rightFirst, ...right] = aggregates.slice(turn + 1);
        if (leftFirst === undefined || rightFirst === undefined) return;
        expect(JSON.stringify(merge(merge(leftFirst, ...left), merge(rightFirst, ...right)))).toBe(whole);
      }),
    );
  });

  it('adds figures cell by cell, and counts of records, findings and what was left out', () => {
    const a = aggregate('p1', [
      { key: ['2022', 'A'], n: 3, amounts: [30] },
      { key: ['2023', 'B'], n: 1, amounts: [7] },
      { key: ['2024', 'A'], matures: '2026-01-01' },
    ]);
    const b = {
      ...aggregate('p2', [
        { key: ['2022', 'A'], n: 4, amounts: [12] },
        { key: ['2022', 'B'], n: 2, amounts: [5] },
        { key: ['2024', 'A'], matures: '2026-01-01' },
      ]),
      findings: [
        { code: 'end-before-start', severity: 'error', count: 2 },
        { code: 'unknown-state', severity: 'error', count: 1 },
        { code: 'unknown-state', severity: 'warning', count: 5 },
      ],
      exclusions: [{ id: 'nested', count: 8 }],
    };
    expect(merge(a, b)).toEqual({
      ...a,
      members: {
        year: ['2022', '2023', '2024'].map((id) => ({ id, label: { fi: id, sv: id, en: id } })),
        school: ['A', 'B'].map((id) => ({ id, label: { fi: `School of p1 ${id}` } })),
      },
      providers: ['p1', 'p2'].map((id) => ({ id, label: { fi: id } })),
      cells: [
        { key: ['2022', 'A'], n: 7, amounts: [42] },
        { key: ['2022', 'B'], n: 2, amounts: [5] },
        { key: ['2023', 'B'], n: 1, amounts: [7] },
        { key: ['2024', 'A'], matures: '2026-01-01' },
      ],
      population: 6,
      exclusions: [{ id: 'nested', count: 8 }],
      findings: [
        { code: 'end-before-start', severity: 'error', count: 2 },
        { code: 'unknown-state', severity: 'error', count: 4 },
        { code: 'unknown-state', severity: 'warning', count: 5 },
      ],
      records: { read: 8, facts: 6, refused: 2 },
    });
  });

  it('refuses cells that do not agree on when a cohort has had its time, and exclusions of another list', () => {
    const key = ['2024', 'A'];
    const a = aggregate('p1', [{ key, matures: '2026-01-01' }]);
    const figures = aggregate('p2', [{ key, n: 1, amounts: [1] }]);
    expect(() => merge(a, figures)).toThrow('cells[2024, A] is immature until 2026-01-01, but figures of p2');
    expect(() => merge(figures, a)).toThrow(IncompatibleAggregatesError);
    expect(() => merge(a, aggregate('p2', [{ key, matures: '2026-07-01' }]))).toThrow('2026-07-01');
    expect(() => merge(a, { ...figures, cells: [], exclusions: [{ id: 'tuva', count: 1 }] })).toThrow('["tuva"]');
  });

  it('refuses one provider twice, also when it hides inside a network', () => {
    const [a, b, again] = ['p1', 'p2', 'p1'].map((provider) => aggregate(provider, []));
    if (a === undefined || b === undefined || again === undefined) throw new Error('three aggregates');
    expect(() => merge(a, again)).toThrow(ProviderTwiceError);
    expect(() => merge(merge(a, b), again)).toThrow('p1');
  });

  it('refuses another definition, another day, another cut and another period, and says which', () => {
    const a = aggregate('p1', []);
    const b = aggregate('p2', []);
    const others: readonly (readonly [string, Aggregate])[] = [
      ['indicator.hash', { ...b, indicator: { ...b.indicator, hash: 'bb' } }],
      ['asOf', { ...b, asOf: '2025-02-28' }],
      ['by', { ...b, by: ['year'] }],
      ['period', { ...b, period: { from: '2021-01-01', to: '2024-12-31' } }],
      ['rule', { ...b, rule: 'until-2025' }],
      ['only', { ...b, only: { school: ['A'] } }],
    ];
    for (const [path, other] of others) {
      expect(() => merge(a, other)).toThrow(IncompatibleAggregatesError);
      expect(() => merge(a, other)).toThrow(path);
    }
  });

  it('keeps a name in one language beside the same name in another', () => {
    const cell: AggregateCell = { key: ['2022', 'A'], n: 1, amounts: [1] };
    const finnish = aggregate('p1', [cell]);
    const swedish = {
      ...aggregate('p2', [cell]),
      members: { year: [], school: [{ id: 'A', label: { sv: 'Skola A' } }] },
    };
    expect(merge(finnish, swedish).members.school).toEqual([
      { id: 'A', label: { fi: 'School of p1 A', sv: 'Skola A' } },
    ]);
  });
});

describe('reading an aggregate', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const written = aggregate('p1', cells);
        expect(parseAggregate(JSON.parse(JSON.stringify(written)))).toEqual({ ok: true, aggregate: written });
      }),
    );
  });

  it('says where a figure is not a count', () => {
    const json: unknown = JSON.parse(
      JSON.stringify(aggregate('p1', [{ key: ['2022', 'A'], n: 1, amounts: [1] }])).replace(
        '"population":1',
        '"population":1.5',
      ),
    );
    expect(parseAggregate(json)).toMatchObject({ ok: false, problem: { path: 'population', found: '1.5' } });
    expect(parseAggregate([])).toMatchObject({ ok: false, problem: { path: '', found: 'an array of 0' } });
  });

  it.each([
    [
      'a table, which is no aggregate',
      { type: 'strapetsi.indicator-table' },
      'type',
      '"strapetsi.aggregate"',
      '"strapetsi.indicator-table"',
    ],
    ['a count below nothing', { population: -1 }, 'population', 'a whole number from 0 up', '-1'],
    ['a day that is none', { asOf: '31.1.2025' }, 'asOf', 'a date such as 2024-12-31', '"31.1.2025"'],
    ['an unknown cut', { by: ['year', 'shoe size'] }, 'by[1]', '"year" or "month"', '"shoe size"'],
    ['a cell that is neither', { cells: [{ key: ['2022', 'A'] }] }, 'cells[0]', 'figures or the day', 'an object'],
    ['a key too short', { cells: [{ key: ['2022'], n: 1, amounts: [1] }] }, 'cells[0].key', '2 parts', '1 parts'],
    ['no providers', { providers: null }, 'providers', 'array', 'null'],
    ['half a count', { records: { read: 1, facts: 0.5, refused: 0 } }, 'records.facts', 'int', '0.5'],
  ])('says where, what was expected and what was found: %s', (_, over, path, expected, found) => {
    const read = parseAggregate({ ...aggregate('p1', []), ...over });
    if (read.ok) throw new Error('read');
    expect(read.problem.path).toBe(path);
    expect(read.problem.expected).toContain(expected);
    expect(read.problem.found).toBe(found);
  });
});
