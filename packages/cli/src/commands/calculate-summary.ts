import { exclusionsOf } from '@strapetsi/indicators';
import type { Aggregate, Definition } from '@strapetsi/indicators';
import { formatNumber, str } from '@strapetsi/text';
import type { Language } from '@strapetsi/text';

/** What was calculated, for the summary. */
export interface CalculateSummary {
  readonly indicator: string;
  readonly by: readonly string[];
  readonly period: Aggregate['period'];
  readonly asOf: string;
  readonly cells: number;
  readonly population: number;
  readonly exclusions: Aggregate['exclusions'];
  readonly records: Aggregate['records'];
  readonly findings: Aggregate['findings'];
  readonly file?: string;
}

export function summaryOf(aggregate: Aggregate, file: string | undefined): CalculateSummary {
  const { indicator, by, period, asOf, cells, population, exclusions, records, findings } = aggregate;
  const written = file === undefined ? {} : { file };
  return {
    indicator: indicator.id,
    by,
    period,
    asOf,
    cells: cells.length,
    population,
    exclusions,
    records,
    findings,
    ...written,
  };
}

/** The summary for a person at a terminal. */
export function summaryText(summary: CalculateSummary, definition: Definition, language: Language): string {
  const { lang, msg } = language;
  const number = (value: number): string => formatNumber(value, lang);
  const { records, findings } = summary;
  const labels = exclusionsOf(definition.rules);
  const remarks = findings.reduce((sum, { count }) => sum + count, 0);
  return `${[
    `${definition.name[lang]} ${summary.period.from} – ${summary.period.to}`,
    msg(str`Records: ${number(records.read)} = ${number(records.facts)} read + ${number(records.refused)} refused.`, {
      desc: 'Summary of the calculate command: three numbers, the first is the sum of the others',
    }),
    ...(remarks === 0
      ? []
      : [
          msg(str`Findings: ${number(remarks)}; strapetsi findings says what to put right.`, {
            desc: 'Summary of the calculate command: number of findings',
          }),
        ]),
    msg(str`Day of the export: ${summary.asOf}. ${lookedAt(definition, language)}: ${number(summary.population)}.`, {
      desc: 'Summary of the calculate command: a day in ISO format, what was looked at, a number',
    }),
    ...summary.exclusions
      .filter(({ count }) => count > 0)
      .map(({ id, count }) => `  − ${number(count)} ${labels.get(id)?.[lang] ?? id}`),
    summary.cells === 0
      ? msg('There is no cell: nothing fits the days and members asked for.', {
          desc: 'Summary of the calculate command',
        })
      : msg(str`Cells: ${number(summary.cells)}.`, { desc: 'Summary of the calculate command: number of cells' }),
  ].join('\n')}\n`;
}

function lookedAt({ over = 'right' }: Definition, { msg }: Language): string {
  switch (over) {
    case 'right':
      return msg('Study rights looked at', { desc: 'Summary of the calculate command, before a number' });
    case 'outcome':
      return msg('Outcomes looked at', { desc: 'Summary of the calculate command, before a number; of graduates' });
    case 'response':
      return msg('Replies looked at', { desc: 'Summary of the calculate command, before a number; to surveys' });
  }
}
