import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../aggregate/aggregate.js';
import { employed, unemployed } from '../definitions/outcomes.js';
import { feedbackMean } from '../definitions/feedback-mean.js';
import { newStudents } from '../definitions/new-students.js';
import { studentYears } from '../definitions/student-years.js';
import { students } from '../definitions/students.js';
import { CannotProtectError } from '../publication/errors.js';
import type { Cell, IndicatorTable } from '../publication/indicator-table.js';
import { arvo, minimumPolicy, ownPolicy, statisticsFinland, vipunen, type Policy } from '../publication/policy.js';
import type { ToPublish } from '../publication/prepared-table.js';
import { publish, publishTogether, type Released } from '../publication/publish.js';
import { aggregateOf, shownCells, type Leaves } from '../../testing/tables.js';

/** The ways in which small groups are found out from published tables (DESIGN, decision 7), each tried on a table by hand. */

const five = minimumPolicy(5);

function item(by: Parameters<typeof aggregateOf>[0], leaves: Leaves, over: Partial<Aggregate> = {}): ToPublish {
  return { aggregate: aggregateOf(by, leaves, { ...over }), definition: students };
}

function released(items: readonly ToPublish[], policy: Policy = five): readonly Released[] {
  return publishTogether(items, { policy }).flatMap((table, at) => {
    const one = items[at];
    return one === undefined ? [] : [{ ...one, policy, table }];
  });
}

function cell(table: IndicatorTable | undefined, at: number): Cell {
  const found = table?.cells[at];
  if (found === undefined) throw new RangeError(`No cell ${String(at)}`);
  return found;
}

describe('somebody who subtracts', () => {
  it('two hidden cells in a line: 140,019 less what is shown leaves 22 for two, so a third is withheld (Statistics Finland, 2018/2019)', () => {
    // Source: stat.fi, kkesk 2018/2019 by age. Only the sum of the two hidden groups is known, 22; 9 and 13 are made up.
    const leaves = {
      '-15': [9],
      '16': [13],
      '17': [19_911],
      '18': [23_724],
      '19': [24_192],
      '20-24': [29_592],
      '25-29': [12_936],
      '30-39': [16_340],
      '40-49': [8_688],
      '50-': [4_614],
    } as const;
    const table = publish(aggregateOf(['ageGroup'], leaves, { totals: ['ageGroup'] }), {
      definition: students,
      policy: statisticsFinland,
    });
    const shown = shownCells(table);
    expect(Object.entries(shown).filter(([, text]) => typeof text !== 'number')).toHaveLength(3);
    expect(shown).toMatchObject({
      '-15': expect.any(String) as string,
      '16': expect.any(String) as string,
      '*': 140_019,
    });
    expect(table.cells.filter(({ status }) => status === 'withheld')).toEqual(
      expect.arrayContaining([{ status: 'withheld', reason: 'complementary', n: { status: 'withheld' } }]),
    );
  });

  it('a filter: all students and the women among them leave the men, who are three', () => {
    const all = item(['school'], { A: [20], B: [40] });
    const women = item(['school'], { A: [17], B: [30] }, { only: { gender: ['female'] } });
    const [ofAll, ofWomen] = publishTogether([all, women], { policy: five });
    const known = [ofAll, ofWomen].map((table) => shownCells(table)['A']);
    expect(known.filter((text) => typeof text === 'number')).toHaveLength(1);
    expect(shownCells(ofAll)['B']).toBe(40);
    expect(shownCells(ofWomen)['B']).toBe(30);
  });

  it('a filter that comes later: what has been said stays, and the new table says less', () => {
    const before = released([item(['school'], { A: [20], B: [40] })]);
    const women = item(['school'], { A: [17], B: [30] }, { only: { gender: ['female'] } });
    const [later] = publishTogether([women], { policy: five, released: before });
    expect(shownCells(later)).toEqual({ A: '(–)', B: 30 });
  });

  it('a day: 20 on Monday and 21 on Tuesday would say that one has come', () => {
    const before = released([item(['school'], { A: [20], B: [40] }, { asOf: '2025-01-30' })]);
    const [later] = publishTogether([item(['school'], { A: [21], B: [47] })], { policy: five, released: before });
    expect(shownCells(later)).toEqual({ A: '(–)', B: 47 });
  });

  it('a day, where counts are rounded: 21 both times, or 21 and then 24, leave open who has come', () => {
    const before = released([item(['school'], { A: [20], B: [22] }, { asOf: '2025-01-30' })], vipunen);
    const [later] = publishTogether([item(['school'], { A: [21], B: [23] })], { policy: vipunen, released: before });
    expect(shownCells(later)).toEqual({ A: 21, B: 24 });
  });

  it('a day, three times: each new release is held against both before it', () => {
    const monday = item(['school'], { A: [20] }, { asOf: '2025-01-29' });
    const tuesday = item(['school'], { A: [26] }, { asOf: '2025-01-30' });
    const first = released([monday]);
    const [second] = publishTogether([tuesday], { policy: five, released: first });
    expect(shownCells(second)).toEqual({ A: 26 });
    const before = [...first, ...(second === undefined ? [] : [{ ...tuesday, policy: five, table: second }])];
    // Six have come since Monday's 20 and gone again but for two: from Tuesday four are missing.
    const [third] = publishTogether([item(['school'], { A: [22] })], { policy: five, released: before });
    expect(shownCells(third)).toEqual({ A: '(–)' });
  });

  it('a wave: those of the first half-year and those of the whole year leave the second half-year', () => {
    const newOnes = (to: string, n: number): ToPublish => ({
      definition: newStudents,
      aggregate: aggregateOf(['school'], { A: [n, n] }, { period: { from: '2024-01-01', to } }, newStudents),
    });
    const before = released([newOnes('2024-06-30', 20)]);
    const [year] = publishTogether([newOnes('2024-12-31', 22)], { policy: five, released: before });
    expect(shownCells(year)).toEqual({ A: '(–)' });
    const [more] = publishTogether([newOnes('2024-12-31', 29)], { policy: five, released: before });
    expect(shownCells(more)).toEqual({ A: 29 });
  });

  it('a provider: the network less all providers but one leaves that one', () => {
    const of = (id: string, n: number): ToPublish => item([], { '': [n] }, { providers: [{ id, label: {} }] });
    const network = item([], { '': [63] }, { providers: ['P', 'Q', 'R'].map((id) => ({ id, label: {} })) });
    const before = released([of('P', 20), of('Q', 40)]);
    const [together] = publishTogether([network], { policy: five, released: before });
    expect(cell(together, 0)).toMatchObject({ status: 'withheld', reason: 'complementary' });
    const [large] = publishTogether(
      [{ ...network, aggregate: { ...network.aggregate, cells: [{ key: [], n: 90, amounts: [] }] } }],
      {
        policy: five,
        released: before,
      },
    );
    expect(cell(large, 0)).toMatchObject({ status: 'value', value: 90 });
  });

  it('counts beside the cells: population less the exclusions leaves the one exclusion that is small', () => {
    const aggregate = aggregateOf(
      ['school'],
      { A: [20], B: [40] },
      {
        totals: ['school'],
        population: 75,
        exclusions: [
          { id: 'nested', count: 12 },
          { id: 'tuva', count: 3 },
        ],
      },
    );
    const table = publish(aggregate, { definition: students, policy: five });
    expect(table.exclusions.map(({ count }) => count.status)).toEqual(['withheld', 'withheld']);
    expect(shownCells(table)).toEqual({ A: 20, B: 40, '*': 60 });
    expect(table.population).toEqual({ status: 'value', value: 75 });
  });
});

describe('somebody who puts tables of different kinds together', () => {
  const numberShown = (tables: readonly IndicatorTable[]): number =>
    tables.flatMap(({ cells }) => cells).filter((one) => 'n' in one && one.n?.status === 'value').length;

  it('two indicators of the same graduates: how many there are is one number, whichever of them says it', () => {
    const leaves = { 'A 1': [30, 30, 28], 'B 1': [3, 3, 2] } as const;
    const ofEmployed = {
      definition: employed,
      aggregate: aggregateOf(['school', 'yearsAfter'], leaves, { totals: ['school'] }, employed),
    };
    const others = { 'A 1': [30, 30, 20], 'B 1': [3, 3, 1] } as const;
    const ofUnemployed = {
      definition: unemployed,
      aggregate: aggregateOf(['school', 'yearsAfter'], others, {}, unemployed),
    };
    const [a, b] = publishTogether([ofEmployed, ofUnemployed], { policy: five });
    // 33 less 30 would be the three of B: the total and A are not both said, in either table.
    const says = (table: IndicatorTable | undefined, at: number): boolean => {
      const one = cell(table, at);
      return 'n' in one && one.n?.status === 'value';
    };
    expect(says(a, 2) && (says(a, 0) || says(b, 0))).toBe(false);
  });

  it('filters that overlap: {a, b} and {b, c} of {a, b, c} leave b', () => {
    const ages = item(['ageGroup'], { '15-19': [20], '20-24': [3], '25-29': [30] });
    const some = (n: number, ids: readonly string[]): ToPublish => item([], { '': [n] }, { only: { ageGroup: ids } });
    const [byAge, ...sets] = publishTogether(
      [ages, some(23, ['15-19', '20-24']), some(33, ['20-24', '25-29']), some(53, ['15-19', '20-24', '25-29'])],
      { policy: five },
    );
    expect(shownCells(byAge)['20-24']).not.toBe(3);
    expect(numberShown(sets)).toBeLessThan(3);
  });

  it('differences of differences: all, the women, a school and its women leave the men of the other schools', () => {
    const only = { gender: ['female'] } as const;
    const tables = publishTogether(
      [
        item([], { '': [85] }),
        item([], { '': [60] }, { only }),
        item([], { '': [50] }, { only: { school: ['A'] } }),
        item([], { '': [28] }, { only: { ...only, school: ['A'] } }),
      ],
      { policy: five },
    );
    expect(numberShown(tables)).toBe(3);
  });

  it('all on Monday and the women on Tuesday: a day later the men are the same three', () => {
    const before = released([item(['school'], { A: [20], B: [40] }, { asOf: '2025-01-30' })]);
    const [women] = publishTogether([item(['school'], { A: [17], B: [30] }, { only: { gender: ['female'] } })], {
      policy: five,
      released: before,
    });
    expect(shownCells(women)).toEqual({ A: '(–)', B: 30 });
  });

  it('a policy that protects only how many there are shows small numerators and rests', () => {
    const table = publish(
      aggregateOf(['school', 'yearsAfter'], { 'A 1': [60, 60, 2], 'B 1': [30, 30, 29] }, {}, employed),
      {
        definition: employed,
        policy: arvo,
      },
    );
    expect(shownCells(table)).toEqual({ 'A 1': 2 / 60, 'B 1': 29 / 30 });
  });
});

describe('somebody who reckons with more than sums', () => {
  it('the interval of a share: 3 of 20 would be given away by the numerators of the others', () => {
    const aggregate = aggregateOf(
      ['school', 'yearsAfter'],
      { 'A 1': [20, 20, 3], 'B 1': [60, 60, 40] },
      { totals: ['school'] },
      employed,
    );
    const shown = shownCells(publish(aggregate, { definition: employed, policy: five }));
    expect(shown).toEqual({ 'A 1': '–', 'B 1': '(–)', '* 1': 43 / 80 });
  });

  it('mean × n: the sums of the others taken from the sum of all would be the sum of four', () => {
    // 20 × 4.0 + 4 × 2.5 = 90 of 24, a mean of 3.75.
    const mean = (by: readonly ['school'] | readonly [], leaves: Leaves): ToPublish => ({
      definition: feedbackMean,
      aggregate: aggregateOf(by, leaves, { only: { question: ['q1'] } }, feedbackMean),
    });
    const [bySchool, all] = publishTogether(
      [mean(['school'], { A: [20, 20, 80, 340], B: [4, 4, 10, 30] }), mean([], { '': [24, 24, 90, 370] })],
      { policy: five },
    );
    expect(shownCells(bySchool)['B']).toBe('–');
    expect([cell(bySchool, 0), cell(all, 0)].filter(({ status }) => status === 'value')).toHaveLength(1);
  });

  it('singletons: of two groups of one, each one knows the other from the total', () => {
    const shown = shownCells(
      publish(aggregateOf(['school'], { A: [10], B: [1], C: [1] }, { totals: ['school'] }), {
        definition: students,
        policy: five,
      }),
    );
    expect(shown).toMatchObject({ A: '(–)', '*': 12 });
  });

  it('zeros known from outside: an empty group hides nobody, so it is never the one that is withheld', () => {
    const leaves = { A: [3], B: [0], C: [30], D: [40] } as const;
    const shown = shownCells(
      publish(aggregateOf(['school'], leaves, { totals: ['school'] }), { definition: students, policy: five }),
    );
    expect(shown['B']).toBe(0);
    expect(Object.values(shown).filter((text) => text === '(–)')).toHaveLength(1);
  });

  it('none of so few: that nobody of three is employed is not given away by others of whom nobody is', () => {
    const aggregate = aggregateOf(
      ['school', 'yearsAfter'],
      { 'A 1': [3, 3, 0], 'B 1': [60, 60, 0] },
      { totals: ['school'] },
      employed,
    );
    const shown = shownCells(publish(aggregate, { definition: employed, policy: five }));
    expect(shown).toEqual({ 'A 1': '–', 'B 1': '(–)', '* 1': '(–)' });
  });

  it('one person with most of a sum: days are withheld where one could have more than the policy’s share', () => {
    // Of 366 days in the year 2024 one person can have all: more than 0.3 of 900 days of three, not of 1,500 days of five.
    const days = aggregateOf(['school'], { A: [3, 900_000_000], B: [5, 1_500_000_000] }, {}, studentYears);
    const table = publish(days, { definition: studentYears, policy: ownPolicy({ minimum: 3, dominance: 0.3 }) });
    expect(table.cells.map(({ status }) => status)).toEqual(['withheld', 'value']);
    expect(
      publish(days, { definition: studentYears, policy: minimumPolicy(3) }).cells.map(({ status }) => status),
    ).toEqual(['value', 'value']);
  });
});

describe('a release that comes too late', () => {
  it('is refused where what was said before gives a group away whatever is withheld now', () => {
    // Said without a look at each other: 20 in all, 17 of them women.
    const all = released([item([], { '': [20] })]);
    const women = released([item([], { '': [17] }, { only: { gender: ['female'] } })]);
    const men = item([], { '': [3] }, { only: { gender: ['male'] } });
    expect(() => publishTogether([men], { policy: five, released: [...all, ...women] })).toThrow(CannotProtectError);
  });
});
