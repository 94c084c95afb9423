import type { Cell, PublishedCount, Unit } from '@strapetsi/indicators/table';
import {
  formatDate,
  formatNumber,
  formatNumberRange,
  formatShare,
  formatShareRange,
  str,
  type Lang,
  type Language,
} from '@strapetsi/text';

/** How the numbers of a table are written. */
export interface NumberForm {
  readonly unit: Unit;
  readonly decimals: number;
}

/** One cell of the table as every showing tells it. */
export interface Point {
  readonly status: Cell['status'];
  /** In the figure's unit; only where the status is `value`. */
  readonly value?: number;
  /** What may be said of a withheld value, in the figure's unit. */
  readonly range?: { readonly from: number; readonly to: number };
  /** The same string in the drawing, the data table and the names of marks: "81,4 %", "Ei näytetä (1–4)". */
  readonly text: string;
  /** Persons behind the value as text: "120", "1–4"; absent where nothing may be said. */
  readonly persons?: string;
  /** What its name says besides: its interval, its target and others' figures. */
  readonly besides?: string;
  /** The furthest of what stands beside the value (interval, target, benchmark), in the figure's unit. */
  readonly reach?: number;
}

export function formatValue(value: number, { unit, decimals }: NumberForm, lang: Lang): string {
  return unit === 'share' ? formatShare(value, lang, decimals) : formatNumber(value, lang, decimals);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

/** Ends that are whole are written so: "1–4", "25–100 %". */
function formatRange(from: number, to: number, { unit, decimals }: NumberForm, lang: Lang): string {
  const scale = unit === 'share' ? 100 : 1;
  const needed = isWhole(from * scale) && isWhole(to * scale) ? 0 : decimals;
  return unit === 'share' ? formatShareRange(from, to, lang, needed) : formatNumberRange(from, to, lang, needed);
}

function formatCount(count: PublishedCount | undefined, lang: Lang): string | undefined {
  if (count === undefined) return undefined;
  if (count.status === 'value') return formatNumber(count.value, lang);
  return count.range === undefined ? undefined : formatNumberRange(count.range.from, count.range.to, lang);
}

/** What stands in place of a figure, in general: the same word in drawing, table and sentences. */
export function statusWord(status: Exclude<Cell['status'], 'value'>, { msg }: Language): string {
  switch (status) {
    case 'withheld':
      return msg('Withheld', { desc: 'In place of a figure: not published because the group is small' });
    case 'immature':
      return msg('Not yet available', { desc: 'In place of a figure that cannot be known yet' });
    case 'notApplicable':
      return msg('Not applicable', { desc: 'In place of a figure that cannot exist' });
    case 'noData':
      return msg('No data', { desc: 'In place of a figure that nobody has' });
  }
}

function cellText(cell: Cell, form: NumberForm, language: Language): string {
  const { lang, msg } = language;
  if (cell.status === 'value') return formatValue(cell.value, form, lang);
  if (cell.status === 'immature') {
    return msg(str`Available from ${formatDate(cell.matures, lang)}`, {
      desc: 'In place of a figure that cannot be known before a day',
    });
  }
  if (cell.status === 'withheld' && cell.range !== undefined) {
    return msg(str`Withheld: ${formatRange(cell.range.from, cell.range.to, form, lang)}`, {
      desc: 'In place of a figure of a small group; filled in: what may be said of it, such as 1–4 or 25–100 %',
    });
  }
  return statusWord(cell.status, language);
}

export function pointOf(cell: Cell, form: NumberForm, language: Language): Point {
  const persons = 'n' in cell ? formatCount(cell.n, language.lang) : undefined;
  return {
    status: cell.status,
    ...(cell.status === 'value' ? { value: cell.value } : {}),
    ...(cell.status === 'withheld' && cell.range !== undefined ? { range: cell.range } : {}),
    text: cellText(cell, form, language),
    ...(persons === undefined ? {} : { persons }),
  };
}
