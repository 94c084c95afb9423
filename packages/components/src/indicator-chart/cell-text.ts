import type { Lang } from '@strapetsi/text';

/** A cell's text as a number of the reader's language. `scale` is 100 for a percentage, whose `value` is then a share 0–1. */
export type CellText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number; readonly percent: boolean }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly percent: boolean }
  | { readonly kind: 'unreadable' };

// Groups of three by any of the spaces that Intl and editors use.
const spaced = String.raw`[−-]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?:,\d+)?`;
const english = String.raw`[−-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const percentSign = String.raw`(?<percent>[ \u00a0\u202f]?%)?`;

function patterns(number: string): { readonly single: RegExp; readonly range: RegExp } {
  return {
    single: new RegExp(`^(?<number>${number})${percentSign}$`),
    range: new RegExp(String.raw`^(?<from>${number})\s?[–-]\s?(?<to>${number})${percentSign}$`),
  };
}

const finnish = patterns(spaced);
const byLang = { fi: finnish, sv: finnish, en: patterns(english) } as const satisfies Record<Lang, unknown>;

function decimalsOf(text: string, lang: Lang): number {
  return text.split(lang === 'en' ? '.' : ',')[1]?.length ?? 0;
}

function toNumber(text: string, lang: Lang): number {
  const ungrouped = text.replaceAll(lang === 'en' ? ',' : /[ \u00a0\u2009\u202f]/g, '');
  return Number(ungrouped.replace('−', '-').replace(',', '.'));
}

/**
 * Reads what an editor wrote: "1 234,5", "81,4 %" and the range "1–4" in Finnish and Swedish, "1,234.5" in English.
 * A full stop in Finnish or Swedish is refused, because it is a decimal to one writer and a thousand to another.
 */
export function readCellText(raw: string, lang: Lang): CellText {
  const text = raw.trim();
  if (text === '') return { kind: 'empty' };
  const { single, range } = byLang[lang];

  const one = single.exec(text)?.groups;
  if (one?.['number'] !== undefined) {
    const percent = one['percent'] !== undefined;
    const value = toNumber(one['number'], lang);
    return { kind: 'number', value: percent ? value / 100 : value, decimals: decimalsOf(one['number'], lang), percent };
  }

  const two = range.exec(text)?.groups;
  if (two?.['from'] !== undefined && two['to'] !== undefined) {
    const percent = two['percent'] !== undefined;
    const scale = percent ? 100 : 1;
    const [from, to] = [toNumber(two['from'], lang) / scale, toNumber(two['to'], lang) / scale];
    if (from < to) return { kind: 'range', from, to, percent };
  }
  return { kind: 'unreadable' };
}
