import { ownPolicy, publishTogether, students, type IndicatorTable, type ToPublish } from '@strapetsi/indicators';
import { audit } from '@strapetsi/indicators/audit';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { aggregateOf, shownCells, type Leaves } from '../../packages/indicators/testing/tables.js';

/**
 * Cells that differencing would reveal, as the tests of sdcTable tell them (sdcTools/sdcTable 6393dfb6; figures only). Their program withholds
 * other cells as it follows another criterion; what must not be found out is the same.
 */
const reference = new URL('../../../shared/reference/disclosure/sdc-cases.json', import.meta.url);
const reason = existsSync(reference) ? undefined : 'reference data of others (../shared/reference) is not here';

beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});

interface Row {
  readonly region: string;
  readonly county?: string;
  readonly group?: string;
  readonly n?: number;
}
interface Case {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly rule: { readonly maxN: number };
  readonly expected: Readonly<Record<string, unknown>>;
}

function caseOf(id: string): Case {
  const { cases } = JSON.parse(readFileSync(reference, 'utf8')) as { readonly cases: readonly Case[] };
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}`);
  return found;
}

function leavesOf(rows: readonly Row[], key: (row: Row) => string): Leaves {
  const leaves: Record<string, [number]> = {};
  for (const row of rows) leaves[key(row)] = [(leaves[key(row)]?.[0] ?? 0) + (row.n ?? 1)];
  return leaves;
}

describe('linked tables of one variable with two hierarchies', () => {
  /** Counties are providers and regions their schools; the groups of regions are a column of one's own. */
  const tables = (): {
    readonly rows: readonly Row[];
    readonly policy: ReturnType<typeof ownPolicy>;
    readonly items: readonly ToPublish[];
  } => {
    const { rows, rule } = caseOf('linked-tables-differencing');
    const policy = ownPolicy({ minimum: rule.maxN + 1 });
    const byCounty = aggregateOf(
      ['provider', 'school'],
      leavesOf(rows, ({ county = '', region }) => `${county} ${region}`),
      {
        totals: ['provider', 'school'],
      },
    );
    const byGroup = aggregateOf(
      ['own.group', 'school'],
      leavesOf(rows, ({ group = '', region }) => `${group} ${region}`),
      {
        totals: ['own.group', 'school'],
        own: { 'own.group': { en: 'Group' } },
      },
    );
    return { rows, policy, items: [byCounty, byGroup].map((aggregate) => ({ aggregate, definition: students })) };
  };

  test('have the five small regions of the source', () => {
    const { rows, policy } = tables();
    expect(rows.filter(({ n = 0 }) => n < policy.minimum)).toHaveLength(5);
  });

  test('say together nothing of a small region that either may not say', async () => {
    const { policy, items, rows } = tables();
    const published = publishTogether(items, { policy });
    expect((await audit(published, policy)).tooClose).toEqual([]);
    const small = rows.filter(({ n = 0 }) => n < policy.minimum).map(({ region }) => region);
    for (const table of published) {
      const shown = shownCells(table);
      for (const region of small) expect(typeof shown[`* ${region}`]).toBe('string');
    }
  });

  test('would have said it, each published by itself: county 1 less the small ones of its group leaves region B', async () => {
    const { policy, items } = tables();
    const apart = items.flatMap((one) => publishTogether([one], { policy }));
    const together = publishTogether(items, { policy });
    const withheld = (all: readonly IndicatorTable[]): number =>
      all.flatMap(({ cells }) => cells).filter(({ status }) => status === 'withheld').length;
    expect(withheld(together)).toBeGreaterThanOrEqual(withheld(apart));
    expect((await audit(together, policy)).tooClose).toEqual([]);
  });
});

describe('two groups of one person each', () => {
  test('do not hide each other: neither of the two can tell the other group from the total', () => {
    const { rows, rule } = caseOf('singleton-detection');
    const leaves = { ...leavesOf(rows, ({ region }) => region), d: [0] } as const;
    // Groups of one are small, and of two as well: where only ones are withheld, that it is withheld says that it is one.
    const policy = ownPolicy({ minimum: rule.maxN + 2 });
    const aggregate = aggregateOf(['school'], leaves, { totals: ['school'] });
    const [table] = publishTogether([{ aggregate, definition: students }], { policy });
    const shown = shownCells(table);
    const possible = (id: string): readonly number[] => {
      if (typeof shown[id] === 'number') return [shown[id]];
      return shown[id] === '–' ? [1, 2] : [0, 1, 2, 3, 4, 5, 6, 7, 8];
    };
    // What the one of a finds possible of c, who knows that a is one, and the other way round.
    for (const [own, other] of [
      ['a', 'c'],
      ['c', 'a'],
    ] as const) {
      const met = new Set<number>();
      for (const b of possible('b')) for (const n of possible(other)) if (possible('*').includes(1 + b + n)) met.add(n);
      expect([...met], `${own} about ${other}`).toEqual(expect.arrayContaining([1, 2]));
    }
    expect(shown['d']).toBe(0);
  });
});
