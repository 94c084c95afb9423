import { describe, expect, test } from 'vitest';
import { formatDate, formatDateRange, formatNumber, formatShareRange, langs } from '@strapetsi/text';
import { expectedFormats } from '../expected/formats.js';

describe('formats', () => {
  for (const { call, write, ...expected } of expectedFormats) {
    for (const lang of langs) {
      test(`write ${call} in ${lang}`, () => {
        expect(write(lang)).toBe(expected[lang]);
      });
    }
  }

  test('refuse what is not a number rather than print it', () => {
    expect(() => formatNumber(Number.NaN, 'fi')).toThrow('Expected a finite number, found NaN');
    expect(() => formatShareRange(0, Infinity, 'fi')).toThrow(RangeError);
  });

  test('refuse what is not a day and say what one looks like', () => {
    expect(() => formatDate('31.8.2024', 'fi')).toThrow('Expected a day such as 2024-08-31, found "31.8.2024"');
    expect(() => formatDate('2024-13-01', 'fi')).toThrow(RangeError);
    expect(() => formatDate('2024-01-00', 'fi')).toThrow(RangeError);
  });

  test('refuse a day that the calendar does not have', () => {
    expect(() => formatDate('2023-02-30', 'sv')).toThrow('There is no day 2023-02-30');
    expect(() => formatDateRange('2024-02-01', '2023-02-29', 'sv')).toThrow(RangeError);
    expect(formatDate('2024-02-29', 'sv')).toBe('29.2.2024');
  });
});
