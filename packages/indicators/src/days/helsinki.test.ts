import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from './calendar.js';
import { helsinkiDay } from './helsinki.js';

describe('the day of an instant in Helsinki', () => {
  test.each([
    ['2017-10-25T21:00Z', '2017-10-26'],
    ['2017-10-25T20:59:59Z', '2017-10-25'],
    ['2024-01-15T22:00:00.000Z', '2024-01-16'],
    ['2024-01-15T21:59:59.999Z', '2024-01-15'],
    ['2024-06-30T21:00:00Z', '2024-07-01'],
    ['2024-06-30T23:30:00+03:00', '2024-06-30'],
    ['2024-06-30T23:30:00+0200', '2024-07-01'],
    ['2024-06-30T23:30:00-05:00', '2024-07-01'],
    ['2024-02-29T12:34:56.789123', '2024-02-29'],
  ])('%s is %s', (instant, iso) => {
    expect(helsinkiDay(instant)).toBe(dayFromIso(iso));
  });

  test.each(['2023-02-30T10:00Z', '2023-02-28', '2023-02-28T25:00Z', '2023-02-28T10:61Z', 'yesterday', ''])(
    '"%s" is no instant',
    (text) => {
      expect(helsinkiDay(text)).toBeUndefined();
    },
  );

  test('it agrees with the time-zone database of the platform, hour by hour round the changes and at random, 1982 to 2037', () => {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' });
    const first = Date.UTC(1982, 0, 1);
    const last = Date.UTC(2037, 11, 31);
    fc.assert(
      fc.property(fc.integer({ min: first / 60_000, max: last / 60_000 }), (minutes) => {
        const instant = new Date(minutes * 60_000);
        expect(isoFromDay(helsinkiDay(instant.toISOString()) ?? 0)).toBe(day.format(instant));
      }),
      { numRuns: 3000 },
    );
    for (let year = 1990; year < 2037; year++) {
      for (const month of [2, 8, 9]) {
        for (let hour = 24 * 24 - 4; hour < 31 * 24 + 4; hour++) {
          const instant = new Date(Date.UTC(year, month, 1, hour));
          const found = helsinkiDay(instant.toISOString()) ?? 0;
          if (isoFromDay(found) !== day.format(instant)) expect(isoFromDay(found)).toBe(day.format(instant));
        }
      }
    }
  });
});
