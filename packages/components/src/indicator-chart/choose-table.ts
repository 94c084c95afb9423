import type { IndicatorTable } from '@strapetsi/indicators/table';
import type { Problem } from './problem.js';

export type Chosen =
  { readonly ok: true; readonly table: IndicatorTable } | { readonly ok: false; readonly problem: Problem };

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/**
 * The table that `indicator` and `by` ask for: of the tables of the indicator (of all where it is not given), the first one whose
 * first dimension is `by`, else the first that has the dimension at all, else, without `by`, the first one.
 */
export function chooseTable(
  tables: readonly IndicatorTable[],
  indicator: string | undefined,
  by: string | undefined,
): Chosen {
  const ofIndicator = indicator === undefined ? tables : tables.filter((table) => table.indicator.id === indicator);
  const first = ofIndicator[0];
  if (first === undefined) {
    const known = unique(tables.map((table) => table.indicator.id));
    return { ok: false, problem: { code: 'noIndicator', found: indicator ?? '', known } };
  }
  if (by === undefined) return { ok: true, table: first };
  const table =
    ofIndicator.find((candidate) => candidate.dimensions[0]?.id === by) ??
    ofIndicator.find((candidate) => candidate.dimensions.some((dimension) => dimension.id === by));
  if (table === undefined) {
    const known = unique(ofIndicator.flatMap((candidate) => candidate.dimensions.map((dimension) => dimension.id)));
    return { ok: false, problem: { code: 'noDimension', found: by, known } };
  }
  return { ok: true, table };
}
