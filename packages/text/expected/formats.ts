import {
  formatDate,
  formatDateRange,
  formatDifference,
  formatList,
  formatMonth,
  formatNumber,
  formatNumberRange,
  formatPeriod,
  formatShare,
  formatShareRange,
  plural,
  type Lang,
} from '@strapetsi/text';

/**
 * What is written, by the typography of the three languages: Kielitoimiston ohjepankki (numbers, dash, dates), Svenska
 * skrivregler and Språkinstitutet's advice for Finland-Swedish (dates with full stops), New Hart's Rules for English.
 * The same table is asserted in Node and in every browser engine. `_` stands for U+00A0 and `~` for U+2212.
 */
export const expectedFormats: readonly {
  readonly call: string;
  readonly write: (lang: Lang) => string;
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
}[] = [
  row('an integer', (lang) => formatNumber(120, lang), '120', '120', '120'),
  row('four digits', (lang) => formatNumber(1204, lang), '1_204', '1_204', '1,204'),
  row('seven digits', (lang) => formatNumber(1234567, lang), '1_234_567', '1_234_567', '1,234,567'),
  row('decimals kept', (lang) => formatNumber(12, lang, 1), '12,0', '12,0', '12.0'),
  row('half away from zero', (lang) => formatNumber(2.5, lang), '3', '3', '3'),
  row('half below zero', (lang) => formatNumber(-2.5, lang), '~3', '~3', '~3'),
  row('half of a decimal fraction', (lang) => formatNumber(1.005, lang, 2), '1,01', '1,01', '1.01'),
  row('negative', (lang) => formatNumber(-1234.56, lang, 1), '~1_234,6', '~1_234,6', '~1,234.6'),
  row('rounded to zero', (lang) => formatNumber(-0.04, lang, 1), '0,0', '0,0', '0.0'),
  row('minus zero', (lang) => formatNumber(-0, lang), '0', '0', '0'),

  row('a share', (lang) => formatShare(0.814, lang), '81,4_%', '81,4_%', '81.4%'),
  row('a whole share', (lang) => formatShare(1, lang, 0), '100_%', '100_%', '100%'),
  row('a share that is half', (lang) => formatShare(0.285, lang, 0), '29_%', '29_%', '29%'),
  row('a fall', (lang) => formatShare(-0.05, lang, 0), '~5_%', '~5_%', '~5%'),

  row('a rise', (lang) => formatDifference(2.34, lang, 1), '+2,3', '+2,3', '+2.3'),
  row('a difference below zero', (lang) => formatDifference(-1234, lang), '~1_234', '~1_234', '~1,234'),
  row('no difference', (lang) => formatDifference(0.01, lang, 1), '0,0', '0,0', '0.0'),

  row('what a withheld count may be', (lang) => formatNumberRange(1, 4, lang), '1–4', '1–4', '1–4'),
  row(
    'a range of thousands',
    (lang) => formatNumberRange(1200, 1500, lang),
    '1_200–1_500',
    '1_200–1_500',
    '1,200–1,500',
  ),
  row('a range of one', (lang) => formatNumberRange(4.2, 3.9, lang), '4', '4', '4'),
  row('a range below zero', (lang) => formatNumberRange(-2, 3, lang), '~2 – 3', '~2 – 3', '~2 – 3'),
  row('a range of shares', (lang) => formatShareRange(0.25, 1, lang, 0), '25–100_%', '25–100_%', '25–100%'),
  row('a range of one share', (lang) => formatShareRange(0.5, 0.5, lang), '50,0_%', '50,0_%', '50.0%'),

  row('a day', (lang) => formatDate('2024-08-01', lang), '1.8.2024', '1.8.2024', '1 Aug 2024'),
  row('a day in September', (lang) => formatDate('2024-09-30', lang), '30.9.2024', '30.9.2024', '30 Sep 2024'),
  row(
    'a day in words',
    (lang) => formatDate('2024-08-01', lang, 'long'),
    '1. elokuuta 2024',
    '1 augusti 2024',
    '1 August 2024',
  ),
  row('a day long ago', (lang) => formatDate('1900-02-28', lang), '28.2.1900', '28.2.1900', '28 Feb 1900'),
  row(
    'days of a month',
    (lang) => formatDateRange('2024-08-01', '2024-08-15', lang),
    '1.–15.8.2024',
    '1–15.8.2024',
    '1–15 Aug 2024',
  ),
  row(
    'days of a year',
    (lang) => formatDateRange('2024-01-01', '2024-12-31', lang),
    '1.1.–31.12.2024',
    '1.1–31.12.2024',
    '1 Jan – 31 Dec 2024',
  ),
  row(
    'days of two years',
    (lang) => formatDateRange('2023-08-01', '2024-07-31', lang),
    '1.8.2023–31.7.2024',
    '1.8.2023–31.7.2024',
    '1 Aug 2023 – 31 Jul 2024',
  ),
  row(
    'days of a month in words',
    (lang) => formatDateRange('2024-08-01', '2024-08-15', lang, 'long'),
    '1.–15. elokuuta 2024',
    '1–15 augusti 2024',
    '1–15 August 2024',
  ),
  row(
    'days of two years in words',
    (lang) => formatDateRange('2023-08-01', '2024-07-31', lang, 'long'),
    '1. elokuuta 2023 – 31. heinäkuuta 2024',
    '1 augusti 2023–31 juli 2024',
    '1 August 2023 – 31 July 2024',
  ),
  row(
    'one day twice',
    (lang) => formatDateRange('2024-08-01', '2024-08-01', lang),
    '1.8.2024',
    '1.8.2024',
    '1 Aug 2024',
  ),
  row('a month', (lang) => formatMonth('2024-08-31', lang), 'elokuu 2024', 'augusti 2024', 'August 2024'),
  row('a period of a year', (lang) => formatPeriod('2024-01-01', '2024-12-31', lang), '2024', '2024', '2024'),
  row(
    'a period of years',
    (lang) => formatPeriod('2020-01-01', '2024-12-31', lang),
    '2020–2024',
    '2020–2024',
    '2020–2024',
  ),
  row(
    'a period of a month',
    (lang) => formatPeriod('2024-02-01', '2024-02-29', lang),
    'helmikuu 2024',
    'februari 2024',
    'February 2024',
  ),
  row(
    'any other period',
    (lang) => formatPeriod('2024-01-01', '2024-06-30', lang),
    '1.1.–30.6.2024',
    '1.1–30.6.2024',
    '1 Jan – 30 Jun 2024',
  ),

  row('a list of one', (lang) => formatList(['a'], lang), 'a', 'a', 'a'),
  row('a list', (lang) => formatList(['a', 'b', 'c'], lang), 'a, b ja c', 'a, b och c', 'a, b and c'),
  row('a choice', (lang) => formatList(['a', 'b', 'c'], lang, 'or'), 'a, b tai c', 'a, b eller c', 'a, b or c'),
  row('the form of one', (lang) => plural(1, lang, { one: 'one', other: 'other' }), 'one', 'one', 'one'),
  row('the form of none', (lang) => plural(0, lang, { one: 'one', other: 'other' }), 'other', 'other', 'other'),
  row('the form of a part', (lang) => plural(1.5, lang, { one: 'one', other: 'other' }), 'other', 'other', 'other'),
];

function row(
  call: string,
  write: (lang: Lang) => string,
  fi: string,
  sv: string,
  en: string,
): (typeof expectedFormats)[number] {
  return { call, write, fi: spelled(fi), sv: spelled(sv), en: spelled(en) };
}

function spelled(text: string): string {
  return text.replaceAll('_', '\u00a0').replaceAll('~', '\u2212');
}
