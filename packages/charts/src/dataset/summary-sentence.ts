import type { Cell } from '@strapetsi/indicators/table';
import { formatDifference, formatList, str } from '@strapetsi/text';
import type { Kind } from '../kinds/kind.js';
import { isSequence, type Dataset } from './dataset.js';
import { statusWord, type Point } from './point.js';

/** A point that has a value, with its place. */
interface Valued {
  readonly point: Point;
  readonly value: number;
  readonly label: string;
}

function valuesOf({ axis, points }: Dataset, series: number): readonly Valued[] {
  return (points[series] ?? []).flatMap((point, category) => {
    const label = axis.categories[category]?.label ?? '';
    return point.value === undefined ? [] : [{ point, value: point.value, label }];
  });
}

/** "Line chart: Koivuranta and Kuusikko." */
function opening({ language, series }: Dataset, kind: Kind): string {
  const what = kind.name(language);
  if (series.length === 1) return `${what}.`;
  const labels = series.map(({ label }) => label);
  return `${what}: ${formatList(labels, language.lang)}.`;
}

/** "Year: 2019 – 2025." or "School: 6 in all." */
function axisSentence({ language: { msg }, axis }: Dataset): string {
  const [first, last] = [axis.categories[0], axis.categories.at(-1)];
  if (axis.label === '' || first === undefined || last === undefined) return '';
  if (axis.scale !== 'nominal') return `${axis.label}: ${first.label} – ${last.label}.`;
  return msg(str`${axis.label}: ${axis.categories.length} in all.`, {
    desc: 'Summary of a chart; filled in: what the bars are by, such as School, and how many there are',
  });
}

/** Shares differ by percentage points. */
function changeText(from: number, to: number, { language: { lang, msg }, form }: Dataset): string {
  if (form.unit !== 'share') return formatDifference(to - from, lang, form.decimals);
  return msg(str`${formatDifference((to - from) * 100, lang, form.decimals)} percentage points`, {
    desc: 'A difference of two shares; filled in: a number with its sign',
  });
}

/** "Last value, 2025: 1 571,3 (change from 2019: +88,7)." */
function latest(dataset: Dataset, series: number): string {
  const { msg } = dataset.language;
  const values = valuesOf(dataset, series);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return '';
  const value =
    dataset.series.length > 1
      ? `${dataset.series[series]?.label ?? ''}, ${last.label}: ${last.point.text}`
      : msg(str`Last value, ${last.label}: ${last.point.text}`, { desc: 'Summary of a chart; filled in: year, value' });
  if (first === last) return `${value}.`;
  const change = msg(str`change from ${first.label}: ${changeText(first.value, last.value, dataset)}`, {
    desc: 'Summary of a chart, in parentheses after the last value; filled in: first year, difference with its sign',
  });
  return `${value} (${change}).`;
}

/** The highest and the lowest value with their places; nothing for a single value. */
function range(dataset: Dataset): string {
  const { language, series } = dataset;
  const all = series.flatMap(({ label }, index) =>
    valuesOf(dataset, index).map((valued) => ({
      ...valued,
      place: series.length > 1 ? `${valued.label}, ${label}` : valued.label,
    })),
  );
  const [first, ...others] = all;
  if (first === undefined)
    return language.msg('There are no figures to show.', {
      desc: 'Summary of a chart',
    });
  if (others.length === 0) return isSequence(dataset) ? '' : `${first.place}: ${first.point.text}.`;
  const highest = others.reduce((best, valued) => (valued.value > best.value ? valued : best), first);
  const lowest = others.reduce((best, valued) => (valued.value < best.value ? valued : best), first);
  if (highest.point.text === lowest.point.text) {
    return language.msg(str`All values: ${first.point.text}.`, {
      desc: 'Summary of a chart whose values are all the same',
    });
  }
  return language.msg(
    str`Highest: ${highest.point.text} (${highest.place}). Lowest: ${lowest.point.text} (${lowest.place}).`,
    {
      desc: 'Summary of a chart; filled in: value and its place (school, year …), twice',
    },
  );
}

/** "Withheld: 2 of 6." */
function missing(status: Exclude<Cell['status'], 'value'>, { language, points }: Dataset): string {
  const all = points.flat();
  const count = all.filter((point) => point.status === status).length;
  if (count === 0) return '';
  return language.msg(str`${statusWord(status, language)}: ${count} of ${all.length}.`, {
    desc: 'Summary of a chart; filled in: Withheld, No data …, how many figures, of how many',
  });
}

/**
 * What a reader of the chart would see at a glance: its type, series and range, the last values and their change, the highest and
 * the lowest, and how many values are withheld or missing. Never empty.
 */
export function summarySentence(dataset: Dataset, kind: Kind): string {
  return [
    opening(dataset, kind),
    axisSentence(dataset),
    ...(isSequence(dataset) ? dataset.series.map((_, index) => latest(dataset, index)) : []),
    range(dataset),
    ...(dataset.beside?.sentences ?? []),
    ...(['withheld', 'immature', 'notApplicable', 'noData'] as const).map((status) => missing(status, dataset)),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
