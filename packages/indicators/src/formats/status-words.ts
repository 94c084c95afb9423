import { formatDate, formatNumberRange, formatShareRange, type Lang, type LocalizedText } from '@strapetsi/text';
import type { Cell, IndicatorTable } from '../publication/indicator-table.js';

export type Missing = Exclude<Cell['status'], 'value'>;
type Text = Required<LocalizedText>;

/** What stands in place of a figure in every format, as charts say it too (`tests/conformance/table-words.test.ts`). */
export const statusWords: Readonly<Record<Missing, Text>> = {
  withheld: { fi: 'Ei näytetä', sv: 'Visas inte', en: 'Withheld' },
  immature: { fi: 'Seuranta-aika kesken', sv: 'Uppföljningen pågår', en: 'Not yet available' },
  notApplicable: { fi: 'Ei sovellettavissa', sv: 'Inte tillämpligt', en: 'Not applicable' },
  noData: { fi: 'Ei tietoja', sv: 'Uppgift saknas', en: 'No data' },
};

function withRange(range: string, lang: Lang): string {
  const word = statusWords.withheld[lang];
  return lang === 'en' ? `${word}: ${range}` : `${word} (${range})`;
}

function availableFrom(day: string, lang: Lang): string {
  return { fi: `Saatavilla ${day} alkaen`, sv: `Tillgängligt från ${day}`, en: `Available from ${day}` }[lang];
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

/** Ends that are whole are written so: "1–4", "25–100 %". */
function rangeText(from: number, to: number, { unit, decimals }: IndicatorTable['figure'], lang: Lang): string {
  const scale = unit === 'share' ? 100 : 1;
  const needed = isWhole(from * scale) && isWhole(to * scale) ? 0 : decimals;
  return (unit === 'share' ? formatShareRange : formatNumberRange)(from, to, lang, needed);
}

/** What stands in place of one figure, with what may be said of it: "Ei näytetä (1–4)", "Saatavilla 30.6.2027 alkaen". */
export function missingText(
  cell: Exclude<Cell, { readonly status: 'value' }>,
  figure: IndicatorTable['figure'],
  lang: Lang,
): string {
  if (cell.status === 'withheld' && cell.range !== undefined)
    return withRange(rangeText(cell.range.from, cell.range.to, figure, lang), lang);
  if (cell.status === 'immature') return availableFrom(formatDate(cell.matures, lang), lang);
  return statusWords[cell.status][lang];
}
