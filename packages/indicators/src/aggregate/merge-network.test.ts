import { describe, expect, it } from 'vitest';
import type { Aggregate } from './aggregate.js';
import { IncompatibleAggregatesError, ProviderTwiceError } from './errors.js';
import { merge } from './merge.js';
import { mergeNetwork } from './merge-network.js';
import { parseAggregate } from './parse.js';

/** One cell with so many students of a provider. */
function aggregateOf(provider: string, n: number, over: Partial<Aggregate> = {}): Aggregate {
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: 'students', version: '1.0.0', hash: 'aa' },
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2026-01-31',
    only: {},
    by: ['year'],
    members: { year: [{ id: '2025', label: { fi: '2025' } }] },
    providers: [{ id: provider, label: { fi: `Opisto ${provider}` } }],
    cells: [{ key: ['2025'], n, amounts: [n] }],
    population: n,
    exclusions: [],
    findings: [],
    records: { read: n, facts: n, refused: 0 },
    ...over,
  };
}

const ids = ['p1', 'p2', 'p3', 'p4', 'p5'];
const five = ids.map((id, at) => aggregateOf(id, at + 1));

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

describe('a network', () => {
  it('is the sum of its providers', () => {
    // 1 + 2 + 3 + 4 + 5
    expect(mergeNetwork(five)).toMatchObject({
      network: { cells: [{ key: ['2025'], n: 15, amounts: [15] }], population: 15, asOf: '2026-01-31' },
      missing: [],
      unexpected: [],
    });
    expect(() => mergeNetwork([])).toThrow(RangeError);
  });

  it('says who is missing, and who is there without being expected', () => {
    const { missing, unexpected } = mergeNetwork(five, { expected: ['p7', 'p1', 'p2', 'p3', 'p6', 'p6', 'p5'] });
    expect(missing).toEqual(['p6', 'p7']);
    expect(unexpected).toEqual([{ id: 'p4', label: { fi: 'Opisto p4' } }]);
    expect(mergeNetwork(five, { expected: [] }).unexpected).toHaveLength(5);
    expect(mergeNetwork(five, { expected: ids })).toMatchObject({ missing: [], unexpected: [] });
  });
});

describe('what is not to be merged is told with all whose it is', () => {
  it('providers that are there twice', () => {
    const error = errorOf(() => mergeNetwork([...five, aggregateOf('p4', 1), mergeNetwork(five.slice(0, 2)).network]));
    expect(error).toBeInstanceOf(ProviderTwiceError);
    expect(error).toMatchObject({ providers: ['p1', 'p2', 'p4'], found: 'p1, p2, p4' });
    expect(String(error)).toContain('p1, p2, p4');
  });

  it('another hash, another period, another cut: what most have is expected', () => {
    const other = { indicator: { id: 'students', version: '1.1.0', hash: 'bb' } };
    const half = { period: { from: '2025-01-01', to: '2025-06-30' } };
    const [p1, p2, p3, p4, p5] = five as [Aggregate, Aggregate, Aggregate, Aggregate, Aggregate];
    const error = errorOf(() => merge({ ...p1, ...other }, p2, { ...p3, ...half, by: [] }, { ...p4, ...other }, p5));
    expect(error).toBeInstanceOf(IncompatibleAggregatesError);
    expect(error).toMatchObject({
      path: 'indicator.hash',
      expected: '"aa"',
      found: '"bb"',
      differences: [
        { path: 'indicator.hash', expected: '"aa"', others: [{ found: '"bb"', providers: ['p1', 'p4'] }] },
        {
          path: 'period',
          expected: '{"from":"2025-01-01","to":"2025-12-31"}',
          others: [{ found: '{"from":"2025-01-01","to":"2025-06-30"}', providers: ['p3'] }],
        },
        { path: 'by', expected: '["year"]', others: [{ found: '[]', providers: ['p3'] }] },
      ],
    });
    expect(String(error)).toContain('indicator.hash is "aa", but "bb" of p1, p4; period is');
  });

  it.each<[string, Partial<Aggregate>, string, string]>([
    ['rule', { rule: 'until-2025' }, 'nothing', '"until-2025"'],
    ['parameters', { parameters: { days: 14 } }, 'nothing', '{"days":14}'],
    [
      'classifications',
      { classifications: [{ id: 'field', version: '2' }] },
      'nothing',
      '[{"id":"field","version":"2"}]',
    ],
    ['only', { only: { gender: ['female'] } }, '{}', '{"gender":["female"]}'],
    ['totals', { totals: ['year'] }, 'nothing', '["year"]'],
    ['exclusions', { exclusions: [{ id: 'nested', count: 1 }] }, '[]', '["nested"]'],
  ])('%s', (path, over, expected, found) => {
    const error = errorOf(() => merge(aggregateOf('p1', 1), aggregateOf('p2', 2), aggregateOf('p3', 3, over)));
    expect(error).toMatchObject({ differences: [{ path, expected, others: [{ found, providers: ['p3'] }] }] });
  });

  it('another indicator, whose hash is another anyway', () => {
    const other = aggregateOf('p3', 3, { indicator: { id: 'employers', version: '1.0.0', hash: 'cc' } });
    const error = errorOf(() => merge(aggregateOf('p1', 1), aggregateOf('p2', 2), other));
    expect(error).toMatchObject({
      differences: [
        { path: 'indicator.id', expected: '"students"', others: [{ found: '"employers"', providers: ['p3'] }] },
      ],
    });
  });

  it('a cohort that has had its time by some and not by others', () => {
    const waiting = (matures: string) => ({ cells: [{ key: ['2025'], matures }] });
    const [p1, p2, p3, p4] = five as [Aggregate, Aggregate, Aggregate, Aggregate];
    const error = errorOf(() =>
      merge(
        { ...p1, ...waiting('2026-02-01') },
        p2,
        { ...p3, ...waiting('2026-03-01') },
        p4,
        aggregateOf('p9', 1, { cells: [] }),
      ),
    );
    expect(error).toMatchObject({
      differences: [
        {
          path: 'cells[2025]',
          expected: 'figures',
          others: [
            { found: 'immature until 2026-02-01', providers: ['p1'] },
            { found: 'immature until 2026-03-01', providers: ['p3'] },
          ],
        },
      ],
    });
    expect(merge({ ...p1, ...waiting('2026-02-01') }, { ...p2, ...waiting('2026-02-01') }).cells).toEqual(
      waiting('2026-02-01').cells,
    );
  });
});

describe('records of several days', () => {
  const [first, second, third] = [
    aggregateOf('p1', 1, { asOf: '2026-01-31' }),
    aggregateOf('p2', 2, { asOf: '2026-02-03' }),
    aggregateOf('p3', 3, { asOf: '2026-02-07' }),
  ] as const;

  it('are refused, with all whose day is another', () => {
    expect(errorOf(() => merge(first, second, aggregateOf('p4', 4), third))).toMatchObject({
      differences: [
        {
          path: 'asOf',
          expected: '2026-01-31',
          others: [
            { found: '2026-02-03', providers: ['p2'] },
            { found: '2026-02-07', providers: ['p3'] },
          ],
        },
      ],
    });
  });

  it('make a network of the earliest day that says the latest too, where they are near enough', () => {
    // 31 January to 7 February: 7 days.
    const { network } = mergeNetwork([second, third, first], { maxDaysApart: 7 });
    expect(network).toMatchObject({ asOf: '2026-01-31', asOfLatest: '2026-02-07', population: 6 });
    expect(parseAggregate(JSON.parse(JSON.stringify(network)))).toEqual({ ok: true, aggregate: network });
    expect(errorOf(() => mergeNetwork([first, second, third], { maxDaysApart: 6 }))).toMatchObject({
      differences: [{ path: 'asOf', expected: '2026-01-31 (≤ 6 d)' }],
    });
  });

  it('are the same bytes in any order and grouping, and a network of several days is not merged as one of one day', () => {
    const options = { maxDaysApart: 7 };
    const bytes = JSON.stringify(mergeNetwork([first, second, third], options).network);
    const { network } = mergeNetwork([third, second], options);
    expect(network).toMatchObject({ asOf: '2026-02-03', asOfLatest: '2026-02-07' });
    expect(JSON.stringify(mergeNetwork([network, first], options).network)).toBe(bytes);
    expect(JSON.stringify(mergeNetwork([first, network], options).network)).toBe(bytes);
    expect(Object.keys(network).slice(3, 6)).toEqual(['period', 'asOf', 'asOfLatest']);
    expect(errorOf(() => merge(network, aggregateOf('p4', 4, { asOf: '2026-02-03' })))).toMatchObject({
      differences: [{ path: 'asOf', others: [{ found: '2026-02-03', providers: ['p4'] }] }],
    });
  });

  it('of one day do not say a latest one', () => {
    expect(mergeNetwork([first, aggregateOf('p4', 1)], { maxDaysApart: 7 }).network).not.toHaveProperty('asOfLatest');
  });
});
