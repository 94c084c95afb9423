import { enDash, locales, minus, noBreakSpace } from './locales.js';
import type { Lang } from './localized-text.js';

/**
 * Numbers as Finnish, Finland-Swedish and British English write them, the same bytes in every engine: groups of three parted
 * by U+00A0 (a comma in English), U+00A0 before the per cent sign (nothing in English), minus U+2212, and ranges with an
 * en dash that no spaces surround. `Intl`'s own `formatRange` is not used: engines disagree on it.
 * Rounding is half away from zero; what rounds to zero has no sign. All throw RangeError for what is not finite.
 */

type Style = 'decimal' | 'percent';

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, lang: Lang, decimals: number, style: Style): string {
  if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number, found ${value}`);
  const key = lang + decimals + style;
  let numberFormat = formats.get(key);
  if (numberFormat === undefined) {
    numberFormat = new Intl.NumberFormat(locales[lang], {
      style,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, numberFormat);
  }
  const written = numberFormat.format(value).replace(/\s/g, noBreakSpace).replace('-', minus);
  return /[1-9]/.test(written) ? written : written.replace(minus, '');
}

/** `formatNumber(1234.5, 'fi', 1)` → "1 234,5". */
export function formatNumber(value: number, lang: Lang, decimals = 0): string {
  return format(value, lang, decimals, 'decimal');
}

/** A share of 0–1 in per cent: `formatShare(0.814, 'sv')` → "81,4 %", in English "81.4%". */
export function formatShare(share: number, lang: Lang, decimals = 1): string {
  return format(share, lang, decimals, 'percent');
}

/** A difference with its sign: "+2,3", "−1,0", "0,0". */
export function formatDifference(value: number, lang: Lang, decimals = 0): string {
  const written = formatNumber(value, lang, decimals);
  return value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

/** "1–4", "−2 – 3"; one number where both ends are written the same. */
export function formatNumberRange(from: number, to: number, lang: Lang, decimals = 0): string {
  return between(formatNumber(from, lang, decimals), formatNumber(to, lang, decimals));
}

/** "25–100 %": one sign for both ends, as all three languages want it. */
export function formatShareRange(from: number, to: number, lang: Lang, decimals = 1): string {
  const [low, high] = [formatShare(from, lang, decimals), formatShare(to, lang, decimals)];
  return low === high ? high : between(low.replace(/\s?%/, ''), high);
}

function between(low: string, high: string): string {
  if (low === high) return low;
  // A dash that meets a minus is not legible.
  const dash = (low + high).includes(minus) ? ` ${enDash} ` : enDash;
  return low + dash + high;
}
