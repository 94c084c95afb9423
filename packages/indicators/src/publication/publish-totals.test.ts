import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateOf as aggregateOfLeaves, shownCells, type Leaves } from '../../testing/tables.js';
import type { Aggregate } from '../aggregate/aggregate.js';
import type { DimensionId } from '../definitions/definition.js';
import { employed } from '../definitions/outcomes.js';
import { students } from '../definitions/students.js';
import { minimumPolicy } from './policy.js';
import { publish } from './publish.js';

const policy = minimumPolicy(5);

function aggregateOf(
  by: readonly DimensionId[],
  totals: readonly DimensionId[],
  leaves: Leaves,
  definition = students,
): Aggregate {
  return aggregateOfLeaves(by, leaves, { totals }, definition);
}

function shown(aggregate: Aggregate, definition = students): Readonly<Record<string, unknown>> {
  return shownCells(publish(aggregate, { definition, policy }));
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

  it('are shown where one part is withheld, and another part is withheld instead', () => {
    // 13 in all: were A shown, B would be what it leaves. With A withheld, which is 5 or more, B is 1 to 4.
    expect(shown(aggregateOf(['school'], ['school'], { A: [10], B: [3] }))).toEqual({ A: '(–)', B: '–', '*': 13 });
  });

  it('are shown with all other parts where two parts are withheld that can each be anything from 1 to 4', () => {
    expect(shown(aggregateOf(['school'], ['school'], { A: [10], B: [3], C: [2] }))).toMatchObject({ A: 10, '*': 15 });
  });

  it.each([
    ['both 4', 4, 4],
    ['4 and at least 2', 4, 2],
  ])('leave unsaid that two withheld parts are 1–4 where together they say more: %s', (_, b, c) => {
    const cells = shown(aggregateOf(['school'], ['school'], { A: [10], B: [b], C: [c] }));
    expect(cells).toMatchObject({ A: 10, '*': 10 + b + c });
    expect([cells['B'], cells['C']]).toContain('(–)');
  });

  it('ask for a third part to be withheld where one person of a group of one could subtract', () => {
    // Whoever is the one of B knows that C is the other of 12 − 10.
    const cells = shown(aggregateOf(['school'], ['school'], { A: [10], B: [1], C: [1] }));
    expect(cells).toMatchObject({ A: '(–)', '*': 12 });
  });

  it('are withheld where no other part is large enough to hide a small one', () => {
    // Of 8 in all, one of 5 or more leaves at most 3: the other could not be 4.
    expect(shown(aggregateOf(['school'], ['school'], { A: [5], B: [3] }))['*']).toBe('(–)');
  });

  it('are protected for each member of another dimension by itself', () => {
    const leaves = { 'female A': [10], 'female B': [3], 'male A': [10], 'male B': [20] } as const;
    expect(shown(aggregateOf(['gender', 'school'], ['school'], leaves))).toEqual({
      'female A': '(–)',
      'female B': '–',
      'female *': 13,
      'male A': 10,
      'male B': 20,
      'male *': 30,
    });
  });
});

describe('totals of a hierarchy', () => {
  const leaves = { 'P A': [10], 'P B': [3], 'Q C': [8], 'Q D': [30] } as const;

  it('leave blank what cannot be: a school of another provider', () => {
    expect(shown(aggregateOf(['provider', 'school'], ['school', 'provider'], leaves))).toMatchObject({
      'P C': '',
      'Q B': '',
    });
  });

  it('are shown at every level where a school of the same provider hides the small one', () => {
    expect(shown(aggregateOf(['provider', 'school'], ['school', 'provider'], leaves))).toMatchObject({
      'P A': '(–)',
      'P B': '–',
      'Q C': 8,
      'Q D': 30,
      'P *': 13,
      'Q *': 38,
      '* *': 51,
      '* A': '(–)',
      '* B': '–',
      '* C': 8,
    });
  });

  it('are withheld where a provider has no other school, and then one of another provider with them', () => {
    const lone = { 'P A': [3], 'Q C': [8], 'Q D': [30] } as const;
    expect(shown(aggregateOf(['provider', 'school'], ['school', 'provider'], lone))).toMatchObject({
      'P A': '–',
      'P *': '–',
      'Q *': '(–)',
      '* *': 41,
    });
  });
});

describe('totals that cross', () => {
  it('are shown where four cells that cross hide each other; as female B is male A and one more, neither says that it is 1–4', () => {
    const leaves = {
      'female A': [10],
      'female B': [3],
      'male A': [2],
      'male B': [20],
      'other A': [9],
      'other B': [9],
    } as const;
    expect(shown(aggregateOf(['gender', 'school'], ['gender', 'school'], leaves))).toEqual({
      'female A': '(–)',
      'female B': '(–)',
      'male A': '(–)',
      'male B': '(–)',
      'other A': 9,
      'other B': 9,
      'female *': 13,
      'male *': 22,
      'other *': 18,
      '* A': 21,
      '* B': 32,
      '* *': 53,
    });
  });
});

describe('totals of shares', () => {
  const share = (leaves: Parameters<typeof aggregateOf>[2]): Readonly<Record<string, unknown>> =>
    shown(aggregateOf(['school', 'yearsAfter'], ['school'], leaves, employed), employed);

  it('are shown where a lone numerator could be worked out, and another numerator is withheld, but not of how many', () => {
    // 3 of 20 is a small numerator, 40 of 60 is not
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40] } as const;
    expect(share(leaves)).toEqual({ 'A 1': '–', 'B 1': '(–)', '* 1': 43 / 80 });
    const table = publish(aggregateOf(['school', 'yearsAfter'], ['school'], leaves, employed), {
      definition: employed,
      policy,
    });
    expect(table.cells[1]).toEqual({
      status: 'withheld',
      reason: 'complementary',
      n: { status: 'value', value: 60 },
    });
  });

  it('are shown with everything else where two numerators hide each other', () => {
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40], 'C 1': [30, 30, 2] } as const;
    expect(share(leaves)).toMatchObject({ 'B 1': 40 / 60, '* 1': 45 / 110 });
  });

  it('leave unsaid that a numerator is small where another part hides how many there are', () => {
    const leaves = { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40], 'C 1': [3, 3, 2] } as const;
    expect(share(leaves)).toEqual({ 'A 1': '(–)', 'B 1': 40 / 60, 'C 1': '–', '* 1': 45 / 83 });
  });
});

describe('an outsider with all totals of a hierarchy', () => {
  interface School {
    readonly key: string;
    readonly provider: number;
    readonly n: number;
  }

  /** Counts that each withheld school can have so that every total shown comes out; of those that say nothing, only counts near the true one. */
  function spansOf(
    schools: readonly School[],
    cells: Readonly<Record<string, unknown>>,
  ): readonly (readonly number[])[] {
    const providers = [...new Set(schools.map(({ provider }) => provider))];
    const near = (n: number): readonly number[] =>
      [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((d) => (n + d < 0 ? [] : [n + d]));
    const possible = schools.map(({ key, n }): readonly number[] => {
      if (cells[key] === '–') return [1, 2, 3, 4];
      return cells[key] === '(–)' ? near(n) : [n];
    });
    const met = schools.map(() => new Set<number>());
    const fill = (at: number, way: readonly number[]): void => {
      const sumOf = (provider?: number): number =>
        way.reduce((sum, n, i) => sum + (provider === undefined || schools[i]?.provider === provider ? n : 0), 0);
      const tooMuch = (said: unknown, sum: number): boolean => typeof said === 'number' && sum > said;
      if (tooMuch(cells['* *'], sumOf()) || providers.some((p) => tooMuch(cells[`P${String(p)} *`], sumOf(p)))) return;
      if (at < schools.length) {
        for (const n of possible[at] ?? []) fill(at + 1, [...way, n]);
        return;
      }
      const fits = (said: unknown, sum: number): boolean =>
        typeof said === 'number' ? sum === said : said !== '–' || (sum >= 1 && sum <= 4);
      if (!fits(cells['* *'], sumOf()) || !providers.every((p) => fits(cells[`P${String(p)} *`], sumOf(p)))) return;
      way.forEach((n, i) => met[i]?.add(n));
    };
    fill(0, []);
    return met.map((counts) => [...counts].sort((a, b) => a - b));
  }

  it('can leave out no count from 1 to 4 for any school that is small', () => {
    const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 9 }));
    const network = fc.array(fc.array(count, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
    const reached = { subtotal: 0, above: 0 };
    fc.assert(
      fc.property(network, (leaves) => {
        const schools = leaves.flatMap((ofProvider, provider) =>
          ofProvider.map((n, s) => ({ key: `P${String(provider)} S${String(provider)}${String(s)}`, provider, n })),
        );
        const named = Object.fromEntries(schools.map(({ key, n }) => [key, [n]] as const));
        const cells = shown(aggregateOf(['provider', 'school'], ['provider', 'school'], named));
        const spans = spansOf(schools, cells);
        const small = schools.flatMap(({ n }, at) => (n < 5 ? [spans[at]] : []));
        for (const span of small) expect(span).toEqual(expect.arrayContaining([1, 2, 3, 4]));
        if (small.length === 0) return;
        if (leaves.some((ns, p) => ns.some((n) => n < 5) && typeof cells[`P${String(p)} *`] === 'number'))
          reached.subtotal++;
        if (typeof cells['* *'] === 'number') reached.above++;
      }),
      { seed: 20261130, numRuns: 300 },
    );
    expect(reached.subtotal).toBeGreaterThan(20);
    expect(reached.above).toBeGreaterThan(20);
  });
});
