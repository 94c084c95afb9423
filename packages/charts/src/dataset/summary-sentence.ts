import type { Cell } from '@strapetsi/indicators/table';
import { formatDifference, formatList, str, type Language } from '@strapetsi/text';
import type { ChartKind } from './choose-kind.js';
import { isSequence, type Dataset } from './dataset.js';
import type { Point } from './point.js';

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

function opening({ language: { msg, lang }, series }: Dataset, kind: ChartKind): string {
  if (series.length > 1) {
    const labels = formatList(
      series.map(({ label }) => label),
      lang,
    );
    return kind === 'line'
      ? msg(str`Line chart: ${labels}.`, { desc: 'Begins the summary of a chart; filled in: names of its lines' })
      : msg(str`Bar chart: ${labels}.`, {
          desc: 'Begins the summary of a chart; filled in: names of its groups of bars',
        });
  }
  return kind === 'line'
    ? msg('Line chart.', { desc: 'Begins the summary of a chart' })
    : msg('Bar chart.', { desc: 'Begins the summary of a chart' });
}

/** "Year: 2019–2025." or "School: 6." */
function axisSentence({ language: { msg }, axis }: Dataset): string {
  const [first, last] = [axis.categories[0], axis.categories.at(-1)];
  if (axis.label === '' || first === undefined || last === undefined) return '';
  if (axis.scale === 'nominal') {
    return msg(str`${axis.label}: ${axis.categories.length} in all.`, {
      desc: 'In the summary of a chart; filled in: what the bars are by (School) and how many of them there are',
    });
  }
  return msg(str`${axis.label}: from ${first.label} to ${last.label}.`, {
    desc: 'In the summary of a chart; filled in: what the axis shows (Year, Checkpoint), its first and its last step (2019, 2025)',
  });
}

/** Shares differ by percentage points. */
function changeText(from: number, to: number, { language: { lang, msg }, form }: Dataset): string {
  if (form.unit !== 'share') return formatDifference(to - from, lang, form.decimals);
  return msg(str`${formatDifference((to - from) * 100, lang, form.decimals)} percentage points`, {
    desc: 'A change between two shares; filled in: a number with its sign, such as +2.3',
  });
}

function latest(dataset: Dataset, series: number): string {
  const { msg } = dataset.language;
  const values = valuesOf(dataset, series);
  const [first, last] = [values[0], values.at(-1)];
  const name = dataset.series[series]?.label ?? '';
  if (first === undefined || last === undefined) return '';
  if (dataset.series.length > 1) {
    if (first === last) {
      return msg(str`${name}, ${last.label}: ${last.point.text}.`, {
        desc: 'In the summary of a chart with several series, where one of them has one value only; filled in: its name, year and value',
      });
    }
    return msg(
      str`${name}, ${last.label}: ${last.point.text} (change from ${first.label}: ${changeText(first.value, last.value, dataset)}).`,
      {
        desc: 'In the summary of a chart with several series; filled in: name of one series, last year, its value, first year, change with its sign',
      },
    );
  }
  if (first === last) {
    return msg(str`The only value, ${last.label}: ${last.point.text}.`, {
      desc: 'In the summary of a chart with one value; filled in: year and value',
    });
  }
  return msg(
    str`Last value, ${last.label}: ${last.point.text} (change from ${first.label}: ${changeText(first.value, last.value, dataset)}).`,
    {
      desc: 'In the summary of a chart over time; filled in: last year, its value, first year, change with its sign',
    },
  );
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
      desc: 'In the summary of a chart in which every figure is missing or withheld',
    });
  if (others.length === 0) return isSequence(dataset) ? '' : `${first.place}: ${first.point.text}.`;
  const highest = others.reduce((best, valued) => (valued.value > best.value ? valued : best), first);
  const lowest = others.reduce((best, valued) => (valued.value < best.value ? valued : best), first);
  if (highest.point.text === lowest.point.text) {
    return language.msg(str`All values: ${first.point.text}.`, {
      desc: 'In the summary of a chart whose values are all the same; filled in: the value',
    });
  }
  return language.msg(
    str`Highest: ${highest.point.text} (${highest.place}). Lowest: ${lowest.point.text} (${lowest.place}).`,
    {
      desc: 'In the summary of a chart; filled in: highest value and its place, lowest value and its place. Places are names of schools, years …',
    },
  );
}

function missing(status: Cell['status'], points: readonly Point[], { msg }: Language): string {
  const count = points.filter((point) => point.status === status).length;
  const all = points.length;
  if (count === 0) return '';
  switch (status) {
    case 'withheld':
      return msg(str`Withheld values: ${count} of ${all}.`, {
        desc: 'In the summary of a chart; filled in: how many values are not published because groups are small, of how many',
      });
    case 'immature':
      return msg(str`Not yet available: ${count} of ${all}.`, {
        desc: 'In the summary of a chart; filled in: how many values cannot be known yet, of how many',
      });
    case 'notApplicable':
      return msg(str`Not applicable: ${count} of ${all}.`, {
        desc: 'In the summary of a chart; filled in: how many values do not exist, of how many',
      });
    case 'noData':
      return msg(str`No data: ${count} of ${all}.`, {
        desc: 'In the summary of a chart; filled in: of how many values there is no data, of how many',
      });
    case 'value':
      return '';
  }
}

/**
 * What a reader of the chart would see at a glance: its type, series and range, the last values and their change, the highest and
 * the lowest, and how many values are withheld or missing. Never empty.
 */
export function summarySentence(dataset: Dataset, kind: ChartKind): string {
  const points = dataset.points.flat();
  return [
    opening(dataset, kind),
    axisSentence(dataset),
    ...(isSequence(dataset) ? dataset.series.map((_, index) => latest(dataset, index)) : []),
    range(dataset),
    ...(['withheld', 'immature', 'notApplicable', 'noData'] as const).map((status) =>
      missing(status, points, dataset.language),
    ),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
