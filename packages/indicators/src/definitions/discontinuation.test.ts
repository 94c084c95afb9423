import { describe, expect, it } from 'vitest';
import { calculateInMemory } from '../engine/calculate.js';
import type { CalculateOptions } from '../engine/options.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainStudyRight } from '../facts/plain-facts.js';
import { minimumPolicy } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { cellsOf, countsOf, persons, right, tuva, units } from '../../testing/timelines.js';
import type { Classification } from './classification.js';
import { discontinuation, discontinuationByField } from './discontinuation.js';

/**
 * Each case is worked out by hand from its timelines. What is looked at is the first right of a person; its last day of presence is
 * 14 January 2023 where nothing else is said, so three months end on 14 April.
 */
const options: CalculateOptions = {
  by: ['year'],
  period: { from: '2023-01-01', to: '2023-12-31' },
  asOf: '2024-06-01',
};
const left = right('2022-08-10 present, 2023-01-15 resigned');

const situations = ['stayed', 'same qualification', 'same form', 'other form', 'nowhere'];

/** What the person did in 2023. */
function situation(rights: readonly PlainStudyRight[], asked: Partial<CalculateOptions> = {}): unknown {
  const cell = cellsOf(persons(rights), discontinuation, { ...options, ...asked })['2023'];
  if (!Array.isArray(cell)) return cell;
  const [n, ...amounts]: unknown[] = cell;
  expect([n, amounts.filter((amount) => amount === 1).length]).toEqual([1, 1]);
  return situations[amounts.indexOf(1)];
}

const other = { qualification: '457305' };

describe('discontinuation', () => {
  it('is leaving, or being deemed to have left, without going on anywhere', () => {
    expect(situation([left])).toBe('nowhere');
    expect(situation([right('2022-08-10 present, 2023-01-15 deemedResigned')])).toBe('nowhere');
    expect(situation([right('2022-08-10 present, 2023-01-15 graduated')])).toBe('stayed');
    expect(situation([right('2022-08-10 present, 2023-01-15 cancelled')])).toBe('stayed');
    expect(situation([right('2022-08-10 present, 2023-01-15 interrupted')])).toBe('stayed');
  });

  it('goes by the last day of presence or holiday, not by that of leaving', () => {
    // present to 31 December 2022, interrupted, left in 2023: the event is in 2022, and in 2023 there is no presence
    expect(situation([right('2022-08-10 present, 2023-01-01 interrupted, 2023-05-01 resigned')])).toBeUndefined();
    expect(situation([right('2022-08-10 present, 2023-01-01 holiday, 2023-05-01 resigned')])).toBe('nowhere');
    // a day before and on the last day of the year
    const year = right('2022-08-10 present, 2024-01-01 resigned');
    expect(situation([year])).toBe('nowhere');
    expect(situation([right('2022-08-10 present, 2024-01-02 resigned')])).toBe('stayed');
  });

  it('is none where another right is present on some day from the last day to three months later', () => {
    const begins = (day: string) => right(`${day} present`, other);
    expect(situation([left, begins('2023-04-14')])).toBe('same form');
    expect(situation([left, begins('2023-04-15')])).toBe('nowhere');
    // a right that ended on the very last day of presence was present on it; one that ended a day before was not
    expect(situation([left, right('2022-09-01 present, 2023-01-15 graduated', other)])).toBe('same form');
    expect(situation([left, right('2022-09-01 present, 2023-01-14 interrupted', other)])).toBe('nowhere');
  });

  it('three months from the end of a long month end with a shorter one', () => {
    // last day 30 November 2022 → 28 February 2023
    const november = right('2022-08-10 present, 2022-12-01 resigned');
    const year2022 = { period: { from: '2022-01-01', to: '2022-12-31' } };
    const of2022 = (day: string) =>
      cellsOf(persons([november, right(`${day} present`, other)]), discontinuation, { ...options, ...year2022 });
    expect(of2022('2023-02-28')).toEqual({ '2022': [1, 0, 0, 1, 0, 0] });
    expect(of2022('2023-03-01')).toEqual({ '2022': [1, 0, 0, 0, 0, 1] });
  });

  it('going on is by presence, holiday or graduation: not by interruption, parts of other rights or invalidated ones', () => {
    expect(situation([left, right('2023-02-01 holiday, 2023-03-01 interrupted', other)])).toBe('same form');
    expect(situation([left, right('2023-02-01 interrupted, 2023-03-01 graduated', other)])).toBe('same form');
    expect(situation([left, right('2023-02-01 interrupted', other)])).toBe('nowhere');
    expect(situation([left, right('2023-02-01 present', { ...other, nested: true })])).toBe('nowhere');
    expect(situation([left, right('2023-02-01 present, 2023-03-01 invalidated', other)])).toBe('nowhere');
    const preparing = { education: 'other', performanceType: 'nayttotutkintoonvalmistavakoulutus' } as const;
    expect(situation([left, right('2023-02-01 present', preparing)])).toBe('nowhere');
  });

  it('the nearest of several wins: the same qualification before the same form before another form', () => {
    const general = { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara', ...other } as const;
    const lukio = right('2023-02-01 present', general);
    expect(situation([left, lukio])).toBe('other form');
    expect(situation([left, lukio, units('2023-03-01 present', other)])).toBe('same form');
    expect(situation([left, lukio, units('2023-04-01 present')])).toBe('same qualification');
  });

  it('a person counts once a year, by the worst: who left twice and went on once has discontinued', () => {
    const second = right('2023-02-01 present, 2023-09-01 resigned', other);
    expect(situation([left, second])).toBe('nowhere');
    expect(countsOf(persons([left, second]), discontinuation, options)).toEqual({
      population: 2,
      invalidated: 0,
      nested: 0,
      preparingForTests: 0,
      presentInTuva: 0,
      otherRight: 1,
    });
    // month by month the two are told apart
    expect(cellsOf(persons([left, second]), discontinuation, { ...options, by: ['month'] })).toMatchObject({
      '2023-01': [1, 0, 0, 1, 0, 0],
      '2023-02': [1, 1, 0, 0, 0, 0],
      '2023-08': [1, 0, 0, 0, 0, 1],
    });
  });

  it('a right whose latest state is not leaving has not been left', () => {
    expect(situation([right('2022-08-10 present, 2023-01-15 resigned, 2023-03-01 present')])).toBe('stayed');
  });

  it('a last day in TUVA leaves the right out; whoever goes on in TUVA goes on there and nowhere else', () => {
    // TUVA covers the last day: only the TUVA right is counted
    const before = tuva('2022-08-01 present, 2023-06-01 graduated');
    expect(situation([left, before])).toBe('stayed');
    expect(countsOf(persons([left, before]), discontinuation, options)).toMatchObject({
      population: 2,
      presentInTuva: 1,
    });
    // TUVA from 1 February; parts of the same qualification beside it make no difference
    const after = tuva('2023-02-01 present, 2023-12-01 graduated');
    expect(situation([left, after])).toBe('other form');
    expect(situation([left, after, units('2023-02-10 present, 2023-11-01 graduated')])).toBe('other form');
    // before TUVA began they do
    expect(situation([left, after, units('2023-01-20 present, 2023-01-31 graduated')])).toBe('same qualification');
  });

  it('who leaves TUVA goes on in vocational studies that were under way already', () => {
    const inTuva = tuva('2022-08-10 present, 2023-01-15 resigned');
    expect(situation([inTuva])).toBe('nowhere');
    expect(situation([inTuva, right('2023-01-10 present')])).toBe('other form');
  });

  it('is not known before three months have passed since the end of the time', () => {
    expect(situation([left], { asOf: '2024-03-30' })).toBe('from 2024-03-31');
    expect(situation([left], { asOf: '2024-03-31' })).toBe('nowhere');
  });

  it('share: two left for good and one went on, of eight present', () => {
    const stays = (): readonly PlainStudyRight[] => [right('2022-08-10 present')];
    const people = persons([left], [left], [left, right('2023-02-01 present')], ...[1, 2, 3, 4, 5].map(stays));
    const aggregate = calculateInMemory(factsOf(people), discontinuation, options);
    const shown = (figure: string) =>
      publish(aggregate, { definition: discontinuation, policy: minimumPolicy(2), figure }).cells[0];
    expect(shown('discontinued')).toMatchObject({ value: 2 / 8, n: { value: 8 }, x: { value: 2 } });
    expect(shown('left')).toMatchObject({ value: 3 / 8 });
    expect(shown('wentOn')).toMatchObject({ status: 'withheld' });
  });
});

describe('discontinuation by field', () => {
  const level = (id: string, codes: Readonly<Record<string, string>>): Classification => ({
    id,
    version: '1',
    label: {},
    classes: [...new Set(Object.values(codes))].map((one) => ({ id: one, label: {} })),
    codes,
  });
  // 361902 and b share their narrowest field, c the middle one, d the widest, e none
  const classifications = [
    level('fieldLevel3', { '361902': '0711', b: '0711', c: '0712', d: '0811', e: '1' }),
    level('fieldLevel2', { '361902': '071', b: '071', c: '071', d: '081', e: '2' }),
    level('fieldLevel1', { '361902': '07', b: '07', c: '07', d: '07', e: '3' }),
  ];

  it.each([
    ['361902', [1, 0, 1, 0, 0, 0, 0, 0, 0]],
    ['b', [1, 0, 0, 1, 0, 0, 0, 0, 0]],
    ['c', [1, 0, 0, 0, 1, 0, 0, 0, 0]],
    ['d', [1, 0, 0, 0, 0, 1, 0, 0, 0]],
    ['e', [1, 0, 0, 0, 0, 0, 1, 0, 0]],
    ['unlisted', [1, 0, 0, 0, 0, 0, 1, 0, 0]],
  ])('who goes on in %s', (qualification, expected) => {
    const people = persons([left, right('2023-02-01 present', { qualification })]);
    expect(cellsOf(people, discontinuationByField, { ...options, classifications })).toEqual({ '2023': expected });
  });
});
