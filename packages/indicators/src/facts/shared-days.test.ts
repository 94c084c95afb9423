import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../days/calendar.js';
import { OPEN } from '../days/day.js';
import { agreedShare, sharedPieces, type SharedPiece, type WorkplacePeriod } from './shared-days.js';

const FULL = 1_000_000;

type Span = readonly [start: string, end: string];

const period = ([start, end]: Span, percent = 100, ...interruptions: readonly Span[]): WorkplacePeriod => ({
  start: dayFromIso(start),
  end: dayFromIso(end),
  share: percent * 10_000,
  interruptions: interruptions.map(([from, to]) => ({
    start: dayFromIso(from),
    end: to === '' ? OPEN : dayFromIso(to),
  })),
});

/** Millionths of days of each period. */
const daysOf = (periods: readonly WorkplacePeriod[], pieces = sharedPieces(periods)): readonly number[] =>
  periods.map((_, at) =>
    pieces
      .filter((piece) => piece.period === at)
      .reduce((sum, { start, end, share }) => sum + (end - start + 1) * share, 0),
  );

/** To whole days, halves up, as the national service does; thousandths first, as a third of a day in millionths is a little short. */
const wholeDays = (periods: readonly WorkplacePeriod[]): readonly number[] =>
  daysOf(periods).map((days) => Math.round(Math.round(days / 1000) / 1000));

describe('days that workplace periods share', () => {
  it('are divided as in the example of the national service', () => {
    // Opetushallitus/ehoks, doc/tyopaikkajaksojen-kestojen-laskenta.md, "Jyvitys": 4.833, 4.333 and 1.833 days.
    const days = daysOf([
      period(['2023-04-12', '2023-04-20']),
      period(['2023-04-15', '2023-04-22']),
      period(['2023-04-14', '2023-04-18']),
    ]);
    expect(days.map((each) => Math.round(each / 1000) / 1000)).toEqual([4.833, 4.333, 1.833]);
    // 12 to 22 April: eleven days, each divided without a rest.
    expect(days.reduce((sum, each) => sum + each, 0)).toBe(11 * FULL);
  });

  // Figures of Opetushallitus/ehoks, test/oph/ehoks/palaute/tyoelama/kesto_test.clj (whole days, halves up); the sums by hand.
  const one = period(['2021-10-22', '2021-10-25'], 40);
  const two = period(['2021-09-01', '2021-12-15'], 80, ['2021-10-22', '2021-10-30']);
  const three = period(['2021-10-11', '2021-10-21'], 100, ['2021-10-13', '2021-10-14']);
  const four = period(['2021-05-15', '2021-12-01'], 70);
  const eight = period(['2021-10-15', '2021-12-11'], 100);
  const nine = period(['2021-07-03', '2021-08-26'], 100);
  const sixteen = period(['2021-02-01', '2021-08-30'], 100, ['2021-06-15', '']);

  it.each([
    ['4 days of 40 per cent: 1.6', [one], [2]],
    ['106 days without 9 interrupted, of 80 per cent: 77.6', [two], [78]],
    ['11 days without 2 interrupted', [three], [9]],
    ['9 of them shared by two: (97 - 4.5) of 80 per cent, and 4.5', [two, three], [74, 5]],
    [
      'three at a time, one interrupted for 9 days: the last has 39 thirds, 9 halves and 10 halves',
      [two, four, eight],
      [35, 104, 23],
    ],
    ['an interruption without an end: 134 days, 31 of them shared', [one, four, nine, sixteen], [1, 109, 28, 119]],
  ])('in %s, they are those of the national service', (_, periods, expected) => {
    expect(wholeDays(periods)).toEqual(expected);
  });

  it('belong to nobody while their period is interrupted, and others do not share them', () => {
    const pieces = sharedPieces([
      period(['2024-01-01', '2024-01-10'], 100, ['2024-01-04', '2024-01-06']),
      period(['2024-01-01', '2024-01-10']),
    ]);
    expect(pieces.map(({ period: at, start, end, share, first }) => [at, end - start + 1, share, first])).toEqual([
      [0, 3, 500_000, true],
      [0, 4, 500_000, false],
      [1, 3, 500_000, true],
      [1, 3, FULL, false],
      [1, 4, 500_000, false],
    ]);
  });

  it('take each interrupted day off once, whatever the order and overlap of interruptions', () => {
    const gaps: readonly Span[] = [
      ['2024-01-05', '2024-01-08'],
      ['2023-12-01', '2024-01-02'],
      ['2024-01-06', '2024-01-07'],
      ['2024-02-01', '2024-02-02'],
    ];
    // 10 days of January without 1, 2, 5, 6, 7 and 8.
    expect(wholeDays([period(['2024-01-01', '2024-01-10'], 100, ...gaps)])).toEqual([4]);
    expect(sharedPieces([period(['2024-01-01', '2024-01-10'], 100, ['2023-12-31', '2024-01-10'])])).toEqual([]);
    expect(wholeDays([period(['2024-01-01', '2024-01-10'], 100, ['2024-01-08', '2024-01-03'])])).toEqual([10]);
  });

  it('go on without an end where a period has none', () => {
    const open = { ...period(['2024-01-01', '2024-01-01']), end: OPEN };
    expect(sharedPieces([open, period(['2024-01-03', '2024-01-04'])]).map(({ end }) => end)).toEqual([
      dayFromIso('2024-01-02'),
      dayFromIso('2024-01-04'),
      OPEN,
      dayFromIso('2024-01-04'),
    ]);
  });

  it('have a rest of division that goes where most was taken, then in the given order', () => {
    const [a = 0, b = 0, c = 0] = daysOf([1, 2, 3].map(() => period(['2024-01-01', '2024-01-01'])));
    expect([a, b, c]).toEqual([333_334, 333_333, 333_333]);
    // 80 and 50 and 50 per cent: 60 per cent of a day in all; thirds of 800,000 and 500,000 are 266,666.67 and 166,666.67.
    const mixed = daysOf([80, 50, 50].map((percent) => period(['2024-01-01', '2024-01-01'], percent)));
    expect(mixed).toEqual([266_667, 166_667, 166_666]);
  });

  it('give no piece of a period that ends before it starts', () => {
    expect(sharedPieces([period(['2024-01-02', '2024-01-01']), period(['2024-01-01', '2024-01-01'])])).toHaveLength(1);
  });
});

describe('laws of shared days', () => {
  const FIRST = 19_000;
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -2, max: 25 }))
    .map(([start, length]) => ({ start: FIRST + start, end: FIRST + start + length }));
  const periods = fc.array(
    fc
      .record({
        span: spans,
        share: fc.oneof(
          fc.integer({ min: 0, max: 100 }).map((n) => n * 10_000),
          fc.integer({ min: 0, max: FULL }),
        ),
        interruptions: fc.array(spans, { maxLength: 3 }),
      })
      .map(({ span, ...rest }): WorkplacePeriod => ({ ...span, ...rest })),
    { maxLength: 7 },
  );
  const covers = (each: { readonly start: number; readonly end: number }, day: number): boolean =>
    each.start <= day && day <= each.end;
  const isActive = (each: WorkplacePeriod, day: number): boolean =>
    covers(each, day) && !(each.interruptions ?? []).some((gap) => covers(gap, day));

  it('the parts of each day add up to the mean of the part-time shares, and none is a millionth off', () => {
    fc.assert(
      fc.property(periods, (given) => {
        const pieces = sharedPieces(given);
        for (let day = FIRST - 1; day <= FIRST + 70; day++) {
          const active = given.flatMap((each, at) => (isActive(each, day) ? [at] : []));
          const ofDay = pieces.filter((piece) => covers(piece, day));
          expect(ofDay.map((piece) => piece.period)).toEqual(active);
          if (active.length === 0) continue;
          const shares = active.map((at) => given[at]?.share ?? 0);
          const total = shares.reduce((sum, share) => sum + share, 0);
          expect(ofDay.reduce((sum, { share }) => sum + share, 0)).toBe(Math.round(total / active.length));
          ofDay.forEach(({ share }, i) => expect(Math.abs(share - (shares[i] ?? 0) / active.length)).toBeLessThan(1));
        }
      }),
    );
  });

  it('each period that has a day has one first piece, and no piece overlaps only a part of another', () => {
    const partly = (a: SharedPiece, b: SharedPiece): boolean =>
      a.start <= b.end && b.start <= a.end && (a.start !== b.start || a.end !== b.end);
    fc.assert(
      fc.property(periods, (given) => {
        const pieces = sharedPieces(given);
        given.forEach((each, at) => {
          const own = pieces.filter((piece) => piece.period === at);
          expect(own.filter(({ first }) => first)).toHaveLength(own.length === 0 ? 0 : 1);
          const days = Array.from({ length: 72 }, (_, n) => FIRST - 1 + n).filter((day) => isActive(each, day));
          expect(own.length > 0).toBe(days.length > 0);
        });
        expect(pieces.some((a) => pieces.some((b) => partly(a, b)))).toBe(false);
      }),
    );
  });

  it('a piece tells the per cent that was agreed, however many share its days', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(percents, (given) => {
        const pieces = sharedPieces(given.map((n) => period(['2024-01-01', '2024-01-01'], n)));
        expect(pieces.map(({ share }) => agreedShare(share, given.length) / 10_000)).toEqual(given);
      }),
    );
  });

  it('and where it was no whole per cent, nearly the share', () => {
    expect(agreedShare(333_333, 1)).toBe(333_333);
    expect(agreedShare(166_667, 2)).toBe(333_334);
  });
});
