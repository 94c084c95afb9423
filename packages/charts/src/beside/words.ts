import { formatDate, formatList, formatNumberRange, formatShareRange, str, type Language } from '@strapetsi/text';
import type { BesideColumn } from '../dataset/beside.js';
import type { Dataset } from '../dataset/dataset.js';
import { formatValue, type NumberForm } from '../dataset/point.js';
import type { Arranged, Event, Span } from './arranged.js';

function spanText({ from, to }: Span, { unit, decimals }: NumberForm, { lang }: Language): string {
  return unit === 'share' ? formatShareRange(from, to, lang, decimals) : formatNumberRange(from, to, lang, decimals);
}

export function intervalWord({ msg }: Language): string {
  return msg('95% confidence interval', { desc: 'Heading of a column, and in front of an interval' });
}

export function targetWord({ msg }: Language): string {
  return msg('Target', { desc: 'Heading of a column, in a key, and in front of a figure that is to be reached' });
}

/** Whether a target was reached, where one can say. */
function reachedWord(reached: boolean | undefined, { msg }: Language): string {
  if (reached === undefined) return '';
  return reached
    ? msg('reached', { desc: 'In parentheses after the figure of a target' })
    : msg('not reached', { desc: 'In parentheses after the figure of a target' });
}

function targetText(arranged: Arranged, series: number, category: number, { form, language }: Dataset): string {
  const target = arranged.targets[series]?.[category];
  if (target === undefined) return '';
  const value = formatValue(target.value, form, language.lang);
  const reached = reachedWord(target.reached, language);
  return reached === '' ? value : `${value} (${reached})`;
}

function intervalText({ intervals }: Arranged, series: number, category: number, dataset: Dataset): string {
  const span = intervals[series]?.[category];
  return span === undefined ? '' : spanText(span, dataset.form, dataset.language);
}

function othersText({ others }: Arranged, index: number, series: number, category: number): string {
  return others[index]?.points[series]?.[category]?.text ?? '';
}

/** What a point's name says of what stands beside it: "95 % confidence interval: 58–64 %. Target: 67 % (not reached)." */
export function besidesText(
  arranged: Arranged,
  series: number,
  category: number,
  dataset: Dataset,
): string | undefined {
  const { language } = dataset;
  const said = [
    [intervalWord(language), intervalText(arranged, series, category, dataset)],
    [targetWord(language), targetText(arranged, series, category, dataset)],
    ...arranged.others.map(({ label }, index) => [label, othersText(arranged, index, series, category)]),
  ].flatMap(([word = '', text = '']) => (text === '' ? [] : [`${word}: ${text}`]));
  return said.length === 0 ? undefined : `${said.join('. ')}.`;
}

/** A column for each thing that stands beside a series, where it has any. */
export function columnsOf(arranged: Arranged, dataset: Dataset): readonly BesideColumn[] {
  const { language, series, axis } = dataset;
  return series.flatMap(({ label: of }, index) => {
    const column = (what: string, textAt: (category: number) => string): BesideColumn => ({
      label: series.length > 1 ? `${of}: ${what}` : what,
      texts: axis.categories.map((_, category) => textAt(category)),
    });
    return [
      column(intervalWord(language), (category) => intervalText(arranged, index, category, dataset)),
      column(targetWord(language), (category) => targetText(arranged, index, category, dataset)),
      ...arranged.others.map(({ label }, other) =>
        column(label, (category) => othersText(arranged, other, index, category)),
      ),
    ].flatMap(({ label, texts }) =>
      texts.every((text) => text === '') ? [] : [{ label, texts: texts.map((text) => (text === '' ? '–' : text)) }],
    );
  });
}

export function eventText({ date, text }: Event, { lang }: Language): string {
  return `${formatDate(date, lang)} ${text}`;
}

function targetsSentence({ targets }: Arranged, { language }: Dataset): string {
  const said = targets.flat().filter((target) => target?.reached !== undefined);
  if (said.length === 0) return '';
  const reached = said.filter((target) => target?.reached === true).length;
  return language.msg(str`Targets reached: ${reached} of ${said.length}.`, {
    desc: 'Summary of a chart; filled in: how many figures have reached their target, of how many',
  });
}

/** Sentences of the summary about what stands beside the figures. */
export function sentencesOf(arranged: Arranged, dataset: Dataset): readonly string[] {
  const { language } = dataset;
  const { lang, msg } = language;
  const labels = arranged.others.map(({ label }) => label);
  const events = arranged.events.map((event) => eventText(event, language));
  return [
    targetsSentence(arranged, dataset),
    labels.length === 0
      ? ''
      : msg(str`Compared with: ${formatList(labels, lang)}.`, {
          desc: 'Summary of a chart; filled in: whose figures stand beside these, such as the network',
        }),
    events.length === 0
      ? ''
      : msg(str`Events: ${events.join('; ')}.`, {
          desc: 'Summary of a chart; filled in: days and what happened on them',
        }),
  ];
}
