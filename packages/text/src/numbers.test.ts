import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lang } from './localized-text.js';
import { formatDifference, formatNumber, formatNumberRange, formatShare } from './numbers.js';

const anyLang = fc.constantFrom<Lang>('fi', 'sv', 'en');
const anyNumber = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const anyDecimals = fc.integer({ min: 0, max: 4 });

function read(text: string, lang: Lang): number {
  const ungrouped = lang === 'en' ? text.replaceAll(',', '') : text.replaceAll('\u00a0', '').replace(',', '.');
  return Number(ungrouped.replace('\u2212', '-'));
}

describe('a written number', () => {
  test('reads back as the number, rounded', () => {
    fc.assert(
      fc.property(anyNumber, anyLang, anyDecimals, (value, lang, decimals) => {
        const half = 0.5 * 10 ** -decimals;
        const error = Math.abs(read(formatNumber(value, lang, decimals), lang) - value);
        expect(error).toBeLessThanOrEqual(half * (1 + 1e-9) + Math.abs(value) * 1e-15);
      }),
    );
  });

  test('has no character but digits, the language’s own marks, U+00A0 and U+2212', () => {
    fc.assert(
      fc.property(anyNumber, anyLang, anyDecimals, (value, lang, decimals) => {
        const allowed = lang === 'en' ? /^\u2212?[\d,]+(\.\d+)?$/ : /^\u2212?[\d\u00a0]+(,\d+)?$/;
        expect(formatNumber(value, lang, decimals)).toMatch(allowed);
      }),
    );
  });

  test('is the same in Finnish and in Swedish', () => {
    fc.assert(
      fc.property(anyNumber, anyDecimals, (value, decimals) => {
        expect(formatNumber(value, 'sv', decimals)).toBe(formatNumber(value, 'fi', decimals));
        expect(formatShare(value, 'sv', decimals)).toBe(formatShare(value, 'fi', decimals));
      }),
    );
  });

  test('has a sign for a difference only where something is left after rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), anyLang, (value, lang) => {
        const signed = /^[+\u2212]/.test(formatDifference(value, lang));
        expect(signed).toBe(read(formatNumber(value, lang), lang) !== 0);
      }),
    );
  });

  test('is written once where both ends of a range look the same', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyLang, (from, to, lang) => {
        const [low, high] = [formatNumber(from, lang), formatNumber(to, lang)];
        const range = formatNumberRange(from, to, lang);
        expect(range === low).toBe(low === high);
        expect(range.startsWith(low) && range.endsWith(high)).toBe(true);
      }),
    );
  });
});
