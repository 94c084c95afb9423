import type { IndicatorTable, TableTarget } from '@strapetsi/indicators/table';
import { textFor } from '@strapetsi/text';
import { yearOf, type Dataset } from '../dataset/dataset.js';
import type { CellPositions } from './cell-positions.js';
import { pointOf, statusWord, type Point } from '../dataset/point.js';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Somebody else's figures, each beside one of ours. */
export interface Others {
  readonly label: string;
  /** By series, then by category. */
  readonly points: readonly (readonly Point[])[];
}

/** Something that happened on a day. */
export interface Event {
  /** As written in the table: `2026-08-01`. */
  readonly date: string;
  /** The day as a year with decimals. */
  readonly at: number;
  readonly text: string;
}

/** What stands beside the figures of a table, in the order of a dataset: by series, then by category. */
export interface Arranged {
  readonly intervals: readonly (readonly (Span | undefined)[])[];
  readonly targets: readonly (readonly (TableTarget | undefined)[])[];
  readonly others: readonly Others[];
  readonly events: readonly Event[];
}

/** What stands beside a table's figures, where the points of the dataset come from `positions`. */
export function arranged(table: IndicatorTable, { form, language }: Dataset, positions: CellPositions): Arranged {
  const { lang } = language;
  const targets = new Map((table.targets ?? []).map((target) => [target.cell, target]));
  const each = <T>(take: (position: number) => T): readonly (readonly T[])[] =>
    positions.map((ofSeries) => ofSeries.map(take));
  return {
    intervals: each((position) => {
      const cell = table.cells[position];
      return cell?.status === 'value' ? cell.interval : undefined;
    }),
    targets: each((position) => targets.get(position)),
    others: (table.benchmarks ?? []).map(({ id, label, cells }) => ({
      label: textFor(label, lang, id),
      points: each((position) => {
        const cell = cells[position] ?? { status: 'noData' };
        return cell.status === 'value'
          ? pointOf({ status: 'value', value: cell.value }, form, language)
          : { status: cell.status, text: statusWord(cell.status, language) };
      }),
    })),
    events: (table.annotations ?? []).map(({ date, text }) => ({
      date,
      at: yearOf(date),
      text: textFor(text, lang, date),
    })),
  };
}
