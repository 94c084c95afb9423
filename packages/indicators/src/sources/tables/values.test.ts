import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromIso, dayFromYmd, isoFromDay } from '../../days/calendar.js';
import { parseDecimal, parseScaled, parseTableDay, parseWholeNumber, parseYesNo } from './values.js';

describe('numbers', () => {
  test.each([
    ['1234.5', 1234.5],
    ['1234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567', 1234567],
    ['1.234,5', 1234.5],
    ['1,234,567.5', 1234567.5],
    ['1.234', 1.234],
    ['-3', -3],
    ['\u22123,25', -3.25],
    [',5', 0.5],
    ['+2', 2],
    [' 7 ', 7],
  ])('%j is %d', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test.each(['', ' ', '-', ',', '1,2,3', '1.2.3', '12.34,5', '1e5', '0x10', '5 kpl', '50 %', 'NaN', 'Infinity'])(
    '%j is none',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  test('whole numbers may be written with zero decimals, and with no others', () => {
    expect(parseWholeNumber('12,0')).toBe(12);
    expect(parseWholeNumber('12,5')).toBeUndefined();
    expect(parseWholeNumber('99999999999999999')).toBeUndefined();
  });

  test('scaled numbers are rounded by their digits, half away from zero', () => {
    // In binary 1.005 × 100 is 100.49999999999999.
    expect(parseScaled('1.005', 2)).toBe(101);
    expect(parseScaled('0,1335', 3)).toBe(134);
    expect(parseScaled('0,13349', 3)).toBe(133);
    expect(parseScaled('-0.5', 0)).toBe(-1);
    expect(parseScaled('-0,0001', 3)).toBe(0);
    expect(parseScaled('25', 3)).toBe(25_000);
    expect(parseScaled('x', 3)).toBeUndefined();
  });

  test('thousandths written with up to three decimals come back exact', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom('.', ','),
        (thousandths, point) => {
          const digits = String(Math.abs(thousandths)).padStart(4, '0');
          const text = `${thousandths < 0 ? '-' : ''}${digits.slice(0, -3)}${point}${digits.slice(-3)}`;
          expect(parseScaled(text, 3)).toBe(thousandths === 0 ? 0 : thousandths);
        },
      ),
    );
  });
});

describe('days', () => {
  test.each([
    ['2025-12-31', '2025-12-31'],
    ['31.12.2025', '2025-12-31'],
    ['1.2.2025', '2025-02-01'],
    ['01.02.2025', '2025-02-01'],
    ['1. 2. 2025', '2025-02-01'],
    ['29.2.2024 0:00', '2024-02-29'],
    ['29.2.2024 klo 12.30', '2024-02-29'],
    ['2024-02-29 00:00:00', '2024-02-29'],
    ['2024-02-29T10:00:00', '2024-02-29'],
    // Half past ten in the evening in Greenwich is the next day in Finland.
    ['2024-02-29T22:30:00Z', '2024-03-01'],
  ])('%s is %s', (text, iso) => {
    expect(parseTableDay(text)).toBe(dayFromIso(iso));
  });

  test.each(['', '29.2.2023', '31.12.25', '12/31/2025', '2025-13-01', '45000', 'joulukuu', '0.1.2025', '2025-12-31x'])(
    '%j is none',
    (text) => {
      expect(parseTableDay(text)).toBeUndefined();
    },
  );

  test('forms that cannot be told apart are read as they are named', () => {
    expect(parseTableDay('3/4/2025', 'd/m/y')).toBe(dayFromIso('2025-04-03'));
    expect(parseTableDay('3/4/2025', 'm/d/y')).toBe(dayFromIso('2025-03-04'));
    expect(parseTableDay('20251231', 'yyyymmdd')).toBe(dayFromIso('2025-12-31'));
    expect(parseTableDay('31/12/2025', 'm/d/y')).toBeUndefined();
    expect(parseTableDay('31.12.2025', 'iso')).toBeUndefined();
  });

  test('a cell of a workbook, whose day is ISO already, is read whatever form is named', () => {
    for (const form of ['iso', 'd.m.y', 'd/m/y', 'm/d/y', 'yyyymmdd'] as const)
      expect(parseTableDay('2025-12-31', form)).toBe(dayFromIso('2025-12-31'));
  });

  test('every day comes back from both ways to write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayFromYmd(1900, 1, 1), max: dayFromYmd(2099, 12, 31) }), (day) => {
        const [year, month, date] = isoFromDay(day).split('-').map(Number);
        expect(parseTableDay(isoFromDay(day))).toBe(day);
        expect(parseTableDay(`${date}.${month}.${year}`)).toBe(day);
      }),
    );
  });
});

test('yes and no are known in three languages, in whatever case', () => {
  for (const yes of ['Kyllä', 'KYLLÄ', 'k', 'ja', 'Yes', 'true', 'TOSI', '1', ' x '])
    expect(parseYesNo(yes)).toBe(true);
  for (const no of ['Ei', 'e', 'Nej', 'no', 'FALSE', 'epätosi', '0']) expect(parseYesNo(no)).toBe(false);
  for (const neither of ['', 'ehkä', '2', '-']) expect(parseYesNo(neither)).toBeUndefined();
});
