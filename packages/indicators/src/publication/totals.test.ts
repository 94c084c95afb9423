import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregate, AggregateCell } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import { employed } from '../definitions/outcomes.js';
import { hashOf } from '../definitions/hash.js';
import { students } from '../definitions/students.js';
import type { Cell } from './indicator-table.js';
import { minimumPolicy } from './policy.js';
import { publish } from './publish.js';

const policy = minimumPolicy(5);

/** Leaves by key, with every total that the dimensions make. */
function aggregateOf(
  by: readonly DimensionId[],
  totals: readonly DimensionId[],
  leaves: Readonly<Record<string, readonly [n: number, ...amounts: number[]]>>,
  definition = students,
): Aggregate {
  const cells = new Map<string, AggregateCell & { readonly n: number }>();
  for (const [name, [n, ...amounts]] of Object.entries(leaves)) {
    const keys = totals.reduce<readonly (readonly string[])[]>(
      (found, id) => found.flatMap((key) => [key, key.with(by.indexOf(id), '*')]),
      [name.split(' ')],
    );
    for (const key of keys) {
      const known = cells.get(key.join(' '));
      cells.set(key.join(' '), {
        key,
        n: n + (known?.n ?? 0),
        amounts: amounts.map((amount, at) => amount + ((known && 'amounts' in known ? known.amounts[at] : 0) ?? 0)),
      });
    }
  }
  const members = by.map((id, at) => {
    const ids = [...new Set(Object.keys(leaves).map((name) => name.split(' ')[at] ?? ''))].sort();
    return [id, ids.map((one) => ({ id: one, label: { fi: one } }))] as const;
  });
  return {
    type: 'strapetsi.aggregate',
    schemaVersion: 1,
    indicator: { id: definition.id, version: definition.version, hash: hashOf(definition) },
    period: { from: '2024-01-01', to: '2024-12-31' },
    asOf: '2025-01-31',
    only: {},
    by,
    totals,
    members: Object.fromEntries(members),
    providers: [],
    cells: [...cells.values()],
    population: 0,
    exclusions: [],
    findings: [],
    records: { read: 0, facts: 0, refused: 0 },
  };
}

/** The cells of a table by their keys: a value, `–` where withheld, `(–)` where withheld for others’ sake, blank where there can be none. */
function shown(aggregate: Aggregate, definition = students): Readonly<Record<string, unknown>> {
  const table = publish(aggregate, { definition, policy });
  const keys = table.dimensions.reduce<readonly string[]>(
    (names, { members }) => names.flatMap((name) => members.map(({ id }) => `${name} ${id}`.trim())),
    [''],
  );
  return Object.fromEntries(keys.map((key, at) => [key, textOf(table.cells[at])]));
}

function textOf(cell: Cell | undefined): unknown {
  if (cell?.status === 'value') return cell.value;
  if (cell?.status === 'withheld') return cell.reason === 'primary' ? '–' : '(–)';
  return cell?.status === 'notApplicable' ? '' : cell?.status;
}

describe('totals of one dimension', () => {
  it('stand last and are called so', () => {
    const table = publish(aggregateOf(['school'], ['school'], { A: [10], B: [20] }), { definition: students, policy });
    expect(table.dimensions[0]?.members.at(-1)).toEqual({
      id: '*',
      label: { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' },
    });
    expect(shown(aggregateOf(['school'], ['school'], { A: [10], B: [20] }))).toEqual({ A: 10, B: 20, '*': 30 });
  });

  it('are withheld where one part is: it would be what the others leave', () => {
    expect(shown(aggregateOf(['school'], ['school'], { A: [10], B: [3] }))).toEqual({ A: 10, B: '–', '*': '(–)' });
  });

  it('are shown where two parts are withheld that can each be anything from 1 to 4', () => {
    expect(shown(aggregateOf(['school'], ['school'], { A: [10], B: [3], C: [2] }))['*']).toBe(15);
  });

  it.each([
    ['both 4', 4, 4],
    ['4 and at least 2', 4, 2],
    ['both 1', 1, 1],
  ])('are withheld where two withheld parts together say more: %s', (_, b, c) => {
    expect(shown(aggregateOf(['school'], ['school'], { A: [10], B: [b], C: [c] }))['*']).toBe('(–)');
  });

  it('are protected for each member of another dimension by itself', () => {
    const leaves = { 'female A': [10], 'female B': [3], 'male A': [10], 'male B': [20] } as const;
    expect(shown(aggregateOf(['gender', 'school'], ['school'], leaves))).toMatchObject({
      'female *': '(–)',
      'male *': 30,
    });
  });
});

describe('totals of a hierarchy', () => {
  const leaves = { 'P A': [10], 'P B': [3], 'Q C': [8], 'Q D': [30] } as const;

  it('leave blank what cannot be: a school of another provider', () => {
    expect(shown(aggregateOf(['provider', 'school'], ['school', 'provider'], leaves))).toMatchObject({
      'P A': 10,
      'P B': '–',
      'P C': '',
      'Q B': '',
      'Q *': 38,
    });
  });

  it('are withheld all the way up where a lone part could be reached by subtracting', () => {
    const cells = shown(aggregateOf(['provider', 'school'], ['school', 'provider'], leaves));
    expect(cells).toMatchObject({ 'P *': '(–)', '* *': '(–)', '* B': '–' });
  });

  it('are shown above withheld subtotals where these hide each other', () => {
    // P and Q each hide one school, so neither subtotal is shown; 10 + 3 + 30 + 2 leaves 5 for the two, each 1–4.
    const two = { 'P A': [10], 'P B': [3], 'Q C': [2], 'Q D': [30] } as const;
    expect(shown(aggregateOf(['provider', 'school'], ['school', 'provider'], two))).toMatchObject({
      'P *': '(–)',
      'Q *': '(–)',
      '* *': 45,
    });
  });
});

describe('totals that cross', () => {
  it('are shown only where nothing in them is withheld', () => {
    const leaves = {
      'female A': [10],
      'female B': [3],
      'male A': [2],
      'male B': [20],
      'other A': [9],
      'other B': [9],
    } as const;
    expect(shown(aggregateOf(['gender', 'school'], ['gender', 'school'], leaves))).toMatchObject({
      'female *': '(–)',
      'male *': '(–)',
      'other *': 18,
      '* A': '(–)',
      '* B': '(–)',
      '* *': '(–)',
    });
  });
});

describe('totals of shares', () => {
  const share = (leaves: Parameters<typeof aggregateOf>[2]): Readonly<Record<string, unknown>> =>
    shown(aggregateOf(['school', 'yearsAfter'], ['school'], leaves, employed), employed);

  it('are withheld where a lone numerator could be worked out, and say how many there are', () => {
    // 3 of 20 is a small numerator, 40 of 60 is not
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40] } as const;
    expect(share(leaves)).toMatchObject({ 'A 1': '–', 'B 1': 40 / 60, '* 1': '(–)' });
    const table = publish(aggregateOf(['school', 'yearsAfter'], ['school'], leaves, employed), {
      definition: employed,
      policy,
    });
    expect(table.cells.at(-1)).toEqual({
      status: 'withheld',
      reason: 'complementary',
      n: { status: 'value', value: 80 },
    });
  });

  it('are shown where two numerators hide each other', () => {
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40], 'C 1': [30, 30, 2] } as const;
    expect(share(leaves)['* 1']).toBe(45 / 110);
  });

  it('are withheld where one part hides how many there are and another its numerator', () => {
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40], 'C 1': [3, 3, 2] } as const;
    expect(share(leaves)['* 1']).toBe('(–)');
  });
});

describe('an outsider with all totals of a hierarchy', () => {
  /** All ways to fill the withheld schools with 1–4 so that every total shown comes out. */
  function waysToFill(
    leaves: readonly (readonly number[])[],
    cells: Readonly<Record<string, unknown>>,
  ): readonly number[][] {
    const all = leaves.flatMap((schools, p) =>
      schools.map((n, s) => ({ key: `P${String(p)} S${String(p)}${String(s)}`, p, n })),
    );
    const hidden = all.filter(({ key }) => cells[key] === '–');
    let ways: number[][] = [[]];
    for (let i = 0; i < hidden.length; i++) ways = ways.flatMap((way) => [1, 2, 3, 4].map((n) => [...way, n]));
    const total = (p: number | undefined, way: readonly number[]): number =>
      all.reduce((sum, one) => {
        if (p !== undefined && one.p !== p) return sum;
        const at = hidden.indexOf(one);
        return sum + (at < 0 ? one.n : way[at]!);
      }, 0);
    return ways.filter(
      (way) =>
        leaves.every(
          (_, p) => typeof cells[`P${String(p)} *`] !== 'number' || total(p, way) === cells[`P${String(p)} *`],
        ) &&
        (typeof cells['* *'] !== 'number' || total(undefined, way) === cells['* *']),
    );
  }

  it('can leave out no count from 1 to 4 for any school that is withheld', () => {
    const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 9 }));
    const network = fc.array(fc.array(count, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    const reached = { subtotal: 0, above: 0 };
    fc.assert(
      fc.property(network, (leaves) => {
        const named = leaves.flatMap((schools, p) =>
          schools.map((n, s) => [`P${String(p)} S${String(p)}${String(s)}`, [n]] as const),
        );
        const cells = shown(aggregateOf(['provider', 'school'], ['provider', 'school'], Object.fromEntries(named)));
        const ways = waysToFill(leaves, cells);
        const hidden = ways[0]?.length ?? 0;
        for (let at = 0; at < hidden; at++) expect(new Set(ways.map((way) => way[at]))).toEqual(new Set([1, 2, 3, 4]));
        if (hidden === 0) return;
        if (leaves.some((schools, p) => schools.some((n) => n < 5) && typeof cells[`P${String(p)} *`] === 'number'))
          reached.subtotal++;
        if (typeof cells['* *'] === 'number') reached.above++;
      }),
      { seed: 20261130, numRuns: 400 },
    );
    expect(reached.subtotal).toBeGreaterThan(20);
    expect(reached.above).toBeGreaterThan(20);
  });
});
